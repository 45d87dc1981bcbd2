"""What is exported and read again fills an empty database with the same rows."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.article import ProcessedArticle
from service.errors import OnRecordError
from service.storage.export import export
from service.storage.ingest import delete, ingest
from service.storage.lines import ArticleLine, MergeLine, read_line
from service.storage.merging import merge_actors, restore_merge, split_actor
from service.storage.pool import Pool
from service.storage.submission import Result, Submission
from tests.records import Draft, Json, store
from tests.storage.consistency import Row, assert_consistent, read_tables
from tests.storage.drafts import call, speech
from tests.storage.test_histories import EMPTY, QUICK, drafts

pytestmark = pytest.mark.anyio

A, B, C = (f"https://news.example/{name}" for name in "abc")


@pytest.fixture(autouse=True)
async def _emptied(shared_pool: Pool) -> None:
    await shared_pool.execute(EMPTY)


async def exported(pool: Pool) -> list[bytes]:
    return [line async for line in export(pool, "articles")]


async def refill(pool: Pool, lines: list[bytes], at_a_time: int = 100) -> None:
    """Fill an empty database with what was exported."""
    await pool.execute(EMPTY)
    submissions: list[Submission] = []
    for line in lines:
        match read_line(json.loads(line)):
            case MergeLine(merge):
                assert not submissions
                await restore_merge(pool, merge)
            case ArticleLine(ProcessedArticle() as article, None, stored):
                assert stored
                submissions.append(Submission(article, stored.sender, stored=stored))
            case other:
                pytest.fail(f"exported {other}")
    for i in range(0, len(submissions), at_a_time):
        outcomes = await ingest(pool, submissions[i : i + at_a_time])
        assert {outcome.result for outcome in outcomes} == {Result.CREATED}, outcomes


async def rows(pool: Pool) -> dict[str, list[str]]:
    tables: dict[str, list[Row]] = await read_tables(pool)
    return {name: sorted(map(str, of)) for name, of in tables.items()}


STEPS = st.lists(
    st.tuples(st.just("send"), st.lists(st.tuples(drafts(), st.sampled_from([None, "*"])), min_size=1, max_size=3))
    | st.tuples(st.just("delete"), st.integers(0, 3))
    | st.tuples(st.just("merge"), st.tuples(st.integers(0, 3), st.integers(0, 3)))
    | st.tuples(st.just("split"), st.integers(0, 1)),
    min_size=1,
    max_size=8,
)


async def follow(pool: Pool, steps: list[Any]) -> None:
    for i, (step, what) in enumerate(steps):
        if step == "send":
            senders = ["one", "two"]
            await ingest(pool, [Submission(d.article(), senders[i % 2], how) for d, how in what])
        elif step == "delete":
            found = [row[0] for row in await pool.fetch("select id from articles order by id")]
            await delete(pool, found[what : what + 1])
        elif step == "merge":
            found = [row[0] for row in await pool.fetch("select id from actors order by id")]
            if max(what) < len(found):
                try:
                    await merge_actors(pool, found[what[0]], found[what[1]])
                except OnRecordError:
                    continue
        else:
            found = [row[0] for row in await pool.fetch("select former_id from former_actors order by 1")]
            if what < len(found):
                await split_actor(pool, found[what])
        await assert_consistent(pool)


@QUICK
@given(STEPS, st.integers(1, 4))
async def test_a_refilled_database_has_the_same_rows(shared_pool: Pool, steps: list[Any], at_a_time: int) -> None:
    await shared_pool.execute(EMPTY)
    await follow(shared_pool, steps)
    before, lines = await rows(shared_pool), await exported(shared_pool)
    await refill(shared_pool, lines, at_a_time)
    await assert_consistent(shared_pool)
    after = await rows(shared_pool)
    assert after == before
    assert await exported(shared_pool) == lines


async def test_the_digest_of_an_exported_line_is_the_stored_one(shared_pool: Pool) -> None:
    drafts = [
        speech(A, externalId="1", source={"name": "News", "domain": "news.example"}, datePublished="2019-02"),
        call(B, headline='Said \\ "quoted"\n twice 📰', status="RETRACTED"),
        Draft("Nothing.", datePublished="2019", datePublishedOrigin="INFERRED"),
    ]
    outcomes = await store(shared_pool, *drafts)
    found = {}
    for line in await exported(shared_pool):
        read = read_line(json.loads(line))
        assert isinstance(read, ArticleLine)
        assert isinstance(read.article, ProcessedArticle)
        assert read.stored
        found[read.stored.id] = read.article.digest()
        assert b"\n" not in line
    assert found == {outcome.id: outcome.digest for outcome in outcomes}


async def test_what_an_article_was_stored_as_is_told(shared_pool: Pool) -> None:
    await store(shared_pool, speech(A, externalId="1"), sender="one")
    (outcome,) = await store(shared_pool, speech(A, externalId="2"), sender="two", replaces="*")
    (line,) = [json.loads(line) for line in await exported(shared_pool)]
    stored: Json = line["stored"]
    assert stored["id"] == f"article_{outcome.id}"
    assert (stored["sender"], stored["revision"]) == ("two", 2)
    assert stored["storedAt"] <= stored["modifiedAt"]
    assert len(stored["externalKeys"]) == 2
    await refill(shared_pool, [json.dumps(line).encode()])
    (known,) = await ingest(shared_pool, [Submission(speech(None, externalId="1").article(), "one", "*")])
    assert (known.result, known.id, known.revision) == (Result.REPLACED, outcome.id, 3)


async def test_what_is_stored_already_is_not_restored(shared_pool: Pool) -> None:
    (outcome,) = await store(shared_pool, speech(A))
    lines = await exported(shared_pool)
    line = json.loads(lines[0])

    async def sent(**changes: Any) -> Any:
        read = read_line({**line, **changes})
        assert isinstance(read, ArticleLine)
        assert isinstance(read.article, ProcessedArticle)
        (found,) = await ingest(shared_pool, [Submission(read.article, "local", read.replaces, stored=read.stored)])
        return found

    assert (await sent()).result == Result.UNCHANGED
    other = await sent(headline="Else")
    assert (other.refusal, [rival.id for rival in other.rivals]) == ("DIFFERS", [outcome.id])
    elsewhere = await sent(url=B)
    assert (elsewhere.refusal, [rival.id for rival in elsewhere.rivals]) == ("AMBIGUOUS", [outcome.id])
    replaced = await sent(headline="Else", replaces=outcome.digest)
    assert (replaced.result, replaced.id, replaced.revision) == (Result.REPLACED, outcome.id, 2)
    await assert_consistent(shared_pool)


async def test_what_is_told_falsely_of_how_it_was_stored_breaks_nothing(shared_pool: Pool) -> None:
    """Events of another type and utterances of another speaker are found out anew."""
    await store(shared_pool, call(A), speech(B))
    lines = [json.loads(line) for line in await exported(shared_pool)]
    told, said = sorted(lines, key=lambda line: len(line["quotes"]) if "quotes" in line else 0)
    event, utterance = next(iter(told["stored"]["events"].values())), said["stored"]["utterances"][0]
    for i, (draft, stored) in enumerate(
        [
            (call(C, event={"type": "ACCUSE"}), {"events": {"e0": event}, "utterances": []}),
            (speech(f"{C}2", speaker="Nicolas Maduro"), {"events": {}, "utterances": [utterance]}),
        ]
    ):
        record = draft.record()
        ids = {actor["key"]: f"actor_00000000-0000-4000-8000-00000000000{i}{n}"[:42] for n, actor in
               enumerate(record["actors"])}  # fmt: skip
        state = {
            "id": f"article_00000000-0000-4000-8000-00000000000{i}", "sender": "local", "revision": 1,
            "storedAt": "2019-02-02T00:00:00.000Z", "actors": ids, **stored,
        }  # fmt: skip
        read = read_line({**record, "stored": state})
        assert isinstance(read, ArticleLine)
        assert isinstance(read.article, ProcessedArticle)
        (outcome,) = await ingest(shared_pool, [Submission(read.article, stored=read.stored)])
        assert outcome.result == Result.CREATED
        await assert_consistent(shared_pool)


async def test_what_was_stored_before_records_were_kept_is_exported_from_its_rows(shared_pool: Pool) -> None:
    await store(shared_pool, speech(A), call(B), speech(C))
    await shared_pool.execute("update articles set record = null, resolved = null")
    lines, before = await exported(shared_pool), await rows(shared_pool)
    del before["articles"]
    await refill(shared_pool, lines)
    await assert_consistent(shared_pool)
    after = await rows(shared_pool)
    del after["articles"]
    assert after == before


async def assert_refilled_alike(pool: Pool) -> None:
    before = await rows(pool)
    await refill(pool, await exported(pool))
    assert await rows(pool) == before


async def test_an_event_keeps_the_id_that_an_article_gave_it_which_is_gone(shared_pool: Pool) -> None:
    first, _ = await store(shared_pool, call(A), call(B))
    assert first.id
    await delete(shared_pool, [first.id])
    await assert_refilled_alike(shared_pool)


async def test_an_event_is_shown_as_the_article_tells_of_it_that_it_was_shown_as(shared_pool: Pool) -> None:
    """A revision is told later than what another article tells, though its article was stored first."""
    await store(shared_pool, call(A, event={"name": "First"}))
    await store(shared_pool, call(B, event={"name": "Second"}))
    await store(shared_pool, call(A, event={"name": "Third"}), replaces="*")
    assert await shared_pool.fetchval("select name from events") == "Second"
    await assert_refilled_alike(shared_pool)


async def test_a_name_that_told_of_nobody_tells_of_nobody(shared_pool: Pool) -> None:
    """The actor that bore it first is gone, and another bears it whom an identifier tells."""
    known = {"sameAs": ["https://a.example/1"]}
    _, other = await store(shared_pool, speech(A, actor=known), speech(B, speaker="Nicolas Maduro"))
    await store(shared_pool, speech(C, speaker="Nicolas Maduro", actor=known))
    assert other.id
    await delete(shared_pool, [other.id])
    await assert_refilled_alike(shared_pool)


async def test_a_part_of_an_export_has_keys_too(shared_pool: Pool) -> None:
    """The first article to speak of the actor, whose line has the keys, is left out."""
    await store(shared_pool, speech(A))
    await store(shared_pool, speech(B))
    _, line = await exported(shared_pool)
    await refill(shared_pool, [line])
    await store(shared_pool, speech(A))
    assert await shared_pool.fetchval("select count(*) from actors") == 1
