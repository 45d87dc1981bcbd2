"""Made data is as ingest would store it, in tables as the migrations made them."""

import asyncpg
import pytest

from bench.filler import fill
from bench.filling import QUOTE, SENTENCE
from bench.sentences import POOL, made_texts
from service.folding import fold_words
from service.storage.pool import open_pool
from tests.storage.consistency import assert_consistent

ARTICLES = 240

_SCHEMA = """
select 'index', indexname, indexdef from pg_indexes where schemaname = 'public'
union all
select conrelid::regclass::text, conname, convalidated || pg_get_constraintdef(oid) from pg_constraint
where connamespace = 'public'::regnamespace
union all
select tgrelid::regclass::text, tgname, tgenabled::text || pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
order by 1, 2
"""


async def _schema(url: str) -> list[tuple[object, ...]]:
    connection = await asyncpg.connect(url)
    try:
        return [tuple(row) for row in await connection.fetch(_SCHEMA)]
    finally:
        await connection.close()


@pytest.mark.anyio
async def test_a_filled_database_is_consistent_and_has_the_schema_of_the_migrations(shared_database_url: str) -> None:
    migrated = await _schema(shared_database_url)
    await fill(shared_database_url, ARTICLES)
    assert await _schema(shared_database_url) == migrated
    async with open_pool(shared_database_url, 2) as pool:
        tables = await assert_consistent(pool)
        assert await pool.fetchval("select count(*) from changes") == 0
    assert {table: len(tables[table]) for table in ("articles", "mentions", "quotes", "reports")} == {
        "articles": ARTICLES,
        "mentions": 10 * ARTICLES,
        "quotes": 5 * ARTICLES,
        "reports": 2 * ARTICLES,
    }
    assert any(row["article_count"] == 2 for row in tables["utterances"])
    assert max(row["article_count"] for row in tables["events"]) > 10


@pytest.mark.parametrize("length", [SENTENCE, QUOTE - 8])
def test_made_texts_are_of_one_length_and_folded_already(length: int) -> None:
    texts = made_texts(length, 1)
    assert len(texts) == POOL
    assert {len(text) for text in texts} == {length}
    assert all(" ".join(fold_words(text)) == text for text in texts)
