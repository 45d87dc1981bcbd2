"""GraphQL over WebSocket, as a client of graphql-transport-ws meets it."""

import json
import logging
from collections.abc import AsyncIterator
from typing import Any

import pytest
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed
from websockets.typing import Subprotocol

from service.graphql import websocket
from service.storage.pool import Pool
from tests.graphql.serving import Address, Socket, end_of_feed, logged, serving, socket
from tests.records import store
from tests.storage.drafts import speech

pytestmark = pytest.mark.anyio

STORED = "subscription ($after: String) { articleStored(after: $after) { cursor node { url } } }"


@pytest.fixture
async def address(database_url: str) -> AsyncIterator[Address]:
    async with serving(database_url) as address:
        yield address


async def test_a_query_is_answered_and_complete(address: Address) -> None:
    async with socket(address) as client:
        await client.subscribe("query ($n: Int) { sources(first: $n) { nodes { name } } }", {"n": 1})
        assert await client.next() == {"sources": {"nodes": []}}
        assert await client.receive() == {"type": "complete", "id": "1"}
        await client.subscribe("{ __schema { subscriptionType { name } } }")
        assert await client.next() == {"__schema": {"subscriptionType": {"name": "Subscription"}}}


@pytest.mark.parametrize(
    ("query", "variables", "code"),
    [
        ("{", None, "GRAPHQL_PARSE_FAILED"),
        ("{ x }", None, "GRAPHQL_VALIDATION_FAILED"),
        ("subscription { articleStored { x } }", None, "GRAPHQL_VALIDATION_FAILED"),
        ("subscription { __typename }", None, "GRAPHQL_VALIDATION_FAILED"),
        ("subscription { articleStored { cursor } quoteStored { cursor } }", None, "GRAPHQL_VALIDATION_FAILED"),
        ("{ sources(first: 0) { totalCount } }", None, "BAD_USER_INPUT"),
        ("subscription ($no: Boolean!) { articleStored @skip(if: $no) { cursor } }", None, "GRAPHQL_VALIDATION_FAILED"),
        (
            "subscription ($no: Boolean!) { ... @include(if: $no) { articleStored { cursor } } }",
            None,
            "GRAPHQL_VALIDATION_FAILED",
        ),
        (STORED, {"after": "x"}, "BAD_USER_INPUT"),
        ("query A { __typename } query B { __typename }", None, "BAD_USER_INPUT"),
        ("", None, "BAD_USER_INPUT"),
    ],
)
async def test_an_error_is_told_with_its_code_and_ends_the_operation(
    address: Address, query: str, variables: Any, code: str
) -> None:
    async with socket(address) as client:
        await client.subscribe(query, variables)
        error = await client.refused()
        assert error["message"]
        assert error["extensions"]["code"] == code
        await client.subscribe("{ __typename }")
        assert await client.next() == {"__typename": "Query"}


async def test_limits_hold_here_too(database_url: str) -> None:
    async with serving(database_url, max_cost=10, max_request_bytes=1_000) as address, socket(address) as client:
        await client.subscribe("subscription { articleStored { node { quotes(first: 100) { nodes { text } } } } }")
        assert (await client.refused())["extensions"]["code"] == "QUERY_TOO_COMPLEX"
        await client.subscribe("#" * 1_000)
        assert (await client.closed())[0] == 1009


# The protocol


async def test_pings_are_answered_also_before_the_connection_is_initialised(address: Address) -> None:
    async with socket(address, init=False) as client:
        await client.send(type="ping")
        assert await client.receive() == {"type": "pong"}
        await client.send(type="connection_init", payload={"token": "x"})
        assert await client.receive() == {"type": "connection_ack"}
        await client.send(type="ping", payload={"at": 1})
        assert await client.receive() == {"type": "pong", "payload": {"at": 1}}
        await client.send(type="pong")
        await client.subscribe("{ __typename }")
        assert await client.next() == {"__typename": "Query"}


INIT = {"type": "connection_init"}
QUERY = {"query": STORED}


@pytest.mark.parametrize(
    ("messages", "code", "reason"),
    [
        ([{"type": "subscribe", "id": "1", "payload": QUERY}], 4401, "Unauthorized: say connection_init first"),
        ([INIT, INIT], 4429, "Too many initialisation requests"),
        ([INIT, *2 * [{"type": "subscribe", "id": "1", "payload": QUERY}]], 4409, "Subscriber for 1 already exists"),
        ([INIT, {"type": "start", "id": "1"}], 4400, "Invalid message: there is no type 'start'"),
        ([{"type": "x" * 200}], 4400, f"Invalid message: there is no type '{'x' * 50}'"),
        ([INIT, {"id": "1"}], 4400, "Invalid message: must be a JSON object with a type"),
        ([INIT, []], 4400, "Invalid message: must be a JSON object with a type"),
        ([INIT, {"type": "complete"}], 4400, "Invalid message: complete must have an id, a string that is not empty"),
        ([INIT, {"type": "subscribe", "id": ""}], 4400, None),
        ([INIT, {"type": "subscribe", "id": 1}], 4400, None),
        (
            [INIT, {"type": "subscribe", "id": "1"}],
            4400,
            "Invalid message: subscribe must have a payload, an object with a query",
        ),
        (["{"], 4400, None),
        (['{"type": "ping", "type": "pong"}'], 4400, None),
        ([b"{}"], 4400, "Invalid message: send text, not bytes"),
        ([INIT, *2 * [{"type": "subscribe", "id": "ä" * 200, "payload": QUERY}]], 4409, None),
        ([{"type": "\ud800"}], 4400, None),
    ],
)
async def test_what_breaks_the_protocol_closes_with_its_code(
    address: Address, messages: list[Any], code: int, reason: str | None
) -> None:
    async with socket(address, init=False) as client:
        for message in messages:
            await client.connection.send(message if isinstance(message, str | bytes) else json.dumps(message))
        found, told = await client.closed()
        assert found == code
        assert told
        assert reason in {None, told}


async def test_another_subprotocol_is_not_taken(address: Address) -> None:
    for protocols in ([Subprotocol("graphql-ws")], None):
        async with connect(address.ws, subprotocols=protocols, proxy=None) as connection:
            await connection.wait_closed()
            assert connection.close_code == 4406


async def test_who_does_not_initialise_is_closed(address: Address, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(websocket, "INIT_SECONDS", 0.05)
    async with socket(address, init=False) as client:
        assert await client.closed() == (4408, "Connection initialisation timeout")


async def test_a_connection_has_a_hundred_operations_at_the_most(address: Address) -> None:
    async with socket(address) as client:
        for i in range(101):
            await client.subscribe(STORED, name=f"s{i}")
        error = await client.refused("s100")
        assert error["extensions"]["code"] == "BAD_USER_INPUT"
        await client.send(type="complete", id="s0")
        await client.subscribe("{ __typename }", name="s100")
        assert await client.next("s100") == {"__typename": "Query"}


async def test_a_completed_subscription_tells_no_more_and_its_id_is_free(address: Address, pool: Pool) -> None:
    async with socket(address) as client:
        await client.subscribe(STORED)
        await client.send(type="complete", id="1")
        await client.send(type="complete", id="1")
        await store(pool, speech("https://news.example/a"))
        await client.subscribe("{ __typename }")
        assert await client.next() == {"__typename": "Query"}
        assert await client.receive() == {"type": "complete", "id": "1"}


# Who does not read

BODIES = " ".join(f"b{i}: body" for i in range(20))
LARGE = f"subscription ($after: String) {{ articleStored(after: $after) {{ node {{ {BODIES} }} }} }}"


async def test_who_does_not_read_is_closed_and_others_are_told(
    database_url: str, pool: Pool, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(websocket, "SEND_SECONDS", 0.3)
    caplog.set_level(logging.INFO, websocket.__name__)
    async with (
        serving(database_url) as address,
        socket(address, compression=None, max_queue=2) as slow,
        socket(address) as quick,
    ):
        first = await end_of_feed(address, pool)
        await quick.subscribe(STORED, {"after": first})
        await slow.subscribe(LARGE, {"after": first})
        urls = {f"https://news.example/{i}" for i in range(30)}
        await store(pool, *(speech(url, "Word " * 20_000) for url in urls))
        assert {(await quick.next())["articleStored"]["node"]["url"] for _ in urls} == urls
        await logged(caplog, "does not read")
        with pytest.raises(ConnectionClosed) as caught:
            await _read_on(slow)
        assert caught.value.rcvd
        assert (caught.value.rcvd.code, caught.value.rcvd.reason) == (
            4008,
            "Too slow: read what is sent, and follow on from the last cursor",
        )
        await store(pool, speech("https://news.example/later"))
        assert (await quick.next())["articleStored"]["node"]["url"] == "https://news.example/later"


async def _read_on(client: Socket) -> None:
    while True:
        await client.receive()
