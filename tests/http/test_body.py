"""Bodies of requests: types, codings, sizes and bombs."""

import asyncio
import gzip
import zlib
from collections.abc import Iterable

import pytest
from starlette.requests import ClientDisconnect, Request
from starlette.types import Message

from service.errors import BadInput, PayloadTooLarge, UnsupportedMediaType
from service.http.body import ALLOWANCE, MAX_RATIO, PIECE, Inflater, body_pieces, inflater_of, whole_body

pytestmark = pytest.mark.anyio

JSON = "application/json"


def request(pieces: Iterable[bytes | None], **headers: str) -> Request:
    """A request whose body comes in these pieces; None where the client goes away."""
    told = {"content-type": JSON, **{name.replace("_", "-"): value for name, value in headers.items()}}
    scope = {"type": "http", "headers": [(name.encode(), value.encode()) for name, value in told.items()]}
    coming = list(pieces)

    async def receive() -> Message:
        piece = coming.pop(0)
        if piece is None:
            return {"type": "http.disconnect"}
        return {"type": "http.request", "body": piece, "more_body": bool(coming)}

    return Request(scope, receive)


@pytest.mark.parametrize("pieces", [[b"{}"], [b"{", b"", b"}"], [b"", b"{}", b""]])
async def test_a_body_is_what_came(pieces: list[bytes]) -> None:
    assert await whole_body(request(pieces), JSON, 2) == b"{}"


@pytest.mark.parametrize(
    "told",
    ["application/json", "Application/JSON", 'application/json; charset="UTF-8"', "application/json;charset=utf8"],
)
async def test_the_type_may_say_utf_8(told: str) -> None:
    assert await whole_body(request([b"1"], content_type=told), JSON, 9) == b"1"


@pytest.mark.parametrize(
    ("told", "named"),
    [
        ("text/plain", "must be application/json, not text/plain"),
        ("", "not absent"),
        ("application/json; charset=latin-1", "charset must be utf-8, not latin-1"),
        ("application/jsonl", "not application/jsonl"),
    ],
)
async def test_another_type_is_refused(told: str, named: str) -> None:
    with pytest.raises(UnsupportedMediaType, match=named):
        await whole_body(request([b"1"], content_type=told), JSON, 9)


async def test_another_coding_is_refused_and_gzip_is_named() -> None:
    with pytest.raises(UnsupportedMediaType, match="must be gzip or absent, not br") as refused:
        await whole_body(request([b"1"], content_encoding="br"), JSON, 9)
    assert refused.value.headers == {"Accept-Encoding": "gzip"}


@pytest.mark.parametrize("cut", [1, 1_000, 1_000_000])
async def test_gzip_is_inflated_however_it_is_cut(cut: int) -> None:
    body = b"".join(b"%d " % n for n in range(20_000))
    packed = gzip.compress(body[:70_000]) + gzip.compress(b"") + gzip.compress(body[70_000:]) + b"\0\0"
    pieces = [packed[start : start + cut] for start in range(0, len(packed), cut)]
    assert await whole_body(request(pieces, content_encoding="gzip"), JSON, len(body)) == body
    received = [piece async for piece in body_pieces(request(pieces), Inflater())]
    assert b"".join(received) == body
    assert max(map(len, received)) <= PIECE


async def test_what_swells_comes_whole() -> None:
    body = b"a" * (20 * PIECE + 3)
    received = [piece async for piece in body_pieces(request([gzip.compress(body)]), Inflater())]
    assert b"".join(received) == body


@pytest.mark.parametrize("packed", [b"not gzip", gzip.compress(b"1", mtime=0) + b"more", zlib.compress(b"1")])
async def test_what_is_no_gzip_is_refused(packed: bytes) -> None:
    with pytest.raises(BadInput, match="is not gzip"):
        await whole_body(request([packed], content_encoding="gzip"), JSON, 99)


@pytest.mark.parametrize("left", [1, 12])
async def test_gzip_that_ends_early_is_refused(left: int) -> None:
    packed = gzip.compress(b"whole")[:-left]
    with pytest.raises(BadInput, match="ends before its end"):
        await whole_body(request([packed], content_encoding="gzip"), JSON, 99)
    with pytest.raises(BadInput, match="ends before its end"):
        [piece async for piece in body_pieces(request([packed]), Inflater())]


@pytest.mark.parametrize("headers", [{}, {"content_encoding": "gzip"}])
async def test_a_body_may_be_as_long_as_it_may_and_no_longer(headers: dict[str, str]) -> None:
    for size in (30_000, 30_001):
        # Random enough that packing does not make it fit.
        data = bytes((n * n * 7919 >> 5) & 255 for n in range(size))
        sent = gzip.compress(data, 0) if headers else data
        limit = 30_000 + (len(sent) - size)
        if size == 30_000:
            assert await whole_body(request([sent], **headers), JSON, limit) == data
        else:
            with pytest.raises(PayloadTooLarge, match="more than"):
                await whole_body(request([sent], **headers), JSON, size - 1)


async def test_a_bomb_is_not_inflated_past_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    inflated = 0
    pieces_of = Inflater.pieces

    def counted(self: Inflater, data: bytes) -> Iterable[bytes]:
        nonlocal inflated
        for piece in pieces_of(self, data):
            inflated += len(piece)
            yield piece

    monkeypatch.setattr(Inflater, "pieces", counted)
    bomb = gzip.compress(bytes(50_000_000))
    with pytest.raises(PayloadTooLarge, match="more than 1000000 bytes"):
        await whole_body(request([bomb], content_encoding="gzip"), JSON, 1_000_000)
    assert inflated <= 1_000_000 + PIECE


async def test_empty_members_without_end_are_too_many_bytes() -> None:
    with pytest.raises(PayloadTooLarge):
        await whole_body(request([gzip.compress(b"")] * 1_000, content_encoding="gzip"), JSON, 1_000)


async def test_a_stream_that_swells_is_given_up() -> None:
    packer = zlib.compressobj(9, wbits=31)
    zeros = [packer.compress(bytes(2**20)) + packer.flush(zlib.Z_SYNC_FLUSH) for _ in range(200)]
    sizes: list[int] = []

    async def take() -> None:
        async for piece in body_pieces(request(zeros), Inflater()):
            sizes.append(len(piece))  # noqa: PERF401  those before the error count

    with pytest.raises(PayloadTooLarge, match=f"more than {MAX_RATIO} times"):
        await take()
    assert ALLOWANCE <= sum(sizes) < ALLOWANCE + 10 * 2**20


async def test_a_stream_that_swells_in_one_piece_is_given_up_as_soon() -> None:
    bomb = gzip.compress(b"\n" * 100_000_000)
    sizes: list[int] = []

    async def take() -> None:
        async for piece in body_pieces(request([bomb]), Inflater()):
            sizes.append(len(piece))  # noqa: PERF401  those before the error count

    with pytest.raises(PayloadTooLarge, match=f"more than {MAX_RATIO} times"):
        await take()
    assert sum(sizes) <= ALLOWANCE + MAX_RATIO * len(bomb) + PIECE


async def test_others_have_their_turn_between_pieces() -> None:
    turns = 0

    async def others() -> None:
        nonlocal turns
        while True:
            turns += 1
            await asyncio.sleep(0)

    other = asyncio.create_task(others())
    for pieces, inflater in (([gzip.compress(b"\n" * 10 * PIECE)], Inflater()), ([b"\n"] * 10, None)):
        turns = 0
        count = len([piece async for piece in body_pieces(request(pieces), inflater)])
        assert turns >= count >= 10
    other.cancel()


async def test_a_client_that_goes_away_is_told_apart_from_the_end() -> None:
    with pytest.raises(ClientDisconnect):
        await whole_body(request([b"{", None]), JSON, 9)


def test_no_coding_is_no_inflater() -> None:
    assert inflater_of(request([])) is None
    assert inflater_of(request([], content_encoding="identity")) is None
    assert isinstance(inflater_of(request([], content_encoding="X-GZIP")), Inflater)
