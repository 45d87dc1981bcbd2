"""Who may read by GraphQL: over HTTP, as events and over WebSocket, with what each tells of who may not."""

from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
from websockets.exceptions import ConnectionClosed

from service.http.media import GRAPHQL_RESPONSE, JSON
from tests.access.keys import ADMIN, KEYS, READER, WRITER, bearing
from tests.graphql.serving import SECONDS, Address, Json, serving, socket, stream

pytestmark = pytest.mark.anyio

QUERY = {"query": "{ __typename }"}
READ = {"data": {"__typename": "Query"}}


@pytest.fixture
async def address(shared_database_url: str) -> AsyncIterator[Address]:
    """A service with keys."""
    async with serving(shared_database_url, api_keys=KEYS, host="127.0.0.1") as address:
        yield address


async def post(address: Address, body: Any = QUERY, **headers: str) -> httpx.Response:
    async with httpx.AsyncClient(timeout=SECONDS) as client:
        return await client.post(address.http, json=body, headers=headers)


def refused(response: httpx.Response, status: int, code: str) -> Json:
    """The one error, with this status and code."""
    (error,) = response.json()["errors"]
    assert (response.status_code, error["extensions"]["code"]) == (status, code)
    assert response.headers["cache-control"] == "no-store"
    return dict(error)


@pytest.mark.parametrize("key", [READER, ADMIN])
async def test_a_key_that_reads_is_answered(address: Address, key: str) -> None:
    assert (await post(address, **bearing(key))).json() == READ


@pytest.mark.parametrize("accept", [JSON, GRAPHQL_RESPONSE, "*/*", "text/event-stream"])
async def test_who_may_not_read_is_told_by_status_code_and_challenge(address: Address, accept: str) -> None:
    """As clients of plain JSON, which else read errors off 200, and of events are told too."""
    nobody = await post(address, Accept=accept)
    refused(nobody, 401, "UNAUTHENTICATED")
    assert nobody.headers["www-authenticate"] == 'Bearer realm="On Record"'
    guess = await post(address, Accept=accept, Authorization="Bearer guess")
    refused(guess, 401, "UNAUTHENTICATED")
    assert guess.headers["www-authenticate"].endswith('error="invalid_token"')
    writer = await post(address, Accept=accept, **bearing(WRITER))
    assert "scope read" in refused(writer, 403, "FORBIDDEN")["message"]
    assert writer.headers["www-authenticate"].endswith('error="insufficient_scope", scope="read"')


async def test_what_is_wrong_with_a_request_is_told_only_to_who_may_read(address: Address) -> None:
    refused(await post(address, {"query": "{ secret }"}), 401, "UNAUTHENTICATED")
    refused(await post(address, []), 401, "UNAUTHENTICATED")


async def test_queries_by_get_need_a_key_and_the_page_none(address: Address) -> None:
    async with httpx.AsyncClient(timeout=SECONDS) as client:
        refused(await client.get(address.http, params=QUERY, headers={"Accept": JSON}), 401, "UNAUTHENTICATED")
        answer = await client.get(address.http, params=QUERY, headers={"Accept": JSON, **bearing(READER)})
        assert answer.json() == READ
        page = await client.get(address.http, headers={"Accept": "text/html"})
        assert (page.status_code, page.headers["content-type"]) == (200, "text/html; charset=utf-8")
        for path in ("/livez", "/readyz"):
            assert (await client.get(address.http.replace("/graphql", path))).status_code == 200


async def test_open_reads_are_open_in_every_way(shared_database_url: str) -> None:
    async with serving(shared_database_url, api_keys=KEYS, public_reads="on") as address:
        assert (await post(address)).json() == READ
        async with socket(address) as client:
            await client.subscribe("{ __typename }")
            assert await client.next() == READ["data"]
        async with stream(address, "{ __typename }") as told:
            assert await anext(told) == ("next", READ)


async def test_events_are_for_who_has_a_key(address: Address) -> None:
    async with stream(address, "{ __typename }", None, **bearing(READER)) as told:
        assert await anext(told) == ("next", READ)


@pytest.mark.parametrize("name", ["Authorization", "authorization"])
async def test_a_websocket_takes_its_key_from_connection_init(address: Address, name: str) -> None:
    async with socket(address, init=False) as client:
        await client.send(type="connection_init", payload={name: f"Bearer {READER}"})
        assert await client.receive() == {"type": "connection_ack"}
        await client.subscribe("{ __typename }")
        assert await client.next() == READ["data"]


async def test_a_websocket_takes_its_key_from_the_upgrade(address: Address) -> None:
    async with socket(address, additional_headers=bearing(READER)) as client:
        await client.subscribe("{ __typename }")
        assert await client.next() == READ["data"]


@pytest.mark.parametrize(
    ("headers", "payload", "reason"),
    [
        ({}, None, "scope read"),
        ({}, {}, "scope read"),
        ({}, [], "scope read"),
        ({}, {"Authorization": READER}, "scope read"),
        ({}, {"Authorization": ["Bearer", READER]}, "scope read"),
        ({}, {"Authorization": "Bearer \ud800"}, "none of those"),
        ({}, {"Authorization": "Bearer guess"}, "none of those"),
        ({}, {"Authorization": f"Bearer {WRITER}"}, "scope read"),
        (bearing(WRITER), None, "scope read"),
        (bearing(READER), {"Authorization": "Bearer guess"}, "none of those"),
    ],
)
async def test_a_websocket_without_a_key_that_reads_is_closed_before_anything_is_told(
    address: Address, headers: dict[str, str], payload: Any, reason: str
) -> None:
    async with socket(address, init=False, additional_headers=headers) as client:
        await client.send(type="connection_init", payload=payload)
        with pytest.raises(ConnectionClosed):
            await client.receive()
        code, told = await client.closed()
        assert (code, (told or "").partition(":")[0]) == (4403, "Forbidden")
        assert reason in (told or "")


async def test_too_many_requests_are_refused_with_when_to_come_again(shared_database_url: str) -> None:
    async with serving(shared_database_url, rate_limit=12) as address:
        assert [(await post(address, Accept=JSON)).status_code for _ in range(2)] == [200, 200]
        for accept in (JSON, GRAPHQL_RESPONSE, "text/event-stream"):
            response = await post(address, Accept=accept)
            refused(response, 429, "RATE_LIMITED")
            assert 1 <= int(response.headers["retry-after"]) <= 5
        async with socket(address, init=False) as client:
            await client.send(type="connection_init")
            code, reason = await client.closed()
            assert (code, (reason or "").startswith("Too many requests: ")) == (1013, True)


async def test_each_operation_of_a_websocket_is_counted(shared_database_url: str) -> None:
    async with serving(shared_database_url, rate_limit=18) as address, socket(address) as client:
        for _ in range(2):
            await client.subscribe("{ __typename }")
            assert await client.next() == READ["data"]
            assert (await client.receive())["type"] == "complete"
        await client.subscribe("{ __typename }")
        assert (await client.refused())["extensions"]["code"] == "RATE_LIMITED"
        refused(await post(address), 429, "RATE_LIMITED")
