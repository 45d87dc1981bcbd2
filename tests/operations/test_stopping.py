"""How the service stops: it tells so, finishes what it has taken, and ends in bounded time."""

import asyncio
import json
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import asyncpg
import httpx
import pytest

from tests.commands import SECONDS, environment, onrecord
from tests.faults.program import Program, running
from tests.graphql.serving import Address, eventually, socket, stream
from tests.rest.duplex import BATCH, duplex, results_of

pytestmark = pytest.mark.anyio

QUERY = {"query": "{ articles { totalCount } }"}
FOLLOW = "subscription { articleStored { cursor } }"
GOING = (1001, "Going away: the service stops; connect again, with the last cursor")
WORKERS = pytest.mark.parametrize("options", [(), ("--workers", "2")], ids=["one", "workers"])


def until(holds: Callable[[], bool]) -> None:
    """Comes back once it holds."""
    deadline = time.monotonic() + SECONDS
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.02)


@asynccontextmanager
async def waiting_read(
    url: str, program: Program
) -> AsyncIterator[tuple["asyncio.Task[httpx.Response]", asyncpg.Connection]]:
    """A read that the service has taken and that waits for a lock, and the connection that holds this."""
    connection = await asyncpg.connect(url)
    try:
        async with httpx.AsyncClient(base_url=program.address, timeout=SECONDS) as client:
            await client.post("/graphql", json=QUERY)
            await connection.execute("begin; lock table articles in access exclusive mode")
            reading = asyncio.ensure_future(client.post("/graphql", json=QUERY))

            async def waits() -> bool:
                return bool(await connection.fetchval("select count(*) from pg_locks where not granted"))

            await eventually(waits)
            yield reading, connection
            reading.cancel()
    finally:
        await connection.close()


async def _refused(program: Program) -> None:
    """Comes back once nobody listens."""

    async def refused() -> bool:
        try:
            _, writer = await asyncio.open_connection("127.0.0.1", program.port)
        except OSError:
            return True
        writer.close()
        return False

    await eventually(refused)


def test_it_is_not_ready_from_the_signal_on_and_answers_still(database_url: str) -> None:
    env = environment(database_url, ONRECORD_STOP_DELAY="3600")
    with running(env) as program, httpx.Client(base_url=program.address, timeout=SECONDS) as client:
        assert client.get("/readyz").text == "ready\n"
        program.stop()
        until(lambda: client.get("/readyz").status_code == 503)
        response = client.get("/readyz")
        assert response.headers["content-type"] == "application/problem+json"
        assert response.json() | {"id": ""} == {
            "type": "/problems/stopping",
            "title": "The process stops",
            "status": 503,
            "detail": "this process is about to end: send what follows to another",
            "code": "UNAVAILABLE",
            "id": "",
        }
        assert httpx.get(f"{program.address}/livez").text == "alive\n"
        assert httpx.post(f"{program.address}/graphql", json=QUERY).status_code == 200
        # Nothing is at work: a second signal cuts nothing off.
        program.stop()


@WORKERS
async def test_what_it_has_taken_is_finished(database_url: str, options: tuple[str, ...]) -> None:
    env = environment(database_url, ONRECORD_STATEMENT_TIMEOUT="60")
    with running(env, *options) as program:
        async with waiting_read(database_url, program) as (reading, connection):
            program.stop()
            await _refused(program)
            assert not reading.done()
            await connection.execute("rollback")
            assert (await reading).json() == {"data": {"articles": {"totalCount": 0}}}


@WORKERS
async def test_a_second_signal_cuts_it_off(database_url: str, options: tuple[str, ...]) -> None:
    env = environment(database_url, ONRECORD_STATEMENT_TIMEOUT="60", ONRECORD_STOP_GRACE="3600")
    with running(env, *options, exit_code=1) as program:
        async with waiting_read(database_url, program) as (reading, _):
            program.stop()
            await _refused(program)
            program.stop()
            with pytest.raises(httpx.RemoteProtocolError):
                await reading
            await asyncio.to_thread(program.process.wait, SECONDS)
    told = "".join(program.log)
    assert "1 requests are cut off after a second signal" in told
    assert "Traceback" not in told


async def test_after_the_grace_period_it_is_cut_off(database_url: str) -> None:
    env = environment(database_url, ONRECORD_STATEMENT_TIMEOUT="60", ONRECORD_STOP_GRACE="0.1")
    with running(env, exit_code=1) as program:
        async with waiting_read(database_url, program) as (reading, _):
            program.stop()
            with pytest.raises(httpx.RemoteProtocolError):
                await reading
            await asyncio.to_thread(program.process.wait, SECONDS)
    told = "".join(program.log)
    assert "1 requests are cut off after 0.1 s, ONRECORD_STOP_GRACE" in told
    assert "Traceback" not in told


async def test_who_follows_is_told_with_workers_too(database_url: str) -> None:
    with running(environment(database_url), "--workers", "2") as program:
        address = Address(program.port)
        async with socket(address) as client, stream(address, FOLLOW) as told:
            await client.subscribe(FOLLOW)
            program.stop()
            assert [event async for event in told] == [(":", None)]
            assert await client.closed() == GOING


async def test_a_batch_is_answered_to_the_last_line_that_was_stored(database_url: str) -> None:
    env = environment(database_url)
    with running(env) as program:
        async with duplex(program.port, BATCH) as client:
            lines = [
                {"externalId": f"a-{number}", "body": f"“I stay,” Ana Lopez {number} said."} for number in range(50)
            ]
            await client.send(*lines)
            first = await client.result()
            program.stop()
            *results, last = [first, *results_of(await client.rest())]
    assert last["result"] == "STOPPED"
    assert last["problem"]["code"] == "UNAVAILABLE"
    assert {each["result"] for each in results} == {"CREATED"}
    stored = [json.loads(line)["stored"]["id"] for line in onrecord("export", "articles", env=env).stdout.splitlines()]
    assert sorted(stored) == sorted(each["id"] for each in results)
