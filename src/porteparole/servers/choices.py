"""The choices of one server: where the bot answers, whom it answers, who moderates it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

Threads = Literal["no", "button", "always"]
"""No threads; a button below an answer opens one; every question in a channel opens one."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What a server's moderators chose; as it stands here, nothing is restricted.

    Attributes:
        channels: the only channels (and their threads) where the bot answers; empty for all.
        roles: the only roles that it answers; empty for everybody.
        moderators: roles that may do what else needs the permission to manage the server.
        threads: whether longer exchanges get a thread.
    """

    channels: tuple[int, ...] = ()
    roles: tuple[int, ...] = ()
    moderators: tuple[int, ...] = ()
    threads: Threads = "button"


class ServerBook(Protocol):
    """The choices of all servers. Every method may be called from any thread."""

    def choices(self, server: int) -> Choices:
        """Return the choices of a server, the usual ones where nobody chose."""
        ...

    def choose(self, server: int, choices: Choices, by: str) -> None:
        """Keep the choices of a server."""
        ...

    def forget(self, server: int) -> None:
        """Delete the choices of a server (the bot was removed from it)."""
        ...
