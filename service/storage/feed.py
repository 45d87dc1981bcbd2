"""The feed of changes as one process follows it: how far it has come, and that old changes go.

One connection listens. What Postgres notifies is a hint to look sooner, the position is always read off the table:
a hint that is lost costs seconds, and never a change.
"""

import asyncio
import logging
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import timedelta
from uuid import UUID

import asyncpg

from service.causes import first_line
from service.errors import CursorExpired
from service.storage.pool import Connection, Pool

CHANNEL = "onrecord_changes"
POLL_SECONDS = 5.0
"""After which the position is read without a hint."""
HELD_BACK_SECONDS = 0.1
"""The same while changes are there that a transaction in progress holds back: its end gives no hint."""
RETRY_SECONDS = (0.1, 10.0)
"""The first and the longest pause before the lost connection is made anew."""
STATEMENT_SECONDS = 10.0
"""After which a connection that does not answer is given up."""

PRUNE_SECONDS = 3600.0
PRUNED_AT_ONCE = 5_000
PRUNE_LOCK = 0x6F6E7265636F7266
"""The advisory lock of the one process that removes old changes."""

EXPIRED = "OR001"
"""The SQLSTATE of a position that is not in the feed (any more)."""

Position = tuple[int, UUID]
"""Transaction and node of a change: where in the feed it stands."""

_START: Position = (0, UUID(int=0))
_HEAD = """
select xid, node_id from (
    (select xid, node_id from changes where xid < pg_snapshot_xmin(pg_current_snapshot())
     order by xid desc, node_id desc limit 1)
    union all select xid, node_id from changes_horizon
) seen order by xid desc, node_id desc limit 1
"""
_HELD_BACK = """
select xid >= pg_snapshot_xmin(pg_current_snapshot()) from changes order by xid desc, node_id desc limit 1
"""
# Removed is what stands before the first change that is young enough, so that the feed ends at one position.
_PRUNE = """
with oldest as (
    select xid, node_id, bool_and(at < now() - $1::interval) over (order by xid, node_id) as old
    from (
        select * from changes where xid < pg_snapshot_xmin(pg_current_snapshot()) order by xid, node_id limit $2
    ) first
), removed as (
    delete from changes c using oldest o where o.old and (c.xid, c.node_id) = (o.xid, o.node_id)
    returning c.xid, c.node_id
)
insert into changes_horizon (xid, node_id) select xid, node_id from removed order by xid desc, node_id desc limit 1
on conflict (one) do update set xid = excluded.xid, node_id = excluded.node_id
"""
_LOST = (OSError, asyncpg.PostgresError, asyncpg.InterfaceError, asyncpg.InternalClientError)

logger = logging.getLogger(__name__)


class Feed:
    """How far the feed has come, as this process knows it; `open_feed` keeps it up to date."""

    def __init__(self, pool: Pool) -> None:
        self._pool = pool
        self.read_at = time.monotonic()
        """When the position was last read off the table, by `time.monotonic`."""
        self._head = _START
        self._moved = asyncio.Event()
        self._hinted = asyncio.Event()
        self._reading: asyncio.Future[Position] | None = None

    async def latest(self) -> Position:
        """The position of the last change that is committed by now. Many who ask at once cost one statement."""
        if self._reading is None:
            self._reading = asyncio.ensure_future(self._read_head(self._pool))
            self._reading.add_done_callback(self._read)
        return await asyncio.shield(self._reading)

    async def beyond(self, position: Position) -> Position:
        """The feed's position, once it lies behind this one. Raises CursorExpired where the feed never came so far."""
        while self._head <= position:
            if self._head < position:
                raise CursorExpired
            await self._moved.wait()
        return self._head

    async def listen(self, url: str, age: timedelta) -> None:
        """Follow the feed for ever, over a connection that is made anew when it is lost; changes go at this age."""
        shortest, longest = RETRY_SECONDS
        pause, clock = shortest, asyncio.get_running_loop().time
        while True:
            began = clock()
            try:
                await self._follow(url, age)
            except _LOST as error:
                logger.warning("the feed of changes waits for the database: %s", first_line(error))
            if clock() - began > longest:
                pause = shortest
            await asyncio.sleep(pause)
            pause = min(2 * pause, longest)

    async def _follow(self, url: str, age: timedelta) -> None:
        clock = asyncio.get_running_loop().time
        prune_at = clock()
        connection = await asyncpg.connect(
            url,
            timeout=STATEMENT_SECONDS,
            command_timeout=STATEMENT_SECONDS,
            server_settings={"application_name": "onrecord feed"},
        )
        try:
            await connection.add_listener(CHANNEL, self._hint)
            connection.add_termination_listener(self._hint)
            while True:
                self._hinted.clear()
                # Asked first: what is held back now and let go before the position is read costs one short pause.
                pause = HELD_BACK_SECONDS if await connection.fetchval(_HELD_BACK) else POLL_SECONDS
                await self._read_head(connection)
                if clock() >= prune_at:
                    more = await prune(connection, age)
                    prune_at = clock() + (0 if more else PRUNE_SECONDS)
                    pause = 0 if more else pause
                with suppress(TimeoutError):
                    async with asyncio.timeout(pause):
                        await self._hinted.wait()
        finally:
            connection.terminate()

    def _hint(self, *_: object) -> None:
        self._hinted.set()

    async def _read_head(self, connection: Connection | Pool) -> Position:
        known = self._head
        row = await connection.fetchrow(_HEAD)
        self.read_at = time.monotonic()
        head = (row["xid"], row["node_id"]) if row else _START
        # Another reading may have come further meanwhile. Behind what was known before, the database is another one.
        if head > self._head or head < known:
            self._head = head
            self._moved.set()
            self._moved = asyncio.Event()
        return head

    def _read(self, reading: "asyncio.Future[Position]") -> None:
        self._reading = None
        if not reading.cancelled():
            reading.exception()  # whoever waited has seen it


async def prune(connection: Connection, age: timedelta) -> bool:
    """Remove a portion of the changes older than `age`; whether there may be more. Another process may be at it."""
    async with connection.transaction():
        mine = await connection.fetchval("select pg_try_advisory_xact_lock($1)", PRUNE_LOCK)
        return bool(mine) and await connection.execute(_PRUNE, age, PRUNED_AT_ONCE) == "INSERT 0 1"


@asynccontextmanager
async def open_feed(pool: Pool, url: str, days: float) -> AsyncIterator[Feed]:
    """The feed, followed in the background over a connection of its own; changes are kept for so many days."""
    feed = Feed(pool)
    task = asyncio.ensure_future(feed.listen(url, timedelta(days=days)))
    try:
        yield feed
    finally:
        task.cancel()
        await asyncio.wait({task})
