"""The feed of changes as the triggers write it: one change a node and transaction, none left out, in commit order."""

from collections.abc import AsyncIterator
from typing import Any
from uuid import UUID

import asyncpg
import pytest
from hypothesis import given

from service.storage.ingest import delete, ingest
from service.storage.merging import merge_actors
from service.storage.pool import Connection, Pool
from service.storage.submission import Submission
from tests.records import send, store
from tests.storage.drafts import call, speech
from tests.storage.test_histories import EMPTY, QUICK, STEPS

pytestmark = pytest.mark.anyio

A, B = "https://news.example/a", "https://news.example/b"
NODES = ("Source", "Article", "Actor", "Quote", "Utterance", "Event")
VISIBLE = "xid < pg_snapshot_xmin(pg_current_snapshot())"
ID = UUID("00000000-0000-4000-8000-00000000000a")
NEW_SOURCE = "insert into sources (id, key, name) values ($1, $2, $2)"

Told = dict[str, list[str]]


async def changes(connection: Pool | Connection) -> Told:
    """Type -> kinds of the changes of the last transaction that made any, sorted."""
    told: Told = {}
    rows = await connection.fetch(
        "select type_name, kind from changes where xid = (select max(xid) from changes) order by type_name, kind"
    )
    for row in rows:
        told.setdefault(row["type_name"], []).append(row["kind"])
    return told


async def replayed(connection: Pool | Connection) -> dict[UUID, str]:
    """What is stored when the whole feed is followed: id -> type."""
    stored: dict[UUID, str] = {}
    for row in await connection.fetch("select node_id, type_name, kind from changes order by xid, node_id"):
        if row["kind"] == "CREATED":
            assert row["node_id"] not in stored
            stored[row["node_id"]] = row["type_name"]
        elif row["kind"] == "UPDATED":
            assert stored[row["node_id"]] == row["type_name"]
        else:
            assert stored.pop(row["node_id"]) == row["type_name"]
    return stored


async def stored_nodes(connection: Pool | Connection) -> dict[UUID, str]:
    return {
        row["id"]: node
        for node in NODES
        for row in await connection.fetch(f"select id from {node.lower()}s")  # noqa: S608  names of ours
    }


async def test_what_is_stored_is_created(pool: Pool) -> None:
    await store(pool, speech(A, source={"name": "One"}), call(B))
    assert await changes(pool) == {
        "Actor": ["CREATED"] * 2, "Article": ["CREATED"] * 2, "Event": ["CREATED"], "Quote": ["CREATED"],
        "Source": ["CREATED"], "Utterance": ["CREATED"],
    }  # fmt: skip
    assert await replayed(pool) == await stored_nodes(pool)


async def test_what_another_article_adds_to_is_updated(pool: Pool) -> None:
    await store(pool, speech(A))
    await store(pool, speech(B))
    assert await changes(pool) == {
        "Actor": ["UPDATED"], "Article": ["CREATED"], "Quote": ["CREATED"], "Utterance": ["UPDATED"],
    }  # fmt: skip


async def test_what_is_sent_again_changes_nothing(pool: Pool) -> None:
    await store(pool, speech(A))
    before = await pool.fetch("select * from changes")
    await send(pool, speech(A))
    assert await pool.fetch("select * from changes") == before


async def test_a_revision_updates_what_stays_and_deletes_what_goes(pool: Pool) -> None:
    await store(pool, speech(A, source={"name": "One"}))
    await send(pool, speech(A, "Quite other words than those before", source={"name": "Two"}), replaces="*")
    told = await changes(pool)
    assert told.pop("Actor", ["UPDATED"]) == ["UPDATED"]  # its aliases are taken back and counted again
    assert told == {
        "Article": ["UPDATED"],
        "Quote": ["CREATED", "DELETED"],
        "Source": ["CREATED", "DELETED"],
        "Utterance": ["CREATED", "DELETED"],
    }


async def test_a_part_that_changes_changes_its_object(pool: Pool) -> None:
    await store(pool, speech(A, actor={"aliases": ["Guaido"]}))
    await send(pool, speech(A, actor={"aliases": ["Juan"]}), replaces="*")
    assert (await changes(pool))["Actor"] == ["UPDATED"]
    await store(pool, call(B))
    await pool.execute("delete from participants")
    assert await changes(pool) == {"Event": ["UPDATED"]}


async def test_deleting_deletes_with_all_that_goes_along(pool: Pool) -> None:
    (outcome, _) = await store(pool, speech(A, source={"name": "One"}), call(B))
    assert outcome.id
    await delete(pool, [outcome.id])
    assert await changes(pool) == {
        "Actor": ["UPDATED"], "Article": ["DELETED"], "Quote": ["DELETED"], "Source": ["DELETED"],
        "Utterance": ["DELETED"],
    }  # fmt: skip
    assert await replayed(pool) == await stored_nodes(pool)


@pytest.fixture
async def connection(pool: Pool) -> AsyncIterator[Connection]:
    async with pool.acquire() as acquired:
        yield acquired


WRITES = {
    "insert": "insert into sources (id, key, name) values ('{id}', 'k', 'n')",
    "update": "update sources set name = name || 'x'",
    "same": "update sources set name = name",
    "delete": "delete from sources",
}


@pytest.mark.parametrize(
    ("before", "steps", "kinds"),
    [
        ("", "insert", ["CREATED"]),
        ("", "insert update", ["CREATED"]),
        ("", "insert delete", []),
        ("", "insert update delete", []),
        ("", "insert delete insert", ["CREATED"]),
        ("insert", "update", ["UPDATED"]),
        ("insert", "same", []),
        ("insert", "update update", ["UPDATED"]),
        ("insert", "delete", ["DELETED"]),
        ("insert", "update delete", ["DELETED"]),
        ("insert", "delete insert", ["UPDATED"]),
        ("insert", "delete insert delete", ["DELETED"]),
        ("insert", "delete insert update", ["UPDATED"]),
    ],
)
async def test_one_transaction_makes_one_change_of_one_node(
    connection: Connection, before: str, steps: str, kinds: list[str]
) -> None:
    for step in before.split():
        await connection.execute(WRITES[step].format(id=ID))
    await connection.execute("delete from changes")
    async with connection.transaction():
        for step in steps.split():
            await connection.execute(WRITES[step].format(id=ID))
    assert [row["kind"] for row in await connection.fetch("select kind from changes")] == kinds


async def test_what_is_rolled_back_was_no_change(connection: Connection) -> None:
    async with connection.transaction():
        await connection.execute(NEW_SOURCE, ID, "kept")
        undone = connection.transaction()
        await undone.start()
        await connection.execute("delete from sources")
        await undone.rollback()
    assert await changes(connection) == {"Source": ["CREATED"]}


async def test_an_actor_that_goes_into_another_is_merged(pool: Pool) -> None:
    await store(pool, speech(A), speech(B, speaker="Nicolas Maduro"))
    goes, stays = [row["id"] for row in await pool.fetch("select id from actors")]
    await merge_actors(pool, goes, stays)
    assert (await changes(pool))["Actor"] == ["MERGED", "UPDATED"]


async def test_a_change_that_commits_late_is_read_before_what_began_later(pool: Pool) -> None:
    async with pool.acquire() as early, pool.acquire() as late:
        held = early.transaction()
        await held.start()
        await early.execute(NEW_SOURCE, ID, "early")
        await late.execute(NEW_SOURCE, UUID(int=1), "late")
        assert await pool.fetchval("select count(*) from changes") == 1
        assert await pool.fetch(f"select from changes where {VISIBLE}") == []
        await held.commit()
    rows = await pool.fetch(f"select node_id from changes where {VISIBLE} order by xid, node_id")  # noqa: S608
    assert [row["node_id"] for row in rows] == [ID, UUID(int=1)]


IN_FEED = "select in_feed($1, $2)"
HIGHEST = UUID(int=2**128 - 1)


async def expired(connection: Pool | Connection, xid: int, node_id: UUID) -> bool:
    try:
        return not await connection.fetchval(IN_FEED, xid, node_id)
    except asyncpg.PostgresError as error:
        return error.sqlstate == "OR001"


async def test_positions_before_the_horizon_and_of_later_transactions_are_refused(pool: Pool) -> None:
    now = int(await pool.fetchval("select pg_snapshot_xmax(pg_current_snapshot())::text"))
    assert not await expired(pool, 0, UUID(int=0))
    assert not await expired(pool, now - 1, HIGHEST)
    assert await expired(pool, now + 100, UUID(int=0))
    await pool.execute("insert into changes_horizon (xid, node_id) values ($1, $2)", now - 1, ID)
    assert await expired(pool, now - 2, HIGHEST)
    assert await expired(pool, now - 1, UUID(int=0))
    assert not await expired(pool, now - 1, ID)
    assert not await expired(pool, now - 1, HIGHEST)


@QUICK
@given(STEPS)
async def test_who_follows_the_feed_has_what_is_stored(shared_pool: Pool, steps: list[Any]) -> None:
    await shared_pool.execute(f"{EMPTY}, changes, changes_horizon")
    for step in steps:
        if isinstance(step, int):
            ids = [row["id"] for row in await shared_pool.fetch("select id from articles order by id")]
            await delete(shared_pool, ids[step : step + 1])
        else:
            await ingest(shared_pool, [Submission(draft.article(), sender, how) for draft, how, sender in step])
        assert await replayed(shared_pool) == await stored_nodes(shared_pool)
