"""Which generation answers after a start: the one that did, or what the sources or the server hold now."""

from __future__ import annotations

import logging
import sqlite3

from porteparole.library.builder import Builder
from porteparole.library.following import Following
from porteparole.notice import PorteParoleError
from porteparole.service import Progress
from porteparole.state.swaps import Swap
from porteparole.store.generation import Generation
from porteparole.store.identity import reading_version
from porteparole.store.server import SERVER_AWAY

_log = logging.getLogger(__name__)


def start(builder: Builder, progress: Progress) -> Generation:
    """Open the generation that answers; build it first where the sources changed meanwhile.

    Raises:
        PorteParoleError: there is none yet, and none could be made of the sources.
    """
    swap = builder.swaps.current()
    if builder.sharing:
        return _from_server(builder, Following(builder, builder.sharing), swap, progress)
    if swap and _is_up_to_date(builder, swap) and (opened := _opened(builder, swap)):
        return opened
    return _from_sources(builder, swap, progress)


def _from_sources(builder: Builder, swap: Swap | None, progress: Progress) -> Generation:
    standing = swap if swap and builder.generations.manifest(swap.generation) else None
    try:
        return builder.made(standing, progress)
    except (PorteParoleError, OSError) as error:
        # Rather the old articles than no answer; not those of other sources, which nobody asked for.
        ours = standing is not None and standing.origin == builder.origin.key()
        old = _opened(builder, standing) if standing and ours else None
        if old is None:
            raise
        _log.warning("the articles could not be read again (%s): those read before answer", error)
        return old


def _from_server(builder: Builder, following: Following, swap: Swap | None, progress: Progress) -> Generation:
    """Open what the bots on the server answer from; where there is nothing yet, begin with our sources.

    While it does not answer, the articles read before do, or our own without vectors.
    """
    opened = _opened(builder, swap) if swap else None
    try:
        there = following.sharing.followed()
        if there is None:
            return _from_sources(builder, swap, progress)
        if opened and opened.id == there.generation:
            return opened
        return following.received(there, opened)
    except PorteParoleError as error:
        if error.notice.key != SERVER_AWAY:
            raise
        address, reason = (error.notice.values[name] for name in ("address", "reason"))
    if opened:
        _log.warning("%s does not answer (%s): the articles read before answer", address, reason)
        return opened
    _log.warning("%s does not answer (%s): lexical search alone answers until then", address, reason)
    with builder.without_vectors():
        return builder.made(None, progress)


def _is_up_to_date(builder: Builder, swap: Swap) -> bool:
    manifest = builder.generations.manifest(swap.generation)
    if manifest is None or manifest.collection != builder.collection or swap.origin != builder.origin.key():
        return False
    # What moderators rolled back to stays until they reload.
    return swap.rolled_back or (
        manifest.reading == reading_version()
        and swap.signature == builder.origin.signature(builder.removals.all())
    )


def _opened(builder: Builder, swap: Swap) -> Generation | None:
    manifest = builder.generations.manifest(swap.generation)
    try:
        if manifest and manifest.collection == builder.collection:
            return builder.generations.open(swap.generation)
    except (OSError, ValueError, sqlite3.Error) as error:
        _log.warning("generation %s cannot be opened: %s", swap.generation, error)
    return None
