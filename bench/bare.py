"""The limit: the same statements as bytes from a bare ASGI application, without GraphQL.

`GET /newest`, `GET /actor?3ab81642-…`: the operation, and the UUID that its variable `id` stands for.
"""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from uuid import UUID

from starlette.applications import Starlette
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from bench.operations import OPERATIONS, compiled
from service.storage.reader import Reader, open_reader

_SOME_ID = str(UUID(int=1))
_READS = 19
"""Connections, as many as ours has for reads: the application itself, which counts them, is not loaded here."""


def build() -> Starlette:
    """The application; the database is ONRECORD_DATABASE_URL."""
    statements = {o.name: compiled(o, f"{o.of}_{_SOME_ID}" if o.of else None) for o in OPERATIONS}
    readers: list[Reader] = []

    class Bare:
        async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
            statement, parameters = statements[scope["path_params"]["operation"]]
            if asked := scope["query_string"]:
                key = asked.decode()
                parameters = [key if value == _SOME_ID else value for value in parameters]
            data = await readers[0].fetch(statement.text, parameters, generic=statement.generic)
            await Response(b'{"data":' + data + b"}", media_type="application/json")(scope, receive, send)

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        async with open_reader(os.environ["ONRECORD_DATABASE_URL"], _READS) as reader:
            readers.append(reader)
            yield

    return Starlette(routes=[Route("/{operation}", Bare())], lifespan=lifespan)
