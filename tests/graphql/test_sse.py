"""GraphQL over server-sent events, as browsers and proxies meet it."""

import asyncio
import json
import logging
from collections.abc import AsyncIterator
from contextlib import ExitStack

import httpx
import pytest

from service.graphql import sse
from service.storage.pool import Pool
from tests.commands import environment, served
from tests.graphql.serving import (
    SECONDS,
    Address,
    Event,
    end_of_feed,
    events,
    eventually,
    logged,
    serving,
    socket,
    stream,
)
from tests.records import store
from tests.storage.drafts import speech

pytestmark = pytest.mark.anyio

STORED = "subscription ($after: String) { articleStored(after: $after) { cursor node { url body } } }"
EVENTS = {"Accept": "text/event-stream"}
COMPLETE = ("complete", None)


@pytest.fixture
async def address(database_url: str) -> AsyncIterator[Address]:
    async with serving(database_url) as address:
        yield address


async def test_a_subscription_goes_on_from_a_cursor(address: Address, pool: Pool) -> None:
    after = await end_of_feed(address, pool)
    for name in ("a", "b"):
        url = f"https://news.example/{name}"
        async with stream(address, STORED, {"after": after}) as told:
            await store(pool, speech(url, "Line\u2028\r\n break"))
            event, response = await anext(told)
            stored = response["data"]["articleStored"]
            assert (event, stored["node"]["url"]) == ("next", url)
            assert stored["node"]["body"].startswith("“Line\u2028\r\n break")
            after = stored["cursor"]


async def test_get_does_as_post(address: Address, pool: Pool) -> None:
    after = await end_of_feed(address, pool)
    await store(pool, speech("https://news.example/a"))
    parameters = {"query": STORED, "variables": json.dumps({"after": after})}
    async with (
        httpx.AsyncClient(timeout=SECONDS) as client,
        client.stream("GET", address.http, params=parameters, headers=EVENTS) as response,
    ):
        assert response.headers["cache-control"] == "no-store"
        name, told = await anext(events(response))
        assert (name, told["data"]["articleStored"]["node"]["url"]) == ("next", "https://news.example/a")


async def test_a_query_is_one_event_and_complete(address: Address) -> None:
    async with stream(address, "{ sources(first: 1) { nodes { name } } __typename }") as told:
        assert [event async for event in told] == [
            ("next", {"data": {"sources": {"nodes": []}, "__typename": "Query"}}),
            COMPLETE,
        ]


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("{", "GRAPHQL_PARSE_FAILED"),
        ("subscription { articleStored { x } }", "GRAPHQL_VALIDATION_FAILED"),
        ('subscription { articleStored(after: "x") { cursor } }', "BAD_USER_INPUT"),
        ("", "BAD_USER_INPUT"),
    ],
)
async def test_what_is_wrong_is_an_event(address: Address, query: str, code: str) -> None:
    async with stream(address, query) as told:
        (name, response), end = [event async for event in told]
    assert (name, end) == ("next", COMPLETE)
    assert [error["extensions"]["code"] for error in response["errors"]] == [code]


async def test_a_request_that_is_none_is_an_event(address: Address) -> None:
    async with httpx.AsyncClient(timeout=SECONDS) as client:
        response = await client.post(address.http, content=b"{", headers={**EVENTS, "Content-Type": "application/json"})
        assert response.status_code == 200
        assert '"code": "BAD_USER_INPUT"' in response.text
        assert response.text.endswith("event: complete\ndata:\n\n")
        reservation = await client.put(address.http)
        assert (reservation.status_code, reservation.headers["allow"]) == (405, "GET, HEAD, POST")


@pytest.mark.parametrize(
    ("accept", "media"),
    [
        ("text/event-stream", "text/event-stream"),
        ("text/event-stream, multipart/mixed", "text/event-stream"),
        ("application/json;q=0.5, Text/Event-Stream", "text/event-stream"),
        ("application/graphql-response+json, application/json, text/event-stream, multipart/mixed", "graphql-response"),
        ("text/event-stream;q=0.5, application/json", "application/json"),
        ("*/*", "application/json"),
    ],
)
async def test_events_are_for_who_prefers_them(address: Address, accept: str, media: str) -> None:
    async with httpx.AsyncClient(timeout=SECONDS) as client:
        response = await client.post(address.http, json={"query": "{ __typename }"}, headers={"Accept": accept})
        assert media in response.headers["content-type"]
        refused = await client.post(
            address.http, json={"query": "{ __typename }"}, headers={"Accept": "text/event-stream;q=0"}
        )
        assert refused.status_code == 406


async def test_a_subscription_over_plain_http_is_told_where_to_go(address: Address) -> None:
    async with httpx.AsyncClient(timeout=SECONDS) as client:
        response = await client.post(address.http, json={"query": "subscription { articleStored { cursor } }"})
    (error,) = response.json()["errors"]
    assert error["extensions"]["code"] == "BAD_USER_INPUT"
    assert "graphql-transport-ws" in error["message"]
    assert "text/event-stream" in error["message"]


async def test_an_idle_stream_has_a_heartbeat(address: Address, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sse, "HEARTBEAT_SECONDS", 0.02)
    async with stream(address, "subscription { articleStored { cursor } }") as told:
        assert [await anext(told) for _ in range(3)] == [(":", None)] * 3


async def test_who_does_not_read_is_dropped(
    address: Address, pool: Pool, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(sse, "SEND_SECONDS", 0.3)
    caplog.set_level(logging.INFO, sse.__name__)
    after = await end_of_feed(address, pool)
    fields = " ".join(f"b{i}: body" for i in range(20))
    query = f"subscription ($after: String) {{ articleStored(after: $after) {{ node {{ {fields} }} }} }}"
    await store(pool, *(speech(f"https://news.example/{i}", "Word " * 20_000) for i in range(30)))
    async with stream(address, query, {"after": after}) as told:
        await logged(caplog, "does not read")
        heard: list[Event] = []
        with pytest.raises(httpx.RemoteProtocolError, match="incomplete chunked read"):
            await _listen(told, heard)
    assert 0 < len(heard) < 30
    assert {name for name, _ in heard} == {"next"}


async def _listen(told: AsyncIterator[Event], heard: list[Event]) -> None:
    async for name, response in told:
        heard += [(name, response)]


async def test_a_client_that_goes_leaves_nothing_behind(address: Address, pool: Pool) -> None:
    after = await end_of_feed(address, pool)
    before = len(asyncio.all_tasks())
    for _ in range(5):
        async with stream(address, STORED, {"after": after}):
            pass
        async with socket(address) as client:
            await client.subscribe(STORED, {"after": after})

    async def gone() -> bool:
        return len(asyncio.all_tasks()) <= before

    await eventually(gone)


async def test_streams_end_when_the_service_stops(database_url: str) -> None:
    query = "subscription { articleStored { cursor } }"
    with ExitStack() as running:
        http = running.enter_context(served(environment(database_url)))
        address = Address(int(http.rpartition(":")[2]))
        async with socket(address) as client, stream(address, query) as told:
            await client.subscribe(query)
            running.close()
            # Not complete: there may be more to tell, a client comes back for it.
            assert [event async for event in told] == [(":", None)]
            going = "Going away: the service stops; connect again, with the last cursor"
            assert await client.closed() == (1001, going)
