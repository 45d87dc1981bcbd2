"""What scanners of GraphQL look for, and the OWASP cheat sheet on GraphQL, asked of the service in production.

The checks are those of graphql-cop and of https://cheatsheetseries.owasp.org/cheatsheets/GraphQL_Cheat_Sheet.html that
no other test holds; docs/security.md names the others.
"""

from typing import Any

import httpx
import pytest

from service.http.media import GRAPHQL_RESPONSE
from tests.commands import SECONDS, environment, served
from tests.services import Service

Json = dict[str, Any]


def ask(client: httpx.Client, query: str, **parameters: Any) -> Json:
    """The JSON that answers a query."""
    answer: Json = client.post("/graphql", json={"query": query, **parameters}).json()
    return answer


def refused(client: httpx.Client, query: str, **parameters: Any) -> tuple[str, str]:
    """Code and message of the first error of a query that has no data."""
    answer = ask(client, query, **parameters)
    assert "data" not in answer
    return answer["errors"][0]["extensions"]["code"], answer["errors"][0]["message"]


def test_aliases_are_bounded(client: httpx.Client) -> None:
    for field in ("__typename", "articles { totalCount }"):
        aliases = " ".join(f"alias{i}: {field}" for i in range(101))
        assert refused(client, f"query cop {{ {aliases} }}")[0] == "QUERY_TOO_COMPLEX"
    below = " ".join(f"a{i}: id" for i in range(201))
    assert refused(client, f"{{ articles {{ nodes {{ {below} }} }} }}")[0] == "QUERY_TOO_COMPLEX"


def test_arrays_of_queries_are_refused(client: httpx.Client) -> None:
    response = client.post("/graphql", json=[{"query": "query cop { __typename }"}] * 10)
    assert response.status_code == 400
    assert list(response.json()) == ["errors"]


def test_directives_are_bounded_and_told_once(client: httpx.Client) -> None:
    answer = ask(client, "query cop { __typename @aa@aa@aa@aa@aa@aa@aa@aa@aa@aa }")
    assert len(answer["errors"]) <= 10
    assert refused(client, "{ __typename " + "@aa" * 201 + " }")[0] == "QUERY_TOO_COMPLEX"
    assert len(ask(client, "{ __typename " + "@aa" * 200 + " }")["errors"]) <= 21


def test_circular_introspection_is_bounded(client: httpx.Client) -> None:
    inner = "name"
    for _ in range(4):
        inner = f"type {{ fields {{ {inner} }} }}"
    assert (
        len(client.post("/graphql", json={"query": f"{{ __schema {{ types {{ fields {{ {inner} }} }} }} }}"}).content)
        < 10**6
    )
    for _ in range(30):
        inner = f"type {{ fields {{ {inner} }} }}"
    code, _ = refused(client, f"{{ __schema {{ types {{ fields {{ {inner} }} }} }} }}")
    assert code in {"QUERY_TOO_COMPLEX", "GRAPHQL_VALIDATION_FAILED"}


def test_a_field_that_is_repeated_is_weighed_each_time(client: httpx.Client) -> None:
    assert refused(client, "query cop { " + "__typename " * 500 + "}")[0] == "QUERY_TOO_COMPLEX"
    # What is read once is weighed as often as it is asked for.
    assert refused(client, "{ articles { " + "totalCount " * 500 + "} }")[0] == "QUERY_TOO_COMPLEX"
    assert "errors" not in ask(client, "{ articles { totalCount totalCount } }")
    assert refused(client, "{ articles { " + "totalCount " * 10_001 + "} }")[0] == "QUERY_TOO_COMPLEX"


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_safe_methods_change_nothing(client: httpx.Client, method: str) -> None:
    for query in ("mutation cop { __typename }", "subscription { articleStored { cursor } }"):
        response = client.request(method, "/graphql", params={"query": query})
        assert response.status_code in {200, 400, 405}
        assert b'"data"' not in response.content


@pytest.mark.parametrize(
    "media", ["application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/plain"]
)
@pytest.mark.parametrize("path", ["/graphql", "/v1/articles", "/v1/articles/batch", "/v1/process"])
def test_a_form_of_another_page_is_refused(client: httpx.Client, path: str, media: str) -> None:
    """These are the types that a browser sends without asking first."""
    for content in (b"query=%7B__typename%7D", b'{"query": "{ __typename }"}', b'{"body": "Ana spoke."}'):
        response = client.post(path, content=content, headers={"Content-Type": media})
        assert response.status_code == 415
        assert client.post(path, content=content).status_code == 415


@pytest.mark.parametrize(
    "query",
    [
        "{ __schema { directive } }",
        "{ article { id } }",
        "{ articles(frist: 1) { totalCount } }",
        "{ actors(orderBy: NAM) { totalCount } }",
        "query ($v: ArticleFiltr) { articles(filter: $v) { totalCount } }",
        "{ articles { nodes { ... on Articl { id } } } }",
        "{ articles(filter: {langages: []}) { totalCount } }",
    ],
)
def test_nothing_is_suggested(client: httpx.Client, query: str) -> None:
    answer = client.post("/graphql", json={"query": query, "variables": {"v": {"x": 1}}}).text
    assert '"errors"' in answer
    assert "did you mean" not in answer.lower()


@pytest.mark.parametrize(
    "path",
    [
        "/graphql",
        "/",
        "/graphiql",
        "/playground",
        "/altair",
        "/voyager",
        "/graphql/console",
        "/graphql/assets/graphiql.js",
        "/docs",
        "/console",
    ],
)
def test_no_console_is_served(client: httpx.Client, path: str) -> None:
    response = client.get(path, headers={"Accept": "text/html"})
    assert response.status_code in {404, 406}
    assert "html" not in response.headers["content-type"]


@pytest.mark.parametrize(
    ("query", "parameters"),
    [
        ("query cop { __typename }", {}),
        ("qwerty cop { abc }", {}),
        ("query cop { articles(first: 1000) { totalCount } }", {}),
        ("query cop ($v: Int!) { articles(first: $v) { totalCount } }", {"variables": {"v": "x"}}),
        ('query cop { search(query: "a", after: "x") { edges { cursor } } }', {}),
    ],
)
def test_answers_have_no_traces_and_errors_no_causes(client: httpx.Client, query: str, parameters: Json) -> None:
    headers = {"X-Apollo-Tracing": "1", "apollo-federation-include-trace": "ftv1"}
    response = client.post("/graphql", json={"query": query, "operationName": "cop", **parameters}, headers=headers)
    answer = response.json()
    assert "extensions" not in answer
    for error in answer.get("errors", ()):
        assert set(error) <= {"message", "locations", "extensions"}
        assert set(error["extensions"]) <= {"code", "cost", "id"}
    assert not [
        word for word in ("Traceback", "asyncpg", "select ", "service/", ".py", "postgres") if word in response.text
    ]


@pytest.mark.parametrize(
    "size", ["first: 101", "first: 0", "first: -1", "first: 2147483648", "last: 101", "first: 1, last: 1"]
)
def test_pages_are_bounded(client: httpx.Client, size: str) -> None:
    answer = ask(client, f"{{ articles({size}) {{ totalCount }} }}")
    assert "data" not in answer
    assert answer["errors"][0]["extensions"]["code"] in {"BAD_USER_INPUT", "GRAPHQL_VALIDATION_FAILED"}


def test_pages_within_pages_cost_more_than_is_allowed(client: httpx.Client) -> None:
    inner = "quotes(first: 100) { nodes { speaker { articles(first: 100) { totalCount } } } }"
    query = f"{{ articles(first: 100) {{ nodes {{ {inner} }} }} }}"
    assert refused(client, query)[0] == "QUERY_TOO_COMPLEX"


def test_lists_in_arguments_are_bounded(client: httpx.Client) -> None:
    for query in (
        "query ($v: [ID!]!) { nodes(ids: $v) { id } }",
        "query ($v: [ID!]!) { articles(filter: {ids: $v}) { totalCount } }",
    ):
        code, message = refused(client, query, variables={"v": ["x"] * 101})
        assert (code, "at most 100" in message) == ("BAD_USER_INPUT", True)


def test_ids_of_other_types_find_nothing(client: httpx.Client) -> None:
    """Whoever may read may read everything: there is no object that an id could reach and a list would not show."""
    found = ask(client, "{ articles(first: 1) { nodes { id quotes(first: 1) { nodes { id } } } } }")["data"][
        "articles"
    ]["nodes"][0]
    quote = found["quotes"]["nodes"][0]["id"]
    query = "query ($id: ID!) { article(id: $id) { id } node(id: $id) { __typename id } nodes(ids: [$id]) { id } }"
    answer = ask(client, query, variables={"id": quote})["data"]
    assert answer == {"article": None, "node": {"__typename": "Quote", "id": quote}, "nodes": [{"id": quote}]}
    for forged in (
        "article_" + quote.partition("_")[2],
        quote + "'",
        quote.upper(),
        "source_1",
        "../" + quote,
        quote + "\u0000",
    ):
        answer = ask(client, query, variables={"id": forged})
        assert answer["data"] == {"article": None, "node": None, "nodes": [None]}


@pytest.mark.parametrize(
    "text",
    [
        "' or '1'='1",
        "'; drop table articles; --",
        "\\' or 1=1",
        "$1",
        "%27",
        "{$ne: 1}",
        "<script>alert(1)</script>",
        "${jndi:ldap://x}",
        "; ls",
        "../../etc/passwd",
    ],
)
def test_what_is_injected_is_a_text_like_any_other(client: httpx.Client, text: str) -> None:
    query = "query ($v: String!) { search(query: $v) { edges { rank } } actors(filter: {name: $v}) { totalCount } }"
    answer = ask(client, query, variables={"v": text})
    assert (answer["data"]["actors"], "errors" in answer) == ({"totalCount": 0}, False)
    assert ask(client, "{ articles { totalCount } }")["data"]["articles"]["totalCount"] == 3


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
@pytest.mark.parametrize("path", ["/graphql", "/v1/quotes", "/livez", "/openapi.json"])
def test_methods_that_a_resource_has_not_are_refused(client: httpx.Client, path: str, method: str) -> None:
    response = client.request(method, path)
    assert response.status_code == 405
    assert set(response.headers["allow"].split(", ")) <= {"GET", "HEAD", "POST"}


def test_failures_are_kept_by_no_cache(client: httpx.Client) -> None:
    for response in (client.get("/v1/articles/x"), client.get("/graphql?query={x}"), client.get("/nothing")):
        assert response.headers["cache-control"] == "no-store"


def test_an_error_repeats_no_markup_that_a_browser_would_run(client: httpx.Client) -> None:
    markup = "<script>alert(1)</script>"
    for response in (
        client.get(f"/v1/articles/{markup}", headers={"Accept": "text/html,*/*"}),
        client.get(f"/problems/{markup}"),
        client.get(f"/{markup}"),
        client.get("/graphql", params={"query": f"{{ {markup} }}"}, headers={"Accept": "text/html,*/*;q=0.1"}),
    ):
        assert response.headers["content-type"].partition(";")[0] in {"application/problem+json", "application/json"}
        assert response.headers["x-content-type-options"] == "nosniff"


def test_introspection_can_be_off_over_http_too(production: Service) -> None:
    env = environment(
        production.env["ONRECORD_DATABASE_URL"], ONRECORD_ENVIRONMENT="production", ONRECORD_INTROSPECTION="off"
    )
    with served(env) as address, httpx.Client(base_url=address, timeout=SECONDS) as client:
        for query in (
            "{ __schema { types { name } } }",
            '{ __type(name: "Query") { name } }',
            "{ ... on Query { s: __schema { queryType { name } } } }",
        ):
            assert refused(client, query)[0] == "GRAPHQL_VALIDATION_FAILED"
            got = client.get("/graphql", params={"query": query}, headers={"Accept": GRAPHQL_RESPONSE})
            assert (got.status_code, "data" in got.json()) == (400, False)
