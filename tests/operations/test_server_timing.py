"""In development each answer tells a browser's tools how long its parts took."""

import re

import httpx
import pytest

from tests.graphql.serving import SECONDS, serving

pytestmark = pytest.mark.anyio

STAGES = ("prepare", "database", "total")


async def answers(url: str, environment: str) -> list[httpx.Response]:
    async with (
        serving(url, environment=environment) as address,
        httpx.AsyncClient(base_url=f"http://127.0.0.1:{address.port}", timeout=SECONDS) as client,
    ):
        query = {"query": "{ articles { totalCount } }"}
        return [await client.post("/graphql", json=query), await client.get("/v1/actors"), await client.get("/livez")]


def durations(response: httpx.Response) -> dict[str, float]:
    """Name -> milliseconds, of a header as W3C Server Timing has it."""
    told = response.headers["server-timing"]
    assert re.fullmatch(r"[a-z]+;dur=\d+\.\d+(, [a-z]+;dur=\d+\.\d+)*", told)
    return {name: float(value) for name, value in re.findall(r"([a-z]+);dur=([\d.]+)", told)}


async def test_graphql_and_rest_tell_their_stages(shared_database_url: str) -> None:
    query, read, alive = map(durations, await answers(shared_database_url, "development"))
    for told in (query, read):
        assert tuple(told) == STAGES
        assert 0 < told["prepare"] + told["database"] <= told["total"]
    assert tuple(alive) == ("total",)


async def test_production_tells_nobody(shared_database_url: str) -> None:
    responses = await answers(shared_database_url, "production")
    assert [response.status_code for response in responses] == [200, 200, 200]
    assert not [response for response in responses if "server-timing" in response.headers]
