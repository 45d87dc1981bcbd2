"""Answers that are known whole before they are sent, which costs less than what may still come in pieces."""

from collections.abc import Callable, Sequence
from typing import TypeAlias

from starlette.responses import Response
from starlette.types import Receive, Scope, Send

Headers: TypeAlias = Sequence[tuple[bytes, bytes]]

AT_ONCE = "onrecord.at_once"
"""The key of an ASGI scope under which a server may leave what sends a whole answer without ASGI's two messages.

It is called with (send, status, headers, body), and tells whether it sent them: not where something else than the
server takes the messages, as what adds headers does.
"""
SendsAtOnce: TypeAlias = Callable[[Send, int, Headers, bytes], bool]


class Answer(Response):
    """A response with these headers alone, Content-Length among them; their names are in lower case."""

    body: bytes

    def __init__(self, body: bytes, status: int, headers: list[tuple[bytes, bytes]]) -> None:
        self.body = body
        self.status_code = status
        self.raw_headers = headers
        self.background = None

    async def __call__(self, scope: Scope, _: Receive, send: Send) -> None:
        """Send it, as an answer over HTTP."""
        at_once: SendsAtOnce | None = scope.get(AT_ONCE)
        if at_once is None or not at_once(send, self.status_code, self.raw_headers, self.body):
            await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
            await send({"type": "http.response.body", "body": self.body})
