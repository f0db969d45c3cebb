"""Figures for a page, drawn as SVG by pygal: nothing is fetched when the page is read."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from porteparole.evaluation.measures import Share

_WIDTH, _BAR, _MARGIN = 860, 17, 78
_SCRIPT = re.compile(r"<script\b.*?</script>", re.DOTALL)
_COLOURS = ("#2a6f97", "#e07a5f", "#81b29a")


def bars(labels: Sequence[str], series: Mapping[str, Sequence[Share | None]]) -> str:
    """Return horizontal bars of shares with their 95 % intervals, as an ``<svg>`` element.

    Args:
        labels: of the groups, from top to bottom.
        series: for each colour of bar its name and a share for each label (None where there is none).
    """
    import pygal  # pyright: ignore[reportMissingTypeStubs]
    from pygal.style import Style  # pyright: ignore[reportMissingTypeStubs]

    style = Style(
        background="transparent",
        plot_background="transparent",
        font_family="system-ui, sans-serif",
        colors=_COLOURS,
        ci_colors=("#333",) * len(_COLOURS),
        label_font_size=13,
        major_label_font_size=13,
        legend_font_size=13,
    )
    chart: Any = pygal.HorizontalBar(  # pyright: ignore[reportUnknownVariableType]
        js=[],
        style=style,
        range=(0, 1),
        width=_WIDTH,
        height=_MARGIN + (len(series) * _BAR + 12) * len(labels),
        margin=8,
        spacing=8,
        disable_xml_declaration=True,
        legend_at_bottom=True,
        legend_at_bottom_columns=len(series),
        truncate_label=-1,
        formatter=lambda value: f"{value:.2f}",  # pyright: ignore[reportUnknownLambdaType]
    )
    # pygal draws the first group at the bottom.
    chart.x_labels = list(reversed(labels))
    chart.y_labels = [0, 0.25, 0.5, 0.75, 1]
    for name, shares in series.items():
        chart.add(name, [_bar(share) for share in reversed(shares)])
    # It leaves a script with its own settings in the figure, which nothing here reads.
    return _SCRIPT.sub("", str(chart.render(is_unicode=True)))


def _bar(share: Share | None) -> dict[str, object] | None:
    if share is None or not share.total:
        return None
    low, high = share.interval
    return {
        "value": round(share.value, 4),
        "ci": {"low": low, "high": high},
        "label": f"{share.right}/{share.total}",
    }
