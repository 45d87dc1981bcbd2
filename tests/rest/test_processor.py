"""Articles over REST where a processor of one's own is configured."""

from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest

from service.storage.pool import Pool
from tests.graphql.serving import SECONDS, serving
from tests.rest.articles import record
from tests.rest.asking import problem
from tests.rest.duplex import lines_of, results_of

pytestmark = pytest.mark.anyio

Json = dict[str, Any]


@pytest.fixture
async def client(database_url: str) -> AsyncIterator[httpx.AsyncClient]:
    """A client of a service that processes by tests.plugged:by_article."""
    async with (
        serving(database_url, host="127.0.0.1", processor="tests.plugged:by_article") as address,
        httpx.AsyncClient(base_url=f"http://127.0.0.1:{address.port}", timeout=SECONDS) as opened,
    ):
        yield opened


def raw(word: str) -> Json:
    return {"externalId": "7", "body": f"Ana {word}"}


async def test_a_raw_article_is_processed_by_it(client: httpx.AsyncClient) -> None:
    shown = await client.post("/v1/process", json=raw("waves"))
    assert (shown.status_code, shown.json()["processor"]) == (200, "shouting/1")
    stored = await client.post("/v1/articles", json=raw("waves"))
    assert (stored.status_code, stored.json()["processor"]) == (201, "shouting/1")
    replaced = await client.put(stored.headers["location"], json=raw("leaves"), headers={"If-Match": "*"})
    assert (replaced.status_code, replaced.json()["body"]) == (200, "Ana leaves")


async def test_a_processed_article_is_not(client: httpx.AsyncClient) -> None:
    stored = await client.post("/v1/articles", json=record())
    assert stored.json()["quotes"]["nodes"][0]["text"] == "I will not resign"


@pytest.mark.parametrize("word", ["raises", "exits", "outside", "renames"])
async def test_what_it_gets_wrong_is_a_bad_gateway_and_stores_nothing(
    client: httpx.AsyncClient, pool: Pool, word: str
) -> None:
    for path in ("/v1/process", "/v1/articles"):
        told = problem(await client.post(path, json=raw(word)), 502, "PROCESSOR_FAILED")
        assert told["type"] == "/problems/processor-failed"
        assert told["id"]
        assert "secret" not in told["detail"]
    assert await pool.fetchval("select count(*) from articles") == 0


async def test_a_line_that_it_gets_wrong_harms_no_other(client: httpx.AsyncClient) -> None:
    lines = [raw(word) | {"externalId": word} for word in ("waves", "raises", "leaves")]
    headers = {"Content-Type": "application/x-ndjson"}
    results = results_of((await client.post("/v1/articles/batch", content=lines_of(lines), headers=headers)).content)
    assert [each["result"] for each in results] == ["CREATED", "REFUSED", "CREATED"]
    assert (results[1]["problem"]["status"], results[1]["problem"]["code"]) == (502, "PROCESSOR_FAILED")
