"""Requests and answers without an end in sight: chunked (RFC 9112, 7.1), read while they are written."""

import asyncio
import re
from collections import Counter
from collections.abc import AsyncIterator, Iterable

from bench.load import Refused

PIECE = 64 * 1024
"""Bytes that are sent at once, at the least."""
SILENCE = 120
"""Seconds without an answer after which a server is given up."""

_RESULT = re.compile(rb'"result": ?"([A-Z]+)"')


async def post_lines(port: int, path: str, lines: Iterable[bytes]) -> Counter[str]:
    """Send lines of NDJSON as one request; how many results of each kind came back meanwhile. Raises Refused."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=2**20)
    try:
        writer.write(
            f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-ndjson\r\n"
            "Transfer-Encoding: chunked\r\n\r\n".encode()
        )
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(_send(writer, lines))
            results = tasks.create_task(_results(reader))
        return results.result()
    finally:
        writer.close()


async def _results(reader: asyncio.StreamReader) -> Counter[str]:
    results: Counter[str] = Counter()
    rest = b""
    async for data in _body(reader):
        whole, end, rest = (rest + data).rpartition(b"\n")
        results.update(kind.decode() for kind in _RESULT.findall(whole + end))
    return results


async def _send(writer: asyncio.StreamWriter, lines: Iterable[bytes]) -> None:
    held: list[bytes] = []
    size = 0
    for line in lines:
        held.append(line)
        size += len(line)
        if size >= PIECE:
            writer.write(b"%x\r\n%s\r\n" % (size, b"".join(held)))
            held, size = [], 0
            await writer.drain()
    if held:
        writer.write(b"%x\r\n%s\r\n" % (size, b"".join(held)))
    writer.write(b"0\r\n\r\n")
    await writer.drain()


async def get_lines(port: int, path: str) -> AsyncIterator[bytes]:
    """What an endless answer brings, as it comes. Raises Refused."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=2**20)
    try:
        writer.write(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".encode())
        async for data in _body(reader):
            yield data
    finally:
        writer.close()


async def _body(reader: asyncio.StreamReader) -> AsyncIterator[bytes]:
    async with asyncio.timeout(SILENCE):
        head = await reader.readuntil(b"\r\n\r\n")
    if not head.startswith(b"HTTP/1.1 200") or b"transfer-encoding: chunked" not in head.lower():
        raise Refused(f"{head.decode(errors='replace')}{(await reader.read(2000)).decode(errors='replace')}")
    while True:
        async with asyncio.timeout(SILENCE):
            size = int(await reader.readuntil(b"\r\n"), 16)
            data = (await reader.readexactly(size + 2))[:-2]
        if not data:
            return
        yield data
