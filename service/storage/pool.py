"""The pool of connections to Postgres."""

import asyncio
import socket
import sys
from collections.abc import AsyncIterator, Callable, Coroutine, Iterable, Mapping, Sequence
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

import asyncpg

from service.causes import first_line
from service.errors import Unavailable

if TYPE_CHECKING:
    # Generic for type checkers alone.
    Pool: TypeAlias = asyncpg.Pool[Any]
    PooledConnection: TypeAlias = asyncpg.pool.PoolConnectionProxy[Any]
    Connection: TypeAlias = asyncpg.Connection[Any] | PooledConnection
    PreparedStatement: TypeAlias = asyncpg.prepared_stmt.PreparedStatement[Any]
else:
    Pool = asyncpg.Pool
    PooledConnection = asyncpg.pool.PoolConnectionProxy
    Connection = asyncpg.Connection
    PreparedStatement = asyncpg.prepared_stmt.PreparedStatement

Made = TypeVar("Made")

MAX_PREPARED = 64 * 1024
"""Bytes of a statement that a connection keeps prepared; asyncpg's own bound cuts off rich operations."""

CONNECT_SECONDS = 10.0
"""In which a connection must be made."""

KEEP_ALIVE = (
    {socket.TCP_KEEPIDLE: 10, socket.TCP_KEEPINTVL: 5, socket.TCP_KEEPCNT: 3, socket.TCP_USER_TIMEOUT: 25_000}
    if sys.platform == "linux"
    else {}
)
"""Options of TCP: a connection whose other end is silent for 25 s is given up, as of a machine that is gone or cut off.
By default the system waits for a quarter of an hour."""

PLANNED_BY_VALUE = {"plan_cache_mode": "force_custom_plan"}
"""For filters: a plan for actors of any fame can be a thousand times slower than one for the actor asked for."""

PLANNED_ONCE = {
    "plan_cache_mode": "force_generic_plan",
    "enable_bitmapscan": "off",
    "enable_hashjoin": "off",
    "enable_mergejoin": "off",
}
"""For what is looked up by id, and lists in an index's order: planning costs more than such a read.

What the planner knows of an average actor would have it sort all that a famous one said.
"""


_KNOW_DATABASE = """
select set_config('onrecord.database', concat(i.id, ' ', i.xmin, ' ', d.oid), false)
from database_identity i, pg_database d where d.datname = current_database()"""
"""A copy that was made of a database as a template has the identity of that one, but a number of its own."""


async def _connect(*arguments: Any, **options: Any) -> "asyncpg.Connection[Any]":
    connection: asyncpg.Connection[Any] = await asyncpg.connect(*arguments, **options)
    # asyncpg takes no options of its sockets.
    transport: asyncio.BaseTransport = connection._transport  # type: ignore[attr-defined]
    connected = transport.get_extra_info("socket")
    if connected is not None and connected.family != socket.AF_UNIX:
        connected.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
        for option, value in KEEP_ALIVE.items():
            connected.setsockopt(socket.IPPROTO_TCP, option, value)
    return connection


async def _prepare(connection: Connection) -> None:
    # The bytes that Postgres builds are the bytes of the response: no decoding between.
    await connection.set_type_codec("json", schema="pg_catalog", encoder=bytes, decoder=bytes, format="binary")
    # A tsvector is written as Python makes it (service/search_text.py), in Postgres's binary format.
    await connection.set_type_codec("tsvector", schema="pg_catalog", encoder=bytes, decoder=bytes, format="binary")
    # asyncpg asks the database once what an array is: here, and not beside the first operation's statement.
    await connection.fetch("select $1::uuid[], $2::text[]", [], [])
    # Which database this is, for the versions of answers: a connection can't come to another.
    if await connection.fetchval("select to_regclass('database_identity') is not null"):
        await connection.execute(_KNOW_DATABASE)


async def _keep(_: Connection) -> None:
    """Nothing is set on a connection that the next user must not see: a reset would cost a round trip."""


@asynccontextmanager
async def open_pool(
    url: str,
    size: int,
    statement_timeout: float | None = None,
    planner: Mapping[str, str] = PLANNED_BY_VALUE,
    lock_timeout: float | None = None,
) -> AsyncIterator[Pool]:
    """A pool of at most `size` connections, on which a statement may take `statement_timeout` seconds.

    planner: settings of Postgres's planner. lock_timeout: seconds that a transaction may wait for a lock; twice as
    long one may be idle, so that a process that stands still keeps no lock from others.

    Raises Unavailable where the database can't be reached.
    """
    try:
        pool = await asyncpg.create_pool(
            url,
            min_size=1,
            max_size=size,
            connect=_connect,
            init=_prepare,
            reset=_keep,
            timeout=CONNECT_SECONDS,
            max_cacheable_statement_size=MAX_PREPARED,
            server_settings={
                "application_name": "onrecord",
                "jit": "off",
                "timezone": "UTC",
                # What is read is in memory or on a solid disk.
                "random_page_cost": "1.1",
                **planner,
                **({"statement_timeout": _milliseconds(statement_timeout)} if statement_timeout else {}),
                **(_locking(lock_timeout) if lock_timeout else {}),
            },
        )
    except (OSError, asyncpg.PostgresError, asyncpg.InterfaceError, ValueError) as error:
        # What is wrong with an address is told in its parts, of which one is a password.
        reason = "its address can't be read" if isinstance(error, ValueError) else first_line(error)
        raise Unavailable(
            f"the database can't be reached: {reason}; is ONRECORD_DATABASE_URL right and Postgres running?"
        ) from None
    try:
        yield pool
    finally:
        await pool.close()


def _milliseconds(seconds: float) -> str:
    return f"{seconds * 1000:.0f}"


def _locking(seconds: float) -> dict[str, str]:
    return {
        "lock_timeout": _milliseconds(seconds),
        "idle_in_transaction_session_timeout": _milliseconds(2 * seconds),
    }


def by_column(rows: Iterable[Sequence[Any]]) -> list[list[Any]]:
    """Rows as the lists that `unnest($1, $2, …)` takes, one a column; rows are one or more."""
    return [list(column) for column in zip(*rows, strict=True)]


async def meanwhile(work: Coroutine[Any, Any, None], make: Callable[[], Made]) -> Made:
    """What `make` comes to, made in a thread while Postgres is busy with `work`, which is done then."""
    busy = asyncio.ensure_future(work)
    try:
        made = await asyncio.to_thread(make)
    except BaseException:
        busy.cancel()
        await asyncio.wait([busy])
        raise
    await busy
    return made
