"""What was stored before records were kept is read, exported, merged and split like what is stored since."""

import asyncio
from collections.abc import Iterator

import pytest

from service.storage.export import export
from service.storage.merging import merge_actors, split_actor
from service.storage.pool import open_pool
from service.storage.schema import migrate
from tests.databases import Server, run
from tests.query.fixture import fill
from tests.storage.consistency import assert_consistent
from tests.storage.test_restoring import refill

BEFORE = """
drop table former_actors, database_identity;
drop function refuse_change cascade;
alter table articles drop column sender, drop column record, drop column resolved;
alter table article_actors drop column home_ids;
alter table events drop column told_by;
update alembic_version set version_num = '0003'
"""
"""Takes a database back to where it kept no records."""


@pytest.fixture
def own_url(server: Server, template: str) -> Iterator[str]:
    """A database of this test's own, whose schema it changes."""
    with server.database(template) as url:
        yield url


def test_what_is_stored_survives(own_url: str) -> None:
    async def go_back_and_forth() -> None:
        async with open_pool(own_url, 2) as pool:
            await fill(pool)
            # What the fixture merged is from before there were merges.
            await pool.execute("delete from former_actors")
            before = await pool.fetch("select * from changes order by xid, node_id")
        await run(own_url, BEFORE)
        await migrate(own_url)
        async with open_pool(own_url, 2) as pool:
            assert await pool.fetch("select * from changes order by xid, node_id") == before
            tables = await assert_consistent(pool)
            assert {(row["sender"], row["record"]) for row in tables["articles"]} == {("local", None)}
            assert all(row["told_by"] for row in tables["events"])
            lines = [line async for line in export(pool, "articles")]
            people = [row["id"] for row in tables["actors"] if row["kind"] == "PERSON"]
            await merge_actors(pool, people[0], people[1])
            await assert_consistent_but_digests(own_url)
            await split_actor(pool, people[0])
            await refill(pool, lines)
            assert len((await assert_consistent(pool))["articles"]) == len(tables["articles"])

    asyncio.run(go_back_and_forth())


async def assert_consistent_but_digests(url: str) -> None:
    """The digests stay those of the records as they were sent, which are not known any more."""
    async with open_pool(url, 1) as pool, pool.acquire() as connection:
        transaction = connection.transaction()
        await transaction.start()
        await connection.execute("update articles set record = null")
        await assert_consistent(connection)
        await transaction.rollback()
