"""HTTP on a connection that does not wait for ever: uvicorn waits for a request as long as its client likes.

One timer a connection looks on every few seconds, so that a request costs nothing more. What answers by streams has
bounds of its own: batches, exports, server-sent events.
"""

import asyncio
from typing import Any

from service.cli.protocol import BoundedProtocol
from service.errors import RequestTimedOut

CHECK_SECONDS = 5.0
HEAD_SECONDS = 20.0
"""In which the head of a request must come to its end."""
IDLE_SECONDS = 75.0
"""For which a connection is kept between requests: longer than proxies keep one, so that they end it and lose none."""
BODY_SECONDS = 60.0
"""In which a body must, unless it is answered as it comes."""
UNREAD_SECONDS = 60.0
"""After which a client is given up that takes nothing of an answer."""


LINGER_SECONDS = 1.0
"""For which what a client still sends behind its 408 is dropped: unread, it would take that from it (RFC 9112, 9.6)."""


class TimedProtocol(BoundedProtocol):
    """A connection that is ended where its client stands still, with 408 where a body does not come."""

    _lingers = False
    _watch: asyncio.TimerHandle | None = None
    _state: tuple[Any, ...] = ()
    _since = 0.0

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin to look on."""
        super().connection_made(transport)
        self._look_on()

    def connection_lost(self, exc: Exception | None) -> None:
        """Look on no more."""
        if self._watch:
            self._watch.cancel()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Read what came, unless the client has had its answer."""
        if not self._lingers:
            super().data_received(data)

    def on_response_complete(self) -> None:
        """Begin the next request, if it is there. Without a timer of uvicorn's: idle connections are looked on too."""
        if self.pipeline or self.transport.is_closing():
            super().on_response_complete()
        else:
            self.server_state.total_requests += 1
            self.flow.resume_reading()

    def _look_on(self) -> None:
        if self.transport.get_protocol() is not self:
            return  # it has become a WebSocket
        now = self.loop.time()
        state, bound = self._stands()
        if state != self._state:
            self._state, self._since = state, now
        elif state and now - self._since >= bound:
            self._give_up(state[0])
            return
        self._watch = self.loop.call_later(min(CHECK_SECONDS, bound), self._look_on)

    def _stands(self) -> tuple[tuple[Any, ...], float]:
        """What the connection waits for its client to do, told apart from what it waited for before, and how long."""
        unread = self.transport.get_write_buffer_size()
        if self.cycle is None or self.cycle.response_complete:
            if unread or self.transport.is_closing():
                return ("unread", self.cycle, unread), UNREAD_SECONDS
            idle = self.cycle is not None and not self.unfinished
            return ("head", self.cycle, idle), IDLE_SECONDS if idle else HEAD_SECONDS
        if self.cycle.more_body and not self.cycle.response_started:
            return ("body", self.cycle), BODY_SECONDS
        return (), CHECK_SECONDS

    def _give_up(self, waits_for: str) -> None:
        if waits_for == "unread":
            self.transport.abort()
            return
        if waits_for == "body":
            self.tell(RequestTimedOut(f"the body: did not come to its end in {BODY_SECONDS:.0f} s"))
            self._lingers = True
            self.transport.write_eof()
            self._watch = self.loop.call_later(LINGER_SECONDS, self._close)
        else:
            self._close()

    def _close(self) -> None:
        self.transport.close()
        # Where the client does not take that, it is not waited for.
        self._watch = self.loop.call_later(UNREAD_SECONDS, self.transport.abort)
