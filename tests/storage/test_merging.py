"""Actors that are merged and split: what articles say goes with them, and comes back as it was."""

from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.errors import ActorConflict, BadInput, NotFound
from service.storage.ingest import delete, ingest
from service.storage.merging import merge_actors, split_actor
from service.storage.pool import Pool
from service.storage.submission import Submission
from tests.records import Draft, store
from tests.storage.consistency import Row, assert_consistent, read_tables
from tests.storage.drafts import WORDS, call, speech
from tests.storage.test_changes import changes, replayed, stored_nodes
from tests.storage.test_histories import EMPTY, QUICK, drafts

pytestmark = pytest.mark.anyio

A, B, C, D = (f"https://news.example/{name}" for name in "abcd")
GUAIDO, PRESIDENT, MADURO = "Juan Guaido", "President Guaido", "Nicolas Maduro"


async def actor(pool: Pool, name: str) -> UUID:
    found: UUID = await pool.fetchval("select id from actors where name = $1", name)
    assert found
    return found


async def dump(pool: Pool) -> dict[str, list[str]]:
    """Every row of every table, in an order of its own."""
    tables: dict[str, list[Row]] = await read_tables(pool)
    return {name: sorted(map(str, rows)) for name, rows in tables.items()}


def both(url: str = C) -> Draft:
    """An article that knows one man by two names, and quotes him under both."""
    draft = Draft(f"“{WORDS},” Juan Guaido said. “Let him leave us now,” President Guaido said in Caracas.", url=url)
    one, other = draft.actor(GUAIDO), draft.actor(PRESIDENT)
    draft.quote(WORDS, one)
    draft.quote("Let him leave us now", other)
    place = draft.actor("Caracas", kind="PLACE")
    draft.event(
        "CONSULT", "A meeting", participants=[(one, "ACTOR"), (other, "ACTOR")], startDate="2019", location=place
    )
    return draft


async def test_what_was_said_of_two_is_said_of_one(pool: Pool) -> None:
    await store(pool, speech(A), speech(B, speaker=PRESIDENT), both(), call(D))
    former, into = await actor(pool, PRESIDENT), await actor(pool, GUAIDO)
    assert await merge_actors(pool, former, into) == into
    tables = await assert_consistent(pool)
    (row,) = [row for row in tables["actors"] if row["kind"] == "PERSON"]
    assert (row["id"], row["name"], row["article_count"], row["quote_count"]) == (into, GUAIDO, 4, 4)
    assert {row["name"] for row in tables["aliases"] if row["actor_id"] == into} == {GUAIDO, PRESIDENT}
    told = await changes(pool)
    assert set(told["Actor"]) == {"MERGED", "UPDATED"}
    assert told["Actor"].count("MERGED") == 1
    assert {kind for node, kinds in told.items() if node != "Actor" for kind in kinds} == {"UPDATED"}


async def test_a_split_gives_the_rows_before_the_merge(pool: Pool) -> None:
    await store(pool, speech(A), speech(B, speaker=PRESIDENT), both(), call(D))
    former, into = await actor(pool, PRESIDENT), await actor(pool, GUAIDO)
    before = await dump(pool)
    await merge_actors(pool, former, into)
    assert await dump(pool) != before
    await split_actor(pool, former)
    assert await dump(pool) == before
    assert "CREATED" in (await changes(pool))["Actor"]
    assert await replayed(pool) == await stored_nodes(pool)


async def test_what_is_merged_already_stays_so_and_what_is_not_too(pool: Pool) -> None:
    await store(pool, speech(A), speech(B, speaker=PRESIDENT))
    former, into = await actor(pool, PRESIDENT), await actor(pool, GUAIDO)
    await split_actor(pool, former)
    assert await changes(pool) == {"Actor": ["CREATED"] * 2, "Article": ["CREATED"] * 2, "Quote": ["CREATED"] * 2,
                                   "Utterance": ["CREATED"] * 2}  # fmt: skip
    await merge_actors(pool, former, into)
    before = await pool.fetch("select * from changes")
    assert await merge_actors(pool, former, into) == into
    assert await pool.fetch("select * from changes") == before


async def test_what_comes_later_is_of_the_actor_that_theirs_became(pool: Pool) -> None:
    await store(pool, speech(A), speech(B, speaker=PRESIDENT))
    former, into = await actor(pool, PRESIDENT), await actor(pool, GUAIDO)
    await merge_actors(pool, former, into)
    await store(pool, speech(C, speaker=PRESIDENT), both(D))
    await assert_consistent(pool)
    assert await pool.fetchval("select array_agg(id) from actors where kind = 'PERSON'") == [into]
    await split_actor(pool, former)
    tables = await assert_consistent(pool)
    counts = {row["name"]: row["article_count"] for row in tables["actors"]}
    assert counts == {GUAIDO: 2, PRESIDENT: 3, "Caracas": 1}


async def test_a_merge_outlives_the_actors(pool: Pool) -> None:
    one, two = await store(pool, speech(A), speech(B, speaker=PRESIDENT))
    former, into = await actor(pool, PRESIDENT), await actor(pool, GUAIDO)
    await merge_actors(pool, former, into)
    assert one.id
    assert two.id
    await delete(pool, [one.id])
    assert [row["name"] for row in (await assert_consistent(pool))["actors"]] == [PRESIDENT]
    await delete(pool, [two.id])
    assert (await assert_consistent(pool))["actors"] == []
    await store(pool, speech(C, speaker=PRESIDENT))
    assert [row["id"] for row in (await assert_consistent(pool))["actors"]] == [into]
    await split_actor(pool, former)
    assert [row["id"] for row in (await assert_consistent(pool))["actors"]] == [former]


async def test_a_split_of_whom_no_article_speaks_any_more(pool: Pool) -> None:
    _, two = await store(pool, speech(A), speech(B, speaker=PRESIDENT))
    former, into = await actor(pool, PRESIDENT), await actor(pool, GUAIDO)
    await merge_actors(pool, former, into)
    assert two.id
    await delete(pool, [two.id])
    await split_actor(pool, former)
    tables = await assert_consistent(pool)
    assert [row["id"] for row in tables["actors"]] == [into]
    assert tables["former_actors"] == []
    with pytest.raises(NotFound):
        await split_actor(pool, former)


async def test_a_replacement_names_whom_it_named(pool: Pool) -> None:
    await store(pool, speech(A), speech(B, speaker=PRESIDENT))
    former, into = await actor(pool, PRESIDENT), await actor(pool, GUAIDO)
    await merge_actors(pool, former, into)
    await store(pool, speech(B, speaker=PRESIDENT, headline="Else"), replaces="*")
    await assert_consistent(pool)
    await split_actor(pool, former)
    tables = await assert_consistent(pool)
    assert {row["id"]: row["name"] for row in tables["actors"]} == {former: PRESIDENT, into: GUAIDO}


async def test_chains_are_kept_flat_and_split_with_what_came_along(pool: Pool) -> None:
    await store(pool, speech(A), speech(B, speaker=PRESIDENT), speech(C, speaker="J. Guaido Marquez"))
    last, middle, first = (
        await actor(pool, GUAIDO),
        await actor(pool, PRESIDENT),
        await actor(pool, "J. Guaido Marquez"),
    )
    before = await dump(pool)
    await merge_actors(pool, first, middle)
    after_first = await dump(pool)
    assert await merge_actors(pool, middle, last) == last
    await assert_consistent(pool)
    rows = await pool.fetch("select former_id, into_id, actor_id from former_actors")
    assert {tuple(row) for row in rows} == {(first, middle, last), (middle, last, last)}
    assert await merge_actors(pool, first, last) == last
    with pytest.raises(BadInput, match="split it first"):
        await merge_actors(pool, last, first)
    await split_actor(pool, middle)
    assert await dump(pool) == after_first
    await split_actor(pool, first)
    assert await dump(pool) == before


async def test_merges_that_cannot_be(pool: Pool) -> None:
    await store(pool, speech(A), speech(B, speaker=PRESIDENT), speech(C, speaker=MADURO), call(D))
    former, into = await actor(pool, PRESIDENT), await actor(pool, GUAIDO)
    third, place = await actor(pool, MADURO), await actor(pool, "Caracas")
    nobody = UUID(int=5)
    before = await dump(pool)
    for one, other, error, words in [
        (former, former, BadInput, "two actors"),
        (nobody, into, NotFound, f"actor_{nobody} is not stored"),
        (former, nobody, NotFound, f"actor_{nobody} is not stored"),
        (place, into, BadInput, "only actors of one kind are merged"),
    ]:
        with pytest.raises(error, match=words):
            await merge_actors(pool, one, other)
    with pytest.raises(NotFound):
        await split_actor(pool, nobody)
    assert await dump(pool) == before
    await merge_actors(pool, former, into)
    with pytest.raises(ActorConflict, match=f"actor_{former} was merged into actor_{into}: split it first"):
        await merge_actors(pool, former, third)


async def test_a_merge_of_more_articles_than_are_written_together(pool: Pool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("service.storage.merging.ARTICLES_AT_A_TIME", 2)
    await store(pool, *(speech(f"{B}{i}", speaker=PRESIDENT) for i in range(5)), both(), speech(A))
    former, into = await actor(pool, PRESIDENT), await actor(pool, GUAIDO)
    before = await dump(pool)
    await merge_actors(pool, former, into)
    await assert_consistent(pool)
    await split_actor(pool, former)
    assert await dump(pool) == before


async def test_what_was_stored_before_records_were_kept_is_merged_too(pool: Pool) -> None:
    await store(pool, speech(A), speech(B, speaker=PRESIDENT), both())
    await pool.execute("update articles set record = null, resolved = null")
    former, into = await actor(pool, PRESIDENT), await actor(pool, GUAIDO)

    async def without_records() -> dict[str, list[str]]:
        tables = await read_tables(pool)
        for row in tables["articles"]:
            del row["record"], row["resolved"]
        return {name: sorted(map(str, rows)) for name, rows in tables.items()}

    before = await without_records()
    await merge_actors(pool, former, into)
    assert await pool.fetchval("select quote_count from actors where id = $1", into) == 4
    await split_actor(pool, former)
    assert await without_records() == before


@QUICK
@given(
    st.lists(drafts(), min_size=2, max_size=4), st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), max_size=3)
)
async def test_whatever_is_merged_is_split_into_the_same_rows(
    shared_pool: Pool, sent: list[Draft], pairs: list[tuple[int, int]]
) -> None:
    await shared_pool.execute(EMPTY)
    for i, draft in enumerate(sent):
        draft.fields["url"] = f"https://news.example/{i}"
    await ingest(shared_pool, [Submission(draft.article(), "one") for draft in sent])
    dumps: list[tuple[UUID, Any]] = []
    for one, other in pairs:
        actors = [row[0] for row in await shared_pool.fetch("select id from actors order by id")]
        if max(one, other) < len(actors) and one != other:
            dumps.append((actors[one], await dump(shared_pool)))
            await merge_actors(shared_pool, actors[one], actors[other])
            await assert_consistent(shared_pool)
    for former, before in reversed(dumps):
        await split_actor(shared_pool, former)
        await assert_consistent(shared_pool)
        assert await dump(shared_pool) == before


async def test_a_split_actor_has_the_name_and_the_keys_that_its_articles_give_it(pool: Pool) -> None:
    """The key of a name that the other actor bears too outlived the former actor's own article."""
    known = {"sameAs": ["https://a.example/1"]}
    await store(pool, speech(A, actor={"aliases": [PRESIDENT]}))
    (gone,) = await store(pool, speech(B, speaker=PRESIDENT, actor=known))
    await store(pool, speech(C, speaker="J. Guaido Marquez", actor=known))
    former, into = await actor(pool, PRESIDENT), await actor(pool, GUAIDO)
    await merge_actors(pool, former, into)
    assert gone.id
    await delete(pool, [gone.id])
    await split_actor(pool, former)
    tables = await assert_consistent(pool)
    assert {row["id"]: row["name"] for row in tables["actors"]} == {former: "J. Guaido Marquez", into: GUAIDO}


async def test_an_event_goes_on_showing_the_account_that_it_showed(pool: Pool) -> None:
    """Also where two came in one millisecond."""
    names = ("Guaido calls", "A call")
    outcomes = await store(pool, *(call(url, event={"name": name}) for url, name in zip((A, B), names, strict=True)))
    later, first = sorted(outcome.id for outcome in outcomes if outcome.id)
    await delete(pool, [later, first])
    urls = {outcome.id: url for outcome, url in zip(outcomes, (A, B), strict=True)}
    await store(pool, call(urls[first], event={"name": "First"}))
    await store(pool, call(urls[later], event={"name": "Later"}), speech(C, speaker=PRESIDENT))
    await pool.execute("update articles set stored_at = '2019-01-01 00:00:00+00'")
    former, into = await actor(pool, GUAIDO), await actor(pool, PRESIDENT)
    await merge_actors(pool, former, into)
    assert await pool.fetchval("select name from events") == "First"
