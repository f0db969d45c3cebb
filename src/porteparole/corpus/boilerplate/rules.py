"""The rules of ``rules.toml``, read once."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

_FRAGMENT = re.compile(r"\{([a-z]+)\}")
_FORMS = {"whole": "^(?:%s)$", "start": "^(?:%s)", "anywhere": "(?:%s)"}


@dataclass(frozen=True, slots=True)
class Rule:
    """A kind of line that is no part of an article; ``rules.toml`` explains each field."""

    reason: str
    pattern: re.Pattern[str]
    words: int
    bare: bool
    tail: bool


@dataclass(frozen=True, slots=True)
class Rules:
    """Everything of ``rules.toml``: the rules in the order in which they are tried, and the vocabulary."""

    lines: tuple[Rule, ...]
    tail: tuple[Rule, ...]
    long: re.Pattern[str]
    attributes: re.Pattern[str]
    narrates: re.Pattern[str]
    reader: re.Pattern[str]
    site: re.Pattern[str]


@cache
def rules() -> Rules:
    """Return the rules."""
    table: dict[str, Any] = tomllib.loads(Path(__file__).with_name("rules.toml").read_text(encoding="utf-8"))
    fragments: dict[str, str] = {}
    for name, text in table["fragments"].items():
        fragments[name] = _filled(text, fragments)
    every = [_rule(rule, fragments) for rule in table["rule"]]
    vocabulary = {name: _any(patterns) for name, patterns in table["vocabulary"].items()}
    own, tail = (tuple(rule for rule in every if rule.tail is where) for where in (False, True))
    return Rules(own, tail, **vocabulary)


def _rule(table: dict[str, Any], fragments: dict[str, str]) -> Rule:
    patterns = [
        form % _filled(text, fragments) for name, form in _FORMS.items() for text in table.get(name, ())
    ]
    return Rule(
        table["reason"], _any(patterns), table["words"], table.get("bare", False), table.get("tail", False)
    )


def _any(patterns: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(patterns))


def _filled(text: str, fragments: dict[str, str]) -> str:
    return _FRAGMENT.sub(lambda match: fragments[match[1]], text)
