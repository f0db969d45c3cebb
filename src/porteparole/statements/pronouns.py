"""Whom a pronoun means by its own sentence, and who was met in it."""

from __future__ import annotations

from porteparole.language import Language
from porteparole.statements.cast import Cast
from porteparole.statements.draft import Draft
from porteparole.statements.joining import joined
from porteparole.statements.loose import LooseQuotations
from porteparole.statements.member import Member
from porteparole.statements.mention import Mention
from porteparole.statements.sentence import Sentence

# Words before *il* that begin a clause within the sentence.
_JOINTS = frozenset(
    "que qu' car mais et où quoi laquelle lequel duquel auquel lesquels lesquelles desquels desquelles "
    "which that but and because where :".split()
)
# Cues of somebody who spoke before.
_ADDING = frozenset(
    "ajouté ajoute conclu conclut poursuivi poursuit complété renchéri renchérit repris".split()
)


class Pronouns(LooseQuotations):
    """Finds whom pronouns mean."""

    def __init__(self, language: Language, cast: Cast) -> None:
        super().__init__(language, cast)
        self._earlier: Sentence | None = None

    def _meet(self, sentence: Sentence, stop: int) -> list[Member]:
        """Note everybody named before the token at ``stop``; return the people among them."""
        people: list[Member] = []
        self._recent.here.clear()
        for mention in sentence.mentions:
            if mention.alias is not None and mention.sort == "institution" and mention.last <= stop:
                self._cast.resolve(mention, self._recent)
            if mention.name is None or mention.last > stop:
                continue
            if mention.sort in {"person", "name", "institution", "place"}:
                member = self._cast.resolve(mention, self._recent)
                if member is not None:
                    self._recent.met(member)
                    self._recent.here.append(member)
                    if mention.sort == "person":
                        people.append(member)
        return people

    def _who_goes_on(self, draft: Draft, pronoun: Mention, member: Member | None) -> Member | None:
        """Return who spoke last for *a-t-elle ajouté*, where the one spoken of since then has not spoken."""
        if pronoun.sort != "pronoun" or "-" not in draft.cue:
            return None
        here = self._recent.in_paragraph
        body = member is not None and member.sort in {"institution", "place"}
        told = body and member is not None and member.gender == pronoun.gender and here(member)
        if not told and (member is None or body or not here(member)):
            people = (m for m in reversed(self._recent.passing) if m.sort == "person" and here(m))
            near = next((m for m in people if self._cast.may_be(pronoun, m)), None)
            if near is not None:
                return near  # « Le réseau, dirigé par X, avertit que … « … », a-t-elle dit »
        spoke = self._recent.spoke
        if pronoun.sort != "pronoun" or "-" not in draft.cue or spoke is None or spoke.sort != "person":
            return None
        if member is None or member is spoke or member.speaks or not self._cast.may_be(pronoun, spoke):
            return None
        known = spoke.gender == pronoun.gender
        adding = bool(_ADDING & set(draft.cue.replace("-", " ").lower().split()))
        return spoke if known and (adding or member.sort != "person") else None

    def _of_own_sentence(self, sentence: Sentence, pronoun: Mention) -> Member | None:
        """Return the subject of the sentence where *il* takes it up: *Acme rejette l’avis, qu’il juge …*."""
        if pronoun.sort != "pronoun" or " " in pronoun.head or pronoun.head in {"on", "eux"}:
            return None
        if sentence.low(pronoun.first - 1) in {"selon", "pour"}:
            return self._before_colon(sentence, pronoun)
        if pronoun.head == "lui":
            return None
        first = next((m for m in sentence.mentions if not m.preposition and m.sort != "other"), None)
        conceding = self._conceded(sentence, pronoun)
        if conceding is not None:
            return conceding
        if first is None or first.first > 3 or first.last >= pronoun.first or first.sort == "pronoun":
            return None
        first = self._with_second(sentence, first)
        between = [m for m in sentence.mentions if first.last <= m.first and m.last <= pronoun.first]
        alone = first.sort == "person" and not any(m.sort in {"person", "role", "name"} for m in between)
        inverted = sentence.low(pronoun.first).endswith(f"-{pronoun.head}")
        joint = sentence.low(pronoun.first - 1) in _JOINTS or (inverted and alone)
        beside = sentence.verb_at(first.last) or sentence.low(first.last) == ","
        if not joint or not beside or sentence.low(0) in {"alors", "si", "if", "while"}:
            return None
        member = self._cast.resolve(first, self._recent)
        return member if member is not None and self._cast.may_be(pronoun, member) else None

    def _before_colon(self, sentence: Sentence, pronoun: Mention) -> Member | None:
        """Return X of *X est plus serein : il suffira, selon lui, d’attendre*."""
        first = next((m for m in sentence.mentions if not m.preposition and m.sort != "other"), None)
        if first is None or first.first > 3 or first.sort not in {"person", "role", "name", "institution"}:
            return None
        beside = sentence.low(pronoun.first - 2).endswith(("é", "ée", "és", "ées"))
        aside = (
            beside and sentence.low(pronoun.first - 3) == ","
        )  # « Le journal maintient ses chiffres, tirés selon lui de »
        colon = any(sentence.low(i) == ":" for i in range(first.last, pronoun.first))
        closing = sentence.low(pronoun.last) in {"", "."} and first.sort == "person"
        if not aside and not colon and not closing:
            return None
        member = self._cast.resolve(first, self._recent)
        return member if member is not None and self._cast.may_be(pronoun, member) else None

    def _conceded(self, sentence: Sentence, pronoun: Mention) -> Member | None:
        """Return X of *Si X approuve la loi, il regrette que …*."""
        for mention in sentence.mentions:
            if mention.last >= pronoun.first or mention.first > 8:
                return None
            if sentence.low(mention.first - 1) != "si" or mention.sort not in {"person", "role", "name"}:
                continue
            opens = mention.first == 1 or sentence.low(mention.first - 2) == ","
            between = [sentence.low(i) for i in range(mention.last, pronoun.first)]
            if not opens or between.count(",") > 1 or {"que", "qu'", "qui"} & set(between):
                return None
            member = self._cast.resolve(mention, self._recent)
            return member if member is not None and self._cast.may_be(pronoun, member) else None
        return None

    def _pointed(self, sentence: Sentence, pointer: Mention) -> Mention | None:
        """Return the nameless body that *ce dernier* means: the last words of the sentence before name it."""
        if any(m.last <= pointer.first and m.sort not in {"other", "pronoun"} for m in sentence.mentions):
            return None
        before = self._earlier
        if before is not None and not pointer.plural and any(m.sort == "person" for m in before.mentions):
            return None
        for mention in reversed(before.mentions if before is not None else []):
            inner: Mention | None = mention
            if mention.sort == "other" and before is not None:
                parsed = (before.parse(index) for index in range(mention.first + 1, mention.last))
                bodies = (m for m in parsed if m is not None and m.sort == "institution")
                inner = next((m for m in bodies if m.last == mention.last), None)
            if inner is None or inner.sort in {"pronoun", "document"}:
                continue
            if pointer.plural and inner.sort in {"name", "place", "person"}:
                continue  # « Il discute avec les élus de X. Ces derniers … »
            known = inner.definite or inner.text.startswith("du ") or pointer.plural
            fits = inner.plural == pointer.plural and inner.gender in {None, pointer.gender}
            body = inner.sort == "institution" or (inner.sort == "role" and inner.plural)
            if inner.name is None and body and known and fits:
                return inner
            return None
        return None

    def _with_second(self, sentence: Sentence, mention: Mention) -> Mention:
        """Join the second of *Ann et Paul Roy, parents de …, ont écrit*."""
        other = sentence.mention_at(mention.last + 1)
        linked = sentence.low(mention.last) in {"et", "and"} and other is not None
        sorts = {"person", "name"}
        if (
            linked
            and other is not None
            and mention.sort in sorts
            and other.sort in sorts
            and not (other.plural and " " not in (other.name or ""))
        ):
            return joined(mention, other, sentence)
        return mention
