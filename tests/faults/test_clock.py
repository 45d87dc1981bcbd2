"""The wall clock jumps: nothing is lost or stands still. Durations are monotonic, the feed is in order of commits."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest

from service.storage.pool import open_pool
from tests.commands import SECONDS, environment
from tests.faults.killing import creating, replacing
from tests.faults.load import STORED
from tests.faults.program import running
from tests.graphql.serving import Address, Socket, socket, stream
from tests.programs import program
from tests.storage.consistency import assert_consistent

HOUR = 3_600
JUMPS = [0, -HOUR, HOUR, -HOUR, 40 * 24 * HOUR]
"""Seconds by which the service's clock is wrong, one after another; that of Postgres goes on."""

Clock = tuple[dict[str, str], Callable[[int], object]]


@pytest.fixture
def clock(tmp_path: Path) -> Clock:
    """The environment of processes whose wall clock is set, and what sets it wrong by so many seconds."""
    program("faketime", "faketime")
    (library,) = Path("/usr/lib").glob("*/faketime/libfaketimeMT.so.1")
    told = tmp_path / "clock"

    def jump(seconds: int) -> None:
        told.write_text(f"{seconds:+}", encoding="ascii")

    jump(0)
    return {
        "LD_PRELOAD": str(library), "FAKETIME_TIMESTAMP_FILE": str(told), "FAKETIME_NO_CACHE": "1",
        "FAKETIME_DONT_FAKE_MONOTONIC": "1",
    }, jump  # fmt: skip


async def next_told(client: Socket) -> str:
    return str((await client.next())["articleStored"]["node"]["url"])


def test_what_is_stored_is_told_in_order_whatever_the_clock_says(database_url: str, clock: Clock) -> None:
    variables, jump = clock
    with running(environment(database_url, **variables)) as service:
        asyncio.run(_store_and_hear(service.port, jump))
    asyncio.run(_check(database_url))


async def _store_and_hear(port: int, jump: Callable[[int], object]) -> None:
    async with AsyncExitStack() as opened:
        base = f"http://127.0.0.1:{port}"
        client = await opened.enter_async_context(httpx.AsyncClient(base_url=base, timeout=SECONDS))
        first = await client.post("/v1/articles", json=creating(1_000).line)
        cursor = (await client.get("/v1/changes?last=1")).json()["pageInfo"]["endCursor"]
        subscriber = await opened.enter_async_context(socket(Address(port)))
        await subscriber.subscribe(STORED, {"after": cursor})
        events = await opened.enter_async_context(stream(Address(port), STORED, {"after": cursor}))
        for number, seconds in enumerate(JUMPS):
            jump(seconds)
            stored = await client.post("/v1/articles", json=creating(number).line)
            assert stored.status_code == 201, stored.text
            at = datetime.fromisoformat(await _instant(client, stored.json()["id"]))
            assert abs(at - datetime.now(UTC) - timedelta(seconds=seconds)) < timedelta(minutes=5)
            url = creating(number).line["url"]
            async with asyncio.timeout(SECONDS):
                assert await next_told(subscriber) == url
                assert await _url_of_next(events) == url
        jump(-HOUR)
        changed = {name: part for name, part in replacing(1_000, "").line.items() if name != "replaces"}
        answer = await client.put(first.headers["location"], json=changed, headers={"If-Match": "*"})
        assert answer.status_code == 200, answer.text
        assert await next_told(subscriber) == changed["url"]
        # What is old goes by the clock of Postgres.
        kept = (await client.get("/v1/changes?first=1")).json()["nodes"]
        assert kept[0]["kind"] == "CREATED"
        articles = (await client.get("/v1/articles?first=100")).json()["nodes"]
        assert len(articles) == len(JUMPS) + 1


async def _instant(client: httpx.AsyncClient, article: str) -> str:
    """When an article was stored, by the service's clock: exports alone tell."""
    lines = map(json.loads, (await client.get("/v1/export/articles")).text.splitlines())
    return next(str(line["stored"]["storedAt"]) for line in lines if line["stored"]["id"] == article)


async def _url_of_next(events: AsyncIterator[tuple[str, object]]) -> str:
    async for name, payload in events:
        if name == "next":
            assert isinstance(payload, dict)
            return str(payload["data"]["articleStored"]["node"]["url"])
    pytest.fail("the stream has ended")


async def _check(url: str) -> None:
    async with open_pool(url, 1) as pool:
        await assert_consistent(pool)


def test_the_clock_gives_nobody_more_requests_or_fewer(database_url: str, clock: Clock) -> None:
    variables, jump = clock
    env = environment(database_url, ONRECORD_RATE_LIMIT="60", **variables)
    with running(env) as service, httpx.Client(base_url=service.address, timeout=SECONDS) as client:

        def statuses(count: int) -> list[int]:
            return [client.get("/v1/sources").status_code for _ in range(count)]

        assert 429 in statuses(15)
        jump(HOUR)
        assert 429 in statuses(15)
        jump(-HOUR)
        refused = client.get("/v1/sources")
        while refused.status_code == 429:
            # As a client does that keeps to what it is told; a clock that counts would tell an hour.
            assert int(refused.headers["retry-after"]) <= 2
            refused = client.get("/v1/sources")
        assert refused.status_code == 200
