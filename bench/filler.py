"""Fills an empty, migrated database with made articles in Postgres itself: no indexes, keys and triggers meanwhile."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import asyncpg

from bench.filling import ANNOTATIONS, ARTICLES, FUNCTIONS, QUOTE, SENTENCE, SLOTS, TOTALS, Filled
from bench.sentences import made_texts
from service.storage.pool import Connection

CHUNK = 10_000
"""Articles of one transaction."""
WORKERS = 2
ARTICLES_PER_ACTOR = 5

_CONSTRAINTS = """
select c.conrelid::regclass::text as table, c.conname as name, pg_get_constraintdef(c.oid) as definition
from pg_constraint c where c.connamespace = 'public'::regnamespace and c.contype in ('p', 'u', 'f')
and c.conrelid::regclass::text <> 'alembic_version' order by c.contype = 'f', c.conrelid::regclass::text, c.conname
"""
_INDEXES = """
select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
from pg_index i join pg_class t on t.oid = i.indrelid
where t.relnamespace = 'public'::regnamespace and t.relname <> 'alembic_version'
and not exists (select from pg_constraint c where c.conindid = i.indexrelid and c.contype in ('p', 'u'))
order by 1
"""
_TRIGGERS = """
select distinct tgrelid::regclass::text as table from pg_trigger t join pg_class c on c.oid = t.tgrelid
where not tgisinternal and c.relnamespace = 'public'::regnamespace
"""
_SEARCHED = "select table_name from information_schema.columns where table_schema = 'public' and column_name = 'words'"
_SESSION = "set synchronous_commit = off; set work_mem = '256MB'; set maintenance_work_mem = '1GB'; set jit = off"


async def fill(url: str, articles: int) -> None:
    """Store `articles` made articles in the empty database at `url`; an actor for every five of them."""
    connection = await asyncpg.connect(url)
    try:
        await connection.execute(_SESSION)
        searched = {row["table_name"] for row in await connection.fetch(_SEARCHED)}
        async with _bare_tables(connection):
            await _fill_chunks(url, articles, searched)
            await connection.execute(FUNCTIONS)
            for filled in TOTALS:
                await connection.execute(_insert(filled, searched))
        await connection.execute("vacuum analyze")
    finally:
        await connection.close()


@asynccontextmanager
async def _bare_tables(connection: Connection) -> AsyncIterator[None]:
    """Tables without keys, indexes and triggers; made anew at the end as the migrations made them."""
    constraints = await connection.fetch(_CONSTRAINTS)
    indexes = await connection.fetch(_INDEXES)
    triggers = [row["table"] for row in await connection.fetch(_TRIGGERS)]
    for table in triggers:
        await connection.execute(f"alter table {table} disable trigger user")
    for constraint in reversed(constraints):
        await connection.execute(f'alter table {constraint["table"]} drop constraint "{constraint["name"]}"')
    for index in indexes:
        await connection.execute(f"drop index {index['name']}")
    yield
    await connection.execute("analyze")
    for constraint in constraints:
        added = f'add constraint "{constraint["name"]}" {constraint["definition"]}'
        await connection.execute(f"alter table {constraint['table']} {added}")
    for index in indexes:
        await connection.execute(index["definition"])
    for table in triggers:
        await connection.execute(f"alter table {table} enable trigger user")


async def _fill_chunks(url: str, articles: int, searched: set[str]) -> None:
    chunks = iter([(start, min(articles, start + CHUNK)) for start in range(0, articles, CHUNK)])

    async def work() -> None:
        connection = await asyncpg.connect(url)
        try:
            await connection.execute(_SESSION)
            await connection.execute(FUNCTIONS)
            for table, length, seed in (("sentences", SENTENCE, 1), ("quoted_words", QUOTE - 8, 2)):
                await connection.execute(f"create temp table {table} (number int primary key, text text)")
                await connection.copy_records_to_table(table, records=list(enumerate(made_texts(length, seed))))
                await connection.execute(f"analyze {table}")
            for first, end in chunks:
                async with connection.transaction():
                    await _fill_chunk(connection, first, end, articles // ARTICLES_PER_ACTOR, searched)
        finally:
            await connection.close()

    await asyncio.gather(*(work() for _ in range(WORKERS)))


async def _fill_chunk(connection: Connection, first: int, end: int, actors: int, searched: set[str]) -> None:
    # CREATE TABLE AS takes no parameters.
    slots = SLOTS
    for number, value in enumerate((first, end, actors), 1):
        slots = slots.replace(f"${number}", str(value))
    await connection.execute(slots)
    await connection.execute("analyze slots")
    for filled in (ARTICLES, *ANNOTATIONS):
        await connection.execute(_insert(filled, searched))
    await connection.execute("drop table slots")


def _insert(filled: Filled, searched: set[str]) -> str:
    return filled.statement(searched=filled.table in searched)
