"""The moderators' sentences are used, and keep Discord's limits."""

from __future__ import annotations

import re
from pathlib import Path

from porteparole.language import LANGUAGES
from porteparole.texts import Texts
from tests.test_texts import sentences

BOT = Path(__file__).resolve().parents[2] / "bot"


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
