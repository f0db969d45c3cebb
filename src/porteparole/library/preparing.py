"""The part of a reload that needs neither Chroma nor the embedder: read, compare, write the files."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Protocol

from porteparole.corpus.again import by_reading
from porteparole.corpus.article import Article, Corpus, RefusedFile
from porteparole.corpus.assemble import slug
from porteparole.corpus.translations import translated_language
from porteparole.library.compare import Difference, compare
from porteparole.library.origin import Origin, is_meant
from porteparole.library.translating import with_translations
from porteparole.notice import PorteParoleError
from porteparole.state.entries import Removal, Translation
from porteparole.store.catalogue import passages
from porteparole.store.generation import Generations
from porteparole.store.identity import identity

if TYPE_CHECKING:
    from porteparole.embedding.weights import Floats

_log = logging.getLogger(__name__)

Vectors = Callable[[Sequence[str]], "Mapping[str, Floats]"]


@dataclass(frozen=True, slots=True)
class Task:
    """What is to be prepared.

    Attributes:
        data_dir: the data folder.
        origin: where the articles are read from.
        removals: those that are left out.
        current: the generation that answers; None at the very beginning.
        collection: where vectors are kept; None without an embedder.
        dry_run: whether nothing is to be written.
        confirm_empty: whether a corpus without articles is taken.
        wanted: beginning of the sources' names that an article has to come from; empty for none.
        replace: whether that article may take the place of one that is there.
        translated: what a model translated, or a moderator after it, by content id.
    """

    data_dir: Path
    origin: Origin
    removals: tuple[Removal, ...]
    current: str | None
    collection: str | None
    dry_run: bool = False
    confirm_empty: bool = False
    wanted: str = ""
    replace: bool = False
    translated: Mapping[str, Translation] = field(default_factory=dict[str, Translation])


@dataclass(frozen=True, slots=True)
class Findings:
    """What the sources hold.

    Attributes:
        generation: its id.
        signature: of the sources, taken before they were read.
        difference: to the generation that answers.
        leaving: the articles that paragraphs leave, as they were.
        refused: what was not taken.
        mended: what was taken with a fault.
        texts: those that the current generation has no vector of, by content id.
        taken_back: removals of the wanted articles, which no longer hold.
    """

    generation: str
    signature: str
    difference: Difference
    leaving: Sequence[Article]
    refused: Sequence[RefusedFile]
    mended: Sequence[RefusedFile]
    texts: Mapping[str, str]
    taken_back: Sequence[str]


class Preparing(Protocol):
    """Reads the sources, then writes the files of their generation; here or in another process."""

    def read(self) -> Findings:
        """Read and compare; nothing is written.

        Raises:
            PorteParoleError: a source is not there, there is no article (``library-empty``, ``store-empty``
                where none answers yet), or the wanted one was refused or is there already.
        """
        ...

    def write(self, vectors: Vectors) -> str | None:
        """Write the files of what was read, and check them.

        Args:
            vectors: returns those of :attr:`Findings.texts`, by content id.

        Returns:
            What :meth:`porteparole.store.generation.Generations.put` needs.

        Raises:
            PorteParoleError: what was written is not sound (``library-unsound``).
            KeyError: a vector is missing.
            OSError: the files could not be written; nothing that counts was done.
        """
        ...

    def close(self) -> None:
        """Give everything back; what is not done yet is given up."""
        ...


class Preparation:
    """Prepares in this process; see :class:`Preparing`."""

    def __init__(self, task: Task, progress: Callable[[str, int, int], None]) -> None:
        self._task = task
        self._progress = progress
        self._generations = Generations(task.data_dir)
        self._before = self._generations.corpus(task.current) if task.current else Corpus(())
        self._corpus = Corpus(())
        self._found = ""

    def read(self) -> Findings:
        """Read and compare."""
        task, before = self._task, self._before
        signature = task.origin.signature(task.removals)
        corpus = self._corpus = with_translations(
            task.origin.read(task.removals, self._progress, task.wanted, self._read_before()),
            task.translated,
            by_machine=task.origin.machine_translations,
        )
        _log.debug("%d articles read", len(corpus.articles))
        if not corpus.articles and not task.confirm_empty and (before.articles or not task.current):
            sources = ", ".join(map(str, task.origin.sources))
            raise PorteParoleError("library-empty" if task.current else "store-empty", sources=sources)
        wanted = _wanted(task, corpus, before) if task.wanted else []
        difference = compare(before, corpus)
        name = self._found = identity(corpus, task.collection)
        texts: dict[str, str] = {}
        if task.collection and not self._generations.manifest(name):
            known = passages(before) if self._has_vectors() else {}
            texts = {i: text for i, text in passages(corpus).items() if i not in known}
        return Findings(
            name,
            signature,
            difference,
            [article for article in before.articles if article.id in difference.leaving],
            corpus.refused,
            corpus.mended,
            texts,
            [r.article for r in task.removals if any(is_meant(r, article) for article in wanted)],
        )

    def write(self, vectors: Vectors) -> str | None:
        """Write the files and check them."""
        task = self._task

        def of(ids: Sequence[str]) -> dict[str, Floats]:
            known = self._known
            new = [i for i in ids if i not in known]
            made = vectors(new) if new else known
            return {i: known[i] if i in known else made[i] for i in ids}

        earlier = (task.current, self._before) if task.current else None
        written = self._generations.write(
            self._found,
            self._corpus,
            task.collection,
            of if task.collection else None,
            self._progress,
            earlier,
        )
        self._check(written or self._found)
        return written

    def close(self) -> None:
        """Do nothing: what was begun goes with the next generations that are discarded."""

    def _check(self, name: str) -> None:
        self._progress("verifying", 0, 1)
        generation = self._generations.open(name)
        fault = generation.fault()
        generation.close()
        if fault:
            raise PorteParoleError("library-unsound", reason=fault)
        self._progress("verifying", 1, 1)

    def _read_before(self) -> Mapping[str, Article]:
        current = self._task.current
        is_alike = current is not None and self._generations.is_read_alike(current)
        return by_reading(self._before.articles) if is_alike else {}

    @cached_property
    def _known(self) -> Mapping[str, Floats]:
        if self._task.current and self._task.collection and self._has_vectors():
            return self._generations.vectors(self._task.current, self._before)
        return {}

    def _has_vectors(self) -> bool:
        manifest = self._generations.manifest(self._task.current) if self._task.current else None
        return manifest is not None and manifest.collection == self._task.collection


def _wanted(task: Task, corpus: Corpus, before: Corpus) -> list[Article]:
    taken = [article for article in corpus.articles if article.source.startswith(task.wanted)]
    if not taken:
        for refused in corpus.refused:
            if refused.source.startswith(task.wanted):
                raise PorteParoleError(refused.reason.key, **refused.reason.values)
        if parts := translated_language(f"{PurePath(task.wanted).name}.txt"):
            _demand_new_translation(task, slug(parts[0]), before)
            return []
        raise PorteParoleError("library-nothing-added")
    there = {article.id for article in before.articles}
    for article in taken:
        if article.id in there and not task.replace:
            raise PorteParoleError("library-exists", article=article.id)
    return taken


def _demand_new_translation(task: Task, article: str, before: Corpus) -> None:
    paragraphs = (p for p in before.paragraphs if p.article_id == article)
    if not task.replace and any(p.translation is not None for p in paragraphs):
        raise PorteParoleError("library-exists", article=PurePath(task.wanted).name)
