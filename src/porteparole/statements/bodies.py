"""French noun phrases for bodies: *le quotidien Le Figaro*, *l’ONG Rivières vivantes*."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from porteparole.statements.mention import Mention, worded
from porteparole.statements.phrases_en import EnglishPhrases
from porteparole.statements.tokens import Token
from porteparole.statements.words import key_of
from porteparole.statements.wordsense import determined_gender

# Kinds of body whose own name follows: « le quotidien Le Figaro », "the newspaper Le Monde".
_CARRIERS = frozenset(
    "journal quotidien hebdomadaire mensuel magazine revue site chaîne radio télévision agence groupe "
    "société entreprise constructeur géant ong plateforme compagnie startup start-up éditeur organisation "
    "association syndicat parti mouvement collectif organisme fédération média "
    "fabricant enseigne avionneur réseau newspaper daily weekly magazine channel broadcaster agency group "
    "company giant platform maker website".split()
)
# Bodies whose names are made of common words: « l’ONG Rivières vivantes ».
_SOCIETIES = frozenset(
    "ong association collectif réseau mouvement syndicat parti fondation coalition plateforme organisation "
    "fédération coopérative revue magazine site".split()
)
# Nouns after which a name is theirs, never a person’s: « le président de la région Bretagne ».
_BEARERS = frozenset(
    "région département ville commune parti association fédération université mouvement syndicat banque club "
    "hôpital collectif cabinet institut fondation lycée musée ligue".split()
)
# Of these, few have the name of a person: « le chef de l’organisation Jean Petit ».
_NAMED_OTHERWISE = frozenset("organisation parti syndicat mouvement club ville commune département".split())
# Trades of firms: « le patron de l’opérateur X ».
_FIRMS = frozenset(
    "opérateur exploitant distributeur fournisseur transporteur assureur équipementier armateur coopérative "
    "usine filiale holding firme multinationale cabinet institut école laboratoire studio coalition réseau "
    "collectif brasseur gestionnaire prestataire sous-traitant".split()
)
# Bodies that are never named after anybody: « à la presse Jean Petit » names two.
_NEVER_NAMED = frozenset(
    "presse police gendarmerie parquet parlement sénat armée justice famille défense accusation "
    "rédaction".split()
)


class Bodies(EnglishPhrases):
    """Reads bodies."""

    def _body(
        self, tokens: Sequence[Token], start: int, noun_at: int, head_at: int, source: str, definite: bool
    ) -> Mention:
        end, name_at, name_end = self._complements(tokens, head_at + 1, person=False)
        end = self._purpose(tokens, head_at, end)
        body = tokens[head_at]
        if name_at == head_at + 1 and not body.capital and self._singular(body.low) in _NEVER_NAMED:
            end, name_at = head_at + 1, None
        for index in range(head_at + 1, end):
            following = tokens[index + 1].low if index + 1 < len(tokens) else ""
            if self._participle.match(tokens[index].low) and following in self._prepositions - {
                "de",
                "du",
                "des",
                "d'",
            }:
                end, name_at = index, None
                break
        # « l’Agence France-Presse » is all name.
        carrier = self._singular(body.low) in _CARRIERS and (not body.capital or body.text.isupper())
        if carrier and end + 1 < len(tokens) and tokens[end].text in {"L'", "L’"} and tokens[end + 1].capital:
            name_at, name_end = end, self._name_end(tokens, end + 1)  # « le quotidien libanais L’Orient »
            end = name_end
        several = body.low != self._singular(body.low)
        if several:
            end = self._coordinated(tokens, end)
        mention = self._noun(tokens, start, noun_at, head_at, end, source, "institution", definite)
        behind_aside = name_at is not None and tokens[name_at - 1].kind == "aside"
        if name_at is not None and carrier and not behind_aside:
            name_end = self._small_letters(tokens, body.low, name_at, name_end)
            end = max(end, name_end)
            mention = replace(mention, last=end, text=worded(tokens, start, end, source))
            mention = replace(mention, name=source[tokens[name_at].start : tokens[name_end - 1].end])
            mention = replace(mention, noun=source[tokens[noun_at].start : tokens[name_at - 1].end])
        if name_at is None and not several and mention.name is None:
            mention = self._body_behind(tokens, mention, source) or mention
        if name_at is None and not several and mention.name is None:
            mention = self._named_behind(tokens, mention, source)
        if name_at is None and mention.name is None and mention.last < len(tokens):
            mark = tokens[mention.last].quotation
            inner = source[mark.inner_start : mark.inner_end] if mark is not None else ""
            if inner[:1].isupper() and len(inner.split()) < 5 and inner[-1] not in ".!?…,":
                last = mention.last + 1  # « le groupe autoproclamé « État islamique » »
                text = worded(tokens, start, last, source)
                mention = replace(mention, last=last, text=text, name=inner, noun=None)
        code = None if several else self._government(tokens, head_at, end)
        return replace(mention, code=code, gender=determined_gender(tokens[start].low))

    def _is_bodys(self, tokens: Sequence[Token], head_at: int, name_at: int, name_end: int) -> bool:
        """Say whether the name in a role is a body’s: *la patronne de la coopérative bretonne | X*."""
        apposed = name_end < len(tokens) and tokens[name_end].low == ","
        thing = name_at - 2 > head_at and tokens[name_at - 2].low in {"de", "des", "du", "l'", "la", "les"}
        if apposed and thing and name_end == name_at + 1 and self._full_name(tokens, name_end + 1):
            return True  # « le patron des magasins X, Jean Petit, »
        at = name_at - 1
        while at - 1 > head_at and name_at - at < 3 and self._lower_adjective(tokens, at):
            if self._singular(tokens[at].low) in _CARRIERS | _BEARERS | _FIRMS:
                break
            at -= 1
        if at <= head_at or tokens[at].capital or (at < name_at - 1 and self._full_name(tokens, name_at)):
            return False
        kind = self._singular(tokens[at].low)
        given = key_of(tokens[name_at].text) in self._given and self._full_name(tokens, name_at)
        if given and kind in _NAMED_OTHERWISE:
            return False
        if kind in _CARRIERS | _BEARERS:
            return True
        return kind in _FIRMS and (apposed or not self._full_name(tokens, name_at))

    def _body_behind(self, tokens: Sequence[Token], body: Mention, source: str) -> Mention | None:
        """Read *L’exploitant, la société X, assure*: what follows says which body it is."""
        at = body.last + 1
        if body.last >= len(tokens) or tokens[body.last].low != "," or at + 1 >= len(tokens):
            return None
        if tokens[at].low not in {"la", "le", "l'"} or not body.definite:
            return None
        single = self._singular(tokens[at + 1].low)
        if single not in self.words.institutions:
            return None
        other = self._body(tokens, at, at + 1, at + 1, source, True)
        closed = other.last < len(tokens) and tokens[other.last].low == ","
        known = other.name is not None or tokens[at + 1].capital
        after = other.last + 1
        verb = after < len(tokens) and (self._verbal(tokens, after) or tokens[after].low in self._closed)
        if not closed or not known or not verb:
            return None
        noun = body.noun if other.name is not None else other.noun
        text = worded(tokens, body.first, other.last, source)
        return replace(other, first=body.first, text=text, noun=noun, head=body.head or other.head)

    def _named_behind(self, tokens: Sequence[Token], body: Mention, source: str) -> Mention:
        """Add the name of *une association d’usagers, Rails pour tous, réclame*."""
        at = (
            body.last + 1 + (body.last + 1 < len(tokens) and tokens[body.last + 1].low in {"la", "le", "les"})
        )
        if at >= len(tokens) or tokens[body.last].low != "," or not self._capital_at(tokens, at):
            return body
        close = next((i for i in range(at + 1, min(at + 6, len(tokens))) if tokens[i].low == ","), 0)
        words_only = all(token.kind == "word" for token in tokens[at:close])
        after = close + 1
        while after < len(tokens) and tokens[after].low in self.words.clitics | self.words.negations:
            after += 1
        verb = after < len(tokens) and self._verbal(tokens, after)
        if (
            not close
            or not words_only
            or not verb
            or self._full_name(tokens, at)
            or body.head not in _SOCIETIES
        ):
            return body
        if self._place(tokens, at) is not None or any(self._verbal(tokens, i) for i in range(at, close)):
            return body
        name = source[tokens[at].start : tokens[close - 1].end]
        return replace(body, last=close, name=name, text=worded(tokens, body.first, close, source))

    def _small_letters(self, tokens: Sequence[Token], kind: str, name_at: int, name_end: int) -> int:
        """Return where a name of one word goes on with its adjective: *l’ONG Rivières vivantes | redoute*."""
        after = name_end + 1
        if (
            kind not in _SOCIETIES
            or name_end != name_at + 1
            or not self._lower_adjective_at(tokens, name_end)
        ):
            return name_end
        closed = after >= len(tokens) or tokens[after].kind in {"mark", "quotation"}
        telling = after < len(tokens) and any(
            form.tense == "finite" for form in self.verbs.forms.get(tokens[after].low, ())
        )
        return after if closed or telling or self._verbal(tokens, after) else name_end

    def _lower_adjective_at(self, tokens: Sequence[Token], index: int) -> bool:
        return index < len(tokens) and self._lower_adjective(tokens, index)

    def _coordinated(self, tokens: Sequence[Token], end: int) -> int:
        """Walk over more adjectives of places: *les gouvernements britannique, australien et danois*."""
        while end + 1 < len(tokens) and tokens[end].low in {",", "et"}:
            word = key_of(tokens[end + 1].text)
            if tokens[end + 1].capital or not {word, word.removesuffix("s")} & self.places.demonyms.keys():
                break
            end += 2
        return end

    def _government(self, tokens: Sequence[Token], head_at: int, end: int) -> str | None:
        head = self._singular(tokens[head_at].low)
        if head not in {"gouvernement", "exécutif", "government", "administration", "diplomatie"}:
            return None
        for token in tokens[head_at + 1 : end]:
            code = self.places.demonyms.get(key_of(token.text).removesuffix("s"))
            code = code or self.places.demonyms.get(key_of(token.text))
            if code is not None:
                return code
        return None
