"""Slow and stalled clients: what they hold is bounded and comes back, and others are served meanwhile."""

import asyncio
import json
import socket
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager, suppress

import httpx
import pytest

from service.cli import timed_protocol
from service.cli.timed_protocol import TimedProtocol
from service.storage.pool import Pool
from tests.graphql.serving import SECONDS, Address, eventually, serving
from tests.records import Draft, store
from tests.rest.articles import record
from tests.rest.duplex import duplex

pytestmark = pytest.mark.anyio

Stream = tuple[asyncio.StreamReader, asyncio.StreamWriter]
POST = (
    b"POST /v1/articles HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n"
)
ESTABLISHED = "01"
HEADERS = b"X-A: b\r\n" * 1_000


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HEAD_SECONDS", "BODY_SECONDS", "UNREAD_SECONDS"):
        monkeypatch.setattr(timed_protocol, name, 0.5)
    monkeypatch.setattr(timed_protocol, "CHECK_SECONDS", 0.1)


@pytest.fixture
async def address(database_url: str) -> AsyncIterator[Address]:
    async with serving(database_url, http=TimedProtocol, host="127.0.0.1") as address:
        yield address


@asynccontextmanager
async def connected(address: Address, *, small: bool = False) -> AsyncIterator[Stream]:
    """A connection. small: the system holds little of what is not read."""
    opened = socket.socket()
    if small:
        opened.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4_096)
    opened.setblocking(False)
    await asyncio.get_running_loop().sock_connect(opened, ("127.0.0.1", address.port))
    reader, writer = await asyncio.open_connection(sock=opened, limit=1_000 if small else 2**16)
    try:
        yield reader, writer
    finally:
        writer.close()
        with suppress(OSError):
            await writer.wait_closed()


async def ended(reader: asyncio.StreamReader) -> bytes:
    """All that comes until the service ends the connection."""
    async with asyncio.timeout(SECONDS):
        with suppress(ConnectionError):
            return await reader.read(-1)
    return b""


async def served(address: Address) -> None:
    """Another client is answered."""
    async with httpx.AsyncClient(timeout=SECONDS) as client:
        response = await client.post(address.http, json={"query": "{ sources { totalCount } }"})
    assert response.status_code == 200


async def trickle(writer: asyncio.StreamWriter, data: bytes) -> None:
    """Send a byte at a time, for ever or until the connection is ended."""
    with suppress(ConnectionError):
        for byte in data:
            writer.write(bytes([byte]))
            await writer.drain()
            await asyncio.sleep(0.02)


async def test_heads_that_do_not_end_are_given_up(address: Address) -> None:
    async with AsyncExitStack() as opened:
        clients = [await opened.enter_async_context(connected(address)) for _ in range(20)]
        begun = b"GET /v1/sources HTTP/1.1\r\n" + HEADERS
        trickling = [asyncio.ensure_future(trickle(writer, begun)) for _, writer in clients[:10]]
        await served(address)
        assert {await ended(reader) for reader, _ in clients} == {b""}
        await asyncio.wait(trickling)


async def test_a_second_head_must_end_too(address: Address) -> None:
    async with connected(address) as (reader, writer):
        writer.write(b"GET /livez HTTP/1.1\r\nHost: a\r\n\r\n")
        assert b"200 OK" in await reader.readuntil(b"alive\n")
        trickling = asyncio.ensure_future(trickle(writer, b"GET /livez HTTP/1.1\r\n" + HEADERS))
        assert await ended(reader) == b""
        await trickling


CHUNKED = b"POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
REQUESTS = [[b"GET /livez HTTP/1.1\r\nHost: a\r\n\r\n"], [CHUNKED + b"2\r\n{}\r\n", b"0\r\n\r\n"]]


@pytest.mark.parametrize("pieces", REQUESTS)
async def test_a_connection_is_kept_between_requests(address: Address, pieces: list[bytes]) -> None:
    async with connected(address) as (reader, writer):
        for _ in range(2):
            for piece in pieces:
                writer.write(piece)
                await asyncio.sleep(0.1)
            async with asyncio.timeout(SECONDS):
                head = await reader.readuntil(b"\r\n\r\n")
                await reader.readexactly(int(head.lower().partition(b"content-length: ")[2].split()[0]))
            await asyncio.sleep(1)


async def test_an_idle_connection_is_ended(address: Address, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timed_protocol, "IDLE_SECONDS", 0.5)
    async with connected(address) as (reader, writer):
        writer.write(REQUESTS[0][0])
        assert (await ended(reader)).endswith(b"alive\n")


@pytest.mark.parametrize("path", ["/v1/articles", "/graphql", "/v1/process"])
async def test_a_body_that_trickles_in_is_given_up(address: Address, path: str) -> None:
    async with connected(address) as (reader, writer):
        writer.write(POST.replace(b"/v1/articles", path.encode()))
        trickling = asyncio.ensure_future(trickle(writer, b'{"body": ' + b" " * 1_000))
        await served(address)
        answer = await ended(reader)
        await trickling
    head, _, body = answer.partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 408 ")
    assert (json.loads(body)["status"], json.loads(body)["code"]) == (408, "TIMEOUT")


async def test_what_a_client_sends_when_it_is_given_up_does_not_cost_it_the_answer(
    address: Address, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(timed_protocol, "LINGER_SECONDS", SECONDS)
    loop = asyncio.get_running_loop()
    with socket.socket() as client:
        client.setblocking(False)
        await loop.sock_connect(client, ("127.0.0.1", address.port))
        await loop.sock_sendall(client, POST + b"{")
        # longer than a body has, and nothing is read meanwhile
        await asyncio.sleep(1)
        for _ in range(3):
            await loop.sock_sendall(client, b" ")
            await asyncio.sleep(0.1)
        async with asyncio.timeout(SECONDS):
            assert (await loop.sock_recv(client, 4_096)).startswith(b"HTTP/1.1 408 ")


async def test_a_slow_batch_is_no_slow_body(address: Address) -> None:
    """Its lines are answered as they come."""
    head = "POST /v1/articles/batch HTTP/1.1\nContent-Type: application/x-ndjson\nTransfer-Encoding: chunked"
    async with duplex(address.port, head) as client:
        for number in range(3):
            await asyncio.sleep(0.4)
            await client.send(record(f"https://news.example/{number}"))
            assert (await client.result())["result"] == "CREATED"
        await client.end()
        assert await client.rest() == b""


async def test_who_takes_no_answer_is_given_up(address: Address, pool: Pool) -> None:
    await store(pool, *(Draft(f"{n} long" * 20_000, url=f"https://news.example/{n}") for n in range(60)))
    asked = b'{"query": "{ articles(first: 60) { nodes { body } } }"}'
    head = (
        f"POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: {len(asked)}\r\n\r\n"
    )
    async with connected(address, small=True) as (reader, writer):
        writer.write(head.encode() + asked)
        async with asyncio.timeout(SECONDS):
            await reader.readuntil(b"\r\n")
        await eventually(lambda: no_connections(address))
        await served(address)
        assert len(await ended(reader)) < 4_000_000


async def no_connections(address: Address) -> bool:
    """Whether the system knows of no connection to the service on the service's side."""
    with open("/proc/net/tcp", encoding="ascii") as table:  # noqa: ASYNC230
        rows = [line.split() for line in table][1:]
    return not any(row[1].endswith(f":{address.port:04X}") and row[3] == ESTABLISHED for row in rows)


@pytest.mark.parametrize("sent", [b"", b"GET /v1/sources HTTP/1.1\r\n", POST + b"{"])
async def test_half_closed_connections_are_let_go(address: Address, sent: bytes) -> None:
    async with connected(address) as (reader, writer):
        writer.write(sent)
        writer.write_eof()
        await ended(reader)
    await served(address)
