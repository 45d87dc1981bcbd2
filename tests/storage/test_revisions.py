"""What stays and what goes when an article is replaced."""

from typing import Any

import pytest

from service.storage.pool import Pool
from tests.records import Draft, Json, store
from tests.storage.consistency import assert_consistent
from tests.storage.drafts import WORDS, call, speech

pytestmark = pytest.mark.anyio

A, B = "https://news.example/a", "https://news.example/b"


def quoted(*words: str, speaker: str | None = "Juan Guaido", kind: str = "DIRECT", **fields: Any) -> Draft:
    draft = Draft("\n".join(f"“{text}” {speaker} said." for text in words), url=A, **fields)
    key = draft.actor(speaker) if speaker else None
    for i, text in enumerate(words):
        draft.quote((text, words[:i].count(text)), key, kind)
    return draft


async def quote_ids(pool: Pool) -> list[tuple[object, str]]:
    return [tuple(row) for row in await pool.fetch("select id, exact from quotes order by span_start")]


async def test_a_quotes_id_stays_while_kind_and_folded_words_stay(pool: Pool) -> None:
    await store(pool, quoted("Let him leave!", "The time has come."))
    before = await quote_ids(pool)
    await store(pool, quoted("A new one.", "The  TIME has cóme…", "Let him leave"), replaces="*")
    after = await quote_ids(pool)
    assert [row[0] for row in after[1:]] == [row[0] for row in reversed(before)]
    assert after[0][0] not in {row[0] for row in before}
    await store(pool, quoted("Let him leave", kind="MIXED"), replaces="*")
    assert (await quote_ids(pool))[0][0] not in {row[0] for row in before}
    await assert_consistent(pool)


async def test_equal_quotes_are_told_apart_by_order(pool: Pool) -> None:
    await store(pool, quoted("Yes!", "No!", "Yes!"))
    before = await quote_ids(pool)
    assert len({row[0] for row in before}) == 3
    await store(pool, quoted("Yes!", "Yes!"), replaces="*")
    assert await quote_ids(pool) == [(before[0][0], "Yes!"), (before[2][0], "Yes!")]


async def test_quotes_without_words_have_ids_too(pool: Pool) -> None:
    await store(pool, quoted("…!", "?", "—"))
    before = await quote_ids(pool)
    await store(pool, quoted("—", "?"), replaces="*")
    assert await quote_ids(pool) == [before[2], before[1]]


async def test_a_new_speaker_keeps_the_quote_and_leaves_the_utterance(pool: Pool) -> None:
    await store(pool, quoted(WORDS))
    before = await quote_ids(pool)
    utterance = await pool.fetchval("select utterance_id from quotes")
    await store(pool, quoted(WORDS, speaker="Nicolas Maduro"), replaces="*")
    assert await quote_ids(pool) == before
    tables = await assert_consistent(pool)
    assert [row["id"] for row in tables["utterances"]] != [utterance]
    assert [row["name"] for row in tables["actors"]] == ["Nicolas Maduro"]
    await store(pool, quoted(WORDS, speaker=None), replaces="*")
    assert [row["speaker_id"] for row in (await assert_consistent(pool))["utterances"]] == [None]


async def test_counts_go_down_with_what_is_gone(pool: Pool) -> None:
    source = {"name": "Example"}
    both = Draft(f"“{WORDS},” General Juan Guaido said. Juan Guaido left.", url=A, source=source)
    guaido = both.actor("Juan Guaido", sameAs=["https://a.example/1"], aliases=["J. Guaido"])
    both.mention(guaido, ("Juan Guaido", 1), role="General")
    both.quote(WORDS, guaido)
    await store(pool, both, speech(B))
    assert await pool.fetchrow("select mention_count, quote_count, article_count from actors") == (3, 2, 2)
    assert await pool.fetchval("select count(*) from identifiers") == 1
    await store(pool, Draft("Juan Guaido left.", url=A), replaces="*")
    assert await pool.fetchrow("select mention_count, quote_count, article_count from actors") == (1, 1, 1)
    tables = await assert_consistent(pool)
    assert not tables["identifiers"] + tables["roles"] + tables["sources"]
    assert [row["article_count"] for row in tables["utterances"]] == [1]


async def test_ids_of_actors_events_and_utterances_stay(pool: Pool) -> None:
    def revision(**fields: Any) -> Draft:
        draft = call(A, **fields)
        guaido = draft.actors[1]["key"]
        draft.actor("Maduro", ("Guaido", 0))
        draft.quote("called for elections", guaido, "INDIRECT")
        draft.event("OTHER", "Something undated", "Juan Guaido")
        return draft

    async def ids() -> list[object]:
        return [await pool.fetch(f"select id from {table} order by 1") for table in ("actors", "events", "utterances")]  # noqa: S608

    await store(pool, revision())
    before = await ids()
    await store(pool, revision(headline="x"), replaces="*")
    assert await ids() == before
    await store(pool, revision(headline="y", datePublished="2019"), replaces="*")
    assert await ids() == before
    await assert_consistent(pool)


@pytest.mark.parametrize("shared", [False, True])
async def test_ids_of_events_stay_where_two_agree_with_each_other(pool: Pool, *, shared: bool) -> None:
    """Also where another article tells of one of them, whichever that is."""

    def revision(**fields: Any) -> Draft:
        draft = call(A, **fields)
        for i in range(4):
            draft.event(
                "REQUEST", f"Another call {i}", "Juan Guaido", startDate="2019-02-02", participants=[("a1", "ACTOR")]
            )
        return draft

    query = """
        select t.name, t.event_id from article_events t join articles a on a.id = t.article_id
        where a.url = 'https://news.example/a' order by 1
    """
    await store(pool, revision())
    if shared:
        await store(pool, call(B))
        assert await pool.fetchval("select count(*) from events") == 5
    before = await pool.fetch(query)
    assert len(before) == 5
    for headline in "xyz":
        await store(pool, revision(headline=headline), replaces="*")
        assert await pool.fetch(query) == before
        await assert_consistent(pool)


async def test_ids_of_two_actors_of_one_name_stay(pool: Pool) -> None:
    def revision(**fields: Any) -> Draft:
        draft = Draft("Juan Guaido met Juan Guaido.", url=A, **fields)
        draft.actor("Juan Guaido", ("Juan Guaido", 0))
        draft.actor("Juan Guaido", ("Juan Guaido", 1))
        return draft

    query = "select span_start, actor_id from mentions order by 1"
    await store(pool, revision())
    before = await pool.fetch(query)
    assert len({row["actor_id"] for row in before}) == 2
    for headline in "xyz":
        await store(pool, revision(headline=headline), replaces="*")
        assert await pool.fetch(query) == before
        await assert_consistent(pool)


async def test_ids_stay_where_one_actors_alias_is_anothers_name(pool: Pool) -> None:
    def revision(**fields: Any) -> Draft:
        draft = Draft("Juan Guaido met Nicolas Maduro.", url=A, **fields)
        draft.actor("Nicolas Maduro", aliases=["Juan Guaido"])
        draft.actor("Juan Guaido", aliases=["Nicolas Maduro"])
        return draft

    query = "select span_start, actor_id from mentions order by 1"
    await store(pool, revision())
    before = await pool.fetch(query)
    for headline in "xyz":
        await store(pool, revision(headline=headline), replaces="*")
        assert await pool.fetch(query) == before
        await assert_consistent(pool)


async def test_a_corrected_identifier_does_not_make_the_name_ambiguous(pool: Pool) -> None:
    def revision(url: str) -> Draft:
        return speech(A, actor={"sameAs": [url]})

    await store(pool, revision("https://www.wikidata.org/wiki/Q1"))
    await store(pool, revision("https://www.wikidata.org/wiki/Q2"), replaces="*")
    await store(pool, speech(B))
    tables = await assert_consistent(pool)
    assert [row["article_count"] for row in tables["actors"]] == [2]
    assert not any(row["ambiguous"] for row in tables["actor_keys"])


async def test_an_event_shows_the_first_account_that_is_left(pool: Pool) -> None:
    first = call(A, event={"name": "As A tells", "mode": "first", "contexts": ["elections"], "endDate": "2019-02-03"})
    await store(pool, first)
    await store(pool, call(B, event={"name": "As B tells", "location": None}))
    shown = "select name, mode, contexts, end_date, location_id is null from events"
    assert await pool.fetchrow(shown) == ("As A tells", "first", ["elections"], "2019-02-03", False)
    await store(pool, Draft("Nothing.", url=A), replaces="*")
    assert await pool.fetchrow(shown) == ("As B tells", None, [], None, True)
    await assert_consistent(pool)


async def test_a_name_that_no_article_gives_any_more_tells_of_nobody(pool: Pool) -> None:
    same: Json = {"sameAs": ["https://a.example/1"]}
    await store(pool, speech(A, actor=same), speech(B, speaker="Juan Gerardo Guaido", actor=same))
    await store(pool, Draft("Nothing.", url=A), replaces="*")
    tables = await assert_consistent(pool)
    assert [row["name"] for row in tables["actors"]] == ["Juan Gerardo Guaido"]
    await store(pool, speech("https://news.example/c"))
    assert len((await assert_consistent(pool))["actors"]) == 2
