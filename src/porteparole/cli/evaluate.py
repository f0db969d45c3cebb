"""``porteparole evaluate``: how good the answers to the questions of a gold file are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from porteparole.cli.batch import written_whole
from porteparole.cli.harmless import harmless
from porteparole.cli.options import Data, Json, Seeds, given
from porteparole.cli.render import print_line
from porteparole.cli.terminal import USAGE, Terminal, terminal
from porteparole.notice import PorteParoleError

if TYPE_CHECKING:
    from porteparole.corpus.article import Corpus
    from porteparole.evaluation.gold import Expected, Line
    from porteparole.evaluation.measures import Share
    from porteparole.evaluation.report import Report
    from porteparole.evaluation.running import Outcome
    from porteparole.service import Service

_PAGE, _JSON, _ANSWERS = "report.html", "report.json", "answers.jsonl"


def evaluate(
    context: typer.Context,
    gold: Annotated[Path | None, typer.Option("--gold", metavar="FILE", show_default=False)] = None,
    corpus: Annotated[list[Path] | None, typer.Option("--corpus", metavar="FILE", show_default=False)] = None,
    seeds: Seeds = None,
    data: Data = None,
    translations: Annotated[
        bool | None, typer.Option("--translations/--no-translations", show_default=False)
    ] = None,
    model: Annotated[str | None, typer.Option("--model", metavar="NAME", show_default=False)] = None,
    distractor_safe_only: Annotated[bool, typer.Option("--distractor-safe-only")] = False,
    output: Annotated[Path | None, typer.Option("--output", metavar="DIR", show_default=False)] = None,
    as_json: Json = False,
) -> None:
    """Ask every question of the gold file; show the measures, and write the report into a folder."""
    face = terminal(context)
    read = {} if translations is None else {"translations": translations}
    settings = face.settings(corpus=read, writer={"model": model}, **given(seeds, data))
    lines = _read(face, gold, distractor_safe_only=distractor_safe_only)
    rows = _rows(face, lines, corpus or [])
    folder = output or settings.data_dir / "evaluation"
    _make(folder)
    from porteparole.evaluation.model_counts import ModelCounts

    with face.service(settings) as service:
        expected = _resolved(face, lines, rows, service.corpus)
        outcomes = _asked(face, service, expected)
        articles = service.corpus
        used = ModelCounts(service.model.name, service.model.counts()) if service.model else None
    from porteparole.evaluation.report import Report, report_json

    report = Report(
        gold.name if gold else face.words("evaluate-own-gold"),
        date.today().isoformat(),
        settings.corpus.translations,
        len(articles.articles),
        len(articles.paragraphs),
        tuple(outcomes),
        used,
    )
    _write(face, report, folder)
    if as_json:
        face.write_json(report_json(report))
    else:
        _show(face, report)
    face.note("evaluate-written", folder=str(folder), page=_PAGE)


def _read(face: Terminal, gold: Path | None, *, distractor_safe_only: bool) -> list[Line]:
    from importlib.resources import as_file, files

    from porteparole.evaluation.gold import read_gold

    try:
        if gold is not None:
            lines = read_gold(gold)
        else:
            with as_file(files("porteparole.evaluation").joinpath("gold.jsonl")) as own:
                lines = read_gold(own)
        chosen = [line for line in lines if line.distractor_safe or not distractor_safe_only]
        if not chosen:
            raise PorteParoleError("evaluate-gold-none-safe")
        return chosen
    except PorteParoleError as error:
        face.say_notice(error.notice)
    except OSError as error:
        face.note("cli-file-unreadable", file=str(gold), reason=error.strerror or str(error))
    raise typer.Exit(USAGE)


def _rows(face: Terminal, lines: Sequence[Line], files: Sequence[Path]) -> dict[str, str]:
    from porteparole.evaluation.gold import read_rows

    wanted = {place.row for line in lines for place in line.places() if place.text is None and place.row}
    if not wanted:
        return {}
    try:
        if not files:
            raise PorteParoleError("evaluate-no-corpus")
        return read_rows(files, wanted)
    except PorteParoleError as error:
        face.say_notice(error.notice)
    except OSError as error:
        face.note("cli-file-unreadable", file=str(error.filename), reason=error.strerror or str(error))
    except UnicodeDecodeError:
        face.note("evaluate-rows-no-text", files=", ".join(map(str, files)))
    raise typer.Exit(USAGE)


def _resolved(
    face: Terminal, lines: Sequence[Line], rows: dict[str, str], corpus: Corpus
) -> tuple[Expected, ...]:
    from porteparole.evaluation.gold import resolve

    try:
        return resolve(lines, rows, corpus)
    except PorteParoleError as error:
        face.say_notice(error.notice)
        raise typer.Exit(USAGE) from error


def _asked(face: Terminal, service: Service, expected: Sequence[Expected]) -> list[Outcome]:
    from porteparole.evaluation.running import outcomes

    found: list[Outcome] = []
    with face.progress() as progress:
        for outcome in outcomes(service.explain, expected):
            found.append(outcome)
            progress("answering", len(found), len(expected))
    return found


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = error.strerror or str(error)
        raise PorteParoleError("cli-file-unwritable", file=str(folder), reason=reason) from error


def _write(face: Terminal, report: Report, folder: Path) -> None:
    from porteparole.evaluation.page import render_page
    from porteparole.evaluation.report import report_json
    from porteparole.lines import answer_line, to_json

    with written_whole(folder / _PAGE) as page:
        page.write(render_page(report, face.texts, face.language))
    with written_whole(folder / _JSON) as file:
        file.write(to_json(report_json(report)) + "\n")
    with written_whole(folder / _ANSWERS) as file:
        for outcome in report.outcomes:
            line = answer_line(outcome.expected.id, outcome.answer, outcome.milliseconds)
            file.write(to_json(line) + "\n")


def _show(face: Terminal, report: Report) -> None:
    from porteparole.evaluation.model_counts import model_lines

    for outcome in report.failures:
        _show_failure(face, outcome)
    languages = report.by_language()
    spoken = [face.words("evaluate-language", language=name) for name in languages]
    _table(
        face,
        [face.words("evaluate-column-measure"), face.words("evaluate-column-all"), *spoken],
        {
            face.words("evaluate-measure", name=name): [share, *(m.get(name) for m in languages.values())]
            for name, share in report.measures().items()
        },
        counts=1,
    )
    _table(
        face,
        [face.words("evaluate-column-kind"), *spoken],
        {harmless(kind): [m.get(name) for name in languages] for kind, m in report.by_kind().items()},
        counts=len(spoken),
    )
    print_line(face.out, face.words("evaluate-intervals"), "dim")
    if report.model:
        for line in model_lines(report.model, face.texts, face.language):
            print_line(face.out, harmless(line))


def _table(
    face: Terminal, titles: Sequence[str], rows: Mapping[str, Sequence[Share | None]], *, counts: int
) -> None:
    """Print the shares of each label, the first ``counts`` of them with what they are shares of."""
    from rich import box
    from rich.table import Table

    from porteparole.evaluation.page import shown

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0))
    table.add_column(titles[0])
    for number, title in enumerate(titles[1:]):
        if number < counts:
            table.add_column("", justify="right", style="dim", no_wrap=True)
        table.add_column(title, no_wrap=True)
    for label, shares in rows.items():
        cells: list[str] = []
        for number, share in enumerate(shares):
            if number < counts:
                cells.append(f"{share.right}/{share.total}" if share else "")
            cells.append(shown(share))
        table.add_row(label, *cells)
    face.out.print(table)


def _show_failure(face: Terminal, outcome: Outcome) -> None:
    expected, answer = outcome.expected, outcome.answer
    print_line(face.out, f"{expected.id} ({expected.kind})  {expected.question}".translate({10: " "}), "bold")
    faults = " · ".join(face.words("evaluate-fault", fault=fault) for fault in outcome.score.faults)
    print_line(face.out, faults, "red", indent=2)
    if answer.outcome == "refused":
        print_line(face.out, harmless(answer.text), indent=2)
    for citation in answer.citations:
        place = f"{citation.article.id} ¶\u00a0{citation.paragraph.number}"
        print_line(face.out, f"→ {place}  {harmless(citation.quote)}", indent=2)
    if expected.right or expected.needed:
        print_line(face.out, face.words("evaluate-found-at", place=outcome.found_at or 0), "dim", indent=2)
