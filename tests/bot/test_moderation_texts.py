"""The moderators' sentences exist in both languages, name the same things and keep French typography."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from porteparole.language import LANGUAGES
from porteparole.shipped import shipped
from porteparole.texts import Texts
from tests.bot.test_bot_texts import sentences

BOT = Path(__file__).resolve().parents[2] / "bot"


def test_both_languages_have_the_same_sentences_with_the_same_placeholders() -> None:
    assert sentences("fr", "moderation.ftl") == sentences("en", "moderation.ftl")


def test_every_sentence_is_used_and_every_used_one_exists() -> None:
    code = "\n".join(file.read_text(encoding="utf-8") for file in BOT.rglob("*.py"))
    used = set(re.findall(r'["\'](moderation-[a-z.-]+)["\']', code)) | {
        "moderation-feed-known",
        "moderation-feed-left",
    }
    assert used == set(sentences("fr", "moderation.ftl"))


def test_descriptions_and_labels_keep_discords_limits() -> None:
    texts = Texts()
    for key in sentences("fr", "moderation.ftl"):
        for language in LANGUAGES:
            if "description" in key:
                assert len(texts(language, key)) <= 100
    assert all(len(texts(language, "moderation-form")) <= 45 for language in LANGUAGES)


@pytest.mark.parametrize("bad", [r"(?<=[\w}]) [:;?!»]", "« ", "\\w'\\w"])
def test_french_marks_have_no_break_spaces_and_curly_apostrophes(bad: str) -> None:
    text = (shipped("config") / "locales" / "fr" / "moderation.ftl").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    assert [line for line in lines if re.search(bad, line)] == []
