"""One article by REST, in full and where it has not changed, beside the same operation by GraphQL."""

import json
import random
from collections.abc import Callable
from statistics import median

import asyncpg

from bench.databases import Databases
from bench.load import CONNECTIONS, fetch, fetch_head, load
from bench.requests import REQUESTS, SAMPLE, get, post
from bench.server import Server, serve_ours
from service.rest.stored import STORED

CHECKED = 40
"""Articles of which the answers are compared."""
WARM_UP = 2.0
"""Seconds of load before anything is measured."""
FULL, NOT_MODIFIED, GRAPHQL = "GET /v1/articles/{id}", "the same, 304", "the same operation by GraphQL"
"""Ways to ask."""


async def measure_rest(databases: Databases, articles: int, rounds: int, seconds: float) -> str:
    """A Markdown table. Raises ValueError where the answers differ."""
    url = await databases.filled(articles)
    ids = await _ids(url)
    with serve_ours(url) as server:
        for each in dict.fromkeys(ids[:CHECKED]):
            await _compare(server, each)
        tags = {each: await _tag(server, each) for each in dict.fromkeys(ids)}
        ways: dict[str, Callable[[str], bytes]] = {
            FULL: _full,
            NOT_MODIFIED: lambda each: get(_path(each), tags[each]),
            GRAPHQL: _graphql,
        }
        requests = {way: [request(each) for each in ids] for way, request in ways.items()}
        measured: dict[str, list[tuple[float, float, float]]] = {way: [] for way in ways}
        for way in ways:
            await load(server.port, requests[way], WARM_UP)
        for _ in range(rounds):
            for way, figures in measured.items():
                used = server.cpu_seconds()
                answered = await load(server.port, requests[way], seconds)
                used = server.cpu_seconds() - used
                figures.append((answered.per_second, answered.percentile(0.5), used / len(answered.latencies) * 1000))
    return f"{articles} articles, {CONNECTIONS} connections:\n\n{_table(measured)}"


async def _ids(url: str) -> list[str]:
    connection = await asyncpg.connect(url)
    try:
        rows = await connection.fetch("select id from articles order by md5(id::text) limit $1", SAMPLE)
    finally:
        await connection.close()
    return random.Random(7).choices([f"article_{row['id']}" for row in rows], k=REQUESTS)


def _path(article: str) -> str:
    return f"/v1/articles/{article}"


def _full(article: str) -> bytes:
    return get(_path(article))


def _graphql(article: str) -> bytes:
    return post(STORED["article"].text, article)


async def _compare(server: Server, article: str) -> None:
    full = json.loads(await fetch(server.port, _full(article)))
    asked = json.loads(await fetch(server.port, _graphql(article)))
    if asked != {"data": {"article": full}}:
        raise ValueError(f"{article}: REST and GraphQL answer differently\n{full}\n{asked}")


async def _tag(server: Server, article: str) -> str:
    return (await fetch_head(server.port, _full(article)))["etag"]


def _table(measured: dict[str, list[tuple[float, float, float]]]) -> str:
    lines = [
        "| asked | requests/s | to GraphQL (lowest to highest round) | to the full answer | p50 ms "
        "| server CPU ms a request |",
        "|---|---|---|---|---|---|",
    ]
    for way, figures in measured.items():
        ratios = []
        for peer in (GRAPHQL, FULL):
            paired = [own[0] / other[0] for own, other in zip(figures, measured[peer], strict=True)]
            ratios.append(f"{median(paired):.2f} ({min(paired):.2f} to {max(paired):.2f})" if way != peer else "")
        rate, p50, cpu = (median(column) for column in zip(*figures, strict=True))
        lines.append(f"| {way} | {rate:.0f} | {ratios[0]} | {ratios[1]} | {p50:.1f} | {cpu:.2f} |")
    return "\n".join(lines)
