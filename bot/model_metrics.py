"""What the language model did, as Prometheus reads it."""

from __future__ import annotations

from collections.abc import Iterator

from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from porteparole.service import ModelUse

# The engine's counters with the label that tells their kinds apart; one without a label is a single number.
_COUNTERS = {
    "requests": ("Requests to the language model by what came of them: answered, or the trouble.", "outcome"),
    "tokens": ("Tokens: read, written.", "direction"),
    "cost": ("Money, in the unit of writer.read_price and writer.written_price.", ""),
    "sentences": ("Sentences by what the proof said: held, rewritten (then held), dropped.", "outcome"),
    "answers": ("Answers: worded, repeated, or why the articles' own words took their place.", "outcome"),
    "questions": ("Follow-up questions: rewritten by the model, or by rule.", "outcome"),
}


class ModelMetrics(Collector):
    """Reads the engine's counters whenever somebody asks; none of them holds a name or a question."""

    def __init__(self, use: ModelUse) -> None:
        self._use = use

    def collect(self) -> Iterator[Metric]:
        """Yield every metric."""
        counts = self._use.counts()
        for kind, (told, label) in _COUNTERS.items():
            family = CounterMetricFamily(f"porteparole_model_{kind}", told, labels=[label] if label else [])
            found = {name: count for (of, name), count in counts.items() if of == kind}
            for name, count in (found if label else {"": found.get("", 0)}).items():
                family.add_metric([name] if label else [], count)
            yield family
        today = self._use.today()
        for name, told, value in (
            ("resting", "1 while the model is left in peace after several failures.", self._use.is_resting),
            ("tokens_today", "Tokens used today (UTC).", today.tokens),
            ("cost_today", "Money spent today (UTC).", today.cost / 1_000_000),
        ):
            yield GaugeMetricFamily(f"porteparole_model_{name}", told, value=float(value))
