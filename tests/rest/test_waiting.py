"""What waits between the steps of a batch, and what waits to be sent."""

import asyncio
from io import BytesIO

import pytest

from service.rest.spool import IN_MEMORY, PIECE, Spool
from service.rest.waiting import Waiting

pytestmark = pytest.mark.anyio


async def until_blocked(task: "asyncio.Task[None]") -> None:
    """Let a task run as far as it comes by itself."""
    for _ in range(100):
        await asyncio.sleep(0)
    assert not task.done()


async def test_all_that_waits_is_taken_at_once() -> None:
    waiting: Waiting[int] = Waiting(10, 100)
    for item in range(4):
        await waiting.put(item, 1)
    assert await waiting.take() == [0, 1, 2, 3]
    taking = asyncio.create_task(waiting.take())
    await asyncio.sleep(0)
    await waiting.put(4, 1)
    waiting.close()
    assert [await taking, await waiting.take(), await waiting.take()] == [[4], [], []]


@pytest.mark.parametrize(
    ("max_items", "max_bytes", "sizes"), [(3, 100, [1, 1, 1, 1]), (9, 10, [4, 6, 1]), (9, 10, [99, 1])]
)
async def test_who_puts_waits_where_there_is_no_room(max_items: int, max_bytes: int, sizes: list[int]) -> None:
    waiting: Waiting[int] = Waiting(max_items, max_bytes)

    async def put() -> None:
        for size in sizes:
            await waiting.put(size, size)

    putting = asyncio.create_task(put())
    await until_blocked(putting)
    assert await waiting.take() == sizes[:-1]
    await putting
    assert await waiting.take() == sizes[-1:]


async def test_a_spool_gives_what_was_written_in_order() -> None:
    spool = Spool(2**20)
    told = b"".join(b"%d\n" % n for n in range(100_000))
    read = b""
    for start in range(0, len(told), 50_000):
        await spool.write(told[start : start + 50_000])
        if start % 100_000:
            read += await spool.read()
    spool.end()
    while piece := await spool.read():
        assert len(piece) <= PIECE
        read += piece
    assert read == told
    spool.close()


async def test_a_spool_holds_little_in_memory_and_no_more_than_it_may_on_the_disk() -> None:
    spool = Spool(2 * IN_MEMORY)
    piece = bytes(IN_MEMORY)

    async def write() -> None:
        for _ in range(10):
            await spool.write(piece)

    writing = asyncio.create_task(write())
    await until_blocked(writing)
    assert spool._written <= 3 * IN_MEMORY
    assert not isinstance(spool._file, BytesIO)
    size = 0
    while size < 10 * IN_MEMORY:
        size += len(await spool.read())
        await asyncio.sleep(0)
    await writing
    spool.close()


async def test_a_file_does_not_grow_where_a_client_reads() -> None:
    spool = Spool(2**30)
    for _ in range(100):
        await spool.write(bytes(PIECE))
        await spool.read()
    assert spool._file.seek(0, 2) == 0
    spool.close()


async def test_a_reader_waits_for_what_is_written() -> None:
    spool = Spool(100)
    reading = asyncio.create_task(spool.read())
    await asyncio.sleep(0)
    await spool.write(b"a")
    assert await reading == b"a"
    reading = asyncio.create_task(spool.read())
    await asyncio.sleep(0)
    spool.end()
    assert await reading == b""
    spool.close()
