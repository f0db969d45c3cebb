"""Every reason that this room gives has a sentence in both languages, and every sentence has a use."""

from __future__ import annotations

import re
import tomllib
from typing import get_args

import pytest
from fluent.runtime import FluentResource
from fluent.syntax.ast import Message

from porteparole.corpus.draft import BlockKind
from porteparole.corpus.metadata import FIELDS
from porteparole.language import Language
from porteparole.shipped import shipped

PACKAGE = shipped("config").parent / "src" / "porteparole" / "corpus"


def used_keys() -> set[str]:
    if not PACKAGE.is_dir():
        pytest.skip("the sources are not here: the package was installed")
    source = "\n".join(path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py"))
    found = set(re.findall(r'"(corpus-[a-z-]*[a-z])"', source))
    nearest = {f"{key}-nearest" for key in re.findall(r'_with_nearest\("(corpus-[a-z-]+)"', source)}
    rules = tomllib.loads((PACKAGE / "boilerplate" / "rules.toml").read_text(encoding="utf-8"))["rule"]
    reasons = {rule["reason"] for rule in rules} | set(get_args(BlockKind)) - {"text"}
    reasons |= set(
        re.findall(r'(?:return|=|or|else) \(?"([a-z]+)"', (PACKAGE / "boilerplate" / "judge.py").read_text())
    )
    translations = {f"corpus-translation-{kind}" for kind in ("missing", "extra", "off")}
    return (
        found
        | nearest
        | translations
        | {f"corpus-wrong-{name}" for name in FIELDS}
        | {f"corpus-left-out-{r}" for r in reasons}
    )


@pytest.mark.parametrize("language", ["fr", "en"])
def test_sentences_and_keys_are_the_same(language: Language) -> None:
    text = (shipped("config") / "locales" / language / "corpus.ftl").read_text(encoding="utf-8")
    messages = {entry.id.name for entry in FluentResource(text).body if isinstance(entry, Message)}
    assert messages == used_keys()


def test_french_typography_has_its_no_break_spaces() -> None:
    text = (shipped("config") / "locales" / "fr" / "corpus.ftl").read_text(encoding="utf-8")
    sentences = "\n".join(line for line in text.split("\n") if not line.startswith("#"))
    assert re.search(r"« |[ \w]»| [;?!:»]", sentences) is None
    assert "'" not in sentences
