"""Replacing the article of an id, and what outcomes tell of refusals."""

from uuid import UUID

import pytest

from service.storage.ingest import ingest
from service.storage.pool import Pool
from service.storage.submission import Outcome, Rival, Submission
from tests.records import Draft, store
from tests.storage.consistency import assert_consistent
from tests.storage.drafts import speech

pytestmark = pytest.mark.anyio

A, B, C = (f"https://news.example/{name}" for name in "abc")


async def put(pool: Pool, target: UUID | None, draft: Draft, replaces: str | None = "*") -> Outcome:
    (outcome,) = await ingest(pool, [Submission(draft.article(), replaces=replaces, target=target)])
    return outcome


async def test_the_article_of_an_id_is_replaced_under_whatever_keys(pool: Pool) -> None:
    (first,) = await store(pool, speech(A))
    assert first.revision == 1
    moved = await put(pool, first.id, speech(B), first.digest)
    assert (moved.result, moved.id, moved.revision) == ("REPLACED", first.id, 2)
    assert await pool.fetchval("select url from articles") == B
    assert (await put(pool, None, speech(A))).result == "CREATED"
    again = await put(pool, first.id, speech(B), first.digest)
    assert (again.result, again.revision) == ("UNCHANGED", 2)
    await assert_consistent(pool)


async def test_a_target_that_is_not_stored_is_missing(pool: Pool) -> None:
    outcome = await put(pool, UUID(int=5), speech(A))
    assert (outcome.result, outcome.refusal, outcome.rivals) == ("REFUSED", "MISSING", ())
    assert await pool.fetchval("select count(*) from articles") == 0


async def test_keys_of_another_article_are_a_conflict(pool: Pool) -> None:
    one, two = await store(pool, speech(A), speech(B))
    outcome = await put(pool, one.id, speech(B))
    assert two.id
    assert (outcome.refusal, outcome.rivals) == ("AMBIGUOUS", (Rival(two.id, two.digest),))
    assert outcome.reason == (
        f"externalId or url belong to another stored article, article_{two.id}: leave out what is not this article's"
    )
    await assert_consistent(pool)


async def test_another_digest_than_the_stored_one_is_a_mismatch(pool: Pool) -> None:
    (one,) = await store(pool, speech(A))
    assert one.id
    outcome = await put(pool, one.id, speech(A, headline="Else"), "0" * 64)
    assert (outcome.refusal, outcome.rivals) == ("MISMATCH", (Rival(one.id, one.digest),))
    differs = await put(pool, None, speech(A, headline="Else"), None)
    assert (differs.refusal, differs.rivals) == ("DIFFERS", (Rival(one.id, one.digest),))
    nothing = await put(pool, None, speech(B), "0" * 64)
    assert (nothing.refusal, nothing.rivals) == ("MISMATCH", ())


async def test_several_articles_are_all_named(pool: Pool) -> None:
    one, two = await store(pool, speech(A, externalId="1"), speech(B, externalId="2"))
    outcome = await put(pool, None, speech(A, externalId="2"))
    assert outcome.refusal == "AMBIGUOUS"
    assert {rival.id for rival in outcome.rivals} == {one.id, two.id}


async def test_two_replacements_of_one_target_in_one_batch(pool: Pool) -> None:
    """The second meets what the first stored."""
    (first,) = await store(pool, speech(A))
    outcomes = await ingest(
        pool,
        [
            Submission(speech(B).article(), replaces=first.digest, target=first.id),
            Submission(speech(C).article(), replaces=first.digest, target=first.id),
        ],
    )
    assert [(outcome.result, outcome.refusal) for outcome in outcomes] == [("REPLACED", None), ("REFUSED", "MISMATCH")]
    await assert_consistent(pool)
