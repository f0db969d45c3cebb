"""The connection to a Chroma server (``chroma run``, or a cluster) instead of files in the data folder."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import urlsplit

from pydantic import SecretStr

from porteparole.notice import PorteParoleError

if TYPE_CHECKING:
    from chromadb.api import ClientAPI

T = TypeVar("T")

SERVER_AWAY = "store-server-away"

# Chroma's client waits for ever where it is not told otherwise.
_CONNECT_SECONDS, _ANSWER_SECONDS = 5.0, 60.0
# Between one attempt and the next.
_WAITS = (0.3, 1.0, 3.0)

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Server:
    """Where a Chroma server is.

    Attributes:
        url: ``http://HOST:PORT`` or ``https://HOST[:PORT]``.
        token: sent as ``Authorization: Bearer`` and as ``X-Chroma-Token``, which Chroma Cloud reads.
        tenant: whose data it is.
        database: which of theirs.
    """

    url: str
    token: SecretStr | None = None
    tenant: str = "default_tenant"
    database: str = "default_database"

    @property
    def place(self) -> str:
        """Its address without anything secret."""
        address = urlsplit(self.url)
        return f"{address.scheme}://{address.hostname}:{self._port}"

    @property
    def _port(self) -> int:
        address = urlsplit(self.url)
        return address.port or (443 if address.scheme == "https" else 8000)

    def connect(self) -> ClientAPI:
        """Return a client.

        Raises:
            PorteParoleError: it does not answer, or not as a Chroma server does (``store-server-away``).
        """
        import chromadb
        import httpx
        from chromadb.config import Settings

        address = urlsplit(self.url)
        headers: dict[str, str] = {}
        if self.token:
            secret = self.token.get_secret_value()
            headers = {"Authorization": f"Bearer {secret}", "X-Chroma-Token": secret}
        try:
            # First without Chroma's client, which has no limit of time.
            httpx.get(f"{self.place}/api/v2/heartbeat", headers=headers, timeout=_CONNECT_SECONDS)
            client = chromadb.HttpClient(
                address.hostname or "",
                self._port,
                ssl=address.scheme == "https",
                headers=headers,
                settings=Settings(anonymized_telemetry=False),
                tenant=self.tenant,
                database=self.database,
            )
        except Exception as error:
            # Whatever it is, by Chroma's client or below it: there is no connection.
            raise self.away(error) from error
        session = getattr(getattr(client, "_server", None), "_session", None)
        if session is not None:
            session.timeout = httpx.Timeout(_ANSWER_SECONDS, connect=_CONNECT_SECONDS)
        return client

    def away(self, error: Exception) -> PorteParoleError:
        """Return what people are told when it does not answer."""
        reason = str(error).strip().split("\n")[0][:200] or type(error).__name__
        return PorteParoleError(SERVER_AWAY, address=self.place, reason=reason)


def patiently(server: Server | None, call: Callable[[], T], again: Callable[[], None]) -> T:
    """Call, and where a server does not answer, call again a few times, waiting longer and longer.

    Args:
        server: the server that is called; None where there is none, and then an error is passed on at once.
        call: may be carried out more than once.
        again: forgets the connection before another attempt.

    Raises:
        PorteParoleError: the server did not answer (``store-server-away``).
    """
    if server is None:
        return call()
    for wait in (*_WAITS, None):
        try:
            return call()
        except Exception as error:
            # Chroma's client raises a plain Exception for an answer that is no error of its own (a 502).
            if type(error) is not Exception and not isinstance(error, (*_failures(), PorteParoleError)):
                raise
            again()
            if wait is None:
                raise error if isinstance(error, PorteParoleError) else server.away(error) from error
            _log.info("the Chroma server %s did not answer (%s); again in %s s", server.place, error, wait)
            time.sleep(wait)
    raise AssertionError


def _failures() -> tuple[type[Exception], ...]:
    import httpx
    from chromadb.errors import ChromaError

    return (httpx.HTTPError, OSError, ChromaError)
