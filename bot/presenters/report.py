"""What came of an action on the articles, as a message and as a file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from discord import ui

from bot.presenters.corpus import TITLE, Say
from bot.presenters.cut import fit
from bot.presenters.pages import list_pages
from porteparole.corpus.article import RefusedFile
from porteparole.library.report import ArticleName, Place, Report
from porteparole.sources.gather import Gathered

# More than these are not paged but attached.
MOST_ENTRIES, SHOWN_WHEN_ATTACHED = 80, 10
PARAGRAPHS, BEGINNING, SOURCE = 5, 80, 100
SIGNS = (("added", "+"), ("changed", "~"), ("removed", "−"))


@dataclass(frozen=True, slots=True)
class Told:
    """A message of one or several pages.

    Attributes:
        pages: at least one.
        text: all of it as plain text, where that is more than the first page.
        attached: whether there would be too many pages, so that the text has to go with the one there is.
    """

    pages: Sequence[ui.LayoutView]
    text: str | None = None
    attached: bool = False


def report_pages(report: Report, say: Say, *, heading: str, gathered: Gathered | None = None) -> Told:
    """Return a report as pages: figures first, then everything that changed or was refused, by name.

    Args:
        report: of the action.
        say: sentences.
        heading: what was done.
        gathered: where the articles came from an address: what that gave.
    """
    unfetched = gathered.refused if gathered else ()
    also = _feed(gathered, say) if gathered else ()
    # One block: the figures, and below them what it cost.
    *changes, cost = _figures(report, say)
    lines = ["\n".join([*changes, f"-# {cost}"]), *also]
    entries = [*_articles(report, say), *_files(report, unfetched, say)]
    note = _note(report, say)
    if len(entries) <= MOST_ENTRIES:
        pages = list_pages(heading, [*lines, *entries], most=15, note=note)
        if len(pages) == 1:
            return Told(pages)
        return Told(pages, report_text(report, say, heading=heading, also=also, unfetched=unfetched))
    shown = [*lines, *entries[:SHOWN_WHEN_ATTACHED]]
    note = f"{note}\n-# {say('moderation-report-attached')}"
    page = list_pages(heading, shown, most=len(shown), note=note)[:1]
    text = report_text(report, say, heading=heading, also=also, unfetched=unfetched)
    return Told(page, text, attached=True)


def nothing_new(gathered: Gathered, say: Say) -> Told:
    """Return what is said of a feed that has nothing to add."""
    lines = [*_feed(gathered, say), *_listed("moderation-report-refused", gathered.refused, say)]
    return Told(list_pages(say("moderation-nothing-new"), lines))


def _feed(gathered: Gathered, say: Say) -> list[str]:
    counts = ("known", gathered.known), ("left", gathered.left)
    return [say(f"moderation-feed-{name}", count=count) for name, count in counts if count]


def report_text(
    report: Report, say: Say, *, heading: str, also: Sequence[str] = (), unfetched: Sequence[RefusedFile] = ()
) -> str:
    """Return all of a report as plain text, a line for each article, paragraph and file."""
    lines = [heading, *_figures(report, say), *also, _note(report, say), ""]
    by_article = _by_article(report)
    for kind, sign in SIGNS:
        for article in getattr(report.articles, kind):
            lines.append(f"{sign} {article.id}  {article.title}")
            lines += [f"    {s} ¶\u00a0{p.number}  {p.beginning}" for s, p in by_article.get(article.id, ())]
    for file in (*unfetched, *report.refused, *report.mended):
        line = f":{file.line}" if file.line else ""
        lines.append(f"! {file.source}{line}  {say.texts.notice(say.reader, file.reason)}")
    return "\n".join(lines) + "\n"


def _note(report: Report, say: Say) -> str:
    return say(
        "moderation-report-generation", generation=report.generation, swapped=str(report.swapped).lower()
    )


def _figures(report: Report, say: Say) -> Iterator[str]:
    for name, changes in (("articles", report.articles), ("paragraphs", report.paragraphs)):
        figures = say(
            "moderation-figures",
            added=str(len(changes.added)),
            changed=str(len(changes.changed)),
            removed=str(len(changes.removed)),
        )
        yield say("moderation-report-changes", what=name, figures=figures)
    yield say(
        "moderation-report-cost",
        embedded=report.embedded,
        seconds=f"{report.seconds:.1f}".replace(".", "," if say.reader == "fr" else "."),
    )


def _articles(report: Report, say: Say) -> Iterator[str]:
    by_article = _by_article(report)
    for kind, sign in SIGNS:
        articles: Iterable[ArticleName] = getattr(report.articles, kind)
        for article in articles:
            places = by_article.get(article.id, [])
            entry = f"{sign} {fit(article.title, TITLE) or article.id}"
            if kind == "changed":
                entry += "".join(f"\n-# {s} {_place(place, say)}" for s, place in places[:PARAGRAPHS])
                if len(places) > PARAGRAPHS:
                    entry += f"\n-# {say('moderation-report-more', count=len(places) - PARAGRAPHS)}"
            else:
                entry += f" ({say('moderation-report-paragraphs', count=len(places))})"
            yield entry


def _by_article(report: Report) -> dict[str, list[tuple[str, Place]]]:
    found: dict[str, list[tuple[str, Place]]] = {}
    for kind, sign in SIGNS:
        places: Iterable[Place] = getattr(report.paragraphs, kind)
        for place in places:
            found.setdefault(place.article, []).append((sign, place))
    return found


def _place(place: Place, say: Say) -> str:
    return say("moderation-report-place", number=str(place.number), beginning=fit(place.beginning, BEGINNING))


def _files(report: Report, unfetched: Sequence[RefusedFile], say: Say) -> Iterator[str]:
    yield from _listed("moderation-report-refused", [*unfetched, *report.refused], say)
    yield from _listed("moderation-report-mended", report.mended, say)


def _listed(title: str, files: Sequence[RefusedFile], say: Say) -> Iterator[str]:
    if files:
        yield f"**{say(title, count=len(files))}**"
    for file in files:
        where = fit(file.source, SOURCE) + (f":{file.line}" if file.line else "")
        yield f"- {where} — {say.notice(file.reason)}"
