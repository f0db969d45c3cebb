"""The extractive writer: it selects sentences of the articles and frames them; it invents nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from porteparole.answering.answer import Citation
from porteparole.answering.evidence import Evidence, SentenceEvidence
from porteparole.answering.question import Question
from porteparole.answering.ranking import Ranked
from porteparole.language import Language
from porteparole.statements.statement import Statement
from porteparole.text.quotations import outermost, without_marks
from porteparole.text.terms import words
from porteparole.texts import Texts


@dataclass(frozen=True, slots=True)
class Draft:
    """A sentence before its proof.

    Attributes:
        text: what would be shown.
        citation: the paragraph and span it rests on.
        extract: the exact words of the paragraph (or of its translation) that it shows.
        translated: whether these are the translation's.
        speaker: whom it names as the speaker, where it frames a statement.
        added: words in brackets that were put in to resolve a pronoun.
    """

    text: str
    citation: Citation
    extract: str
    translated: bool = False
    speaker: str | None = None
    added: str | None = None


FRAMES = (
    "answer-said",
    "answer-original-fr",
    "answer-original-en",
    "answer-original-said-fr",
    "answer-original-said-en",
    "answer-translated-said",
)


class ExtractiveWriter:
    """Writes at most ``most`` sentences, each the article's own words in a frame that names the speaker."""

    def __init__(self, texts: Texts, most: int) -> None:
        self._texts = texts
        self._most = most

    def write(self, question: Question, ranked: Sequence[Ranked]) -> list[Draft]:
        """Choose the sentences that answer and word them in the question's language."""
        return [self._draft(question, e, s) for e, s in self._choose(question, ranked)]

    def _choose(
        self, question: Question, ranked: Sequence[Ranked]
    ) -> list[tuple[Evidence, SentenceEvidence]]:
        best = ranked[0]
        chosen = [(best.evidence, best.sentences[0][0])]
        chosen += [
            (best.evidence, sentence)
            for sentence, score in best.sentences[1:]
            if best.sentences[0][1] - score < _CLOSE_SENTENCE
        ]
        for other in ranked[1:]:
            if question.over_articles:
                told = [e.article.id for e, _ in chosen]
                wanted = other.evidence.article.id not in told
            else:
                margin = _CLOSE_SEVERAL if question.several or question.comparison else _CLOSE
                wanted = best.score - other.score < margin
            if wanted:
                chosen.append((other.evidence, other.sentences[0][0]))
        return chosen[: self._most]

    def _draft(self, question: Question, evidence: Evidence, sentence: SentenceEvidence) -> Draft:
        language, article = question.language, evidence.article
        statement = sentence.statement
        start, end = sentence.start, sentence.end
        quotation = self._direct(sentence) if statement else None
        if statement and quotation and (question.wants("quote") or _mostly(quotation, sentence)):
            start, end = quotation
        citation = Citation(article, evidence.paragraph, start, end, sentence.speaker)
        if article.language == language:
            return self._in_own_words(
                language, citation, sentence, framed=(start, end) != (sentence.start, sentence.end)
            )
        if question.wants("quote") or sentence.translation is None:
            return self._original(language, citation, sentence)
        return self._translated(language, citation, sentence)

    def _direct(self, sentence: SentenceEvidence) -> tuple[int, int] | None:
        """Return the span of the quotation that is the statement, inside the marks."""
        statement = sentence.statement
        assert statement
        for mark in outermost(sentence.text):
            start, end = sentence.start + mark.inner_start, sentence.start + mark.inner_end
            if statement.start < end and start < statement.end and start < end:
                return start, end
        return None

    def _in_own_words(
        self, language: Language, citation: Citation, sentence: SentenceEvidence, *, framed: bool
    ) -> Draft:
        speaker = sentence.speaker
        if framed and speaker:
            text = self._texts(
                language,
                "answer-said",
                {"speaker": _introduced(sentence.statement), "quote": citation.quote},
            )
            return Draft(text, citation, citation.quote, speaker=speaker)
        text, added = _resolved(citation.quote, sentence, citation.start)
        return Draft(text, citation, citation.quote, speaker=speaker if added else None, added=added)

    def _original(self, language: Language, citation: Citation, sentence: SentenceEvidence) -> Draft:
        key = "answer-original-said" if sentence.speaker else "answer-original"
        # The role is worded in the article's language: beside words in the reader's it would be a mixture.
        values = {"speaker": sentence.speaker or "", "quote": citation.quote}
        tongue = citation.article.language
        text = self._texts(language, f"{key}-{tongue}", values)
        return Draft(text, citation, citation.quote, speaker=sentence.speaker)

    def _translated(self, language: Language, citation: Citation, sentence: SentenceEvidence) -> Draft:
        extract = sentence.translation or ""
        plain = without_marks(extract)
        speaker = sentence.speaker
        if speaker and not _names(plain, speaker):
            text = self._texts(language, "answer-translated-said", {"speaker": speaker, "text": plain})
            return Draft(text, citation, extract, translated=True, speaker=speaker)
        return Draft(plain, citation, extract, translated=True)


_CLOSE_SENTENCE = 0.3
_CLOSE = 0.15
_CLOSE_SEVERAL = 1.0
_MOST_OF_IT = 0.6


def _mostly(quotation: tuple[int, int], sentence: SentenceEvidence) -> bool:
    start, end = quotation
    return (end - start) >= _MOST_OF_IT * (sentence.end - sentence.start)


def _introduced(statement: Statement | None) -> str:
    if not statement or not statement.speaker:
        return ""
    return f"{statement.speaker}, {statement.role}" if statement.role else statement.speaker


def _names(text: str, speaker: str) -> bool:
    """Say whether ``text`` names the speaker by any part of the name."""
    said = {word.folded for word in words(text)}
    return any(word.folded in said for word in words(speaker) if len(word.folded) > 1)


def _resolved(quote: str, sentence: SentenceEvidence, start: int) -> tuple[str, str | None]:
    """Put the speaker's name in brackets behind the pronoun that stands for it."""
    statement = sentence.statement
    if not statement or not statement.speaker or not statement.mention or _names(quote, statement.speaker):
        return quote, None
    match = re.search(rf"(?<!\w){re.escape(statement.mention)}(?!\w)", quote)
    if not match:
        return f"[{statement.speaker}] {quote}", statement.speaker
    return f"{quote[: match.end()]} [{statement.speaker}]{quote[match.end() :]}", statement.speaker
