"""The endpoint in this process: what can't be brought about from outside it."""

import json
import logging
from typing import Any

import asyncpg
import pytest
from starlette.types import Message

from service.graphql.response import error_response
from service.http.media import GRAPHQL_RESPONSE, JSON
from service.settings import Settings
from service.storage.pool import Pool
from tests.query.asking import Asker, recorded

pytestmark = pytest.mark.anyio


async def test_introspection_alone_runs_no_statement(reads: Pool) -> None:
    async with recorded(reads) as statements:
        assert await Asker(reads).data('{ __schema { queryType { name } } __type(name: "X") { name } }')
    assert statements == []


async def test_what_is_refused_runs_no_statement(reads: Pool) -> None:
    async with recorded(reads) as statements:
        await Asker(reads).refused("{ x }")
        await Asker(reads).refused("{ sources(first: 0) { totalCount } }")
        await Asker(reads).refused("query ($v: Int!) { sources(first: $v) { totalCount } }")
    assert statements == []


async def test_limits_are_those_of_the_settings(reads: Pool) -> None:
    asker = Asker(reads, Settings(max_document_bytes=20, max_request_bytes=100))
    assert await asker.data("{ __typename }")
    assert (await asker.refused("{ __typename } # äöü")) == (
        "QUERY_TOO_COMPLEX",
        "query: is 23 bytes, at most 20 are taken: shorten it",
    )
    response = await asker.response("{ __typename }", {"v": "x" * 100})
    assert (response.status_code, response.json()["errors"][0]["extensions"]["code"]) == (413, "BAD_USER_INPUT")


async def test_client_that_goes_away_is_no_error_of_the_service(reads: Pool, caplog: pytest.LogCaptureFixture) -> None:
    messages: list[Message] = [
        {"type": "http.request", "body": b'{"query"', "more_body": True},
        {"type": "http.disconnect"},
    ]
    sent: list[Message] = []

    async def receive() -> Message:
        return messages.pop(0)

    async def send(message: Message) -> None:
        sent.append(message)

    headers = [(b"content-type", b"application/json")]
    scope: dict[str, Any] = {
        "type": "http",
        "method": "POST",
        "path": "/graphql",
        "query_string": b"",
        "headers": headers,
    }
    with caplog.at_level(logging.ERROR):
        await Asker(reads).endpoint(scope, receive, send)
    assert caplog.records == []
    assert sent[0]["status"] == 400


@pytest.mark.parametrize(
    ("error", "status", "code"),
    [
        (asyncpg.QueryCanceledError("x"), 503, "TIMEOUT"),
        (TimeoutError(), 503, "TIMEOUT"),
        (asyncpg.StatementTooComplexError("x"), 200, "QUERY_TOO_COMPLEX"),
        (asyncpg.ProgramLimitExceededError("x"), 200, "QUERY_TOO_COMPLEX"),
        (asyncpg.ConnectionDoesNotExistError("x"), 503, "UNAVAILABLE"),
        (asyncpg.CannotConnectNowError("x"), 503, "UNAVAILABLE"),
        (asyncpg.AdminShutdownError("x"), 503, "UNAVAILABLE"),
        (asyncpg.CrashShutdownError("x"), 503, "UNAVAILABLE"),
        (asyncpg.TooManyConnectionsError("x"), 503, "UNAVAILABLE"),
        (asyncpg.DiskFullError("x"), 503, "UNAVAILABLE"),
        (asyncpg.InvalidCatalogNameError("x"), 503, "UNAVAILABLE"),
        (asyncpg.ObjectNotInPrerequisiteStateError("x"), 503, "UNAVAILABLE"),
        (asyncpg.InterfaceError("x"), 503, "UNAVAILABLE"),
        (asyncpg.InternalClientError("x"), 503, "UNAVAILABLE"),
        (ConnectionRefusedError("x"), 503, "UNAVAILABLE"),
    ],
)
async def test_trouble_of_the_database_is_told_as_such(
    error: Exception, status: int, code: str, caplog: pytest.LogCaptureFixture
) -> None:
    response = error_response(error, JSON, well_formed=True)
    assert response.status_code == status
    (told,) = json.loads(bytes(response.body))["errors"]
    assert told["extensions"].pop("code") == code
    if status == 503:
        (record,) = caplog.records
        assert told["extensions"].pop("id") in record.getMessage()
        assert type(error).__name__ in record.getMessage()
        assert record.exc_info is None
    else:
        assert caplog.records == []
    assert told["extensions"] == {}


async def test_what_is_unexpected_is_logged_under_the_id_that_is_told(caplog: pytest.LogCaptureFixture) -> None:
    response = error_response(KeyError("secret"), JSON, well_formed=True)
    assert response.status_code == 500
    (told,) = json.loads(bytes(response.body))["errors"]
    assert told["extensions"]["code"] == "INTERNAL_SERVER_ERROR"
    assert "secret" not in str(told)
    (record,) = caplog.records
    assert told["extensions"]["id"] in record.getMessage()
    assert record.exc_info


@pytest.mark.parametrize("accept", [JSON, GRAPHQL_RESPONSE])
async def test_mutation_is_refused_by_its_method(reads: Pool, accept: str) -> None:
    asker = Asker(reads)
    response = await asker.get({"query": "mutation { __typename }"}, Accept=accept)
    assert (response.status_code, response.headers["allow"]) == (405, "POST")
    response = await asker.post({"query": "mutation { __typename }"}, Accept=accept)
    assert response.status_code == (200 if accept == JSON else 400)
    assert response.json()["errors"][0]["extensions"]["code"] == "GRAPHQL_VALIDATION_FAILED"


async def test_client_that_takes_no_json_is_told(reads: Pool) -> None:
    response = await Asker(reads).post({"query": "{ __typename }"}, Accept="image/png")
    assert (response.status_code, response.headers["content-type"]) == (406, JSON)
    assert response.json()["errors"][0]["extensions"] == {"code": "NOT_ACCEPTABLE"}


async def test_caches_are_told_what_an_answer_hangs_on(reads: Pool) -> None:
    asker = Asker(reads)
    assert (await asker.get({"query": "{ __typename }"})).headers["vary"] == "Accept"
    assert (await asker.get({"query": "{ x }"})).headers["cache-control"] == "no-store"
    assert "vary" not in (await asker.post({"query": "{ __typename }"})).headers


async def test_parameter_that_stands_twice_is_refused(reads: Pool) -> None:
    response = await Asker(reads).get([("query", "{ __typename }"), ("query", "{ x }")])
    assert response.status_code == 400
    assert response.json()["errors"][0]["message"] == "query: stands twice in the query string: give it once"


async def test_cost_is_told_where_it_is_asked_for(reads: Pool) -> None:
    asker = Asker(reads, Settings(max_cost=30))
    query = "query ($n: Int) { sources(first: $n) { nodes { name } } }"
    answer = await asker.answer(query, {"n": 2}, extensions={"cost": True})
    assert answer["extensions"] == {"cost": {"requested": 3, "limit": 30}}
    assert list(answer) == ["data", "extensions"]
    for extensions in (None, {}, {"cost": False}, {"cost": None}):
        assert list(await asker.answer(query, {"n": 2}, extensions=extensions)) == ["data"]
    refused = await asker.answer(query, {"n": 90})
    (error,) = refused["errors"]
    assert error["extensions"] == {"code": "QUERY_TOO_COMPLEX", "cost": {"requested": 92, "limit": 30}}
    assert "costs 92, at most 30 is taken: ask for smaller pages" in error["message"]


async def test_production_names_nothing_that_was_not_asked_for(reads: Pool) -> None:
    _, message = await Asker(reads, Settings(environment="production")).refused("{ actors { nodes { nam } } }")
    assert message == "Cannot query field 'nam' on type 'Actor'."
    browser = await Asker(reads, Settings(environment="production")).get(
        {"query": "{ __typename }"}, Accept="text/html"
    )
    assert browser.status_code == 406


async def test_schema_is_not_told_where_that_is_off(reads: Pool) -> None:
    asker = Asker(reads, Settings(introspection="off"))
    assert await asker.data("{ __typename }") == {"__typename": "Query"}
    code, message = await asker.refused("{ __schema { types { name } } }")
    assert (code, "Introspection is off" in message) == ("GRAPHQL_VALIDATION_FAILED", True)


async def test_each_variable_that_does_not_fit_is_told_with_its_place(reads: Pool) -> None:
    query = "query ($a: Int!, $b: [ID!], $c: Int) { sources(first: $a, last: $c) { totalCount } nodes(ids: $b) { id } }"
    errors = (await Asker(reads).answer(query.replace("[ID!]", "[ID!]!"), {"b": [None], "c": 1}))["errors"]
    assert [error["message"].split()[1] for error in errors] == ["'$a'", "'$b'"]
    assert [error["locations"] for error in errors] == [[{"line": 1, "column": c}] for c in (8, 18)]
    assert {error["extensions"]["code"] for error in errors} == {"BAD_USER_INPUT"}


async def test_messages_are_of_a_length_to_read(reads: Pool) -> None:
    fields = " ".join(f"x{i}: {i}" for i in range(3_000))
    answer = await Asker(reads).answer(f"{{ articles(filter: {{ {fields} }}) {{ totalCount }} }}")
    assert len(answer["errors"]) == 21
    assert max(len(error["message"]) for error in answer["errors"]) < 1_000


async def test_value_that_fits_no_parameter_is_a_fault_of_the_service(caplog: pytest.LogCaptureFixture) -> None:
    class Wrong(asyncpg.InterfaceError, ValueError):
        """As asyncpg has it for a value that it can't encode."""

    assert error_response(Wrong("x"), JSON).status_code == 500
    assert caplog.records[0].exc_info
