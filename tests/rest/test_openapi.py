"""The OpenAPI document: valid, complete, true of what is answered, and derived of the stored operations."""

import json
from collections.abc import Iterator
from typing import Any

import httpx
import jsonschema_rs
import pytest
import schemathesis

from service.graphql.schema import SCHEMA
from service.query.compiler import Compiler
from service.rest.contract import openapi_text
from service.rest.examples import FOLDER
from service.rest.reads import READS
from service.rest.stored import STORED
from service.rest.table import OPERATIONS
from tests.rest.asking import first_id
from tests.rest.examples import REQUESTS, answered, path_of
from tests.services import Service, service

__all__ = ["service"]

DOCUMENT: dict[str, Any] = json.loads(openapi_text())
JSON = "application/json"


def nodes(value: Any, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Each object of the document with its place."""
    if isinstance(value, dict):
        yield path, value
        for name, part in value.items():
            yield from nodes(part, f"{path}/{name}")
    elif isinstance(value, list):
        for index, part in enumerate(value):
            yield from nodes(part, f"{path}/{index}")


def operations() -> Iterator[tuple[str, str, dict[str, Any]]]:
    """(method, path, operation) of the document."""
    for path, methods in DOCUMENT["paths"].items():
        for method, operation in methods.items():
            yield method.upper(), path, operation


def validator(schema: dict[str, Any]) -> jsonschema_rs.Draft202012Validator:
    """What holds values to a schema of the document."""
    return jsonschema_rs.Draft202012Validator({**schema, "components": DOCUMENT["components"]}, validate_formats=True)


def test_it_is_valid_openapi() -> None:
    schemathesis.openapi.from_dict(DOCUMENT).validate()
    assert DOCUMENT["openapi"].startswith("3.1.")


def test_its_schemas_are_valid() -> None:
    for schema in DOCUMENT["components"]["schemas"].values():
        jsonschema_rs.meta.validate({"$schema": "https://json-schema.org/draft/2020-12/schema", **schema})


def test_references_lead_somewhere_and_every_component_is_referred_to() -> None:
    seen = set()
    for _, node in nodes({"paths": DOCUMENT["paths"], "components": DOCUMENT["components"]}):
        references = [node.get("$ref"), *node.get("discriminator", {}).get("mapping", {}).values()]
        for reference in filter(None, references):
            assert isinstance(reference, str)
            found: Any = DOCUMENT
            for part in reference.removeprefix("#/").split("/"):
                found = found[part]
            seen.add(reference)
    kinds = ("schemas", "responses")
    assert seen == {f"#/components/{kind}/{name}" for kind in kinds for name in DOCUMENT["components"][kind]}


def test_it_has_every_operation() -> None:
    told = {(method, path, operation["operationId"]) for method, path, operation in operations()}
    assert told == {(each.method, each.path, each.id) for each in OPERATIONS}
    assert len({operation_id for _, _, operation_id in told}) == len(told)


def test_descriptions_are_sentences() -> None:
    for path, node in nodes(DOCUMENT):
        description = node.get("description")
        if isinstance(description, str) and "/properties/description" not in path and "/example" not in path:
            last = description.rstrip().rsplit("\n", 1)[-1]
            assert last.endswith(".") or last.startswith("- `"), (path, description)


def test_everything_is_described() -> None:
    for method, path, operation in operations():
        assert operation["summary"], (method, path)
        assert operation["description"], (method, path)
        assert operation["tags"][0] in {tag["name"] for tag in DOCUMENT["tags"]}
        for parameter in operation.get("parameters", []):
            assert parameter["description"], (method, path, parameter["name"])


@pytest.mark.parametrize("name", sorted(set(STORED) - {"linkedArticle"}))
def test_a_stored_operation_is_within_the_default_cost(name: str) -> None:
    stored, compiler = STORED[name], Compiler(SCHEMA)
    taken = {each.variable.name.value for each in stored.definition.variable_definitions or ()}
    most = {"id": "x", "query": "x", "first": 100, "totalCount": True}
    document = compiler.document(stored.text)
    operation = document.operation(None)
    variables = compiler.variables(document, operation, {key: value for key, value in most.items() if key in taken})
    assert 0 < compiler.cost(operation, variables) <= 10_000


def test_parameters_are_derived() -> None:
    (read,) = (each for each in READS if each.id == "listQuotes")
    told = {each.name: each for each in read.parameters}
    assert told["quoteKinds"].schema == {
        "type": "array",
        "items": {"$ref": "#/components/schemas/QuoteKind"},
        "maxItems": 100,
    }
    assert told["first"].schema == {"type": "integer", "format": "int32", "minimum": 1, "maximum": 100}
    assert told["orderBy"].schema == {"$ref": "#/components/schemas/QuoteOrder", "default": "PUBLISHED_DESC"}
    assert told["totalCount"].schema == {"type": "boolean", "default": False}
    assert told["publishedSince"].schema == {"type": "string", "format": "date-time"}
    assert told["publishedSince"].description.endswith("those without a date never are. From this instant on.")
    assert told["speakers"].description.startswith("Said by one of these actors.")
    assert not any(each.required for each in read.parameters)


def test_answers_are_derived() -> None:
    schemas = DOCUMENT["components"]["schemas"]
    quote = schemas["QuoteSummary"]
    assert quote["properties"]["span"]["$ref"] == "#/components/schemas/Span"
    assert quote["properties"]["speaker"]["anyOf"] == [{"$ref": "#/components/schemas/ActorRef"}, {"type": "null"}]
    assert quote["required"] == list(quote["properties"])
    assert schemas["QuotePage"]["required"] == ["pageInfo", "nodes"]
    assert schemas["Attribution"]["properties"]["confidence"]["type"] == ["number", "null"]
    assert schemas["QuoteKind"]["enum"] == ["DIRECT", "MIXED", "INDIRECT"]
    assert schemas["FoundQuote"]["properties"]["typeName"]["const"] == "Quote"
    assert [each["$ref"].rsplit("/", 1)[1] for each in schemas["SearchHit"]["properties"]["node"]["oneOf"]] == [
        "FoundArticle", "FoundActor", "FoundQuote", "FoundEvent"
    ]  # fmt: skip


# What is answered


def schema_of(path: str, media: str = JSON) -> dict[str, Any]:
    schema = DOCUMENT["paths"][path]["get"]["responses"]["200"]["content"][media]["schema"]
    assert isinstance(schema, dict)
    return schema


@pytest.mark.parametrize("read", READS, ids=lambda read: read.id)
def test_answers_are_of_their_schemas(client: httpx.Client, read: Any) -> None:
    held_to = validator(schema_of(read.path))
    urls = [read.path]
    if "{id}" in read.path:
        collection = read.path.split("/")[2]
        ids = [node["id"] for node in client.get(f"/v1/{collection}").json()["nodes"]]
        urls = [read.path.format(id=each) for each in ids]
    for url in urls:
        response = client.get(url, params={"query": "guaido"} if read.id == "search" else None)
        assert response.status_code == 200
        held_to.validate(response.json())


def test_json_ld_is_of_its_schema(client: httpx.Client) -> None:
    ld = "application/ld+json"
    response = client.get(f"/v1/articles/{first_id(client, 'articles')}", headers={"Accept": ld})
    validator(schema_of("/v1/articles/{id}", ld)).validate(response.json())


@pytest.mark.parametrize(
    ("url", "headers", "status"),
    [
        ("/v1/articles?first=0&foo=1", {}, 400),
        ("/v1/articles/x", {}, 404),
        ("/v1/articles", {"Accept": "text/html"}, 406),
        ("/v1/nothing", {}, 404),
    ],
)
def test_problems_are_of_their_schema(client: httpx.Client, url: str, headers: dict[str, str], status: int) -> None:
    response = client.get(url, headers=headers)
    assert response.status_code == status
    validator({"$ref": "#/components/schemas/Problem"}).validate(response.json())
    assert client.get(response.json()["type"]).status_code == 200


def test_every_problem_has_a_page(client: httpx.Client) -> None:
    types = {
        example["value"]["type"]
        for response in DOCUMENT["components"]["responses"].values()
        for example in response["content"]["application/problem+json"]["examples"].values()
    }
    assert len(types) > 5
    for address in types:
        page = client.get(address)
        assert (page.status_code, page.headers["content-type"]) == (200, "text/html; charset=utf-8")


# How it is published


def test_it_is_served(client: httpx.Client) -> None:
    response = client.get("/openapi.json")
    assert response.text == openapi_text()
    assert response.headers["content-type"] == JSON
    tag = response.headers["etag"]
    assert client.get("/openapi.json", headers={"If-None-Match": tag}).status_code == 304
    assert client.get("/openapi.json", headers={"If-None-Match": '"a"'}).status_code == 200


def test_every_read_has_an_example() -> None:
    assert set(REQUESTS) == set(STORED) - {"linkedArticle"}
    assert {path.stem for path in FOLDER.glob("*.json")} == set(REQUESTS)


@pytest.mark.parametrize("name", REQUESTS)
def test_examples_are_what_the_seeds_answer(service: Service, name: str) -> None:
    kept = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    assert kept["parameters"] == REQUESTS[name]
    with httpx.Client(base_url=service.address) as client:
        assert answered(client, name) == kept["answer"]
    operation = DOCUMENT["paths"][path_of(name)]["get"]
    assert operation["responses"]["200"]["content"][JSON]["example"] == kept["answer"]
    shown = {each["name"]: each["example"] for each in operation["parameters"] if "example" in each}
    assert shown == kept["parameters"]
    validator(schema_of(path_of(name))).validate(kept["answer"])
