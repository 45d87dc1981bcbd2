"""The composition root: settings, pool, routes, lifespan."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from service.errors import BadInput, Unavailable
from service.graphql.endpoint import GraphQLEndpoint
from service.graphql.response import DATABASE_AWAY
from service.settings import Settings, read_settings
from service.storage.pool import open_pool
from service.storage.schema import check_schema


def build(settings: Settings | None = None) -> Starlette:
    """The application. Raises BadInput where no database is told; `onrecord serve` tells the embedded one."""
    settings = settings or read_settings()
    url = settings.database_url
    if url is None:
        raise BadInput("ONRECORD_DATABASE_URL: is required here; `onrecord serve` brings a Postgres of its own")

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        async with open_pool(url, settings.pool_size, settings.statement_timeout) as pool:
            await check_schema(pool)
            app.state.pool = pool
            app.state.graphql = GraphQLEndpoint(pool, settings)
            yield

    return Starlette(
        routes=[
            Route("/graphql", _GraphQL()),
            Route("/livez", _alive, methods=["GET"]),
            Route("/readyz", _ready, methods=["GET"]),
        ],
        lifespan=lifespan,
    )


class _GraphQL:
    """The endpoint of the running application: its pool is open only within the lifespan."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await scope["app"].state.graphql(scope, receive, send)


async def _alive(_: Request) -> Response:
    return PlainTextResponse("alive\n")


async def _ready(request: Request) -> Response:
    """Whether reads can be answered: the database is there and its schema is this program's."""
    try:
        await check_schema(request.app.state.pool)
    except (Unavailable, *DATABASE_AWAY) as error:
        return PlainTextResponse(f"{error}\n", status_code=503)
    return PlainTextResponse("ready\n")
