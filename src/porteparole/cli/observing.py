"""``porteparole corpus status``, ``history``, ``gaps``: what can be looked at while the bot runs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any

import typer

from porteparole.cli.harmless import harmless
from porteparole.cli.library import actor, begin
from porteparole.cli.options import Data, Json, Seeds
from porteparole.cli.render import print_line
from porteparole.cli.terminal import Terminal, from_argument
from porteparole.library.report import Status

if TYPE_CHECKING:
    from porteparole.state.entries import Action, Mark

Limit = Annotated[int, typer.Option("--limit", metavar="N", min=1, max=100_000)]


def status(context: typer.Context, as_json: Json = False, seeds: Seeds = None, data: Data = None) -> None:
    """Tell how the corpus stands; also while the bot runs."""
    from porteparole.library.opening import observe

    face, settings = begin(context, seeds, data)
    with observe(settings) as observer:
        stands = observer.status()
    if as_json:
        face.write_json(_status_json(stands))
    else:
        for line in _status_lines(face, stands):
            print_line(face.out, harmless(line))


def history(
    context: typer.Context, limit: Limit = 20, as_json: Json = False, seeds: Seeds = None, data: Data = None
) -> None:
    """List who did what to the articles, newest first; also while the bot runs."""
    from porteparole.library.opening import observe

    face, settings = begin(context, seeds, data)
    with observe(settings) as observer:
        actions = observer.history(limit)
    if as_json:
        face.write_json({"actions": [_action_json(action) for action in actions]})
        return
    if not actions:
        face.note("cli-library-no-history")
    for action in actions:
        print_line(face.out, harmless(_action_line(face, action)))


def gaps(
    context: typer.Context,
    note: Annotated[list[str] | None, typer.Option("--note", metavar="GAP", show_default=False)] = None,
    dismiss: Annotated[list[str] | None, typer.Option("--dismiss", metavar="GAP", show_default=False)] = None,
    reopen: Annotated[list[str] | None, typer.Option("--reopen", metavar="GAP", show_default=False)] = None,
    every: Annotated[bool, typer.Option("--all")] = False,
    limit: Limit = 20,
    as_json: Json = False,
    seeds: Seeds = None,
    data: Data = None,
) -> None:
    """List the questions that the articles did not answer, or mark them; also while the bot runs."""
    from porteparole.library.opening import observe

    face, settings = begin(context, seeds, data)
    marks: dict[Mark, list[str] | None] = {"noted": note, "dismissed": dismiss, "open": reopen}
    with observe(settings) as observer:
        for mark, names in marks.items():
            for name in names or ():
                observer.mark_gap(from_argument(name), mark, actor=actor())
        found = observer.gaps(limit, dismissed=every)
    if as_json:
        rows = [
            {
                "id": g.id,
                "question": g.question,
                "language": g.language,
                "times": g.times,
                "last_asked": _iso(g.last_asked),
                "mark": g.mark,
                "marked_by": g.marked_by or None,
            }
            for g in found
        ]
        face.write_json({"gaps": rows})
        return
    if not found:
        face.note("cli-library-no-gaps")
    for gap in found:
        about = [gap.language, _when(gap.last_asked)]
        if gap.mark != "open":
            about.append(face.words("cli-library-marked", mark=gap.mark, actor=gap.marked_by))
        print_line(face.out, harmless(f"{gap.id}  {gap.times} × {gap.question} ({', '.join(about)})"))


def _iso(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")


def _when(moment: datetime) -> str:
    return moment.astimezone().strftime("%Y-%m-%d %H:%M")


def _status_json(stands: Status) -> dict[str, Any]:
    running = stands.running
    return {
        "generation": stands.generation,
        "since": _iso(stands.since),
        "articles": stands.articles,
        "paragraphs": stands.paragraphs,
        "rolled_back": stands.rolled_back,
        "sources_changed": stands.sources_changed,
        "kept": [
            {
                "generation": k.generation,
                "made": _iso(k.made),
                "articles": k.articles,
                "paragraphs": k.paragraphs,
            }
            for k in stands.kept
        ],
        "before": stands.before,
        "added": [article.id for article in stands.added],
        "removed": [
            {"article": r.article, "title": r.title, "at": _iso(r.at), "actor": r.actor}
            for r in stands.removed
        ],
        "running": running
        and {"action": running.action, "actor": running.actor, "since": _iso(running.since)},
    }


def _status_lines(face: Terminal, stands: Status) -> Iterator[str]:
    yield face.words(
        "cli-library-status",
        generation=stands.generation,
        since=_when(stands.since),
        articles=stands.articles,
        paragraphs=stands.paragraphs,
    )
    if stands.rolled_back:
        yield face.words("cli-library-rolled-back")
    elif stands.sources_changed is None:
        yield face.words("cli-library-sources-away")
    elif stands.sources_changed:
        yield face.words("cli-library-sources-changed")
    else:
        yield face.words("cli-library-sources-read")
    for kept in stands.kept:
        mark = (
            "→" if kept.generation == stands.generation else "↩" if kept.generation == stands.before else " "
        )
        yield face.words(
            "cli-library-kept",
            mark=mark,
            generation=kept.generation,
            made=_when(kept.made),
            articles=kept.articles,
            paragraphs=kept.paragraphs,
        )
    for article in stands.added:
        yield face.words("cli-library-added-one", article=article.id, title=article.title)
    for removal in stands.removed:
        yield face.words(
            "cli-library-removed-one", article=removal.article, actor=removal.actor, at=_when(removal.at)
        )
    if stands.running:
        yield face.words(
            "cli-library-running",
            action=stands.running.action,
            actor=stands.running.actor,
            since=_when(stands.running.since),
        )


def _action_json(action: Action) -> dict[str, Any]:
    return {
        "at": _iso(action.at),
        "ended": action.ended and _iso(action.ended),
        "actor": action.actor,
        "action": action.action,
        "subject": action.subject,
        "outcome": action.outcome,
        "details": dict(action.details),
    }


def _action_line(face: Terminal, action: Action) -> str:
    outcome = face.words("cli-library-outcome", outcome=action.outcome)
    figures = action.details.get("articles")
    told = ""
    if figures:
        told = f" (+{figures['added']} ~{figures['changed']} −{figures['removed']})"
    elif "key" in action.details and face.texts.has(face.language, action.details["key"]):
        values = action.details.get("values", {})
        told = f" ({face.texts(face.language, action.details['key'], values)})" if values is not None else ""
    what = " ".join(part for part in (action.action, action.subject) if part)
    return f"{_when(action.at)}  {action.actor}  {what}: {outcome}{told}"
