"""The endpoint in this process: what can't be brought about from outside it."""

import json
import logging
from typing import Any

import asyncpg
import pytest
from starlette.types import Message

from service.graphql.endpoint import GraphQLEndpoint
from service.graphql.response import JSON, error_response
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
        "query: is 23 bytes, at most 20 are taken",
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
        await GraphQLEndpoint(reads, Settings())(scope, receive, send)
    assert caplog.records == []
    assert sent[0]["status"] == 400


@pytest.mark.parametrize(
    ("error", "status", "code"),
    [
        (asyncpg.QueryCanceledError("x"), 503, "TIMEOUT"),
        (TimeoutError(), 503, "TIMEOUT"),
        (asyncpg.StatementTooComplexError("x"), 200, "QUERY_TOO_COMPLEX"),
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
    assert told["extensions"] == {"code": code}
    assert caplog.records == []


async def test_what_is_unexpected_is_logged_under_the_id_that_is_told(caplog: pytest.LogCaptureFixture) -> None:
    response = error_response(KeyError("secret"), JSON, well_formed=True)
    assert response.status_code == 500
    (told,) = json.loads(bytes(response.body))["errors"]
    assert told["extensions"]["code"] == "INTERNAL_SERVER_ERROR"
    assert "secret" not in str(told)
    (record,) = caplog.records
    assert told["extensions"]["id"] in record.getMessage()
    assert record.exc_info
