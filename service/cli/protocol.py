"""HTTP on a connection: uvicorn's, with the bounds and the checks of a request's head that httptools has not."""

import json
from typing import Any

from uvicorn.protocols.http.httptools_impl import STATUS_LINE, HttpToolsProtocol

from service.cli.answering import send_at_once
from service.errors import HeadTooLarge, OnRecordError
from service.http.answer import AT_ONCE
from service.rest.problem import MEDIA_TYPE, problem

MAX_HEAD = 64 * 1024
"""Bytes that may come without a head that ends, or a piece of a body: request line, headers, trailers."""
PIECE = MAX_HEAD // 4
"""Bytes that are parsed at once: so many more a head may have that ends within them."""

_TOO_LARGE = f"the head of the request has more than {MAX_HEAD} bytes: send less in its address and headers"


class BoundedProtocol(HttpToolsProtocol):
    """A connection that is closed where a head is too long, with 431 where an answer is still due."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.unfinished = 0
        """Bytes that have come of what has not ended: a head, a piece of a body, trailers."""

    def data_received(self, data: bytes) -> None:
        """Read what came, a large piece in parts: what is counted is then what stands in no finished part."""
        if len(data) > PIECE:
            self._read_in_parts(data)
            return
        self.unfinished += len(data)
        super().data_received(data)
        if self.unfinished > MAX_HEAD and not self.transport.is_closing():
            self._refuse()

    def on_headers_complete(self) -> None:
        """Begin the request. Trailers come after that: they are no headers (RFC 9110, section 6.5.1)."""
        self.unfinished = 0
        if [name for name, _ in self.headers].count(b"host") != 1 and self.parser.get_http_version() == "1.1":
            raise ValueError("a request names one host (RFC 9112, section 3.2)")
        self.scope[AT_ONCE] = send_at_once  # type: ignore[literal-required]
        super().on_headers_complete()
        if not (self.parser.should_upgrade() and self._should_upgrade()):
            self.headers = _DROPPED

    def on_body(self, body: bytes) -> None:
        """Take a piece of the body."""
        self.unfinished = 0
        super().on_body(body)

    def on_message_complete(self) -> None:
        """End the request, with its trailers."""
        self.unfinished = 0
        super().on_message_complete()

    def _read_in_parts(self, data: bytes) -> None:
        for start in range(0, len(data), PIECE):
            self.data_received(data[start : start + PIECE])
            if self.transport.is_closing() or self.transport.get_protocol() is not self:
                return

    def _refuse(self) -> None:
        if self.cycle is None or self.cycle.response_complete:
            self.tell(HeadTooLarge(_TOO_LARGE))
        self.transport.close()

    def tell(self, error: OnRecordError) -> None:
        """Answer a request that has not come whole, and so has come to no application."""
        body = json.dumps(problem(error)).encode()
        head = f"content-type: {MEDIA_TYPE}\r\ncontent-length: {len(body)}\r\nconnection: close\r\n\r\n"
        self.transport.write(STATUS_LINE[error.status] + head.encode() + body)


class _Dropped(list[tuple[bytes, bytes]]):
    """Headers that nobody reads."""

    def append(self, _: tuple[bytes, bytes]) -> None:
        """Keep nothing."""


_DROPPED = _Dropped()
