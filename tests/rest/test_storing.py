"""Single articles over REST: stored, found stored already, replaced, deleted."""

import asyncio
import gzip
import json
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest

from service.storage.pool import Pool
from tests.commands import SEEDS
from tests.graphql.serving import SECONDS, serving
from tests.rest.articles import record

pytestmark = pytest.mark.anyio

Json = dict[str, Any]
ARTICLES = "/v1/articles"


@pytest.fixture
async def client(database_url: str) -> AsyncIterator[httpx.AsyncClient]:
    """A client of a service that takes writes without a key."""
    async with (
        serving(database_url, host="127.0.0.1") as address,
        httpx.AsyncClient(base_url=f"http://127.0.0.1:{address.port}", timeout=SECONDS) as opened,
    ):
        yield opened


def problem(response: httpx.Response, status: int, code: str) -> Json:
    """The problem details of an answer, which must be of this kind."""
    assert (response.status_code, response.headers["content-type"]) == (status, "application/problem+json"), (
        response.text
    )
    told = response.json()
    assert (told["status"], told["code"]) == (status, code), told
    return dict(told)


async def counts(pool: Pool) -> int:
    return int(await pool.fetchval("select count(*) from articles"))


async def test_an_article_is_created_once_and_answered_as_get_does(client: httpx.AsyncClient) -> None:
    created = await client.post(ARTICLES, json=record())
    assert created.status_code == 201, created.text
    location, etag = created.headers["location"], created.headers["etag"]
    assert created.json()["quotes"]["nodes"][0]["text"] == "I will not resign"
    got = await client.get(location)
    assert (got.content, got.headers["etag"]) == (created.content, etag)

    again = await client.post(ARTICLES, json=record())
    assert (again.status_code, again.headers["location"]) == (200, location)
    assert (again.content, again.headers["etag"]) == (created.content, etag)


async def test_a_raw_text_is_processed(client: httpx.AsyncClient) -> None:
    sent = {"body": SEEDS[0].read_text(encoding="utf-8"), "headline": "A seed", "datePublished": "2019-02-02"}
    created = await client.post(ARTICLES, json=sent)
    assert created.status_code == 201, created.text
    shown = created.json()
    assert shown["headline"] == "A seed"
    assert shown["quotes"]["nodes"]
    assert (await client.post(ARTICLES, json=sent)).status_code == 200


async def test_another_record_under_the_same_identity_is_a_conflict(client: httpx.AsyncClient) -> None:
    location = (await client.post(ARTICLES, json=record())).headers["location"]
    told = problem(await client.post(ARTICLES, json=record(words="I will resign")), 409, "CONFLICT")
    assert told["storedId"] == location.removeprefix(f"{ARTICLES}/")
    assert len(told["storedDigest"]) == len(told["sentDigest"]) == 64
    assert told["storedDigest"] != told["sentDigest"]

    # As it says.
    assert f'PUT this one to {location} with If-Match: "{told["storedDigest"]}"' in told["detail"]
    headers = {"If-Match": f'"{told["storedDigest"]}"'}
    replaced = await client.put(location, json=record(words="I will resign"), headers=headers)
    assert replaced.status_code == 200, replaced.text
    assert replaced.json()["quotes"]["nodes"][0]["text"] == "I will resign"


async def test_keys_of_two_articles_are_a_conflict_that_names_both(client: httpx.AsyncClient) -> None:
    urls = ["https://news.example/a", "https://news.example/b"]
    ids = {(await client.post(ARTICLES, json=record(url, externalId=url[-1]))).json()["id"] for url in urls}
    both = record(urls[0], externalId="b")
    told = problem(await client.post(ARTICLES, json=both), 409, "CONFLICT")
    assert {article["id"] for article in told["articles"]} == ids

    first = (await client.post(ARTICLES, json=record(urls[0], externalId="a"))).headers["location"]
    told = problem(await client.put(first, json=both, headers={"If-Match": "*"}), 409, "CONFLICT")
    assert {told["storedId"]} | {first.removeprefix(f"{ARTICLES}/")} == ids


@pytest.mark.parametrize("tag", ["etag", "digest", "*"])
async def test_an_article_is_replaced_as_long_as_it_is_the_one_named(client: httpx.AsyncClient, tag: str) -> None:
    created = await client.post(ARTICLES, json=record())
    location = created.headers["location"]
    digest = problem(await client.post(ARTICLES, json=record(words="I may")), 409, "CONFLICT")["storedDigest"]
    told = {"etag": created.headers["etag"], "digest": f'"{digest}"', "*": "*"}[tag]
    other = {"If-Match": '"other", W/' + created.headers["etag"]}
    refused = problem(await client.put(location, json=record(words="I may"), headers=other), 412, "PRECONDITION_FAILED")
    assert refused["storedDigest"] == digest

    # Also under another url.
    moved = record("https://news.example/moved", words="I may")
    replaced = await client.put(location, json=moved, headers={"If-Match": told})
    assert replaced.status_code == 200, replaced.text
    shown = replaced.json()
    assert (shown["id"], shown["url"], shown["revision"]) == (
        created.json()["id"],
        "https://news.example/moved",
        created.json()["revision"] + 1,
    )
    got = await client.get(location)
    assert (got.content, got.headers["etag"]) == (replaced.content, replaced.headers["etag"])
    if tag != "*":
        problem(await client.put(location, json=record(), headers={"If-Match": told}), 412, "PRECONDITION_FAILED")


async def test_a_replacement_whose_answer_was_lost_can_be_sent_again(client: httpx.AsyncClient) -> None:
    created = await client.post(ARTICLES, json=record())
    location, headers = created.headers["location"], {"If-Match": created.headers["etag"]}
    first, again = [await client.put(location, json=record(words="I may"), headers=headers) for _ in range(2)]
    assert (again.status_code, again.content, again.headers["etag"]) == (200, first.content, first.headers["etag"])
    problem(await client.put(location, json=record(words="I will"), headers=headers), 412, "PRECONDITION_FAILED")


async def test_who_replaces_says_what(client: httpx.AsyncClient) -> None:
    location = (await client.post(ARTICLES, json=record())).headers["location"]
    problem(await client.put(location, json=record()), 428, "PRECONDITION_REQUIRED")
    problem(await client.put(location, json=record(), headers={"If-Match": "etag"}), 400, "BAD_USER_INPUT")


@pytest.mark.parametrize("name", ["article_00000000-0000-4000-8000-000000000000", "actor_x", "1"])
async def test_what_is_not_stored_is_not_found(client: httpx.AsyncClient, name: str) -> None:
    for method, sent in (("PUT", record()), ("DELETE", None)):
        response = await client.request(method, f"{ARTICLES}/{name}", json=sent, headers={"If-Match": "*"})
        assert name in problem(response, 404, "NOT_FOUND")["detail"]
    problem(await client.delete(f"{ARTICLES}/{name}"), 404, "NOT_FOUND")


async def test_an_article_is_deleted(client: httpx.AsyncClient, pool: Pool) -> None:
    location = (await client.post(ARTICLES, json=record())).headers["location"]
    problem(await client.delete(location, headers={"If-Match": '"x"'}), 412, "PRECONDITION_FAILED")
    assert await counts(pool) == 1
    etag = (await client.get(location)).headers["etag"]
    done = await client.delete(location, headers={"If-Match": etag})
    assert (done.status_code, done.content) == (204, b"")
    problem(await client.get(location), 404, "NOT_FOUND")
    problem(await client.delete(location), 404, "NOT_FOUND")
    assert (await client.post(ARTICLES, json=record())).status_code == 201
    assert (await client.delete(location)).status_code == 204
    assert await counts(pool) == 0


async def test_many_who_send_the_same_article_at_once_create_it_once(client: httpx.AsyncClient, pool: Pool) -> None:
    answers = await asyncio.gather(*(client.post(ARTICLES, json=record()) for _ in range(20)))
    assert sorted(answer.status_code for answer in answers) == [200] * 19 + [201]
    assert len({answer.headers["location"] for answer in answers}) == 1
    assert await counts(pool) == 1


async def test_of_many_who_replace_the_same_revision_one_does(client: httpx.AsyncClient) -> None:
    created = await client.post(ARTICLES, json=record())
    headers = {"If-Match": created.headers["etag"]}
    location = created.headers["location"]
    sent = [record(words=f"I will resign {n}") for n in range(10)]
    answers = await asyncio.gather(*(client.put(location, json=each, headers=headers) for each in sent))
    assert sorted(answer.status_code for answer in answers) == [200] + [412] * 9
    assert (await client.get(location)).json()["revision"] == 2


@pytest.mark.parametrize(
    ("content", "headers", "status", "code"),
    [
        (b"{", {}, 400, "BAD_USER_INPUT"),
        (b"", {}, 400, "BAD_USER_INPUT"),
        (b"\xff", {}, 400, "BAD_USER_INPUT"),
        (b'{"body": 1, "body": 1}', {}, 400, "BAD_USER_INPUT"),
        (b'{"delete": "article_00000000-0000-4000-8000-000000000000"}', {}, 422, "BAD_USER_INPUT"),
        (b'{"body": "a", "replaces": "*"}', {}, 422, "BAD_USER_INPUT"),
        (b"[]", {}, 422, "BAD_USER_INPUT"),
        (b"{}", {}, 422, "BAD_USER_INPUT"),
        (b'{"body": "a"}', {"Content-Type": "text/plain"}, 415, "BAD_USER_INPUT"),
        (b'{"body": "a"}', {"Content-Encoding": "br"}, 415, "BAD_USER_INPUT"),
        (b'{"body": "a"}', {"Content-Encoding": "gzip"}, 400, "BAD_USER_INPUT"),
        (b'{"body": "a"}', {"Accept": "text/html"}, 406, "NOT_ACCEPTABLE"),
        (b'{"body": "' + b"a" * 2_000_000 + b'"}', {}, 413, "BAD_USER_INPUT"),
        (gzip.compress(bytes(10_000_000)), {"Content-Encoding": "gzip"}, 413, "BAD_USER_INPUT"),
    ],
)
async def test_what_can_not_be_taken_is_told_and_not_stored(
    client: httpx.AsyncClient, pool: Pool, content: bytes, headers: dict[str, str], status: int, code: str
) -> None:
    told = {"Content-Type": "application/json", **headers}
    problem(await client.post(ARTICLES, content=content, headers=told), status, code)
    if status != 406:
        problem(await client.post("/v1/process", content=content, headers=told), status, code)
    assert await counts(pool) == 0


async def test_each_wrong_field_is_told_by_a_pointer(client: httpx.AsyncClient) -> None:
    sent = record()
    sent["quotes"][0]["end"] += 1
    sent["url"] = "ftp://news.example"
    del sent["actors"][0]["kind"]
    told = problem(await client.post(ARTICLES, json=sent), 422, "BAD_USER_INPUT")
    assert {"/url", "/actors/0/kind"} <= {error["pointer"] for error in told["errors"]}


async def test_an_article_may_come_packed(client: httpx.AsyncClient) -> None:
    packed = gzip.compress(json.dumps(record()).encode())
    headers = {"Content-Type": "application/json", "Content-Encoding": "gzip"}
    assert (await client.post(ARTICLES, content=packed, headers=headers)).status_code == 201
    assert (await client.post(ARTICLES, json=record())).status_code == 200


async def test_a_text_is_processed_as_it_would_be_stored_and_nothing_is(client: httpx.AsyncClient, pool: Pool) -> None:
    raw = {"body": SEEDS[0].read_text(encoding="utf-8"), "externalId": "seed"}
    processed = await client.post("/v1/process", json=raw)
    assert processed.status_code == 200, processed.text
    assert processed.json()["quotes"]
    assert await counts(pool) == 0
    assert (await client.post(ARTICLES, json=raw)).status_code == 201
    assert (await client.post(ARTICLES, json=processed.json())).status_code == 200
    told = problem(await client.post("/v1/process", json=processed.json()), 422, "BAD_USER_INPUT")
    assert told["errors"][0]["pointer"] == "/processor"


@pytest.mark.parametrize(
    ("method", "path"),
    [("POST", ARTICLES), ("POST", f"{ARTICLES}/batch"), ("DELETE", f"{ARTICLES}/x"), ("GET", "/v1/export/quotes")],
)
async def test_there_are_no_parameters(client: httpx.AsyncClient, method: str, path: str) -> None:
    told = problem(await client.request(method, path, params={"replace": ""}), 400, "BAD_USER_INPUT")
    assert told["errors"] == [{"parameter": "replace", "detail": "there are no parameters here"}]
