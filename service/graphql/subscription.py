"""Follows subscriptions: each reads the feed of changes at its own pace, and equal ones share what they read.

A subscriber holds a position and no connection. While nothing happens it waits; a stretch of the feed is read once
for all equal subscriptions at the same position, so that a slow client neither holds up nor costs the others.
"""

import asyncio
from collections import OrderedDict
from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence
from contextlib import aclosing
from dataclasses import dataclass
from typing import Any, TypeVar
from weakref import WeakValueDictionary

import asyncpg
from graphql import OperationType

from service.graphql.endpoint import GraphQLEndpoint, Prepared
from service.graphql.request import GraphQLRequest
from service.graphql.schema import SCHEMA
from service.http.failures import DATABASE_AWAY
from service.query.json_sql import rows_in
from service.query.live import Live, write_live
from service.query.plan import plan
from service.storage.feed import Feed, Position
from service.storage.pool import Pool
from service.tally import NOTES

KEPT_STRETCHES = 4
"""Stretches of the feed that equal subscriptions keep: who comes later than that reads anew."""
SEND_SECONDS = 10.0
"""In which a client must take what it is sent."""
AWAY_PAUSES = (0.1, 0.5, 1.0, 2.0, 5.0, 5.0, 5.0)
"""Seconds between the attempts at a database that is away, before subscribers are told so."""

Value = TypeVar("Value")


@dataclass(frozen=True)
class Stretch:
    """What is told of a stretch of the feed: JSON of data, each as the response has it, and where the stretch ends."""

    payloads: tuple[bytes, ...]
    end: Position


class Stream:
    """What equal subscriptions share: the readings of one statement with the same parameters."""

    def __init__(self, subscriptions: "Subscriptions", live: Live, bound: list[Any]) -> None:
        self._subscriptions = subscriptions
        self._live = live
        self._bound = bound
        self._stretches: OrderedDict[Position, asyncio.Task[Stretch]] = OrderedDict()

    async def after(self, position: Position, until: Position) -> Stretch:
        """The stretch behind a position; `until`, where the feed ends now, where nobody else has read it."""
        kept = self._stretches.get(position)
        if kept is None or (kept.done() and (kept.cancelled() or kept.exception())):
            kept = self._stretches[position] = asyncio.ensure_future(self._read(position, until))
            kept.add_done_callback(lambda task: task.cancelled() or task.exception())
            while len(self._stretches) > KEPT_STRETCHES:
                self._stretches.popitem(last=False)
        # Who goes away does not take the reading from the others.
        return await asyncio.shield(kept)

    async def _read(self, position: Position, until: Position) -> Stretch:
        rows = await self._subscriptions.fetch(self._live.statement.text, [*self._bound, *position, *until])
        *told, end = rows
        return Stretch(tuple(b'{"data":' + row["data"] + b"}" for row in told), (end["xid"], end["node_id"]))


class Subscriptions:
    """All subscriptions of one process.

    timeout: seconds that a reading may take; at_once: connections of the pool that they use at the most.
    stopped: set when the service stops; nothing is told after that.
    """

    def __init__(self, pool: Pool, feed: Feed, endpoint: GraphQLEndpoint, timeout: float, at_once: int = 1) -> None:
        self.stopped = asyncio.Event()
        self._pool = pool
        self._timeout = timeout
        self._feed = feed
        self._endpoint = endpoint
        self._turns = asyncio.Semaphore(at_once)
        self.open = 0
        """Subscriptions that are followed."""
        self._streams: WeakValueDictionary[tuple[str, str], Stream] = WeakValueDictionary()

    async def responses(self, asked: GraphQLRequest) -> AsyncGenerator[bytes, None]:
        """The responses of an operation: one of a query, and of a subscription one for each object, for ever.

        Raises what is wrong with it, CursorExpired among it, and what fails later.
        """
        notes = NOTES.get()
        prepared = self._endpoint.prepared(asked)
        if notes is not None:
            prepared.tell(notes)
            notes.told = notes.rows = 0
        if prepared.operation.type is OperationType.SUBSCRIPTION:
            self.open += 1
            try:
                async with aclosing(await self._follow(prepared)) as told:
                    async for response in told:
                        if notes is not None:
                            notes.told = (notes.told or 0) + 1
                            notes.rows = (notes.rows or 0) + rows_in(response)
                        yield response
            finally:
                self.open -= 1
        else:
            data, _ = await self._endpoint.answer(asked)
            if notes is not None:
                notes.told = 1
            yield b'{"data":' + data + b"}"

    async def _follow(self, prepared: Prepared) -> AsyncGenerator[bytes, None]:
        document, operation, variables = prepared.document, prepared.operation, prepared.variables
        live = write_live(plan(SCHEMA, operation.node, document.fragments, variables))
        bound = live.statement.bind(variables)
        start = live.start(variables)
        latest = await self._again_and_again(self._feed.latest)
        if start is not None:
            await self._again_and_again(lambda: self._pool.fetch("select in_feed($1, $2)", *start))
        key = live.statement.text, repr(bound)
        stream = self._streams.get(key) or Stream(self, live, bound)
        self._streams[key] = stream
        return self._told(stream, latest if start is None else start)

    async def _told(self, stream: Stream, position: Position) -> AsyncGenerator[bytes, None]:
        while True:
            until = await self._feed.beyond(position)
            stretch = await stream.after(position, until)
            for payload in stretch.payloads:
                yield payload
            position = stretch.end

    async def fetch(self, statement: str, parameters: Sequence[Any]) -> list[Any]:
        """Rows, also where the database was away for a moment. Raises what asyncpg raises."""

        async def now() -> list[Any]:
            async with self._turns:
                return await self._pool.fetch(statement, *parameters, timeout=self._timeout)

        return await self._again_and_again(now)

    @staticmethod
    async def _again_and_again(read: Callable[[], Awaitable[Value]]) -> Value:
        for pause in AWAY_PAUSES:
            try:
                return await read()
            except (TimeoutError, asyncpg.QueryCanceledError):
                raise
            except DATABASE_AWAY as error:
                # InterfaceError is also what values of a wrong type raise.
                if isinstance(error, ValueError):
                    raise
            await asyncio.sleep(pause)
        return await read()
