"""Every sentence can be said from its own file: that is what is read."""

import re

import pytest
from fluent.syntax import FluentParser
from fluent.syntax.ast import Message

from porteparole.language import LANGUAGES, Language
from porteparole.shipped import shipped
from porteparole.texts import Texts

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


def test_an_unknown_key_is_a_key_error() -> None:
    assert not Texts().has("fr", "nothing-like-this")
    with pytest.raises(KeyError):
        Texts()("fr", "nothing-like-this")


def test_a_value_that_is_longer_than_a_page_is_cut() -> None:
    said = Texts()("en", "bot-several-speakers", {"names": "x" * 100_000})
    assert 2000 < len(said) < 2600
    assert "x…" in said
