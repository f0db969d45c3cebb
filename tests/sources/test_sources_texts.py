"""Every reason that this room gives has a sentence in both languages, and every sentence has a use."""

from __future__ import annotations

import re

import pytest
from fluent.runtime import FluentResource
from fluent.syntax.ast import Message

from porteparole.corpus.metadata import FIELDS
from porteparole.language import Language
from porteparole.shipped import shipped

PACKAGE = shipped("config").parent / "src" / "porteparole" / "sources"


@pytest.mark.parametrize("language", ["fr", "en"])
def test_sentences_and_keys_are_the_same(language: Language) -> None:
    if not PACKAGE.is_dir():
        pytest.skip("the sources are not here: the package was installed")
    code = "\n".join(path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py"))
    used = set(re.findall(r'"(sources-[a-z-]*[a-z])"', code)) | {f"sources-wrong-{name}" for name in FIELDS}
    text = (shipped("config") / "locales" / language / "sources.ftl").read_text(encoding="utf-8")
    assert {entry.id.name for entry in FluentResource(text).body if isinstance(entry, Message)} == used


def test_french_typography_has_its_no_break_spaces() -> None:
    text = (shipped("config") / "locales" / "fr" / "sources.ftl").read_text(encoding="utf-8")
    sentences = "\n".join(line for line in text.split("\n") if not line.startswith("#"))
    assert re.search(r"« |[ \w]»| [;?!:»]", sentences) is None
    assert "'" not in sentences
