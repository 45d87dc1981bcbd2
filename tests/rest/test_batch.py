"""Batches: a result for each line, in order, whatever the lines are."""

import gzip
import json
from collections import Counter
from collections.abc import AsyncIterator, Callable
from hashlib import sha256
from typing import Any

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from service.storage.pool import Pool
from tests.graphql.serving import SECONDS, Address, serving
from tests.rest.articles import numbered, record
from tests.rest.duplex import lines_of, results_of

pytestmark = pytest.mark.anyio

Json = dict[str, Any]
BATCH = "/v1/articles/batch"
NOTHING = "00000000-0000-4000-8000-000000000000"
KEY = "a key that is long enough to be one"
KEY_HASH = sha256(KEY.encode()).hexdigest()


@pytest.fixture(scope="module")
async def shared_address(shared_database_url: str) -> AsyncIterator[Address]:
    """A service on the module's database."""
    async with serving(shared_database_url, host="127.0.0.1") as address:
        yield address


@pytest.fixture
async def address(database_url: str) -> AsyncIterator[Address]:
    """A service that takes writes without a key."""
    async with serving(database_url, host="127.0.0.1") as address:
        yield address


async def post(address: Address, *records: Json | bytes, content: bytes | None = None, **headers: str) -> list[Json]:
    """The results of a batch."""
    told = {"Content-Type": "application/x-ndjson", **{n.replace("_", "-"): v for n, v in headers.items()}}
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{address.port}", timeout=SECONDS) as client:
        response = await client.post(BATCH, content=lines_of(records) if content is None else content, headers=told)
    assert (response.status_code, response.headers["content-type"]) == (200, "application/x-ndjson"), response.text
    return results_of(response.content)


def shown(results: list[Json]) -> list[tuple[int, str, str | None]]:
    """Line, result and code of the problem of each."""
    return [(each["line"], each["result"], each.get("problem", {}).get("code")) for each in results]


async def test_each_line_has_a_result(address: Address, pool: Pool) -> None:
    (created,) = await post(address, record())
    assert created.keys() == {"line", "result", "id", "digest", "revision"}
    assert (created["line"], created["result"], created["revision"]) == (1, "CREATED", 1)
    digest = created["digest"]

    changed = record(words="I may resign")
    results = await post(
        address,
        record(),
        changed,
        {**changed, "replaces": "0" * 64},
        {**changed, "replaces": digest},
        {**record(words="I shall resign"), "replaces": "*"},
        b"",
        b"  \t",
        {"body": "“I raw,” Ana Diaz said in Lima."},
        {"delete": created["id"]},
        {"delete": created["id"]},
        record(),
        b"{",
        b"\xff",
        b"[]",
        {"delete": "actor_x"},
        numbered(2),
    )
    assert shown(results) == [
        (1, "UNCHANGED", None),
        (2, "REFUSED", "CONFLICT"),
        (3, "REFUSED", "PRECONDITION_FAILED"),
        (4, "REPLACED", None),
        (5, "REPLACED", None),
        (8, "CREATED", None),
        (9, "DELETED", None),
        (10, "REFUSED", "NOT_FOUND"),
        (11, "CREATED", None),
        (12, "REFUSED", "BAD_USER_INPUT"),
        (13, "REFUSED", "BAD_USER_INPUT"),
        (14, "REFUSED", "BAD_USER_INPUT"),
        (15, "REFUSED", "BAD_USER_INPUT"),
        (16, "CREATED", None),
    ]
    conflict = results[1]["problem"]
    assert (conflict["storedId"], conflict["storedDigest"]) == (created["id"], digest)
    assert conflict["sentDigest"] == results[3]["digest"]
    assert (results[3]["revision"], results[4]["revision"]) == (2, 3)
    assert {results[i]["id"] for i in (0, 3, 4, 6, 8)} == {created["id"]}
    assert results[12]["problem"]["errors"][0]["pointer"] == "/delete"
    assert await pool.fetchval("select count(*) from articles") == 3


async def test_a_batch_of_nothing_has_no_results(address: Address) -> None:
    assert await post(address) == []
    assert await post(address, content=b"\n\r\n \n") == []


async def test_the_last_line_needs_no_end_and_lines_may_end_as_on_windows(address: Address) -> None:
    lines = [json.dumps(numbered(n)).encode() for n in range(3)]
    assert [each["line"] for each in await post(address, content=b"\r\n".join(lines))] == [1, 2, 3]


async def test_a_batch_may_come_packed(address: Address) -> None:
    packed = gzip.compress(lines_of(numbered(n) for n in range(700)))
    results = await post(address, content=packed, content_encoding="gzip")
    assert shown(results) == [(n, "CREATED", None) for n in range(1, 701)]


@pytest.mark.parametrize(
    ("damaged", "code"),
    [(lambda packed: packed[:-30], "BAD_USER_INPUT"), (lambda packed: packed + b"x", "BAD_USER_INPUT")],
)
async def test_a_batch_that_can_not_be_read_on_tells_where_it_ends(
    address: Address, damaged: Callable[[bytes], bytes], code: str
) -> None:
    packed = damaged(gzip.compress(lines_of(numbered(n) for n in range(50)), 0))
    results = await post(address, content=packed, content_encoding="gzip")
    assert results[-1]["result"] == "STOPPED"
    assert results[-1]["problem"]["code"] == code
    stored = results[:-1]
    assert shown(stored) == [(n, "CREATED", None) for n in range(1, len(stored) + 1)]
    assert len(stored) >= 49
    assert results[-1]["line"] == len(stored) + 1


async def test_a_line_that_is_too_long_harms_no_other(database_url: str) -> None:
    async with serving(
        database_url,
        api_keys=[{"name": "pipeline", "sha256": KEY_HASH, "scopes": ["write"]}],
        max_request_bytes=2_000,
    ) as address:
        results = await post(
            address, numbered(1), b'{"body": "' + b"a" * 5_000_000 + b'"}', numbered(2), authorization=f"Bearer {KEY}"
        )
    assert shown(results) == [(1, "CREATED", None), (2, "REFUSED", "BAD_USER_INPUT"), (3, "CREATED", None)]
    assert results[1]["problem"]["status"] == 413


async def test_the_sender_is_the_key_and_only_admin_restores_and_merges(database_url: str, pool: Pool) -> None:
    keys = [{"name": "pipeline", "sha256": KEY_HASH, "scopes": ["write"]}]
    async with serving(database_url, api_keys=keys) as address:
        results = await post(
            address,
            {**numbered(1), "externalId": "x"},
            {"merge": {"actor": f"actor_{NOTHING}", "into": f"actor_{NOTHING[:-1]}1"}},
            {
                **numbered(2),
                "stored": {
                    "id": f"article_{NOTHING}",
                    "sender": "local",
                    "revision": 1,
                    "storedAt": "2019-01-01T00:00:00Z",
                    "actors": {"a0": f"actor_{NOTHING}"},
                    "events": {},
                    "utterances": [f"utterance_{NOTHING}"],
                },
            },
            authorization=f"Bearer {KEY}",
        )
    assert shown(results) == [(1, "CREATED", None), (2, "REFUSED", "FORBIDDEN"), (3, "REFUSED", "FORBIDDEN")]
    assert await pool.fetchval("select sender from articles") == "pipeline"


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Content-Type": "application/json"}, 415),
        ({"Content-Type": "application/x-ndjson", "Content-Encoding": "br"}, 415),
        ({"Content-Type": "application/x-ndjson", "Accept": "text/html"}, 406),
    ],
)
async def test_what_is_no_batch_is_a_problem(address: Address, headers: dict[str, str], status: int) -> None:
    async with httpx.AsyncClient(timeout=SECONDS) as client:
        response = await client.post(f"http://127.0.0.1:{address.port}{BATCH}", content=b"{}", headers=headers)
    assert (response.status_code, response.headers["content-type"]) == (status, "application/problem+json")


GOOD = st.integers(0, 12).map(numbered)
BAD = st.sampled_from(
    [b"{", b"nul", b"\xff\xfe", b'{"body": ""}', b'{"body": "a", "url": "x"}', b"[" * 100_000, b'{"a": 1e99999}',
     b'{"body": "\\ud800"}', b'{"body": "a\\u0000"}', b'{"merge": 1}', b'{"delete": []}', b"\x00", b"1", b"NaN"]
)  # fmt: skip
BLANK = st.sampled_from([b"", b" ", b"\t\r"])


@given(st.lists(st.one_of(GOOD, BAD, BLANK), max_size=30), st.booleans())
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
async def test_bad_lines_harm_no_good_ones(
    shared_address: Address, shared_pool: Pool, records: list[Json | bytes], packed: bool
) -> None:
    await shared_pool.execute("delete from articles")
    content = lines_of(records)
    headers = {"content_encoding": "gzip"} if packed else {}
    results = await post(shared_address, content=gzip.compress(content) if packed else content, **headers)
    told = [(n, each) for n, each in enumerate(records, 1) if isinstance(each, dict) or each.strip()]
    assert [each["line"] for each in results] == [number for number, _ in told]
    seen: Counter[str] = Counter()
    for result, (_, sent) in zip(results, told, strict=True):
        if isinstance(sent, dict):
            assert result["result"] == ("UNCHANGED" if seen[sent["url"]] else "CREATED")
            seen[sent["url"]] += 1
        else:
            assert result["result"] == "REFUSED"
            assert result["problem"]["status"] < 500
    assert await shared_pool.fetchval("select count(*) from articles") == len(seen)
