"""The limit: one statement as bytes from a bare ASGI application, without GraphQL."""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from bench.operations import NEWEST, compiled
from service.storage.pool import Pool, open_pool


def build() -> Starlette:
    """The application; the database is ONRECORD_DATABASE_URL."""
    statement, parameters = compiled(NEWEST)
    pools: list[Pool] = []

    class Bare:
        async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
            while (await receive()).get("more_body"):
                pass
            data = await pools[0].fetchval(statement, *parameters)
            await Response(b'{"data":' + data + b"}", media_type="application/json")(scope, receive, send)

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        async with open_pool(os.environ["ONRECORD_DATABASE_URL"], 10) as pool:
            pools.append(pool)
            yield

    return Starlette(routes=[Route("/graphql", Bare())], lifespan=lifespan)
