"""Reads: the newest 20 articles, over GraphQL and as the bare statement."""

import json
from itertools import islice
from statistics import median

import asyncpg

from bench.data import submissions
from bench.operations import NEWEST
from bench.server import Databases, load, serve
from service.storage.ingest import ingest
from service.storage.pool import open_pool

CONNECTIONS = 32
BATCH = 500


async def measure_reads(databases: Databases, articles: int, rounds: int, seconds: float) -> str:
    """The figures of `rounds` interleaved rounds, a line for RESULTS.md."""
    body = json.dumps({"query": NEWEST}).encode()
    head = "POST /graphql HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: "
    request = f"{head}{len(body)}\r\n\r\n".encode() + body
    own, bare = [], []
    async with databases.fresh() as url:
        await _fill(url, articles)
        with (
            serve("service.app:build", url, factory=True) as graphql,
            serve("bench.bare:build", url, factory=True) as limit,
        ):
            (_, answer), (_, same) = await load(graphql, request, 1, 0.5), await load(limit, request, 1, 0.5)
            if answer != same:
                raise RuntimeError("the two answers differ")
            for _ in range(rounds):
                own.append((await load(graphql, request, CONNECTIONS, seconds))[0] / seconds)
                bare.append((await load(limit, request, CONNECTIONS, seconds))[0] / seconds)
    ratios = [mine / theirs for mine, theirs in zip(own, bare, strict=True)]
    return (
        f"newest 20 with source, 5 quotes and speakers, {articles} articles stored, {CONNECTIONS} connections: "
        f"GraphQL {median(own):.0f} requests/s; the bare statement {median(bare):.0f} requests/s; "
        f"ratio {median(ratios):.2f} ({min(ratios):.2f} to {max(ratios):.2f}, {rounds} rounds of {seconds:.0f} s)"
    )


async def _fill(url: str, articles: int) -> None:
    async with open_pool(url, 2) as pool:
        rest = submissions(articles)
        while batch := list(islice(rest, BATCH)):
            await ingest(pool, batch)
    connection = await asyncpg.connect(url)
    try:
        await connection.execute("vacuum analyze")
    finally:
        await connection.close()
