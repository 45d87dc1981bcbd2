"""A row that the database refuses costs its article alone; nothing of it remains."""

import asyncpg
import pytest

from service.storage.ingest import ingest
from service.storage.pool import Pool
from service.storage.submission import Submission
from tests.records import Draft, results, send, store
from tests.storage.consistency import assert_consistent
from tests.storage.drafts import call, speech

pytestmark = pytest.mark.anyio


async def refuse(pool: Pool, table: str, condition: str, code: str = "check_violation") -> None:
    """Have a table refuse rows, as a bug or a later constraint would."""
    await pool.execute(f"""
        create function refuse_on_purpose() returns trigger language plpgsql as $$
        begin raise exception 'refused on purpose' using errcode = '{code}'; end $$;
        create trigger on_purpose before insert on {table} for each row when ({condition})
        execute function refuse_on_purpose();
    """)


def numbered(number: int) -> str:
    return f"https://news.example/{number}"


@pytest.mark.parametrize(
    ("table", "condition"),
    [
        ("articles", "new.headline = 'bad'"),
        ("quotes", "new.exact = 'Bad words of the third'"),
        ("attributions", "new.rule = 'bad'"),
        ("event_quotes", "true"),
    ],
)
@pytest.mark.parametrize("at", [0, 3, 6])
async def test_neighbours_are_stored(pool: Pool, table: str, condition: str, at: int) -> None:
    await refuse(pool, table, condition)
    drafts = [speech(numbered(i)) for i in range(7)]
    bad = Draft("“Bad words of the third,” Juan Guaido said. It rained.", url=numbered(at), headline="bad")
    guaido = bad.actor("Juan Guaido", sameAs=["https://a.example/bad"], aliases=["Bad"])
    bad.quote("Bad words of the third", guaido, attribution={"method": "SUPPLIED", "rule": "bad"})
    bad.event("OTHER", "Rain", "It rained.")
    drafts[at] = bad
    outcomes = await send(pool, *drafts)
    expected = ["CREATED"] * 7
    expected[at] = "REFUSED"
    assert results(outcomes) == expected
    assert outcomes[at].reason == "the database refuses it: refused on purpose"
    assert outcomes[at].id is None
    tables = await assert_consistent(pool)
    assert len(tables["articles"]) == 6
    assert len(tables["actors"]) == 1
    assert not tables["identifiers"] + tables["events"]
    await pool.execute(f"drop trigger on_purpose on {table}")
    assert results(await send(pool, *drafts)) == ["CREATED" if i == at else "UNCHANGED" for i in range(7)]
    await assert_consistent(pool)


@pytest.mark.parametrize("code", ["unique_violation", "numeric_value_out_of_range", "program_limit_exceeded"])
async def test_whatever_the_database_says_against_a_row(pool: Pool, code: str) -> None:
    await refuse(pool, "articles", "new.headline = 'bad'", code)
    outcomes = await send(pool, speech(numbered(0)), speech(numbered(1), headline="bad"), speech(numbered(2)))
    assert results(outcomes) == ["CREATED", "REFUSED", "CREATED"]
    await assert_consistent(pool)


async def test_a_refused_replacement_leaves_the_old_revision(pool: Pool) -> None:
    (first, _) = await store(pool, call(numbered(0)), call(numbered(1)))
    before = await assert_consistent(pool)
    await refuse(pool, "articles", "new.headline = 'bad'")
    assert results(await send(pool, call(numbered(0), headline="bad"), replaces="*")) == ["REFUSED"]
    assert await assert_consistent(pool) == before
    assert results(await send(pool, call(numbered(0)))) == ["UNCHANGED"]
    assert first.digest


async def test_an_identifier_too_long_for_an_index(pool: Pool) -> None:
    """What a sender can provoke: 2,000 code points of a URL can be 8 kB."""
    letters = "".join(chr(0x20000 + (i * 7919) % 40_000) for i in range(1_900))
    outcomes = await send(
        pool,
        speech(numbered(0)),
        speech(numbered(1), actor={"sameAs": [f"https://a.example/{letters}"]}),
        speech(numbered(2)),
    )
    assert results(outcomes) == ["CREATED", "REFUSED", "CREATED"]
    assert (outcomes[1].reason or "").startswith("the database refuses it: index row size")
    await assert_consistent(pool)


async def test_longest_names_are_stored(pool: Pool) -> None:
    long = "".join(chr(0x20000 + (i * 7919) % 40_000) for i in range(500))
    body = f"{long} said: {'😀' * 2_000}"
    draft = Draft(body, url=numbered(0), externalId=long, source={"name": long}, headline=long * 4)
    actor = draft.actor(long, aliases=[long[::-1]])
    draft.mention(actor, "😀" * 2_000, "NAME")
    draft.mention(actor, "said", "NOMINAL", role=long)
    draft.quote("😀" * 2_000, actor)
    draft.event("OTHER", long, long, contexts=[long[:200]], participants=[(actor, "ACTOR")], startDate="2019")
    assert results(await store(pool, draft)) == ["CREATED"]
    await assert_consistent(pool)


async def test_an_error_that_is_no_rows_fault_reaches_the_caller(pool: Pool) -> None:
    await refuse(pool, "articles", "true", "insufficient_resources")
    with pytest.raises(asyncpg.InsufficientResourcesError):
        await ingest(pool, [Submission(speech(numbered(0)).article())])
    assert not any((await assert_consistent(pool)).values())


@pytest.mark.parametrize("code", ["deadlock_detected", "serialization_failure"])
async def test_another_clients_deadlock_is_tried_again(pool: Pool, code: str) -> None:
    await pool.execute("create sequence attempts")
    await pool.execute(f"""
        create function fail_twice() returns trigger language plpgsql as $$
        begin
            if nextval('attempts') <= 2 then raise exception 'not yet' using errcode = '{code}'; end if;
            return new;
        end $$;
        create trigger twice before insert on articles for each row execute function fail_twice();
    """)
    assert results(await send(pool, speech(numbered(0)))) == ["CREATED"]
    await assert_consistent(pool)
