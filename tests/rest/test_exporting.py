"""Exports over REST: all of it, as a stream that ends well or not at all, and that a batch takes back."""

import asyncio
import gzip
import json
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import AsyncExitStack, aclosing

import httpx
import pytest

from service.rest import exporting
from service.rest.writing import EXPORT_CONNECTIONS
from service.storage.export import export
from service.storage.pool import Pool
from tests.databases import Spares
from tests.graphql.serving import SECONDS, Address, eventually, serving
from tests.records import Draft, store
from tests.rest.duplex import duplex, results_of
from tests.storage.drafts import speech

pytestmark = pytest.mark.anyio

KINDS = ("articles", "actors", "quotes", "events")
EXPORT = "GET /v1/export/articles HTTP/1.1"
ASKED = {
    "query": "{ articles { nodes { id revision modifiedAt quotes { nodes { id text } } } } "
    "actors { nodes { id formerIds name articleCount } } }"
}


@pytest.fixture
async def address(database_url: str) -> AsyncIterator[Address]:
    """A service that takes writes without a key."""
    async with serving(database_url, host="127.0.0.1") as address:
        yield address


def client_of(address: Address) -> httpx.AsyncClient:
    return httpx.AsyncClient(base_url=f"http://127.0.0.1:{address.port}", timeout=SECONDS)


async def exported(address: Address, **headers: str) -> dict[str, bytes]:
    """Every export, as it was decoded."""
    async with client_of(address) as client:
        responses = {kind: await client.get(f"/v1/export/{kind}", headers=headers) for kind in KINDS}
    assert {each.status_code for each in responses.values()} == {200}
    return {kind: response.content for kind, response in responses.items()}


async def fill(pool: Pool, megabytes: int) -> None:
    """Store articles of a megabyte, more than sockets hold."""
    await store(pool, *(Draft("a" * 1_000_000, url=f"https://news.example/{n}") for n in range(megabytes)))


async def free(pool: Pool) -> bool:
    """Whether no export holds a connection."""
    found = await pool.fetchval(
        "select count(*) from pg_stat_activity where datname = current_database() and state = 'idle in transaction'"
    )
    return not found


async def test_every_line_is_an_object(address: Address, pool: Pool) -> None:
    await store(pool, speech("https://news.example/a"), speech("https://news.example/b"))
    told = await exported(address)
    lines = {kind: results_of(body) for kind, body in told.items()}
    assert {line["url"] for line in lines["articles"]} == {"https://news.example/a", "https://news.example/b"}
    assert {line["stored"]["sender"] for line in lines["articles"]} == {"local"}
    assert len(lines["quotes"]) == 2
    assert all(line["id"].startswith("actor_") for line in lines["actors"])


async def test_an_export_of_nothing_is_empty(address: Address) -> None:
    assert set((await exported(address)).values()) == {b""}
    assert set((await exported(address, accept_encoding="gzip")).values()) == {b""}


@pytest.mark.parametrize(
    ("told", "packed"),
    [
        ("gzip", True),
        ("br, GZIP;q=0.5", True),
        ("*", True),
        ("x-gzip", True),
        ("gzip;q=0", False),
        ("gzip; q=0.000, *", False),
        ("identity", False),
        ("br", False),
    ],
)
async def test_an_export_is_packed_where_that_is_asked_for(
    address: Address, pool: Pool, told: str, packed: bool
) -> None:
    await fill(pool, 2)
    async with duplex(address.port, f"{EXPORT}\nAccept-Encoding: {told}") as client:
        body = await client.rest()
    head = client.headers.lower()
    assert (b"content-encoding: gzip" in head) == packed
    assert b"vary: accept-encoding" in head
    lines = results_of(gzip.decompress(body) if packed else body)
    assert [len(line["body"]) for line in lines] == [1_000_000] * 2
    assert not packed or len(body) < 50_000


async def test_head_tells_what_get_would_and_reads_nothing(address: Address, pool: Pool) -> None:
    await fill(pool, 1)
    async with client_of(address) as client:
        response = await client.head("/v1/export/articles", headers={"Accept-Encoding": "gzip"})
    assert (response.status_code, response.content) == (200, b"")
    assert response.headers["content-type"] == "application/x-ndjson"
    assert response.headers["content-encoding"] == "gzip"


async def test_a_client_that_leaves_frees_its_connection(
    address: Address, pool: Pool, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended = asyncio.Event()

    async def endless(pool: Pool, kind: str) -> AsyncGenerator[bytes, None]:
        """The export again and again: it ends only where it is ended."""
        try:
            while True:
                async with aclosing(export(pool, kind)) as lines:
                    async for line in lines:
                        yield line
        finally:
            ended.set()

    monkeypatch.setattr(exporting, "export", endless)
    await fill(pool, 1)
    async with duplex(address.port, EXPORT, lazy=True) as client:
        assert await client.chunk()
        client.abort()
        async with asyncio.timeout(SECONDS):
            await ended.wait()
    await eventually(lambda: free(pool))


async def test_a_client_that_does_not_read_is_given_up(
    address: Address, pool: Pool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exporting, "STALLED_SECONDS", 0.2)
    await fill(pool, 10)
    async with duplex(address.port, EXPORT, lazy=True) as client:
        assert await client.chunk()
        await eventually(lambda: free(pool))
        with pytest.raises((asyncio.IncompleteReadError, ConnectionError)):
            await client.rest()


@pytest.mark.parametrize("coding", ["identity", "gzip"])
async def test_an_export_that_fails_does_not_end(address: Address, pool: Pool, coding: str) -> None:
    await fill(pool, 10)
    async with duplex(address.port, f"{EXPORT}\nAccept-Encoding: {coding}", lazy=True) as client:
        assert await client.chunk()
        await pool.execute(
            "select pg_terminate_backend(pid, 5000) from pg_stat_activity "
            "where datname = current_database() and state = 'idle in transaction'"
        )
        with pytest.raises((asyncio.IncompleteReadError, ConnectionError)):
            await client.rest()


async def test_exports_are_few_at_once_and_leave_reads_alone(address: Address, pool: Pool) -> None:
    await fill(pool, 10)
    async with AsyncExitStack() as open_ones, client_of(address) as client:
        for _ in range(EXPORT_CONNECTIONS):
            one = await open_ones.enter_async_context(duplex(address.port, EXPORT, lazy=True))
            assert await one.chunk()
        refused = await client.get("/v1/export/quotes")
        assert (refused.status_code, refused.json()["code"]) == (503, "BUSY")
        assert int(refused.headers["retry-after"]) >= 1
        assert (await client.get("/v1/articles")).status_code == 200
        created = await client.post("/v1/articles", json=speech("https://news.example/x").record())
        assert created.status_code == 201
        one.abort()

        async def taken() -> bool:
            return (await client.get("/v1/export/quotes")).status_code == 200

        await eventually(taken)


async def test_what_can_not_be_begun_is_a_problem(address: Address, pool: Pool) -> None:
    await pool.execute("alter table quotes rename to gone")
    async with client_of(address) as client:
        for _ in range(EXPORT_CONNECTIONS + 1):
            response = await client.get("/v1/export/quotes")
            assert (response.status_code, response.json()["code"]) == (500, "INTERNAL_SERVER_ERROR")
    await pool.execute("alter table gone rename to quotes")


async def test_a_batch_takes_an_export_back(address: Address, pool: Pool, spares: Spares) -> None:
    """Articles of several senders and one that was replaced, and actors that were merged."""
    async with client_of(address) as client:
        for n in range(5):
            await store(pool, speech(f"https://news.example/{n}"), sender=f"sender-{n}")
        await store(pool, speech("https://news.example/1", "Other words were said then"), sender="local", replaces="*")
        for name in ("Ana Diaz", "Anna Diaz"):
            draft = Draft(f"{name} spoke.", url=f"https://news.example/{name[:3]}")
            draft.actor(name)
            await store(pool, draft)
        actors = [dict(json.loads(line)) for line in (await client.get("/v1/export/actors")).iter_lines()]
        ids = {each["name"]: each["id"] for each in actors}
        merged = await client.post(f"/v1/actors/{ids['Anna Diaz']}/merge", json={"into": ids["Ana Diaz"]})
        assert merged.status_code == 200, merged.text
        here = (await client.post("/graphql", json=ASKED)).json()
    before = await exported(address)
    assert b'"merge"' in before["articles"]

    with_database = spares.database()
    url = await asyncio.to_thread(with_database.__enter__)
    try:
        async with serving(url, host="127.0.0.1") as other, client_of(other) as client:
            headers = {"Content-Type": "application/x-ndjson"}
            filled = await client.post("/v1/articles/batch", content=before["articles"], headers=headers)
            assert {each["result"] for each in results_of(filled.content)} == {"MERGED", "CREATED"}
            assert await exported(other) == before
            assert (await client.post("/graphql", json=ASKED)).json() == here
    finally:
        await asyncio.to_thread(with_database.__exit__, None, None, None)
