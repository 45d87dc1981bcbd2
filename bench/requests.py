"""The requests of an operation: HTTP/1.1 bytes for ids of a fixed random sample, the famous more often."""

import json
import random
from itertools import accumulate
from uuid import UUID

import asyncpg

from bench.operations import Operation

SAMPLE = 300
"""Different ids of a kind."""
REQUESTS = 2_000
"""Requests that a load goes through, round and round."""

_CHANCE = "power(('x' || left(md5(id::text), 8))::bit(32)::bigint / 4294967296.0, 1.0 / ({weight}))"
"""Sorted by it, rows come first as often as their weight says."""

_IDS = {
    "article": "select id from articles order by md5(id::text) limit $1",
    # those that are read of most are asked for most
    "actor": f"select id from actors order by {_CHANCE.format(weight='quote_count + 1')} desc limit $1",
    "event": f"select id from events order by {_CHANCE.format(weight='article_count')} desc limit $1",
}


async def sampled_ids(url: str, operation: Operation) -> list[UUID | None]:
    """The ids that the requests ask for, in their order; [None] for an operation without variables."""
    if operation.of is None:
        return [None]
    connection = await asyncpg.connect(url)
    try:
        ids = [row["id"] for row in await connection.fetch(_IDS[operation.of], SAMPLE)]
    finally:
        await connection.close()
    chance = random.Random(7)
    chance.shuffle(ids)
    weights = list(accumulate(1 / rank for rank in range(1, len(ids) + 1)))
    return list(chance.choices(ids, cum_weights=weights, k=REQUESTS))


def public_id(operation: Operation, key: UUID | None) -> str | None:
    """The id as our API words it."""
    return f"{operation.of}_{key}" if key else None


def post(document: str, public: str | None, path: str = "/graphql") -> bytes:
    """A GraphQL request with the variable `id`, if there is one."""
    asked = {"query": document, **({"variables": {"id": public}} if public else {})}
    return post_json(path, json.dumps(asked).encode())


def post_json(path: str, body: bytes) -> bytes:
    """A request with JSON."""
    head = (
        f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: application/json\r\nContent-Type: application/json\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


def get(path: str, tag: str | None = None) -> bytes:
    """A plain request; with `tag`, for what has changed since then."""
    condition = f"If-None-Match: {tag}\r\n" if tag else ""
    return f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n{condition}\r\n".encode()
