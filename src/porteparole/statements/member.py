"""Who appears in an article, and who was spoken of last."""

from __future__ import annotations

from dataclasses import dataclass, field

from porteparole.statements.mention import Gender, Sort


@dataclass(slots=True)
class Member:
    """A person, institution or government of the article.

    Attributes:
        name: the canonical name to show.
        sort: what it is.
        gender: where the article shows it.
        plural: whether it is several.
        roles: its functions as worded, the first one the article gives first.
        heads: the nouns of those roles (*ministre*).
        mentions: how it is called, in order, each once.
        code: code of the territory, for governments.
        speaks: whether a statement of theirs was read.
        leads: how often they were a subject or speaker.
    """

    name: str
    sort: Sort
    gender: Gender | None = None
    plural: bool = False
    roles: list[str] = field(default_factory=list[str])
    heads: set[str] = field(default_factory=set[str])
    mentions: list[str] = field(default_factory=list[str])
    code: str | None = None
    speaks: bool = False
    leads: int = 0

    @property
    def role(self) -> str | None:
        """The first function that the article gives."""
        return self.roles[0] if self.roles else None


class Recent:
    """Who was spoken of last: subjects and speakers, and behind them people named in passing."""

    def __init__(self) -> None:
        self.leading: list[Member] = []
        self.passing: list[Member] = []
        self.named: list[Member] = []
        self.spoke: Member | None = None
        # Whom the sentence that is read named so far.
        self.here: list[Member] = []
        self._when: dict[int, int] = {}
        self._clock = 0
        self._opened = 0

    def led(self, member: Member) -> None:
        """Note a subject or speaker."""
        member.leads += 1
        self._note(self.leading, member)

    def saw(self, member: Member) -> None:
        """Note somebody named in passing."""
        self._note(self.passing, member)

    def met(self, member: Member) -> None:
        """Note anybody named, for *ce dernier*."""
        self.named[:] = [other for other in self.named if other is not member]
        self.named.append(member)

    def new_paragraph(self) -> None:
        """Note that a paragraph begins."""
        self._opened = self._clock

    def in_paragraph(self, member: Member) -> bool:
        """Say whether somebody was a subject or named in the paragraph that is read."""
        return self._when.get(id(member), 0) > self._opened

    def later(self, member: Member, other: Member) -> bool:
        """Say whether ``member`` was noted after ``other``."""
        return self._when.get(id(member), 0) > self._when.get(id(other), 0)

    def _note(self, members: list[Member], member: Member) -> None:
        self._clock += 1
        self._when[id(member)] = self._clock
        members[:] = [other for other in members if other is not member]
        members.append(member)
