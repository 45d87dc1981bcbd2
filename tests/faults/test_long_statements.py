"""A statement that runs too long is ended in Postgres too, and its connection serves on."""

import asyncio

import asyncpg
import httpx
import pytest

from tests.faults.test_exhausted_pool import SOURCES, holding
from tests.graphql.serving import SECONDS, serving, socket

pytestmark = pytest.mark.anyio

OURS = "select pid from pg_stat_activity where datname = current_database() and application_name = 'onrecord'"


async def test_it_is_cancelled_and_its_connection_is_healthy(database_url: str, pool: asyncpg.Pool) -> None:
    async with (
        serving(database_url, statement_timeout=0.2) as address,
        httpx.AsyncClient(base_url=address.http.removesuffix("/graphql"), timeout=SECONDS) as client,
        socket(address) as subscriber,
    ):
        answers = await asyncio.gather(*(client.post("/graphql", json=SOURCES) for _ in range(20)))
        assert {answer.status_code for answer in answers} == {200}
        before = {row[0] for row in await pool.fetch(OURS)}
        async with holding(database_url, "lock table sources in access exclusive mode"):
            for asked in (client.post("/graphql", json=SOURCES), client.get("/v1/sources")):
                answer = await asked
                told = answer.json()
                code = told["code"] if "code" in told else told["errors"][0]["extensions"]["code"]
                assert (answer.status_code, code) == (503, "TIMEOUT")
                assert int(answer.headers["retry-after"]) >= 1
            await subscriber.subscribe(SOURCES["query"])
            assert (await subscriber.refused())["extensions"]["code"] == "TIMEOUT"
            assert not await pool.fetch(f"{OURS} and state = 'active' and pid <> pg_backend_pid()")
        answers = await asyncio.gather(*(client.post("/graphql", json=SOURCES) for _ in range(20)))
        assert {answer.status_code for answer in answers} == {200}
        assert {row[0] for row in await pool.fetch(OURS)} == before
