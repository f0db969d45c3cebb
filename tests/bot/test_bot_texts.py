"""The bot's sentences exist in both languages, name the same things and keep French typography."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from porteparole.language import LANGUAGES
from porteparole.shipped import shipped

BOT = Path(__file__).resolve().parents[2] / "bot"


class Placeholders(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802
        self.names.add(node.id.name)


def sentences(language: str, file_name: str = "bot.ftl") -> dict[str, set[str]]:
    """Return the keys with the placeholders of each."""
    file = shipped("config") / "locales" / language / file_name
    found: dict[str, set[str]] = {}
    for entry in FluentParser().parse(file.read_text(encoding="utf-8")).body:
        assert not isinstance(entry, ast.Junk), entry.content
        if isinstance(entry, ast.Message):
            parts = [(entry.id.name, entry.value)]
            parts += [
                (f"{entry.id.name}.{attribute.id.name}", attribute.value) for attribute in entry.attributes
            ]
            for key, pattern in parts:
                seen = Placeholders()
                seen.visit(pattern)
                found[key] = seen.names
    return found


def test_both_languages_have_the_same_sentences_with_the_same_placeholders() -> None:
    assert sentences("fr") == sentences("en")


def test_every_sentence_is_used_and_every_used_one_exists() -> None:
    code = "\n".join(file.read_text(encoding="utf-8") for file in BOT.rglob("*.py"))
    used = set(re.findall(r'["\'](bot-[a-z.-]+)["\']', code))
    assert used == set(sentences("fr"))


def test_descriptions_keep_discords_limit() -> None:
    from porteparole.texts import Texts

    texts = Texts()
    for key in sentences("fr"):
        if "description" in key:
            assert all(len(texts(language, key)) <= 100 for language in LANGUAGES)


@pytest.mark.parametrize("bad", [r"(?<=\w) [:;?!»]", "« ", "\\w'\\w"])
def test_french_marks_have_no_break_spaces_and_curly_apostrophes(bad: str) -> None:
    text = (shipped("config") / "locales" / "fr" / "bot.ftl").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    assert [line for line in lines if re.search(bad, line)] == []
