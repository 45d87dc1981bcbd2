"""Which events of different articles are one, and which quotes are theirs."""

from typing import Any

import pytest

from service.storage.ingest import delete
from service.storage.pool import Pool
from tests.records import Draft, store
from tests.storage.consistency import assert_consistent
from tests.storage.drafts import call

pytestmark = pytest.mark.anyio

GUAIDO = ("Juan Guaido", "ACTOR")


def one_call(number: int, **fields: Any) -> Draft:
    return call(f"https://news.example/{number}", **fields)


async def events(pool: Pool, *drafts: Draft) -> list[int]:
    """Store the drafts one by one; the number of articles of each event, most first."""
    for draft in drafts:
        await store(pool, draft, replaces="*")
    return sorted((row["article_count"] for row in (await assert_consistent(pool))["events"]), reverse=True)


@pytest.mark.parametrize(
    "other", [{}, {"event": {"name": "Else", "mode": "x", "location": None}}, {"status": "RETRACTED"}]
)
async def test_type_date_and_participant_agree(pool: Pool, other: dict[str, Any]) -> None:
    assert await events(pool, one_call(1), one_call(2, **other)) == [2]


@pytest.mark.parametrize(
    "other",
    [
        {"start": "2019-02-03"},
        {"start": "2019-02"},
        {"start": None},
        {"event": {"type": "AGREE"}},
        {"roles": (("Juan Guaido", "RECIPIENT"),)},
        {"roles": (("Nicolas Maduro", "ACTOR"),)},
    ],
)
async def test_one_of_them_differs(pool: Pool, other: dict[str, Any]) -> None:
    drafts = [one_call(1), one_call(2, **other)]
    for draft in drafts:
        draft.body = draft.body.replace("in Caracas.", "in Caracas. Nicolas Maduro left.")
    if other.get("roles") == (("Nicolas Maduro", "ACTOR"),):
        other_draft = Draft(drafts[1].body, url="https://news.example/2")
        maduro = other_draft.actor("Nicolas Maduro")
        other_draft.event("REQUEST", "n", startDate="2019-02-02", participants=[(maduro, "ACTOR")])
        drafts[1] = other_draft
    assert await events(pool, *drafts) == [1, 1]


async def test_undated_events_never_merge(pool: Pool) -> None:
    assert await events(pool, one_call(1, start=None), one_call(2, start=None)) == [1, 1]


async def test_events_without_participants_never_merge(pool: Pool) -> None:
    drafts = [Draft("It rained.", url=f"https://news.example/{i}") for i in range(2)]
    for draft in drafts:
        draft.event("OTHER", "Rain", startDate="2019-02-02")
    assert await events(pool, *drafts) == [1, 1]


async def test_the_place_alone_does_not_join(pool: Pool) -> None:
    drafts = [Draft("It rained in Caracas.", url=f"https://news.example/{i}") for i in range(2)]
    for draft in drafts:
        draft.event("OTHER", "Rain", startDate="2019-02-02", location=draft.actor("Caracas", kind="PLACE"))
    assert await events(pool, *drafts) == [1, 1]


async def test_one_participant_of_several_is_enough(pool: Pool) -> None:
    body = "Juan Guaido met Nicolas Maduro and Francisco Yanez."
    drafts = []
    for i, names in enumerate(
        [("Juan Guaido", "Nicolas Maduro"), ("Nicolas Maduro", "Francisco Yanez"), ("Francisco Yanez",)]
    ):
        draft = Draft(body, url=f"https://news.example/{i}")
        draft.event("CONSULT", "Met", startDate="2019-02-02", participants=[(draft.actor(n), "ACTOR") for n in names])
        drafts.append(draft)
    assert await events(pool, *drafts) == [3]
    assert await pool.fetchval("select count(*) from participants") == 3


async def test_accounts_of_one_article_stay_apart(pool: Pool) -> None:
    draft = one_call(1)
    draft.event("REQUEST", "Another call", "Juan Guaido", startDate="2019-02-02", participants=[("a1", "ACTOR")])
    assert await events(pool, draft) == [1, 1]
    assert await events(pool, one_call(2)) == [2, 1]


async def test_a_batch_merges_as_its_articles_one_by_one_do(pool: Pool) -> None:
    await store(pool, *(one_call(i, source={"name": f"Source {i % 2}"}) for i in range(4)))
    (event,) = (await assert_consistent(pool))["events"]
    assert (event["article_count"], event["source_count"]) == (4, 2)


async def test_a_replacement_that_no_longer_agrees_leaves_the_event(pool: Pool) -> None:
    def told(name: str, number: int) -> Draft:
        draft = Draft("Juan Guaido met Nicolas Maduro.", url=f"https://news.example/{number}")
        participants = [(draft.actor(name), "ACTOR")]
        draft.event("CONSULT", "A meeting", startDate="2019-02-02", participants=participants)
        return draft

    assert await events(pool, told("Juan Guaido", 1), told("Juan Guaido", 2)) == [2]
    assert await events(pool, told("Nicolas Maduro", 1)) == [1, 1]
    assert await events(pool, told("Juan Guaido", 1)) == [2]


async def test_only_what_is_still_told_joins(pool: Pool) -> None:
    """The event's participant was named by the article that is being replaced alone."""
    body = "Juan Guaido met Nicolas Maduro."

    def told(number: int, *names: str) -> Draft:
        draft = Draft(body, url=f"https://news.example/{number}")
        participants = [(draft.actor(name), "ACTOR") for name in names]
        draft.event("CONSULT", f"Meeting {number}", startDate="2019-02-02", participants=participants)
        return draft

    assert await events(pool, told(1, "Juan Guaido"), told(2, "Juan Guaido", "Nicolas Maduro")) == [2]
    assert await events(pool, told(2, "Nicolas Maduro")) == [1, 1]


async def test_a_corrected_event_keeps_its_id_where_nobody_shares_it(pool: Pool) -> None:
    await store(pool, one_call(1))
    before = await pool.fetchval("select id from events")
    draft = one_call(1)
    draft.events[0]["participants"] = [{"actor": "a1", "role": "RECIPIENT"}]
    assert await events(pool, draft) == [1]
    assert await pool.fetchval("select id from events") == before


async def test_an_event_outlives_its_first_article(pool: Pool) -> None:
    (first, _) = await store(pool, one_call(1), one_call(2, source={"name": "B"}))
    before = await pool.fetchval("select id from events")
    assert first.id is not None
    await delete(pool, [first.id])
    assert await events(pool) == [1]
    assert await events(pool, one_call(2, headline="x", event={"name": "Else"})) == [1]
    assert await pool.fetchval("select id from events") == before
    assert await events(pool, one_call(1), one_call(3)) == [3]
    assert await pool.fetchval("select id from events") == before


PARAGRAPHS = (
    "“Before,” Juan Guaido said.\n"
    "“The first,” he said. Juan Guaido called for elections. “The second,” he said.\n"
    "“After,” he said.\r\n"
    "\n"
    "Juan Guaido called again. “The third,” he said."
)


async def quotes_of_events(pool: Pool, draft: Draft) -> dict[str, set[str]]:
    await store(pool, draft)
    found: dict[str, set[str]] = {}
    for row in await pool.fetch(
        "select e.name, q.exact from events e left join event_quotes x on x.event_id = e.id "
        "left join quotes q on q.id = x.quote_id"
    ):
        found.setdefault(row["name"], set()).update([row["exact"]] if row["exact"] else [])
    return found


async def test_quotes_of_the_paragraph_are_the_events(pool: Pool) -> None:
    draft = Draft(PARAGRAPHS, url="https://news.example/a")
    for words in ("Before,", "The first,", "The second,", "After,", "The third,"):
        draft.quote(words)
    draft.event("REQUEST", "called", "Juan Guaido called for elections.")
    draft.event("REQUEST", "again", "Juan Guaido called again.")
    draft.event("REQUEST", "both", "Juan Guaido called for elections.", "Juan Guaido called again.")
    draft.event("OTHER", "over two lines", "“Before,” Juan Guaido said.\n“The first,”")
    draft.event("OTHER", "none", "\r\n\n")
    assert await quotes_of_events(pool, draft) == {
        "called": {"The first,", "The second,"},
        "again": {"The third,"},
        "both": {"The first,", "The second,", "The third,"},
        "over two lines": {"Before,", "The first,", "The second,"},
        "none": {"After,"},
    }
    await assert_consistent(pool)


async def test_a_quote_over_paragraphs_is_of_each(pool: Pool) -> None:
    draft = Draft(PARAGRAPHS, url="https://news.example/a")
    draft.quote("The second,” he said.\n“After")
    draft.quote("Before,")
    draft.event("REQUEST", "called", "Juan Guaido called for elections.")
    draft.event("OTHER", "after", "he said.\r")
    draft.event("REQUEST", "again", "Juan Guaido called again.")
    draft.event("OTHER", "quoted", "Before,")
    assert await quotes_of_events(pool, draft) == {
        "called": {"The second,” he said.\n“After"},
        "after": {"The second,” he said.\n“After"},
        "again": set(),
        "quoted": {"Before,"},
    }


async def test_in_a_text_without_paragraphs_the_sentence_counts(pool: Pool) -> None:
    filler = "All of it stands in one line. " * 300
    draft = Draft(
        f"“Far,” he said. {filler}“Near,” he said as Juan Guaido called. {filler}", url="https://news.example/a"
    )
    draft.quote("Far,")
    draft.quote("Near,")
    draft.event("REQUEST", "called", "“Near,” he said as Juan Guaido called.")
    draft.event("REQUEST", "beside", "Juan Guaido called")
    assert await quotes_of_events(pool, draft) == {"called": {"Near,"}, "beside": set()}
