"""Messages as HTML: the frame by Discord's web components, what those cannot draw by hand."""

from __future__ import annotations

import html
import re
from base64 import b64encode
from collections.abc import Mapping, Sequence
from typing import Any

from scenes import Said

from porteparole.language import Language

WHEN = {"fr": "Aujourd’hui à 14:02", "en": "Today at 2:02 PM"}
PRIVATE = {"fr": "Vous seul voyez ceci", "en": "Only you can see this"}
USED = {"fr": "a utilisé", "en": "used"}
AGO = {"fr": "il y a 2 minutes", "en": "2 minutes ago"}
COLOURS = ("#e07a5f", "#8661c1", "#3d7ea6")


def page(
    said: Sequence[Said],
    *,
    language: Language,
    light: bool,
    width: int,
    names: Mapping[str, str],
    script: str,
) -> str:
    """Return a page with these messages.

    Args:
        said: in order.
        language: of the reader.
        light: Discord's light theme, else the dark one.
        width: in pixels.
        names: how mentions and ids are shown.
        script: defines the web components.
    """
    drawing = _Drawing(language, light, names)
    messages = "".join(map(drawing.message, said))
    return f"""<!doctype html><meta charset="utf-8"><style>{_STYLE}</style>
<body class="{"light" if light else "dark"}"><div style="width:{width}px">
<discord-messages {"light-theme" if light else ""}>{messages}</discord-messages></div>
<script>{script}</script></body>"""


class _Drawing:
    def __init__(self, language: Language, light: bool, names: Mapping[str, str]) -> None:
        self._language: Language = language
        self._ink = "#2b2d31" if light else "#fff"
        self._names = names

    def message(self, said: Said) -> str:
        who = f'author="{html.escape(said.by)}"' if said.by else 'author="Porte-Parole" bot'
        body = self._markdown(said.content) if said.content else ""
        body += "".join(map(self._component, said.components))
        if said.private:
            body += f'<div class="private">👁 {PRIVATE[self._language]}</div>'
        return (
            f'<discord-message {who} timestamp="{WHEN[self._language]}" avatar="{_avatar(said.by)}">'
            f"{self._above(said)}{body}</discord-message>"
        )

    def _above(self, said: Said) -> str:
        if not (said.command or said.reply):
            return ""
        known = (
            f'slot="reply" role-color="{self._ink}" author="{html.escape(said.asker)}" '
            f'avatar="{_avatar(said.asker)}"'
        )
        above = html.escape(said.reply)
        if said.command:
            # The component for commands speaks English only.
            command = f'<span class="mention">{html.escape(said.command)}</span>'
            above = f"{USED[self._language]} {command}"
        return f"<discord-reply {known}>{above}</discord-reply>"

    def _component(self, part: Mapping[str, Any]) -> str:
        match part["type"]:
            case 17:
                colour = part.get("accent_color")
                stripe = f"border-left-color:#{colour:06x}" if colour is not None else ""
                return f'<div class="box" style="{stripe}">{self._all(part["components"])}</div>'
            case 9:
                texts = self._all(part["components"])
                return f'<div class="section"><div>{texts}</div>{self._component(part["accessory"])}</div>'
            case 10:
                return f'<div class="text">{self._markdown(part["content"])}</div>'
            case 14:
                space = "wide" if part.get("spacing") == 2 else ""
                line = "line" if part.get("divider", True) else ""
                return f'<div class="between {line} {space}"></div>'
            case 1:
                return f'<div class="row">{self._all(part["components"])}</div>'
            case 2:
                return _button(part)
            case 3 | 5 | 6 | 7 | 8:
                return self._menu(part)
            case 13:
                return '<div class="file">📄 report.txt</div>'
            case other:
                raise ValueError(f"no way to draw a component of type {other}")

    def _all(self, parts: Sequence[Mapping[str, Any]]) -> str:
        return "".join(map(self._component, parts))

    def _menu(self, part: Mapping[str, Any]) -> str:
        chosen = [one["label"] for one in part.get("options", ()) if one.get("default")]
        chosen += [self._names.get(str(one["id"]), "") for one in part.get("default_values", ())]
        if chosen:
            shown = " ".join(f'<span class="chosen">{html.escape(one)}</span>' for one in chosen)
            if part["type"] == 3:
                shown = html.escape(chosen[0])
        else:
            shown = f'<span class="empty">{html.escape(part.get("placeholder") or "")}</span>'
        return f'<div class="menu"><span>{shown}</span><span class="arrow">⌄</span></div>'

    def _markdown(self, text: str) -> str:
        """Draw the Markdown that the bot writes; what is escaped stays."""
        kept: list[str] = []

        def keep(found: re.Match[str]) -> str:
            kept.append(found[1])
            return f"\ue000{len(kept) - 1}\ue001"

        drawn: list[str] = []
        for line in re.sub(r"\\([^0-9A-Za-z\s])", keep, text).split("\n"):
            kind, rest = _kind(line)
            written = self._inline(rest)
            if kind == "quote" and drawn and drawn[-1].startswith('<div class="quote">'):
                drawn[-1] = drawn[-1].removesuffix("</div>") + f"<br>{written}</div>"
            else:
                drawn.append(f'<div class="{kind}">{written or "&nbsp;"}</div>')
        return re.sub(r"\ue000(\d+)\ue001", lambda found: html.escape(kept[int(found[1])]), "".join(drawn))

    def _inline(self, text: str) -> str:
        text = html.escape(text, quote=False)
        text = re.sub(r"`([^`]+)`", r"<code>\1</code>", text)
        text = re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", text)
        text = re.sub(r"(?<![\w*])\*([^*]+?)\*(?![\w*])", r"<i>\1</i>", text)
        text = re.sub(r"\[([^\]]+)\]\((https?://[^)]+)\)", r"<a>\1</a>", text)
        text = re.sub(r"&lt;t:\d+:R&gt;", f"<span class='time'>{AGO[self._language]}</span>", text)
        text = re.sub(r"&lt;t:\d+(:\w)?&gt;", f"<span class='time'>{WHEN[self._language]}</span>", text)

        def mention(found: re.Match[str]) -> str:
            name = self._names.get(html.unescape(found[0]), "@…")
            return f'<span class="mention">{html.escape(name)}</span>'

        return re.sub(r"&lt;(?:@&amp;|@|#)\d+&gt;", mention, text)


def _kind(line: str) -> tuple[str, str]:
    for start, kind in (("-# ", "small"), ("> ", "quote"), ("### ", "h3"), ("## ", "h2"), ("- ", "item")):
        if line.startswith(start):
            return kind, line.removeprefix(start)
    return "line", line


def _button(part: Mapping[str, Any]) -> str:
    emoji = part.get("emoji", {}).get("name", "")
    label = " ".join(filter(None, (emoji, part.get("label", ""), "↗" if part.get("url") else "")))
    style = {1: "primary", 3: "success", 4: "danger"}.get(part.get("style", 2), "")
    off = "off" if part.get("disabled") else ""
    return f'<span class="button {style} {off}">{html.escape(label)}</span>'


def _avatar(name: str) -> str:
    colour = COLOURS[len(name) % len(COLOURS)] if name else "#2a9d8f"
    drawn = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40">'
        f'<rect width="40" height="40" fill="{colour}"/>'
        f'<text x="20" y="27" font-family="sans-serif" font-size="20" font-weight="700" fill="#fff" '
        f'text-anchor="middle">{(name or "P")[0]}</text></svg>'
    )
    return "data:image/svg+xml;base64," + b64encode(drawn.encode()).decode()


_STYLE = """
body { margin: 0; background: #313338; font-family: "gg sans", "Noto Sans", "Helvetica Neue", Helvetica,
  Arial, sans-serif; }
body.light { background: #fff; }
discord-messages { border: 0; display: block; min-height: 0; background: inherit; }
.box { background: #2b2d31; border: 1px solid #3f4147; border-left: 4px solid #4e5058; border-radius: 8px;
  padding: 16px; margin: 6px 0 4px; max-width: 600px; line-height: 1.375; box-sizing: border-box;
  display: flex; flex-direction: column; gap: 8px; }
.light .box { background: #f2f3f5; border-color: #e1e3e6; }
.between { height: 0; margin: 0; }
.between.wide { margin: 8px 0; }
.between.line { border-top: 1px solid #3f4147; margin: 4px 0; }
.light .between.line { border-top-color: #d8dadd; }
.section { display: flex; gap: 12px; align-items: flex-start; justify-content: space-between; }
.section > div { min-width: 0; }
.h2 { font-size: 1.25rem; font-weight: 700; line-height: 1.3; }
.h3 { font-size: 1rem; font-weight: 700; }
.line + .h3, .item + .h3, .quote + .h3, .small + .h3 { margin-top: 8px; }
.item { padding-left: 18px; position: relative; }
.item::before { content: "•"; position: absolute; left: 5px; }
.button { flex: none; padding: 6px 14px; border-radius: 6px; background: #4e5058; color: #fff;
  font-size: .875rem; font-weight: 500; line-height: 1.3; white-space: nowrap; }
.light .button { background: #e3e5e8; color: #2b2d31; border: 1px solid #d0d3d8; }
.button.primary { background: #5865f2; color: #fff; border-color: #5865f2; }
.button.success { background: #248046; color: #fff; border-color: #248046; }
.button.danger { background: #da373c; color: #fff; border-color: #da373c; }
.button.off { opacity: .5; }
.small { font-size: .8125rem; color: #949ba4; line-height: 1.35; }
.light .small { color: #5c5e66; }
.quote { border-left: 4px solid #4e5058; border-radius: 3px; padding-left: 12px; margin: 3px 0; }
.light .quote { border-left-color: #c4c9ce; }
.row { display: flex; flex-wrap: wrap; gap: 8px; margin-top: 6px; }
.box .row { margin-top: 0; }
.menu { flex: 1; display: flex; justify-content: space-between; gap: 8px; background: #1e1f22;
  padding: 9px 12px; border: 1px solid #3f4147; border-radius: 8px; font-size: .9375rem; }
.light .menu { background: #fff; border-color: #c9ccd1; }
.menu .empty, .menu .arrow { color: #949ba4; }
.chosen { background: #3f4147; border-radius: 4px; padding: 1px 6px; }
.light .chosen { background: #e3e5e8; }
.file { background: #232428; border: 1px solid #3f4147; border-radius: 8px; padding: 12px; }
code { background: #1e1f22; border-radius: 4px; padding: 1px 4px; font-size: .875em; }
.light code { background: #e3e5e8; }
.time { background: #4e505866; border-radius: 3px; padding: 0 2px; }
.light .time { background: #e3e5e8; }
.mention { background: #5865f24d; color: #c9cdfb; border-radius: 3px; padding: 0 2px; font-weight: 500; }
.light .mention { background: #e6e8fd; color: #505cdc; }
a { color: #00a8fc; }
.light a { color: #006ce7; }
.private { font-size: .75rem; color: #949ba4; margin-top: 4px; }
"""
