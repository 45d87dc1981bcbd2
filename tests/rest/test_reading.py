"""Reads by REST: the same bytes as by GraphQL, and every parameter."""

import json
import re
from typing import Any

import httpx
import pytest

from service.rest.parameters import QueryString
from service.rest.reads import READS
from service.rest.schemas import Answers
from service.rest.stored import STORED
from tests.rest.asking import by_graphql, first_id, got, graphql

LISTS = ("articles", "actors", "quotes", "events", "sources", "changes")
BY_ID = {"article": "articles", "actor": "actors", "quote": "quotes", "event": "events"}
UNKNOWN = "00000000-0000-8000-8000-00000000ffff"


# What is answered


@pytest.mark.parametrize("name", LISTS)
def test_a_list_is_what_graphql_answers(client: httpx.Client, name: str) -> None:
    response = client.get(f"/v1/{name}", params={"first": 3})
    assert response.content == by_graphql(client, name, {"first": 3})
    assert response.headers["content-type"] == "application/json"
    assert response.json()["nodes"]


@pytest.mark.parametrize(("name", "collection"), BY_ID.items())
def test_an_object_is_what_graphql_answers(client: httpx.Client, name: str, collection: str) -> None:
    for node in got(client, f"/v1/{collection}")["nodes"]:
        response = client.get(f"/v1/{collection}/{node['id']}")
        assert response.content == by_graphql(client, name, {"id": node["id"]})
        assert response.json()["id"] == node["id"]


@pytest.mark.parametrize(("name", "collection"), [("articleQuotes", "articles"), ("actorQuotes", "actors")])
def test_the_quotes_of_an_object_are_what_graphql_answers(client: httpx.Client, name: str, collection: str) -> None:
    found = 0
    for node in got(client, f"/v1/{collection}")["nodes"]:
        response = client.get(f"/v1/{collection}/{node['id']}/quotes")
        assert response.content == by_graphql(client, name, {"id": node["id"]})
        found += len(response.json()["nodes"])
    assert found > 3


def test_a_search_is_what_graphql_answers(client: httpx.Client) -> None:
    response = client.get("/v1/search", params={"query": "caracas", "types": ["QUOTE", "ACTOR"], "first": 20})
    variables = {"query": "caracas", "types": ["QUOTE", "ACTOR"], "first": 20}
    assert response.content == by_graphql(client, "search", variables)
    assert {edge["node"]["typeName"] for edge in response.json()["edges"]} == {"Quote", "Actor"}


def test_a_merged_actor_is_what_it_became(client: httpx.Client) -> None:
    actor = next(node for node in got(client, "/v1/actors")["nodes"] if node["name"] == "Caracas")
    (former,) = got(client, f"/v1/actors/{actor['id']}")["formerIds"]
    assert got(client, f"/v1/actors/{former}")["id"] == actor["id"]


# Parameters

VALUES: dict[str, dict[str, str]] = {
    "articles": {
        "ids": "articles(orderBy: STORED_ASC, first: 2) { nodes { id } }",
        "sources": "sources(first: 1) { nodes { id } }",
        "actors": "actors(first: 1) { nodes { id } }",
        "allActors": "actors(first: 2) { nodes { id } }",
        "events": "events(first: 1) { nodes { id } }",
        "quotes": "quotes(first: 1) { nodes { id } }",
    },
    "actors": {"ids": "actors(first: 2) { nodes { id } }"},
    "quotes": {
        "ids": "quotes(first: 2) { nodes { id } }",
        "speakers": "actors(first: 1) { nodes { id } }",
        "mentionedActors": 'actors(filter: {name: "Nicolas Maduro"}) { nodes { id } }',
        "sources": "sources(first: 1) { nodes { id } }",
        "events": "events(first: 1, orderBy: SOURCES_DESC) { nodes { id } }",
        "articles": "articles(first: 1, orderBy: STORED_ASC) { nodes { id } }",
    },
    "events": {
        "ids": "events(first: 2) { nodes { id } }",
        "participants": "actors(first: 1) { nodes { id } }",
        "allParticipants": "actors(first: 2) { nodes { id } }",
        "locations": 'actors(filter: {name: "Caracas"}) { nodes { id } }',
    },
}
"""List -> parameter -> where its ids come from."""

GIVEN: dict[str, dict[str, Any]] = {
    "articles": {
        "externalIds": ["r-1", "live"],
        "statuses": ["RETRACTED"],
        "search": "rally",
        "languages": ["en"],
        "publishedSince": "2019-02-02T00:00:00Z",
        "publishedBefore": "2019-02-01T12:00:00+01:00",
        "storedSince": "2024-01-03T00:00:00Z",
        "storedBefore": "2024-01-03T00:00:00Z",
    },
    "actors": {"kinds": ["PLACE", "GROUP"], "name": "juan guaido", "namePrefix": "juan g", "hasQuotes": False},
    "quotes": {
        "search": '"let him"',
        "attributed": False,
        "quoteKinds": ["MIXED", "INDIRECT"],
        "minConfidence": 0.5,
        "languages": ["en-GB"],
        "publishedSince": "2019-02-02T00:00:00Z",
        "publishedBefore": "2019-02-02T00:00:00Z",
    },
    "events": {
        "types": ["PROTEST"],
        "dateSince": "2019-02-02",
        "dateBefore": "2019-02-02",
        "minSources": 2,
        "search": "smith",
    },
}
"""List -> parameter -> its values."""

PAGING = {"orderBy", "first", "after", "last", "before", "totalCount", "If-None-Match"}


def filters() -> list[tuple[str, str]]:
    """(list, parameter) of every filter, as they are published."""
    return [
        (name, parameter.name)
        for read in READS
        if (name := read.path.removeprefix("/v1/")) in GIVEN
        for parameter in read.parameters
        if parameter.name not in PAGING
    ]


def literal(value: Any) -> str:
    """A value in GraphQL; enums are told from texts by their capitals."""
    if isinstance(value, list):
        return f"[{', '.join(map(literal, value))}]"
    return value if isinstance(value, str) and re.fullmatch("[A-Z]+", value) else json.dumps(value)


@pytest.mark.parametrize(("name", "parameter"), filters())
def test_a_parameter_filters_as_the_field_of_its_name(client: httpx.Client, name: str, parameter: str) -> None:
    if source := VALUES[name].get(parameter):
        ((_, found),) = graphql(client, f"{{ {source} }}").items()
        value: Any = [node["id"] for node in found["nodes"]]
    else:
        value = GIVEN[name][parameter]
    told = got(client, f"/v1/{name}", first=100, **{parameter: _text(value)})
    field = f"{parameter}: {literal(value)}"
    if inner := re.fullmatch("(.+)(Since|Before)", parameter):
        field = f"{inner[1]}: {{{inner[2].lower()}: {literal(value)}}}"
    expected = graphql(client, f"{{ {name}(first: 100, filter: {{{field}}}) {{ nodes {{ id }} }} }}")[name]
    assert [node["id"] for node in told["nodes"]] == [node["id"] for node in expected["nodes"]]
    everything = got(client, f"/v1/{name}", first=100)
    assert 0 < len(told["nodes"]) < len(everything["nodes"])


def _text(value: Any) -> Any:
    return str(value).lower() if isinstance(value, bool) else value


@pytest.mark.parametrize(("name", "left_out"), [("articleQuotes", {"articles"}), ("actorQuotes", {"speakers"})])
def test_quotes_of_an_object_are_filtered_like_all(name: str, left_out: set[str]) -> None:
    taken = {each.name for each in QueryString(STORED[name], ("id",), Answers()).parameters}
    all_of_them = {each.name for each in QueryString(STORED["quotes"], (), Answers()).parameters}
    of_the_parent = {"articleQuotes": {"sources", "languages", "publishedSince", "publishedBefore"}}
    assert all_of_them - taken == left_out | of_the_parent.get(name, {"attributed"})
    assert taken - all_of_them == {"id"}


def test_quotes_of_an_article_are_filtered(client: httpx.Client) -> None:
    article = first_id(client, "articles", externalIds="r-1")
    everything = got(client, f"/v1/articles/{article}/quotes")["nodes"]
    some = got(client, f"/v1/articles/{article}/quotes", quoteKinds="INDIRECT", minConfidence="0.5")["nodes"]
    assert some == [node for node in everything if node["quoteKind"] == "INDIRECT"]
    assert 0 < len(some) < len(everything)


ORDERS = {"articles": "ArticleOrder", "actors": "ActorOrder", "quotes": "QuoteOrder", "events": "EventOrder"}


@pytest.mark.parametrize(("name", "enum"), ORDERS.items())
def test_lists_are_ordered(client: httpx.Client, name: str, enum: str) -> None:
    orders = graphql(client, f'{{ __type(name: "{enum}") {{ enumValues {{ name }} }} }}')["__type"]["enumValues"]
    seen = set()
    for order in (each["name"] for each in orders):
        expected = graphql(client, f"{{ {name}(first: 100, orderBy: {order}) {{ nodes {{ id }} }} }}")[name]["nodes"]
        told = [node["id"] for node in got(client, f"/v1/{name}", first=100, orderBy=order)["nodes"]]
        assert told == [node["id"] for node in expected]
        seen.add(tuple(told))
    assert len(seen) == len(orders)


@pytest.mark.parametrize("name", [name for name in LISTS if name != "changes"])
def test_a_list_is_counted_when_that_is_asked_for(client: httpx.Client, name: str) -> None:
    counted = got(client, f"/v1/{name}", first=1, totalCount="true")
    assert list(counted) == ["pageInfo", "totalCount", "nodes"]
    assert counted["totalCount"] == len(got(client, f"/v1/{name}", first=100)["nodes"])
    assert "totalCount" not in got(client, f"/v1/{name}", first=1)
    assert "totalCount" not in got(client, f"/v1/{name}", first=1, totalCount="false")
