"""The service is killed while clients write; then what they were told is held against what is stored.

Clients write at once: two batches of articles that are stored, replaced and deleted, and single requests that do the
same. Each article is one client's own, so that what may be stored of it is known: what it was told last, or what any
request that had no answer yet would have made of it.
"""

import asyncio
import json
import os
import random
import signal
import traceback
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import asyncpg
import httpx

from service.storage.pool import open_pool
from service.storage.submission import Submission
from tests.commands import SECONDS, environment
from tests.faults.program import running
from tests.records import Draft
from tests.rest.duplex import BATCH, Duplex, duplex, lines_of
from tests.storage.consistency import assert_consistent

Json = dict[str, Any]

BROKEN_OFF = (OSError, EOFError, httpx.TransportError)
"""What a client sees of a service that was killed."""
OLD, NEW, SINGLE = 60, 300, 60
"""Articles that are stored before the kill, that a batch stores, and that single requests store."""


def news(number: int, revision: int = 1) -> Draft:
    """An article with a quote and an event; many share their actors."""
    words = f"I will not resign from office {number} in the year {revision}"
    draft = Draft(
        f"“{words},” Maria Perez said. Speaker {number % 7} Gomez called for elections in Caracas.",
        url=f"https://news.example/{number}",
    )
    draft.quote(words, draft.actor("Maria Perez"))
    caller, place = draft.actor(f"Speaker {number % 7} Gomez"), draft.actor("Caracas", kind="PLACE")
    report = draft.body.split(". ")[1]
    draft.event(
        "REQUEST", "Calls for elections", report, participants=[(caller, "ACTOR")],
        startDate=f"2019-02-{1 + number % 28:02}", location=place,
    )  # fmt: skip
    return draft


class Write(NamedTuple):
    """What is done to one article, as the line of a batch: it creates it or, by its id, replaces or deletes it.

    digest: of what is stored then; None: nothing.
    """

    number: int
    line: Json
    digest: str | None
    id: str | None = None


def creating(number: int) -> Write:
    """What stores an article."""
    draft = news(number)
    return Write(number, draft.record(), Submission(draft.article()).digest)


def replacing(number: int, article: str) -> Write:
    """What replaces an article."""
    draft = news(number, 2)
    return Write(number, {**draft.record(), "replaces": "*"}, Submission(draft.article()).digest, article)


def deleting(number: int, article: str) -> Write:
    """What deletes an article."""
    return Write(number, {"delete": article}, None, article)


@dataclass
class Told:
    """What a client sent, and to how many of these it had the answer."""

    sent: list[Write] = field(default_factory=list)
    acknowledged: int = 0

    def possible(self, number: int, before: str | None) -> set[str | None]:
        """What may be stored of an article of which this was stored before."""
        states = {before}
        for place, write in enumerate(self.sent):
            if write.number == number:
                states = {write.digest} if place < self.acknowledged else states | {write.digest}
        return states


class Found(NamedTuple):
    """What one kill left: writes that were acknowledged and sent, and the numbers of articles not as told."""

    acknowledged: int
    sent: int
    lost: list[int]
    half: str
    """What does not fit together of what is stored; empty where all does."""


class Killed:
    """Counts what is acknowledged, and kills the service once that is enough."""

    def __init__(self, pid: int, enough: int, pause: float) -> None:
        self._pid = pid
        self._left = enough
        self._pause = pause
        self._killing: asyncio.TimerHandle | None = None

    def count(self) -> None:
        """One more is acknowledged."""
        self._left -= 1
        if self._left <= 0 and self._killing is None:
            self._killing = asyncio.get_running_loop().call_later(self._pause, os.kill, self._pid, signal.SIGKILL)


async def kill_while_writing(url: str, seed: int) -> Found:
    """Kill a service on this empty database at a moment that the seed draws, and hold what is stored against it."""
    chance = random.Random(seed)  # noqa: S311
    old = [creating(number) for number in range(OLD)]
    with running(environment(url)) as program:
        ids = await stored_before(program.port, old)
        batches = [_batch(chance, ids, first, OLD // 3) for first in (0, OLD // 3)]
        clients = [Told() for _ in range(3)]
        enough = chance.randint(1, 2 * NEW)
        killed = Killed(program.process.pid, enough, chance.uniform(0, 0.02))
        async with asyncio.timeout(SECONDS), asyncio.TaskGroup() as tasks:
            for told, writes in zip(clients, batches, strict=False):
                tasks.create_task(send_batch(program.port, writes, told, killed.count))
            tasks.create_task(send_singly(program.address, _singly(chance, ids), clients[2], killed.count))
        program.process.wait(SECONDS)
        assert program.process.returncode == -signal.SIGKILL
    async with open_pool(url, 2) as pool:
        await _left_alone(pool)
        rows = await pool.fetch("select url, encode(record_digest, 'hex') as digest from articles")
        stored = {int(row["url"].rpartition("/")[2]): row["digest"] for row in rows}
        before = {write.number: write.digest for write in old}
        numbers = before.keys() | stored.keys() | {write.number for told in clients for write in told.sent}
        owner = {write.number: told for told in clients for write in told.sent}
        lost = [
            number
            for number in sorted(numbers)
            if stored.get(number) not in owner.get(number, Told()).possible(number, before.get(number))
        ]
        half = ""
        try:
            await assert_consistent(pool)
            await _assert_told_by_the_feed(pool)
        except AssertionError as error:
            half = str(error) or traceback.format_exc(limit=-1)
    return Found(sum(told.acknowledged for told in clients), sum(len(told.sent) for told in clients), lost, half)


async def stored_before(port: int, writes: Sequence[Write]) -> list[str]:
    """Store these by a batch; their ids."""
    async with duplex(port, BATCH) as client:
        await client.send(*(write.line for write in writes))
        await client.end()
        results = [json.loads(line) for line in (await client.rest()).splitlines()]
    assert {result["result"] for result in results} == {"CREATED"}
    return [result["id"] for result in results]


def _batch(chance: random.Random, ids: Sequence[str], first: int, count: int) -> list[Write]:
    """Lines that store new articles, and replace or delete some of those that are stored, some of them twice."""
    writes = [creating(1_000 * (first + 1) + number) for number in range(NEW)]
    for number in range(first, first + count):
        place = chance.randrange(len(writes))
        changes = [replacing(number, ids[number]), deleting(number, ids[number])]
        writes[place:place] = changes if number % 2 else changes[:1]
    return writes


def _singly(chance: random.Random, ids: Sequence[str]) -> list[Write]:
    """The same by single requests."""
    writes = [creating(900_000 + number) for number in range(SINGLE)]
    for number in range(2 * OLD // 3, OLD):
        change = deleting if number % 2 else replacing
        writes.insert(chance.randrange(len(writes)), change(number, ids[number]))
    return writes


async def send_batch(port: int, writes: Sequence[Write], told: Told, count: Callable[[], None]) -> None:
    """Send lines while results come, until all are told or the service is gone."""
    with suppress(*BROKEN_OFF):
        async with duplex(port, BATCH) as client:
            reading = asyncio.create_task(_read_results(client, told, count))
            try:
                for write in writes:
                    # What a socket has taken of a line may be stored.
                    told.sent.append(write)
                    await client.send(raw=lines_of([write.line]))
                await client.end()
            finally:
                with suppress(*BROKEN_OFF):
                    await reading


async def _read_results(client: Duplex, told: Told, count: Callable[[], None]) -> None:
    rest = b""
    while chunk := await client.chunk():
        *lines, rest = (rest + chunk).split(b"\n")
        for line in lines:
            result = json.loads(line)
            expected = {"CREATED", "REPLACED", "DELETED"}
            assert (result["line"], result["result"] in expected) == (told.acknowledged + 1, True), result
            told.acknowledged += 1
            count()


async def send_singly(address: str, writes: Sequence[Write], told: Told, count: Callable[[], None]) -> None:
    """Send one request after another."""
    async with httpx.AsyncClient(base_url=address, timeout=SECONDS) as client:
        for write in writes:
            told.sent.append(write)
            try:
                response = await _send_one(client, write)
            except BROKEN_OFF:
                return
            assert response.is_success, response.text
            told.acknowledged += 1
            count()


async def _send_one(client: httpx.AsyncClient, write: Write) -> httpx.Response:
    if write.id is None:
        return await client.post("/v1/articles", json=write.line)
    path = f"/v1/articles/{write.id}"
    if write.digest is None:
        return await client.delete(path)
    record = {name: part for name, part in write.line.items() if name != "replaces"}
    return await client.put(path, json=record, headers={"If-Match": "*"})


async def _left_alone(pool: "asyncpg.Pool[Any]") -> None:
    """Comes back once the backends of the service have ended, committed or rolled back."""
    others = """
    select count(*) from pg_stat_activity
    where datname = current_database() and application_name like 'onrecord%' and pid <> all($1)
    """
    async with pool.acquire() as one, pool.acquire() as two, asyncio.timeout(SECONDS):
        own = [one.get_server_pid(), two.get_server_pid()]
        while await one.fetchval(others, own):
            await asyncio.sleep(0.01)


async def _assert_told_by_the_feed(pool: "asyncpg.Pool[Any]") -> None:
    """Every article and quote that is stored has its change."""
    for table in ("articles", "quotes", "actors", "events"):
        untold = await pool.fetchval(
            f"select count(*) from {table} t where not exists (select from changes c where c.node_id = t.id)"  # noqa: S608
        )
        assert not untold, f"{untold} {table} have no change"
