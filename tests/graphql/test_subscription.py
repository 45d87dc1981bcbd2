"""What subscribers are told: everything that is stored, once, in the order of the feed, whatever fails meanwhile."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any
from uuid import UUID

import pytest

from service.graphql.subscription import Stream, Subscriptions
from service.query import live
from service.storage import feed
from service.storage.pool import Pool, open_pool
from tests.databases import run
from tests.graphql.serving import SECONDS, Address, Socket, end_of_feed, eventually, serving, socket
from tests.records import send, store
from tests.storage.drafts import speech

pytestmark = pytest.mark.anyio

STORED = "subscription ($after: String) { articleStored(after: $after) { cursor node { url } } }"
CHANGES = "query ($after: String) { changes(first: 100, after: $after) { nodes { typeName node { id } } } }"
ARTICLES = "select count(*) from changes where type_name = 'Article'"


def url(name: object) -> str:
    return f"https://news.example/{name}"


@pytest.fixture
async def address(database_url: str) -> AsyncIterator[Address]:
    async with serving(database_url) as address:
        yield address


async def told(client: Socket, count: int, name: str = "1") -> list[str]:
    """The urls of so many articles, in order."""
    return [(await client.next(name))["articleStored"]["node"]["url"] for _ in range(count)]


async def test_from_now_on_tells_nothing_of_before(address: Address, pool: Pool) -> None:
    await store(pool, speech(url("before")))
    async with socket(address) as client:
        await client.subscribe("subscription { articleStored { node { url } } }")
        first = asyncio.ensure_future(client.next())
        stored = 0
        async with asyncio.timeout(SECONDS):
            while not first.done():
                await store(pool, speech(url(stored)))
                stored += 1
                await asyncio.sleep(0.02)
        heard = await first
        start = int(heard["articleStored"]["node"]["url"].rpartition("/")[2])
        assert await told(client, stored - start - 1) == [url(i) for i in range(start + 1, stored)]


async def test_who_comes_back_with_the_last_cursor_misses_nothing(address: Address, pool: Pool) -> None:
    after = await end_of_feed(address, pool)
    names = [f"{i}" for i in range(60)]
    await store(pool, *(speech(url(name)) for name in names[:40]))
    heard = []
    for count in (1, 30, 9):
        async with socket(address) as client:
            await client.subscribe(STORED, {"after": after})
            for _ in range(count):
                stored = (await client.next())["articleStored"]
                heard.append(stored["node"]["url"])
                after = stored["cursor"]
    await store(pool, *(speech(url(name)) for name in names[40:]))
    async with socket(address) as client:
        await client.subscribe(STORED, {"after": after})
        heard += await told(client, 20)
    assert sorted(heard) == sorted(url(name) for name in names)


async def test_replaced_articles_are_told_again_and_deleted_ones_are_not(address: Address, pool: Pool) -> None:
    after = await end_of_feed(address, pool)
    await store(pool, speech(url("a")), speech(url("b")))
    await send(pool, speech(url("a"), headline="Anew"), replaces="*")
    await pool.execute("delete from articles where url = $1", url("b"))
    async with socket(address) as client:
        await client.subscribe(STORED, {"after": after})
        # As they are now: the first storing of a is told too, for who was there then.
        assert await told(client, 2) == [url("a"), url("a")]


async def test_a_cursor_is_a_position_in_the_one_feed(address: Address, pool: Pool) -> None:
    after = await end_of_feed(address, pool)
    await store(pool, speech(url("a")))
    async with socket(address) as client:
        await client.subscribe(STORED, {"after": after})
        article = (await client.next())["articleStored"]["cursor"]
        quotes = "subscription ($after: String) { quoteStored(after: $after, filter: { attributed: true }) { cursor } }"
        await client.subscribe(quotes, {"after": after}, "2")
        quote = (await client.next("2"))["quoteStored"]["cursor"]
        await store(pool, speech(url("b")))
        assert await told(client, 1) == [url("b")]
        await client.next("2")
        await client.subscribe(STORED, {"after": quote}, "3")
        heard = await told(client, 1, "3")
        assert heard in ([url("a")], [url("b")])  # within a transaction the order is that of ids
        await client.send(type="complete", id="3")
        for n, position in enumerate((article, quote)):
            await client.subscribe(CHANGES, {"after": position}, f"c{n}")
            message = await client.receive()
            while message["id"] == "3":
                message = await client.receive()
            nodes = message["payload"]["data"]["changes"]["nodes"]
            assert nodes
            assert {node["typeName"] for node in nodes} >= {"Article", "Quote"}
            assert await client.receive() == {"type": "complete", "id": f"c{n}"}


async def test_only_what_passes_the_filter_is_told(
    address: Address, pool: Pool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(live, "LOOKED_AT_ONCE", 3)
    monkeypatch.setattr(live, "TOLD_AT_ONCE", 2)
    after = await end_of_feed(address, pool)
    await store(pool, *(speech(url(i), language="de" if i % 5 == 0 else "en") for i in range(40)))
    await store(pool, speech(url("last"), language="de"))
    query = (
        "subscription ($after: String, $languages: [String!], $by: [ID!]) {"
        " articleStored(after: $after, filter: { languages: $languages, actors: $by }) { cursor node { url } } }"
    )
    (actor,) = await pool.fetch("select id from actors")
    async with socket(address) as client:
        variables = {"after": after, "languages": ["de"], "by": [f"actor_{actor['id']}"]}
        await client.subscribe(query, variables)
        heard = await told(client, 9)
        assert sorted(heard[:8]) == sorted(url(i) for i in range(0, 40, 5))
        assert heard[8] == url("last")
        await client.subscribe(query, {**variables, "by": ["actor_x"]}, "2")
        await client.subscribe("{ __typename }", name="3")
        assert await client.next("3") == {"__typename": "Query"}


async def test_what_is_selected_is_what_is_told(address: Address, pool: Pool) -> None:
    after = await end_of_feed(address, pool)
    await store(pool, speech(url("a")))
    async with socket(address) as client:
        await client.subscribe(
            """
            subscription S($after: String, $yes: Boolean = true) {
                told: quoteStored(after: $after) {
                    kind: __typename ...Q at: cursor @skip(if: $yes)
                    node { article { quotes(first: 1) { nodes { text } totalCount } } }
                }
            }
            fragment Q on QuoteStored { node { words: text speaker { name } ... on Node { __typename } } }
            """,
            {"after": after},
        )
        quote = {"text": "The time of democracy has arrived"}
        assert await client.next() == {
            "told": {
                "kind": "QuoteStored",
                "node": {
                    "words": quote["text"],
                    "speaker": {"name": "Juan Guaido"},
                    "__typename": "Quote",
                    "article": {"quotes": {"nodes": [quote], "totalCount": 1}},
                },
            }
        }


# Expired cursors


async def test_a_cursor_behind_which_changes_are_gone_is_expired(address: Address, pool: Pool) -> None:
    after = await end_of_feed(address, pool)
    async with socket(address) as client:
        await client.subscribe(STORED, {"after": after})
        await store(pool, speech(url("heard")))
        assert await told(client, 1) == [url("heard")]
        await pool.execute(
            "insert into changes_horizon (xid, node_id) select pg_snapshot_xmin(pg_current_snapshot()), $1", UUID(int=1)
        )
        await store(pool, speech(url("a")))
        for name, query in (("1", None), ("2", STORED), ("3", CHANGES)):
            if query:
                await client.subscribe(query, {"after": after}, name)
            error = await client.refused(name)
            assert error["extensions"]["code"] == "CURSOR_EXPIRED"
            assert "read everything anew" in error["message"]
        await client.subscribe(CHANGES, name="4")
        assert (await client.next("4"))["changes"]["nodes"]


# Order, and what fails meanwhile


async def test_what_commits_late_is_told_before_what_began_later(address: Address, pool: Pool) -> None:
    after = await end_of_feed(address, pool)
    async with socket(address) as client, pool.acquire() as early:
        await client.subscribe(STORED, {"after": after})
        held = early.transaction()
        await held.start()
        await early.execute("update articles set headline = 'late'")
        await pool.execute("insert into sources (id, key, name) values ($1, 'k', 'n')", UUID(int=1))
        await client.subscribe("{ changes(first: 100) { nodes { typeName nodeId } } }", name="2")
        assert "Source" not in {node["typeName"] for node in (await client.next("2"))["changes"]["nodes"]}
        assert await client.receive() == {"type": "complete", "id": "2"}
        await held.commit()
        assert await told(client, 1) == [url("first")]
        await client.subscribe("{ changes(first: 100) { nodes { typeName nodeId } } }", name="3")
        nodes = (await client.next("3"))["changes"]["nodes"]
        assert [node["typeName"] for node in nodes[-2:]] == ["Article", "Source"]


async def test_a_reader_misses_nothing_of_several_writers(address: Address, pool: Pool) -> None:
    after = await end_of_feed(address, pool)
    async with socket(address) as client:
        await client.subscribe(STORED, {"after": after})
        await asyncio.gather(*(store(pool, speech(url(f"{writer}-{i}"))) for writer in range(4) for i in range(10)))
        assert sorted(await told(client, 40)) == sorted(url(f"{w}-{i}") for w in range(4) for i in range(10))


OTHERS = "from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()"
FEED = f"{OTHERS} and application_name = 'onrecord feed'"


async def test_a_lost_listener_loses_nothing(address: Address, pool: Pool) -> None:
    after = await end_of_feed(address, pool)
    async with socket(address) as client:
        await client.subscribe(STORED, {"after": after})
        for i in range(3):
            assert await pool.fetch(f"select pg_terminate_backend(pid) {FEED}")
            await store(pool, speech(url(i)))
            assert await told(client, 1) == [url(i)]
            await eventually(lambda: pool.fetch(f"select pid {FEED}"))


async def test_a_database_that_goes_away_loses_nothing(address: Address, pool: Pool, database_url: str) -> None:
    after = await end_of_feed(address, pool)
    async with socket(address) as client:
        await client.subscribe(STORED, {"after": after})
        await run(database_url, f"select pg_terminate_backend(pid) {OTHERS}")
        async with open_pool(database_url, 1) as fresh:
            await store(fresh, speech(url("a")))
        assert await told(client, 1) == [url("a")]


async def test_without_any_notification_nothing_is_lost(
    database_url: str, pool: Pool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(feed, "CHANNEL", "another_channel")
    monkeypatch.setattr(feed, "POLL_SECONDS", 0.05)
    async with serving(database_url) as address:
        after = await end_of_feed(address, pool)
        async with socket(address) as client:
            await client.subscribe(STORED, {"after": after})
            for i in range(3):
                await store(pool, speech(url(i)))
                assert await told(client, 1) == [url(i)]


async def test_a_notification_comes_before_the_poll(
    database_url: str, pool: Pool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(feed, "POLL_SECONDS", 10.0 * SECONDS)
    async with serving(database_url) as address:
        after = await end_of_feed(address, pool)
        async with socket(address) as client:
            await client.subscribe(STORED, {"after": after})
            await store(pool, speech(url("a")))
            assert await told(client, 1) == [url("a")]


# What subscribers cost


async def connections(pool: Pool) -> int:
    count = "select count(*) from pg_stat_activity where datname = current_database() and application_name like $1"
    return int(await pool.fetchval(count, "onrecord%"))


async def test_a_thousand_idle_subscribers_cost_no_connection_and_share_what_is_read(
    address: Address, pool: Pool, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[Any] = []
    fetch = Subscriptions.fetch

    async def counted(subscriptions: Subscriptions, statement: str, parameters: Any) -> Any:
        if "articles" in statement:
            read.append(parameters)
        return await fetch(subscriptions, statement, parameters)

    monkeypatch.setattr(Subscriptions, "fetch", counted)
    after = await end_of_feed(address, pool)
    before = await connections(pool)
    clients = []
    try:
        for _ in range(20):
            opened = socket(address)
            clients.append((opened, await opened.__aenter__()))
            for i in range(50):
                await clients[-1][1].subscribe(STORED, {"after": after}, f"{i}")
            await clients[-1][1].subscribe("{ __typename }", name="begun")
            assert await clients[-1][1].next("begun") == {"__typename": "Query"}
        assert await connections(pool) <= before + 1
        read.clear()
        await store(pool, speech(url("a")))
        for _, client in clients:
            assert await client.receive() == {"type": "complete", "id": "begun"}
            messages = [await client.receive() for _ in range(50)]
            assert {message["id"] for message in messages} == {f"{i}" for i in range(50)}
            assert {message["payload"]["data"]["articleStored"]["node"]["url"] for message in messages} == {url("a")}
        assert len(read) <= 2
    finally:
        for opened, _ in clients:
            await opened.__aexit__(None, None, None)


async def test_who_goes_does_not_take_what_is_being_read_from_the_others(
    address: Address, pool: Pool, monkeypatch: pytest.MonkeyPatch
) -> None:
    reading: list[Stream] = []
    read = Stream.after

    async def counted(stream: Stream, position: Any, until: Any) -> Any:
        reading.append(stream)
        return await read(stream, position, until)

    async def both() -> bool:
        return len(reading) == 2

    monkeypatch.setattr(Stream, "after", counted)
    after = await end_of_feed(address, pool)
    await store(pool, speech(url("a")))
    async with socket(address) as client:
        async with pool.acquire() as holder, holder.transaction():
            await holder.execute("lock table articles")
            await client.subscribe(STORED, {"after": after}, "goes")
            await client.subscribe(STORED, {"after": after}, "stays")
            await eventually(both)
            await client.send(type="complete", id="goes")
            await client.send(type="ping")
            assert await client.receive() == {"type": "pong"}
        assert reading[0] is reading[1]
        assert await told(client, 1, "stays") == [url("a")]
