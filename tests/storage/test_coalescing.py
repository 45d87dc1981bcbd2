"""Single articles that are stored together: each sender is answered for itself."""

import asyncio

import asyncpg
import pytest

from service.errors import Unavailable
from service.storage import coalescing
from service.storage.coalescing import open_writer
from service.storage.ingest import BEGIN_WRITING, WRITE_LOCK
from service.storage.pool import Pool
from service.storage.submission import Outcome, Submission
from tests.storage.consistency import assert_consistent
from tests.storage.drafts import speech

pytestmark = pytest.mark.anyio


def submission(number: int, headline: str | None = None) -> Submission:
    return Submission(speech(f"https://news.example/{number}", headline=headline).article())


async def started(*submissions: Submission, writer: coalescing.Writer) -> list[asyncio.Task[Outcome]]:
    """Tasks that wait for their article to be stored, each having begun."""
    tasks = [asyncio.create_task(writer.store(submission)) for submission in submissions]
    for _ in range(3):
        await asyncio.sleep(0)
    return tasks


async def test_each_gets_its_own_outcome(pool: Pool) -> None:
    async with open_writer(pool) as writer:
        first = await asyncio.gather(*(writer.store(submission(i % 20)) for i in range(40)))
        conflict = await writer.store(submission(3, "Else"))
    assert sorted(outcome.result for outcome in first) == ["CREATED"] * 20 + ["UNCHANGED"] * 20
    assert conflict.refusal == "DIFFERS"
    assert len((await assert_consistent(pool))["articles"]) == 20


async def test_those_that_come_meanwhile_are_stored_together(pool: Pool) -> None:
    async with open_writer(pool) as writer, pool.acquire() as other, other.transaction():
        await other.execute(BEGIN_WRITING, WRITE_LOCK)
        tasks = await started(submission(0), writer=writer)
        tasks += await started(*(submission(i) for i in range(1, 30)), writer=writer)
        assert not any(task.done() for task in tasks)
        await other.execute("rollback")
        await other.execute("begin")
        await asyncio.gather(*tasks)
    assert await pool.fetchval("select count(distinct xid) from changes") == 2


async def test_who_stops_waiting_harms_no_other(pool: Pool) -> None:
    async with open_writer(pool) as writer, pool.acquire() as other, other.transaction():
        await other.execute(BEGIN_WRITING, WRITE_LOCK)
        tasks = await started(*(submission(i) for i in range(6)), writer=writer)
        tasks[0].cancel()
        tasks[3].cancel()
        await other.execute("rollback")
        await other.execute("begin")
        done = await asyncio.gather(*tasks, return_exceptions=True)
    kinds = [type(result) for result in done]
    assert kinds == [asyncio.CancelledError, Outcome, Outcome, asyncio.CancelledError, Outcome, Outcome]
    await assert_consistent(pool)


async def test_an_error_of_the_database_reaches_all_who_wait_and_no_one_later(pool: Pool) -> None:
    async with open_writer(pool) as writer:
        await pool.execute("alter table articles rename to gone")
        results = await asyncio.gather(*(writer.store(submission(i)) for i in range(5)), return_exceptions=True)
        await pool.execute("alter table gone rename to articles")
        assert [type(result) for result in results] == [asyncpg.UndefinedTableError] * 5
        assert (await writer.store(submission(9))).result == "CREATED"


async def test_a_writer_that_closes_refuses_what_waits(pool: Pool) -> None:
    async with pool.acquire() as other, other.transaction():
        await other.execute(BEGIN_WRITING, WRITE_LOCK)
        async with open_writer(pool) as writer:
            tasks = await started(submission(0), writer=writer)
            tasks += await started(submission(1), writer=writer)
        results = await asyncio.gather(*tasks, return_exceptions=True)
    assert [type(result) for result in results] == [Unavailable] * 2


async def test_so_many_wait_at_the_most(pool: Pool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(coalescing, "MAX_ARTICLES", 3)
    monkeypatch.setattr(coalescing, "MAX_WAITING", 5)
    async with open_writer(pool) as writer:
        outcomes = await asyncio.gather(*(writer.store(submission(i)) for i in range(25)))
    assert [outcome.result for outcome in outcomes] == ["CREATED"] * 25
    most = await pool.fetchval(
        "select max(n) from (select count(*) as n from changes where type_name = 'Article' group by xid) batches"
    )
    assert most == 3
