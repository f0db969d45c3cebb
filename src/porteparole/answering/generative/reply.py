"""What a model answered, read with patience: JSON as asked for, in a fence, amid talk, or cut off."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, cast

SCHEMA: dict[str, Any] = {
    "title": "answer",
    "description": "Sentences, each with the numbers of the paragraphs it rests on.",
    "type": "object",
    "additionalProperties": False,
    "required": ["sentences"],
    "properties": {
        "sentences": {
            "type": "array",
            "items": {
                "type": "object",
                "additionalProperties": False,
                "required": ["text", "paragraphs", "quotation"],
                "properties": {
                    "text": {"type": "string"},
                    "paragraphs": {"type": "array", "items": {"type": "integer"}},
                    "quotation": {"type": "string"},
                },
            },
        }
    },
}

_LONGEST_SENTENCE = 600
_LONGEST_REPLY = 20_000
_MARKS = re.compile(r"\s*\[\d+(?:\s*,\s*\d+)*\]")


@dataclass(frozen=True, slots=True)
class Written:
    """A sentence as a model wrote it, with the numbers of the paragraphs that it names."""

    text: str
    paragraphs: tuple[int, ...]
    quotation: str = ""


def read_reply(text: str, most: int) -> list[Written] | None:
    """Return the first ``most`` sentences of a reply; empty where it says that there are none to write; None
    where it is no answer.

    Of a reply that breaks off, the sentences that are whole count.
    """
    text = text[:_LONGEST_REPLY]
    for found in _objects(text):
        listed = found.get("sentences")
        if isinstance(listed, list):
            return _sentences(cast("list[Any]", listed), most)
    # Broken off or without its frame: each whole object with a text is a sentence.
    loose = [found for found in _objects(text, inside=True) if isinstance(found.get("text"), str)]
    return _sentences(loose, most) if loose else None


def read_field(text: str, name: str) -> str | None:
    """Return a text that stands under a name in the object of a reply, None where there is none."""
    for found in _objects(text[:_LONGEST_REPLY]):
        value = found.get(name)
        if isinstance(value, str):
            return value
    return None


def _objects(text: str, *, inside: bool = False) -> Iterator[dict[str, Any]]:
    decoder = json.JSONDecoder(strict=False)
    at = text.find("{")
    while at >= 0:
        try:
            found, end = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            at = text.find("{", at + 1)
            continue
        if isinstance(found, dict):
            yield cast("dict[str, Any]", found)
        at = text.find("{", at + 1 if inside else end)


def _sentences(listed: list[Any], most: int) -> list[Written]:
    found: list[Written] = []
    for item in listed[:most]:
        if not isinstance(item, dict):
            continue
        fields = cast("dict[str, Any]", item)
        text = fields.get("text")
        numbers = fields.get("paragraphs")
        quotation = fields.get("quotation")
        if not isinstance(text, str):
            continue
        clean = " ".join(_MARKS.sub("", text).split())
        if clean and len(clean) <= _LONGEST_SENTENCE:
            found.append(Written(clean, _numbers(numbers), quotation if isinstance(quotation, str) else ""))
    return found


def _numbers(value: object) -> tuple[int, ...]:
    listed = cast("list[Any]", value) if isinstance(value, list) else [value]
    return tuple(dict.fromkeys(n for n in listed if isinstance(n, int) and not isinstance(n, bool)))
