"""Ingest of articles, by function and over HTTP, against plain COPY of the same rows into the same tables.

Same columns, indexes, constraints and triggers; COPY gets the rows ready-made, in binary, a table at a time.
"""

import gc
import io
import time
from collections.abc import Sequence
from itertools import islice
from statistics import median

import asyncpg

from bench.data import line, records, submission
from bench.databases import Databases
from bench.load import CONNECTIONS, send
from bench.requests import post_json
from bench.server import Server, serve_ours
from bench.streaming import post_lines
from service.storage.ingest import ingest
from service.storage.pool import open_pool
from service.storage.submission import Result, Submission

BATCH = 500
SINGLES = 2_000
"""Articles that are sent one a request, at the most."""
WITHIN = 600.0
"""Seconds in which they must be stored."""
COPY = "plain COPY"
FUNCTION = f"ingest(), batches of {BATCH}"
FRESH = "POST /v1/articles/batch, fresh"
AGAIN = "POST /v1/articles/batch, sent again unchanged"
ONE = f"POST /v1/articles, {CONNECTIONS} connections"
TABLES = (
    "sources", "articles", "article_keys", "actors", "actor_keys", "aliases", "roles", "identifiers",
    "article_actors", "mentions", "utterances", "quotes", "utterance_keys", "attributions", "events",
    "article_events", "reports", "participants", "event_actors", "event_quotes",
)  # fmt: skip
"""Every table of articles, each after those that it refers to."""


class _Measured:
    """Articles a second of each way to store them, a value for each round, and the server's CPU."""

    def __init__(self) -> None:
        self.per_second: dict[str, list[float]] = {}
        self.cpu: dict[str, list[float]] = {}

    def note(self, way: str, articles: int, seconds: float, cpu: float | None = None) -> None:
        self.per_second.setdefault(way, []).append(articles / seconds)
        if cpu is not None:
            self.cpu.setdefault(way, []).append(cpu / articles * 1000)

    def table(self) -> str:
        """A row a way: medians; ratios of the rates within a round."""
        lines = [
            "| way | articles/s | to plain COPY (lowest to highest round) | to fresh over HTTP "
            "| server CPU ms an article |",
            "|---|---|---|---|---|",
        ]
        for way, rates in self.per_second.items():
            cpu = f"{median(self.cpu[way]):.2f}" if way in self.cpu else ""
            ratios = [self._ratio(way, peer) for peer in (COPY, FRESH)]
            lines.append(f"| {way} | {median(rates):.0f} | {ratios[0]} | {ratios[1]} | {cpu} |")
        return "\n".join(lines)

    def _ratio(self, way: str, peer: str) -> str:
        if way == peer:
            return ""
        ratios = [own / other for own, other in zip(self.per_second[way], self.per_second[peer], strict=True)]
        return f"{median(ratios):.2f} ({min(ratios):.2f} to {max(ratios):.2f})"


async def measure_ingest(databases: Databases, articles: int, rounds: int) -> str:
    """A Markdown table. Over HTTP the server has its core and Postgres the other; else both sides have the latter."""
    made = list(records(articles))
    lines = [line(record) for record in made]
    submissions = [submission(record) for record in made]
    for each in submissions:
        each.digest  # noqa: B018  cached here, so that both sides begin with what they need
    del made
    gc.collect()
    gc.freeze()  # the records are no part of what is measured: have no collection walk them
    measured = _Measured()
    for _ in range(rounds):
        async with databases.fresh() as source:
            await _measure_function(source, submissions, measured)
            dumped = await _dump(source)
        async with databases.fresh() as target:
            measured.note(COPY, articles, await _copy(target, dumped))
        del dumped
        async with databases.fresh() as url:
            with serve_ours(url) as server:
                await _measure_batch(server, lines, measured)
        async with databases.fresh() as url:
            with serve_ours(url) as server:
                await _measure_singles(server, lines[:SINGLES], measured)
    size = sum(map(len, lines)) / articles / 1000
    return f"{articles} articles of {size:.1f} kB of JSON, {rounds} rounds:\n\n{measured.table()}"


async def _measure_function(url: str, submissions: Sequence[Submission], measured: _Measured) -> None:
    async with open_pool(url, 2) as pool:
        rest = iter(submissions)
        begun = time.perf_counter()
        while batch := list(islice(rest, BATCH)):
            await ingest(pool, batch)
        measured.note(FUNCTION, len(submissions), time.perf_counter() - begun)


async def _measure_batch(server: Server, lines: Sequence[bytes], measured: _Measured) -> None:
    for way, result in ((FRESH, Result.CREATED), (AGAIN, Result.UNCHANGED)):
        used, begun = server.cpu_seconds(), time.perf_counter()
        results = await post_lines(server.port, "/v1/articles/batch", lines)
        measured.note(way, len(lines), time.perf_counter() - begun, server.cpu_seconds() - used)
        if results != {result.value: len(lines)}:
            raise ValueError(f"{way}: {dict(results)} came of {len(lines)} articles")


async def _measure_singles(server: Server, lines: Sequence[bytes], measured: _Measured) -> None:
    requests = [post_json("/v1/articles", each.rstrip()) for each in lines]
    used = server.cpu_seconds()
    answered = await send(server.port, requests, CONNECTIONS, WITHIN)
    measured.note(ONE, len(lines), answered.seconds, server.cpu_seconds() - used)


async def _dump(url: str) -> dict[str, bytes]:
    connection = await asyncpg.connect(url)
    try:
        dumped = {}
        for table in TABLES:
            buffer = io.BytesIO()
            await connection.copy_from_table(table, output=buffer, format="binary")
            dumped[table] = buffer.getvalue()
        return dumped
    finally:
        await connection.close()


async def _copy(url: str, dumped: dict[str, bytes]) -> float:
    connection = await asyncpg.connect(url)
    try:
        start = time.perf_counter()
        async with connection.transaction():
            for table, rows in dumped.items():
                await connection.copy_to_table(table, source=io.BytesIO(rows), format="binary")
        return time.perf_counter() - start
    finally:
        await connection.close()
