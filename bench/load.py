"""Load over HTTP/1.1 keep-alive connections, lean enough for the core that it shares with Postgres."""

import asyncio
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import cycle
from typing import cast

CONNECTIONS = 32
GRACE = 30
"""Seconds after its end in which a load must have stopped."""


@dataclass(frozen=True)
class Answered:
    """What came of a load: when it took how long."""

    seconds: float
    latencies: Sequence[float]
    """Of every request, in seconds, sorted."""

    @property
    def per_second(self) -> float:
        """Requests answered in a second."""
        return len(self.latencies) / self.seconds

    def percentile(self, share: float) -> float:
        """The latency that this share of the requests did not exceed, in milliseconds."""
        return self.latencies[min(len(self.latencies) - 1, int(len(self.latencies) * share))] * 1000


class Refused(Exception):
    """A request was answered neither with 200 or 201 and a body of a told length nor with 304."""


class _Client(asyncio.Protocol):
    """One connection: the next request is sent when the last was answered, until the deadline or the last of them."""

    _transport: asyncio.Transport

    def __init__(self, requests: Iterator[bytes], deadline: float, latencies: list[float]) -> None:
        self.done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._requests = requests
        self._deadline = deadline
        self._latencies = latencies
        self._buffer = b""
        self._missing = 0
        self._sent = 0.0
        self._ended = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        # uvloop's transports are none of asyncio's by class.
        self._transport = cast("asyncio.Transport", transport)
        self._send()

    def _send(self) -> None:
        self._sent = time.perf_counter()
        request = next(self._requests, None) if self._sent < self._deadline else None
        if request is None:
            self._ended = True
            self._transport.close()
        else:
            self._transport.write(request)

    def data_received(self, data: bytes) -> None:
        if not self._missing:
            data = self._buffer + data
            head, found, body = data.partition(b"\r\n\r\n")
            if not found:
                self._buffer = data
                return
            self._buffer = b""
            try:
                self._missing = _body_length(head)
            except Refused as error:
                self._fail(error, body)
                return
            data = body
        self._missing -= len(data)
        if not self._missing:
            self._latencies.append(time.perf_counter() - self._sent)
            self._send()

    def _fail(self, error: Refused, body: bytes) -> None:
        self._transport.abort()
        if not self.done.done():
            self.done.set_exception(Refused(f"{error} {body[:500].decode(errors='replace')}"))

    def connection_lost(self, exc: Exception | None) -> None:
        if not self.done.done():
            if exc or not self._ended:
                self.done.set_exception(Refused(f"the connection was lost: {exc}"))
            else:
                self.done.set_result(None)


def _body_length(head: bytes) -> int:
    lower = head.lower()
    if lower.startswith(b"http/1.1 304"):
        return 0
    if not lower.startswith((b"http/1.1 200", b"http/1.1 201")) or b"\r\ncontent-length:" not in lower:
        raise Refused(head.decode(errors="replace"))
    return int(lower.partition(b"\r\ncontent-length:")[2].split(b"\r\n", 1)[0])


async def load(port: int, requests: Sequence[bytes], seconds: float, connections: int = CONNECTIONS) -> Answered:
    """Send `requests` round and round for `seconds`. Raises Refused where one is not answered as Refused says."""
    # Connections begin at different places, so that they don't ask for the same thing at once.
    starts = [number * len(requests) // connections for number in range(connections)]
    return await _run(port, [cycle([*requests[start:], *requests[:start]]) for start in starts], seconds)


async def send(port: int, requests: Sequence[bytes], connections: int, seconds: float) -> Answered:
    """Send each of `requests` once, within `seconds`. Raises Refused, as `load` does."""
    answered = await _run(port, [iter(requests[start::connections]) for start in range(connections)], seconds)
    if len(answered.latencies) < len(requests):
        raise Refused(f"{len(requests)} requests were not answered in {seconds} s")
    return answered


async def _run(port: int, lists: Sequence[Iterator[bytes]], seconds: float) -> Answered:
    loop = asyncio.get_running_loop()
    latencies: list[float] = []
    begun = time.perf_counter()
    clients = []
    for requests in lists:
        client = partial(_Client, requests, begun + seconds, latencies)
        clients.append((await loop.create_connection(client, "127.0.0.1", port))[1].done)
    await asyncio.wait_for(asyncio.gather(*clients), seconds + GRACE)
    return Answered(time.perf_counter() - begun, sorted(latencies))


async def fetch(port: int, request: bytes) -> bytes:
    """The body of the answer to one request. Raises Refused."""
    return (await _fetch(port, request))[1]


async def fetch_head(port: int, request: bytes) -> dict[str, str]:
    """The headers of the answer to one request, by their names in lower case. Raises Refused."""
    head = (await _fetch(port, request))[0].decode("latin-1").split("\r\n")
    return {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in head[1:])}


async def _fetch(port: int, request: bytes) -> tuple[bytes, bytes]:
    reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=2**24)
    try:
        writer.write(request)
        head = await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), GRACE)
        try:
            return head, await asyncio.wait_for(reader.readexactly(_body_length(head)), GRACE)
        except Refused as error:
            body = await asyncio.wait_for(reader.read(2000), GRACE)
            raise Refused(f"{error}{body.decode(errors='replace')}") from None
    finally:
        writer.close()
        await writer.wait_closed()
