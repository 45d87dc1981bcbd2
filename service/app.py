"""The composition root: settings, pool, routes, lifespan."""

import asyncio
import os
from collections.abc import AsyncIterator, Awaitable, Sequence
from contextlib import asynccontextmanager, nullcontext
from time import perf_counter
from typing import Any, TypeAlias

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route, WebSocketRoute
from starlette.types import Lifespan, Message, Receive, Scope, Send

from service.access.gate import Gate
from service.access.origins import with_cors
from service.collector import seldom_collecting
from service.errors import BadSettings
from service.graphql.endpoint import GraphQLEndpoint, documents_of
from service.graphql.graphiql import asset_response
from service.graphql.schema import SCHEMA
from service.graphql.sse import EventStreamEndpoint, wants_event_stream
from service.graphql.subscription import Subscriptions
from service.graphql.websocket import WebSocketEndpoint
from service.operations.families import Families, Sources
from service.operations.following import Following
from service.operations.metrics import Metrics, open_metrics
from service.operations.request_log import request_log
from service.operations.tracing_settings import tracing_of
from service.processor import processor_of
from service.query.compiler import Compiler
from service.rest.operation import Services
from service.rest.problem import problem_response
from service.rest.routes import BASE, Rest, http_problem, rest_routes
from service.rest.table import OPERATIONS
from service.rest.writing import EXPORT_CONNECTIONS, WRITE_CONNECTIONS, open_writing
from service.settings import Settings, read_settings
from service.stopping import stop_at_signal
from service.storage.feed import open_feed
from service.storage.pool import open_pool
from service.storage.reader import open_reader
from service.storage.schema import check_schema
from service.tally import ANSWER, OTHER, TALLY

Answering: TypeAlias = Awaitable[None]

FEED_CONNECTIONS = 2
"""For the feed of changes and the reads of subscriptions, beside the one that listens."""
OTHER_CONNECTIONS = FEED_CONNECTIONS + 1 + WRITE_CONNECTIONS + EXPORT_CONNECTIONS
"""Connections of a process that are not for reads."""
READY_SECONDS = 3.0
"""In which the database must answer for the process to be ready."""


class Application(Starlette):
    """Starlette, but that GraphQL over HTTP and REST go past its middleware and routes, a tenth of the costs.

    cors_origins: origins whose pages may call it. following: what is told of each request, where somebody wants it.
    """

    def __init__(
        self,
        cors_origins: Sequence[str],
        routes: Sequence[BaseRoute],
        lifespan: Lifespan[Any],
        following: Following | None = None,
    ) -> None:
        super().__init__(routes=routes, lifespan=lifespan, exception_handlers={HTTPException: http_problem})
        self._following = following
        self._paths = {route.endpoint: route.path for route in routes if isinstance(route, Route)}
        self._pages: dict[Any, str] = {route.endpoint: route.name for route in routes if isinstance(route, Route)}
        # Outside of Starlette's own middleware: pages must be able to read a failure too.
        self._entrance = with_cors(self._enter, cors_origins)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer what comes in."""
        if scope["type"] != "http":
            if self._following is not None and scope["type"] == "websocket":
                await self._following.websocket(self._entrance, scope, receive, send)
            else:
                await self._entrance(scope, receive, send)
            return
        # A preflight comes no further than CORS.
        if scope["method"] == "OPTIONS":
            send = self._told(scope, send)
        began = perf_counter()
        try:
            if self._following is None:
                await self._entrance(scope, receive, send)
            else:
                await self._following.request(self._entrance, self._paths, scope, receive, send)
        finally:
            TALLY.request(scope, perf_counter() - began)

    # No coroutine of its own: one that waits for another is resumed each time that the other is.
    def _enter(self, scope: Scope, receive: Receive, send: Send) -> Answering:
        if scope["type"] == "http" and scope["path"] == "/graphql":
            scope["app"] = self
            return _GRAPHQL(scope, receive, send)
        if scope["type"] == "http" and scope["path"].startswith(f"{BASE}/"):
            scope["app"] = self
            return _REST(scope, receive, send)
        return super().__call__(scope, receive, self._told(scope, send) if scope["type"] == "http" else send)

    def _told(self, scope: Scope, send: Send) -> Send:
        """What sends, and leaves in the scope what is answered where nobody else does: for pages and preflights."""

        async def telling(message: Message) -> None:
            if message["type"] == "http.response.start":
                scope.setdefault(ANSWER, (self._pages.get(scope.get("endpoint"), OTHER), message["status"]))
            await send(message)

        return telling


def build(settings: Settings | None = None) -> Application:
    """The application.

    Raises BadSettings where no database is told - `onrecord serve` tells the embedded one - or a setting is wrong.
    """
    settings = settings or read_settings()
    url = settings.database_url
    if url is None:
        raise BadSettings("ONRECORD_DATABASE_URL: is required here; `onrecord serve` brings a Postgres of its own")
    documents = documents_of(settings)
    gate = Gate(settings)
    processor = processor_of(settings)
    log, tracing = request_log(settings), tracing_of(os.environ, url)
    tells_timing = settings.environment == "development"

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        async with (
            tracing.open() if tracing else nullcontext(),
            open_pool(url, FEED_CONNECTIONS, settings.statement_timeout) as pool,
            open_reader(url, settings.pool_size - OTHER_CONNECTIONS, settings.statement_timeout) as reader,
            open_writing(url) as writing,
        ):
            await check_schema(pool)
            app.state.pool = pool
            app.state.graphql = endpoint = GraphQLEndpoint(reader, settings, documents, gate)
            # Stored operations are bounded by what they select: the limits that are set are for what others write.
            compiler = Compiler(SCHEMA)
            app.state.rest = Services(settings, pool, reader, compiler, gate, writing, processor)
            async with open_feed(pool, url, settings.changes_days) as feed:
                subscriptions = Subscriptions(pool, feed, endpoint, settings.statement_timeout)
                app.state.event_stream = EventStreamEndpoint(subscriptions, settings.max_request_bytes, gate)
                app.state.websocket = WebSocketEndpoint(subscriptions, settings.max_request_bytes, gate)
                sources = Sources(
                    tally=TALLY,
                    reader=reader,
                    pools={"feed": pool, "write": writing.pool, "export": writing.exports},
                    compilers={"graphql": endpoint.compiler, "rest": compiler},
                    feed=feed,
                    subscriptions=lambda: subscriptions.open,
                    websockets=lambda: app.state.websocket.open,
                    dropped=tracing.dropped if tracing else dict,
                )
                ends = (subscriptions.stopped.set, writing.stopped.set)
                async with open_metrics(Families(sources)) as app.state.metrics:
                    with stop_at_signal(settings.stop_delay, *ends) as app.state.stop, seldom_collecting():
                        yield

    return Application(
        cors_origins=settings.cors_origins or (),
        following=Following(log, tracing, tells_timing=tells_timing) if log or tracing or tells_timing else None,
        routes=[
            Route("/graphql", _GRAPHQL),
            WebSocketRoute("/graphql", _GRAPHQL),
            *_page_routes(settings),
            *rest_routes(_REST),
            Route("/livez", _alive, methods=["GET"], name="livez"),
            Route("/readyz", _ready, methods=["GET"], name="readyz"),
            Route("/metrics", _metrics, methods=["GET"], name="metrics"),
        ],
        lifespan=lifespan,
    )


class _GraphQL:
    """The endpoints of the running application: their pool is open only within the lifespan."""

    def __call__(self, scope: Scope, receive: Receive, send: Send) -> Answering:
        state = scope["app"].state
        if scope["type"] == "websocket":
            answering: Answering = state.websocket(scope, receive, send)
        elif wants_event_stream(scope):
            answering = state.event_stream(scope, receive, send)
        else:
            answering = state.graphql(scope, receive, send)
        return answering


_GRAPHQL = _GraphQL()
_REST = Rest(OPERATIONS)


def _page_routes(settings: Settings) -> list[Route]:
    """The files of GraphiQL, which production does not serve."""
    if settings.environment != "development":
        return []
    return [Route("/graphql/assets/{name}", asset_response, methods=["GET"], name="graphiql_asset")]


async def _alive(_: Request) -> Response:
    return PlainTextResponse("alive\n")


async def _metrics(request: Request) -> Response:
    metrics: Metrics = request.app.state.metrics
    return metrics.response(request.headers.get("accept", ""))


async def _ready(request: Request) -> Response:
    """Whether requests may come: the database is there, its schema is this program's, and the process goes on."""
    try:
        request.app.state.stop.check()
        async with asyncio.timeout(READY_SECONDS):
            await check_schema(request.app.state.pool)
    except Exception as error:
        return problem_response(error)
    return PlainTextResponse("ready\n")
