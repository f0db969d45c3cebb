"""A paragraph with what was read in it."""

from __future__ import annotations

from dataclasses import dataclass

from porteparole.corpus.article import Paragraph
from porteparole.statements.draft import Draft
from porteparole.statements.mention import Mention
from porteparole.statements.sentence import Sentence
from porteparole.text.quotations import Quotation


@dataclass(slots=True)
class Page:
    """A paragraph with what was read in it."""

    paragraph: Paragraph
    marks: list[Quotation]
    nested: list[Quotation]
    sentences: list[Sentence]
    drafts: list[list[Draft]]
    announcer: tuple[Mention | None, str] | None

    @property
    def opens(self) -> bool:
        """Whether the paragraph begins with a quotation."""
        return bool(self.marks) and not self.paragraph.text[: self.marks[0].start].strip()

    @property
    def only_quotation(self) -> bool:
        """Whether it is one quotation and nothing else."""
        text = self.paragraph.text
        return self.opens and not text[self.marks[0].end :].strip(" .\u00a0")

    @property
    def left_open(self) -> bool:
        """Whether its last quotation is not closed."""
        return bool(self.marks) and not self.marks[-1].closed
