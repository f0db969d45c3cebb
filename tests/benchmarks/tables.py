"""How the benchmarks print."""

from collections.abc import Sequence


def table(title: str, head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print a Markdown table."""
    print(f"\n{title}\n\n| {' | '.join(head)} |\n|{'---|' * len(head)}")
    for row in rows:
        print(f"| {' | '.join(row)} |", flush=True)


def milliseconds(seconds: float) -> str:
    """Return seconds as milliseconds, to two figures or more."""
    value = 1000 * seconds
    return f"{value:.0f}" if value >= 10 else f"{value:.1f}" if value >= 1 else f"{value:.2f}"


def percentile(values: Sequence[float], share: int) -> float:
    """Return the value below which ``share`` percent lie."""
    return sorted(values)[min(len(values) - 1, len(values) * share // 100)]
