"""The extractive writer: it selects sentences of the articles and frames them; it invents nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice, zip_longest

from porteparole.answering.answer import Citation, Sentence
from porteparole.answering.evidence import Evidence, SentenceEvidence
from porteparole.answering.matching import Bag
from porteparole.answering.question import Question
from porteparole.answering.ranking import Ranked
from porteparole.corpus.article import Article, Paragraph
from porteparole.language import Language
from porteparole.notice import Notice
from porteparole.statements.statement import Statement
from porteparole.text.quotations import outermost, without_marks
from porteparole.text.terms import words
from porteparole.texts import Texts

FRAMES = (
    "answer-said",
    "answer-original-fr",
    "answer-original-en",
    "answer-original-said-fr",
    "answer-original-said-en",
    "answer-original-of-fr",
    "answer-original-of-en",
    "answer-original-again",
    "answer-original-of-again",
)
"""The keys of every frame that a sentence may stand in."""

# How far behind the best (in scores of the ranking) a further sentence or paragraph still belongs to it.
_CLOSE_SENTENCE = 0.5
_CLOSE_SENTENCE_SEVERAL = 2.0
_CLOSE = 0.15
_CLOSE_SEVERAL = 1.0
_MOST_OF_IT = 0.6

_PRONOUN = re.compile(r"\b(?:he|she|they|il|elle|ils|elles)\b", re.IGNORECASE)
_PARTICLES = frozenset("de du des la le les d von van der den al el bin ben of the".split())


@dataclass(frozen=True, slots=True)
class Draft:
    """A sentence before its proof.

    Attributes:
        text: what would be shown.
        citation: the paragraph and span it rests on.
        extract: the exact words of the paragraph (or of its translation) that it shows.
        translated: whether these are the translation's.
        speaker: whom it names as the speaker, where it frames a statement.
        added: a name in brackets that was put in to resolve a pronoun.
    """

    text: str
    citation: Citation
    extract: str
    translated: bool = False
    speaker: str | None = None
    added: str | None = None

    @property
    def by_machine(self) -> bool:
        """Whether it shows a machine's translation."""
        return self.translated and self.citation.article.is_machine_translated(self.citation.paragraph)


def cited(drafts: Sequence[Draft]) -> tuple[tuple[Sentence, ...], tuple[Citation, ...]]:
    """Return the sentences of proved drafts and their citations, each place cited once under one number."""
    places = [(d.citation.paragraph.id, d.citation.start, d.citation.end) for d in drafts]
    citations = {place: d.citation for place, d in zip(places, drafts, strict=True)}
    numbers = {place: number for number, place in enumerate(citations, 1)}
    sentences = tuple(
        Sentence(d.text, (numbers[place],), d.translated, d.by_machine)
        for place, d in zip(places, drafts, strict=True)
    )
    return sentences, tuple(citations.values())


def translation_notes(drafts: Sequence[Draft]) -> list[Notice]:
    """Return what is said below of the translations that sentences stand in: the editors', a machine's."""
    notes: list[Notice] = []
    if any(draft.translated and not draft.by_machine for draft in drafts):
        notes.append(Notice("answer-note-translation"))
    if any(draft.by_machine for draft in drafts):
        notes.append(Notice("answer-note-machine-translation"))
    return notes


class ExtractiveWriter:
    """Writes at most ``most`` sentences, each the article's own words in a frame that names the speaker."""

    def __init__(self, texts: Texts, most: int) -> None:
        self._texts = texts
        self._most = most

    def write(self, answered: Sequence[tuple[Question, Sequence[Ranked]]], language: Language) -> list[Draft]:
        """Choose the sentences that answer and word them in ``language``.

        Args:
            answered: a question, and perhaps questions that it is made up of, each with what answers it (at
                least one candidate).
            language: the reader's.
        """
        chosen = [
            [(question.wants("quote"), *place) for place in _choose(question, ranked)]
            for question, ranked in answered
        ]
        # The best sentence of each comes before the second of any.
        ordered = [one for turn in zip_longest(*chosen) for one in turn if one]
        distinct: dict[tuple[str, int], tuple[bool, Evidence, SentenceEvidence]] = {}
        for quote, e, s in ordered:
            distinct.setdefault((e.paragraph.id, s.start), (quote, e, s))
        return [
            self.word(e.article, e.paragraph, s, language, quote=quote)
            for quote, e, s in islice(distinct.values(), self._most)
        ]

    def word(
        self,
        article: Article,
        paragraph: Paragraph,
        sentence: SentenceEvidence,
        language: Language,
        *,
        quote: bool = False,
        again: bool = False,
    ) -> Draft:
        """Word a sentence of a paragraph in ``language``.

        Args:
            article: its article.
            paragraph: its paragraph.
            sentence: the sentence.
            language: the reader's.
            quote: show the exact words alone.
            again: the sentence before has said that these are the words of the original.
        """
        start, end = sentence.start, sentence.end
        quotation = _own_words(sentence)
        if quotation and (quote or _is_most(quotation, sentence)):
            start, end = quotation
        # A sentence that reports several people has no speaker; a quotation in it has.
        is_whole = (start, end) == (sentence.start, sentence.end)
        speaker = None if is_whole and sentence.others else sentence.speaker
        citation = Citation(article, paragraph, start, end, speaker)
        if article.language == language:
            return self._same_language(language, citation, sentence)
        if quote or sentence.translation is None:
            return self._original(language, citation, sentence, again)
        return _translated(citation, sentence)

    def _same_language(self, language: Language, citation: Citation, sentence: SentenceEvidence) -> Draft:
        quote, speaker = citation.quote, citation.speaker
        if _is_part(citation, sentence) and speaker:
            values = {"speaker": _introduced(sentence.statement), "quote": quote}
            return Draft(self._texts(language, "answer-said", values), citation, quote, speaker=speaker)
        resolved = _resolved(citation, sentence)
        if resolved is None:
            return Draft(quote, citation, quote)
        return Draft(resolved, citation, quote, speaker=speaker, added=speaker)

    def _original(
        self, language: Language, citation: Citation, sentence: SentenceEvidence, again: bool
    ) -> Draft:
        # The speaker goes before their own words only: what a journalist reports is not what one said. Whom a
        # pronoun of theirs stands for is told there as well, since nothing may be put between the marks. A
        # role is worded in the article’s language: beside words in the reader’s it would be a mixture.
        part, speaker = _is_part(citation, sentence), citation.speaker
        if not speaker or not _is_name(speaker) or not (part or _resolved(citation, sentence)):
            speaker = None
        frame = ("said-" if part else "of-") if speaker else ""
        key = f"answer-original-{frame}{citation.article.language}"
        if again:
            key = "answer-said" if frame == "said-" else f"answer-original-{frame}again"
        text = self._texts(language, key, {"speaker": speaker or "", "quote": citation.quote})
        return Draft(text, citation, citation.quote, speaker=speaker)


def _choose(question: Question, ranked: Sequence[Ranked]) -> list[tuple[Evidence, SentenceEvidence]]:
    """Return the sentences that answer, each with its paragraph, the best first."""
    best = ranked[0]
    highest = best.sentences[0][1]
    several = question.several or question.comparison
    close = _CLOSE_SENTENCE_SEVERAL if several else _CLOSE_SENTENCE
    chosen = [(best.evidence, s) for s, score in best.sentences if highest - score < close]
    margin = _CLOSE_SEVERAL if several else _CLOSE
    chosen += [
        (other.evidence, other.sentences[0][0]) for other in ranked[1:] if best.score - other.score < margin
    ]
    if question.over_articles or several:
        chosen[1:1] = _of_the_rest(question, ranked, chosen)
    return chosen


def _of_the_rest(
    question: Question, ranked: Sequence[Ranked], chosen: Sequence[tuple[Evidence, SentenceEvidence]]
) -> list[tuple[Evidence, SentenceEvidence]]:
    """Return the best sentence on each name asked about of which those chosen say nothing."""
    shown = _bag(s for _, s in chosen)
    found: list[tuple[Evidence, SentenceEvidence]] = []
    for name in question.names:
        if any(shown.holds(term, question.language) for term in name):
            continue
        on_it = (
            (r.evidence, s)
            for r in ranked
            for s, _ in r.sentences
            if any(_bag([s]).holds(term, question.language) for term in name)
        )
        if (best := next(on_it, None)) and best not in found:
            found.append(best)
    return found


def _bag(listed: Iterable[SentenceEvidence]) -> Bag:
    return Bag(text for s in listed for text in (s.text, s.translation, s.speaker) if text)


def _translated(citation: Citation, sentence: SentenceEvidence) -> Draft:
    extract = sentence.translation or ""
    plain, speaker = without_marks(extract), citation.speaker
    if not speaker or not _is_name(speaker) or _names(plain, speaker):
        return Draft(plain, citation, extract, translated=True)
    text = _behind(_PRONOUN, plain, speaker)
    return Draft(text, citation, extract, translated=True, speaker=speaker, added=speaker)


def _own_words(sentence: SentenceEvidence) -> tuple[int, int] | None:
    """Return the span of the quotation that the sentence is about, inside the marks.

    None where it holds several: which of them is meant, the whole sentence tells best.
    """
    statement, marks = sentence.statement, outermost(sentence.text)
    if not statement or len(marks) != 1:
        return None
    start, end = sentence.start + marks[0].inner_start, sentence.start + marks[0].inner_end
    return (start, end) if start < min(end, statement.end) and statement.start < end else None


def _is_most(quotation: tuple[int, int], sentence: SentenceEvidence) -> bool:
    start, end = quotation
    return end - start >= _MOST_OF_IT * (sentence.end - sentence.start)


def _is_part(citation: Citation, sentence: SentenceEvidence) -> bool:
    return (citation.start, citation.end) != (sentence.start, sentence.end)


def _resolved(citation: Citation, sentence: SentenceEvidence) -> str | None:
    """Return the cited words with the speaker in brackets behind what stands for the name; None if named."""
    quote, speaker, statement = citation.quote, citation.speaker, sentence.statement
    if not statement or not speaker or not statement.mention or _names(quote, speaker):
        return None
    return _behind(re.compile(rf"(?<!\w){re.escape(statement.mention)}(?!\w)"), quote, speaker)


def _introduced(statement: Statement | None) -> str:
    if not statement or not statement.speaker:
        return ""
    return f"{statement.speaker}, {statement.role}" if statement.role else statement.speaker


def _names(text: str, speaker: str) -> bool:
    """Say whether ``text`` names the speaker by any part of the name."""
    said = {word.folded for word in words(text)}
    return any(word.folded in said for word in words(speaker) if len(word.folded) > 1)


def _is_name(speaker: str) -> bool:
    """Say whether a speaker is called by a name, which is the same in both languages (not *le ministère*)."""
    return all(word.text[0].isupper() or word.folded in _PARTICLES for word in words(speaker))


def _behind(pronoun: re.Pattern[str], text: str, name: str) -> str:
    """Put a name in brackets behind the pronoun that stands for it, or before all where there is none."""
    match = pronoun.search(text)
    if not match:
        return f"[{name}] {text}"
    return f"{text[: match.end()]} [{name}]{text[match.end() :]}"
