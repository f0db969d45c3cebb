"""What a language model did in an evaluation, counted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from porteparole.language import Language
from porteparole.texts import Texts

_NO_FALLBACK = frozenset({"worded", "repeated"})


@dataclass(frozen=True)
class ModelCounts:
    """The counters of a language model.

    Attributes:
        name: of the model.
        counts: see :data:`porteparole.answering.generative.tally.Kind`.
    """

    name: str
    counts: Mapping[tuple[str, str], float]

    def of(self, kind: str, label: str = "") -> int:
        """Return a whole count."""
        return int(self.counts.get((kind, label), 0))

    @property
    def worded(self) -> int:
        """How many answers the model worded."""
        return self.of("answers", "worded") + self.of("answers", "repeated")

    @property
    def replaced(self) -> dict[str, int]:
        """How often the articles' own words took the place of the model's, by reason."""
        found = {
            label: int(count)
            for (kind, label), count in self.counts.items()
            if kind == "answers" and label not in _NO_FALLBACK
        }
        return dict(sorted(found.items(), key=lambda item: -item[1]))


def model_json(model: ModelCounts) -> dict[str, Any]:
    """Return the counts for programs."""
    return {
        "name": model.name,
        "answers": {"worded": model.worded, "replaced": model.replaced},
        "sentences": {label: model.of("sentences", label) for label in ("held", "rewritten", "dropped")},
        "tokens": {label: model.of("tokens", label) for label in ("read", "written")},
        "cost": model.counts.get(("cost", ""), 0.0),
    }


def model_lines(model: ModelCounts, texts: Texts, language: Language) -> Iterator[str]:
    """Yield what the model did, in sentences."""
    replaced = model.replaced
    reasons = ", ".join(
        f"{texts(language, 'evaluate-model-trouble', {'trouble': trouble})} {count}"
        for trouble, count in replaced.items()
    )
    values = {"name": model.name, "worded": model.worded, "replaced": sum(replaced.values())}
    yield texts(language, "evaluate-model-answers", {**values, "reasons": reasons or "none"})
    sentences = {label: model.of("sentences", label) for label in ("held", "rewritten", "dropped")}
    yield texts(language, "evaluate-model-sentences", sentences)
    tokens = {label: model.of("tokens", label) for label in ("read", "written")}
    yield texts(language, "evaluate-model-tokens", tokens)
