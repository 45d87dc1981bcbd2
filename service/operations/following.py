"""Follows what is answered, for those who are told of it: the log of requests, traces, and `Server-Timing`.

Where none of them is wanted nothing follows, and a request costs nothing more.
"""

import os
import re
from collections.abc import Awaitable, Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from time import perf_counter
from typing import TYPE_CHECKING, Any

from starlette.types import Message, Receive, Scope, Send

from service.operations.request_log import RequestLog
from service.tally import ANSWER, CUT_OFF, NOTES, Notes

if TYPE_CHECKING:
    # Loads packages that are there where somebody traces.
    from service.operations.tracing import Tracing

_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH"})
_REQUEST_ID = re.compile(rb"[A-Za-z0-9._-]{1,128}")
_TRACE = re.compile(rb"(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}(-.*)?")
"""The header traceparent (W3C Trace Context)."""


class Following:
    """Has an application answer, and tells of it. tells_timing: whether answers have the header Server-Timing."""

    def __init__(self, log: RequestLog | None, tracing: "Tracing | None", *, tells_timing: bool) -> None:
        self._log = log
        self._tracing = tracing
        self._tells_timing = tells_timing

    async def request(
        self,
        app: Callable[[Scope, Receive, Send], Awaitable[None]],
        routes: Mapping[Any, str],
        scope: Scope,
        receive: Receive,
        send: Send,
    ) -> None:
        """Have the app answer a request over HTTP, with X-Request-ID. routes: endpoint of a page -> its path."""
        began = perf_counter()
        notes = _notes(scope)
        trace = self._tracing.request(scope, notes) if self._tracing else None
        NOTES.set(notes)
        status = sent = 0

        async def following(message: Message) -> None:
            nonlocal status, sent
            if message["type"] == "http.response.start":
                status = message["status"]
                headers = [*message["headers"], (b"x-request-id", notes.request_id.encode())]
                if self._tells_timing:
                    headers.append((b"server-timing", _timing(notes, perf_counter() - began)))
                message["headers"] = headers
            elif scope["method"] != "HEAD":
                sent += len(message.get("body", b""))
            await send(message)

        try:
            await app(scope, receive, following)
        finally:
            ended = perf_counter()
            method = scope["method"]
            notes.route = notes.route or routes.get(scope.get("endpoint"))
            fields = {
                "request_id": notes.request_id,
                "trace_id": notes.trace_id,
                "method": method if method in _METHODS else "OTHER",
                "route": notes.route,
                "status": status,
                "operation": scope.get(ANSWER, CUT_OFF)[0],
                **_told(notes),
                "bytes": sent,
            }
            if self._log:
                self._log.write("request", fields, _durations(notes, ended - began))
            if trace:
                trace.request_ended(notes, method if method in _METHODS else None, status, ended)

    async def websocket(
        self,
        app: Callable[[Scope, Receive, Send], Awaitable[None]],
        scope: Scope,
        receive: Receive,
        send: Send,
    ) -> None:
        """Have the app serve a WebSocket, and tell of it and of each operation."""
        began = perf_counter()
        notes = _notes(scope)
        notes.follow = partial(self._operation, scope, notes)
        NOTES.set(notes)
        close: int | None = None

        async def sending(message: Message) -> None:
            nonlocal close
            if message["type"] == "websocket.close":
                close = message.get("code", 1000)
            await send(message)

        async def receiving() -> Message:
            nonlocal close
            message = await receive()
            if message["type"] == "websocket.disconnect" and close is None:
                close = message.get("code", 1005)
            return message

        try:
            await app(scope, receiving, sending)
        finally:
            if self._log:
                fields = {
                    "request_id": notes.request_id,
                    "trace_id": notes.trace_id,
                    "route": notes.route,
                    "key": notes.key,
                    "close": close,
                }
                self._log.write("websocket", fields, {"ms": perf_counter() - began})

    @contextmanager
    def _operation(self, scope: Scope, connection: Notes) -> Iterator[None]:
        """Tell of an operation of a WebSocket, which is done within it."""
        began = perf_counter()
        notes = Notes(connection.request_id)
        notes.trace_id, notes.key = connection.trace_id, connection.key
        trace = self._tracing.operation(scope, notes) if self._tracing else None
        NOTES.set(notes)
        end = "stopped"
        try:
            yield
            end = "error" if notes.code else "complete"
        finally:
            ended = perf_counter()
            fields = {
                "request_id": notes.request_id,
                "trace_id": notes.trace_id,
                "operation": notes.kind and f"graphql_{notes.kind}",
                **_told(notes),
                "end": end,
            }
            if self._log:
                self._log.write("operation", fields, _durations(notes, ended - began))
            if trace:
                trace.operation_ended(notes, ended)


def _told(notes: Notes) -> dict[str, str | int | None]:
    """What a line tells of an operation, whichever way it came."""
    return {
        "name": notes.name,
        "document": notes.document,
        "cost": notes.cost,
        "rows": notes.rows,
        "key": notes.key,
        "code": notes.code,
        "told": notes.told,
    }


def _durations(notes: Notes, seconds: float) -> Mapping[str, float | None]:
    return {"prepare_ms": notes.prepare, "database_ms": notes.database, "ms": seconds}


def _timing(notes: Notes, seconds: float) -> bytes:
    """The header Server-Timing: milliseconds of the stages, and of all until the head of the answer."""
    stages = {"prepare": notes.prepare, "database": notes.database, "total": seconds}
    return ", ".join(f"{name};dur={took * 1000:.3f}" for name, took in stages.items() if took is not None).encode()


def _notes(scope: Scope) -> Notes:
    """Notes of what begins: the id of the request, the client's where it has a good one, and of its trace."""
    request_id = trace_id = None
    for name, value in scope["headers"]:
        if name == b"x-request-id" and _REQUEST_ID.fullmatch(value):
            request_id = value.decode()
        elif name == b"traceparent" and (found := _TRACE.fullmatch(value)):
            trace_id = found[1].decode()
    notes = Notes(request_id or os.urandom(16).hex())
    notes.trace_id = trace_id
    return notes
