"""Whether a sentence says no more than the paragraphs it cites.

Quotations, speaker, figures, names, negations and strength are held against the source: the words of the
sentence are set against those of the source, and what turns, weakens or bounds a word in one must do so in
the other. That is deaf to what lies in the order of words alone and hard of hearing for other words, so where
there is a reader it reads the cited paragraphs as well, and both are weighed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from porteparole.answering.support.attempt import Attempt
from porteparole.answering.support.claim import Claim, Source, Verdict
from porteparole.answering.support.finding import Finding
from porteparole.answering.support.likeness import Likeness
from porteparole.answering.support.odds import Odds
from porteparole.answering.support.reading import read
from porteparole.answering.support.weighing import verdict
from porteparole.language import Language, other_language
from porteparole.reading.passage import Passage
from porteparole.statements.statement import Statement
from porteparole.text.folding import fold_typography
from porteparole.text.langid import detect
from porteparole.text.quotations import outermost
from porteparole.text.sentences import sentences

Holds = Callable[[str, Sequence[Passage]], Sequence[float] | None]
"""A sentence and passages to the log odds that each says what it says
(:meth:`porteparole.reading.reader.Reader.holds`); None where there is no reader."""


class SupportProof:
    """Holds sentences against what they cite; may be used from any thread.

    Args:
        likeness: compares words.
        statements: article id to its statements.
        holds: reads; None where there is no reader: then the words alone decide.
    """

    def __init__(
        self,
        likeness: Likeness,
        statements: Callable[[str], Sequence[Statement]],
        holds: Holds | None = None,
    ) -> None:
        self._likeness = likeness
        self._statements = statements
        self._holds = holds

    def check(self, claim: Claim) -> Verdict:
        """Say whether ``claim`` holds, and if not, why."""
        text = claim.text.strip()
        if flaw := self.flaw(claim):
            return flaw
        odds = self.odds(claim, text)
        whole = verdict(self.findings(claim, text), odds)
        if whole.holds or whole.reason not in ("unsupported", "meaning", "name", "figure"):
            return whole
        for parts in _parts(text, claim.language):
            first, second = (verdict(self.findings(claim, part, text), odds) for part in parts)
            if not (first.holds and second.holds):
                continue
            if _one_paragraph(first, second):
                return first
            if _stands_alone(parts[1], claim) and all(
                verdict(self.findings(claim, part, text), self.odds(claim, part)).holds for part in parts
            ):
                return first
        return whole

    def flaw(self, claim: Claim) -> Verdict | None:
        """Return what refuses a claim before it is held against any sentence; None where nothing does."""
        text = claim.text.strip()
        if not text or not claim.sources or not any(c.isalpha() for c in text):
            return Verdict(False, "empty")
        if _is_in_the_other_language(text, claim.language):
            # Figures, denials and what bounds them would not even be seen.
            return Verdict(False, "language")
        if wrong := _wrong_quotation(text, claim.sources):
            return Verdict(False, "quotation", wrong)
        if addressed := _addressed(text, claim.language):
            return Verdict(False, "unsupported", addressed)
        return None

    def findings(self, claim: Claim, text: str, whole: str | None = None) -> list[Finding]:
        """Return what each sentence of the sources has to say to ``text``, or to that part of ``whole``."""
        return Attempt(self._likeness, self._statements, claim, text, whole).findings()

    def odds(self, claim: Claim, text: str) -> dict[str, Odds]:
        """Return for the id of each paragraph how it was read for ``text``; none without a reader."""
        if self._holds is None:
            return {}
        spans = [_spans(source) for source in claim.sources]
        passages = [
            passage
            for source, own in zip(claim.sources, spans, strict=True)
            for passage in _passages(source, own)
        ]
        found = self._holds(text, passages)
        if found is None:
            return {}
        read, odds = iter(found), dict[str, Odds]()
        for source, own in zip(claim.sources, spans, strict=True):
            whole = next(read)
            alone = tuple((*span, next(read) if len(own) > 1 else whole) for span in own)
            odds[source.paragraph.id] = Odds(whole, alone)
        return odds


def _spans(source: Source) -> list[tuple[int, int]]:
    return sentences(source.paragraph.text, source.article.language, whole_quotations=True)


def _passages(source: Source, spans: Sequence[tuple[int, int]]) -> list[Passage]:
    """Return what of a source is read: the paragraph, and where it has several sentences each alone.

    It is the original, which the reader was trained on in both languages.
    """
    texts = [source.paragraph.text[start:end] for start, end in spans]
    alone = [Passage("", (text,)) for text in texts] if len(texts) > 1 else []
    return [Passage(source.article.stated_title, tuple(texts)), *alone]


_JOINT = re.compile(
    r"\s*;\s+|,?\s+(?:et|and|mais|but|tandis que|alors que|while|whereas)\s+(?=\S)", re.IGNORECASE
)
_LEAST_PART = 4


def _parts(text: str, language: Language) -> list[tuple[str, str]]:
    """Return how a sentence may be cut in two at a joint, each part saying enough to stand alone."""
    quotes = outermost(text)
    cuts: list[tuple[str, str]] = []
    for match in _JOINT.finditer(text):
        if any(mark.start < match.start() < mark.end for mark in quotes):
            continue
        first, second = text[: match.start()], text[match.end() :]
        if all(len(read(part, language).telling) >= _LEAST_PART for part in (first, second)):
            cuts.append((first, second))
    return cuts


def _stands_alone(part: str, claim: Claim) -> bool:
    """Say whether the second part has a subject of its own, so that it may rest on another paragraph."""
    tokens = read(part, claim.language).tokens
    return bool(tokens) and (tokens[0].is_name or tokens[0].folded in _DETERMINERS)


_DETERMINERS = frozenset(
    "le la les l un une des ce cette ces son sa ses leur leurs the a an this these his her its their".split()
)


def _one_paragraph(first: Verdict, second: Verdict) -> bool:
    return first.source is not None and second.source is not None and first.source[0] == second.source[0]


# Without *tu* (« s’est tu »), *ton*, *mine*, which mean other things as often.
_ADDRESSED = {
    "fr": re.compile(
        r"(?<![\w’'-])(?:(?:vous|votre|vos|toi|te|tes|ta|je|moi|mon|mes|ma|me)(?![\w-])|[jtm][’'](?=\w))",
        re.I,
    ),
    "en": re.compile(r"(?<![\w’'-])(?:you|your|yours|yourself|yourselves|I|me|my|myself)(?![\w-])", re.I),
}


def _addressed(text: str, language: Language) -> str:
    """Return a word that speaks to the reader or of the writer, outside quotation marks, or nothing.

    An order that stands in an article is the article's own words, and still not to be passed on.
    """
    quotes = outermost(text)
    for match in _ADDRESSED[language].finditer(text):
        quoted = any(mark.start <= match.start() < mark.end for mark in quotes)
        # *Jack Ma*, *Mes*: a large letter inside a sentence begins a name.
        named = match.start() > 0 and match.group()[0].isupper() and match.group() != "I"
        if not quoted and not named:
            return match.group()
    return ""


def _is_in_the_other_language(text: str, language: Language) -> bool:
    """Say whether what a sentence says itself, outside quotation marks, is in the other language."""
    own, last = "", 0
    for mark in outermost(text):
        own, last = own + text[last : mark.start], mark.end
    return detect(own + text[last:]) == other_language(language)


def _wrong_quotation(text: str, sources: Sequence[Source]) -> str | None:
    """Return the first quotation that stands in none of the sources, letter by letter."""
    folded = [_folded(source.paragraph.text) for source in sources]
    for mark in outermost(text):
        quotation = _folded(text[mark.inner_start : mark.inner_end]).strip(" .,")
        pattern = re.compile(rf"(?<!\w){re.escape(quotation)}(?!\w)")
        if not quotation or not any(pattern.search(paragraph) for paragraph in folded):
            return text[mark.inner_start : mark.inner_end]
    return None


def _folded(text: str) -> str:
    return fold_typography(text).text.strip()
