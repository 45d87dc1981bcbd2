"""Exports: everything of a kind, streamed as it is read off the database, and no faster than it is taken."""

import asyncio
import logging
import zlib
from collections.abc import AsyncGenerator
from contextlib import aclosing

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from service.http.failures import answered_error
from service.http.media import NDJSON, negotiated
from service.rest.operation import Call
from service.rest.writing import Slot
from service.storage.export import export

PIECE = 64 * 1024
"""Bytes that are sent at once, at the least."""
LEVEL = 6
STALLED_SECONDS = 60.0
"""After which a client is given up that takes nothing: an export holds a connection and a snapshot."""

logger = logging.getLogger(__name__)


async def export_of(call: Call, kind: str) -> Response:
    """All that is stored of a kind. Raises Busy where as many exports run as may."""
    request, writing = call.request, call.services.writing
    negotiated(request.headers.get("accept", ""), (NDJSON,))
    slot = writing.export_slots.take()
    pieces = _pieces(export(writing.exports, kind))
    try:
        # What fails at once is told as a problem. HEAD asks for nothing of it.
        first = b"" if request.method == "HEAD" else await anext(pieces, b"")
    except BaseException:
        with slot:
            await pieces.aclose()
        raise
    return ExportResponse(first, pieces, slot, writing.stopped, gzip=_takes_gzip(request))


def _takes_gzip(request: Request) -> bool:
    """Whether gzip is asked for; what is refused by a quality of 0 is not."""
    told = ",".join(request.headers.getlist("accept-encoding"))[:1_000].lower()
    qualities = {}
    for part in told.split(","):
        coding, _, quality = part.replace(" ", "").partition(";q=")
        qualities[coding] = quality.strip("0.") != "" or not quality
    return qualities.get("gzip", qualities.get("x-gzip", qualities.get("*", False)))


class ExportResponse(Response):
    """Sends lines. Where they end before their end, the connection is broken off: a client must not take it for all."""

    def __init__(
        self,
        first: bytes,
        pieces: AsyncGenerator[bytes, None],
        slot: Slot,
        stopped: asyncio.Event,
        *,
        gzip: bool,
    ) -> None:
        headers = {"Cache-Control": "no-store", "Vary": "Accept-Encoding"}
        super().__init__(media_type=NDJSON, headers=headers | ({"Content-Encoding": "gzip"} if gzip else {}))
        del self.headers["content-length"]
        self._first = first
        self._rest = pieces
        self._slot = slot
        self._stopped = stopped
        self._gzip = gzip

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer the request, until all is sent, the client goes away, or the service stops."""
        with self._slot:
            sending = asyncio.create_task(self._answer(scope, send))
            watches = [asyncio.create_task(_gone(receive)), asyncio.create_task(self._stopped.wait())]
            try:
                await asyncio.wait([sending, *watches], return_when=asyncio.FIRST_COMPLETED)
            finally:
                for task in (sending, *watches):
                    task.cancel()
                results = await asyncio.gather(sending, *watches, return_exceptions=True)
            if isinstance(results[0], Exception):
                # The cause is logged; to come back without the end of a response breaks the connection off.
                logger.warning("an export ended before its end: %s", answered_error(results[0]))

    async def _answer(self, scope: Scope, send: Send) -> None:
        async with aclosing(self._rest) as rest:
            await send({"type": "http.response.start", "status": 200, "headers": self.raw_headers})
            end = b""
            if scope["method"] != "HEAD":
                pack = zlib.compressobj(LEVEL, wbits=31) if self._gzip else None
                await self._send(send, await _packed(pack, self._first))
                async for piece in rest:
                    await self._send(send, await _packed(pack, piece))
                end = pack.flush() if pack else end
        await send({"type": "http.response.body", "body": end, "more_body": False})

    async def _send(self, send: Send, data: bytes) -> None:
        async with asyncio.timeout(STALLED_SECONDS):
            await send({"type": "http.response.body", "body": data, "more_body": True})


async def _packed(pack: "zlib._Compress | None", data: bytes) -> bytes:
    return data if pack is None else await asyncio.to_thread(pack.compress, data)


async def _pieces(lines: AsyncGenerator[bytes, None]) -> AsyncGenerator[bytes, None]:
    """The lines with their ends, so many together that sending them is worth its while."""
    held: list[bytes] = []
    size = 0
    async with aclosing(lines):
        async for line in lines:
            held += (line, b"\n")
            size += len(line) + 1
            if size >= PIECE:
                yield b"".join(held)
                held, size = [], 0
        if held:
            yield b"".join(held)


async def _gone(receive: Receive) -> None:
    """Comes back once the client has gone away."""
    while (await receive())["type"] != "http.disconnect":
        pass
