"""A client of batches that reads results while it still sends, and tells how the answer ended."""

import asyncio
import json
import socket
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager, suppress
from typing import Any

from tests.graphql.serving import SECONDS

Json = dict[str, Any]


def lines_of(records: Iterable[Json | bytes]) -> bytes:
    """NDJSON of records; bytes stand as they are."""
    return b"".join((each if isinstance(each, bytes) else json.dumps(each).encode()) + b"\n" for each in records)


def results_of(body: bytes) -> list[Json]:
    """The results in an answer."""
    assert body.endswith(b"\n") or not body
    return [dict(json.loads(line)) for line in body.splitlines()]


class Duplex:
    """One request over a connection of its own, its body in chunks."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.reader = reader
        self.writer = writer
        self.headers = b""
        self._read = b""

    async def send(self, *records: Json | bytes, raw: bytes = b"") -> None:
        """Send lines, or bytes as they are, as one chunk."""
        data = raw or lines_of(records)
        self.writer.write(b"%x\r\n%s\r\n" % (len(data), data))
        await self.writer.drain()

    async def end(self) -> None:
        """Send the end of the body."""
        self.writer.write(b"0\r\n\r\n")
        await self.writer.drain()

    async def head(self) -> bytes:
        """The status line and headers of the answer."""
        async with asyncio.timeout(SECONDS):
            self.headers = await self.reader.readuntil(b"\r\n\r\n")
        return self.headers

    async def chunk(self) -> bytes:
        """The next chunk of the answer; nothing at its end. Raises IncompleteReadError where it is broken off."""
        async with asyncio.timeout(SECONDS):
            if not self.headers:
                await self.head()
            size = int(await self.reader.readuntil(b"\r\n"), 16)
            data = await self.reader.readexactly(size + 2)
        return data[:-2]

    async def result(self) -> Json:
        """The next result."""
        while b"\n" not in self._read:
            chunk = await self.chunk()
            assert chunk, self._read
            self._read += chunk
        line, _, self._read = self._read.partition(b"\n")
        return dict(json.loads(line))

    async def rest(self) -> bytes:
        """All that follows, to the end of the answer."""
        chunks = [self._read]
        while chunks[-1] or len(chunks) == 1:
            chunks.append(await self.chunk())
        return b"".join(chunks)

    def abort(self) -> None:
        """Go away."""
        self.writer.transport.abort()


@asynccontextmanager
async def duplex(port: int, head: str, *, lazy: bool = False) -> AsyncIterator[Duplex]:
    """A request with this line and these headers. lazy: nearly nothing is read before it is asked for."""
    connected = socket.socket()
    if lazy:
        connected.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4_096)
    connected.setblocking(False)
    await asyncio.get_running_loop().sock_connect(connected, ("127.0.0.1", port))
    reader, writer = await asyncio.open_connection(sock=connected, limit=1_000 if lazy else 2**16)
    try:
        lines = [*head.strip().splitlines(), "Host: 127.0.0.1", "", ""]
        writer.write("\r\n".join(line.strip() for line in lines).encode())
        yield Duplex(reader, writer)
    finally:
        writer.close()
        with suppress(OSError):
            await writer.wait_closed()


BATCH = """
POST /v1/articles/batch HTTP/1.1
Content-Type: application/x-ndjson
Transfer-Encoding: chunked
"""
