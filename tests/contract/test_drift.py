"""The files in schema/ are what the running service tells of itself."""

import json
from collections.abc import Iterator

import httpx
import pytest
from graphql import (
    GraphQLSchema,
    build_client_schema,
    build_schema,
    get_introspection_query,
    lexicographic_sort_schema,
    print_schema,
)

from service.cli.contracts import differing_contracts
from tests.commands import ROOT
from tests.contract.seeded import Seeded

SCHEMAS = ROOT / "schema"


@pytest.fixture
def client(open_service: Seeded) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=open_service.address) as opened:
        yield opened


def in_order(schema: GraphQLSchema) -> str:
    return print_schema(lexicographic_sort_schema(schema))


def test_files_are_what_the_program_writes() -> None:
    assert list(differing_contracts(SCHEMAS)) == []


def test_graphql_schema_is_what_introspection_tells(client: httpx.Client) -> None:
    asked = get_introspection_query(specified_by_url=True, input_value_deprecation=True, directive_is_repeatable=True)
    told = client.post("/graphql", json={"query": asked}).json()["data"]
    published = build_schema((SCHEMAS / "schema.graphql").read_text(encoding="utf-8"))
    assert in_order(build_client_schema(told)) == in_order(published)


def test_openapi_document_is_the_one_that_is_served(client: httpx.Client) -> None:
    served = client.get("/openapi.json")
    published = SCHEMAS / "openapi.json"
    assert (served.status_code == 200) is published.exists()
    if published.exists():
        assert served.json() == json.loads(published.read_text(encoding="utf-8"))
