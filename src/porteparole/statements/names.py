"""People, bodies and governments by their proper names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from porteparole.statements.lexicon import is_french_word
from porteparole.statements.mention import Gender, Mention, Sort, worded
from porteparole.statements.names_en import EnglishNames
from porteparole.statements.naming import PARTICIPIAL, PARTICLES
from porteparole.statements.tokens import Token
from porteparole.statements.words import key_of
from porteparole.statements.wordsense import determined_gender

# Bodies whose names tell what they are for.
_FOR_SOMETHING = frozenset(
    "organisation association fonds comité agence centre ligue union haut-commissariat coalition mouvement "
    "fondation institut programme conseil alliance société fédération collectif office commission".split()
)


class Names(EnglishNames):
    """Reads proper names."""

    def _plain_start(self, tokens: Sequence[Token]) -> bool:
        first = tokens[0]
        if self._sentence_word(tokens) or first.low in {"né", "née", "nés", "nées", "born"}:
            return True
        if first.low in self.words.collective:
            return True
        if (
            first.low in self._closed
            and not self._acronym(first)
            and not (len(tokens) > 1 and tokens[1].capital and first.low in self._given)
        ):
            return True
        if self.language == "en" and self._capital_at(tokens, 1) and self._organisation([tokens[1].low]):
            return False  # “General Motors”
        return first.low in self.words.documents or self._people(first.low)

    def _sentence_word(self, tokens: Sequence[Token]) -> bool:
        """Say whether the first word has its capital only from the sentence: *Résidant à*, *Figure de*."""
        first = tokens[0]
        if len(tokens) < 2 or tokens[1].capital or first.text.isupper() or key_of(first.text) in self._given:
            return False
        if self._place(tokens, 0) is not None or first.low in self.words.institution_names:
            return False
        if self._participle.match(first.low) or (self.language == "fr" and first.low.endswith("ant")):
            return True
        after = tokens[1]
        if after.low in PARTICLES and len(tokens) > 2 and tokens[2].capital:
            return False  # « Ghaith al Ghaith »
        if after.low in self.words.clitics | {"ne", "n'"} and len(tokens) > 2 and self._verbal(tokens, 2):
            return False  # « Pastor l’avait annoncé »
        if after.low == "," and self.language == "fr" and is_french_word(first.low):
            return True  # « Ému, X a … »
        return after.kind == "word" and (
            after.low in self._prepositions | self.words.determiners
            or not (after.low in self._closed or self._verbal(tokens, 1) or after.low in {"'s", "’s"})
        )

    def _only_closed(self, tokens: Sequence[Token], index: int) -> bool:
        closed = (
            tokens[index].low in self._closed | self.words.former
            and not self._acronym(tokens[index])
            and key_of(tokens[index].text) not in self._given
        )
        return closed and not self._capital_at(tokens, index + 1)

    def _titled(self, tokens: Sequence[Token], index: int, source: str) -> Mention:
        end = self._name_end(tokens, index + 1)
        low = tokens[index].low
        if (
            low == "mgr"
            and end + 1 < len(tokens)
            and tokens[end].low in {"de", "d'"}
            and tokens[end + 1].capital
        ):
            end = self._name_end(tokens, end + 1)  # « Mgr Séraphin de Galda »
        gender: Gender | None = (
            "m" if low in self.words.titles_m else "f" if low in self.words.titles_f else None
        )
        name = source[tokens[index + 1].start : tokens[end - 1].end]
        return Mention(
            index, end, "person", worded(tokens, index, end, source), name=name, gender=gender, titled=True
        )

    def _named(
        self, tokens: Sequence[Token], start: int, index: int, source: str, *, definite: bool
    ) -> Mention | None:
        token = tokens[index]
        low = self._singular(token.low)
        end = self._name_end(tokens, index)
        place = self._place(tokens, index) or (self._place(tokens, start) if start < index else None)
        channel = self._channel(tokens, index, end) if start == index and place is not None else 0
        if channel:
            name = source[tokens[index].start : tokens[channel - 1].end]
            return Mention(start, channel, "name", worded(tokens, start, channel, source), name=name)
        if place is not None and place[0] >= end:
            end, code, _ = place
            return Mention(
                start,
                end,
                "place",
                worded(tokens, start, end, source),
                name=source[tokens[index].start : tokens[end - 1].end],
                code=code,
                definite=definite,
                plural=low.endswith("s") and tokens[start].low in {"les", "des"},
            )
        if self.language == "en":
            prefixed = self._english_prefix(tokens, start, index, source)
            if prefixed is not None:
                return prefixed
        organisation = (
            self.language == "en"
            and end - index > 1
            and self._organisation([item.low for item in tokens[index + 1 : end]])
        )
        if organisation and self._people(low):
            name = source[tokens[index].start : tokens[end - 1].end]
            return Mention(start, end, "institution", worded(tokens, start, end, source), name=name)
        if low in self.words.institutions or low in self.words.documents or self._people(low):
            if end - index > 1 and self._people(low) and self.language == "fr" and tokens[index + 1].capital:
                # « Président Macron »
                named = self._named(tokens, index + 1, index + 1, source, definite=True)
                if named is not None and named.sort in {"person", "name"}:
                    return replace(
                        named,
                        first=start,
                        text=worded(tokens, start, named.last, source),
                        sort="person",
                        head=low,
                        noun=token.text,
                        gender=named.gender or self._gender(low),
                    )
            return None
        if end - index == 1 and token.low in self.words.no_speakers:
            return None
        if end - index > 1 and key_of(tokens[index].text) in self.places.demonyms and self.language == "fr":
            # « l’Américaine Gwen Jorgensen »
            named = self._named(tokens, index + 1, index + 1, source, definite=True)
            if named is not None and named.sort in {"person", "name"}:
                return replace(
                    named,
                    first=start,
                    text=worded(tokens, start, named.last, source),
                    sort="person",
                    gender=named.gender or determined_gender(tokens[start].low),
                )
        name = source[tokens[index].start : tokens[end - 1].end]
        given = self._given.get(key_of(tokens[index].text.split("-")[0]))
        lows = [item.low for item in tokens[index:end]]
        body = self._organisation(lows) or self._abbreviated(tokens, index, end)
        titled = (
            lows[0] in {"la", "les"} and len(lows) == 2 and is_french_word(lows[1])
        )  # « selon La Dépêche »
        if (
            len(lows) > 1
            and not body
            and not titled
            and (not tokens[index].text.isupper() or "." in tokens[index].text)
        ):
            gender: Gender | None = "m" if given == "m" else "f" if given == "f" else None
            return Mention(start, end, "person", worded(tokens, start, end, source), name=name, gender=gender)
        sort: Sort = "institution" if body or name.isupper() else "name"
        article = start < index or tokens[index].low in {"le", "la"}
        if article and start == index and end - index > 1:
            end, _ = self._organisation_tail(tokens, index + 1, end, source, sort, True)
            name = source[tokens[index].start : tokens[end - 1].end]
        else:
            end, name = self._organisation_tail(tokens, index, end, source, sort, article)
        if start < index and start > 0 and tokens[start].text in {"L'", "L’", "Le", "La", "Les"}:
            name = source[tokens[start].start : tokens[end - 1].end]  # « dans L’Humanité »
        several = (
            self.language == "en"
            and (tokens[start].low == "the" or not tokens[end - 1].capital)
            and tokens[end - 1].low.endswith("s")
            and not tokens[end - 1].low.endswith(("ss", "us", "is"))
            and not name.isupper()
        )
        return Mention(
            start, end, sort, worded(tokens, start, end, source), name=name, definite=definite, plural=several
        )

    def _channel(self, tokens: Sequence[Token], index: int, end: int) -> int:
        """Return where *France 3*, *France info* ends behind *selon*: a country would have its article."""
        if self.language != "fr" or not index or tokens[index - 1].low not in {"selon", "après"}:
            return 0
        if end + 1 >= len(tokens) or tokens[end + 1].kind == "number":
            return 0
        digit = tokens[end].kind == "number" and len(tokens[end].text) == 1
        if digit and tokens[end + 1].capital:
            return self._name_end(tokens, end + 1)
        closed = tokens[end + 1].kind in {"mark", "quotation"}
        return end + 1 if digit or (closed and self._lower_adjective(tokens, end)) else 0

    def _organisation_tail(
        self, tokens: Sequence[Token], index: int, end: int, source: str, sort: Sort, start_determined: bool
    ) -> tuple[int, str]:
        if start_determined and end - index == 1:
            # « le Fonds monétaire international », « Le Canard enchaîné »
            tail = end
            while tail < len(tokens) and tail - end < 3 and self._lower_adjective(tokens, tail):
                tail += 1
            if tail > end and (
                tail >= len(tokens)
                or tokens[tail].kind != "word"
                or self._verbal(tokens, tail)
                or tokens[tail].low in self._closed
            ):
                kinds = self.words.institutions
                sort = "institution" if any(tokens[i].low in kinds for i in range(end, tail)) else sort
                end = tail
        if sort == "institution" and not source[tokens[index].start : tokens[end - 1].end].isupper():
            named = end < len(tokens) and tokens[end].low in {"of", "for"}
            if self.language == "en":
                capital = self._capital_at(tokens, end + 1) or self._capital_at(tokens, end + 2)
                end = self._english_complements(tokens, end) if named and capital else end
            else:
                end = self._complements(tokens, end, person=False)[0]
                end = self._purpose(tokens, index, end)
        return end, source[tokens[index].start : tokens[end - 1].end]

    def _purpose(self, tokens: Sequence[Token], index: int, end: int) -> int:
        """Return where *l’Organisation mondiale | pour les rivières* ends."""
        body = tokens[index].capital and self._singular(tokens[index].low) in _FOR_SOMETHING
        after = [token.low for token in tokens[end : end + 2]]
        if not body or len(after) < 2 or after[0] != "pour" or after[1] not in {"la", "le", "les", "l'"}:
            return end
        if end + 2 >= len(tokens) or tokens[end + 2].kind != "word":
            return end
        return self._complements(tokens, end + 3, person=False)[0]

    def _lower_adjective(self, tokens: Sequence[Token], index: int) -> bool:
        token = tokens[index]
        return (
            self.language == "fr"
            and token.kind == "word"
            and not token.capital
            and token.low not in self._closed
            and not token.low.endswith(("-même", "-mêmes"))
            and not self._verbal(tokens, index)
            and not any(form.tense == "finite" for form in self.verbs.forms.get(token.low, ()))
            and token.low not in self.words.adverbs | PARTICIPIAL
        )
