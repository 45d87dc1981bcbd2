"""A whole answer is the same bytes, whether it is sent at once or by ASGI's messages."""

import asyncio
import re

import pytest
from starlette.types import Receive, Scope, Send

from service.cli.protocol import BoundedProtocol
from service.http.answer import AT_ONCE, Answer
from tests.listening import listening
from tests.security.bytes_on_wire import exchange

pytestmark = pytest.mark.anyio

LAST = b"Host: a\r\nConnection: close\r\n\r\n"
GET = b"GET /200 HTTP/1.1\r\nHost: a\r\n\r\n"


class App:
    """Answers with the status in the path; by messages below /messages. at_once: answers that were sent at once."""

    def __init__(self) -> None:
        self.at_once = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        status = int(scope["path"].rpartition("/")[2])
        body = b"" if status == 304 else b'{"data":{}}'
        headers = [(b"etag", b'"1"'), (b"x", scope["query_string"].replace(b"+", b"\n"))]
        if status != 304:
            headers.append((b"content-length", b"%d" % len(body)))
        known = scope.pop(AT_ONCE)
        if not scope["path"].startswith("/messages"):

            def told(*arguments: object) -> bool:
                sent: bool = known(*arguments)
                self.at_once += sent
                return sent

            scope[AT_ONCE] = told
        await Answer(body, status, headers)(scope, receive, send)


async def answers(request: bytes) -> tuple[bytes, bytes, int]:
    """The bytes by messages, those that may be sent at once, and how many answers were."""
    app = App()
    options = {
        "lifespan": "off",
        "headers": [("X-Content-Type-Options", "nosniff")],
        "date_header": False,
        "access_log": False,
    }
    async with listening(app, http=BoundedProtocol, **options) as port:
        told = [
            await asyncio.to_thread(exchange, f"http://127.0.0.1:{port}", asked)
            for asked in (re.sub(rb"(GET|HEAD) /", rb"\1 /messages/", request), request)
        ]
    return told[0], told[1], app.at_once


@pytest.mark.parametrize(
    ("request_bytes", "at_once"),
    [
        (GET + b"GET /200 HTTP/1.1\r\n" + LAST, 1),
        (GET + GET + GET + b"GET /200 HTTP/1.1\r\n" + LAST, 3),
        (b"GET /304 HTTP/1.1\r\nHost: a\r\n\r\n" + b"GET /404 HTTP/1.1\r\n" + LAST, 1),
        (b"HEAD /200 HTTP/1.1\r\nHost: a\r\n\r\n" + GET + b"GET /200 HTTP/1.1\r\n" + LAST, 1),
        (b"GET /200 HTTP/1.0\r\n\r\n", 0),
    ],
)
async def test_answers_are_the_same(request_bytes: bytes, at_once: int) -> None:
    by_messages, told, sent = await answers(request_bytes)
    assert told == by_messages
    assert b"x-content-type-options: nosniff\r\n" in told.lower()
    assert sent == at_once


async def test_no_header_is_smuggled_into_an_answer() -> None:
    by_messages, told, sent = await answers(b"GET /200?a+set-cookie:b HTTP/1.1\r\nHost: a\r\n\r\n")
    assert told == by_messages == b""
    assert not sent


async def test_what_takes_the_messages_gets_them() -> None:
    """What adds headers, as CORS does."""

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        async def adding(message: dict[str, object]) -> None:
            if message["type"] == "http.response.start":
                message = {**message, "headers": [(b"content-length", b"2"), (b"added", b"1")]}
            await send(message)

        await Answer(b"{}", 200, [(b"content-length", b"2")])(scope, receive, adding)  # type: ignore[arg-type]

    async with listening(app, http=BoundedProtocol, lifespan="off") as port:
        told = await asyncio.to_thread(exchange, f"http://127.0.0.1:{port}", b"GET /200 HTTP/1.1\r\n" + LAST)
    assert b"added: 1\r\n" in told
