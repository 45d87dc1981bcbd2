"""Minutes of everything at once - reads by GraphQL and REST, writes, subscribers - and whether memory stays flat."""

import asyncio
import json
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import cycle
from statistics import median

from websockets.asyncio.client import connect
from websockets.exceptions import WebSocketException
from websockets.typing import Subprotocol

from bench import filler
from bench.data import small_records
from bench.databases import Databases
from bench.load import CONNECTIONS, GRACE, load
from bench.operations import OPERATIONS
from bench.requests import get, post, post_json, public_id, sampled_ids
from bench.server import Server, serve_ours

SHARE = 0.7
"""Of what the server can answer: so much is asked of it."""
CAPACITY_SECONDS = 5.0
WRITES_A_SECOND = 10
SUBSCRIBERS = 20
WARM_UP = 1 / 3
"""Of the time, after which memory shall stay as it is: five minutes of fifteen."""
AROUND = 10
"""Looks at memory, one a second, of which the median is told."""
PARTS = 5
"""Of the time, at whose ends memory is told: a creep goes on from one to the next."""
SUBSCRIBE = '{"type": "subscribe", "id": "1", "payload": {"query": "subscription { articleStored { cursor } }"}}'


@dataclass
class Soaked:
    """What came of it: latencies in seconds from when a request was due, and memory in MB, second by second."""

    reads: list[float] = field(default_factory=list)
    writes: list[float] = field(default_factory=list)
    told: int = 0
    errors: Counter[str] = field(default_factory=Counter)
    memory: list[float] = field(default_factory=list)


async def measure_soak(databases: Databases, articles: int, minutes: float) -> tuple[str, int]:
    """A Markdown table with the errors, if there were any, and how many they are."""
    async with databases.fresh() as url:
        await filler.fill(url, articles)
        requests = await _requests(url)
        with serve_ours(url) as server:
            capacity = (await load(server.port, requests, CAPACITY_SECONDS)).per_second
            soaked = await soak(server, requests, capacity * SHARE, minutes * 60)
    return table(soaked, articles, capacity, minutes), soaked.errors.total()


async def _requests(url: str) -> list[bytes]:
    """Reads of every operation and of articles by REST, in turns."""
    kinds = [[post(each.document, public_id(each, key)) for key in await sampled_ids(url, each)] for each in OPERATIONS]
    article = OPERATIONS[0]
    kinds.append([get(f"/v1/articles/{public_id(article, key)}") for key in await sampled_ids(url, article)])
    length = max(map(len, kinds))
    return [request for turn in zip(*(_first(cycle(kind), length) for kind in kinds), strict=True) for request in turn]


def _first(requests: Iterator[bytes], count: int) -> list[bytes]:
    return [next(requests) for _ in range(count)]


async def soak(server: Server, requests: list[bytes], rate: float, seconds: float) -> Soaked:
    """Ask and write for so long, `rate` reads a second, while subscribers listen."""
    soaked = Soaked()
    subscribers = [asyncio.create_task(_subscribe(server.port, soaked)) for _ in range(SUBSCRIBERS)]
    watching = asyncio.create_task(_watch(server, soaked))
    begun = time.monotonic() + 1
    interval = CONNECTIONS / rate
    reads = []
    for number in range(CONNECTIONS):
        # Connections begin at different places and times, so that they don't ask for the same thing at once.
        place, first = number * len(requests) // CONNECTIONS, begun + number / rate
        asked = cycle(requests[place:] + requests[:place])
        reads.append(_paced(server.port, asked, interval, first, begun + seconds, soaked.reads, soaked.errors))
    records = small_records(int(seconds * WRITES_A_SECOND) + 1)
    written = (post_json("/v1/articles", json.dumps(record).encode()) for record in records)
    try:
        await asyncio.gather(
            *reads,
            _paced(server.port, written, 1 / WRITES_A_SECOND, begun, begun + seconds, soaked.writes, soaked.errors),
        )
        await _all_told(soaked)
    finally:
        for task in (*subscribers, watching):
            task.cancel()
        await asyncio.gather(*subscribers, watching, return_exceptions=True)
    return soaked


async def _paced(
    port: int,
    requests: Iterable[bytes],
    interval: float,
    due: float,
    until: float,
    latencies: list[float],
    errors: Counter[str],
) -> None:
    """Send a request each `interval` seconds, or as soon as the one before is answered, over one connection."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=2**24)
    try:
        for request in requests:
            if due >= until:
                return
            if (early := due - time.monotonic()) > 0:
                await asyncio.sleep(early)
            writer.write(request)
            head = await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), GRACE)
            length = head.lower().partition(b"content-length:")[2].partition(b"\r\n")[0]
            await reader.readexactly(int(length))
            if head.startswith((b"HTTP/1.1 200", b"HTTP/1.1 201")):
                latencies.append(time.monotonic() - due)
            else:
                errors[head.partition(b"\r\n")[0].decode()] += 1
            due += interval
    except (OSError, EOFError, ValueError) as error:
        errors[f"a connection: {error!r}"] += 1
    finally:
        writer.close()


async def _subscribe(port: int, soaked: Soaked) -> None:
    """Count what a subscriber is told; one that is closed is an error."""
    address = f"ws://127.0.0.1:{port}/graphql"
    try:
        async with connect(address, subprotocols=[Subprotocol("graphql-transport-ws")], proxy=None) as client:
            await client.send('{"type": "connection_init"}')
            await client.recv()
            await client.send(SUBSCRIBE)
            # Not `async for`, which takes a normal end for the end of what there is to tell.
            while True:
                message = await client.recv()
                if json.loads(message)["type"] == "next":
                    soaked.told += 1
                else:
                    soaked.errors[f"a subscriber: {message!r}"] += 1
    except (OSError, WebSocketException) as error:
        soaked.errors[f"a subscriber: {error}"] += 1


async def _all_told(soaked: Soaked) -> None:
    """Comes back once each subscriber was told of each write; what is missing by then is an error."""
    expected = SUBSCRIBERS * len(soaked.writes)
    with suppress(TimeoutError):
        async with asyncio.timeout(GRACE):
            while soaked.told < expected:  # noqa: ASYNC110  subscribers give no sign
                await asyncio.sleep(0.1)
    if soaked.told != expected:
        soaked.errors[f"told {soaked.told} times, not {expected}"] += 1


async def _watch(server: Server, soaked: Soaked) -> None:
    while True:
        soaked.memory.append(server.memory())
        await asyncio.sleep(1)


def table(soaked: Soaked, articles: int, capacity: float, minutes: float) -> str:
    """What came of it in Markdown."""
    warm = int(len(soaked.memory) * WARM_UP)
    before, after = median(soaked.memory[warm : warm + AROUND]), median(soaked.memory[-AROUND:])
    rows = [
        f"{minutes:g} minutes at {SHARE:.0%} of the {capacity:.0f} reads/s that it answers at the most, {articles} "
        f"articles at first, {WRITES_A_SECOND} writes/s, {SUBSCRIBERS} subscribers over WebSocket.",
        "",
        "| | answered | p50 ms | p99 ms | p99.9 ms | longest ms |",
        "|---|---|---|---|---|---|",
    ]
    for name, latencies in (("reads", sorted(soaked.reads)), ("writes", sorted(soaked.writes))):
        places = [int(share * (len(latencies) - 1)) for share in (0.5, 0.99, 0.999, 1)]
        told = [f"{latencies[place] * 1000:.1f}" if latencies else "–" for place in places]
        rows.append(f"| {name} | {len(latencies)} | {' | '.join(told)} |")
    looks = len(soaked.memory)
    parts = [median(soaked.memory[: max(1, looks * part // PARTS)][-AROUND:]) for part in range(1, PARTS + 1)]
    rows += [
        "",
        f"Subscribers were told {soaked.told} times. Memory: {soaked.memory[0]:.0f} MB at first, {before:.1f} after "
        f"{minutes * WARM_UP:.3g} minutes, {after:.1f} at the end, {after / before - 1:+.1%}, highest "
        f"{max(soaked.memory):.0f}; at each fifth of the time {', '.join(f'{each:.1f}' for each in parts)}. "
        f"Errors: {soaked.errors.total()}.",
        *(f"- {count} of {what}" for what, count in soaked.errors.most_common()),
    ]
    return "\n".join(rows)
