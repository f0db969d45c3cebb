"""``statements``, ``compare``, ``check``, ``articles``, ``paragraph``: what can be looked up."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, cast

import typer

from porteparole.cli.harmless import harmless
from porteparole.cli.options import Data, Json, Seeds, given
from porteparole.cli.render import described, print_line
from porteparole.cli.terminal import DONE, REFUSED, Terminal, from_argument, terminal
from porteparole.notice import PorteParoleError
from porteparole.text.terms import fold

if TYPE_CHECKING:
    from rich.console import Console

    from porteparole.lookup.lookup import Reported, Side, StatementList
    from porteparole.service import Context
    from porteparole.statements.statement import Kind

_KINDS = {
    "direct": "direct", "directe": "direct",
    "indirect": "indirect", "indirecte": "indirect",
    "mixed": "mixed", "mixte": "mixed",
    # As the cards show them.
    "quoted": "direct", "citation": "direct", "reported": "indirect", "rapportee": "indirect",
    "partly quoted": "mixed", "citee en partie": "mixed",
}  # fmt: skip
_SHOWN = 20
_COLUMNS = 100  # below this width two columns are too narrow to read


def kind_named(name: str) -> Kind:
    """Return the kind of statement that a word names, in either language.

    Raises:
        PorteParoleError: it names none.
    """
    kind = _KINDS.get(fold(name.strip()))
    if kind is None:
        raise PorteParoleError("lookup-kind-unknown", kind=harmless(name)[:40])
    return cast("Kind", kind)


Topic = Annotated[str | None, typer.Option("--topic", metavar="WORDS", show_default=False)]
Limit = Annotated[int, typer.Option("--limit", metavar="N", min=0, show_default=False)]


def statements(
    context: typer.Context,
    speaker: Annotated[str | None, typer.Argument(metavar="[SPEAKER]", show_default=False)] = None,
    by: Annotated[str | None, typer.Option("--speaker", metavar="NAME", show_default=False)] = None,
    topic: Topic = None,
    article: Annotated[str | None, typer.Option("--article", metavar="ARTICLE", show_default=False)] = None,
    kind: Annotated[
        str | None, typer.Option("--kind", metavar="direct|indirect|mixed", show_default=False)
    ] = None,
    limit: Limit = _SHOWN,
    as_json: Json = False,
    seeds: Seeds = None,
    data: Data = None,
) -> None:
    """List who said what, newest first."""
    from porteparole.lookup.lookup import StatementQuery

    face = terminal(context)
    query = StatementQuery(
        speaker=_text(speaker or by),
        topic=_text(topic),
        article=_text(article),
        kind=kind_named(kind) if kind else None,
    )
    with face.service(face.settings(**given(seeds, data))) as service:
        found = service.lookup.statements(query)
    if as_json:
        _write_lines(face, found.items)
    else:
        _show_statements(face, found, limit)
    if not found.items:
        key, values = _none(query.topic, _names(found))
        face.note(key, **values)
    raise typer.Exit(DONE if found.items else REFUSED)


def compare(
    context: typer.Context,
    first: Annotated[str, typer.Argument(metavar="SPEAKER")],
    second: Annotated[str, typer.Argument(metavar="SPEAKER")],
    topic: Annotated[str | None, typer.Argument(metavar="[TOPIC]", show_default=False)] = None,
    about: Topic = None,
    limit: Limit = _SHOWN,
    as_json: Json = False,
    seeds: Seeds = None,
    data: Data = None,
) -> None:
    """Put the statements of two speakers side by side."""
    face = terminal(context)
    topic = _text(topic or about)
    with face.service(face.settings(**given(seeds, data))) as service:
        sides = service.lookup.compare(from_argument(first), from_argument(second), topic)
    if as_json:
        _write_lines(face, [item for side in sides for item in side.items])
    else:
        _show_sides(face, sides, topic, limit or max(len(side.items) for side in sides))
    for side in sides:
        if side.unknown is not None:
            face.say_notice(side.unknown)
    raise typer.Exit(DONE if any(side.items for side in sides) else REFUSED)


def check(
    context: typer.Context,
    claim: Annotated[str, typer.Argument(metavar="CLAIM")],
    as_json: Json = False,
    seeds: Seeds = None,
    data: Data = None,
) -> None:
    """Show the statements that bear on a claim, without a verdict."""
    from porteparole.lookup.lookup import StatementList

    face = terminal(context)
    text = _text(claim)
    if text is None:
        raise PorteParoleError("lookup-check-empty")
    with face.service(face.settings(**given(seeds, data))) as service:
        found = service.lookup.check(text)
    if as_json:
        _write_lines(face, found)
    else:
        _show_statements(face, StatementList(found), 0)
    face.note("lookup-check-note" if found else "lookup-check-none")
    raise typer.Exit(DONE if found else REFUSED)


def articles(
    context: typer.Context,
    search: Annotated[str | None, typer.Argument(metavar="[WORDS]", show_default=False)] = None,
    as_json: Json = False,
    seeds: Seeds = None,
    data: Data = None,
) -> None:
    """List the articles, newest first."""
    face = terminal(context)
    with face.service(face.settings(**given(seeds, data))) as service:
        found = service.lookup.search_articles(_text(search) or "")
    if as_json:
        for article in found:
            face.write_json(
                {
                    "article": article.id,
                    "title": article.title,
                    "publisher": article.publisher,
                    "published": article.published,
                    "language": article.language,
                    "url": article.url,
                    "paragraphs": len(article.paragraphs),
                }
            )
    else:
        for article in found:
            size = face.words("lookup-article-size", paragraphs=len(article.paragraphs))
            print_line(face.out, described(article, face.texts, face.language), "bold")
            print_line(face.out, harmless(f"{article.id} · {article.language} · {size}"), "dim", indent=2)
    face.note("lookup-articles", count=len(found))
    raise typer.Exit(DONE if found else REFUSED)


def paragraph(
    context: typer.Context,
    article: Annotated[str, typer.Argument(metavar="ARTICLE")],
    number: Annotated[int, typer.Argument(metavar="NUMBER")],
    as_json: Json = False,
    seeds: Seeds = None,
    data: Data = None,
) -> None:
    """Show a paragraph between its neighbours."""
    face = terminal(context)
    with face.service(face.settings(**given(seeds, data))) as service:
        found = service.context(service.lookup.paragraph(from_argument(article), number).id)
    assert found
    if as_json:
        shown = found.paragraph
        face.write_json(
            {
                "article": found.article.id,
                "paragraph": shown.number,
                "paragraph_text": shown.text,
                "translation": shown.translation,
                **({"machine_translation": True} if found.article.is_machine_translated(shown) else {}),
                "before": found.before and found.before.text,
                "after": found.after and found.after.text,
            }
        )
    else:
        _show_paragraph(face, found)


def _text(argument: str | None) -> str | None:
    return from_argument(argument).strip() or None if argument else None


def _write_lines(face: Terminal, items: Sequence[Reported]) -> None:
    from porteparole.lines import statement_line

    for item in items:
        face.write_json(statement_line(item))


def _names(found: StatementList) -> str:
    return ", ".join(speaker.name for speaker in found.speakers)


def _none(topic: str | None, names: str) -> tuple[str, dict[str, str | int]]:
    """Return the key and the values of the sentence that says that there is nothing."""
    match bool(names), bool(topic):
        case True, True:
            key = "lookup-none-about"
        case True, False:
            key = "lookup-none-of"
        case False, True:
            key = "lookup-nobody-about"
        case _:
            return "lookup-statements", {"count": 0}
    return key, {"name": harmless(names), "topic": harmless(topic or "")}


def _show_statements(face: Terminal, found: StatementList, limit: int) -> None:
    if len(found.speakers) > 1:
        face.note("lookup-several-meant", names=harmless(_names(found)))
    shown = found.items[: limit or None]
    for number, item in enumerate(shown):
        if number:
            face.out.print()
        _card(face, face.out, item)
    if len(shown) < len(found.items):
        face.note("lookup-more", count=len(found.items) - len(shown))


def _card(face: Terminal, console: Console, item: Reported) -> None:
    statement = item.statement
    who = statement.speaker or face.words("lookup-unattributed")
    role = f", {statement.role}" if statement.role else ""
    kind = face.words("lookup-kind", kind=statement.kind)
    print_line(console, harmless(f"{who}{role} · {kind}"), "bold")
    text = item.text
    if statement.kind == "direct":
        text = face.words(f"lookup-direct-{item.article.language}", text=text)
    print_line(console, harmless(text), indent=2)
    place = f"{described(item.article, face.texts, face.language)} · ¶\u00a0{item.paragraph.number}"
    print_line(console, f"{harmless(statement.cue)} — {place}", "dim", indent=2)


def _show_sides(face: Terminal, sides: Sequence[Side], topic: str | None, limit: int) -> None:
    from rich.console import Console, Group
    from rich.table import Table
    from rich.text import Text

    def column(side: Side, width: int) -> list[Text]:
        drawn = Console(width=width, highlight=False, markup=False, force_terminal=face.out.is_terminal)
        with drawn.capture() as captured:
            _side(face, drawn, side, topic, limit)
        return [Text.from_ansi(captured.get())]

    if not face.out.is_terminal or face.out.width < _COLUMNS:
        for number, side in enumerate(sides):
            if number:
                face.out.print()
            _side(face, face.out, side, topic, limit)
        return
    width = (face.out.width - 3) // 2
    table = Table.grid(padding=(0, 3, 0, 0))
    table.add_row(*(Group(*column(side, width)) for side in sides))
    face.out.print(table)


def _side(face: Terminal, console: Console, side: Side, topic: str | None, limit: int) -> None:
    count = face.words("lookup-statements", count=len(side.items))
    print_line(console, harmless(f"{side.name} — {count}"), "bold cyan")
    if not side.items and side.unknown is None:
        key, values = _none(topic, side.name)
        print_line(console, face.words(key, **values), indent=2)
    for item in side.items[:limit]:
        console.print()
        _card(face, console, item)
    if len(side.items) > limit:
        print_line(console, face.words("lookup-more", count=len(side.items) - limit), "dim")


def _show_paragraph(face: Terminal, found: Context) -> None:
    def show(text: str, style: str = "") -> None:
        print_line(face.out, harmless(text), style)

    show(described(found.article, face.texts, face.language), "bold")
    for one, style in ((found.before, "dim"), (found.paragraph, ""), (found.after, "dim")):
        if one:
            show(f"\n¶\u00a0{one.number}", "cyan")
            show(one.text, style)
    if found.paragraph.translation and face.language != found.article.language:
        by_machine = found.article.is_machine_translated(found.paragraph)
        label = face.words("cli-machine-translated" if by_machine else "cli-translated")
        show(f"\n{label}", "yellow")
        show(found.paragraph.translation, "italic")
