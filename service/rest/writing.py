"""What writes work with: a thread that stores, threads that check and process, and how much is done at once."""

import asyncio
import os
import sys
import threading
from collections.abc import AsyncIterator, Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from contextvars import copy_context
from functools import partial
from types import TracebackType
from typing import NamedTuple, ParamSpec, TypeVar
from uuid import UUID

from service.errors import Busy
from service.http.failures import known_error
from service.rest.background import Background, open_background
from service.storage.coalescing import Writer, open_writer
from service.storage.ingest import delete, ingest
from service.storage.lines import Merge
from service.storage.merging import merge_actors, restore_merge, split_actor
from service.storage.pool import Pool, open_pool
from service.storage.preparation import prepare, worth_preparing
from service.storage.submission import Outcome, Submission
from service.tally import TALLY, noted

WRITE_CONNECTIONS = 2
"""One merges while the next waits for the lock: more would not write more."""
LOCK_SECONDS = 30.0
"""For which a write waits for others: merging an actor of many articles takes long."""
EXPORT_CONNECTIONS = 2
BATCHES = 4
"""Batches that are read at once; each holds up to a few megabytes of lines."""
THREADS = 2
"""For single requests, and as many for batches, which they don't wait for."""
MAX_WAITING = 64
"""Single requests that may wait for a thread."""

Parameters = ParamSpec("Parameters")
Result = TypeVar("Result")


class Slots:
    """So many may be at work at once. what: what they are, in a few words."""

    def __init__(self, count: int, what: str) -> None:
        self._free = count
        self._count = count
        self._what = what

    def take(self) -> "Slot":
        """A slot, to be given back by leaving it. Raises Busy where none is free."""
        if not self._free:
            raise Busy(f"{self._count} {self._what} are at work: try again when one is done")
        self._free -= 1
        return Slot(self)

    def give_back(self) -> None:
        """Count one more as free."""
        self._free += 1


class Slot:
    """One of the Slots, until it is left."""

    def __init__(self, slots: Slots) -> None:
        self._slots = slots

    def __enter__(self) -> None:
        """It is taken already."""

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._slots.give_back()


class _Stores(NamedTuple):
    """What is open in the thread that stores."""

    pool: Pool
    writer: Writer


class Writing:
    """Stores, deletes and merges. Rows are made in another thread: reads are answered meanwhile.

    exports: connections for exports; stopped: set when the process is to stop, for what would go on.
    """

    def __init__(
        self,
        stores: Background[_Stores],
        threads: ThreadPoolExecutor,
        batch_threads: ThreadPoolExecutor,
        exports: Pool,
    ) -> None:
        self.exports = exports
        self.stopped = asyncio.Event()
        self.batch_slots = Slots(BATCHES, "batches")
        self.export_slots = Slots(EXPORT_CONNECTIONS, "exports")
        self._stores = stores
        self._threads = threads
        self._batch_threads = batch_threads
        self._waiting = 0

    @property
    def pool(self) -> Pool:
        """The connections that store, which the thread that stores uses alone."""
        return self._stores.opened.pool

    async def store(self, submission: Submission) -> Outcome:
        """Store one article, together with those that others send meanwhile."""
        with noted("database", "STORE"):
            outcome = await self._stores.run(self._stores.opened.writer.store(submission))
        _count([outcome])
        return outcome

    async def ingest(self, submissions: Sequence[Submission]) -> list[Outcome]:
        """Store a batch; see service.storage.ingest."""
        with noted("database", "STORE"):
            outcomes = await self._stores.run(ingest(self._stores.opened.pool, submissions))
        _count(outcomes)
        return outcomes

    async def delete(self, articles: Sequence[UUID], digest: str | None = None) -> list[UUID]:
        """Delete articles; see service.storage.ingest."""
        with noted("database", "DELETE"):
            deleted = await self._stores.run(delete(self._stores.opened.pool, articles, digest))
        TALLY.articles["deleted"] += len(deleted)
        return deleted

    async def merge(self, former: UUID, into: UUID) -> UUID:
        """Merge an actor into another; the actor that both are now. See service.storage.merging."""
        with noted("database", "MERGE"):
            return await self._stores.run(merge_actors(self._stores.opened.pool, former, into))

    async def restore_merge(self, merge: Merge) -> UUID:
        """Merge actors that need not be stored; the actor that both are now."""
        with noted("database", "MERGE"):
            return await self._stores.run(restore_merge(self._stores.opened.pool, merge))

    async def split(self, former: UUID) -> None:
        """Undo a merge; see service.storage.merging."""
        with noted("database", "SPLIT"):
            await self._stores.run(split_actor(self._stores.opened.pool, former))

    async def prepare(self, submissions: Sequence[Submission]) -> None:
        """Make what storing these will take, while others are stored: nothing for what is stored already."""
        try:
            likely = await self._stores.run(worth_preparing(self._stores.opened.pool, submissions))
            await self.check(prepare, likely)
        except Exception as error:
            # Storing them comes to the same, and tells which of them it is, or that the database is away.
            known_error(error)

    async def think(
        self, work: Callable[Parameters, Result], *args: Parameters.args, **kwargs: Parameters.kwargs
    ) -> Result:
        """What work for a single request comes to, done in a thread. Raises Busy where too much waits for one."""
        if self._waiting >= MAX_WAITING:
            raise Busy(f"{MAX_WAITING} texts wait to be checked or processed: try again in some seconds")
        self._waiting += 1
        loop = asyncio.get_running_loop()
        with noted("prepare"):
            # In the request's context: what a processor of somebody's own traces belongs to the request's trace.
            future = self._threads.submit(copy_context().run, partial(work, *args, **kwargs))
            # It goes on where nobody waits for it any more, and is counted until it is done.
            future.add_done_callback(lambda _: loop.call_soon_threadsafe(self._thought))
            return await asyncio.wrap_future(future)

    def _thought(self) -> None:
        self._waiting -= 1

    async def check(
        self, work: Callable[Parameters, Result], *args: Parameters.args, **kwargs: Parameters.kwargs
    ) -> Result:
        """What work for a batch comes to, done in a thread."""
        with noted("prepare"):
            work_there = partial(copy_context().run, partial(work, *args, **kwargs))
            return await asyncio.wrap_future(self._batch_threads.submit(work_there))


def _count(outcomes: Sequence[Outcome]) -> None:
    for outcome in outcomes:
        TALLY.articles[(outcome.refusal or outcome.result).lower()] += 1


def _yield_to_others() -> None:
    """Have this thread run when no other of the process wants to: Linux has a niceness for each."""
    if sys.platform == "linux":
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), 10)


@asynccontextmanager
async def open_writing(url: str) -> AsyncIterator[Writing]:
    """What writes work with, on WRITE_CONNECTIONS and EXPORT_CONNECTIONS connections of its own.

    Raises Unavailable where the database can't be reached.
    """
    with (
        ThreadPoolExecutor(THREADS, thread_name_prefix="single") as threads,
        ThreadPoolExecutor(THREADS, thread_name_prefix="batch", initializer=_yield_to_others) as batch_threads,
    ):
        async with open_background(_open_stores(url)) as stores, open_pool(url, EXPORT_CONNECTIONS) as exports:
            yield Writing(stores, threads, batch_threads, exports)


@asynccontextmanager
async def _open_stores(url: str) -> AsyncIterator[_Stores]:
    async with open_pool(url, WRITE_CONNECTIONS, lock_timeout=LOCK_SECONDS) as pool, open_writer(pool) as writer:
        yield _Stores(pool, writer)
