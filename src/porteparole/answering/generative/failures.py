"""What went wrong when a model was asked, whichever provider's library says so."""

from __future__ import annotations

from typing import Any, Literal

Failure = Literal["key", "model", "request", "busy", "time", "away", "service"]
"""The key is refused; the model is not known; what was asked is not taken (a schema, too much text); too much
was asked, or the account is empty; no reply in time; nobody at that address; anything else."""

# HTTP's own meanings (RFC 9110 and 6585); 402 and 413 as providers use them.
_BY_STATUS: dict[int, Failure] = {
    400: "request", 401: "key", 402: "busy", 403: "key", 404: "model",
    408: "time", 413: "request", 422: "request", 429: "busy", 501: "request", 504: "time",
}  # fmt: skip


def failure_of(error: BaseException) -> Failure:
    """Return the kind of an error; its text, which may hold the prompt or the key, is not looked at."""
    status = status_of(error)
    if status is not None:
        return _BY_STATUS.get(status, "service")
    names = " ".join(kind.__name__.lower() for kind in type(error).__mro__)
    if "timeout" in names:
        return "time"
    if "notimplemented" in names:
        return "request"
    return "away" if "connect" in names else "service"


def status_of(error: BaseException) -> int | None:
    """Return the HTTP status that an error tells of, None where it tells of none."""
    holder: Any = error
    for holder in (error, getattr(error, "response", None)):
        status = getattr(holder, "status_code", None)
        if isinstance(status, int) and status > 0:
            return status
    return None


def told(error: BaseException) -> str:
    """Return an error's name and status, for a log or an operator."""
    status = status_of(error)
    return type(error).__name__ + (f", {status}" if status else "")
