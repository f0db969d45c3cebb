"""Draws the pictures of messages in this folder, from what the bot really sends.

``python docs/messages.py`` with the project, its tools for tests and Pillow installed, npm and Chromium at
hand. ``scenes.py`` lets people use the bot on the real engine; ``drawing.py`` draws what it sent with the web
components of @skyra/discord-components-core, which npm fetches into a temporary folder. ``--into FOLDER``
draws every scene in both languages, dark and wide, light and as wide as a phone, to look at them; ``'help-*'
'*-fr-light-390'`` behind it draws some of them.
"""

from __future__ import annotations

import argparse
import asyncio
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fnmatch import fnmatch
from itertools import product
from pathlib import Path

from drawing import page
from scenes import SCENES, Said, opened

from porteparole.language import Language

HERE = Path(__file__).resolve().parent
PACKAGES = ("@skyra/discord-components-core@4.0.2", "esbuild@0.25")
WIDE, PHONE = 760, 390


@dataclass(frozen=True)
class Picture:
    """One picture of a scene."""

    scene: str
    language: Language
    theme: str
    width: int
    name: str


PICTURES = (
    Picture("answer", "fr", "dark", WIDE, "answer-fr"),
    Picture("paragraph", "en", "light", WIDE, "answer-en"),
    Picture("refusal", "fr", "light", PHONE, "phone-fr"),
    Picture("follow-up", "en", "dark", PHONE, "phone-en"),
    Picture("stages", "fr", "dark", PHONE, "stages-fr"),
    Picture("thread", "en", "dark", PHONE, "thread-en"),
    Picture("help", "fr", "light", PHONE, "help-fr"),
    Picture("help", "en", "dark", WIDE, "help-en"),
    Picture("statements", "fr", "light", PHONE, "statements-fr"),
    Picture("statements", "en", "dark", WIDE, "statements-en"),
    Picture("compare", "fr", "dark", PHONE, "compare-fr"),
    Picture("summary", "en", "light", PHONE, "summary-en"),
    Picture("feedback", "fr", "dark", WIDE, "feedback-fr"),
    Picture("feedback", "en", "light", PHONE, "feedback-en"),
    Picture("settings", "fr", "light", PHONE, "settings-fr"),
    Picture("settings", "en", "dark", WIDE, "settings-en"),
    Picture("report", "fr", "dark", PHONE, "report-fr"),
    Picture("status", "en", "light", WIDE, "status-en"),
    Picture("why", "fr", "light", WIDE, "why-fr"),
    Picture("diagnose", "en", "dark", PHONE, "diagnose-en"),
    Picture("privacy", "fr", "dark", PHONE, "privacy-fr"),
)


def main() -> None:
    """Draw the pictures of this folder, or all that there can be of some scenes."""
    read = argparse.ArgumentParser(description=__doc__)
    read.add_argument("--into", type=Path)
    read.add_argument("names", nargs="*", default=["*"])
    chosen = read.parse_args()
    chromium = next(filter(None, map(shutil.which, ("chromium", "google-chrome", "chromium-browser"))), None)
    npm = shutil.which("npm")
    if not chromium or not npm:
        sys.exit("npm and chromium are needed")
    pictures = [*_every(chosen.names)] if chosen.into else [*PICTURES]
    into: Path = chosen.into or HERE
    into.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        script = _components(npm, folder)
        for language in ("fr", "en"):
            wanted = [one for one in pictures if one.language == language]
            if not wanted:
                continue
            played = asyncio.run(_played(folder / language, language, {one.scene for one in wanted}))
            for picture in wanted:
                said, names = played[picture.scene]
                drawn = folder / f"{picture.name}.html"
                light = picture.theme == "light"
                text = page(
                    said, language=language, light=light, width=picture.width, names=names, script=script
                )
                drawn.write_text(text, encoding="utf-8")
                _shoot(chromium, drawn, into / f"{picture.name}.png", picture.width)


def _every(names: Iterable[str]) -> list[Picture]:
    looks = (("dark", WIDE), ("light", PHONE))
    languages: tuple[Language, ...] = ("fr", "en")
    pictures = [
        Picture(scene, language, theme, width, f"{scene}-{language}-{theme}-{width}")
        for scene, language, (theme, width) in product(SCENES, languages, looks)
    ]
    return [one for one in pictures if any(fnmatch(one.name, name) for name in names)]


async def _played(
    folder: Path, language: Language, scenes: set[str]
) -> dict[str, tuple[Sequence[Said], dict[str, str]]]:
    """Return what was said in each scene, and how those who are mentioned are called."""
    played: dict[str, tuple[Sequence[Said], dict[str, str]]] = {}
    async with opened(folder, language) as make:
        for name, play in SCENES.items():
            if name in scenes:
                stage = make()
                played[name] = (await play(stage), stage.names)
    return played


def _components(npm: str, folder: Path) -> str:
    subprocess.run([npm, "install", "--silent", "--no-audit", *PACKAGES], cwd=folder, check=True)  # noqa: S603
    (folder / "all.js").write_text('export * from "@skyra/discord-components-core";', encoding="utf-8")
    bundler = folder / "node_modules" / ".bin" / "esbuild"
    command = [str(bundler), "all.js", "--bundle", "--minify", "--format=iife", "--outfile=bundle.js"]
    subprocess.run([*command, "--log-level=error"], cwd=folder, check=True)  # noqa: S603
    return (folder / "bundle.js").read_text(encoding="utf-8")


def _shoot(chromium: str, drawn: Path, out: Path, width: int) -> None:
    options = [
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--hide-scrollbars",
        "--force-device-scale-factor=2",
        "--virtual-time-budget=4000",
        f"--window-size={max(width, 500)},3200",
    ]
    raw = drawn.with_suffix(".png")
    command = [chromium, *options, f"--screenshot={raw}", drawn.as_uri()]
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603
    _trim(raw, out, width * 2)


def _trim(raw: Path, out: Path, width: int) -> None:
    """Cut away what is empty below and beside the messages."""
    from PIL import Image, ImageChops

    with Image.open(raw) as image:
        picture = image.convert("RGB").crop((0, 0, width, image.height))
        ground = Image.new("RGB", picture.size, picture.getpixel((width - 1, picture.height - 1)))
        box = ImageChops.difference(picture, ground).getbbox()
        bottom = min(picture.height, (box[3] if box else picture.height) + 24)
        picture.crop((0, 0, width, bottom)).quantize(64).save(out, optimize=True)


if __name__ == "__main__":
    main()
