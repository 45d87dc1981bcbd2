"""Each request has a line in the log, in which a client can write next to nothing."""

import json
import re
from hashlib import sha256
from typing import Any

import httpx
import pytest

from service.operations.request_log import request_log
from service.settings import Settings
from tests.access.keys import ADMIN, KEYS
from tests.commands import ROOT, SECONDS, environment
from tests.faults.program import running
from tests.graphql.serving import Address, socket, stream
from tests.operations.test_metrics import RECORD

QUERY = "query Mine { articles { totalCount } }"
TRACE = "0af7651916cd43dd8448eb211c80319c"
HEADERS = {
    "Authorization": f"Bearer {ADMIN}",
    "X-Request-ID": "web-1.a_B",
    "traceparent": f"00-{TRACE}-b7ad6b7169203331-01",
}
ALWAYS = {"time", "level", "logger", "process", "message", "request_id", "method", "status", "operation", "bytes", "ms"}


def documented() -> set[str]:
    text = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
    rows = re.findall(
        r"^\| (`.*?`) \|", text[text.index("## Requests in the log") : text.index("## Traces")], flags=re.MULTILINE
    )
    return {name for row in rows for name in re.findall(r"`(\w+)`", row)}


def lines(log: list[str], message: str = "request") -> list[dict[str, Any]]:
    return [each for line in log if (each := json.loads(line))["message"] == message]


def test_a_line_tells_of_each_request(shared_database_url: str) -> None:
    env = environment(
        shared_database_url,
        ONRECORD_ENVIRONMENT="production",
        ONRECORD_API_KEYS=json.dumps(KEYS),
        ONRECORD_PROCESSOR="tests.plugged:by_article",
        PYTHONPATH=str(ROOT),
    )
    with running(env) as program, httpx.Client(base_url=program.address, timeout=SECONDS) as client:
        answer = client.post("/graphql", json={"query": QUERY}, headers=HEADERS)
        assert answer.headers["x-request-id"] == "web-1.a_B"
        sent = len(answer.content)
        made = client.get("/v1/articles/nothing", headers={"X-Request-ID": "a b"}).headers["x-request-id"]
        assert re.fullmatch("[0-9a-f]{32}", made)
        client.get("/v1/articles/nothing", headers=HEADERS)
        client.get("/nowhere", headers=HEADERS | {"X-Request-ID": "x" * 129, "traceparent": f"00-{'0' * 32}-1-01"})
        client.request("PURGE", "/livez")
        failed = client.post("/v1/process", json={"body": "Ana raises"}, headers=HEADERS).json()
    query, refused, missing, nowhere, purge, _ = lines(program.log)
    (cause,) = [json.loads(line) for line in program.log if failed["id"] in line]
    assert (cause["level"], cause["request_id"], cause["trace_id"]) == ("error", "web-1.a_B", TRACE)
    telling = query.keys() | refused.keys() | {"told", "end", "close"}
    assert telling - {"time", "level", "logger", "process", "message"} == documented()
    assert query | {"time": 0, "process": 0, "ms": 0, "prepare_ms": 0, "database_ms": 0} == {
        "time": 0,
        "level": "info",
        "logger": "service.requests",
        "process": 0,
        "message": "request",
        "request_id": "web-1.a_B",
        "trace_id": TRACE,
        "method": "POST",
        "route": "/graphql",
        "status": 200,
        "operation": "graphql_query",
        "name": "Mine",
        "document": sha256(QUERY.encode()).hexdigest()[:16],
        "cost": query["cost"],
        "rows": 0,
        "key": "desk",
        "bytes": sent,
        "prepare_ms": 0,
        "database_ms": 0,
        "ms": 0,
    }
    assert query["prepare_ms"] + query["database_ms"] <= query["ms"]
    assert refused.keys() == ALWAYS | {"route", "code"}
    assert refused["code"] == "UNAUTHENTICATED"
    assert (refused["request_id"], refused["status"], refused["operation"]) == (made, 401, "getArticle")
    assert (missing["route"], missing["status"], missing["key"]) == ("/v1/articles/{id}", 404, "desk")
    assert nowhere.keys() == ALWAYS | {"code"}
    assert (nowhere["status"], nowhere["operation"]) == (404, "other")
    assert re.fullmatch("[0-9a-f]{32}", nowhere["request_id"])
    assert (purge["method"], purge["route"], purge["status"]) == ("OTHER", "/livez", 405)


@pytest.mark.anyio
async def test_streams_and_sockets_have_lines_and_what_is_done_on_them(database_url: str) -> None:
    env = environment(database_url, ONRECORD_REQUEST_LOG="on")
    with running(env) as program:
        address = Address(program.port)
        async with stream(address, QUERY, None, **{"X-Request-ID": "events"}) as told:
            assert [name async for name, _ in told] == ["next", "complete"]
        async with httpx.AsyncClient(base_url=program.address, timeout=SECONDS) as client:
            await client.get("/v1/actors")
        async with socket(address, additional_headers={"X-Request-ID": "socket"}) as client:
            await client.subscribe(QUERY)
            await client.next()
            await client.receive()
            await client.subscribe("{ nothing }")
            await client.refused()
            await client.subscribe("subscription Follow { articleStored { cursor } }")
            # The subscription has begun once a query behind it is answered.
            await client.subscribe(QUERY, name="2")
            await client.next("2")
            await client.receive()
            await client.send(type="complete", id="1")
            await client.send(type="nonsense")
            assert (await client.closed())[0] == 4400
    events, read = lines(program.log)
    assert (events["operation"], events["name"], events["told"], events["request_id"]) == (
        "graphql_subscription", "Mine", 1, "events",
    )  # fmt: skip
    assert {"document", "cost", "prepare_ms", "database_ms"} <= events.keys()
    assert {"prepare_ms", "database_ms"} <= read.keys()
    query, refused, _, followed = lines(program.log, "operation")
    assert query | {"time": 0, "process": 0, "cost": 0, "prepare_ms": 0, "database_ms": 0, "ms": 0} == {
        "time": 0,
        "level": "info",
        "logger": "service.requests",
        "process": 0,
        "message": "operation",
        "request_id": "socket",
        "operation": "graphql_query",
        "name": "Mine",
        "document": sha256(QUERY.encode()).hexdigest()[:16],
        "cost": 0,
        "rows": 0,
        "told": 1,
        "end": "complete",
        "prepare_ms": 0,
        "database_ms": 0,
        "ms": 0,
    }
    assert (refused["end"], refused["code"]) == ("error", "GRAPHQL_VALIDATION_FAILED")
    assert (followed["operation"], followed["name"], followed["end"], followed["told"]) == (
        "graphql_subscription", "Follow", "stopped", 0,
    )  # fmt: skip
    (connection,) = lines(program.log, "websocket")
    assert (connection["request_id"], connection["route"], connection["close"]) == ("socket", "/graphql", 4400)


@pytest.mark.anyio
async def test_it_tells_how_many_rows_are_read(database_url: str) -> None:
    with running(environment(database_url, ONRECORD_REQUEST_LOG="on")) as program:
        address = Address(program.port)
        async with httpx.AsyncClient(base_url=program.address, timeout=SECONDS) as client:
            stored = await client.post("/v1/articles", json=RECORD)
            article = stored.headers["location"]
            await client.post("/graphql", json={"query": "{ quotes { nodes { span { start } speaker { id } } } }"})
            read = await client.get(article)
            await client.get(article, headers={"Accept": "application/ld+json"})
            held = await client.get(article, headers={"If-None-Match": read.headers["etag"]})
            assert held.status_code == 304
            await client.get(f"{article}/quotes")
            async with stream(address, f'{{ a: node(id: "{read.json()["id"]}") {{ id }} __typename }}', None) as told:
                assert [name async for name, _ in told] == ["next", "complete"]
            query = {"query": "{ changes(last: 1) { edges { cursor } } }"}
            (last,) = (await client.post("/graphql", json=query)).json()["data"]["changes"]["edges"]
            await client.post("/v1/articles", json=RECORD | {"externalId": "b"})
        async with socket(address) as client:
            await client.subscribe(
                f'subscription {{ quoteStored(after: "{last["cursor"]}") {{ cursor node {{ id article {{ id }} }} }} }}'
            )
            await client.next()
            await client.send(type="complete", id="1")
            await client.subscribe(QUERY, name="2")
            await client.next("2")
    assert [(line["operation"], line.get("rows")) for line in lines(program.log)] == [
        ("createArticle", None),
        # A quote and its speaker.
        ("graphql_query", 2),
        # An article, two actors, two mentions of them, and a quote with its attribution and its speaker.
        ("getArticle", 1 + 2 + 2 * 2 + 3),
        ("getArticle", 1 + 2 + 2),
        ("getArticle", None),
        ("listArticleQuotes", 4),
        ("graphql_subscription", 1),
        ("graphql_query", 0),
        ("createArticle", None),
    ]
    assert [(line["operation"], line["rows"]) for line in lines(program.log, "operation")] == [
        ("graphql_subscription", 2),
        ("graphql_query", 0),
    ]


@pytest.mark.parametrize(
    ("wanted", "environment", "level", "kept"),
    [
        ("auto", "production", "info", True),
        ("auto", "development", "info", False),
        ("on", "development", "debug", True),
        ("on", "production", "warning", False),
        ("off", "production", "info", False),
    ],
)
def test_it_is_kept_where_it_is_wanted(wanted: Any, environment: Any, level: Any, kept: bool) -> None:
    settings = Settings(request_log=wanted, environment=environment, log_level=level)
    assert (request_log(settings) is not None) == kept


def test_a_person_reads_text(shared_database_url: str) -> None:
    env = environment(shared_database_url, ONRECORD_LOG_FORMAT="text", ONRECORD_REQUEST_LOG="on")
    with running(env) as program:
        httpx.get(f"{program.address}/livez", headers={"X-Request-ID": "a"}, timeout=SECONDS)
    (line,) = [line for line in program.log if "request_id" in line]
    assert re.fullmatch(
        r"INFO:     request request_id=a method=GET route=/livez status=200 operation=livez bytes=6 ms=[0-9.]+\n", line
    )
