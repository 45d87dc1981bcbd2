"""Whatever is sent in whatever order: every count is what the rows say, and a refilled database has the same rows."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from service.storage.ingest import delete, ingest
from service.storage.pool import Pool
from service.storage.submission import Result, Submission
from tests.records import Draft, Json
from tests.storage.consistency import TABLES, Row, assert_consistent, read_tables

pytestmark = pytest.mark.anyio

EMPTY = f"truncate {', '.join(TABLES)}"
QUICK = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)

NAMES = ("Juan Guaido", "Juan Guaidó", "Nicolas Maduro", "Maduro")
URLS = ("https://www.wikidata.org/wiki/Q1", "https://www.wikidata.org/wiki/Q2", "https://viaf.org/viaf/1")
SAYINGS = ("The time of democracy has arrived", "Let him leave!", "clandestine meetings", "No")
BODY = "\n".join(
    [f"“{saying}.” General {name} said so." for saying in SAYINGS for name in NAMES[::2]] + ["Juan Guaidó left. Maduro"]
)


@st.composite
def drafts(draw: st.DrawFn, identifiers: int = 2) -> Draft:
    """An article out of a small world, so that articles share everything they can."""
    draft = Draft(
        BODY,
        url=f"https://news.example/{draw(st.sampled_from('ab'))}",
        externalId=draw(st.sampled_from([None, None, "1", "2"])),
        source=draw(st.sampled_from([None, {"name": "One"}, {"name": "Two", "domain": "two.example"}])),
        datePublished=draw(st.sampled_from([None, "2019", "2019-02-02"])),
    )
    for name in draw(st.lists(st.sampled_from(NAMES), max_size=3)):
        same_as = draw(st.lists(st.sampled_from(URLS), max_size=identifiers))
        key = draft.actor(name, sameAs=same_as, aliases=draw(st.lists(st.sampled_from(NAMES), max_size=1)))
        if draw(st.booleans()):
            draft.mention(key, ("General", draw(st.integers(0, 2))), "NOMINAL", role="General")
    keys = [actor["key"] for actor in draft.actors]
    someone = st.sampled_from([None, *keys])
    for saying, nth in draw(st.lists(st.tuples(st.sampled_from(SAYINGS), st.integers(0, 1)), max_size=3, unique=True)):
        draft.quote((saying, nth), draw(someone))
    for _ in range(draw(st.integers(0, 2))):
        date = draw(st.sampled_from([None, "2019-02-02"]))
        parts = (
            draw(st.sets(st.tuples(st.sampled_from(keys), st.sampled_from(["ACTOR", "RECIPIENT"])), max_size=2))
            if keys
            else set()
        )
        draft.event(
            "CONSULT",
            draw(st.sampled_from(["A meeting", "Another"])),
            draw(st.sampled_from(["General Juan Guaido said so.", "Juan Guaidó left."])),
            participants=sorted(parts),
            startDate=date,
            location=draw(someone),
        )
    return draft


SENDINGS = st.tuples(drafts(), st.sampled_from([None, "*", "*"]), st.sampled_from(["one", "two"]))
STEPS = st.lists(st.lists(SENDINGS, min_size=1, max_size=3) | st.integers(0, 3), min_size=1, max_size=6)


@pytest.fixture(autouse=True)
async def _connected(shared_pool: Pool) -> AsyncIterator[None]:
    yield
    await shared_pool.execute(EMPTY)


@QUICK
@given(STEPS)
async def test_counts_are_what_the_rows_say(shared_pool: Pool, steps: list[Any]) -> None:
    await shared_pool.execute(EMPTY)
    for step in steps:
        if isinstance(step, int):
            ids = [row["id"] for row in await shared_pool.fetch("select id from articles order by id")]
            assert await delete(shared_pool, ids[step : step + 1]) == ids[step : step + 1]
        else:
            outcomes = await ingest(shared_pool, [Submission(d.article(), sender, how) for d, how, sender in step])
            refused = [outcome.reason or "" for outcome in outcomes if outcome.result is Result.REFUSED]
            assert not [reason for reason in refused if "the database refuses it" in reason]
        await assert_consistent(shared_pool)
    await delete(shared_pool, [row["id"] for row in await shared_pool.fetch("select id from articles")])
    assert not any((await assert_consistent(shared_pool)).values())


@QUICK
@given(st.lists(drafts(identifiers=0), min_size=1, max_size=4))
async def test_a_replacement_that_says_the_same_joins_the_same(shared_pool: Pool, sent: list[Draft]) -> None:
    await shared_pool.execute(EMPTY)
    for i, draft in enumerate(sent):
        draft.fields |= {"url": f"https://news.example/{i}", "externalId": None, "headline": None}
        await ingest(shared_pool, [Submission(draft.article())])
    before = await ids(shared_pool)
    for draft in sent:
        draft.fields["headline"] = "Changed"
        await ingest(shared_pool, [Submission(draft.article(), replaces="*")])
        await assert_consistent(shared_pool)
        assert await ids(shared_pool) == before


async def ids(pool: Pool) -> dict[str, set[Any]]:
    tables = await read_tables(pool)
    return {
        "mentions": {
            (row["article_id"], row["span_start"], row["span_end"], row["actor_id"]) for row in tables["mentions"]
        },
        "quotes": {(row["id"], row["speaker_id"]) for row in tables["quotes"]},
        "events": {(row["article_id"], row["event_id"]) for row in tables["article_events"]},
    }


def without_instants(tables: dict[str, list[Row]]) -> dict[str, list[Json]]:
    instants = {"stored_at", "modified_at"}
    rows = {name: [{k: v for k, v in row.items() if k not in instants} for row in of] for name, of in tables.items()}
    return {name: sorted(of, key=str) for name, of in rows.items()}


@QUICK
@given(st.lists(drafts(), min_size=1, max_size=5), st.integers(1, 5))
async def test_refilling_gives_the_same_rows(shared_pool: Pool, sent: list[Draft], at_a_time: int) -> None:
    submissions = [Submission(draft.article()) for draft in sent]
    stored = []
    for size in (1, at_a_time):
        await shared_pool.execute(EMPTY)
        for i in range(0, len(submissions), size):
            await ingest(shared_pool, submissions[i : i + size])
        stored.append(without_instants(await read_tables(shared_pool)))
    assert stored[0] == stored[1]
