"""What a read refuses, and as which problem."""

import asyncio
import json
from hashlib import sha256

import httpx
import pytest

from service.rest.reads import READS
from service.storage.pool import open_pool
from tests.commands import environment, served
from tests.databases import run
from tests.records import store
from tests.rest.asking import first_id, got, problem
from tests.storage.drafts import speech

UNKNOWN = "00000000-0000-8000-8000-00000000ffff"


@pytest.mark.parametrize("path", [read.path for read in READS if "{id}" in read.path])
@pytest.mark.parametrize("told", ["x", "", "source_", "article_x", "actor_", "%00", "%F0%9F%98%80", "a" * 3_000])
def test_an_id_of_nothing_is_not_found(client: httpx.Client, path: str, told: str) -> None:
    collection = path.split("/")[2]
    identifier = f"{collection[:-1]}_{UNKNOWN}" if told == "" else told
    found = problem(client.get(path.replace("{id}", identifier)), 404, "NOT_FOUND")
    assert found["detail"].startswith(f"id: there is no {collection[:-1]} ")
    if told == "":
        assert identifier in found["detail"]


@pytest.mark.parametrize(
    "path",
    [
        "/v1",
        "/v1/",
        "/v1/articles/",
        "/v1//articles",
        "/v1/nothing",
        "/v1/articles/a/b",
        "/v1/Articles",
        "/nothing",
        "/",
    ],
)
def test_other_paths_are_not_found(client: httpx.Client, path: str) -> None:
    assert path in problem(client.get(path), 404, "NOT_FOUND")["detail"]


@pytest.mark.parametrize("path", sorted({read.path for read in READS}))
def test_other_methods_are_told_those_that_there_are(client: httpx.Client, path: str) -> None:
    response = client.patch(path.replace("{id}", "x"))
    problem(response, 405, "METHOD_NOT_ALLOWED")
    allowed = response.headers["allow"].split(", ")
    assert {"GET", "HEAD"} <= set(allowed)
    for method in {"DELETE", "POST", "PUT", "OPTIONS"} - set(allowed):
        assert client.request(method, path.replace("{id}", "x")).status_code == 405


@pytest.mark.parametrize("path", ["/livez", "/readyz", "/openapi.json", "/problems/not-found"])
def test_pages_take_no_other_methods_either(client: httpx.Client, path: str) -> None:
    response = client.post(path)
    problem(response, 405, "METHOD_NOT_ALLOWED")
    assert set(response.headers["allow"].split(", ")) == {"GET", "HEAD"}


@pytest.mark.parametrize("path", ["/v1/articles", "/v1/search?query=a", "/v1/quotes/x"])
@pytest.mark.parametrize("accept", ["text/html", "application/xml;q=1, application/json;q=0"])
def test_other_media_types_are_not_acceptable(client: httpx.Client, path: str, accept: str) -> None:
    told = problem(client.get(path, headers={"Accept": accept}), 406, "NOT_ACCEPTABLE")
    assert "application/json" in told["detail"]


@pytest.mark.parametrize("accept", ["", "*/*", "application/*", "application/json", "text/html, */*;q=0.1"])
def test_json_is_what_most_clients_take(client: httpx.Client, accept: str) -> None:
    assert client.get("/v1/articles", headers={"Accept": accept}).headers["content-type"] == "application/json"


@pytest.mark.parametrize(
    ("url", "parameter", "detail"),
    [
        ("/v1/articles?frist=1", "frist", "there is no such parameter; there are ids, externalIds, statuses"),
        ("/v1/articles/x?first=1", "first", "there is no such parameter; there are none here"),
        ("/v1/articles/x/quotes?id=y", "id", "there is no such parameter; there are ids, search"),
        ("/v1/articles?first=1&first=2", "first", "is given 2 times: give it once"),
        ("/v1/articles?first=", "first", "must be a whole number, not empty: leave it out where nothing is meant"),
        ("/v1/articles?first=one", "first", "must be a whole number, not 'one'"),
        ("/v1/articles?first=1.0", "first", "must be a whole number, not '1.0'"),
        ("/v1/articles?first=٣", "first", "must be a whole number, not '٣'"),
        ("/v1/articles?first=99999999999", "first", "must be a whole number, not '99999999999'"),
        ("/v1/articles?first=0", "first", "must be 1 to 100, not 0"),
        ("/v1/articles?last=101", "last", "must be 1 to 100, not 101"),
        ("/v1/articles?first=1&last=1", "first", "give one of the two"),
        ("/v1/articles?orderBy=published_desc", "orderBy", "must be one of PUBLISHED_DESC, PUBLISHED_ASC"),
        ("/v1/articles?orderBy=", "orderBy", "must be one of PUBLISHED_DESC, PUBLISHED_ASC"),
        ("/v1/articles?statuses=CURRENT&statuses=", "statuses", "must be one of CURRENT, RETRACTED, not empty"),
        ("/v1/articles?totalCount=1", "totalCount", "must be one of true, false, not '1'"),
        ("/v1/articles?publishedSince=2019-02-02", "publishedSince", "must be an RFC 3339 instant such as"),
        ("/v1/articles?publishedSince=", "publishedSince", "must be an RFC 3339 instant such as"),
        ("/v1/events?dateSince=2019-02-30", "dateSince", "must be a date such as 2019-02-02, not '2019-02-30'"),
        ("/v1/quotes?minConfidence=high", "minConfidence", "must be a number, not 'high'"),
        ("/v1/quotes?minConfidence=NaN", "minConfidence", "must be a number, not 'NaN'"),
        ("/v1/quotes?minConfidence=1e999", "minConfidence", "must be a number, not '1e999'"),
        ("/v1/events?minSources=2147483648", "minSources", "must be a whole number, not '2147483648'"),
        ("/v1/articles?after=", "after", "is not a cursor of this service"),
        ("/v1/articles?after=abc", "after", "is not a cursor of this service"),
        ("/v1/articles?before=abc&last=1", "before", "is not a cursor of this service"),
        (f"/v1/quotes?{'&'.join(['speakers=a'] * 101)}", "speakers", "has 101 values, at most 100 are taken"),
        (f"/v1/search?query=a&{'&'.join(['types=QUOTE'] * 101)}", "types", "has 101 values, at most 100 are taken"),
        (f"/v1/quotes?search={'a' * 1_001}", "search", "is 1001 characters long, at most 1000 are taken"),
        ("/v1/quotes?search=%00", "search", "holds U+0000"),
        ("/v1/actors?name=%00", "name", "holds U+0000"),
        (f"/v1/actors?namePrefix={'a' * 2_001}", "namePrefix", "is 2001 characters long"),
        ("/v1/search", "query", "is required"),
        ("/v1/search?types=QUOTE", "query", "is required"),
        (f"/v1/search?query={'+'.join(['a'] * 65)}", "query", "has 65 words, at most 64 are taken"),
    ],
)
def test_wrong_parameters_are_named(client: httpx.Client, url: str, parameter: str, detail: str) -> None:
    told = problem(client.get(url), 400, "BAD_USER_INPUT")
    assert told["type"] == "/problems/invalid-parameters"
    assert told["errors"][0]["parameter"] == parameter
    assert told["errors"][0]["detail"].startswith(detail)
    assert f"{parameter}: {detail}"[:200] in told["detail"]


def test_everything_that_is_wrong_is_named(client: httpx.Client) -> None:
    told = problem(client.get("/v1/quotes?first=x&foo=&attributed=maybe"), 400, "BAD_USER_INPUT")
    assert [each["parameter"] for each in told["errors"]] == ["first", "foo", "attributed"]


def test_a_cursor_is_of_its_list(client: httpx.Client) -> None:
    end = got(client, "/v1/quotes", first=1)["pageInfo"]["endCursor"]
    told = problem(client.get("/v1/quotes", params={"after": end, "attributed": "true"}), 400, "BAD_USER_INPUT")
    assert told["errors"][0]["parameter"] == "after"


def test_a_query_string_is_utf_8(client: httpx.Client) -> None:
    assert "UTF-8" in problem(client.get("/v1/quotes?search=%ff"), 400, "BAD_USER_INPUT")["detail"]


def test_what_is_empty_matches_nothing_where_texts_are_taken(client: httpx.Client) -> None:
    for url in ("/v1/quotes?speakers=", "/v1/actors?name=", "/v1/quotes?search="):
        assert got(client, url)["nodes"] == []


def test_head_is_a_get_without_a_body(client: httpx.Client) -> None:
    for path in ("/v1/articles?first=2", f"/v1/articles/{first_id(client, 'articles')}", "/v1/articles/x"):
        head, get = client.head(path), client.get(path)
        assert (head.status_code, head.content) == (get.status_code, b"")
        for name in ("content-length", "content-type", "etag", "link", "cache-control", "vary"):
            assert head.headers.get(name) == get.headers.get(name)


def test_where_there_are_keys_a_read_takes_one(filled_url: str) -> None:
    key = "k" * 40
    keys = [{"name": "desk", "sha256": sha256(key.encode()).hexdigest(), "scopes": ["read"]}]
    env = environment(filled_url, ONRECORD_API_KEYS=json.dumps(keys), ONRECORD_CHANGES_DAYS="36500")
    with served(env) as address, httpx.Client(base_url=address) as client:
        for read in READS:
            response = client.get(read.path.replace("{id}", "x"), headers={"If-None-Match": "*"})
            problem(response, 401, "UNAUTHENTICATED")
            assert response.headers["www-authenticate"].startswith("Bearer")
        response = client.get("/v1/articles", headers={"Authorization": f"Bearer {key}"})
        assert (response.status_code, response.headers["vary"]) == (200, "Accept, Authorization")
        assert client.get("/openapi.json").status_code == 200
        assert client.get("/problems/not-found").status_code == 200


def test_an_expired_cursor_of_changes_says_so(database_url: str) -> None:
    async def fill() -> None:
        async with open_pool(database_url, 1) as pool:
            await store(pool, speech("https://news.example/a"))

    asyncio.run(fill())
    with served(environment(database_url)) as address, httpx.Client(base_url=address) as client:
        cursor = got(client, "/v1/changes", first=1)["pageInfo"]["endCursor"]
        horizon = "insert into changes_horizon select true, xid, node_id from changes order by 2, 3 offset 1 limit 1"
        asyncio.run(run(database_url, horizon))
        told = problem(client.get("/v1/changes", params={"after": cursor}), 400, "CURSOR_EXPIRED")
        assert told["type"] == "/problems/cursor-expired"
