"""Streams are sent and read in pieces, at once, and what is refused is told."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from bench.load import Refused
from bench.streaming import get_lines, post_lines

LINES = [json.dumps({"number": number, "text": "x" * 50}).encode() + b"\n" for number in range(20_000)]
HEAD = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"


@asynccontextmanager
async def served(status: bytes = b"200 OK") -> AsyncIterator[tuple[int, list[bytes]]]:
    """A server that answers each piece with a result a line of it, cut where no line ends, before it reads the next;
    GET with a few lines.
    """
    received: list[bytes] = []

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = await reader.readuntil(b"\r\n\r\n")
        writer.write(HEAD.replace(b"200 OK", status))
        if head.startswith(b"GET"):
            writer.write(b"2\r\na\n\r\n3\r\nb\nc\r\n0\r\n\r\n")
        while head.startswith(b"POST"):
            size = int(await reader.readuntil(b"\r\n"), 16)
            piece = (await reader.readexactly(size + 2))[:-2]
            received.append(piece)
            results = b'{"line": 1, "result": "CREATED"}\n' * piece.count(b"\n")
            for part in (results[:20], results[20:]):
                if part:
                    writer.write(b"%x\r\n%s\r\n" % (len(part), part))
                    await writer.drain()
            if not piece:
                writer.write(b"0\r\n\r\n")
                break
        writer.close()

    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    async with server:
        yield server.sockets[0].getsockname()[1], received


@pytest.mark.anyio
async def test_results_are_counted_while_lines_are_sent() -> None:
    async with served() as (port, received):
        results = await post_lines(port, "/batch", LINES)
    assert results == {"CREATED": len(LINES)}
    assert b"".join(received) == b"".join(LINES)
    assert len(received) > 10


@pytest.mark.anyio
async def test_what_streams_out_comes_as_it_was_sent() -> None:
    async with served() as (port, _):
        assert b"".join([data async for data in get_lines(port, "/export")]) == b"a\nb\nc"


@pytest.mark.anyio
async def test_a_stream_that_is_refused_is_told() -> None:
    async with served(b"403 Forbidden") as (port, _):
        with pytest.raises(Refused, match="403 Forbidden"):
            await anext(aiter(get_lines(port, "/export")))
