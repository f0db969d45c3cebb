"""The report as one HTML page that needs nothing else."""

from __future__ import annotations

import math

from porteparole.answering.answer import Citation
from porteparole.dates import spoken_date
from porteparole.evaluation.measures import Share
from porteparole.evaluation.model_counts import model_lines
from porteparole.evaluation.plots import bars
from porteparole.evaluation.report import MAIN, Report
from porteparole.evaluation.running import Outcome
from porteparole.explained import sum_line, verdict_lines, versions_line
from porteparole.language import Language
from porteparole.notice import NoticeValue
from porteparole.numerals import spoken_number
from porteparole.texts import Texts

_CANDIDATES = 3


def render_page(report: Report, texts: Texts, language: Language) -> str:
    """Return the page: what was run, the measures, two figures, and each failure with its grounds."""
    from jinja2 import Environment, PackageLoader
    from markupsafe import Markup

    def words(key: str, **values: NoticeValue) -> str:
        return texts(language, key, values)

    languages = list(report.by_language())
    spoken = {name: words("evaluate-language", language=name) for name in languages}
    by_language, by_kind = report.by_language(), report.by_kind()
    main = [name for name in MAIN if name in report.measures()]
    median, slow = report.milliseconds()
    # Everything of articles, questions and answers is escaped; only our own figures are not.
    page = Environment(
        autoescape=True,
        loader=PackageLoader("porteparole.evaluation", ""),
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return page.get_template("page.html.j2").render(
        language=language,
        words=words,
        report=report,
        versions=versions_line(report.versions, texts, language),
        model=list(model_lines(report.model, texts, language)) if report.model else [],
        when=spoken_date(report.when, language),
        seconds=(spoken_number(median / 1000, language), spoken_number(slow / 1000, language)),
        languages=spoken,
        rows=[
            (
                words("evaluate-measure", name=name),
                share,
                *(by_language[one].get(name) for one in languages),
            )
            for name, share in report.measures().items()
        ],
        shown=shown,
        figures=[
            (
                words("evaluate-figure-main"),
                Markup(  # noqa: S704
                    bars(
                        [words("evaluate-measure", name=name) for name in main],
                        {spoken[one]: [by_language[one].get(name) for name in main] for one in languages},
                    )
                ),
            ),
            (
                words("evaluate-figure-kinds"),
                Markup(  # noqa: S704
                    bars(
                        list(by_kind),
                        {spoken[one]: [found.get(one) for found in by_kind.values()] for one in languages},
                    )
                ),
            ),
        ],
        dropped=[
            (outcome.expected.id, text, flaw)
            for outcome in report.outcomes
            for text, flaw in _rejected(outcome, texts, language)
        ],
        failures=[_failure(outcome, texts, language) for outcome in report.failures],
    )


def shown(share: Share | None) -> str:
    """Return a share with its interval in per cent, *86 [69–94]*; a dash where there is none."""
    if share is None or math.isnan(share.value):
        return "–"
    value, low, high = (round(100 * number) for number in (share.value, *share.interval))
    return f"{value} [{low}–{high}]"


def _failure(outcome: Outcome, texts: Texts, language: Language) -> dict[str, object]:
    expected, explanation = outcome.expected, outcome.explanation
    judged = explanation.judged
    return {
        "expected": expected,
        "answer": outcome.answer,
        "faults": [texts(language, "evaluate-fault", {"fault": fault}) for fault in outcome.score.faults],
        "cited": [(_place(c), c.quote) for c in outcome.answer.citations],
        "right": [*expected.right, *dict.fromkeys(text for texts in expected.needed for text in texts)],
        "found_at": outcome.found_at,
        "verdict": verdict_lines(judged, texts, language) if judged else [],
        "candidates": [
            (
                spoken_number(candidate.score, language),
                f"{candidate.article.id} ¶\u00a0{candidate.paragraph.number}",
                sum_line(candidate.parts, texts, language),
            )
            for candidate in explanation.candidates[:_CANDIDATES]
        ],
        "rejected": _rejected(outcome, texts, language),
    }


def _rejected(outcome: Outcome, texts: Texts, language: Language) -> list[tuple[str, str]]:
    rejected = outcome.explanation.rejected
    return [(one.text, texts(language, "why-flaw", {"flaw": one.flaw})) for one in rejected]


def _place(citation: Citation) -> str:
    return f"{citation.article.id} ¶\u00a0{citation.paragraph.number}"
