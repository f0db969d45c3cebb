"""What moderators read about the articles: status, history, gaps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import discord
from discord import ui

from bot.presenters.answer import ANSWERED
from bot.presenters.cut import fit
from bot.presenters.pages import list_pages
from bot.presenters.source import BETWEEN
from porteparole.language import Language
from porteparole.library.report import Kept, Status
from porteparole.notice import Notice, NoticeValue
from porteparole.state.entries import Action, Gap
from porteparole.texts import Texts

TITLE, REASON, PERSON, SUBJECT, QUESTION = 120, 300, 60, 100, 300
WRONG = discord.Colour(0xE76F51)
BAR = 12


class Say:
    """Says sentences in one reader's language."""

    def __init__(self, texts: Texts, reader: Language) -> None:
        self.texts = texts
        self.reader: Language = reader

    def __call__(self, key: str, **values: NoticeValue) -> str:
        """Return a sentence."""
        return self.texts(self.reader, key, values)

    def notice(self, notice: Notice) -> str:
        """Return the sentence of a notice, safe: it may repeat what a stranger wrote."""
        return fit(self.texts.notice(self.reader, notice), REASON)


def note_page(text: str, colour: discord.Colour = ANSWERED) -> ui.LayoutView:
    """Return a message of one paragraph."""
    view = ui.LayoutView(timeout=None)
    return view.add_item(ui.Container(ui.TextDisplay(text), accent_colour=colour))


def progress_page(say: Say, heading: str, stage: str = "", done: int = 0, total: int = 0) -> ui.LayoutView:
    """Return how far an action is."""
    lines = [f"**{heading}**", say("moderation-stage", stage=stage or "begin")]
    if total > 0:
        share = min(done / total, 1)
        filled = int(share * BAR)
        bar = "▰" * filled + "▱" * (BAR - filled)
        lines.append(f"{bar} {say('moderation-share', percent=int(share * 100))}")
    return note_page("\n".join(lines))


def who(actor: str, say: Say) -> str:
    """Return who did something, as it stands in the audit log, for people."""
    kind, _, rest = actor.partition(":")
    if kind == "discord":
        number, _, name = rest.partition(" ")
        # A mention shows today's name; nobody is pinged.
        return f"<@{number}>" if number.isdecimal() else fit(name, PERSON)
    return say("moderation-actor", kind=kind, name=fit(rest, PERSON))


def status_pages(status: Status, say: Say) -> list[ui.LayoutView]:
    """Return how the corpus stands."""
    since = discord.utils.format_dt(status.since, "R")
    head = say("moderation-status-answers", generation=status.generation, since=since)
    counts = say("moderation-status-counts", articles=status.articles, paragraphs=status.paragraphs)
    lines = [f"{counts}\n-# {head}"]
    if status.running:
        running = status.running
        lines.append(
            say(
                "moderation-status-running",
                action=say("moderation-action", action=running.action),
                actor=who(running.actor, say),
                since=discord.utils.format_dt(running.since, "R"),
            )
        )
    if status.rolled_back:
        lines.append(say("moderation-status-rolled-back"))
    elif status.sources_changed is None:
        lines.append(say("moderation-status-sources-missing"))
    else:
        lines.append(say("moderation-status-sources", changed=str(status.sources_changed).lower()))
    before = status.before
    lines.append(
        say("moderation-status-before", before=before) if before else say("moderation-status-none-before")
    )
    lines += _listed(say("moderation-status-kept"), [_kept(kept, say) for kept in status.kept])
    added = [fit(article.title, TITLE) or article.id for article in status.added]
    lines += _listed(say("moderation-status-added", count=len(added)) if added else "", added)
    removed = [
        f"{fit(removal.title, TITLE) or removal.article}{BETWEEN}{who(removal.actor, say)}{BETWEEN}"
        f"{discord.utils.format_dt(removal.at, 'R')}"
        for removal in status.removed
    ]
    lines += _listed(say("moderation-status-removed", count=len(removed)) if removed else "", removed)
    return list_pages(say("moderation-status-title"), lines, most=20)


def _kept(kept: Kept, say: Say) -> str:
    counts = say("moderation-status-counts", articles=kept.articles, paragraphs=kept.paragraphs)
    return f"`{kept.generation}`{BETWEEN}{discord.utils.format_dt(kept.made, 'R')}{BETWEEN}{counts}"


def _listed(title: str, entries: Sequence[str]) -> Iterator[str]:
    if entries:
        yield f"**{title}**"
    for entry in entries:
        yield f"- {entry}"


def history_pages(actions: Sequence[Action], say: Say) -> list[ui.LayoutView]:
    """Return who did what to the articles, newest first."""
    title = say("moderation-history-title") if actions else say("moderation-history-none")
    return list_pages(title, [_action(action, say) for action in actions])


def _action(action: Action, say: Say) -> str:
    did = say("moderation-action", action=action.action)
    outcome = say("moderation-outcome", outcome=action.outcome)
    subject = fit(action.subject, SUBJECT)
    head = BETWEEN.join(part for part in (f"**{did}**", subject, outcome) if part)
    when = discord.utils.format_dt(action.at, "f")
    return f"{head}\n-# {BETWEEN.join([when, who(action.actor, say), *_details(action, say)])}"


def _details(action: Action, say: Say) -> Iterator[str]:
    details = action.details
    key = details.get("key")
    if isinstance(key, str) and say.texts.has(say.reader, key):
        try:
            yield say.notice(Notice(key, details.get("values") or {}))
        except (ValueError, KeyError):
            # Written by another version, whose sentence named other things.
            yield fit(key, SUBJECT)
    articles = details.get("articles")
    if isinstance(articles, dict):
        yield say(
            "moderation-figures",
            added=str(articles.get("added", 0)),
            changed=str(articles.get("changed", 0)),
            removed=str(articles.get("removed", 0)),
        )
    if details.get("dry_run"):
        yield say("moderation-dry-run")
    if isinstance(error := details.get("error"), str):
        yield fit(error, SUBJECT)


def gaps_pages(gaps: Sequence[Gap], say: Say) -> list[ui.LayoutView]:
    """Return the questions that were refused, most frequent first."""
    if not gaps:
        return list_pages(say("moderation-gaps-none"), [])
    entries = [
        f"**{gap.times}\u00a0×** {fit(gap.question, QUESTION) or '…'}\n-# "
        + BETWEEN.join(
            [
                say("moderation-language", language=gap.language),
                say("moderation-last-asked", when=discord.utils.format_dt(gap.last_asked, "R")),
                *([say("moderation-noted", actor=who(gap.marked_by, say))] if gap.mark == "noted" else []),
            ]
        )
        for gap in gaps
    ]
    return list_pages(say("moderation-gaps-title"), entries, note=say("moderation-gaps-note"))
