"""A change of an OpenAPI document that breaks a generated client is told, with its operation and place."""

import copy
from collections.abc import Callable
from typing import Any

import pytest

from tests.contract.openapi_changes import breaking_changes

Document = dict[str, Any]


def document() -> Document:
    article = {"type": "object", "properties": {"id": {"type": "string"}}, "required": ["id"]}
    return {
        "openapi": "3.1.0",
        "components": {
            "schemas": {"Article": article},
            "parameters": {"Id": {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}},
            "responses": {"Gone": {"content": {"application/problem+json": {"schema": {}}}}},
            "securitySchemes": {"key": {"type": "http", "scheme": "bearer"}},
        },
        "security": [{"key": []}],
        "paths": {
            "/a/{id}": {
                "parameters": [{"$ref": "#/components/parameters/Id"}],
                "get": {
                    "operationId": "getA",
                    "parameters": [{"name": "first", "in": "query", "schema": {"type": "integer", "maximum": 100}}],
                    "responses": {
                        "200": {
                            "headers": {"ETag": {"required": True, "schema": {"type": "string"}}},
                            "content": {
                                "application/json": {"schema": {"$ref": "#/components/schemas/Article"}},
                                "application/ld+json": {"schema": {}},
                            },
                        },
                        "404": {"$ref": "#/components/responses/Gone"},
                    },
                },
                "put": {
                    "operationId": "putA",
                    "requestBody": {"content": {"application/json": {"schema": {"enum": ["a", "b"]}}}},
                    "responses": {"204": {"description": ""}},
                },
            }
        },
    }


def at(told: Document, *path: str) -> Any:
    for part in path:
        told = told[part]
    return told


GET, PUT = ("paths", "/a/{id}", "get"), ("paths", "/a/{id}", "put")
OK = (*GET, "responses", "200")
Change = Callable[[Document], Any]

BREAKING: list[tuple[Change, str]] = [
    (lambda d: d["paths"].clear(), "/a/{id}: is gone"),
    (lambda d: at(d, "paths", "/a/{id}").pop("put"), "PUT /a/{id}: is gone"),
    (lambda d: at(d, *GET).update(operationId="readA"), "GET /a/{id}: operationId: is readA, was getA"),
    (lambda d: at(d, *GET, "parameters").clear(), "GET /a/{id}: query parameter first: is gone"),
    (
        lambda d: at(d, *GET, "parameters").append({"name": "b", "in": "query", "required": True, "schema": {}}),
        "GET /a/{id}: query parameter b: is required now",
    ),
    (
        lambda d: at(d, *GET, "parameters")[0].update(required=True),
        "GET /a/{id}: query parameter first: is required now",
    ),
    (
        lambda d: at(d, *GET, "parameters")[0].update(explode=False),
        "GET /a/{id}: query parameter first: explode: is False, was None",
    ),
    (
        lambda d: at(d, *GET, "parameters")[0]["schema"].update(maximum=50),
        "GET /a/{id}: query parameter first: maximum: is 50, was 100",
    ),
    (lambda d: at(d, *GET, "responses").pop("404"), "GET /a/{id}: 404: is gone"),
    (lambda d: at(d, *OK, "headers").clear(), "GET /a/{id}: 200: header ETag: is gone"),
    (lambda d: at(d, *OK, "headers", "ETag").pop("required"), "GET /a/{id}: 200: header ETag: may be missing now"),
    (lambda d: at(d, *OK, "content").pop("application/ld+json"), "GET /a/{id}: 200: application/ld+json: is gone"),
    (
        lambda d: at(d, "components", "schemas", "Article", "properties").clear(),
        "GET /a/{id}: 200: application/json.id: is gone",
    ),
    (
        lambda d: at(d, "components", "responses", "Gone", "content").clear(),
        "GET /a/{id}: 404: application/problem+json: is gone",
    ),
    (lambda d: at(d, *PUT).pop("requestBody"), "PUT /a/{id}: body: is gone"),
    (lambda d: at(d, *PUT, "requestBody").update(required=True), "PUT /a/{id}: body: is required now"),
    (
        lambda d: at(d, *PUT, "requestBody", "content", "application/json", "schema").update(enum=["a"]),
        "PUT /a/{id}: body: application/json: no longer takes 'b'",
    ),
    (
        lambda d: at(d, *PUT).update(security=[{"key": ["write"]}]),
        "PUT /a/{id}: security: {'key': []} is no longer enough",
    ),
]

HARMLESS: list[Change] = [
    lambda _: None,
    lambda d: d["paths"].update({"/b": {"get": {}}}),
    lambda d: at(d, "paths", "/a/{id}").update(delete={"responses": {}}),
    lambda d: at(d, *GET, "parameters").append({"name": "b", "in": "query", "schema": {}}),
    lambda d: at(d, *GET, "responses").update({"410": {}}),
    lambda d: at(d, "components", "schemas", "Article", "properties").update(new={"type": "string"}),
    lambda d: at(d, *PUT, "requestBody", "content", "application/json", "schema").update(enum=["a", "b", "c"]),
    lambda d: at(d, *PUT, "requestBody", "content").update({"text/plain": {}}),
    lambda d: d.update(security=[]),
    lambda d: at(d, *GET).update(summary="Another.", security=[{"key": []}, {}]),
]


def told(change: Change) -> list[str]:
    before = document()
    after = copy.deepcopy(before)
    change(after)
    return breaking_changes(before, after)


@pytest.mark.parametrize(("change", "said"), BREAKING, ids=[said for _, said in BREAKING])
def test_what_breaks_a_client_is_told(change: Change, said: str) -> None:
    assert said in told(change)


@pytest.mark.parametrize("change", HARMLESS)
def test_what_only_adds_is_not(change: Change) -> None:
    assert told(change) == []


def test_key_where_none_was_needed_breaks_every_client() -> None:
    before = {**document(), "security": []}
    assert breaking_changes(before, document()) == [
        "GET /a/{id}: security: nothing is no longer enough",
        "PUT /a/{id}: security: nothing is no longer enough",
    ]
