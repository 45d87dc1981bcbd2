"""An event loop in a thread of its own: what keeps it busy holds up no request of the main loop."""

import asyncio
import sys
import threading
from collections.abc import AsyncIterator, Coroutine
from concurrent.futures import Future
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any, Generic, TypeVar

SWITCH_SECONDS = 0.0005
"""For which a busy thread goes on while another has something to do. Python's own 5 ms, waited for after each call of
the system, add up to 100 ms for a small request while a batch comes in."""

Opened = TypeVar("Opened")
Result = TypeVar("Result")


class Background(Generic[Opened]):
    """A loop that runs in a thread, with what was opened there and may be used there alone."""

    def __init__(self, loop: asyncio.AbstractEventLoop, opened: Opened) -> None:
        self._loop = loop
        self.opened = opened

    async def run(self, work: Coroutine[Any, Any, Result]) -> Result:
        """What the work comes to, done in the loop's thread. It is cancelled with whoever waits for it."""
        return await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(work, self._loop))


@asynccontextmanager
async def open_background(manager: AbstractAsyncContextManager[Opened]) -> AsyncIterator[Background[Opened]]:
    """A loop of the running one's kind in a new thread, in which `manager` is entered and left by one task."""
    sys.setswitchinterval(SWITCH_SECONDS)
    loop = type(asyncio.get_running_loop())()
    thread = threading.Thread(target=loop.run_forever, name="background")
    thread.start()
    opened: Future[Opened] = Future()
    leave = asyncio.Event()

    async def hold() -> None:
        try:
            async with manager as value:
                opened.set_result(value)
                await leave.wait()
        except BaseException as error:
            if opened.done():
                raise
            opened.set_exception(error)

    holding = asyncio.run_coroutine_threadsafe(hold(), loop)
    try:
        yield Background(loop, await asyncio.wrap_future(opened))
    finally:
        loop.call_soon_threadsafe(leave.set)
        try:
            await asyncio.wrap_future(holding)
        finally:
            loop.call_soon_threadsafe(loop.stop)
            await asyncio.to_thread(thread.join)
            loop.close()
