"""Eight processes that send overlapping articles at once."""

import asyncio
import json
import sys
from asyncio.subprocess import PIPE, Process
from collections import Counter
from typing import Any

import pytest

from service.storage.pool import Pool
from tests.records import Draft, store
from tests.storage.consistency import Row, assert_consistent
from tests.storage.drafts import WORDS

pytestmark = pytest.mark.anyio

PROCESSES = 8
ARTICLES = 24

# Waits for a line, so that all start at once; sends every article, each process in an order and batches of its own.
SENDER = """
import asyncio, json, sys
from service.storage.ingest import ingest
from service.storage.pool import open_pool
from service.storage.submission import Submission
from tests.storage.test_senders_at_once import ARTICLES, numbered

async def main(url, number):
    submissions = [Submission(numbered((number * 5 + i) % ARTICLES).article()) for i in range(ARTICLES)]
    async with open_pool(url, 2) as pool:
        print("ready", flush=True)
        sys.stdin.readline()
        halves = submissions[: ARTICLES // 2], submissions[ARTICLES // 2 :]
        one, other = await asyncio.gather(*(send(pool, half, number + 1) for half in halves))
    print(json.dumps([[outcome.result, str(outcome.id)] for outcome in one + other]))

async def send(pool, submissions, size):
    outcomes = []
    for i in range(0, len(submissions), size):
        outcomes += await ingest(pool, submissions[i : i + size])
    return outcomes

asyncio.run(main(sys.argv[1], int(sys.argv[2])))
"""


def numbered(number: int) -> Draft:
    """An article that shares its speaker, words, event and outlet with others."""
    speaker = ["Juan Guaido", "Nicolas Maduro", "Francisco Yanez"][number % 3]
    draft = Draft(
        f"“{WORDS} {number % 4},” {speaker} said. {speaker} called for elections.",
        url=f"https://news.example/{number}",
        source={"name": f"Outlet {number % 5}"},
    )
    key = draft.actor(speaker, (speaker, 0), (speaker, 1), sameAs=[f"https://a.example/{number % 3}"])
    draft.quote(f"{WORDS} {number % 4}", key)
    called = f"{speaker} called for elections."
    draft.event("REQUEST", "A call", called, startDate="2019-02-02", participants=[(key, "ACTOR")])
    return draft


async def start(url: str, number: int) -> Process:
    return await asyncio.create_subprocess_exec(
        sys.executable, "-W", "error", "-c", SENDER, url, str(number), stdin=PIPE, stdout=PIPE, stderr=PIPE
    )


def told(tables: dict[str, list[Row]]) -> dict[str, Counter[Any]]:
    """What is stored, apart from which article came first."""
    return {
        "actors": Counter(
            (row["name"], row["mention_count"], row["quote_count"], row["article_count"]) for row in tables["actors"]
        ),
        "utterances": Counter((row["article_count"], row["source_count"]) for row in tables["utterances"]),
        "events": Counter((row["article_count"], row["source_count"]) for row in tables["events"]),
        "rows": Counter({name: len(rows) for name, rows in tables.items()}),
    }


async def test_each_article_is_stored_once(pool: Pool, database_url: str) -> None:
    senders = [await start(database_url, number) for number in range(PROCESSES)]
    for sender in senders:
        assert sender.stdout is not None
        line = await sender.stdout.readline()
        assert line == b"ready\n", (await sender.communicate())[1].decode()
    ended = await asyncio.gather(*(sender.communicate(b"go\n") for sender in senders))
    assert [(errors, sender.returncode) for (_, errors), sender in zip(ended, senders, strict=True)] == [
        (b"", 0)
    ] * PROCESSES
    outcomes = [outcome for output, _ in ended for outcome in json.loads(output)]
    assert Counter(result for result, _ in outcomes) == {
        "CREATED": ARTICLES,
        "UNCHANGED": ARTICLES * (PROCESSES - 1),
    }
    assert len({article_id for _, article_id in outcomes}) == ARTICLES
    at_once = await assert_consistent(pool)
    await pool.execute("truncate articles, actors, utterances, events, sources cascade")
    await store(pool, *(numbered(number) for number in range(ARTICLES)))
    one_by_one = await assert_consistent(pool)
    assert told(at_once) == told(one_by_one)
    ids = [
        {row["id"] for row in tables["articles"] + tables["quotes"] + tables["actors"]}
        for tables in (at_once, one_by_one)
    ]
    assert ids[0] == ids[1]


async def test_writers_and_deleters_at_once(pool: Pool) -> None:
    """In one process, on several connections: replacements and deletions of the same articles."""

    async def replace(headline: str) -> None:
        drafts = [numbered(number) for number in range(6)]
        for draft in drafts:
            draft.fields["headline"] = headline
        await store(pool, *drafts, replaces="*")

    await asyncio.gather(*(replace(str(i)) for i in range(8)))
    tables = await assert_consistent(pool)
    assert [row["revision"] for row in tables["articles"]] == [8] * 6
    assert len({row["headline"] for row in tables["articles"]}) == 1
