"""One sentence made ready for reading: its tokens, who is named in it, its cues."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property
from itertools import pairwise

from porteparole.language import Language
from porteparole.statements.cue import Cue
from porteparole.statements.cues import CueFinder
from porteparole.statements.lexicon import is_french_verb
from porteparole.statements.mention import Mention
from porteparole.statements.mentions import Reader
from porteparole.statements.tokens import Token, tokenize
from porteparole.statements.verbs import verbs
from porteparole.statements.words import words
from porteparole.text.quotations import Quotation


@dataclass(frozen=True)
class Sentence:
    """A sentence with what was found in it.

    Attributes:
        source: the paragraph it stands in.
        language: of the paragraph.
        tokens: its words and marks; a quotation is one token.
        mentions: who is named, in order.
        cues: reporting verb groups, in order.
    """

    source: str
    language: Language
    tokens: list[Token]
    mentions: list[Mention]
    cues: list[Cue]
    reader: Reader

    def parse(self, index: int) -> Mention | None:
        """Return the mention that can be read from ``index`` on, even inside another one."""
        return self.reader.mention(self.tokens, index, self.source)

    def text(self, first: int, last: int) -> str:
        """Return the words of the tokens from ``first`` to before ``last``."""
        return self.source[self.tokens[first].start : self.tokens[last - 1].end]

    def low(self, index: int) -> str:
        """Return the lower-case word at ``index``, or "" outside the sentence."""
        return self.tokens[index].low if 0 <= index < len(self.tokens) else ""

    def is_quotation(self, index: int) -> bool:
        """Say whether the token at ``index`` is a quotation."""
        return 0 <= index < len(self.tokens) and self.tokens[index].kind == "quotation"

    @cached_property
    def cue_at(self) -> dict[int, Cue]:
        """The cues by the index of their first token."""
        return {cue.first: cue for cue in self.cues}

    @cached_property
    def _starting(self) -> dict[int, Mention]:
        return {mention.first: mention for mention in self.mentions}

    @cached_property
    def _covering(self) -> dict[int, Mention]:
        return {index: mention for mention in self.mentions for index in range(mention.first, mention.last)}

    def verb_at(self, index: int) -> bool:
        """Say whether a finite verb stands at ``index``, past clitics, negations and adverbs."""
        table = words(self.language)
        if self.low(index) == "," or (0 <= index < len(self.tokens) and self.tokens[index].kind == "aside"):
            index += 1
        skipped = table.clitics | table.negations | (table.adverbs - table.auxiliaries)
        while index < len(self.tokens) and self.low(index) in skipped:
            index += 1
        low = self.low(index)
        if low in table.auxiliaries | table.verbs_common or index in self.cue_at:
            return True
        if self.language == "fr":
            return is_french_verb(low) and not low.endswith("ant")
        return low.endswith("ed") or any(
            form.tense == "finite" for form in verbs(self.language).forms.get(low, ())
        )

    def agent(self) -> Mention | None:
        """Return the person by whom something was done: *bloqué par le juge X*, "welcomed by Jane Doe"."""
        table = words(self.language)
        for mention in self.mentions:
            if mention.preposition in {"par", "by"} and mention.sort == "person":
                at = mention.first - 1
                skipped = {"par", "by", "le", "la", "l'", "the"} | table.adverbs | table.times | table.days
                while at > 0 and self.low(at) in skipped:
                    at -= 1
                if self.low(at).endswith(("é", "ée", "és", "ées", "ed", "u", "ue", "is", "ise")):
                    return mention
        return None

    def identities(self) -> list[tuple[Mention, Mention]]:
        """Return whom it says to be what: *Le vice-président sera X* gives (the role, X)."""
        found: list[tuple[Mention, Mention]] = []
        for one, other in pairwise(self.mentions):
            link = self.low(one.last) if other.first == one.last + 1 else ""
            role, plain = one.sort == "role" and one.definite, not (one.preposition or other.preposition)
            if link in _IS and role and plain and not one.plural and other.sort == "person":
                found.append((one, other))
        return found

    def mention_at(self, index: int) -> Mention | None:
        """Return the mention that begins at ``index``."""
        return self._starting.get(index)

    def mention_over(self, index: int) -> Mention | None:
        """Return the mention that covers the token at ``index``."""
        return self._covering.get(index)


_LONGEST = 500
_IS = frozenset("est était sera reste is was remains".split())


class SentenceReader:
    """Makes sentences of one language ready."""

    def __init__(self, language: Language) -> None:
        self.language: Language = language
        self._mentions = Reader(language)
        self._cues = CueFinder(language)

    def read(self, source: str, marks: list[Quotation], start: int, end: int) -> Sentence:
        """Read ``source[start:end]``."""
        tokens = tokenize(source, self.language, marks, start, end)
        while tokens and tokens[0].kind == "mark" and tokens[0].text in "–—-•*":
            del tokens[0]
        # No sentence of a person is that long; what is cut off would only cost time.
        del tokens[_LONGEST:]
        return Sentence(
            source,
            self.language,
            tokens,
            self._mentions.mentions(tokens, source),
            self._cues.cues(tokens),
            self._mentions,
        )


@cache
def sentence_reader(language: Language) -> SentenceReader:
    """Return the reader of ``language``, made once a process; it holds nothing of what it read."""
    return SentenceReader(language)
