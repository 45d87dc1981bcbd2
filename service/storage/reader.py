"""Reads: statements on connections that are kept ready, planned once or for each request."""

from collections import OrderedDict
from collections.abc import AsyncIterator, Awaitable, Sequence
from contextlib import asynccontextmanager
from time import perf_counter
from typing import Any

import asyncpg

from service.errors import Busy
from service.storage.pool import MAX_PREPARED, PLANNED_ONCE, Pool, PooledConnection, PreparedStatement, open_pool
from service.storage.turns import Turns
from service.tally import TALLY

WAIT_SECONDS = 10.0
"""For which a read waits for a connection while others use them all."""

MAX_STATEMENTS = 100
"""Statements that a connection keeps prepared, as many as asyncpg does by itself."""

CONNECTION_LOST = (
    ConnectionResetError,
    BrokenPipeError,
    asyncpg.ConnectionDoesNotExistError,
    asyncpg.AdminShutdownError,
    asyncpg.CrashShutdownError,
    asyncpg.InterfaceError,
    asyncpg.InternalClientError,
)
"""What asyncpg raises where a connection turns out dead: of no timeout, and of no refusal to connect."""


class Prepared:
    """A connection of a pool, with the statements that it ran last, which it keeps prepared.

    To have asyncpg find them by their text costs a third more than to run one of them.
    """

    def __init__(self, connection: PooledConnection) -> None:
        self.connection = connection
        self._statements: OrderedDict[str, PreparedStatement] = OrderedDict()

    def fetch(self, text: str, values: Sequence[Any]) -> Awaitable[bytes]:
        """The one value of a statement."""
        statement = self._statements.get(text)
        if statement is None:
            return self._fetch_first(text, values)
        self._statements.move_to_end(text)
        return statement.fetchval(*values)

    async def _fetch_first(self, text: str, values: Sequence[Any]) -> bytes:
        statement = await self.connection.prepare(text)
        found: bytes = await statement.fetchval(*values)
        if len(text) <= MAX_PREPARED:
            self._statements[text] = statement
            if len(self._statements) > MAX_STATEMENTS:
                self._statements.popitem(last=False)
        return found


class Lane:
    """Runs statements on the connections of a pool, which it keeps between them.

    Taking a connection from the pool and giving it back costs as much as a small read.
    """

    def __init__(self, pool: Pool) -> None:
        self._pool = pool
        self._held: list[Prepared | None] = [None] * pool.get_max_size()
        self.size = len(self._held)
        self.turns = Turns(self.size, WAIT_SECONDS, _all_taken)

    async def fetch(self, text: str, values: Sequence[Any]) -> bytes:
        """The one value of a statement. A dead connection, as after a restart of Postgres, is replaced once.

        Raises Busy where others use all connections for too long.
        """
        began = perf_counter()
        if not self.turns.take_free():
            await self.turns.wait()
            asked, began = began, perf_counter()
            TALLY.wait.observe(began - asked)
        held = self._held.pop()
        try:
            try:
                held = held or await self._take()
                return await held.fetch(text, values)
            except CONNECTION_LOST as error:
                # InterfaceError is also what values of a wrong type raise.
                if isinstance(error, ValueError) or held is None:
                    raise
                await self._pool.expire_connections()
                lost, held = held, None
                await self._pool.release(lost.connection)
                held = await self._take()
                return await held.fetch(text, values)
        except BaseException as error:
            # What Postgres refuses leaves the connection as it was; after anything else the pool looks after it.
            if held is not None and not isinstance(error, asyncpg.PostgresError):
                lost, held = held, None
                await self._pool.release(lost.connection)
            raise
        finally:
            self._held.append(held)
            self.turns.give()
            TALLY.database.observe(perf_counter() - began)

    async def _take(self) -> Prepared:
        return Prepared(await self._pool.acquire())

    async def close(self) -> None:
        """Give the connections that are idle back to the pool."""
        idle = [held for held in self._held if held is not None]
        self._held = [None] * len(self._held)
        for held in idle:
            await self._pool.release(held.connection)


def _all_taken() -> Busy:
    return Busy("others use all connections to the database: try again in some seconds")


class Reader:
    """Reads on two lanes: on one a statement is planned once, on the other for the values of each request."""

    def __init__(self, generic: Lane, custom: Lane) -> None:
        self._generic = generic
        self._custom = custom
        self.lanes = {"generic": generic, "custom": custom}

    def fetch(self, text: str, values: Sequence[Any], *, generic: bool) -> Awaitable[bytes]:
        """The one value of a statement; `generic`: whether one plan serves all values."""
        return (self._generic if generic else self._custom).fetch(text, values)


@asynccontextmanager
async def open_reader(url: str, size: int, statement_timeout: float | None = None) -> AsyncIterator[Reader]:
    """A reader on at most `size` connections, two or more; a statement may take `statement_timeout` seconds.

    Raises Unavailable where the database can't be reached.
    """
    async with (
        open_pool(url, size - size // 2, statement_timeout, PLANNED_ONCE) as generic_pool,
        open_pool(url, size // 2, statement_timeout) as custom_pool,
    ):
        generic, custom = Lane(generic_pool), Lane(custom_pool)
        try:
            yield Reader(generic, custom)
        finally:
            await generic.close()
            await custom.close()
