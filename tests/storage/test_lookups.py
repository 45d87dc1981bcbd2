"""What is asked before something is written, and what is written only while it is so."""

from uuid import UUID

import pytest

from service.storage.ingest import delete
from service.storage.lookups import actual_actor, stored_digest
from service.storage.merging import merge_actors
from service.storage.pool import Pool
from tests.records import Draft, store
from tests.storage.drafts import speech

pytestmark = pytest.mark.anyio

NOTHING = UUID(int=7)


async def test_a_digest_is_that_of_the_stored_record(pool: Pool) -> None:
    (outcome,) = await store(pool, speech("https://news.example/a"))
    assert outcome.id
    assert await stored_digest(pool, outcome.id) == outcome.digest
    assert await stored_digest(pool, NOTHING) is None


async def test_an_article_is_deleted_only_while_it_has_the_digest(pool: Pool) -> None:
    (outcome,) = await store(pool, speech("https://news.example/a"))
    assert outcome.id
    assert await delete(pool, [outcome.id], "0" * 64) == []
    assert await stored_digest(pool, outcome.id) == outcome.digest
    assert await delete(pool, [outcome.id], outcome.digest) == [outcome.id]
    assert await stored_digest(pool, outcome.id) is None


async def test_a_former_actor_is_the_one_that_it_was_merged_into(pool: Pool) -> None:
    for name in ("Ana Diaz", "Anna Diaz"):
        draft = Draft(f"{name} spoke.")
        draft.actor(name)
        await store(pool, draft)
    one, other = [row["id"] for row in await pool.fetch("select id from actors order by id")]
    assert await actual_actor(pool, other) == other
    await merge_actors(pool, other, one)
    assert [await actual_actor(pool, each) for each in (one, other, NOTHING)] == [one, one, NOTHING]
