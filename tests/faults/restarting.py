"""Postgres fails under load and comes back: what clients saw, and how soon reads were answered again."""

import asyncio
import os
import signal
import time
from collections.abc import Callable
from typing import NamedTuple

import asyncpg
import httpx

from service.storage.pool import open_pool
from tests.commands import SECONDS, environment
from tests.faults.load import Load, load
from tests.faults.postgres import Postgres
from tests.faults.program import running
from tests.storage.consistency import assert_consistent


class Seen(NamedTuple):
    """What one failure did. seconds: from when Postgres accepted connections until a read was answered."""

    answered: int
    refused: int
    wrong: list[str]
    lost: set[str]
    seconds: float


def kill_a_backend(postgres: Postgres) -> None:
    """SIGKILL of one process that serves a connection: Postgres ends all others and recovers."""
    os.kill(postgres.backends()[0], signal.SIGKILL)
    postgres.start()


def kill_the_server(postgres: Postgres) -> None:
    """SIGKILL of the server, which is started again."""
    postgres.kill()
    postgres.start()


def restart(postgres: Postgres) -> None:
    """What an update of Postgres does: connections are ended in order."""
    postgres.stop()
    postgres.start()


async def fail_under_load(postgres: Postgres, fail: Callable[[Postgres], None]) -> Seen:
    """Have Postgres fail once while clients are at work; comes back when all work on as before."""
    with running(environment(postgres.url)) as program:
        async with load(program.port) as clients:
            await clients.progressed()
            await asyncio.to_thread(fail, postgres)
            seconds = await _until_read(program.address)
            await clients.progressed()
            await clients.heard_all()
    async with open_pool(postgres.url, 2) as pool:
        lost = await _lost(clients, pool)
        await assert_consistent(pool)
    return Seen(clients.answered.total(), clients.refused.total(), clients.wrong, lost, seconds)


async def _until_read(address: str) -> float:
    begun = time.monotonic()
    async with httpx.AsyncClient(base_url=address, timeout=SECONDS) as client, asyncio.timeout(SECONDS):
        while (await client.post("/graphql", json={"query": "{ sources { totalCount } }"})).status_code != 200:
            await asyncio.sleep(0.002)
    return time.monotonic() - begun


async def _lost(clients: Load, pool: "asyncpg.Pool[asyncpg.Record]") -> set[str]:
    stored = {row[0] for row in await pool.fetch("select url from articles")}
    return clients.acknowledged - stored
