"""Clients that frontends use: typed documents, urql and Relay, in Node.js."""

import json
from typing import Any

import pytest

from tests.clients.conftest import Clients
from tests.commands import SECONDS
from tests.services import Service

Json = dict[str, Any]


@pytest.fixture(scope="module")
def urql(clients: Clients) -> Clients:
    """The program in TypeScript, compiled strictly with the types that codegen makes of its documents."""
    clients.run("urql/generate.js", "schema.graphql")
    clients.run("node_modules/typescript/bin/tsc", "--project", "urql")
    return clients


@pytest.fixture(scope="module")
def relay(clients: Clients) -> Clients:
    """The Relay program with what relay-compiler makes of its fragments."""
    clients.run("node_modules/relay-compiler/cli.js")
    return clients


def asked(clients: Clients, program: str, service: Service, *arguments: str) -> Json:
    """What a program prints of the service."""
    answer: Json = json.loads(clients.run(program, service.graphql, *arguments))
    return answer


def test_urql_reads_by_typed_documents(urql: Clients, service: Service) -> None:
    answer = asked(urql, "urql/program.js", service, "read")
    assert answer["dates"] == ["2019-02-02", "2019-02-01"]
    assert set(answer["quoted"]) >= {"Francisco Yanez", "Juan Guaido"}
    assert answer["actor"] == [["Francisco Yanez", 15]]
    assert "The time of democracy has arrived." in answer["found"]
    assert answer["years"] == [{"date": "2019-01-01", "count": 24}]
    assert answer["speakers"][0] == "Francisco Yanez"
    assert {"Actor", "Article", "Quote"} <= set(answer["changed"])


def test_urql_pages_through_every_quote_in_both_directions(urql: Clients, service: Service) -> None:
    answer = asked(urql, "urql/program.js", service, "page")
    assert answer["forwards"] == answer["backwards"]
    assert len(set(answer["forwards"])) == len(answer["forwards"]) == answer["total"] == 38


@pytest.mark.parametrize("transport", ["ws", "sse"])
def test_urql_follows_articles_and_misses_none_while_it_is_away(
    urql: Clients, service: Service, transport: str
) -> None:
    with urql.started("urql/program.js", service.graphql, "follow", transport) as process:
        service.store_until(lambda: process.poll() is not None, transport)
        printed, told = process.communicate(timeout=SECONDS)
    assert process.returncode == 0, told
    seen = json.loads(printed)
    number = int(seen["node"]["externalId"].removeprefix(f"{transport}-"))
    away = f"{transport}-away"
    service.store(away)
    missed = []
    while away not in missed:
        seen = asked(urql, "urql/program.js", service, "follow", transport, seen["cursor"])
        missed.append(seen["node"]["externalId"])
    assert seen["node"]["quotes"]["totalCount"] == 1
    # what was stored before the program ended comes first, each once
    assert missed[:-1] == [f"{transport}-{number + place}" for place in range(1, len(missed))]


def test_relay_pages_through_a_connection_of_its_store(relay: Clients, service: Service) -> None:
    answer = asked(relay, "relay/program.js", service, "Francisco Yanez")
    assert (answer["name"], answer["pages"]) == ("Francisco Yanez", 4)
    assert len(answer["texts"]) == 15
    assert "The time of democracy has arrived." in answer["texts"]
