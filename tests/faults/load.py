"""Clients at work while something fails: each keeps what it was answered, so that a wrong answer is told."""

import asyncio
import json
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from typing import Any

import httpx
from websockets.exceptions import ConnectionClosed

from tests.faults.killing import BROKEN_OFF, Write, creating
from tests.graphql.serving import SECONDS, Address, Socket, socket, stream
from tests.rest.duplex import BATCH, Duplex, duplex

QUERY = "query ($id: ID!) { article(id: $id) { headline body quotes { nodes { text speaker { name } } } } }"
STORED = "subscription ($after: String) { articleStored(after: $after) { cursor node { url } } }"
RETRIABLE = {"UNAVAILABLE", "TIMEOUT", "BUSY"}
PAUSE = 0.005
"""Seconds between two requests of a client: the load must leave room on a small machine."""


class Load:
    """What clients of one service saw. wrong: answers that are neither right nor a clear refusal."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.answered: Counter[str] = Counter()
        """Client -> requests that were answered rightly."""
        self.refused: Counter[str] = Counter()
        self.wrong: list[str] = []
        self.acknowledged: set[str] = set()
        """URLs of articles that were stored, as their senders were told."""
        self.heard: dict[str, set[str]] = {"websocket": set(), "events": set()}
        """URLs of articles that each subscriber was told of."""
        self._number = 0

    async def progressed(self, count: int = 5) -> None:
        """Comes back once every client has been answered so many times from now on."""
        before = Counter(self.answered)
        async with asyncio.timeout(SECONDS):
            while any(self.answered[name] < before[name] + count for name in ("graphql", "rest", "single", "batch")):
                await asyncio.sleep(0.01)

    async def heard_all(self) -> None:
        """Comes back once every subscriber was told of all that is acknowledged. Fails after a deadline."""
        async with asyncio.timeout(SECONDS):
            while any(self.acknowledged - heard for heard in self.heard.values()):
                await asyncio.sleep(0.01)

    def next_write(self) -> Write:
        """An article that nobody has sent yet."""
        self._number += 1
        return creating(self._number)

    def check(self, name: str, response: httpx.Response, expected: bytes | None = None) -> bool:
        """Whether a response is the right one; what is neither that nor a 503 that tells when to come again is kept."""
        if response.is_success and expected in {None, response.content}:
            self.answered[name] += 1
            return True
        told = response.json() if "json" in response.headers.get("content-type", "") else {}
        code = told["errors"][0]["extensions"]["code"] if "errors" in told and "code" not in told else told.get("code")
        if response.status_code == 503 and code in RETRIABLE and int(response.headers.get("retry-after", 0)) >= 1:
            self.refused[name] += 1
        else:
            self.wrong.append(f"{name}: {response.status_code} {response.headers} {response.text[:300]}")
        return False


@asynccontextmanager
async def load(port: int) -> AsyncIterator[Load]:
    """Clients of every kind at work on a service that stores nothing else."""
    found = Load(port)
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", timeout=SECONDS) as client:
        first = await client.post("/v1/articles", json=found.next_write().line)
        assert first.status_code == 201, first.text
        path = first.headers["location"]
        cursor = await _end_of_feed(client)
        variables = {"query": QUERY, "variables": {"id": path.rpartition("/")[2]}}
        expected = (await client.post("/graphql", json=variables)).content
        # What GET shows beside the record, the counts of actors, changes with what others store: a list of quotes not.
        quotes = f"{path}/quotes?first=5"
        answer = (await client.get(f"{path}/quotes?first=5")).content
        works: list[Callable[[], Awaitable[None]]] = [
            lambda: _read(found, "graphql", lambda: client.post("/graphql", json=variables), expected),
            lambda: _read(found, "rest", lambda: client.get(quotes), answer),
            lambda: _write(found, client),
            lambda: _batches(found),
            lambda: _websocket(found, cursor),
            lambda: _events(found, cursor),
        ]
        tasks = [asyncio.ensure_future(work()) for work in works]
        try:
            yield found
        finally:
            for task in tasks:
                task.cancel()
            ended = await asyncio.gather(*tasks, return_exceptions=True)
        failed = [each for each in ended if isinstance(each, Exception)]
        assert not failed, failed


async def _end_of_feed(client: httpx.AsyncClient) -> str:
    told = (await client.get("/v1/changes?last=1")).json()
    return str(told["pageInfo"]["endCursor"])


async def _read(load: Load, name: str, ask: Callable[[], Awaitable[httpx.Response]], expected: bytes) -> None:
    while True:
        load.check(name, await ask(), expected)
        await asyncio.sleep(PAUSE)


async def _write(load: Load, client: httpx.AsyncClient) -> None:
    while True:
        write = load.next_write()
        # Sent again until it is taken: it changes nothing where it was stored already.
        while not load.check("single", await client.post("/v1/articles", json=write.line)):
            await asyncio.sleep(PAUSE)
        load.acknowledged.add(write.line["url"])
        await asyncio.sleep(PAUSE)


async def _batches(load: Load) -> None:
    """One batch after another, each until it is stopped; what was not acknowledged is sent again by the next one."""
    waiting: list[Write] = []
    while True:
        async with duplex(load.port, BATCH) as client:
            await _batch(load, client, waiting)
        await asyncio.sleep(0.1)


async def _batch(load: Load, client: Duplex, waiting: list[Write]) -> None:
    for write in waiting:
        await client.send(write.line)
    while True:
        if not waiting:
            waiting.append(load.next_write())
            await client.send(waiting[-1].line)
        result = await client.result()
        if result["result"] == "STOPPED":
            if result["problem"]["code"] not in RETRIABLE:
                load.wrong.append(f"batch: {result}")
            load.refused["batch"] += 1
            return
        if result["result"] in {"CREATED", "UNCHANGED"}:
            load.acknowledged.add(waiting.pop(0).line["url"])
            load.answered["batch"] += 1
        else:
            load.wrong.append(f"batch: {result}")
            return


async def _websocket(load: Load, after: str) -> None:
    """A subscriber that comes back with its last cursor, whenever it is told of an error or closed."""
    while True:
        with suppress(ConnectionClosed, *BROKEN_OFF):
            async with socket(Address(load.port)) as client:
                await client.subscribe(STORED, {"after": after})
                async for told in _told(load, client):
                    load.heard["websocket"].add(told["node"]["url"])
                    after = told["cursor"]
        load.refused["websocket"] += 1
        await asyncio.sleep(0.1)


async def _told(load: Load, client: Socket) -> AsyncIterator[Any]:
    while True:
        message = json.loads(await client.connection.recv())
        if message["type"] != "next":
            code = message["payload"][0]["extensions"]["code"] if message["type"] == "error" else message["type"]
            if code not in RETRIABLE:
                load.wrong.append(f"websocket: {message}")
            return
        yield message["payload"]["data"]["articleStored"]


async def _events(load: Load, after: str) -> None:
    """The same over server-sent events."""
    while True:
        with suppress(*BROKEN_OFF):
            async with stream(Address(load.port), STORED, {"after": after}) as told:
                async for name, payload in told:
                    if name == "next" and "errors" in payload:
                        if payload["errors"][0]["extensions"]["code"] not in RETRIABLE:
                            load.wrong.append(f"events: {payload}")
                        break
                    if name == "next":
                        stored = payload["data"]["articleStored"]
                        load.heard["events"].add(stored["node"]["url"])
                        after = stored["cursor"]
        load.refused["events"] += 1
        await asyncio.sleep(0.1)
