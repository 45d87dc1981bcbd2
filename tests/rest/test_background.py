"""An event loop in a thread of its own."""

import asyncio
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, nullcontext

import pytest

from service.rest.background import open_background

pytestmark = pytest.mark.anyio


class Place:
    """Where something is open, and what happened to it."""

    def __init__(self) -> None:
        self.threads = [threading.current_thread()]
        self.tasks = [asyncio.current_task()]
        self.cancelled = threading.Event()
        self.begun = threading.Event()

    async def work(self, value: int) -> tuple[int, threading.Thread]:
        return value + 1, threading.current_thread()

    async def hang(self) -> None:
        self.begun.set()
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            self.cancelled.set()
            raise

    async def fail(self) -> None:
        raise LookupError("here")


@asynccontextmanager
async def place() -> AsyncIterator[Place]:
    opened = Place()
    yield opened
    opened.threads.append(threading.current_thread())
    opened.tasks.append(asyncio.current_task())


async def test_work_is_done_in_the_thread_that_everything_is_opened_and_closed_in() -> None:
    async with open_background(place()) as background:
        opened = background.opened
        assert await background.run(opened.work(1)) == (2, opened.threads[0])
        with pytest.raises(LookupError, match="here"):
            await background.run(opened.fail())
    assert len(set(opened.threads)) == len(set(opened.tasks)) == 1
    assert threading.current_thread() not in opened.threads
    assert not opened.threads[0].is_alive()


async def test_work_is_cancelled_with_who_waits_for_it() -> None:
    async with open_background(place()) as background:
        waiting = asyncio.create_task(background.run(background.opened.hang()))
        await asyncio.to_thread(background.opened.begun.wait, 30)
        waiting.cancel()
        with pytest.raises(asyncio.CancelledError):
            await waiting
        assert await asyncio.to_thread(background.opened.cancelled.wait, 30)


async def test_what_can_not_be_opened_leaves_no_thread() -> None:
    @asynccontextmanager
    async def closed() -> AsyncIterator[None]:
        async with nullcontext(int("none")):
            yield

    with pytest.raises(ValueError, match="none"):
        async with open_background(closed()):
            pass
    assert "background" not in [thread.name for thread in threading.enumerate()]
