"""Asks the real endpoint in this process, and records the statements that it has run."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import httpx
from asyncpg.connection import LoggedQuery

from service.graphql.endpoint import GraphQLEndpoint
from service.settings import Settings
from service.storage.pool import Pool

Json = dict[str, Any]


class Asker:
    """A client of an endpoint on a pool."""

    def __init__(self, pool: Pool, settings: Settings | None = None) -> None:
        self.endpoint = GraphQLEndpoint(pool, settings or Settings())
        self._client = httpx.AsyncClient(
            transport=httpx.ASGITransport(app=self.endpoint, raise_app_exceptions=False), base_url="http://on.record"
        )

    async def response(self, query: str, variables: Json | None = None, **parameters: Any) -> httpx.Response:
        """The response to a POST."""
        body = json.dumps({"query": query, "variables": variables, **parameters})
        return await self._client.post("/graphql", content=body, headers={"Content-Type": "application/json"})

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
        answer = await self.answer(query, variables, **parameters)
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
