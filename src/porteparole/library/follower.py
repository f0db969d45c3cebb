"""Asks the server again and again whether another bot shared new articles."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable

from porteparole.notice import PorteParoleError

_SECONDS = 2.0

_log = logging.getLogger(__name__)


class Follower:
    """A thread that looks every two seconds, until it is closed.

    Args:
        follow: looks once, and does what is to be done.
    """

    def __init__(self, follow: Callable[[], None]) -> None:
        self._follow = follow
        self._closed = threading.Event()
        self._is_away = False
        self._thread = threading.Thread(target=self._run, name="follower", daemon=True)
        self._thread.start()

    def _run(self) -> None:
        while not self._closed.wait(_SECONDS):
            try:
                self._follow()
            except PorteParoleError as error:
                if not self._is_away:
                    _log.warning("new articles of other bots are not seen: %s", error.notice.values)
                self._is_away = True
            except Exception:  # the next look may find it mended; a thread that ends would never look again
                _log.exception("what another bot shared could not be taken over")
            else:
                if self._is_away:
                    _log.warning("the Chroma server answers again")
                self._is_away = False

    def close(self) -> None:
        """Look no more."""
        self._closed.set()
        self._thread.join(_SECONDS)
