"""Stores articles: whole or not at all, each once, however many senders send them at once."""

import asyncio
from collections.abc import Iterator, Sequence
from uuid import UUID

import asyncpg

from service.causes import first_line
from service.storage.decision import OneAfterAnother, decide
from service.storage.ledger import Ledger
from service.storage.pool import Connection, Pool
from service.storage.submission import Outcome, Refusal, Result, Submission
from service.storage.writing import store

WRITE_LOCK = 0x6F6E7265636F7265
"""The advisory lock under which articles are merged. One writer at a time: set-based updates of the counts
that articles share deadlock otherwise, and which actor is which is decided on what is stored just now."""

RETRIES = 3
"""Times that a batch is tried again after another client of the database made it fail."""

# The pool's custom plans are for reads; planned anew for each row, the checks of foreign keys cost thrice as much.
BEGIN_WRITING = "select pg_advisory_xact_lock($1), set_config('plan_cache_mode', 'auto', true)"
_DELETE_ARTICLES = "delete from articles where id = any($1::uuid[])"
_STORED_IDS = """
select id from articles where id = any($1::uuid[]) and ($2::text is null or encode(record_digest, 'hex') = $2)
"""


async def ingest(pool: Pool, submissions: Sequence[Submission]) -> list[Outcome]:
    """Store a batch of checked records; an outcome for each, in order.

    A record that can't be stored is refused by its outcome and harms no other. What comes back is committed.
    Raises Unavailable's kin (asyncpg.PostgresConnectionError, OSError) where the database goes away.
    """
    outcomes: dict[int, Outcome] = {}
    for indexes in _rounds(submissions):
        merged = await _merge_or_split(pool, [submissions[i] for i in indexes])
        outcomes.update(zip(indexes, merged, strict=True))
    return [outcomes[i] for i in range(len(submissions))]


async def delete(pool: Pool, article_ids: Sequence[UUID], digest: str | None = None) -> list[UUID]:
    """Delete articles with all that they alone said; the ids of those that were stored.

    digest: what is stored with a record of another digest stays.
    """
    async with pool.acquire() as connection, connection.transaction():
        await connection.execute(BEGIN_WRITING, WRITE_LOCK)
        stored = [row[0] for row in await connection.fetch(_STORED_IDS, article_ids, digest)]
        if stored:
            ledger = Ledger()
            await ledger.take_back(connection, stored)
            await connection.execute(_DELETE_ARTICLES, stored)
            await ledger.forget(connection)
            await ledger.write(connection)
    return stored


def _rounds(submissions: Sequence[Submission]) -> Iterator[list[int]]:
    """The indexes in rounds in which no two submissions share a key: a later one meets the former stored."""
    rest = list(range(len(submissions)))
    while rest:
        seen: set[bytes] = set()
        this_round: list[int] = []
        later: list[int] = []
        for i in rest:
            keys = {key for _, key in submissions[i].keys}
            (later if keys & seen else this_round).append(i)
            seen |= keys
        yield this_round
        rest = later


async def _merge_or_split(pool: Pool, submissions: Sequence[Submission]) -> list[Outcome]:
    """Merge in one transaction; where that can't be, in halves, until the one that the database refuses is alone."""
    try:
        return await _merge_with_retries(pool, submissions)
    except (
        asyncpg.IntegrityConstraintViolationError,
        asyncpg.DataError,
        asyncpg.ProgramLimitExceededError,
        OneAfterAnother,
    ) as error:
        if len(submissions) == 1:
            reason = f"the database refuses it: {first_line(error)}"
            return [Outcome(Result.REFUSED, submissions[0].digest, reason=reason, refusal=Refusal.UNSTORABLE)]
        half = len(submissions) // 2
        return [
            *await _merge_or_split(pool, submissions[:half]),
            *await _merge_or_split(pool, submissions[half:]),
        ]


async def _merge_with_retries(pool: Pool, submissions: Sequence[Submission]) -> list[Outcome]:
    for attempt in range(RETRIES):
        try:
            async with pool.acquire() as connection, connection.transaction():
                return await _merge(connection, submissions)
        except (asyncpg.DeadlockDetectedError, asyncpg.SerializationError):
            await asyncio.sleep(0.05 * 2**attempt)
    async with pool.acquire() as connection, connection.transaction():
        return await _merge(connection, submissions)


async def _merge(connection: Connection, submissions: Sequence[Submission]) -> list[Outcome]:
    await connection.execute(BEGIN_WRITING, WRITE_LOCK)
    decisions = await decide(connection, submissions)
    if batch := [decision.accepted for decision in decisions if decision.accepted]:
        await store(connection, batch)
    return [decision.outcome for decision in decisions]
