"""The load generator tells answers from refusals, stops by itself, and asks what it was given."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from bench.load import Answered, Refused, fetch, fetch_head, load, send
from bench.requests import get

PATHS = [f"/{number}" for number in range(40)]


@asynccontextmanager
async def served(statuses: dict[str, str]) -> AsyncIterator[tuple[int, Counter[str]]]:
    """A server that answers with a path's status, in pieces, and counts what it is asked for."""
    asked: Counter[str] = Counter()

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while head := await reader.readuntil(b"\r\n\r\n"):
                path = head.split()[1].decode()
                asked[path] += 1
                body = f"body of {path}".encode()
                status = statuses.get(path, "200 OK")
                if status.startswith("304"):
                    writer.write(b"HTTP/1.1 304 Not Modified\r\nETag: x\r\n\r\n")
                    continue
                writer.write(f"HTTP/1.1 {status}\r\nContent-Length: {len(body)}\r\n".encode())
                await writer.drain()
                writer.write(b"\r\n" + body[:3])
                await asyncio.sleep(0)
                writer.write(body[3:])
        except (asyncio.IncompleteReadError, ConnectionResetError):
            pass
        finally:
            writer.close()

    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    async with server:
        yield server.sockets[0].getsockname()[1], asked


@pytest.mark.anyio
async def test_each_request_is_sent_once() -> None:
    async with served({}) as (port, asked):
        answered = await send(port, [get(path) for path in PATHS], 7, 30)
    assert asked == Counter(PATHS)
    assert len(answered.latencies) == len(PATHS)


@pytest.mark.anyio
async def test_a_load_goes_round_and_counts_what_was_answered() -> None:
    async with served({}) as (port, asked):
        answered = await load(port, [get(path) for path in PATHS], 0.2, connections=4)
    assert len(answered.latencies) == asked.total()
    assert answered.latencies == sorted(answered.latencies)


@pytest.mark.anyio
async def test_an_answer_other_than_200_ends_the_load() -> None:
    async with served({"/7": "500 Internal Server Error"}) as (port, _):
        with pytest.raises(Refused, match="500 Internal"):
            await send(port, [get(path) for path in PATHS], 2, 30)
        with pytest.raises(Refused, match="500 Internal"):
            await fetch(port, get("/7"))
        assert await fetch(port, get("/8")) == b"body of /8"


@pytest.mark.anyio
async def test_what_was_created_or_has_not_changed_is_an_answer() -> None:
    async with served({"/7": "304 Not Modified", "/8": "201 Created"}) as (port, asked):
        answered = await send(port, [get(path, "x") for path in PATHS], 2, 30)
        assert (await fetch_head(port, get("/7", "x")))["etag"] == "x"
        assert await fetch(port, get("/8")) == b"body of /8"
    assert len(answered.latencies) == len(PATHS)
    assert asked == Counter([*PATHS, "/7", "/8"])


def test_percentiles_are_of_the_requests_in_milliseconds() -> None:
    answered = Answered(2.0, [number / 1000 for number in range(1, 101)])
    assert answered.per_second == 50
    assert [answered.percentile(share) for share in (0.5, 0.99, 1.0)] == [51.0, 100.0, 100.0]
