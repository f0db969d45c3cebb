"""``porteparole ask``: one question, one answer."""

from __future__ import annotations

from time import perf_counter
from typing import Annotated, cast

import typer

from porteparole.answering.answer import Answer
from porteparole.cli.options import Data, Json, Lang, Seeds, Why, given
from porteparole.cli.render import show_answer
from porteparole.cli.stages import shown_stages
from porteparole.cli.terminal import DONE, REFUSED, from_argument, terminal
from porteparole.cli.why import show_explanation
from porteparole.garbage import seldom_collected
from porteparole.language import Language


@seldom_collected()
def ask(
    context: typer.Context,
    question: Annotated[str, typer.Argument(metavar="QUESTION")],
    as_json: Json = False,
    why: Why = False,
    lang: Lang = None,
    seeds: Seeds = None,
    data: Data = None,
) -> None:
    """Answer a question on stdout; the exit code tells an answer (0) from a refusal (3)."""
    face = terminal(context)
    settings = face.settings(**given(seeds, data))
    with face.service(settings, note_gaps=True) as service:
        started = perf_counter()
        asked = service.explain if why else service.ask
        with shown_stages(face, service) as listener:
            told = asked(
                from_argument(question),
                language=cast("Language | None", lang),
                reader_language=face.language,
                listener=listener,
            )
        elapsed = (perf_counter() - started) * 1000
    answer = told if isinstance(told, Answer) else told.answer
    if as_json:
        from porteparole.lines import answer_line, explanation_line

        because = {} if isinstance(told, Answer) else {"why": explanation_line(told)}
        face.write_json({**answer_line(None, answer, elapsed), **because})
    else:
        show_answer(answer, face.out, face.texts)
        if not isinstance(told, Answer):
            face.out.print()
            show_explanation(told, face.out, face.texts)
    raise typer.Exit(REFUSED if answer.outcome == "refused" else DONE)
