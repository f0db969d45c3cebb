"""``porteparole summary``: an article, a speaker or a topic in a few sentences, each with its proof."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Literal, cast

import typer

from porteparole.cli.harmless import harmless
from porteparole.cli.help import FRENCH
from porteparole.cli.options import Data, Json, Lang, Seeds, given
from porteparole.cli.render import show_answer
from porteparole.cli.stages import shown_stages
from porteparole.cli.terminal import DONE, REFUSED, from_argument, terminal
from porteparole.notice import PorteParoleError
from porteparole.text.terms import fold

if TYPE_CHECKING:
    from pathlib import Path

    from porteparole.language import Language
    from porteparole.summaries.summariser import Length

Kind = Literal["article", "speaker", "topic"]

_LENGTHS = {
    "short": "short", "court": "short",
    "normal": "normal",
    "long": "long",
}  # fmt: skip

summary = typer.Typer(no_args_is_help=True, rich_markup_mode=None)


def length_named(name: str) -> Length:
    """Return the length that a word names, in either language.

    Raises:
        PorteParoleError: it names none.
    """
    length = _LENGTHS.get(fold(name.strip()))
    if length is None:
        raise PorteParoleError("summary-length-unknown", length=harmless(name)[:40])
    return cast("Length", length)


LengthOption = Annotated[str, typer.Option("--length", metavar="short|normal|long", show_default=False)]


def _command(kind: Kind, metavar: str) -> Callable[..., None]:
    def command(
        context: typer.Context,
        target: str = typer.Argument(metavar=metavar, show_default=False),
        length: LengthOption = "normal",
        as_json: Json = False,
        lang: Lang = None,
        seeds: Seeds = None,
        data: Data = None,
    ) -> None:
        _summarise(context, kind, target, length, as_json, lang, seeds, data)

    return command


_KINDS: dict[Kind, str] = {"article": "ARTICLE", "speaker": "NAME", "topic": "WORDS"}
for _kind, _metavar in _KINDS.items():
    for _known_as in (_kind, *FRENCH.get(_kind, ())):
        summary.command(_known_as)(_command(_kind, _metavar))


def _summarise(
    context: typer.Context,
    kind: Kind,
    target: str,
    length: str,
    as_json: bool,
    lang: str | None,
    seeds: list[Path] | None,
    data: Path | None,
) -> None:
    from time import perf_counter

    face = terminal(context)
    wanted = length_named(length)
    language = cast("Language", lang or face.language)
    with face.service(face.settings(**given(seeds, data))) as service:
        started = perf_counter()
        summaries = service.summaries
        work = {"article": summaries.article, "speaker": summaries.speaker, "topic": summaries.topic}[kind]
        with shown_stages(face, service) as listener:
            answer = work(from_argument(target), wanted, language, listener=listener)
        elapsed = (perf_counter() - started) * 1000
    if as_json:
        from porteparole.lines import answer_line

        face.write_json(answer_line(None, answer, elapsed))
    else:
        show_answer(answer, face.out, face.texts, brief=True)
    raise typer.Exit(REFUSED if answer.outcome == "refused" else DONE)
