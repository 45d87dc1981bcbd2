"""What comes before a body: its bounds, and requests that two servers could read in two ways (request smuggling)."""

import asyncio

import httpx
import pytest
from starlette.types import Receive, Scope, Send

from service.cli.protocol import MAX_HEAD, BoundedProtocol
from tests.listening import listening
from tests.security.bytes_on_wire import PING, exchange, statuses
from tests.services import Service

BODY = b'{"query":"{__typename}"}'
CHUNKED = b"%x\r\n%s\r\n0\r\n\r\n" % (len(BODY), BODY)
GET = b"GET /livez HTTP/1.1\r\nHost: 127.0.0.1\r\n"
POST = b"POST /graphql HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
LENGTH = b"Content-Length: %d\r\n" % len(BODY)
TRANSFER = b"Transfer-Encoding: chunked\r\n"


@pytest.mark.parametrize(
    "head",
    [
        GET + b"X: " + b"a" * 2 * MAX_HEAD,
        GET + b"".join(b"X-%d: a\r\n" % number for number in range(MAX_HEAD // 8)),
        b"GET /livez?" + b"a" * 2 * MAX_HEAD,
        b"\r\n" * MAX_HEAD,
    ],
    ids=["header", "headers", "address", "lines before it"],
)
def test_a_head_without_end_is_refused(production: Service, head: bytes) -> None:
    # In one piece of what is read more, and with the end that is missing: it would be taken then.
    for pieces in ([head], [head[:1000], head[1000:]]):
        assert statuses(exchange(production.address, *pieces)) in ([431], [400])
    assert statuses(exchange(production.address, head, b"\r\n\r\n")) in ([431], [400], [])


def test_a_refused_head_is_told_as_a_problem(client: httpx.Client) -> None:
    answer = client.get("/v1/quotes", headers={"X": "a" * 2 * MAX_HEAD})
    assert answer.status_code == 431
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["code"] == "HEAD_TOO_LARGE"
    assert str(MAX_HEAD) in answer.json()["detail"]


def test_a_head_may_be_long(production: Service) -> None:
    answer = exchange(production.address, GET + b"X: " + b"a" * (MAX_HEAD - 1000) + b"\r\nConnection: close\r\n\r\n")
    assert statuses(answer) == [200]


def test_long_heads_one_after_another_are_taken(client: httpx.Client) -> None:
    for _ in range(5):
        assert client.get("/livez", headers={"X": "a" * (MAX_HEAD // 2)}).status_code == 200


def test_trailers_are_bounded(production: Service) -> None:
    head = POST + TRANSFER + b"Connection: close\r\n\r\n" + CHUNKED.removesuffix(b"\r\n")
    assert statuses(exchange(production.address, head, b"X: a\r\n\r\n")) == [200]
    # The answer may be on its way by then, or not: but what would end the request is not waited for.
    assert statuses(exchange(production.address, head, b"X: " + b"a" * 2 * MAX_HEAD)) in ([200], [431], [])


@pytest.mark.anyio
async def test_trailers_are_no_headers() -> None:
    seen: list[bytes] = []

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        while (await receive()).get("more_body"):
            pass
        seen.extend(name for name, _ in scope["headers"])
        await send({"type": "http.response.start", "status": 204, "headers": []})
        await send({"type": "http.response.body", "body": b""})

    async with listening(app, http=BoundedProtocol, lifespan="off") as port:
        trailer = b"0\r\nAuthorization: Bearer x\r\n\r\n"
        await asyncio.to_thread(
            exchange, f"http://127.0.0.1:{port}", POST + TRANSFER + b"Connection: close\r\n\r\n" + trailer
        )
    assert seen == [b"host", b"content-type", b"transfer-encoding", b"connection"]


@pytest.mark.parametrize(
    "request_bytes",
    [
        POST + b"Content-Length: 6\r\n" + TRANSFER + b"\r\n" + CHUNKED,
        POST + TRANSFER + b"Content-Length: 6\r\n\r\n" + CHUNKED,
        POST + LENGTH + LENGTH + b"\r\n" + BODY,
        POST + LENGTH + b"Content-Length: 3\r\n\r\n" + BODY,
        POST + b"Content-Length: %d, %d\r\n\r\n" % (len(BODY), len(BODY)) + BODY,
        POST + b"Content-Length: +%d\r\n\r\n" % len(BODY) + BODY,
        POST + b"Content-Length: -1\r\n\r\n" + BODY,
        POST + b"Content-Length: 99999999999999999999999\r\n\r\n" + BODY,
        POST + b"Transfer-Encoding: xchunked\r\n\r\n" + CHUNKED,
        POST + b"Transfer-Encoding: chunked, identity\r\n\r\n" + CHUNKED,
        POST + b"Transfer-Encoding: identity\r\n\r\n" + BODY,
        POST + b"Transfer-Encoding : chunked\r\n\r\n" + CHUNKED,
        POST + b"Transfer-Encoding:\r\n chunked\r\n\r\n" + CHUNKED,
        POST + b"X: a\rTransfer-Encoding: chunked\r\n" + LENGTH + b"\r\n" + BODY,
        POST + b"X: a\0b\r\n" + LENGTH + b"\r\n" + BODY,
        POST + TRANSFER + b"\r\n" + CHUNKED.replace(b"\r\n", b"\n", 1),
        POST + TRANSFER + b"\r\nffffffffffffffffff\r\n" + BODY,
        POST + TRANSFER + b"\r\n0x" + CHUNKED,
        POST + TRANSFER + b"\r\n-1\r\n" + BODY,
        (POST + LENGTH).replace(b"\r\n", b"\n") + b"\n" + BODY,
        b"GET /livez HTTP/9.9\r\nHost: x\r\n\r\n",
        b"CONNECT news.example:80 HTTP/1.1\r\nHost: x\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
    ],
)
def test_what_can_be_read_in_two_ways_is_refused_and_the_connection_closed(
    production: Service, request_bytes: bytes
) -> None:
    # What follows would be the request that was smuggled in.
    assert statuses(exchange(production.address, request_bytes + PING)) == [400]


@pytest.mark.parametrize("hosts", [b"", b"Host: a\r\nHost: b\r\n"])
def test_a_request_names_one_host(production: Service, hosts: bytes) -> None:
    assert statuses(
        exchange(production.address, b"GET /livez HTTP/1.1\r\n" + hosts + b"Connection: close\r\n\r\n")
    ) == [400]


def test_a_body_of_no_chunks_is_read_as_sent(production: Service) -> None:
    chunked = POST + TRANSFER + b"Connection: close\r\n\r\n" + b"%x;a=b\r\n%s\r\n0\r\n\r\n" % (len(BODY), BODY)
    assert b'{"data":{"__typename":"Query"}}' in exchange(production.address, chunked)


@pytest.mark.parametrize(
    "path",
    ["/livez", "/graphql?query={__typename}", "/v1/articles", "/nothing", "/problems/not-found", "/openapi.json"],
)
def test_every_answer_is_what_it_says_and_does_not_name_its_server(client: httpx.Client, path: str) -> None:
    headers = client.get(path).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert not {"server", "x-powered-by", "via"} & headers.keys()
