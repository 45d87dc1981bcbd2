"""The peer in Python: strawberry types whose fields are resolved by data loaders, as its documentation teaches."""

# ruff: noqa: D102  the fields are those of our schema

import gc
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any
from uuid import UUID

import asyncpg
import strawberry
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.websockets import WebSocket
from strawberry.asgi import GraphQL
from strawberry.extensions import ParserCache, ValidationCache
from strawberry.types import Info

from bench.peers.loaders import Loaders, Row
from service.storage.pool import Pool

LoadersInfo = Info[Loaders, None]


@strawberry.type
class Source:
    """An outlet."""

    name: str


@strawberry.type
class Actor:
    """Who is named in articles."""

    key: strawberry.Private[UUID]
    id: strawberry.ID
    name: str
    kind: str
    quote_count: int

    @strawberry.field
    async def quotes(self, info: LoadersInfo, first: int = 20) -> "QuoteConnection":
        return QuoteConnection(nodes=[quote(row) for row in await info.context.actor_quotes.load((self.key, first))])

    @strawberry.field
    async def events(self, info: LoadersInfo, first: int = 20) -> "EventConnection":
        return EventConnection(nodes=[event(row) for row in await info.context.actor_events.load((self.key, first))])


@strawberry.type
class Quote:
    """What an article quotes."""

    speaker_id: strawberry.Private[UUID | None]
    article_id: strawberry.Private[UUID]
    id: strawberry.ID
    text: str

    @strawberry.field
    async def speaker(self, info: LoadersInfo) -> Actor | None:
        return actor(await info.context.actors.load(self.speaker_id)) if self.speaker_id else None

    @strawberry.field
    async def article(self, info: LoadersInfo) -> "Article":
        return article(await info.context.articles.load(self.article_id))


@strawberry.type
class Article:
    """A news article."""

    key: strawberry.Private[UUID]
    source_id: strawberry.Private[UUID | None]
    id: strawberry.ID
    headline: str | None
    date_published: str | None

    @strawberry.field
    async def source(self, info: LoadersInfo) -> Source | None:
        return Source(name=(await info.context.sources.load(self.source_id))["name"]) if self.source_id else None

    @strawberry.field
    async def actors(self, info: LoadersInfo, first: int = 20) -> "ActorConnection":
        return ActorConnection(nodes=[actor(row) for row in await info.context.article_actors.load((self.key, first))])

    @strawberry.field
    async def quotes(self, info: LoadersInfo, first: int = 20) -> "QuoteConnection":
        return QuoteConnection(nodes=[quote(row) for row in await info.context.article_quotes.load((self.key, first))])


@strawberry.type
class Participant:
    """An actor's part in an event."""

    actor_id: strawberry.Private[UUID]
    role: str

    @strawberry.field
    async def actor(self, info: LoadersInfo) -> Actor:
        return actor(await info.context.actors.load(self.actor_id))


@strawberry.type
class Report:
    """Where an article tells of an event."""

    article_id: strawberry.Private[UUID]

    @strawberry.field
    async def article(self, info: LoadersInfo) -> Article:
        return article(await info.context.articles.load(self.article_id))


@strawberry.type
class Event:
    """What happened."""

    key: strawberry.Private[UUID]
    id: strawberry.ID
    name: str
    type: str
    start_date: str | None

    @strawberry.field
    async def participants(self, info: LoadersInfo) -> list[Participant]:
        rows = await info.context.event_participants.load((self.key, 1_000))
        return [Participant(actor_id=row["actor_id"], role=row["role"]) for row in rows]

    @strawberry.field
    async def reports(self, info: LoadersInfo, first: int = 20) -> "ReportConnection":
        rows = await info.context.event_reports.load((self.key, first))
        return ReportConnection(nodes=[Report(article_id=row["article_id"]) for row in rows])

    @strawberry.field
    async def quotes(self, info: LoadersInfo, first: int = 20) -> "QuoteConnection":
        return QuoteConnection(nodes=[quote(row) for row in await info.context.event_quotes.load((self.key, first))])


@strawberry.type
class ActorConnection:
    """A page of actors."""

    nodes: list[Actor]


@strawberry.type
class QuoteConnection:
    """A page of quotes."""

    nodes: list[Quote]


@strawberry.type
class ArticleConnection:
    """A page of articles."""

    nodes: list[Article]


@strawberry.type
class EventConnection:
    """A page of events."""

    nodes: list[Event]


@strawberry.type
class ReportConnection:
    """A page of reports."""

    nodes: list[Report]


def actor(row: Row) -> Actor:
    return Actor(
        key=row["id"], id=strawberry.ID(f"actor_{row['id']}"), name=row["name"], kind=row["kind"],
        quote_count=row["quote_count"],
    )  # fmt: skip


def quote(row: Row) -> Quote:
    return Quote(
        speaker_id=row["speaker_id"], article_id=row["article_id"], id=strawberry.ID(f"quote_{row['id']}"),
        text=row["exact"],
    )  # fmt: skip


def article(row: Row) -> Article:
    return Article(
        key=row["id"], source_id=row["source_id"], id=strawberry.ID(f"article_{row['id']}"),
        headline=row["headline"], date_published=row["published"],
    )  # fmt: skip


def event(row: Row) -> Event:
    return Event(
        key=row["id"], id=strawberry.ID(f"event_{row['id']}"), name=row["name"], type=row["type"],
        start_date=row["start_date"],
    )  # fmt: skip


def uuid_in(public_id: str) -> UUID:
    return UUID(public_id.rpartition("_")[2])


@strawberry.type
class Query:
    """Where a read begins."""

    @strawberry.field
    async def article(self, info: LoadersInfo, id: strawberry.ID) -> Article | None:  # noqa: A002
        row = await info.context.articles.load(uuid_in(id))
        return article(row) if row else None

    @strawberry.field
    async def actor(self, info: LoadersInfo, id: strawberry.ID) -> Actor | None:  # noqa: A002
        row = await info.context.actors.load(uuid_in(id))
        return actor(row) if row else None

    @strawberry.field
    async def event(self, info: LoadersInfo, id: strawberry.ID) -> Event | None:  # noqa: A002
        row = await info.context.events.load(uuid_in(id))
        return event(row) if row else None

    @strawberry.field
    async def articles(self, info: LoadersInfo, first: int = 20) -> ArticleConnection:
        rows = await info.context.pool.fetch(
            "select id, headline, published, source_id from articles "
            "order by coalesce(published_start, '-infinity') desc, id desc limit $1",
            first,
        )
        return ArticleConnection(nodes=[article(row) for row in rows])


class App(GraphQL[Loaders, None]):
    """The endpoint, with loaders of each request's own."""

    pool: Pool

    async def get_context(self, request: Request | WebSocket, response: Response | WebSocket) -> Any:  # noqa: ARG002
        return Loaders(self.pool)


def build() -> Starlette:
    """The application; the database is ONRECORD_DATABASE_URL."""
    endpoint = App(strawberry.Schema(Query, extensions=[ParserCache, ValidationCache]), graphql_ide=None)

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        settings = {"jit": "off", "timezone": "UTC"}
        async with asyncpg.create_pool(
            os.environ["ONRECORD_DATABASE_URL"], min_size=10, max_size=10, server_settings=settings
        ) as pool:
            endpoint.pool = pool
            # In its favour: what lives for good is not walked, and what a request makes is seldom.
            gc.collect()
            gc.freeze()
            gc.set_threshold(50_000, 50, 50)
            yield

    return Starlette(routes=[Route("/graphql", endpoint)], lifespan=lifespan)
