"""``porteparole corpus reload``, ``add``, ``remove``, ``rollback``: what changes the articles."""

from __future__ import annotations

import getpass
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from porteparole.cli.harmless import harmless
from porteparole.cli.options import Data, Json, Seeds, given
from porteparole.cli.refused import say_refused
from porteparole.cli.render import print_line
from porteparole.cli.terminal import Terminal, from_argument, terminal
from porteparole.library.report import ArticleName, Changes, Place, Report, report_json
from porteparole.notice import PorteParoleError

if TYPE_CHECKING:
    from porteparole.cli.progress import StderrProgress
    from porteparole.library.library import Library
    from porteparole.settings import Settings

_MOST_NAMED = 30


def reload(
    context: typer.Context,
    dry_run: Annotated[bool, typer.Option("--dry-run")] = False,
    empty: Annotated[bool, typer.Option("--empty")] = False,
    as_json: Json = False,
    seeds: Seeds = None,
    data: Data = None,
) -> None:
    """Read the articles again and tell what changed."""
    face, settings = begin(context, seeds, data)
    with _opened(face, settings) as (library, progress):
        report = library.reload(actor=actor(), dry_run=dry_run, confirm_empty=empty, progress=progress)
    _tell(face, report, as_json=as_json)


def add(
    context: typer.Context,
    source: Annotated[str, typer.Argument(metavar="FILE|URL", show_default=False)],
    title: Annotated[str | None, typer.Option("--title", metavar="TITLE", show_default=False)] = None,
    publisher: Annotated[str | None, typer.Option("--publisher", metavar="NAME", show_default=False)] = None,
    published: Annotated[str | None, typer.Option("--date", metavar="DATE", show_default=False)] = None,
    language: Annotated[str | None, typer.Option("--lang", metavar="fr|en", show_default=False)] = None,
    url: Annotated[str | None, typer.Option("--url", metavar="ADDRESS", show_default=False)] = None,
    replace: Annotated[bool, typer.Option("--replace")] = False,
    as_json: Json = False,
    seeds: Seeds = None,
    data: Data = None,
) -> None:
    """Keep an article in the data folder, from a file or from the web."""
    from porteparole.sources.offer import stated_fields

    face, settings = begin(context, seeds, data)
    stated = {
        "title": title,
        "publisher": publisher,
        "published": published,
        "language": language,
        "url": url,
    }
    fields = stated_fields({name: from_argument(value) for name, value in stated.items() if value})
    offers = _offers(face, from_argument(source), fields, settings)
    with _opened(face, settings) as (library, progress):
        for offer in offers:
            try:
                report = library.add(
                    offer.name,
                    offer.data,
                    actor=actor(),
                    fields=offer.fields,
                    replace=replace,
                    progress=progress,
                )
            except PorteParoleError as error:
                if len(offers) == 1:
                    raise
                # One article of a feed does not keep the others out.
                face.say_notice(error.notice)
            else:
                _tell(face, report, as_json=as_json)


def remove(
    context: typer.Context,
    article: Annotated[str, typer.Argument(metavar="ARTICLE", show_default=False)],
    undo: Annotated[bool, typer.Option("--undo")] = False,
    as_json: Json = False,
    seeds: Seeds = None,
    data: Data = None,
) -> None:
    """Leave an article out, now and in later reloads, or take that back."""
    face, settings = begin(context, seeds, data)
    with _opened(face, settings) as (library, progress):
        act = library.readmit if undo else library.remove
        report = act(from_argument(article), actor=actor(), progress=progress)
    _tell(face, report, as_json=as_json)


def translate(
    context: typer.Context,
    article: Annotated[str, typer.Argument(metavar="ARTICLE", show_default=False)],
    number: Annotated[int, typer.Argument(metavar="NUMBER", show_default=False)],
    text: Annotated[str, typer.Argument(metavar="TEXT", show_default=False)],
    as_json: Json = False,
    seeds: Seeds = None,
    data: Data = None,
) -> None:
    """Correct the translation of a paragraph that a machine made, or make one."""
    face, settings = begin(context, seeds, data)
    with _opened(face, settings) as (library, progress):
        report = library.translate(
            from_argument(article), number, from_argument(text), actor=actor(), progress=progress
        )
    _tell(face, report, as_json=as_json)


def rollback(context: typer.Context, as_json: Json = False, seeds: Seeds = None, data: Data = None) -> None:
    """Let the generation before answer again."""
    face, settings = begin(context, seeds, data)
    with _opened(face, settings) as (library, progress):
        report = library.rollback(actor=actor(), progress=progress)
    _tell(face, report, as_json=as_json)


def begin(context: typer.Context, seeds: list[Path] | None, data: Path | None) -> tuple[Terminal, Settings]:
    """Return the terminal and the settings with those of the command line."""
    face = terminal(context)
    return face, face.settings(**given(seeds, data))


def actor() -> str:
    """Return who is at the terminal, for the audit log."""
    try:
        return f"terminal:{getpass.getuser()}"
    except (OSError, KeyError, ImportError):  # a container whose user has no name
        return "terminal:?"


@contextmanager
def _opened(face: Terminal, settings: Settings) -> Generator[tuple[Library, StderrProgress]]:
    from porteparole.answering.generative.opening import open_translator
    from porteparole.library.opening import open_library

    translator = partial(open_translator, settings)
    with open_library(settings, translator) as library, face.progress() as progress:
        yield library, progress


def _offers(face: Terminal, source: str, fields: Any, settings: Settings) -> Sequence[Any]:
    from porteparole.sources.offer import uploaded

    if source.lower().startswith(("http://", "https://")):
        return _fetched(face, source, fields, settings)
    path = Path(source)
    try:
        return [uploaded(path.name, path.read_bytes(), fields)]
    except OSError as error:
        raise PorteParoleError(
            "cli-file-unreadable", file=harmless(source), reason=error.strerror or type(error).__name__
        ) from None


def _fetched(face: Terminal, address: str, fields: Any, settings: Settings) -> Sequence[Any]:
    import asyncio

    from porteparole.sources.gather import gather
    from porteparole.sources.web import Limits, Web

    async def fetch() -> Any:
        of = settings.sources
        limits = Limits(seconds=of.timeout_seconds, max_bytes=of.max_page_mb * 1_000_000, contact=of.contact)
        async with Web(limits) as web:
            with face.progress() as progress:
                return await gather(address, web, given=fields, most=of.feed_articles, progress=progress)

    gathered = asyncio.run(fetch())
    say_refused(face, "cli-corpus-refused", gathered.refused)
    return gathered.offers


def _tell(face: Terminal, report: Report, *, as_json: bool) -> None:
    if as_json:
        face.write_json(report_json(report, lambda notice: face.texts.notice(face.language, notice)))
        return
    if report.dry_run:
        face.note("cli-library-dry-run")
    for kind, sign in (("added", "+"), ("changed", "~"), ("removed", "−")):
        _named(face, sign, getattr(report.articles, kind), lambda a: f"{a.id} · {a.title}")
    for kind, sign in (("added", "+"), ("changed", "~"), ("removed", "−")):
        _named(face, f"  {sign}", getattr(report.paragraphs, kind), _place)
    say_refused(face, "cli-corpus-refused", report.refused)
    say_refused(face, "cli-corpus-mended", report.mended)
    face.out.print(_sum(face, report))


def _named(face: Terminal, sign: str, items: Sequence[Any], shown: Callable[[Any], str]) -> None:
    style = {"+": "green", "~": "yellow", "−": "red"}[sign.strip()]
    for item in items[:_MOST_NAMED]:
        print_line(face.out, harmless(f"{sign} {shown(item)}"), style)
    if len(items) > _MOST_NAMED:
        print_line(
            face.out, f"{sign} {face.words('cli-library-more', count=len(items) - _MOST_NAMED)}", style
        )


def _place(place: Place) -> str:
    return f"{place.article} ¶\u00a0{place.number} · {place.beginning}"


def _sum(face: Terminal, report: Report) -> str:
    return face.words(
        "cli-library-report",
        articles=_signs(report.articles),
        paragraphs=_signs(report.paragraphs),
        refused=len(report.refused),
        embedded=report.embedded,
        seconds=face.words("cli-library-seconds", seconds=round(report.seconds, 1)),
        generation=report.generation,
    )


def _signs(changes: Changes[ArticleName] | Changes[Place]) -> str:
    return f"+{len(changes.added)} ~{len(changes.changed)} −{len(changes.removed)}"
