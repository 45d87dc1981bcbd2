"""The server of one process: it is drained before it ends, in bounded time."""

import asyncio
import logging
import os
import socket
import threading
from collections.abc import Callable
from types import FrameType

import uvicorn

from service.settings import read_settings

CLOSE_SECONDS = 1.0
"""In which WebSockets are told that they are closed, and why."""
LEAVE_SECONDS = 5.0
"""In which what was cut off must end, and what is open must close."""

logger = logging.getLogger(__name__)


class Server(uvicorn.Server):
    """At a signal it listens for some time still, then finishes what it has taken; at the same signal again it ends.

    Its exit code is 0 where all was finished, else 1.
    """

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        settings = read_settings()
        self._delay = settings.stop_delay
        self._grace = settings.stop_grace
        self._signals: set[int] = set()
        self._hurried = asyncio.Event()
        self._loop: asyncio.AbstractEventLoop | None = None
        self.exit_code = 0

    async def serve(self, sockets: list[socket.socket] | None = None) -> None:
        """Serve until a signal ends it."""
        self._loop = asyncio.get_running_loop()
        await super().serve(sockets)

    def run(self, sockets: list[socket.socket] | None = None) -> None:
        """Serve, and end the process where not all was finished."""
        super().run(sockets)
        if self.exit_code:
            raise SystemExit(self.exit_code)

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Begin to stop; hurry at the same signal again. Of two kinds one is a terminal's, one the parent's."""
        del frame
        if self._loop is None or not self.started:
            self.should_exit = True
        elif sig in self._signals:
            self._loop.call_soon_threadsafe(self._hurry)
        elif not self._signals:
            self._loop.call_soon_threadsafe(self._begin)
        self._signals.add(sig)

    def _begin(self) -> None:
        asyncio.get_running_loop().call_later(self._delay, self._stop_listening)

    def _stop_listening(self) -> None:
        self.should_exit = True

    def _hurry(self) -> None:
        self.should_exit = True
        self._hurried.set()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Take no more connections, finish requests, then close what is open."""
        for server in self.servers:
            server.close()
        for listening in sockets or []:
            listening.close()
        await self._until_done(CLOSE_SECONDS, self._websockets_are_closed)
        for connection in list(self.server_state.connections):
            connection.shutdown()
        await self._until_done(self._grace, self._all_is_finished)
        if not self._all_is_finished():
            self._cut_off()
            self._hurried.clear()
            await self._until_done(LEAVE_SECONDS, lambda: not self.server_state.tasks)
        # Of its own thread: what closes may hold up the loop.
        end = threading.Timer(LEAVE_SECONDS, _end_at_once)
        end.daemon = True
        end.start()
        await self.lifespan.shutdown()
        end.cancel()

    async def _until_done(self, seconds: float, done: Callable[[], bool]) -> None:
        """Come back once it is done, after so many seconds, or at a second signal."""
        until = asyncio.get_running_loop().time() + seconds
        # What it waits for gives no sign of it.
        while not done() and not self._hurried.is_set() and asyncio.get_running_loop().time() < until:  # noqa: ASYNC110
            await asyncio.sleep(0.02)

    def _websockets_are_closed(self) -> bool:
        return all(getattr(connection, "close_sent", True) for connection in self.server_state.connections)

    def _all_is_finished(self) -> bool:
        return not (self.server_state.connections or self.server_state.tasks)

    def _cut_off(self) -> None:
        reason = "a second signal" if self._hurried.is_set() else f"{self._grace:g} s, ONRECORD_STOP_GRACE"
        logger.warning("%d requests are cut off after %s", len(self.server_state.tasks), reason)
        self.exit_code = 1
        # Before those that hide what an error was.
        logging.getLogger("uvicorn.error").filters.insert(0, _is_no_cut)
        for task in list(self.server_state.tasks):
            task.cancel("cut off: the service ends")
        for connection in list(self.server_state.connections):
            connection.transport.abort()


def _is_no_cut(record: logging.LogRecord) -> bool:
    """Whether a record tells of something else than that a request was cut off."""
    return not (record.exc_info and isinstance(record.exc_info[1], asyncio.CancelledError))


def _end_at_once() -> None:
    logger.error("what is open does not close within %g s: the process ends without it", LEAVE_SECONDS)
    logging.shutdown()
    os._exit(1)
