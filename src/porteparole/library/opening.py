"""Opens what keeps the articles of a data folder: lock, state, embedder, generations."""

from __future__ import annotations

import logging
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from porteparole.embedding.embedder import Embedder
from porteparole.embedding.factory import make_embedder
from porteparole.library.builder import Builder
from porteparole.library.library import Hooks, Library
from porteparole.library.observer import Observer
from porteparole.library.origin import Origin
from porteparole.library.restoring import recover
from porteparole.library.translating import Translator
from porteparole.notice import PorteParoleError
from porteparole.settings import EMBEDDED, Settings
from porteparole.state.database import STATE_FILE, State, open_state
from porteparole.store.generation import Generation
from porteparole.store.lock import DataLock
from porteparole.store.server import Server
from porteparole.store.shared import SharedGenerations
from porteparole.store.vectors import VectorStore, open_chroma
from porteparole.texts import Texts

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Opened:
    """An open data folder; ``embeddings`` is None where lexical search alone answers."""

    state: State
    builder: Builder
    embeddings: Embedder | None


def open_folder(
    settings: Settings,
    undo: ExitStack,
    *,
    seeds: Sequence[Path] | None = None,
    data_dir: Path | None = None,
    translations: bool | None = None,
) -> Opened:
    """Take hold of the data folder until ``undo`` is closed.

    Args:
        settings: the effective settings.
        undo: gives everything back.
        seeds: folders or files of articles, instead of the settings'.
        data_dir: instead of the settings'.
        translations: whether parallel files are read, instead of the settings'.

    Raises:
        PorteParoleError: another process owns the data folder, it cannot be written, the state database
            cannot be opened, or an embedder was named in the settings that cannot be had.
    """
    folder = data_dir or settings.data_dir
    undo.callback(DataLock(folder).release)
    loading = undo.enter_context(ThreadPoolExecutor(1, "embedder")).submit(_embeddings, settings, folder)
    state = _open_state(settings, folder)
    undo.callback(state.close)
    recover(folder, state)
    embeddings = loading.result()
    origin = _origin(settings, folder, seeds, translations)
    store = _store(settings, folder, embeddings) if embeddings else None
    shared = SharedGenerations(store.server, store.name) if store and store.server else None
    builder = Builder(folder, state, store, origin, settings.corpus.generations, shared)
    return Opened(state, builder, embeddings)


@contextmanager
def open_library(
    settings: Settings, translator: Callable[[State, Embedder | None], Translator | None] | None = None
) -> Generator[Library]:
    """Open what moderators may do, without what answers; nothing is read before it is asked for.

    Args:
        settings: the effective settings.
        translator: opens what translates new paragraphs at a reload; None for nothing.

    Raises:
        PorteParoleError: as :func:`open_folder`; another process that owns the folder is ``library-held``.
    """
    with ExitStack() as undo:
        try:
            opened = open_folder(settings, undo)
        except PorteParoleError as error:
            if error.notice.key == "store-locked":
                raise PorteParoleError("library-held", **error.notice.values) from None
            raise
        standing = opened.builder.standing()
        current: list[Generation] = []
        if standing:
            current.append(opened.builder.generations.open(standing.generation))
        library = Library(
            opened.builder,
            opened.state,
            Hooks(
                current=lambda: current[-1] if current else None,
                swap=current.append,
                still_read=lambda: {current[-1].id} if current else set(),
            ),
            translator(opened.state, opened.embeddings) if translator else None,
        )
        undo.callback(lambda: [generation.close() for generation in current])
        undo.callback(library.close)
        yield library


@contextmanager
def observe(settings: Settings) -> Generator[Observer]:
    """Open what may be looked at while another process owns the data folder.

    Raises:
        PorteParoleError: nothing was indexed yet, or the state database cannot be opened.
    """
    with open_watched_state(settings) as state:
        folder = settings.data_dir
        origin = _origin(settings, folder, None, None)
        yield Observer(Builder(folder, state, None, origin, settings.corpus.generations), state)


@contextmanager
def open_watched_state(settings: Settings) -> Generator[State]:
    """Open the state database beside its owner, as :func:`observe` does."""
    if not settings.state.url and not (settings.data_dir / STATE_FILE).exists():
        raise PorteParoleError("library-nothing-yet")
    state = _open_state(settings, settings.data_dir)
    try:
        yield state
    finally:
        state.close()


@contextmanager
def open_owned_state(settings: Settings) -> Generator[State]:
    """Open the state database as the owner of the data folder.

    Raises:
        PorteParoleError: another process is (``library-held``), or it cannot be opened.
    """
    with ExitStack() as undo:
        _own(settings.data_dir, undo)
        state = _open_state(settings, settings.data_dir)
        undo.callback(state.close)
        recover(settings.data_dir, state)
        yield state


def _own(folder: Path, undo: ExitStack) -> None:
    try:
        undo.callback(DataLock(folder).release)
    except PorteParoleError as error:
        if error.notice.key == "store-locked":
            raise PorteParoleError("library-held", **error.notice.values) from None
        raise


def _open_state(settings: Settings, folder: Path) -> State:
    url = settings.state.url
    return open_state(url.get_secret_value() if url else None, folder)


def _origin(
    settings: Settings, folder: Path, seeds: Sequence[Path] | None, translations: bool | None
) -> Origin:
    return Origin(
        tuple(seeds or settings.seeds_dir),
        folder / "articles",
        settings.corpus.translations if translations is None else translations,
        settings.corpus.max_file_mb * 1_000_000,
        settings.corpus.translate,
    )


def named_embedder(settings: Settings, cache: Path | None) -> Embedder:
    """Return the embedder that the settings name.

    Args:
        settings: the effective settings.
        cache: folder for what is costly to build; None: nothing is kept.

    Raises:
        PorteParoleError: it cannot be had, as :func:`porteparole.embedding.factory.make_embedder` says.
    """
    chosen = settings.embedding
    return make_embedder(
        chosen.model,
        threads=chosen.threads,
        cache=cache,
        weights=chosen.weights,
        base_url=chosen.base_url,
        api_key=chosen.api_key,
        query_prefix=f"{chosen.query_prefix} ".lstrip(),
        passage_prefix=f"{chosen.passage_prefix} ".lstrip(),
    )


def _embeddings(settings: Settings, folder: Path) -> Embedder | None:
    """Load the embedder. Without the embedded one, lexical search alone answers, and the log says so.

    Raises:
        PorteParoleError: another one is named and cannot be had: nobody asked for words alone.
    """
    try:
        return named_embedder(settings, folder / "cache")
    except PorteParoleError as error:
        if settings.embedding.model != EMBEDDED:
            raise
        why = Texts().notice("en", error.notice)
        _log.warning("no embedder: lexical search alone answers. %s", why)
        return None


def _store(settings: Settings, folder: Path, embeddings: Embedder) -> VectorStore:
    chroma = settings.chroma
    if chroma.url is None:
        return VectorStore(lambda: open_chroma(folder / "chroma"), embeddings)
    server = Server(chroma.url, chroma.token, chroma.tenant, chroma.database)
    return VectorStore(server.connect, embeddings, server)
