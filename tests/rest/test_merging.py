"""Actors merged and split over REST."""

from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest

from tests.graphql.serving import SECONDS, serving
from tests.records import Draft

pytestmark = pytest.mark.anyio

Json = dict[str, Any]
NOTHING = "actor_00000000-0000-4000-8000-000000000000"


@pytest.fixture
async def client(database_url: str) -> AsyncIterator[httpx.AsyncClient]:
    """A client of a service that takes writes without a key."""
    async with (
        serving(database_url, host="127.0.0.1") as address,
        httpx.AsyncClient(base_url=f"http://127.0.0.1:{address.port}", timeout=SECONDS) as opened,
    ):
        yield opened


async def actor(client: httpx.AsyncClient, name: str, kind: str = "PERSON") -> str:
    """The id of an actor of whom a new article speaks."""
    draft = Draft(f"{name} spoke.", url=f"https://news.example/{name.replace(' ', '-')}")
    draft.actor(name, kind=kind)
    created = await client.post("/v1/articles", json=draft.record())
    assert created.status_code == 201, created.text
    (shown,) = created.json()["actors"]["nodes"]
    return str(shown["id"])


async def merge(client: httpx.AsyncClient, former: str, into: Any) -> httpx.Response:
    return await client.post(f"/v1/actors/{former}/merge", json={"into": into})


async def split(client: httpx.AsyncClient, merged: str, former: Any) -> httpx.Response:
    return await client.post(f"/v1/actors/{merged}/split", json={"former": former})


async def test_a_merge_is_shown_kept_and_undone(client: httpx.AsyncClient) -> None:
    one, other = await actor(client, "Juan Guaido"), await actor(client, "Juan Gerardo Guaido")
    before = [(await client.get(f"/v1/actors/{each}")).json() for each in (one, other)]
    for _ in range(2):
        merged = await merge(client, other, one)
        assert merged.status_code == 200, merged.text
        shown = await client.get(f"/v1/actors/{other}")
        assert (merged.content, merged.headers["etag"]) == (shown.content, shown.headers["etag"])
        assert merged.json()["id"] == one
        assert merged.json()["formerIds"] == [other]
    for _ in range(2):
        separate = await split(client, one, other)
        assert separate.status_code == 200, separate.text
        assert separate.json() == before[1]
    assert [(await client.get(f"/v1/actors/{each}")).json() for each in (one, other)] == before


async def test_what_can_not_be_merged_or_split_is_told(client: httpx.AsyncClient) -> None:
    one, other, third = [await actor(client, f"{name} Perez") for name in ("Ana", "Eva", "Ida")]
    place = await actor(client, "Lima", kind="PLACE")
    assert (await merge(client, other, one)).status_code == 200
    expected = [
        (await merge(client, NOTHING, one), 404, "is not stored"),
        (await merge(client, one, NOTHING), 404, "is not stored"),
        (await merge(client, "article_x", one), 404, "begins with actor_"),
        (await merge(client, one, one), 400, "itself"),
        (await merge(client, one, other), 400, "was merged into"),
        (await merge(client, third, place), 400, "of one kind"),
        (await merge(client, other, third), 409, "split it first"),
        (await merge(client, one, "article_x"), 422, "must be an id that begins with actor_"),
        (await client.post(f"/v1/actors/{one}/merge", json={}), 422, "is required"),
        (await client.post(f"/v1/actors/{one}/merge", json=[]), 422, "must be an object"),
        (await client.post(f"/v1/actors/{one}/merge", content=b"{}"), 415, "must be application/json"),
        (await split(client, one, NOTHING), 404, "is not stored"),
        (await split(client, third, other), 409, "split it from that one"),
        (await split(client, "x", other), 404, "begins with actor_"),
        (await client.post(f"/v1/actors/{one}/split", json={"into": other}), 422, "is required"),
    ]
    for response, status, words in expected:
        assert (response.status_code, response.json()["status"]) == (status, status), response.text
        assert words in response.json()["detail"], response.text
    assert (await client.get(f"/v1/actors/{other}")).json()["id"] == one
