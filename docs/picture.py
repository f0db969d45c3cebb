"""Draws docs/terminal.svg from what the program really answers: `.venv/bin/python docs/picture.py`."""

from __future__ import annotations

import io
import re
import tempfile
from pathlib import Path

from rich.console import Console

from porteparole.cli.render import show_answer
from porteparole.engine import open_service
from porteparole.language import Language
from porteparole.settings import Settings
from porteparole.shipped import shipped
from porteparole.texts import Texts

QUESTIONS: tuple[tuple[str, Language], ...] = (
    ("Qui dit que l'IA est un bien commun à toute l'humanité ?", "fr"),
    ("How many countries signed the joint declaration?", "en"),
    ("What did Angela Merkel say about it?", "en"),
)


def main() -> None:
    """Ask, record what the terminal shows, write the picture."""
    console = Console(record=True, width=100, file=io.StringIO(), highlight=False, markup=False)
    texts = Texts()
    with tempfile.TemporaryDirectory() as folder:
        service = open_service(Settings(), seeds=[shipped("seeds")], data_dir=Path(folder))
        for question, language in QUESTIONS:
            console.print(f"> {question}\n", style="bold")
            show_answer(service.ask(question), console, texts, language)
            console.print()
        service.close()
    svg = console.export_svg(title="porteparole chat", font_aspect_ratio=0.61)
    # The fonts that rich links to would be fetched by whoever looks at the picture.
    svg = re.sub(r"@font-face\s*\{[^}]*\}", "", svg)
    Path(__file__).with_name("terminal.svg").write_text(svg, encoding="utf-8")


if __name__ == "__main__":
    main()
