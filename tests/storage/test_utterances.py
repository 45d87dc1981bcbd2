"""Which quotes share an utterance."""

import pytest

from service.storage.ingest import delete
from service.storage.pool import Pool
from tests.records import Draft, store
from tests.storage.consistency import assert_consistent
from tests.storage.drafts import WORDS, speech

pytestmark = pytest.mark.anyio


async def utterances(pool: Pool, *drafts: Draft) -> list[int]:
    """Store the drafts one by one; the number of articles of each utterance, most first."""
    for draft in drafts:
        await store(pool, draft)
    return sorted((row["article_count"] for row in (await assert_consistent(pool))["utterances"]), reverse=True)


def said(number: int, words: str, speaker: str = "Juan Guaido", source: str | None = None) -> Draft:
    fields = {"source": {"name": source}} if source else {}
    return speech(f"https://news.example/{number}", words, speaker, **fields)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (WORDS, WORDS),
        (WORDS, WORDS.upper() + "!"),
        ("The transition to democracy is imminent. Let us all go home now.", "The transition to democracy is imminent"),
        ("Let us all go home now", "The transition to democracy is imminent. Let us all go home now."),
        ("dictatorial and irritating authority", "dictatorial and irritating authority"),
    ],
)
async def test_one_utterance(pool: Pool, one: str, other: str) -> None:
    assert await utterances(pool, said(1, one), said(2, other)) == [2]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("We will not go", "We will not go"),
        ("Yes", "Yes"),
        ("The time of democracy has arrived", "The time of democracy has come"),
        ("I will not say that we have done this", "I will not say that we have done it"),
    ],
)
async def test_two_utterances(pool: Pool, one: str, other: str) -> None:
    assert await utterances(pool, said(1, one), said(2, other)) == [1, 1]


async def test_another_speaker_is_another_utterance(pool: Pool) -> None:
    assert await utterances(pool, said(1, WORDS), said(2, WORDS, "Nicolas Maduro")) == [1, 1]


async def test_single_tokens_are_other_speakers(pool: Pool) -> None:
    assert await utterances(pool, said(1, WORDS, "Guaido"), said(2, WORDS, "Guaido")) == [1, 1]


async def test_words_of_nobody_named_share_nothing(pool: Pool) -> None:
    drafts = [Draft(f"“{WORDS}”, somebody said.", url=f"https://news.example/{i}") for i in range(2)]
    for draft in drafts:
        draft.quote(WORDS)
    assert await utterances(pool, *drafts) == [1, 1]


async def test_articles_and_sources_are_counted_once(pool: Pool) -> None:
    twice = Draft(
        f"“{WORDS}.” Later: “{WORDS}!” Juan Guaido said.", url="https://news.example/0", source={"name": "One"}
    )
    speaker = twice.actor("Juan Guaido")
    twice.quote((WORDS, 0), speaker)
    twice.quote((WORDS, 1), speaker)
    await store(pool, twice, said(1, WORDS, source="One"), said(2, WORDS, source="Two"), said(3, WORDS))
    (utterance,) = (await assert_consistent(pool))["utterances"]
    assert (utterance["article_count"], utterance["source_count"]) == (4, 2)


async def test_utterance_outlives_the_article_that_began_it(pool: Pool) -> None:
    (first,) = await store(pool, said(1, WORDS))
    began = await pool.fetchval("select id from utterances")
    assert await utterances(pool, said(2, WORDS)) == [2]
    assert first.id is not None
    await delete(pool, [first.id])
    assert await utterances(pool) == [1]
    assert await pool.fetchval("select id from utterances") == began
    assert await utterances(pool, said(1, WORDS), said(3, WORDS)) == [3]


async def test_an_utterance_begun_again_by_a_replacement(pool: Pool) -> None:
    both = f"{WORDS}. We all will go home in peace"
    await store(pool, said(1, both), said(2, "We all will go home in peace"))
    await store(pool, said(1, WORDS), replaces="*")
    await store(pool, said(1, both), replaces="*")
    assert await utterances(pool) == [2]
