"""Batches as streams: results while lines come, clients that do not read, that go away, and what ends a batch."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, ExitStack

import httpx
import pytest

from service.rest import batch
from service.rest.writing import BATCHES
from service.storage.pool import Pool
from tests.commands import environment, served
from tests.databases import Server, run
from tests.graphql.serving import SECONDS, Address, eventually, serving
from tests.rest.articles import numbered
from tests.rest.duplex import BATCH, duplex, lines_of, results_of

pytestmark = pytest.mark.anyio

COUNT = "select count(*) from articles"


@pytest.fixture
async def address(database_url: str) -> AsyncIterator[Address]:
    """A service that takes writes without a key."""
    async with serving(database_url, host="127.0.0.1") as address:
        yield address


async def test_results_come_while_lines_still_go(address: Address, pool: Pool) -> None:
    async with duplex(address.port, BATCH) as client:
        assert b" 200 " in await client.head()
        for number in range(1, 4):
            # In two parts: a line is not told before its end.
            line = lines_of([numbered(number)])
            await client.send(raw=line[:50])
            await client.send(raw=line[50:])
            told = await client.result()
            assert (told["line"], told["result"]) == (number, "CREATED")
            assert await pool.fetchval(COUNT) == number
        await client.end()
        assert await client.rest() == b""


async def test_a_client_may_wait_to_be_told_that_it_may_go_on(address: Address) -> None:
    async with duplex(address.port, f"{BATCH}Expect: 100-continue") as client:
        assert b"100 Continue" in await client.head()
        await client.send(numbered(1))
        await client.end()
        assert b" 200 " in await client.head()
        assert [each["result"] for each in results_of(await client.rest())] == ["CREATED"]


async def test_a_client_may_send_all_before_it_reads(address: Address) -> None:
    # 10 MB of results: more than sockets hold.
    count = 30_000
    async with duplex(address.port, BATCH, lazy=True) as client:
        async with asyncio.timeout(SECONDS):
            for _ in range(count // 10_000):
                await client.send(raw=b"{\n" * 10_000)
            await client.end()
        results = results_of(await client.rest())
    assert [each["line"] for each in results] == list(range(1, count + 1))


async def test_what_a_client_was_told_is_stored_when_it_goes_away(address: Address, pool: Pool) -> None:
    async with duplex(address.port, BATCH) as client:
        await client.send(*map(numbered, range(10)), b"{")
        for _ in range(11):
            await client.result()
        await client.send(raw=lines_of([numbered(11)])[:-1])
        client.abort()
    assert await pool.fetchval(COUNT) == 10


async def test_batches_are_few_at_once_and_one_that_is_left_makes_room(address: Address) -> None:
    async def refused() -> httpx.Response:
        headers = {"Content-Type": "application/x-ndjson"}
        async with httpx.AsyncClient(timeout=SECONDS) as client:
            url = f"http://127.0.0.1:{address.port}/v1/articles/batch"
            return await client.post(url, content=lines_of([numbered(1)]), headers=headers)

    async def taken() -> bool:
        return (await refused()).status_code == 200

    async with AsyncExitStack() as open_ones:
        clients = [await open_ones.enter_async_context(duplex(address.port, BATCH)) for _ in range(BATCHES)]
        for client in clients:
            await client.head()
        response = await refused()
        assert (response.status_code, response.json()["code"]) == (503, "BUSY")
        assert int(response.headers["retry-after"]) >= 1
        clients[0].abort()
        await eventually(taken)


async def test_a_batch_of_which_nothing_comes_ends(address: Address, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batch, "IDLE_SECONDS", 0.05)
    async with duplex(address.port, BATCH) as client:
        (told,) = results_of(await client.rest())
        assert (told["line"], told["result"], told["problem"]["code"]) == (1, "STOPPED", "TIMEOUT")


async def test_a_client_that_reads_nothing_of_what_remains_is_given_up(
    address: Address, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batch, "STALLED_SECONDS", 0.2)
    async with duplex(address.port, BATCH, lazy=True) as client:
        await client.send(raw=b"{\n" * 60_000)
        await client.end()

        async def broken_off() -> bool:
            return client.writer.transport.is_closing() or await idle(address)

        await eventually(broken_off)
        with pytest.raises((asyncio.IncompleteReadError, ConnectionError)):
            await client.rest()


async def idle(address: Address) -> bool:
    """Whether no batch is at work."""
    async with AsyncExitStack() as open_ones:
        for _ in range(BATCHES):
            client = await open_ones.enter_async_context(duplex(address.port, BATCH))
            if b" 200 " not in await client.head():
                return False
    return True


async def test_a_batch_ends_when_the_service_stops(database_url: str, pool: Pool) -> None:
    with ExitStack() as running:
        http = running.enter_context(served(environment(database_url)))
        async with duplex(int(http.rpartition(":")[2]), BATCH) as client:
            await client.send(numbered(1))
            assert (await client.result())["result"] == "CREATED"
            await client.send(raw=lines_of([numbered(2)])[:-9])
            stopping = asyncio.get_running_loop().run_in_executor(None, running.close)
            told = await client.result()
            assert (told["line"], told["result"], told["problem"]["code"]) == (2, "STOPPED", "UNAVAILABLE")
            assert await client.rest() == b""
            await stopping
    assert await pool.fetchval(COUNT) == 1


async def test_a_batch_outlives_a_database_that_is_away_for_a_moment(
    server: Server, database_url: str, address: Address
) -> None:
    async with duplex(address.port, BATCH) as client:
        await client.send(numbered(1))
        assert (await client.result())["result"] == "CREATED"
        await without_connections(server, database_url)
        await client.send(numbered(2))
        told = asyncio.create_task(client.result())
        await asyncio.sleep(0)
        await with_connections(server, database_url)
        assert (await told)["result"] in {"CREATED", "UNCHANGED"}


async def test_a_batch_ends_where_the_database_stays_away(
    server: Server, database_url: str, address: Address, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batch, "AWAY_SECONDS", 0.3)
    async with duplex(address.port, BATCH) as client:
        await client.send(numbered(1))
        assert (await client.result())["result"] == "CREATED"
        await without_connections(server, database_url)
        try:
            await client.send(b"{", numbered(3), numbered(4))
            told = [dict(json.loads(line)) for line in (await client.rest()).splitlines()]
        finally:
            await with_connections(server, database_url)
        assert (told[-1]["result"], told[-1]["problem"]["code"]) == ("STOPPED", "UNAVAILABLE")
        assert told[-1]["line"] == len(told) + 1
        assert [each["result"] for each in told[:-1]] in ([], ["REFUSED"])


async def without_connections(server: Server, url: str) -> None:
    """Have the database take no connections, and end those that it has."""
    name = Server.name_in(url)
    await run(server.url, f'alter database "{name}" allow_connections false')
    others = f"select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = '{name}'"  # noqa: S608
    await run(server.url, others)


async def with_connections(server: Server, url: str) -> None:
    """Have the database take connections again."""
    await run(server.url, f'alter database "{Server.name_in(url)}" allow_connections true')
