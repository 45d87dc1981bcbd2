"""One line of the log a request: what was asked of the service, how it was answered, and how long it took.

It holds no text, variable, parameter, body or address. What comes of a client stands in it only where it is of a few
harmless characters: the id of the request, of its trace, the name of its operation.
"""

import os
import re
import sys
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from time import perf_counter
from typing import Any

from starlette.types import Message, Receive, Scope, Send

from service.logs import in_json
from service.settings import Settings
from service.tally import ANSWER, CUT_OFF, NOTES, Notes

LOGGER = "service.requests"
_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH"})
_REQUEST_ID = re.compile(rb"[A-Za-z0-9._-]{1,128}")
_TRACE = re.compile(rb"(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}(-.*)?")
"""The header traceparent (W3C Trace Context)."""

_FIELDS = (
    "request_id", "trace_id", "method", "route", "status", "operation", "name", "document", "cost", "key", "bytes",
)  # fmt: skip


def request_log(settings: Settings) -> "RequestLog | None":
    """The log of requests, where one is kept."""
    wanted = settings.request_log == "on" or (settings.request_log == "auto" and settings.environment == "production")
    return RequestLog(as_json=in_json(settings)) if wanted and settings.log_level in {"debug", "info"} else None


class RequestLog:
    """Writes the lines, past Python's logging: its handlers cost as much as a request."""

    def __init__(self, *, as_json: bool) -> None:
        self._line = _json_line if as_json else _text_line

    async def follow(
        self,
        app: Callable[[Scope, Receive, Send], Awaitable[None]],
        routes: Mapping[Any, str],
        scope: Scope,
        receive: Receive,
        send: Send,
    ) -> None:
        """Have the app answer a request, with X-Request-ID, and write its line. routes: endpoint of a page -> path."""
        began = perf_counter()
        request_id, trace_id = _ids(scope)
        scope[NOTES] = notes = Notes()
        status = sent = 0

        async def following(message: Message) -> None:
            nonlocal status, sent
            if message["type"] == "http.response.start":
                status = message["status"]
                message["headers"] = [*message["headers"], (b"x-request-id", request_id.encode())]
            elif scope["method"] != "HEAD":
                sent += len(message.get("body", b""))
            await send(message)

        try:
            await app(scope, receive, following)
        finally:
            method = scope["method"]
            told = (
                request_id,
                trace_id,
                method if method in _METHODS else "OTHER",
                notes.route or routes.get(scope.get("endpoint")),
                status,
                scope.get(ANSWER, CUT_OFF)[0],
                notes.name,
                notes.document,
                notes.cost,
                notes.key,
                sent,
            )
            milliseconds = {"prepare_ms": notes.prepare, "database_ms": notes.database, "ms": perf_counter() - began}
            # Who does not read the log must not have requests fail.
            with suppress(OSError, ValueError):
                sys.stderr.write(self._line(told, milliseconds))
                sys.stderr.flush()


def _json_line(told: tuple[Any, ...], milliseconds: Mapping[str, float | None]) -> str:
    # All texts are of characters that JSON takes as they are.
    time = datetime.now(UTC).isoformat(timespec="milliseconds")
    parts = [f'"{name}":{_json(value)}' for name, value in zip(_FIELDS, told, strict=True) if value is not None]
    parts += [f'"{name}":{value * 1000:.3f}' for name, value in milliseconds.items() if value is not None]
    head = f'"time":"{time}","level":"info","logger":"{LOGGER}","process":{os.getpid()},"message":"request"'
    return f"{{{head},{','.join(parts)}}}\n"


def _json(value: str | int) -> str:
    return f'"{value}"' if isinstance(value, str) else str(value)


def _text_line(told: tuple[Any, ...], milliseconds: Mapping[str, float | None]) -> str:
    parts = [f"{name}={value}" for name, value in zip(_FIELDS, told, strict=True) if value is not None]
    parts += [f"{name}={value * 1000:.3f}" for name, value in milliseconds.items() if value is not None]
    return f"INFO:     request {' '.join(parts)}\n"


def _ids(scope: Scope) -> tuple[str, str | None]:
    """The id of a request, the client's where it has a good one, and of its trace."""
    request_id = trace_id = None
    for name, value in scope["headers"]:
        if name == b"x-request-id" and _REQUEST_ID.fullmatch(value):
            request_id = value.decode()
        elif name == b"traceparent" and (found := _TRACE.fullmatch(value)):
            trace_id = found[1].decode()
    return request_id or os.urandom(16).hex(), trace_id
