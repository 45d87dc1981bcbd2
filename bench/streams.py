"""The server's memory while lines without end stream in, and while they stream out."""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Iterable, Iterator
from contextlib import asynccontextmanager
from itertools import islice

from bench.data import line, small_records
from bench.databases import Databases
from bench.server import Server, serve_ours
from bench.streaming import get_lines, post_lines
from service.storage.submission import Result

BATCH, EXPORT = "/v1/articles/batch", "/v1/export/articles"
EVERY = 0.5
"""Seconds between two looks at the server's memory."""
STEPS = 10
"""Parts of a stream of which the highest memory is told."""


class Watch:
    """What a server's memory was while something ran."""

    def __init__(self, server: Server) -> None:
        self.before = server.memory()
        self.seen: list[float] = []
        self._server = server

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Look at the memory all the while."""
        watching = asyncio.create_task(self._look())
        try:
            yield
        finally:
            watching.cancel()
            self.seen.append(self._server.memory())

    async def _look(self) -> None:
        while True:
            self.seen.append(self._server.memory())
            await asyncio.sleep(EVERY)

    def steps(self) -> list[float]:
        """The highest of each of STEPS parts, in order; of fewer where it was seldom looked."""
        size = max(1, -(-len(self.seen) // STEPS))
        return [max(self.seen[first : first + size]) for first in range(0, len(self.seen), size)]


async def measure_streams(databases: Databases, lines: int, fresh: int) -> str:
    """A Markdown table. In: `fresh` new articles, then the same again and again until it is `lines`; out: all of them
    as often as makes `lines`.
    """
    table = [
        "| stream | lines | lines/s | server memory MB: before | highest, by tenths of the stream | highest |",
        "|---|---|---|---|---|---|",
    ]

    async def measure(name: str, server: Server, work: Awaitable[int]) -> None:
        watch = Watch(server)
        begun = time.perf_counter()
        async with watch.running():
            count = await work
        rate = count / (time.perf_counter() - begun)
        tenths = " ".join(f"{step:.0f}" for step in watch.steps())
        table.append(f"| {name} | {count} | {rate:.0f} | {watch.before:.0f} | {tenths} | {max(watch.seen):.0f} |")
        print(table[-1], flush=True)

    async with databases.fresh() as url:
        with serve_ours(url) as server:
            await measure("in, fresh", server, _post(server, _round(fresh, fresh), Result.CREATED))
            await measure("in, unchanged", server, _post(server, _round(lines, fresh), Result.UNCHANGED))
        # Each stream is measured on a server that has done nothing else.
        with serve_ours(url) as server:
            await measure("out", server, _export(server, lines))
    return "\n".join(table)


def _round(lines: int, different: int) -> Iterator[bytes]:
    """`lines` lines of `different` records, round and round."""
    made = [line(record) for record in small_records(different)]
    for first in range(0, lines, different):
        yield from islice(made, lines - first)


async def _post(server: Server, lines: Iterable[bytes], expected: Result) -> int:
    results = await post_lines(server.port, BATCH, lines)
    if set(results) != {expected.value}:
        raise ValueError(f"{BATCH}: {dict(results)}")
    return results.total()


async def _export(server: Server, lines: int) -> int:
    count = 0
    while count < lines:
        before = count
        async for data in get_lines(server.port, EXPORT):
            count += data.count(b"\n")
        if count == before:
            raise ValueError(f"{EXPORT}: gives nothing")
    return count
