"""Turns at what only so many may use at once; who waits too long is told so."""

import asyncio
from collections import deque
from collections.abc import Callable


class Turns:
    """A semaphore, first come first served, whose waiters are given up after `seconds` with what `refusal` makes.

    One timer serves all who wait, and none is made while nobody does: a timer for each costs as much as a small read.
    """

    def __init__(self, count: int, seconds: float, refusal: Callable[[], Exception]) -> None:
        self.free = count
        """Turns that nobody has."""
        self._seconds = seconds
        self._refusal = refusal
        self._waiting: deque[tuple[float, asyncio.Future[None]]] = deque()
        self._timer: asyncio.TimerHandle | None = None
        # To ask for it takes a system call each time.
        self._loop: asyncio.AbstractEventLoop | None = None

    @property
    def waiting(self) -> int:
        """Who waits for one."""
        return sum(not turn.done() for _, turn in self._waiting)

    def take_free(self) -> bool:
        """Take a turn, to be given back, if one is free."""
        if not self.free:
            return False
        self.free -= 1
        return True

    async def wait(self) -> None:
        """Take a turn, to be given back, when one is given back. Raises the refusal."""
        if self._loop is None:
            self._loop = asyncio.get_running_loop()
        loop = self._loop
        turn = loop.create_future()
        self._waiting.append((loop.time(), turn))
        if self._timer is None:
            self._timer = loop.call_later(self._seconds, self._give_up)
        try:
            await turn
        except asyncio.CancelledError:
            if turn.done() and not turn.cancelled() and turn.exception() is None:
                self.give()
            raise

    def give(self) -> None:
        """Give a turn back: to the first who waits."""
        while self._waiting:
            _, turn = self._waiting.popleft()
            if not turn.done():
                turn.set_result(None)
                return
        self.free += 1

    def _give_up(self) -> None:
        loop = asyncio.get_running_loop()
        self._timer = None
        while self._waiting:
            since, turn = self._waiting[0]
            left = since + self._seconds - loop.time()
            if left > 0 and not turn.done():
                self._timer = loop.call_later(left, self._give_up)
                return
            self._waiting.popleft()
            if not turn.done():
                turn.set_exception(self._refusal())
