"""gql, the usual client of Python: documents checked against the schema that the service tells."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import Any

import pytest
from gql import Client, gql
from gql.transport.exceptions import TransportQueryError
from gql.transport.httpx import HTTPXTransport
from gql.transport.websockets import WebsocketsTransport
from graphql import GraphQLError

from tests.services import Service

PAGE = gql("""
    query Page($first: Int!, $after: String) {
      quotes(first: $first, after: $after, orderBy: POSITION) {
        totalCount
        nodes { id text span { exact } }
        pageInfo { hasNextPage endCursor }
      }
    }
""")
FOLLOW = gql("subscription { articleStored { cursor node { externalId quotes { nodes { text } } } } }")


@pytest.fixture
def client(service: Service) -> Client:
    return Client(transport=HTTPXTransport(service.graphql), fetch_schema_from_transport=True)


def test_pages_through_every_quote(client: Client) -> None:
    quotes: list[dict[str, Any]] = []
    with client as session:
        page = {"hasNextPage": True, "endCursor": None}
        while page["hasNextPage"]:
            PAGE.variable_values = {"first": 4, "after": page["endCursor"]}
            answer = session.execute(PAGE)["quotes"]
            quotes += answer["nodes"]
            page = answer["pageInfo"]
    assert len({quote["id"] for quote in quotes}) == len(quotes) == answer["totalCount"]
    assert all(quote["text"] == quote["span"]["exact"] for quote in quotes)


def test_schema_as_told_refuses_what_the_service_would(client: Client) -> None:
    with client as session, pytest.raises(GraphQLError, match="'nonsense'"):
        session.execute(gql("{ quotes { nonsense } }"))


def test_errors_carry_their_code(client: Client) -> None:
    with client as session, pytest.raises(TransportQueryError) as raised:
        session.execute(gql("{ quotes(first: 0) { totalCount } }"))
    assert raised.value.errors
    (error,) = raised.value.errors
    assert error["extensions"]["code"] == "BAD_USER_INPUT"


async def _first(answers: AsyncGenerator[dict[str, Any], None]) -> dict[str, Any]:
    return await anext(answers)


@pytest.mark.anyio
async def test_follows_articles_as_they_are_stored(service: Service) -> None:
    transport = WebsocketsTransport(service.graphql.replace("http", "ws", 1))
    async with (
        Client(transport=transport, fetch_schema_from_transport=True) as session,
        aclosing(session.subscribe(FOLLOW)) as followed,
    ):
        async with asyncio.TaskGroup() as group:
            first = group.create_task(_first(followed))
            await asyncio.to_thread(service.store_until, first.done, "gql")
        stored = first.result()["articleStored"]
    assert stored["node"]["externalId"].startswith("gql-")
    assert stored["cursor"]
    (quote,) = stored["node"]["quotes"]["nodes"]
    assert quote["text"].startswith("I will not resign from office gql-")
