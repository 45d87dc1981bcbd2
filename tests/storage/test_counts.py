"""Counts of rows: up, down and away."""

from uuid import UUID

import pytest

from service.search_text import name_vector
from service.storage.counts import ALIASES, ROLES, Counts
from service.storage.pool import Connection, Pool

pytestmark = pytest.mark.anyio

ONE, TWO = UUID(int=1), UUID(int=2)


async def add_actors(connection: Connection) -> None:
    await connection.execute(
        "insert into actors (id, kind, name, name_folded, mention_count, article_count, quote_count) "
        "select id, 'PERSON', 'n', 'n', 0, 1, 0 from unnest($1::uuid[]) id",
        [ONE, TWO],
    )


async def aliases(connection: Connection) -> list[tuple[object, ...]]:
    rows = await connection.fetch("select actor_id, name, mention_count, article_count from aliases order by 1, 2")
    return [tuple(row) for row in rows]


async def test_up_down_and_away(pool: Pool) -> None:
    async with pool.acquire() as connection:
        await add_actors(connection)
        first = Counts(ALIASES)
        first.add((ONE, "a"), (2, 1), ("a", name_vector("a")))
        first.add((ONE, "a"), (1, 1), ("a", name_vector("a")))
        first.add((TWO, "b"), (0, 1), ("b", name_vector("b")))
        assert await first.write(connection) == []
        assert await aliases(connection) == [(ONE, "a", 3, 2), (TWO, "b", 0, 1)]
        second = Counts(ALIASES)
        second.take((ONE, "a"), (2, 1))
        second.take((TWO, "b"), (0, 1))
        second.add((TWO, "c"), (1, 1), ("c", name_vector("c")))
        assert await second.write(connection) == [(TWO, "b")]
        assert await aliases(connection) == [(ONE, "a", 1, 1), (TWO, "c", 1, 1)]


async def test_what_is_taken_and_given_again_stays_as_it_was(pool: Pool) -> None:
    async with pool.acquire() as connection:
        await add_actors(connection)
        first = Counts(ROLES)
        first.add((ONE, "General"), (1,))
        await first.write(connection)
        before = await connection.fetchval("select xmin::text from roles")
        second = Counts(ROLES)
        second.take((ONE, "General"), (1,))
        second.add((ONE, "General"), (1,))
        assert await second.write(connection) == []
        assert await connection.fetchval("select xmin::text from roles") == before


async def test_nothing_counted_is_nothing_written(pool: Pool) -> None:
    async with pool.acquire() as connection:
        assert await Counts(ALIASES).write(connection) == []


async def test_a_row_of_another_is_added_to(pool: Pool) -> None:
    async with pool.acquire() as connection:
        await add_actors(connection)
        for _ in range(2):
            counts = Counts(ROLES)
            counts.add((TWO, "General"), (2,))
            await counts.write(connection)
        assert await connection.fetchval("select mention_count from roles") == 4
