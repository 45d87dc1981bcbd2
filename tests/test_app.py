"""The service as clients meet it: over HTTP, from a process of its own."""

import asyncio
import gzip
import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from urllib.parse import quote

import asyncpg
import httpx
import pytest
from graphql import build_client_schema, get_introspection_query, print_schema
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from service.app import build
from service.errors import BadInput
from service.graphql.schema import SCHEMA
from service.settings import Settings
from service.storage.pool import open_pool
from service.storage.schema import SCHEMA_VERSION
from tests.commands import environment, onrecord, served
from tests.databases import Server, run
from tests.query.fixture import fill

GRAPHQL = "application/graphql-response+json"
JSON = "application/json"
ACTOR = "actor_2c17db93-6bec-8d58-bf0a-e53bcb46cd75"

Json = dict[str, Any]


async def _fill(url: str) -> None:
    async with open_pool(url, 2) as pool:
        await fill(pool)


@pytest.fixture(scope="module")
def url(server: Server, template: str) -> Iterator[str]:
    with server.database(template) as url:
        asyncio.run(_fill(url))
        yield url


@pytest.fixture(scope="module")
def address(url: str) -> Iterator[str]:
    with served(environment(url)) as address:
        yield address


@pytest.fixture(scope="module")
def client(address: str) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=address, timeout=60) as client:
        yield client


def post(client: httpx.Client, body: Any, accept: str = GRAPHQL, **headers: str) -> httpx.Response:
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    return client.post(
        "/graphql", content=content, headers={"Content-Type": JSON, "Accept": accept, **_dashed(headers)}
    )


def _dashed(headers: dict[str, str]) -> dict[str, str]:
    return {name.replace("_", "-"): value for name, value in headers.items()}


def ask(client: httpx.Client, query: str, variables: Json | None = None, **parameters: Any) -> httpx.Response:
    return post(client, {"query": query, "variables": variables, **parameters})


def error(response: httpx.Response) -> Json:
    """The one error of a response without data."""
    body = response.json()
    assert list(body) == ["errors"], body
    (found,) = body["errors"]
    assert found["message"]
    return dict(found)


def refused(response: httpx.Response, status: int, code: str) -> str:
    """The message of the one error of a response with this status and code."""
    found = error(response)
    assert (response.status_code, found["extensions"]["code"]) == (status, code), response.text
    return str(found["message"])


# What is asked and answered


def test_post(client: httpx.Client) -> None:
    response = ask(client, "query ($id: ID!) { actor(id: $id) { name } }", {"id": ACTOR})
    assert response.status_code == 200
    assert response.content == b'{"data":{"actor":{\t"name":"Juan Guaido"}}}'


def test_get(client: httpx.Client) -> None:
    parameters = {
        "query": "query A ($n: Int!) { sources(first: $n) { nodes { name } } } query B { events { totalCount } }",
        "variables": '{"n": 1}',
        "operationName": "A",
        "extensions": "{}",
    }
    response = client.get("/graphql", params=parameters)
    assert (response.status_code, response.json()) == (200, {"data": {"sources": {"nodes": [{"name": "BBC"}]}}})


def test_get_takes_empty_parameters_as_absent(client: httpx.Client) -> None:
    response = client.get("/graphql", params={"query": "{ __typename }", "variables": "", "operationName": ""})
    assert (response.status_code, response.json()) == (200, {"data": {"__typename": "Query"}})


def test_head_is_a_get_without_a_body(client: httpx.Client) -> None:
    response = client.head("/graphql", params={"query": "{ __typename }"})
    assert (response.status_code, response.content) == (200, b"")


def test_text_is_utf_8_as_it_is(client: httpx.Client) -> None:
    response = ask(client, '{ actors(filter: { name: "anna müller" }) { nodes { name } } }')
    assert "𝒜𝓃𝓃𝒶 Müller".encode() in response.content


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        ("application/graphql-response+json", GRAPHQL),
        ("application/graphql-response+json, application/json;q=0.9", GRAPHQL),
        ("application/graphql-response+json; charset=utf-8, application/json; charset=utf-8", GRAPHQL),
        ("application/json", JSON),
        ("application/json, multipart/mixed", JSON),
        ("*/*", JSON),
        ("", JSON),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", JSON),
    ],
)
def test_media_type_is_the_one_that_the_client_takes(client: httpx.Client, accept: str, media_type: str) -> None:
    response = post(client, {"query": "{ __typename }"}, accept)
    assert (response.status_code, response.headers["content-type"]) == (200, media_type)
    assert response.json() == {"data": {"__typename": "Query"}}


@pytest.mark.parametrize("content_type", [JSON, "application/json; charset=utf-8", 'Application/JSON;charset="UTF-8"'])
def test_content_types_of_json_are_taken(client: httpx.Client, content_type: str) -> None:
    assert post(client, {"query": "{ __typename }"}, Content_Type=content_type).status_code == 200


def test_operation_is_told_by_name(client: httpx.Client) -> None:
    two = "query A { a: __typename } query B { b: __typename }"
    assert ask(client, two, operationName="B").json() == {"data": {"b": "Query"}}
    assert "several operations: A, B" in refused(ask(client, two), 400, "BAD_USER_INPUT")
    assert "'C'" in refused(ask(client, two, operationName="C"), 400, "BAD_USER_INPUT")


def test_answers_do_not_mix_between_clients_at_once(client: httpx.Client) -> None:
    query = "query ($first: Int!) { actors(orderBy: NAME_ASC, first: $first) { nodes { id } } }"
    whole = ask(client, query, {"first": 12}).json()["data"]["actors"]["nodes"]

    def count(first: int) -> bool:
        return bool(ask(client, query, {"first": first}).json()["data"]["actors"]["nodes"] == whole[:first])

    with ThreadPoolExecutor(8) as threads:
        assert all(threads.map(count, [1 + i % 12 for i in range(200)]))


# The schema


def test_introspection_gives_the_schema(client: httpx.Client) -> None:
    answer = ask(client, get_introspection_query(input_value_deprecation=True)).json()
    assert print_schema(build_client_schema(answer["data"])) == print_schema(SCHEMA)


def test_introspection_beside_what_is_read(client: httpx.Client) -> None:
    query = """
        query ($name: String!, $no: Boolean = false) {
          first: sources(first: 1) { nodes { name } }
          __type(name: $name) { ...Name }
          unknown: __type(name: "Nothing") { name }
          ... on Query { __schema { queryType { name } } left: __schema @include(if: $no) { description } }
          ...Last
        }
        fragment Name on __Type { name kind }
        fragment Last on Query { last: actor(id: "x") { name } __typename }
    """
    answer = ask(client, query, {"name": "Alias"}).json()["data"]
    assert answer == {
        "first": {"nodes": [{"name": "BBC"}]},
        "__type": {"name": "Alias", "kind": "OBJECT"},
        "unknown": None,
        "__schema": {"queryType": {"name": "Query"}},
        "last": None,
        "__typename": "Query",
    }
    assert list(answer) == ["first", "__type", "unknown", "__schema", "last", "__typename"]


# What is wrong with a request


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"query",
        b"\xff\xfe",
        b"\x00",
        b'{"query": "{ __typename }"',
        b"{'query': 1}",
        b"[" * 100_000,
        b"\xef\xbb\xbf{",
    ],
)
def test_body_that_is_no_json_is_refused(client: httpx.Client, body: bytes) -> None:
    assert refused(post(client, body), 400, "BAD_USER_INPUT").startswith("the body: not ")


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (b'{"query": "{ __typename }", "query": "{ a }"}', "'query' stands twice in one object"),
        (b'{"query": "{ __typename }", "variables": {"v": {"b": 1, "a": 1, "b": 2}}}', "'b' stands twice"),
        (b'{"query": "{ __typename }", "variables": {"v": NaN}}', "NaN is not a number"),
        (b'{"query": "{ __typename }", "variables": {"v": -Infinity}}', "-Infinity is not a number"),
        (b'{"query": "{ __typename }", "variables": {"v": -1e999}}', "-1e999 is a number beyond all that are taken"),
        (b'{"query": "{ __typename }", "variables": {"v": ' + b"1" * 5_000 + b"}}", "a number of thousands of digits"),
    ],
)
def test_json_that_programs_read_in_different_ways_is_refused(client: httpx.Client, body: bytes, message: str) -> None:
    assert message in refused(post(client, body), 400, "BAD_USER_INPUT")


@pytest.mark.parametrize("body", [[], "x", 1, None, [{"query": "{ __typename }"}]])
def test_body_that_is_no_object_is_refused(client: httpx.Client, body: Any) -> None:
    assert "the body: must be a JSON object" in refused(post(client, body), 400, "BAD_USER_INPUT")


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({}, "query"),
        ({"query": None}, "query"),
        ({"query": ""}, "query"),
        ({"query": " \n"}, "query"),
        ({"query": 1}, "query"),
        ({"query": {"a": 1}}, "query"),
        ({"query": "{ __typename }", "variables": []}, "variables"),
        ({"query": "{ __typename }", "variables": "{}"}, "variables"),
        ({"query": "{ __typename }", "variables": 0}, "variables"),
        ({"query": "{ __typename }", "operationName": 1}, "operationName"),
        ({"query": "{ __typename }", "operationName": ["A"]}, "operationName"),
        ({"query": "{ __typename }", "extensions": "x"}, "extensions"),
    ],
)
def test_field_of_the_wrong_type_is_named(client: httpx.Client, body: Json, field: str) -> None:
    assert refused(post(client, body), 400, "BAD_USER_INPUT").startswith(f"{field}: ")


def test_get_without_a_query_is_refused(client: httpx.Client) -> None:
    get = {"Accept": GRAPHQL}
    assert refused(client.get("/graphql", headers=get), 400, "BAD_USER_INPUT").startswith("query: ")
    wrong = client.get("/graphql", params={"query": "{ __typename }", "variables": "{"}, headers=get)
    assert refused(wrong, 400, "BAD_USER_INPUT").startswith("variables: not JSON")


@pytest.mark.parametrize(
    "content_type", ["text/plain", "application/x-www-form-urlencoded", "application/graphql", "", "x"]
)
def test_other_content_types_are_refused(client: httpx.Client, content_type: str) -> None:
    response = post(client, {"query": "{ __typename }"}, Content_Type=content_type)
    assert refused(response, 415, "BAD_USER_INPUT").startswith("Content-Type: must be application/json")


def test_other_content_encodings_are_refused(client: httpx.Client) -> None:
    response = post(client, gzip.compress(b'{"query": "{ __typename }"}'), Content_Encoding="gzip")
    assert refused(response, 415, "BAD_USER_INPUT").startswith("Content-Encoding: must be absent, not gzip")


def test_other_charsets_are_refused(client: httpx.Client) -> None:
    response = post(
        client, '{"query": "{ __typename }"}'.encode("utf-16"), Content_Type="application/json;charset=utf-16"
    )
    assert "charset must be utf-8" in refused(response, 415, "BAD_USER_INPUT")


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "OPTIONS"])
def test_other_methods_are_refused(client: httpx.Client, method: str) -> None:
    response = client.request(method, "/graphql", headers={"Accept": GRAPHQL})
    refused(response, 405, "METHOD_NOT_ALLOWED")
    assert response.headers["allow"] == "GET, HEAD, POST"


@pytest.mark.parametrize(("accept", "status"), [(GRAPHQL, 400), (JSON, 200)])
def test_unknown_field_is_told_with_its_place(client: httpx.Client, accept: str, status: int) -> None:
    response = post(client, {"query": "{ actors {\n  nodes { nam }\n} }"}, accept)
    message = refused(response, status, "GRAPHQL_VALIDATION_FAILED")
    assert "Cannot query field 'nam' on type 'Actor'. Did you mean 'name'" in message
    assert error(response)["locations"] == [{"line": 2, "column": 11}]


def test_syntax_error_is_told_with_its_place(client: httpx.Client) -> None:
    assert error(ask(client, "{ actors {\n  nodes(\n} }"))["locations"] == [{"line": 3, "column": 1}]


def test_every_problem_of_a_document_is_told(client: httpx.Client) -> None:
    errors = ask(client, "{ actors { nodes { nam knd } } nothing }").json()["errors"]
    assert [each["locations"] for each in errors] == [[{"line": 1, "column": c}] for c in (20, 24, 32)]


@pytest.mark.parametrize(("accept", "status"), [(GRAPHQL, 400), (JSON, 200)])
@pytest.mark.parametrize(
    "query", ["{", "}", "{ a(", "query Q", "\x00", "{ a }\x00", "#", '{ a(b: "\ud800") }', "{ a: }"]
)
def test_document_that_is_no_graphql_is_refused(client: httpx.Client, query: str, accept: str, status: int) -> None:
    assert refused(post(client, {"query": query}, accept), status, "GRAPHQL_PARSE_FAILED").startswith("Syntax Error")


PAGE_OF = "query ($v: Int!) { sources(first: $v) { totalCount } }"
FILTERED = "query ($v: ArticleFilter) { articles(filter: $v) { totalCount } }"
STORED_SINCE = "query ($v: DateTime) { articles(filter: { stored: { since: $v } }) { totalCount } }"
SINCE = "query ($v: Date) { events(filter: { date: { since: $v } }) { totalCount } }"
BY_URL = "query ($v: URL!) { articleByUrl(url: $v) { id } }"


@pytest.mark.parametrize(
    ("query", "variables"),
    [
        (PAGE_OF, {}),
        (PAGE_OF, {"v": None}),
        (PAGE_OF, {"v": "1"}),
        (PAGE_OF, {"v": 1.5}),
        (PAGE_OF, {"v": True}),
        (PAGE_OF, {"v": 2**31}),
        (PAGE_OF, {"v": 10**400}),
        (PAGE_OF, {"v": float("nan")}),
        (PAGE_OF, {"v": 0}),
        (PAGE_OF, {"v": 101}),
        (PAGE_OF, {"v": -(2**31)}),
        ("query ($v: Int) { events(filter: { minSources: $v }) { totalCount } }", {"v": -(2**31) - 1}),
        ("query ($v: Float) { quotes(filter: { minConfidence: $v }) { totalCount } }", {"v": float("inf")}),
        ("query ($v: Float) { quotes(filter: { minConfidence: $v }) { totalCount } }", {"v": 10**400}),
        (FILTERED, {"v": {"unknown": 1}}),
        (FILTERED, {"v": []}),
        (FILTERED, {"v": {"ids": [None]}}),
        (FILTERED, {"v": {"statuses": ["GONE"]}}),
        (FILTERED, {"v": {"published": {"since": "2019"}}}),
        ("query ($v: ArticleOrder!) { articles(orderBy: $v) { totalCount } }", {"v": "NONE"}),
        ("query ($v: ArticleOrder) { articles(orderBy: $v) { totalCount } }", {"v": None}),
        (STORED_SINCE, {"v": "2019-02-02"}),
        (STORED_SINCE, {"v": "2019-02-02T00:00:00"}),
        (STORED_SINCE, {"v": "2019-02-30T00:00:00Z"}),
        (STORED_SINCE, {"v": "0001-01-01T00:00:00+01:00"}),
        (STORED_SINCE, {"v": "9999-12-31T23:59:59-01:00"}),
        (STORED_SINCE, {"v": 1549065600}),
        (STORED_SINCE, {"v": [[[]]]}),
        (SINCE, {"v": "2019-2-2"}),
        (SINCE, {"v": "2019-02-02T00:00:00Z"}),
        (SINCE, {"v": "2019-W05-1"}),
        (SINCE, {"v": "٢019-02-02"}),
        (BY_URL, {"v": "news.example"}),
        (BY_URL, {"v": "ftp://news.example"}),
        (BY_URL, {"v": "https://"}),
        (BY_URL, {"v": "https://a:99999/"}),
        (BY_URL, {"v": "https://[::1"}),
        (BY_URL, {"v": "https://a.example/\x00"}),
        (BY_URL, {"v": "https://a.example/\ud800"}),
        (BY_URL, {"v": "https://a.example/" + "a" * 100_000}),
        ("query ($v: String) { actors(filter: { name: $v }) { totalCount } }", {"v": "a\x00"}),
        ("query ($v: String) { actors(filter: { name: $v }) { totalCount } }", {"v": "\ud800"}),
        ("query ($v: String) { actors(filter: { name: $v }) { totalCount } }", {"v": "x" * 1_000_000}),
        ("query ($v: [String!]) { articles(filter: { externalIds: $v }) { totalCount } }", {"v": ["\udfff"]}),
        ("query ($v: [String!]) { articles(filter: { languages: $v }) { totalCount } }", {"v": ["\x00"]}),
        ("query ($v: [ID!]!) { nodes(ids: $v) { id } }", {"v": ["x"] * 101}),
        ("query ($v: [ID!]!) { nodes(ids: $v) { id } }", {"v": [1.5]}),
        ("query ($v: [ID!]!) { nodes(ids: $v) { id } }", {"v": None}),
        ("query ($v: String) { articles(after: $v) { totalCount } }", {"v": "x"}),
        ("query ($v: String) { articles(after: $v) { nodes { id } } }", {"v": "\x00"}),
        ("query ($v: Boolean!) { __typename @skip(if: $v) }", {"v": "true"}),
    ],
)  # fmt: skip
def test_argument_that_does_not_fit_is_refused(client: httpx.Client, query: str, variables: Json) -> None:
    response = ask(client, query, variables)
    assert response.status_code == 400
    for found in response.json()["errors"]:
        assert found["extensions"]["code"] == "BAD_USER_INPUT"
        assert len(found["message"]) < 1_000


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("{", "GRAPHQL_PARSE_FAILED"),
        ("{ x }", "GRAPHQL_VALIDATION_FAILED"),
        ("query ($v: Int!) { sources(first: $v) { totalCount } }", "BAD_USER_INPUT"),
        ("{ sources(first: 0) { totalCount } }", "BAD_USER_INPUT"),
        ("{" + "a: __typename " * 5_000 + "}", "QUERY_TOO_COMPLEX"),
    ],
)
def test_client_of_plain_json_reads_errors_of_well_formed_requests_off_200(
    client: httpx.Client, query: str, code: str
) -> None:
    refused(post(client, {"query": query}, JSON), 200, code)
    refused(post(client, {"query": query}), 400, code)
    refused(post(client, {"qury": query}, JSON), 400, "BAD_USER_INPUT")


@pytest.mark.parametrize(
    "query",
    [
        "{ sources(first: 0) { totalCount } }",
        "{ sources(first: 101) { nodes { id } } }",
        '{ articles(after: "x") { nodes { id } } }',
        '{ articles(filter: { externalIds: ["\\u0000"] }) { totalCount } }',
    ],
)
def test_literal_that_does_not_fit_is_refused(client: httpx.Client, query: str) -> None:
    refused(ask(client, query), 400, "BAD_USER_INPUT")


@pytest.mark.parametrize(
    "public_id",
    [
        "",
        "x",
        "actor_1",
        ACTOR.upper(),
        f"{ACTOR} ",
        f"article_{ACTOR.partition('_')[2]}",
        "\x00",
        "\ud800",
        5,
        "x" * 500_000,
    ],
)
def test_id_of_the_wrong_form_or_of_nothing_is_null(client: httpx.Client, public_id: str | int) -> None:
    query = """
        query ($id: ID!) {
          node(id: $id) { id } actor(id: $id) { id } event(id: $id) { id } quote(id: $id) { id } source(id: $id) { id }
          nodes(ids: [$id]) { id } articles(filter: { actors: [$id] }) { totalCount }
        }
    """
    response = ask(client, query, {"id": public_id})
    assert response.status_code == 200
    assert response.json()["data"] == {
        "node": None,
        "actor": None,
        "event": None,
        "quote": None,
        "source": None,
        "nodes": [None],
        "articles": {"totalCount": 0},
    }


@pytest.mark.parametrize("operation", ["mutation", "subscription"])
def test_other_operations_are_refused_clearly(client: httpx.Client, operation: str) -> None:
    response = ask(client, f"{operation} {{ x }}")
    assert response.status_code == 400
    (found,) = response.json()["errors"]
    assert operation in found["message"].lower()


# What is too much


def test_too_large_a_document_is_refused(client: httpx.Client) -> None:
    message = refused(ask(client, "{ __typename #" + "x" * 1_000_000 + "\n}"), 400, "QUERY_TOO_COMPLEX")
    assert message.startswith("query: is 10000")


def test_too_large_a_body_is_refused(client: httpx.Client) -> None:
    message = refused(ask(client, "{ __typename }", {"v": "x" * 2_000_000}), 413, "BAD_USER_INPUT")
    assert message.startswith("the body is over 2000000 bytes")


def test_large_variables_that_nothing_uses_are_taken(client: httpx.Client) -> None:
    assert ask(client, "{ __typename }", {"v": ["x" * 1_000] * 1_500}).status_code == 200


@pytest.mark.parametrize("depth", [10, 100, 500, 900, 990, 2_000, 100_000])
@pytest.mark.parametrize(
    "kind", ["DateTime", "Date", "URL", "ID", "[ID!]", "ArticleFilter", "Int", "String", "Boolean"]
)
def test_deeply_nested_variables_are_refused(client: httpx.Client, kind: str, depth: int) -> None:
    body = f'{{"query": "query ($v: {kind}) {{ __typename }}", "variables": {{"v": {"[" * depth}{"]" * depth}}}}}'
    assert post(client, body.encode()).status_code in {200, 400}


@pytest.mark.parametrize("depth", [20, 150, 180, 200, 400, 3_000])
@pytest.mark.parametrize(
    ("before", "within", "after"),
    [
        ("{", "... {", "__typename}"),
        ("{ actors { nodes {", "quotes { nodes { speaker {", "id } } }"),
        ("{ nodes(ids: ", "[", "]"),
        ("{ articles(filter: ", "{ ids: ", "}"),
        ("query ($v: ", "[", "]"),
    ],
)
def test_deep_documents_are_answered_or_refused(
    client: httpx.Client, before: str, within: str, after: str, depth: int
) -> None:
    text = before + within * depth + ("id" if "actors" in before else "") + "}" * depth
    status = post(client, {"query": f"{text}{after}"}).status_code
    assert status == 400 or (status == 200 and depth < 200)


# Where the service stands


@pytest.mark.parametrize(("path", "text"), [("/livez", "alive\n"), ("/readyz", "ready\n")])
def test_probes(client: httpx.Client, path: str, text: str) -> None:
    response = client.get(path)
    assert (response.status_code, response.text) == (200, text)
    assert client.post(path).status_code == 405


def test_unknown_path_is_not_found(client: httpx.Client) -> None:
    assert client.get("/nothing").status_code == 404


def test_connections_that_break_are_replaced(client: httpx.Client, url: str) -> None:
    others = "datname = current_database() and pid <> pg_backend_pid()"
    with ThreadPoolExecutor(8) as threads:
        for path, statuses in (("/graphql?query={sources{totalCount}}", {200}), ("/readyz", {200, 503})):
            assert set(threads.map(lambda _: client.get(path).status_code, range(40))) == {200}  # noqa: B023
            asyncio.run(run(url, f"select pg_terminate_backend(pid) from pg_stat_activity where {others}"))  # noqa: S608
            assert {client.get(path).status_code for _ in range(20)} <= statuses
            assert client.get(path).status_code == 200


def test_database_that_is_away_is_told(server: Server, template: str) -> None:
    with server.database(template) as url:
        name = Server.name_in(url)
        with served(environment(url)) as address, httpx.Client(base_url=address, timeout=60) as client:
            assert client.get("/readyz").status_code == 200
            asyncio.run(run(server.url, f'alter database "{name}" allow_connections false'))
            asyncio.run(_end_connections(server.url, name))
            assert client.get("/livez").status_code == 200
            assert client.get("/readyz").status_code == 503
            response = ask(client, "{ sources { totalCount } }")
            refused(response, 503, "UNAVAILABLE")
            asyncio.run(run(server.url, f'alter database "{name}" allow_connections true'))
            assert client.get("/readyz").status_code == 200
            assert ask(client, "{ sources { totalCount } }").json() == {"data": {"sources": {"totalCount": 0}}}


async def _end_connections(url: str, name: str) -> None:
    connection = await asyncpg.connect(url)
    try:
        await connection.execute(
            f"select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = '{name}'"  # noqa: S608
        )
    finally:
        await connection.close()


def test_schema_that_is_not_migrated_is_not_ready(url: str, client: httpx.Client) -> None:
    asyncio.run(run(url, "update alembic_version set version_num = '0000'"))
    try:
        response = client.get("/readyz")
        assert response.status_code == 503
        assert "onrecord migrate" in response.text
    finally:
        asyncio.run(run(url, f"update alembic_version set version_num = '{SCHEMA_VERSION}'"))  # noqa: S608
    assert client.get("/readyz").status_code == 200


def test_statement_that_takes_too_long_is_ended(url: str) -> None:
    query = "{" + " ".join(f"a{i}: actors {{ pageInfo {{ endCursor }} }}" for i in range(600)) + "}"
    limits = {"ONRECORD_MAX_ALIASES": "600", "ONRECORD_MAX_ROOT_FIELDS": "600"}
    with (
        served(environment(url, ONRECORD_STATEMENT_TIMEOUT="0.1", **limits)) as address,
        httpx.Client(base_url=address, timeout=60) as client,
    ):
        refused(ask(client, query), 503, "TIMEOUT")
        assert ask(client, "{ sources { totalCount } }").status_code == 200


@pytest.mark.parametrize("workers", ["1", "2"])
def test_wrong_file_of_trusted_documents_stops_the_start(url: str, tmp_path: Path, workers: str) -> None:
    path = tmp_path / "documents.json"
    path.write_text('{"a": "{ nothing }"}', encoding="utf-8")
    env = environment(url, ONRECORD_TRUSTED_DOCUMENTS=str(path))
    ended = onrecord("serve", "--port", "0", "--workers", workers, env=env)
    assert ended.returncode == 2
    assert ended.stderr.startswith(f"onrecord: ONRECORD_TRUSTED_DOCUMENTS: {path}: document 'a': Cannot query field")
    assert ended.stderr.count("\n") == 1


def test_without_a_database_nothing_is_built() -> None:
    with pytest.raises(BadInput, match="ONRECORD_DATABASE_URL"):
        build(Settings(database_url=None))


# Anything

PLAIN = st.text(st.characters(codec=None), max_size=30)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | PLAIN,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(PLAIN, inner, max_size=4),
    max_leaves=10,
)
QUERIES = st.sampled_from(
    [
        "query ($v: ArticleFilter) { articles(filter: $v) { totalCount nodes { id } } }",
        "query ($v: QuoteFilter) { quotes(filter: $v) { totalCount nodes { id } } }",
        "query ($v: ActorFilter) { actors(filter: $v) { totalCount edges { cursor } } }",
        "query ($v: EventFilter) { events(filter: $v) { totalCount } }",
        "query ($v: String) { articles(after: $v) { nodes { id } } }",
        "query ($v: Int) { articles(first: $v) { nodes { id } } }",
        "query ($v: [ID!]!) { nodes(ids: $v) { id } }",
        "query ($v: ID!) { node(id: $v) { id } article(id: $v) { id } articles(filter: { ids: [$v] }) { totalCount } }",
        "query ($v: URL!) { articleByUrl(url: $v) { id } }",
        "query ($v: DateTime) { articles(filter: { published: { since: $v } }) { totalCount } }",
        "query ($v: String!) { __type(name: $v) { name } }",
    ]
)
FILTERS = st.dictionaries(
    st.sampled_from(sorted({name for kind in SCHEMA.type_map.values() if kind.name.endswith("Filter")
                            for name in getattr(kind, "fields", {})})),
    VALUES | st.lists(PLAIN, max_size=3) | st.dictionaries(st.sampled_from(["since", "before"]), VALUES),
    max_size=3,
)  # fmt: skip
ANYTHING = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


def answered(response: httpx.Response) -> None:
    """Neither a failure of the service nor an answer that is no JSON of GraphQL."""
    assert response.status_code < 500, response.text
    body = response.json()
    assert set(body) in ({"data"}, {"errors"}, {"data", "extensions"}), body
    assert all(error["message"] and error["extensions"]["code"] for error in body.get("errors", []))


@ANYTHING
@given(body=st.binary(max_size=200))
def test_any_bytes(client: httpx.Client, body: bytes) -> None:
    answered(post(client, body))


HEADER = st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=30)


@ANYTHING
@given(
    method=st.sampled_from(["GET", "POST", "PUT", "DELETE", "OPTIONS", "PATCH"]),
    accept=HEADER | st.sampled_from([GRAPHQL, JSON, "*/*", "application/*;q=0.1", f"{JSON};q=x"]),
    content_type=HEADER | st.sampled_from([JSON, f"{JSON};charset=utf-8", f"{JSON};charset=", "multipart/form-data"]),
    query_string=st.text(st.sampled_from("query=&variables{}%2F0\ud800é+;"), max_size=30) | HEADER,
    body=st.binary(max_size=50) | st.just(b'{"query": "{ __typename }"}'),
)
def test_any_request(
    client: httpx.Client, method: str, accept: str, content_type: str, query_string: str, body: bytes
) -> None:
    headers = {"Accept": accept.strip(), "Content-Type": content_type.strip()}
    url = httpx.URL("/graphql").copy_with(query=quote(query_string, safe="%&=+;", errors="surrogatepass").encode())
    response = client.request(method, url, headers=headers, content=body)
    answered(response)
    assert response.headers["content-type"] in {GRAPHQL, JSON}


@ANYTHING
@given(
    body=VALUES
    | st.fixed_dictionaries({}, optional=dict.fromkeys(("query", "variables", "operationName", "extensions"), VALUES))
)
def test_any_json(client: httpx.Client, body: Any) -> None:
    answered(post(client, body))


@ANYTHING
@given(query=QUERIES, value=VALUES | FILTERS)
@example(query="query ($v: String!) { __type(name: $v) { name } }", value="\ud800")
def test_any_variable(client: httpx.Client, query: str, value: Any) -> None:
    answered(ask(client, query, {"v": value}))


WORDS = [
    "query",
    "fragment",
    "mutation",
    "on",
    "actors",
    "nodes",
    "id",
    "first",
    "filter",
    "__typename",
    "__schema",
    "skip",
]
TOKENS = [*"{}()[]:!$@=|&#", "...", '"', '""""""', "\n", "null", "if", "Actor", "1", "-0", "1e999", "x", *WORDS]


@ANYTHING
@given(query=PLAIN | st.lists(st.sampled_from(TOKENS), max_size=30).map(" ".join))
def test_any_document(client: httpx.Client, query: str) -> None:
    answered(ask(client, query))


@ANYTHING
@given(
    parameters=st.dictionaries(
        st.sampled_from(["query", "variables", "operationName", "extensions"]), st.text(max_size=50)
    )
)
def test_any_query_string(client: httpx.Client, parameters: dict[str, str]) -> None:
    answered(client.get("/graphql", params=parameters))
