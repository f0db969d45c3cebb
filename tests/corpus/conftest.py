"""What the tests of the corpus share: a folder to fill, and the sentences that people would read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from porteparole.corpus.article import LeftOut, RefusedFile
from porteparole.texts import Texts
from tests.corpus.corpus_folder import Folder


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """An empty folder."""
    path = tmp_path / "articles"
    path.mkdir()
    return Folder(path)


@pytest.fixture(scope="session")
def say() -> Callable[[RefusedFile | LeftOut], str]:
    """Say in both languages why; every value that a sentence names must be there."""
    texts = Texts()

    def both(item: RefusedFile | LeftOut) -> str:
        return "\n".join(texts.notice(language, item.reason) for language in ("fr", "en"))

    return both
