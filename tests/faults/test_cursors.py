"""Cursors that are older than what happened meanwhile: pages go on where they were, and what is gone is told."""

from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import httpx
import pytest

from service.storage.feed import prune
from service.storage.pool import Pool
from tests.graphql.serving import SECONDS, serving
from tests.rest.articles import record
from tests.rest.asking import problem

pytestmark = pytest.mark.anyio

Json = dict[str, Any]


@pytest.fixture
async def client(database_url: str) -> AsyncIterator[httpx.AsyncClient]:
    async with (
        serving(database_url, host="127.0.0.1") as address,
        httpx.AsyncClient(base_url=address.http.removesuffix("/graphql"), timeout=SECONDS) as opened,
    ):
        yield opened


async def stored(client: httpx.AsyncClient, count: int) -> list[str]:
    """The paths of so many articles, one a day, the newest first."""
    paths = []
    for number in reversed(range(count)):
        day = f"2019-02-{1 + number:02}"
        answer = await client.post("/v1/articles", json=record(f"https://news.example/{number}", datePublished=day))
        assert answer.status_code == 201, answer.text
        paths.append(answer.headers["location"])
    return paths


async def page(client: httpx.AsyncClient, path: str, **parameters: Any) -> Json:
    answer = await client.get(path, params=parameters)
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


def paths_of(found: Json) -> list[str]:
    return [f"/v1/articles/{node['id']}" for node in found["nodes"]]


@pytest.mark.parametrize("gone", [slice(3, 4), slice(2, 6), slice(4, 12), slice(0, 4)])
async def test_pages_go_on_where_articles_were_deleted(client: httpx.AsyncClient, gone: slice) -> None:
    """Among them the one that the cursor was taken of."""
    paths = await stored(client, 12)
    first = await page(client, "/v1/articles", first=4)
    assert paths_of(first) == paths[:4]
    for path in paths[gone]:
        assert (await client.delete(path)).status_code == 204
    left = [path for place, path in enumerate(paths) if place not in range(12)[gone]]

    cursor, seen = first["pageInfo"]["endCursor"], list[str]()
    more = True
    while more:
        following = await page(client, "/v1/articles", first=3, after=cursor)
        seen += paths_of(following)
        more, cursor = following["pageInfo"]["hasNextPage"], following["pageInfo"]["endCursor"] or cursor
    assert seen == [path for path in left if path not in paths[:4]]

    before = await page(client, "/v1/articles", last=12, before=first["pageInfo"]["endCursor"])
    assert paths_of(before) == [path for path in left if path in paths[:3]]


async def test_changes_go_on_after_deletions(client: httpx.AsyncClient) -> None:
    paths = await stored(client, 2)
    last = await page(client, "/v1/changes", last=1)
    cursor = last["pageInfo"]["endCursor"]
    for path in paths:
        await client.delete(path)
    told = await page(client, "/v1/changes", first=100, after=cursor)
    deleted = {node["nodeId"] for node in told["nodes"] if node["kind"] == "DELETED"}
    assert deleted >= {path.rpartition("/")[2] for path in paths}
    # The very cursor, again: what it leads to does not change.
    assert await page(client, "/v1/changes", first=100, after=cursor) == told


async def test_what_followed_a_cursor_and_is_gone_is_told(client: httpx.AsyncClient, pool: Pool) -> None:
    await stored(client, 2)
    cursor = (await page(client, "/v1/changes", first=1))["pageInfo"]["endCursor"]
    end = (await page(client, "/v1/changes", last=1))["pageInfo"]["endCursor"]
    async with pool.acquire() as connection:
        await prune(connection, timedelta(0))
    told = problem(await client.get("/v1/changes", params={"after": cursor}), 400, "CURSOR_EXPIRED")
    assert "read everything anew" in told["detail"]
    assert (await page(client, "/v1/changes", after=end))["nodes"] == []
