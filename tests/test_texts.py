"""Every sentence can be said from its own file: that is what is read."""

import re

import pytest
from fluent.syntax import FluentParser
from fluent.syntax.ast import Junk, Message, VariableReference
from fluent.syntax.visitor import Visitor

from porteparole.language import LANGUAGES, Language
from porteparole.shipped import shipped
from porteparole.texts import Texts

FILES = sorted(file.name for file in (shipped("config") / "locales" / "fr").glob("*.ftl"))
_REFERENCE = re.compile(r"\{ *([a-z][\w-]*) *\}")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_message_refers_to_others_of_its_own_file_alone(language: Language) -> None:
    for file in (shipped("config") / "locales" / language).glob("*.ftl"):
        text = file.read_text(encoding="utf-8")
        messages = {e.id.name for e in FluentParser().parse(text).body if isinstance(e, Message)}
        assert messages, file.name
        assert set(_REFERENCE.findall(text)) <= messages, file.name
        assert all(Texts().has(language, name) or "." in name for name in messages if _has_value(name, text))


def _has_value(name: str, text: str) -> bool:
    return re.search(rf"^{name} *= *\S", text, re.MULTILINE) is not None


def test_both_languages_have_the_same_files() -> None:
    assert sorted(file.name for file in (shipped("config") / "locales" / "en").glob("*.ftl")) == FILES


@pytest.mark.parametrize("file", FILES)
def test_both_languages_have_the_same_sentences_with_the_same_placeholders(file: str) -> None:
    assert sentences("fr", file) == sentences("en", file)


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize("bad", [r"(?<=[\w})*`%»]) [:;?!»]", r"«(?!\u00a0)", r"(?<!\u00a0)»", r"\w'\w"])
def test_french_marks_have_no_break_spaces_and_curly_apostrophes(file: str, bad: str) -> None:
    text = (shipped("config") / "locales" / "fr" / file).read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    assert [line for line in lines if re.search(bad, line)] == []


def sentences(language: Language, file_name: str) -> dict[str, set[str]]:
    """Return the keys of a file with the placeholders of each."""
    file = shipped("config") / "locales" / language / file_name
    found: dict[str, set[str]] = {}
    for entry in FluentParser().parse(file.read_text(encoding="utf-8")).body:
        assert not isinstance(entry, Junk), entry.content
        if isinstance(entry, Message):
            parts = [(entry.id.name, entry.value)]
            parts += [(f"{entry.id.name}.{one.id.name}", one.value) for one in entry.attributes]
            for key, pattern in parts:
                seen = Placeholders()
                seen.visit(pattern)
                found[key] = seen.names
    return found


class Placeholders(Visitor):
    """Collects what a sentence is given."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: VariableReference) -> None:  # noqa: N802
        self.names.add(node.id.name)


def test_an_unknown_key_is_a_key_error() -> None:
    assert not Texts().has("fr", "nothing-like-this")
    with pytest.raises(KeyError):
        Texts()("fr", "nothing-like-this")


def test_a_value_that_is_longer_than_a_page_is_cut() -> None:
    said = Texts()("en", "bot-several-speakers", {"names": "x" * 100_000})
    assert 2000 < len(said) < 2600
    assert "x…" in said
