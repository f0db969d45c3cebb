"""A server on this machine that speaks as each provider's does, and fails as a test wants it to."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Literal

Act = str | int | Literal["hang", "garbage", "broken"]
"""What it does: says a text, refuses with a status; ``HANG``, ``GARBAGE``, ``BROKEN``, ``CUT``, ``PLAIN``."""

HANG, GARBAGE, BROKEN, CUT, PLAIN = "<hang>", "<garbage>", "<broken>", "<cut>", "<plain>"
"""It says nothing; what is no JSON; half a reply, and hangs up; half a reply, at its longest; and refuses
whoever wants a schema, and answers the others."""

REPLY = '{"sentences": [{"text": "Oui.", "paragraphs": [1], "quotation": ""}]}'
_HALF = REPLY[:40]
_SECONDS = 5.0


class Provider:
    """Notes each request: its path, headers and body."""

    def __init__(self, act: str | int) -> None:
        self.act = act
        self.address = ""
        self.bodies: list[dict[str, Any]] = []
        self.keys: list[str] = []
        self.ended = threading.Event()

    @property
    def wanted_schema(self) -> list[bool]:
        """Say of each request whether it held the model to a schema."""
        wants = ("response_format", "format", "output_config", "output_format")
        return [any(body.get(name) for name in wants) for body in self.bodies]


@contextmanager
def provider(act: str | int) -> Iterator[Provider]:
    """Serve until the end of the block."""
    double = Provider(act)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            double.bodies.append(body)
            double.keys.append(f"{self.headers['Authorization']} {self.headers['x-api-key']}")
            act = double.act
            if act == PLAIN:
                act = 400 if double.wanted_schema[-1] else REPLY
            if isinstance(act, int):
                self._send(act, "application/json", [json.dumps(_refusal(self.path, act))])
            elif act == HANG:
                double.ended.wait(_SECONDS)
            elif act == GARBAGE:
                self._send(200, "text/html", ["<html>A proxy says hello.</html>"])
            elif body.get("stream"):
                text = _HALF if act in (BROKEN, CUT) else act
                kind = "application/x-ndjson" if "/api/" in self.path else "text/event-stream"
                pieces = list(_stream(self.path, text, cut=act == CUT))
                self._send(200, kind, pieces[: len(pieces) // 2] if act == BROKEN else pieces, act == BROKEN)
            else:
                text = _HALF if act in (BROKEN, CUT) else act
                whole = json.dumps(_whole(self.path, text, cut=act == CUT))
                self._send(
                    200,
                    "application/json",
                    [whole[: len(whole) // 2] if act == BROKEN else whole],
                    act == BROKEN,
                )

        def _send(self, status: int, kind: str, pieces: list[str], broken: bool = False) -> None:
            self.send_response(status)
            self.send_header("Content-Type", kind)
            length = sum(len(piece.encode()) for piece in pieces)
            self.send_header("Content-Length", str(length + 100 * broken))
            self.end_headers()
            for piece in pieces:
                self.wfile.write(piece.encode())
                self.wfile.flush()
            self.close_connection = True

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    double.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield double
    finally:
        double.ended.set()
        server.shutdown()
        server.server_close()
        thread.join()


def _refusal(path: str, status: int) -> dict[str, Any]:
    error = {
        "message": f"refused with {status}: sk-secret",
        "type": "invalid_request_error",
        "code": None,
        "param": None,
    }
    return {"error": str(error)} if "/api/" in path else {"type": "error", "error": error}


def _whole(path: str, text: str, *, cut: bool) -> dict[str, Any]:
    if "/api/" in path:
        return _ollama(text, done=True, cut=cut)
    if path.endswith("/messages"):
        return {
            "id": "msg_1", "type": "message", "role": "assistant", "model": "any",
            "content": [{"type": "text", "text": text}],
            "stop_reason": "max_tokens" if cut else "end_turn", "stop_sequence": None,
            "usage": {"input_tokens": 7, "output_tokens": 5},
        }  # fmt: skip
    message = {"role": "assistant", "content": text, "tool_calls": None}
    return {
        "id": "1", "object": "chat.completion", "created": 1, "model": "any",
        "choices": [{"index": 0, "message": message, "finish_reason": "length" if cut else "stop"}],
        "usage": {"prompt_tokens": 7, "completion_tokens": 5, "total_tokens": 12},
    }  # fmt: skip


def _ollama(text: str, *, done: bool, cut: bool = False) -> dict[str, Any]:
    told: dict[str, Any] = {
        "model": "any", "created_at": "2026-11-22T22:00:00Z",
        "message": {"role": "assistant", "content": text}, "done": done,
    }  # fmt: skip
    if done:
        told |= {"done_reason": "length" if cut else "stop", "prompt_eval_count": 7, "eval_count": 5}
    return told


def _stream(path: str, text: str, *, cut: bool) -> Iterator[str]:
    pieces = [text[at : at + 20] for at in range(0, len(text), 20)]
    if "/api/" in path:
        for piece in pieces:
            yield json.dumps(_ollama(piece, done=False)) + "\n"
        yield json.dumps(_ollama("", done=True, cut=cut)) + "\n"
    elif path.endswith("/messages"):
        yield _event(
            "message_start", message={**_whole(path, "", cut=False), "content": [], "stop_reason": None}
        )
        yield _event("content_block_start", index=0, content_block={"type": "text", "text": ""})
        for piece in pieces:
            yield _event("content_block_delta", index=0, delta={"type": "text_delta", "text": piece})
        yield _event("content_block_stop", index=0)
        reason = "max_tokens" if cut else "end_turn"
        yield _event(
            "message_delta", delta={"stop_reason": reason, "stop_sequence": None}, usage={"output_tokens": 5}
        )
        yield _event("message_stop")
    else:
        for number, piece in enumerate([*pieces, None]):
            delta = {"content": piece} if piece is not None else {}
            if number == 0:
                delta["role"] = "assistant"
            end = ("length" if cut else "stop") if piece is None else None
            chunk = {
                "id": "1", "object": "chat.completion.chunk", "created": 1, "model": "any",
                "choices": [{"index": 0, "delta": delta, "finish_reason": end}],
            }  # fmt: skip
            if piece is None:
                chunk["usage"] = {"prompt_tokens": 7, "completion_tokens": 5, "total_tokens": 12}
            yield f"data: {json.dumps(chunk)}\n\n"
        yield "data: [DONE]\n\n"


def _event(kind: str, **more: Any) -> str:
    return f"event: {kind}\ndata: {json.dumps({'type': kind, **more})}\n\n"
