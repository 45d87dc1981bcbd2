"""Stores single articles: those that come while others are being stored are stored together, after them."""

import asyncio
from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import NamedTuple

from service.errors import Unavailable
from service.storage.ingest import ingest
from service.storage.pool import Pool
from service.storage.submission import Outcome, Submission

MAX_ARTICLES = 200
MAX_CHARACTERS = 4 * 2**20
"""What one batch stores at the most, so that memory stays bounded; a longer body is a batch of its own."""
MAX_WAITING = 1_000
"""Articles that wait to be stored; who brings one more waits for room first."""


class _Waiter(NamedTuple):
    submission: Submission
    outcome: "asyncio.Future[Outcome]"


class Writer:
    """Stores articles one by one, as it seems to each who brings one; `open_writer` opens it."""

    def __init__(self, pool: Pool) -> None:
        self._pool = pool
        self._waiters: deque[_Waiter] = deque()
        self._came = asyncio.Event()
        self._room = asyncio.Semaphore(MAX_WAITING)

    async def store(self, submission: Submission) -> Outcome:
        """What became of the article, which is committed then. Raises what `ingest` raises.

        An article whose sender stops waiting is stored or not, and no other is harmed.
        """
        async with self._room:
            waiter = _Waiter(submission, asyncio.get_running_loop().create_future())
            self._waiters.append(waiter)
            self._came.set()
            return await waiter.outcome

    async def run(self) -> None:
        """Store what waits, for ever."""
        while True:
            await self._came.wait()
            batch = self._batch()
            try:
                outcomes = await ingest(self._pool, [waiter.submission for waiter in batch])
            except Exception as error:
                _fail(batch, error)
            except asyncio.CancelledError:
                _fail(batch, Unavailable("the service stops: send the article again"))
                raise
            else:
                for waiter, outcome in zip(batch, outcomes, strict=True):
                    if not waiter.outcome.done():
                        waiter.outcome.set_result(outcome)

    def _batch(self) -> list[_Waiter]:
        batch: list[_Waiter] = []
        size = 0
        while self._waiters and len(batch) < MAX_ARTICLES:
            size += len(self._waiters[0].submission.article.body)
            if batch and size > MAX_CHARACTERS:
                break
            waiter = self._waiters.popleft()
            if not waiter.outcome.done():
                batch.append(waiter)
        if not self._waiters:
            self._came.clear()
        return batch

    def close(self) -> None:
        """Refuse what still waits."""
        _fail(self._waiters, Unavailable("the service stops: send the article again"))


def _fail(waiters: "list[_Waiter] | deque[_Waiter]", error: Exception) -> None:
    for waiter in waiters:
        if not waiter.outcome.done():
            waiter.outcome.set_exception(error)


@asynccontextmanager
async def open_writer(pool: Pool) -> AsyncIterator[Writer]:
    """A writer that stores while it is open."""
    writer = Writer(pool)
    running = asyncio.create_task(writer.run())
    try:
        yield writer
    finally:
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
        writer.close()
