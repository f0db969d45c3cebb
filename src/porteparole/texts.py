"""Every sentence that a person reads, from the locale files in ``config/locales`` (Fluent)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource

from porteparole.language import Language
from porteparole.notice import Notice, NoticeValue
from porteparole.shipped import shipped

# fluent.runtime fills in nothing longer than 2,500 characters (MAX_PART_LENGTH).
_LONGEST = 2400
_MESSAGE = re.compile(r"^([a-zA-Z][\w-]*) *=", re.MULTILINE)


class Texts:
    """The sentences of both languages, from ``FOLDER/<language>/*.ftl``, each file read when it is needed.

    Raises:
        KeyError: when a key is missing in a language (a test holds the files complete).
        ValueError: when a value that the sentence names is not given.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder or shipped("config") / "locales"

    def __call__(self, language: Language, key: str, values: Mapping[str, NoticeValue] | None = None) -> str:
        """Return the sentence ``key`` in ``language`` with ``values`` filled in.

        ``key`` may name an attribute of a message: ``ask.description``. A value that is longer than a page is
        cut, and marked with "…".
        """
        name, _, attribute = key.partition(".")
        bundle = _bundle(_files(self._folder / language)[name], language)
        message = bundle.get_message(name)
        pattern = message.attributes[attribute] if attribute else message.value
        if pattern is None:
            raise KeyError(key)
        given = {name: _short(value) for name, value in (values or {}).items()}
        text, errors = bundle.format_pattern(pattern, given)
        if errors:
            raise ValueError(f"{language}/{key}: {errors[0]}")
        return str(text)

    def notice(self, language: Language, notice: Notice) -> str:
        """Return the sentence of a notice."""
        return self(language, notice.key, notice.values)

    def has(self, language: Language, key: str) -> bool:
        """Say whether there is a sentence ``key`` in ``language``."""
        name, _, attribute = key.partition(".")
        file = _files(self._folder / language).get(name)
        if file is None:
            return False
        message = _bundle(file, language).get_message(name)
        return attribute in message.attributes if attribute else message.value is not None


def _short(value: NoticeValue) -> NoticeValue:
    return f"{value[:_LONGEST]}…" if isinstance(value, str) and len(value) > _LONGEST else value


@cache
def _files(folder: Path) -> dict[str, Path]:
    """Return in which file each message stands: reading them all as Fluent takes a fifth of a second."""
    return {
        name: file
        for file in sorted(folder.glob("*.ftl"))
        for name in _MESSAGE.findall(file.read_text(encoding="utf-8"))
    }


@cache
def _bundle(file: Path, language: Language) -> FluentBundle:
    # Isolation marks (U+2068, U+2069) would stand in Discord messages as invisible characters.
    bundle = FluentBundle([language], use_isolating=False)
    # A message refers to others of its own file alone (a test holds that).
    bundle.add_resource(FluentResource(file.read_text(encoding="utf-8")))
    return bundle
