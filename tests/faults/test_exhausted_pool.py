"""All connections at slow work: others are refused in bounded time, and served once a connection is free."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import asyncpg
import httpx
import pytest

from service.http.failures import DATABASE_AWAY
from service.rest import writing
from service.storage import reader
from service.storage.ingest import WRITE_LOCK
from service.storage.pool import open_pool
from tests.graphql.serving import SECONDS, serving
from tests.rest.articles import numbered, record
from tests.rest.duplex import BATCH, duplex

pytestmark = pytest.mark.anyio

SOURCES = {"query": "{ sources { totalCount } }"}


@asynccontextmanager
async def holding(url: str, statement: str) -> AsyncIterator[None]:
    """What a transaction takes by this statement is held until the end."""
    connection = await asyncpg.connect(url)
    try:
        async with connection.transaction():
            await connection.execute(statement)
            yield
    finally:
        await connection.close()


@asynccontextmanager
async def client_of(url: str) -> AsyncIterator[httpx.AsyncClient]:
    limits = httpx.Limits(max_connections=None)
    async with (
        serving(url, host="127.0.0.1", statement_timeout=SECONDS) as address,
        httpx.AsyncClient(base_url=f"http://127.0.0.1:{address.port}", timeout=SECONDS, limits=limits) as client,
    ):
        yield client


def busy(response: httpx.Response) -> bool:
    """Whether it tells that it is to be asked again, and when."""
    if response.is_success:
        return False
    told = response.json()
    code = told["errors"][0]["extensions"]["code"] if "type" not in told else told["code"]
    assert (response.status_code, code) == (503, "BUSY"), response.text
    assert int(response.headers["retry-after"]) >= 1
    return True


async def refused_for_want_of_connections(asked: list[asyncio.Task[httpx.Response]]) -> None:
    """Wait for the first of 40 requests, which are refused while the others have the connections."""
    done: set[asyncio.Task[httpx.Response]] = set()
    async with asyncio.timeout(SECONDS):
        # Twenty connections are all that the process has, of which some are for reads.
        while len(done) < 40 - 20:
            done, _ = await asyncio.wait(asked, return_when=asyncio.FIRST_COMPLETED, timeout=0.01)
    assert all(busy(task.result()) for task in done)


@pytest.mark.parametrize("path", ["/graphql", "/v1/sources"])
async def test_who_waits_too_long_for_a_connection_is_refused(
    database_url: str, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader, "WAIT_SECONDS", 0.3)
    async with client_of(database_url) as client:

        def ask() -> "asyncio.Task[httpx.Response]":
            asked = client.post(path, json=SOURCES) if path == "/graphql" else client.get(path)
            return asyncio.ensure_future(asked)

        async with holding(database_url, "lock table sources in access exclusive mode"):
            asked = [ask() for _ in range(40)]
            await refused_for_want_of_connections(asked)
        answers = await asyncio.gather(*asked)
        assert {busy(answer) for answer in answers} == {True, False}
        assert not any(busy(answer) for answer in await asyncio.gather(*(ask() for _ in range(40))))


async def test_who_gives_up_waiting_takes_no_connection_from_others(
    database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader, "WAIT_SECONDS", 60)
    async with client_of(database_url) as client:
        async with holding(database_url, "lock table sources in access exclusive mode"):
            asked = [asyncio.ensure_future(client.post("/graphql", json=SOURCES)) for _ in range(40)]
            await asyncio.sleep(0.1)
            for task in asked:
                task.cancel()
            await asyncio.wait(asked)
        answers = await asyncio.gather(*(client.post("/graphql", json=SOURCES) for _ in range(40)))
        assert {answer.status_code for answer in answers} == {200}


async def test_a_write_that_waits_too_long_for_others_is_refused(
    database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing, "LOCK_SECONDS", 0.2)
    async with client_of(database_url) as client:
        async with holding(database_url, f"select pg_advisory_xact_lock({WRITE_LOCK})"):
            assert busy(await client.post("/v1/articles", json=record()))
        assert (await client.post("/v1/articles", json=record())).status_code == 201


async def test_a_batch_waits_for_other_writers(database_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "LOCK_SECONDS", 0.1)
    monkeypatch.setattr("service.rest.batch.AWAY_SECONDS", 0.0)
    async with (
        serving(database_url, host="127.0.0.1") as address,
        duplex(address.port, BATCH) as client,
    ):
        async with holding(database_url, f"select pg_advisory_xact_lock({WRITE_LOCK})"):
            await client.send(numbered(1))
            told = asyncio.create_task(client.result())
            await asyncio.sleep(0.5)
            assert not told.done()
        assert (await told)["result"] == "CREATED"


async def test_a_writer_that_stands_still_keeps_the_lock_from_nobody(database_url: str) -> None:
    """As a process does that is stopped within a transaction, with its connections open."""
    async with (
        client_of(database_url) as client,
        open_pool(database_url, 1, lock_timeout=0.1) as pool,
        pool.acquire() as connection,
    ):
        await connection.execute("begin")
        await connection.execute(f"select pg_advisory_xact_lock({WRITE_LOCK})")
        assert (await client.post("/v1/articles", json=record())).status_code == 201
        with pytest.raises(DATABASE_AWAY):
            await connection.execute("commit")
