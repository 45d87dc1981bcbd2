"""Asks the real endpoint in this process, and records the statements that it has run."""

import json
from collections.abc import AsyncIterator, Awaitable, Sequence
from contextlib import asynccontextmanager
from typing import Any
from urllib.parse import urlencode

import httpx
from asyncpg.connection import LoggedQuery

from service.graphql.endpoint import GraphQLEndpoint
from service.settings import Settings
from service.storage.pool import Pool
from service.storage.reader import Lane, Prepared, Reader

Json = dict[str, Any]

UNLIMITED = Settings(max_cost=10**9, max_aliases=10**9, max_directives=10**9, max_root_fields=10**9)
"""Settings under which the planner alone refuses what is too wide."""


class _Logging(Prepared):
    """A connection that tells its query loggers, as those of asyncpg's prepared statements do not."""

    def fetch(self, text: str, values: Sequence[Any]) -> Awaitable[bytes]:
        return self.connection.fetchval(text, *values)


class SharedLane(Lane):
    """A lane that keeps no connection, for what else a test does with the pool."""

    async def fetch(self, text: str, values: Sequence[Any]) -> bytes:
        try:
            return await super().fetch(text, values)
        finally:
            await self.close()

    async def _take(self) -> Prepared:
        return _Logging((await super()._take()).connection)


class Asker:
    """A client of an endpoint on a pool."""

    def __init__(self, pool: Pool, settings: Settings | None = None) -> None:
        lane = SharedLane(pool)
        self.endpoint = GraphQLEndpoint(Reader(lane, lane), settings or Settings())
        self._client = httpx.AsyncClient(
            transport=httpx.ASGITransport(app=self.endpoint, raise_app_exceptions=False), base_url="http://on.record"
        )

    async def response(self, query: str, variables: Json | None = None, **parameters: Any) -> httpx.Response:
        """The response to a POST."""
        return await self.post({"query": query, "variables": variables, **parameters})

    async def post(self, parameters: Json, **headers: str) -> httpx.Response:
        """The response to a POST of just these parameters."""
        given = {"Content-Type": "application/json", **headers}
        return await self._client.post("/graphql", content=json.dumps(parameters), headers=given)

    async def get(self, parameters: dict[str, str] | Sequence[tuple[str, str]], **headers: str) -> httpx.Response:
        """The response to a GET with these parameters in the query string."""
        return await self._client.get("/graphql", params=httpx.QueryParams(urlencode(parameters)), headers=headers)

    async def answer(self, query: str, variables: Json | None = None, **parameters: Any) -> Json:
        """The response's JSON."""
        answer = (await self.response(query, variables, **parameters)).json()
        assert isinstance(answer, dict)
        return answer

    async def data(self, query: str, variables: Json | None = None, **parameters: Any) -> Json:
        """The data of an operation without errors."""
        answer = await self.answer(query, variables, **parameters)
        assert list(answer) == ["data"], answer
        data = answer["data"]
        assert isinstance(data, dict)
        return data

    async def refused(self, query: str, variables: Json | None = None, **parameters: Any) -> tuple[str, str]:
        """Code and message of the one error of an operation that is refused."""
        return await self.refused_post({"query": query, "variables": variables, **parameters})

    async def refused_post(self, parameters: Json) -> tuple[str, str]:
        """Code and message of the one error of a POST that is refused."""
        answer = (await self.post(parameters)).json()
        assert list(answer) == ["errors"], answer
        (error,) = answer["errors"]
        return error["extensions"]["code"], error["message"]


@asynccontextmanager
async def recorded(pool: Pool) -> AsyncIterator[list[str]]:
    """The statements that run meanwhile on the one connection of a pool."""
    statements: list[str] = []

    def record(query: LoggedQuery) -> None:
        statements.append(query.query)

    async with pool.acquire() as connection:
        # asyncpg itself asks what these types are, once on each connection.
        await connection.fetch("select $1::uuid[], $2::text[]", [], [])
        connection.add_query_logger(record)
    try:
        yield statements
    finally:
        async with pool.acquire() as connection:
            connection.remove_query_logger(record)
