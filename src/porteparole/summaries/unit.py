"""The sentences that a summary may be made of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from porteparole.answering.evidence import reports_others, sentence_pairs
from porteparole.corpus.article import Article, Paragraph
from porteparole.statements.reader import speaker_of
from porteparole.statements.statement import Statement
from porteparole.text.gazetteer import is_date_word
from porteparole.text.sentences import behind_dash
from porteparole.text.terms import Word, words

# Datelines (*12 mars 2016. –*), signatures and headings are no sentences.
_FEWEST_WORDS = 5
_ENDED = re.compile(r"[.!?…][\s\u00a0\u202f»”\"’')\]]*$")
_SIGNATURE = re.compile(r"^\s*[—–-]\s*[^.!?]*$")


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence of an article.

    Attributes:
        article: its article.
        paragraph: its paragraph.
        start: offset in the paragraph's text.
        end: offset after its last character.
        translation: the sentence in the editors' translation, where there is one.
        statement: the statement that most of it reports.
        place: its number among the sentences of the article, from 0.
        whole: whether it is a sentence that can stand in a summary.
        others: whether it reports somebody beside the statement's speaker.
    """

    article: Article
    paragraph: Paragraph
    start: int
    end: int
    translation: str | None
    statement: Statement | None
    place: int
    whole: bool
    others: bool = False

    @property
    def said(self) -> float:
        """The share of it that its statement covers."""
        if self.statement is None:
            return 0.0
        common = min(self.end, self.statement.end) - max(self.start, self.statement.start)
        return max(0, common) / (self.end - self.start)

    @property
    def saying(self) -> str:
        """What its statement says, without who says it; all of it where it has none."""
        if self.statement is None:
            return self.text
        start, end = max(self.start, self.statement.start), min(self.end, self.statement.end)
        return self.paragraph.text[start:end]

    @property
    def text(self) -> str:
        """As the paragraph has it."""
        return self.paragraph.text[self.start : self.end]


def units_of(article: Article, statements: Sequence[Statement]) -> list[Unit]:
    """Return every sentence of an article, in order; a quotation of several sentences is one.

    Args:
        article: the article.
        statements: its statements.
    """
    found: list[Unit] = []
    for paragraph in article.paragraphs:
        own = tuple(s for s in statements if s.paragraph_id == paragraph.id)
        for start, end, text, translation in sentence_pairs(paragraph, article.language):
            begun = behind_dash(paragraph.text, start)
            start, text = begun, text[begun - start :]
            statement = speaker_of(own, paragraph, start, end)
            others = reports_others(own, statement, start, end)
            # A plain file begins with its headline, which is shown as the title anyway.
            headline = text == article.title and not _ENDED.search(text)
            place, whole = len(found), _is_whole(text) and not headline
            found.append(Unit(article, paragraph, start, end, translation, statement, place, whole, others))
    return found


def _is_whole(text: str) -> bool:
    said = list(words(text))
    enough = len(said) >= _FEWEST_WORDS and not _is_date(said)
    return enough and bool(_ENDED.search(text) or text[-1:].isalnum()) and not _SIGNATURE.match(text)


def _is_date(said: Sequence[Word]) -> bool:
    """Say whether words are a date and no more, with its hour or not: *8 novembre 2016, 13 h 10 UTC*."""
    rest = [w.text for w in said if not (w.text[0].isdigit() or is_date_word(w.folded) or len(w.text) == 1)]
    return len(rest) < 2 and any(is_date_word(w.folded) for w in said)
