"""The app on a real server in the test's own event loop, and clients of its WebSocket and of its event streams."""

import asyncio
import json
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable
from contextlib import aclosing, asynccontextmanager
from dataclasses import dataclass
from typing import Any

import httpx
import pytest
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Subprotocol

from service.app import build
from service.settings import Settings
from service.storage.pool import Pool
from tests.listening import listening
from tests.records import store
from tests.storage.drafts import speech

SECONDS = 30
"""After which what does not come fails a test."""

Json = dict[str, Any]


@dataclass(frozen=True)
class Address:
    port: int

    @property
    def http(self) -> str:
        return f"http://127.0.0.1:{self.port}/graphql"

    @property
    def ws(self) -> str:
        return f"ws://127.0.0.1:{self.port}/graphql"


@asynccontextmanager
async def serving(url: str, http: Any = "auto", **variables: Any) -> AsyncIterator[Address]:
    """The address of the app with the database at `url` and these settings."""
    app = build(Settings(database_url=url, **variables))
    async with listening(app, http=http, lifespan="on") as port:
        yield Address(port)


async def eventually(holds: Callable[[], Awaitable[object]]) -> None:
    """Comes back once something holds that gives no sign of it."""
    async with asyncio.timeout(SECONDS):
        while not await holds():  # noqa: ASYNC110  likewise
            await asyncio.sleep(0.01)


async def logged(caplog: pytest.LogCaptureFixture, text: str) -> None:
    """Comes back once the log holds these words."""

    async def holds() -> bool:
        return text in caplog.text

    await eventually(holds)


class Socket:
    """A client of graphql-transport-ws."""

    def __init__(self, connection: ClientConnection) -> None:
        self.connection = connection

    async def send(self, **message: Any) -> None:
        await self.connection.send(json.dumps(message))

    async def receive(self) -> Json:
        async with asyncio.timeout(SECONDS):
            return dict(json.loads(await self.connection.recv()))

    async def subscribe(self, query: str, variables: Json | None = None, name: str = "1") -> None:
        """Send an operation; what was sent before has begun when this comes back."""
        await self.send(type="subscribe", id=name, payload={"query": query, "variables": variables})

    async def next(self, name: str = "1") -> Any:
        """The data of the next response, which must be of this operation."""
        message = await self.receive()
        assert (message["type"], message["id"]) == ("next", name), message
        return message["payload"]["data"]

    async def refused(self, name: str = "1") -> Json:
        """The one error of an operation."""
        message = await self.receive()
        assert (message["type"], message["id"]) == ("error", name), message
        (error,) = message["payload"]
        return dict(error)

    async def closed(self) -> tuple[int | None, str | None]:
        """The code and the reason with which the server closes."""
        async with asyncio.timeout(SECONDS):
            await self.connection.wait_closed()
        return self.connection.close_code, self.connection.close_reason


@asynccontextmanager
async def socket(address: Address, *, init: bool = True, **options: Any) -> AsyncIterator[Socket]:
    """A client that is connected and, with `init`, acknowledged."""
    protocols = [Subprotocol("graphql-transport-ws")]
    options = {"max_queue": None, **options}
    async with connect(address.ws, subprotocols=protocols, max_size=None, proxy=None, **options) as connection:
        client = Socket(connection)
        if init:
            await client.send(type="connection_init")
            assert await client.receive() == {"type": "connection_ack"}
        yield client


Event = tuple[str, Any]


async def events(response: httpx.Response) -> AsyncGenerator[Event, None]:
    """The events of a stream, (name, data), as a browser reads them; a comment is (":", None)."""
    name, data = "message", list[str]()
    async for line in _lines(response):
        if line.startswith(":"):
            yield ":", None
        elif line.startswith("event: "):
            name = line.removeprefix("event: ")
        elif line.startswith("data:"):
            data.append(line.removeprefix("data:").removeprefix(" "))
        elif not line and data:
            text = "\n".join(data)
            yield name, json.loads(text) if text else None
            name, data = "message", []


async def _lines(response: httpx.Response) -> AsyncIterator[str]:
    """Lines as the format has them; what httpx takes for lines ends at U+2028 too."""
    rest = ""
    async for text in response.aiter_text():
        *lines, rest = (rest + text).split("\n")
        for line in lines:
            yield line


@asynccontextmanager
async def stream(
    address: Address, query: str, variables: Json | None = None, **headers: str
) -> AsyncIterator[AsyncIterator[Event]]:
    """The events that answer an operation sent by POST."""
    async with (
        httpx.AsyncClient(timeout=SECONDS) as client,
        client.stream(
            "POST",
            address.http,
            json={"query": query, "variables": variables},
            headers={"Accept": "text/event-stream", **headers},
        ) as response,
    ):
        assert response.status_code == 200
        assert response.headers["content-type"] == "text/event-stream; charset=utf-8"
        async with aclosing(events(response)) as told:
            yield told


async def end_of_feed(address: Address, pool: Pool) -> str:
    """A cursor behind all changes, of an article that is stored for it."""
    await store(pool, speech("https://news.example/first"))
    async with socket(address) as client:
        await client.subscribe("{ changes(first: 100) { pageInfo { endCursor hasNextPage } } }")
        page = (await client.next())["changes"]["pageInfo"]
        assert not page["hasNextPage"]
        return str(page["endCursor"])
