"""How a process follows the feed: how far it has come, and that old changes go."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from uuid import UUID

import asyncpg
import pytest

from service.errors import CursorExpired
from service.storage import feed
from service.storage.feed import PRUNE_LOCK, Feed, Position, open_feed, prune
from service.storage.pool import Connection, Pool
from tests.records import store
from tests.storage.drafts import speech

pytestmark = pytest.mark.anyio

DAY = timedelta(days=1)
START: Position = (0, UUID(int=0))
SECONDS = 30
KEPT = "select xid, node_id from changes order by xid, node_id"


async def positions(pool: Pool | Connection) -> list[Position]:
    return [(row["xid"], row["node_id"]) for row in await pool.fetch(KEPT)]


@pytest.fixture
async def connection(pool: Pool) -> AsyncIterator[Connection]:
    async with pool.acquire() as acquired:
        yield acquired


async def test_the_latest_position_is_that_of_the_last_change(pool: Pool) -> None:
    followed = Feed(pool)
    assert await followed.latest() == START
    await store(pool, speech("https://news.example/a"))
    assert await followed.latest() == (await positions(pool))[-1]


async def test_many_who_ask_at_once_cost_one_statement(pool: Pool) -> None:
    followed = Feed(pool)
    await store(pool, speech("https://news.example/a"))
    assert len(set(await asyncio.gather(*(followed.latest() for _ in range(50))))) == 1
    one = asyncio.ensure_future(followed.latest())
    other = asyncio.ensure_future(followed.latest())
    await asyncio.sleep(0)
    one.cancel()
    assert await other == (await positions(pool))[-1]


async def test_who_waits_is_woken_by_what_is_stored(pool: Pool, database_url: str) -> None:
    async with open_feed(pool, database_url, 30) as followed, asyncio.timeout(SECONDS):
        waiting = asyncio.ensure_future(followed.beyond(await followed.latest()))
        await store(pool, speech("https://news.example/a"))
        assert await waiting == (await positions(pool))[-1]
        assert await followed.beyond(START) == (await positions(pool))[-1]


async def test_a_position_to_which_the_feed_never_came_is_expired(pool: Pool) -> None:
    followed = Feed(pool)
    with pytest.raises(CursorExpired):
        await followed.beyond((1, UUID(int=0)))


async def test_who_waits_on_a_database_that_is_set_back_is_told(pool: Pool) -> None:
    followed = Feed(pool)
    await store(pool, speech("https://news.example/a"))
    waiting = asyncio.ensure_future(followed.beyond(await followed.latest()))
    await asyncio.sleep(0)
    await pool.execute("delete from changes")
    assert await followed.latest() == START
    with pytest.raises(CursorExpired):
        await asyncio.wait_for(waiting, SECONDS)


async def test_a_hint_that_comes_early_is_made_good(
    pool: Pool, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A transaction that began before holds a change back, and gives no hint when it ends."""
    monkeypatch.setattr(feed, "POLL_SECONDS", 10.0 * SECONDS)
    async with open_feed(pool, database_url, 30) as followed, pool.acquire() as early, asyncio.timeout(SECONDS):
        held = early.transaction()
        await held.start()
        await early.fetchval("select pg_current_xact_id()")
        start = await followed.latest()
        await store(pool, speech("https://news.example/a"))
        assert await followed.latest() == start
        await held.rollback()
        assert await followed.beyond(start) == (await positions(pool))[-1]


async def test_a_change_that_is_let_go_just_after_the_position_was_read_is_not_left_for_the_next_hint(
    pool: Pool, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(feed, "POLL_SECONDS", 10.0 * SECONDS)
    read_head, let_go = Feed._read_head, asyncio.Event()
    async with pool.acquire() as early, asyncio.timeout(SECONDS):
        held = early.transaction()
        await held.start()
        await early.fetchval("select pg_current_xact_id()")
        await store(pool, speech("https://news.example/a"))

        async def read_and_let_go(followed: Feed, connection: Connection | Pool) -> Position:
            head = await read_head(followed, connection)
            if not let_go.is_set():
                await held.rollback()
                let_go.set()
            return head

        monkeypatch.setattr(Feed, "_read_head", read_and_let_go)
        async with open_feed(pool, database_url, 30) as followed:
            await let_go.wait()
            assert await followed.beyond(START) == (await positions(pool))[-1]


async def test_what_is_old_goes_and_the_horizon_tells_how_far(
    pool: Pool, connection: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(feed, "PRUNED_AT_ONCE", 3)
    await store(pool, speech("https://news.example/a"), speech("https://news.example/b"))
    await pool.execute("update changes set at = at - interval '2 days'")
    old = await positions(pool)
    await store(pool, speech("https://news.example/c"))
    # Of a transaction that began early and wrote late: it stays, as does what follows what is young.
    young = (await positions(pool))[len(old) :]
    back = "update changes set at = at - interval '3 days' where xid = $1 and node_id = $2"
    await pool.execute(back, *young[-1])
    assert not await prune(connection, 4 * DAY)
    for removed in range(3, len(old) + 3, 3):
        assert await prune(connection, DAY)
        assert await positions(pool) == [*old[removed:], *young]
    assert not await prune(connection, DAY)
    horizon = await pool.fetchrow("select xid, node_id from changes_horizon")
    assert horizon
    assert tuple(horizon) == old[-1]
    assert await pool.fetchval("select in_feed($1, $2)", *old[-1])
    with pytest.raises(asyncpg.PostgresError) as caught:
        await pool.fetchval("select in_feed($1, $2)", *old[-2])
    assert caught.value.sqlstate == feed.EXPIRED
    assert await Feed(pool).latest() == young[-1]
    await pool.execute("delete from changes")
    assert await Feed(pool).latest() == old[-1]


async def test_one_process_removes_at_a_time(pool: Pool, connection: Connection) -> None:
    await store(pool, speech("https://news.example/a"))
    await pool.execute("update changes set at = at - interval '2 days'")
    async with pool.acquire() as other, other.transaction():
        await other.execute("select pg_advisory_xact_lock($1)", PRUNE_LOCK)
        assert not await prune(connection, DAY)
    assert await prune(connection, DAY)
    assert await positions(pool) == []


async def test_a_process_removes_what_is_old_when_it_starts(pool: Pool, database_url: str) -> None:
    await store(pool, speech("https://news.example/a"))
    await pool.execute("update changes set at = at - interval '31 days'")
    async with open_feed(pool, database_url, 30), asyncio.timeout(SECONDS):
        while await positions(pool):  # noqa: ASYNC110  it gives no sign of it
            await asyncio.sleep(0.01)
