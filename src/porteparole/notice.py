"""Sentences for people, named by key so that each face can say them in its reader's language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial

NoticeValue = str | int | float


@dataclass(frozen=True, slots=True)
class Notice:
    """A sentence to be said to a person: the key of a text in ``config/locales`` and its values."""

    key: str
    values: Mapping[str, NoticeValue] = field(default_factory=dict[str, NoticeValue])


class PorteParoleError(Exception):
    """An error that a person can mend; its notice says what is wrong and what to do.

    Args:
        key: key of the sentence in ``config/locales``.
        values: what the sentence names (files, settings, limits); never a secret.
    """

    def __init__(self, key: str, **values: NoticeValue) -> None:
        super().__init__(key, values)
        self.notice = Notice(key, values)

    def __reduce__(self) -> tuple[Callable[[], PorteParoleError], tuple[()]]:
        """Let it pass from one process to another."""
        return partial(type(self), self.notice.key, **self.notice.values), ()
