"""What moderators may do with the articles: one thing at a time, while everybody asks."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from porteparole.corpus.article import RefusedFile, content_id
from porteparole.corpus.assemble import slug
from porteparole.corpus.draft import Fields
from porteparole.corpus.translations import translated_language
from porteparole.library.acting import Actions, in_background
from porteparole.library.added import Added
from porteparole.library.builder import Builder, Wish
from porteparole.library.following import Following
from porteparole.library.origin import text_digest
from porteparole.library.report import Report, Status
from porteparole.library.status import read_status
from porteparole.library.translating import Translator
from porteparole.notice import Notice, PorteParoleError
from porteparole.service import Progress
from porteparole.state.audit import AuditLog
from porteparole.state.database import State
from porteparole.state.entries import DENIED, DONE, REFUSED, Action, Gap, Mark, Translation
from porteparole.state.gaps import Gaps
from porteparole.store.generation import Generation

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Hooks:
    """How the library reaches what answers.

    Attributes:
        current: gives the generation that answers; None where nothing was indexed yet.
        swap: lets another one answer.
        still_read: gives the ids of those that are still read.
    """

    current: Callable[[], Generation | None]
    swap: Callable[[Generation], None]
    still_read: Callable[[], set[str]]


class Library:
    """See :class:`porteparole.service.Library`."""

    def __init__(
        self, builder: Builder, state: State, hooks: Hooks, translator: Translator | None = None
    ) -> None:
        self._builder = builder
        self._following = Following(builder, builder.sharing) if builder.sharing else None
        self._translator = translator
        self._hooks = hooks
        self._audit = AuditLog(state)
        self._gaps = Gaps(state)
        self._added = Added(builder.origin.added)
        self._actions = Actions(self._audit, self._tidy)
        self._added.recover()
        if self._audit.interrupted():
            self._tidy()

    def reload(
        self,
        *,
        actor: str,
        dry_run: bool = False,
        confirm_empty: bool = False,
        progress: Progress | None = None,
    ) -> Report:
        """Read the sources again and let what they hold answer."""
        with self._actions.acting(actor, "reload", "dry run" if dry_run else "") as act:
            return act(lambda: self._built(Wish(dry_run=dry_run, confirm_empty=confirm_empty), progress))

    def add(
        self,
        name: str,
        content: bytes,
        *,
        actor: str,
        fields: Fields | None = None,
        replace: bool = False,
        progress: Progress | None = None,
    ) -> Report:
        """Keep a file of articles, or the translation of one, and reload."""

        def work() -> Report:
            translation = self._is_translation(name)
            with self._added.putting(name, content, fields, translation=translation) as source:
                return self._built(Wish(wanted=source, replace=replace), progress)

        with self._actions.acting(actor, "add", name) as act:
            return act(work)

    def remove(self, article: str, *, actor: str, progress: Progress | None = None) -> Report:
        """Leave an article out, now and in later reloads, or take away a translation that was added."""

        def work() -> Report:
            if self._added.has_translation(article):
                with self._added.taking(article):
                    return self._built(Wish(), progress)
            current = self._hooks.current()
            if current is None or not current.catalogue.has(article):
                raise _unknown(article, current)
            found = current.catalogue.article(article)
            self._builder.removals.add(found.id, text_digest(found), found.title, actor)
            try:
                return self._built(Wish(), progress)
            except BaseException:
                self._builder.removals.lift(found.id)
                raise

        with self._actions.acting(actor, "remove", article) as act:
            return act(work)

    def readmit(self, article: str, *, actor: str, progress: Progress | None = None) -> Report:
        """Take back a removal."""

        def work() -> Report:
            removal = next((r for r in self._builder.removals.all() if r.article == article), None)
            if removal is None:
                raise PorteParoleError("library-not-removed", name=article)
            self._builder.removals.lift(article)
            try:
                return self._built(Wish(), progress)
            except BaseException:
                self._builder.removals.add(removal.article, removal.digest, removal.title, removal.actor)
                raise

        with self._actions.acting(actor, "readmit", article) as act:
            return act(work)

    def translate(
        self, article: str, number: int, text: str, *, actor: str, progress: Progress | None = None
    ) -> Report:
        """Correct the translation of a paragraph, or make one, where the editors' file gives none."""

        def work() -> Report:
            current = self._hooks.current()
            if current is None or not current.catalogue.has(article):
                raise _unknown(article, current)
            found = {p.number: p for p in current.catalogue.article(article).paragraphs}
            if number not in found:
                raise PorteParoleError("library-no-paragraph", article=article, count=len(found))
            paragraph = found[number]
            written = " ".join(text.split())
            if not written:
                raise PorteParoleError("library-translation-empty")
            content = content_id(paragraph.text)
            before = self._builder.translations.all().get(content)
            if paragraph.translation is not None and not before:
                raise PorteParoleError("library-translated-by-file", article=article)
            model = before.model if before else ""
            self._builder.translations.keep(content, Translation(written, model, actor))
            return self._built(Wish(), progress)

        with self._actions.acting(actor, "translate", f"{article} {number}") as act:
            return act(work)

    def rollback(self, *, actor: str, progress: Progress | None = None) -> Report:
        """Let the generation before answer again, until the next reload."""

        def work() -> Report:
            report, generation = self._builder.rollback()
            self._swapped(generation)
            return report

        with self._actions.acting(actor, "rollback") as act:
            return act(work)

    def follow(self) -> None:
        """Let what another bot on the same server shared answer here as well, unless something is being done.

        Raises:
            PorteParoleError: the server does not answer, or what is there is not sound.
        """
        current = self._hooks.current()
        following = self._following
        if following is None or current is None or not following.sharing.is_behind(current):
            return
        with self._actions.turn("server", "follow") as free:
            if not free:
                return
            generation = in_background(lambda: following.follow(current, self._actions.told(None)))
            if generation:
                self._swapped(generation)
                self._audit.note("server", "follow", generation.id, DONE)

    def status(self) -> Status:
        """Return how the corpus stands."""
        return read_status(self._builder, self._actions.running)

    def history(self, count: int = 100) -> Sequence[Action]:
        """Return the last actions, newest first."""
        return self._audit.latest(count)

    def gaps(self, count: int = 100) -> Sequence[Gap]:
        """Return the questions that were refused, most frequent first."""
        return self._gaps.most_frequent(count)

    def mark_gap(self, name: str, mark: Mark, *, actor: str) -> Gap:
        """Note what is made of a refused question."""
        gap = self._gaps.mark(name, mark, actor)
        self._audit.note(actor, mark, gap.question, DONE)
        return gap

    def refused(self, actor: str, action: str, subject: str, why: Notice) -> None:
        """Write into the audit log that an action came to nothing before it could begin."""
        self._audit.note(actor, action, subject, REFUSED, {"key": why.key, "values": dict(why.values)})

    def denied(self, actor: str, action: str, subject: str = "") -> None:
        """Write into the audit log that somebody was not allowed to do something."""
        self._audit.note(actor, action, subject, DENIED)

    def close(self) -> None:
        """End what is being done, as if it had been killed, and let nothing more begin."""
        self._actions.stop()

    def _is_translation(self, name: str) -> bool:
        parts, current = translated_language(name), self._hooks.current()
        return parts is not None and current is not None and current.catalogue.has(slug(parts[0]))

    def _built(self, wish: Wish, progress: Progress | None) -> Report:
        current = self._hooks.current()
        told = self._actions.told(progress)
        untranslated: Sequence[RefusedFile] = ()
        if self._translator and not wish.dry_run:
            untranslated = self._builder.translate(wish, self._translator, told)
        report, following = self._builder.build(current.id if current else None, wish, told)
        if following:
            self._swapped(following)
        return replace(report, mended=(*report.mended, *untranslated))

    def _swapped(self, generation: Generation) -> None:
        self._hooks.swap(generation)
        try:
            self._builder.discard(self._hooks.still_read())
        except Exception as error:  # it answers already; what is left over goes at the next reload
            _log.warning("old generations could not be discarded: %s", error)

    def _tidy(self) -> None:
        try:
            self._builder.discard(self._hooks.still_read())
        except Exception as error:
            _log.warning("what was half-built could not be deleted yet: %s", error)


def _unknown(name: str, current: Generation | None) -> PorteParoleError:
    from rapidfuzz import process

    known = [article.id for article in current.catalogue.corpus().articles] if current else []
    nearest = ", ".join(found for found, _, _ in process.extract(name, known, limit=3))
    if not nearest:
        return PorteParoleError("library-no-article", name=name)
    return PorteParoleError("library-no-article-nearest", name=name, nearest=nearest)
