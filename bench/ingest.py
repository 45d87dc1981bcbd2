"""Ingest of fresh articles against plain COPY of the same rows into the same tables.

Same columns, indexes, constraints and triggers; COPY gets the rows ready-made, in binary, a table at a time.
"""

import gc
import io
import time
from itertools import islice
from statistics import median

import asyncpg

from bench.data import submissions
from bench.databases import Databases
from service.storage.ingest import ingest
from service.storage.pool import open_pool
from service.storage.submission import Submission

BATCH = 500
TABLES = (
    "sources", "articles", "article_keys", "actors", "actor_keys", "aliases", "roles", "identifiers",
    "article_actors", "mentions", "utterances", "quotes", "utterance_keys", "attributions", "events",
    "article_events", "reports", "participants", "event_actors", "event_quotes",
)  # fmt: skip
"""Every table of articles, each after those that it refers to."""


async def measure_ingest(databases: Databases, articles: int, rounds: int) -> str:
    """The figures of `rounds` rounds, a line for RESULTS.md."""
    records = list(submissions(articles))
    for record in records:
        record.digest  # noqa: B018  cached here, so that both sides begin with what they need
    gc.collect()
    gc.freeze()  # the records are no part of what is measured: have no collection walk them
    ingested, copied = [], []
    for _ in range(rounds):
        async with databases.fresh() as source:
            ingested.append(await _ingest(source, records))
            dumped = await _dump(source)
        async with databases.fresh() as target:
            copied.append(await _copy(target, dumped))
    ratios = [copy / own for own, copy in zip(ingested, copied, strict=True)]
    return (
        f"ingest of {articles} articles in batches of {BATCH}: {articles / median(ingested):.0f} articles/s; "
        f"plain COPY: {articles / median(copied):.0f} articles/s; "
        f"ratio {median(ratios):.2f} ({min(ratios):.2f} to {max(ratios):.2f}, {rounds} rounds)"
    )


async def _ingest(url: str, records: list[Submission]) -> float:
    async with open_pool(url, 2) as pool:
        rest = iter(records)
        start = time.perf_counter()
        while batch := list(islice(rest, BATCH)):
            await ingest(pool, batch)
        return time.perf_counter() - start


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
