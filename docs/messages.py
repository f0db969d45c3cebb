"""Draws the pictures of messages in this folder, from what the bot really sends.

``python docs/messages.py`` with the project and Pillow installed, npm and Chromium at hand. The answers are
the engine's, the messages are the bot's; they are drawn by the web components of
@skyra/discord-components-core, which npm fetches into a temporary folder. Only what those cannot draw
(containers, sections with their buttons) is drawn here.
"""

from __future__ import annotations

import asyncio
import html
import re
import shutil
import subprocess
import sys
import tempfile
from base64 import b64encode
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.answers import Question, answer
from bot.client import BotOptions, PorteParoleBot
from bot.presenters.paragraph import paragraph_messages
from bot.presenters.passage import Passage
from bot.receipts import Receipt
from bot.views.answer_buttons import show
from porteparole.engine import open_service
from porteparole.language import Language
from porteparole.settings import Settings
from porteparole.texts import Texts

HERE = Path(__file__).resolve().parent
PACKAGES = ("@skyra/discord-components-core@4.0.2", "esbuild@0.25")
WIDE, PHONE = 760, 390


@dataclass(frozen=True)
class Picture:
    """One picture: a question by mention, its answer, and perhaps the paragraph behind it."""

    name: str
    question: str
    reader: Language
    theme: str
    width: int
    paragraph: bool = False


PICTURES = (
    Picture("answer-fr", "Que dit Guo Jiakun de l’IA ?", "fr", "dark", WIDE),
    Picture("answer-en", "How many countries signed the joint declaration?", "en", "light", WIDE, True),
    Picture("phone-fr", "Qu’a déclaré Angela Merkel ?", "fr", "light", PHONE),
    Picture("phone-en", "What did Vance say about authoritarian regimes?", "en", "dark", PHONE),
)


def main() -> None:
    """Draw every picture."""
    chromium = next(filter(None, map(shutil.which, ("chromium", "google-chrome", "chromium-browser"))), None)
    npm = shutil.which("npm")
    if not chromium or not npm:
        sys.exit("npm and chromium are needed")
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        script = _components(npm, folder)
        for picture, messages in asyncio.run(_messages(folder / "data")):
            page = folder / f"{picture.name}.html"
            page.write_text(_page(picture, messages, script), encoding="utf-8")
            _shoot(chromium, page, picture)


async def _messages(data: Path) -> list[tuple[Picture, list[dict[str, Any]]]]:
    """Return the bodies of the messages that the bot would send for each picture."""
    texts, settings = Texts(), Settings(data_dir=data)
    drawn: list[tuple[Picture, list[dict[str, Any]]]] = []
    with closing(open_service(settings)) as service:
        bot = PorteParoleBot(service, texts, BotOptions(data_dir=data))
        for picture in PICTURES:
            asked = Question(picture.question, 1, reader=picture.reader, labels=picture.reader, thread=True)
            said = await answer(bot, asked)
            if not isinstance(said, Receipt):
                raise TypeError(said)
            view = show(bot, asked, said)
            if isinstance(view, str):
                raise TypeError(view)
            bodies: list[dict[str, Any]] = [{"components": view.to_components()}]
            if picture.paragraph:
                citation = said.answer.citations[0]
                context = service.context(citation.paragraph.id)
                if context is None:
                    raise LookupError(citation.paragraph.id)
                passage = Passage.of(citation, 1)
                shown = paragraph_messages(context, passage, texts=texts, reader=picture.reader)
                bodies.append({"components": shown[0].to_components(), "private": True})
            drawn.append((picture, bodies))
    return drawn


def _components(npm: str, folder: Path) -> str:
    subprocess.run([npm, "install", "--silent", "--no-audit", *PACKAGES], cwd=folder, check=True)  # noqa: S603
    (folder / "all.js").write_text('export * from "@skyra/discord-components-core";', encoding="utf-8")
    bundler = folder / "node_modules" / ".bin" / "esbuild"
    command = [str(bundler), "all.js", "--bundle", "--minify", "--format=iife", "--outfile=bundle.js"]
    subprocess.run([*command, "--log-level=error"], cwd=folder, check=True)  # noqa: S603
    return (folder / "bundle.js").read_text(encoding="utf-8")


def _shoot(chromium: str, page: Path, picture: Picture) -> None:
    options = [
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--hide-scrollbars",
        "--force-device-scale-factor=2",
        "--virtual-time-budget=4000",
        f"--window-size={max(picture.width, 500)},2400",
    ]
    raw = page.with_suffix(".png")
    command = [chromium, *options, f"--screenshot={raw}", page.as_uri()]
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603
    _trim(raw, HERE / f"{picture.name}.png", picture.width * 2)


def _trim(raw: Path, out: Path, width: int) -> None:
    """Cut away what is empty below and beside the messages."""
    from PIL import Image, ImageChops

    with Image.open(raw) as image:
        picture = image.convert("RGB").crop((0, 0, width, image.height))
        ground = Image.new("RGB", picture.size, picture.getpixel((width - 1, picture.height - 1)))
        box = ImageChops.difference(picture, ground).getbbox()
        bottom = min(picture.height, (box[3] if box else picture.height) + 24)
        picture.crop((0, 0, width, bottom)).quantize(128).save(out, optimize=True)


def _page(picture: Picture, messages: list[dict[str, Any]], script: str) -> str:
    light = picture.theme == "light"
    asker, private = {"fr": ("Camille", "Vous seul voyez ceci"), "en": ("Sam", "Only you can see this")}[
        picture.reader
    ]
    when = {"fr": "Aujourd’hui à 14:02", "en": "Today at 2:02 PM"}[picture.reader]
    ink = "#2b2d31" if light else "#fff"
    name = f"@Porte-Parole {picture.question}"
    question = (
        f'<discord-message author="{asker}" timestamp="{when}" avatar="{_avatar("#e07a5f", asker[0])}">'
        f"<discord-mention>Porte-Parole</discord-mention> {html.escape(picture.question)}</discord-message>"
    )
    answers = "".join(
        f'<discord-message author="Porte-Parole" bot timestamp="{when}" avatar="{_avatar("#2a9d8f", "P")}">'
        + (
            ""
            if body.get("private")
            else f'<discord-reply slot="reply" role-color="{ink}" author="{asker}" '
            f'avatar="{_avatar("#e07a5f", asker[0])}">'
            f"{html.escape(name)}</discord-reply>"
        )
        + "".join(map(_component, body["components"]))
        + (f'<div class="private">👁 {private}</div>' if body.get("private") else "")
        + "</discord-message>"
        for body in messages
    )
    return f"""<!doctype html><meta charset="utf-8"><style>{_STYLE}</style>
<body class="{picture.theme}"><div style="width:{picture.width}px">
<discord-messages {"light-theme" if light else ""}>{question}{answers}</discord-messages></div>
<script>{script}</script></body>"""


def _component(part: dict[str, Any]) -> str:
    match part["type"]:
        case 17:
            colour = part.get("accent_color")
            stripe = f"border-left-color:#{colour:06x}" if colour is not None else ""
            return f'<div class="box" style="{stripe}">{"".join(map(_component, part["components"]))}</div>'
        case 9:
            texts = "".join(map(_component, part["components"]))
            return f'<div class="section"><div>{texts}</div>{_component(part["accessory"])}</div>'
        case 10:
            return _markdown(part["content"])
        case 14:
            return "<hr>" if part.get("divider", True) else '<div class="gap"></div>'
        case 1:
            return f'<div class="row">{"".join(map(_component, part["components"]))}</div>'
        case 2:
            emoji = part.get("emoji", {}).get("name", "")
            label = " ".join(filter(None, (emoji, part.get("label", ""))))
            return f'<span class="button">{html.escape(label)}</span>'
        case other:
            raise ValueError(f"no way to draw a component of type {other}")


def _markdown(text: str) -> str:
    """Draw the Markdown that the bot writes: bold, quotations, small lines; what is escaped stays."""
    kept: list[str] = []

    def keep(found: re.Match[str]) -> str:
        kept.append(found[1])
        return f"\ue000{len(kept) - 1}\ue001"

    lines: list[str] = []
    for line in re.sub(r"\\([^0-9A-Za-z\s])", keep, text).split("\n"):
        written = re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", html.escape(line, quote=False))
        if line.startswith("-# "):
            lines.append(f'<div class="small">{written[3:]}</div>')
        elif line.startswith("> "):
            lines.append(f'<div class="quote">{re.sub("^&gt; ", "", written)}</div>')
        else:
            lines.append(f"<div>{written}</div>")
    drawn = "".join(lines)
    return re.sub(r"\ue000(\d+)\ue001", lambda found: html.escape(kept[int(found[1])]), drawn)


def _avatar(colour: str, letter: str) -> str:
    drawn = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40">'
        f'<rect width="40" height="40" fill="{colour}"/>'
        f'<text x="20" y="27" font-family="sans-serif" font-size="20" font-weight="700" fill="#fff" '
        f'text-anchor="middle">{letter}</text></svg>'
    )
    return "data:image/svg+xml;base64," + b64encode(drawn.encode()).decode()


_STYLE = """
body { margin: 0; background: #36393e; font-family: "gg sans", "Noto Sans", "Helvetica Neue", Helvetica,
  Arial, sans-serif; }
body.light { background: #fff; }
discord-messages { border: 0; display: block; min-height: 0; }
.box { background: #2b2d31; border: 1px solid #3f4147; border-left: 4px solid #4e5058; border-radius: 8px;
  padding: 14px 16px; margin: 6px 0 4px; max-width: 600px; line-height: 1.375; box-sizing: border-box; }
.light .box { background: #f2f3f5; border-color: #e1e3e6; }
.box hr { border: 0; border-top: 1px solid #3f4147; margin: 12px 0; }
.light .box hr { border-top-color: #d8dadd; }
.box .gap { height: 10px; }
.section { display: flex; gap: 12px; align-items: flex-start; justify-content: space-between; }
.quote + .section, .section + .section { margin-top: 14px; }
.section { align-items: center; }
.section > div { min-width: 0; }
.button { flex: none; padding: 6px 14px; border-radius: 6px; background: #4e5058; color: #fff;
  font-size: .875rem; font-weight: 500; line-height: 1.3; white-space: nowrap; }
.light .button { background: #e3e5e8; color: #2b2d31; border: 1px solid #d0d3d8; }
.small { font-size: .8125rem; color: #949ba4; line-height: 1.35; }
.light .small { color: #5c5e66; }
.quote { border-left: 4px solid #4e5058; border-radius: 3px; padding-left: 12px; margin: 3px 0; }
.light .quote { border-left-color: #c4c9ce; }
.row { display: flex; flex-wrap: wrap; gap: 8px; margin-top: 6px; }
.private { font-size: .75rem; color: #949ba4; margin-top: 4px; }
"""


if __name__ == "__main__":
    main()
