"""What the model is told: files with a name and a version, and the articles' text fenced as data."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Literal

from porteparole.language import Language

PromptName = Literal["answer", "summary", "rewrite", "follow-up", "translate"]

VERSIONS: Mapping[PromptName, int] = {
    "answer": 2,
    "summary": 1,
    "rewrite": 5,
    "follow-up": 1,
    "translate": 1,
}
"""Of each prompt, and the number in its files' names: raised with every change of their text, since kept
answers and translations belong to one."""


@cache
def prompt(name: PromptName, language: Language) -> str:
    """Return the text of a prompt file."""
    file = files("porteparole.answering.generative").joinpath(
        "prompts", f"{name}-{VERSIONS[name]}.{language}.txt"
    )
    return file.read_text("utf-8").strip()


def material(given: Mapping[str, str | int], paragraphs: Sequence[tuple[str, Sequence[str]]]) -> str:
    """Return what is given (a question) and the numbered paragraphs with their speakers as one JSON object.

    Nothing in a JSON string can end it: that fences what strangers wrote.
    """
    listed = [
        {"number": number, "speakers": list(speakers), "text": text}
        for number, (text, speakers) in enumerate(paragraphs, 1)
    ]
    return json.dumps({**given, "paragraphs": listed}, ensure_ascii=False)


def complaint(failed: Sequence[tuple[str, Sequence[int], str | None, str]]) -> str:
    """Return the sentences that failed, each with its paragraphs, the reason and the words it hangs on."""
    listed = [
        {"text": text, "paragraphs": list(numbers), "reason": reason or "", "words": detail}
        for text, numbers, reason, detail in failed
    ]
    return json.dumps({"sentences": listed}, ensure_ascii=False)
