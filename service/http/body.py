"""Reads the body of a request: of one media type, in UTF-8, plain or by gzip; whole, or in pieces as it comes."""

import asyncio
import zlib
from collections.abc import AsyncIterator, Iterator

from starlette.requests import ClientDisconnect, Request

from service.errors import BadInput, PayloadTooLarge, UnsupportedMediaType

PIECE = 64 * 1024
"""Bytes that are inflated at once."""
MAX_RATIO = 200
"""Bytes that a stream may have for each byte by which it came; text that is worth its while has 3 to 20."""
ALLOWANCE = 16 * 2**20
"""Bytes that a stream may have whatever its ratio."""

_PLAIN = frozenset({"", "identity"})
_GZIP = frozenset({"gzip", "x-gzip"})


def check_media_type(request: Request, media_type: str) -> None:
    """Raise UnsupportedMediaType unless the body is said to be of this type, in UTF-8."""
    told, _, parameters = request.headers.get("content-type", "").partition(";")
    if told.strip().lower() != media_type:
        raise UnsupportedMediaType(f"Content-Type: must be {media_type}, not {told.strip()[:100] or 'absent'}")
    charset = parameters.lower().replace(" ", "").replace('"', "").partition("charset=")[2].partition(";")[0]
    if charset not in {"", "utf-8", "utf8"}:
        raise UnsupportedMediaType(f"Content-Type: charset must be utf-8, not {charset[:100]}")


async def whole_body(request: Request, media_type: str, max_bytes: int) -> bytes:
    """The body, inflated. Neither it nor what it came as may have more than `max_bytes`.

    Raises UnsupportedMediaType, PayloadTooLarge, BadInput for what is no gzip, and ClientDisconnect.
    """
    check_media_type(request, media_type)
    inflater = inflater_of(request)
    body = bytearray()
    received = 0
    async for data in received_pieces(request):
        received += len(data)
        _check_size(received, max_bytes)
        for piece in inflater.pieces(data) if inflater else (data,):
            body += piece
            _check_size(len(body), max_bytes)
    if inflater:
        inflater.finish()
    return bytes(body)


async def body_pieces(request: Request, inflater: "Inflater | None") -> AsyncIterator[bytes]:
    """The body as it comes, inflated, in pieces of bounded size, without end. Others have their turn between two.

    Raises PayloadTooLarge for a bomb, BadInput for what is no gzip, and ClientDisconnect.
    """
    async for data in received_pieces(request):
        for piece in inflater.pieces(data) if inflater else (data,):
            if inflater:
                inflater.check_ratio()
            yield piece
            await asyncio.sleep(0)
    if inflater:
        inflater.finish()


def inflater_of(request: Request) -> "Inflater | None":
    """What inflates the body; None where it is plain. Raises UnsupportedMediaType for another coding."""
    coding = request.headers.get("content-encoding", "").strip().lower()
    if coding in _PLAIN:
        return None
    if coding in _GZIP:
        return Inflater()
    error = UnsupportedMediaType(f"Content-Encoding: must be gzip or absent, not {coding[:100]}")
    error.headers = {"Accept-Encoding": "gzip"}
    raise error


async def received_pieces(request: Request) -> AsyncIterator[bytes]:
    """The body as it is received. Raises ClientDisconnect where it ends before its end."""
    more = True
    while more:
        message = await request.receive()
        if message["type"] == "http.disconnect":
            raise ClientDisconnect
        if body := message.get("body", b""):
            yield body
        more = message.get("more_body", False)


class Inflater:
    """Inflates gzip, one member after another, with no more than a piece in memory."""

    def __init__(self) -> None:
        self._member = zlib.decompressobj(wbits=31)
        self._begun = False
        self._came = 0
        self._gave = 0

    def pieces(self, data: bytes) -> Iterator[bytes]:
        """What these bytes inflate to, in pieces of PIECE bytes at the most. Raises BadInput for what is no gzip."""
        self._came += len(data)
        while data:
            if self._member.eof:
                # Zeros may fill up what comes after the end.
                data = data.lstrip(b"\0")
                if not data:
                    return
                self._member = zlib.decompressobj(wbits=31)
            try:
                piece = self._member.decompress(data, PIECE)
            except zlib.error:
                raise BadInput("the body: is not gzip, as Content-Encoding says that it is") from None
            self._begun = True
            data = self._member.unused_data if self._member.eof else self._member.unconsumed_tail
            self._gave += len(piece)
            if piece:
                yield piece

    def check_ratio(self) -> None:
        """Raise PayloadTooLarge where so little became so much that nobody can mean it."""
        if self._gave > ALLOWANCE + MAX_RATIO * self._came:
            raise PayloadTooLarge(
                f"the body: inflates to more than {MAX_RATIO} times what it came as: send it as it is"
            )

    def finish(self) -> None:
        """Raise BadInput where the gzip ended before its end."""
        if self._begun and not self._member.eof:
            raise BadInput("the body: its gzip ends before its end")


def _check_size(size: int, max_bytes: int) -> None:
    if size > max_bytes:
        raise PayloadTooLarge(f"the body: has more than {max_bytes} bytes: send less at once")
