"""The composition root: settings, pool, routes, lifespan."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route, WebSocketRoute
from starlette.types import Receive, Scope, Send

from service.errors import BadInput, Unavailable
from service.graphql.endpoint import GraphQLEndpoint, documents_of
from service.graphql.graphiql import asset_response
from service.graphql.sse import EventStreamEndpoint, wants_event_stream
from service.graphql.subscription import Subscriptions
from service.graphql.websocket import WebSocketEndpoint
from service.http.failures import DATABASE_AWAY
from service.settings import Settings, read_settings
from service.stop_signal import on_stop_signal
from service.storage.feed import open_feed
from service.storage.pool import open_pool
from service.storage.reader import open_reader
from service.storage.schema import check_schema

OTHER_CONNECTIONS = 3
"""Connections of a process that are not for reads: a pool, and the one that listens for changes."""


def build(settings: Settings | None = None) -> Starlette:
    """The application.

    Raises BadInput where no database is told - `onrecord serve` tells the embedded one - or a setting is wrong.
    """
    settings = settings or read_settings()
    url = settings.database_url
    if url is None:
        raise BadInput("ONRECORD_DATABASE_URL: is required here; `onrecord serve` brings a Postgres of its own")
    documents = documents_of(settings)

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        async with (
            open_pool(url, OTHER_CONNECTIONS - 1) as pool,
            open_reader(url, settings.pool_size - OTHER_CONNECTIONS, settings.statement_timeout) as reader,
        ):
            await check_schema(pool)
            app.state.pool = pool
            app.state.graphql = endpoint = GraphQLEndpoint(reader, settings, documents)
            async with open_feed(pool, url, settings.changes_days) as feed:
                subscriptions = Subscriptions(pool, feed, endpoint, settings.statement_timeout)
                app.state.event_stream = EventStreamEndpoint(subscriptions, settings.max_request_bytes)
                app.state.websocket = WebSocketEndpoint(subscriptions, settings.max_request_bytes)
                with on_stop_signal(subscriptions.stopped.set):
                    yield

    return Starlette(
        routes=[
            Route("/graphql", _GraphQL()),
            WebSocketRoute("/graphql", _GraphQL()),
            *_page_routes(settings),
            Route("/livez", _alive, methods=["GET"]),
            Route("/readyz", _ready, methods=["GET"]),
        ],
        lifespan=lifespan,
    )


class _GraphQL:
    """The endpoints of the running application: their pool is open only within the lifespan."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        state = scope["app"].state
        if scope["type"] == "websocket":
            await state.websocket(scope, receive, send)
        elif wants_event_stream(scope):
            await state.event_stream(scope, receive, send)
        else:
            await state.graphql(scope, receive, send)


def _page_routes(settings: Settings) -> list[Route]:
    """The files of GraphiQL, which production does not serve."""
    development = settings.environment == "development"
    return [Route("/graphql/assets/{name}", asset_response, methods=["GET"])] if development else []


async def _alive(_: Request) -> Response:
    return PlainTextResponse("alive\n")


async def _ready(request: Request) -> Response:
    """Whether reads can be answered: the database is there and its schema is this program's."""
    try:
        await check_schema(request.app.state.pool)
    except Unavailable as error:
        return PlainTextResponse(f"{error}\n", status_code=503)
    except DATABASE_AWAY:
        return PlainTextResponse("the database can't be reached at the moment\n", status_code=503)
    return PlainTextResponse("ready\n")
