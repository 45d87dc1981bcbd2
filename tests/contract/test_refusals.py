"""A refusal is explained by what the document holds, or it is a fault of the service."""

from typing import Any

import pytest
from graphql import parse

from tests.contract.refusals import unexplained


def error(message: str, code: str = "BAD_USER_INPUT", **more: Any) -> dict[str, Any]:
    return {"message": message, "extensions": {"code": code, **more}}


SIZE = error("first: must be 1 to 100, not 0")
BOTH = error("first, last: give one of the two")
CURSOR = error("after: is a cursor of another list")
TEXT = error("filter.search: is 1001 characters long")
COST = error("costs too much", "QUERY_TOO_COMPLEX", cost={"requested": 2, "limit": 1})
EXPIRED = error("after: is kept no more", "CURSOR_EXPIRED")


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("{ a(first: 0) }", SIZE),
        ("{ a { b(first: 101) } }", SIZE),
        ("{ a(first: 2, last: 2) }", BOTH),
        ('{ a(after: "x") }', CURSOR),
        ('{ a(after: "x") }', EXPIRED),
        (f'{{ a(filter: {{search: "{"x" * 1001}"}}) }}', TEXT),
        (f'{{ a(filter: {{search: "{"x " * 65}"}}) }}', TEXT),
        ('{ a(filter: {search: "\\u0000"}) }', TEXT),
        (f"{{ a(filter: {{ids: [{'1,' * 101}]}}) }}", error("filter.ids: has 101 values")),
        ('{ nodes(ids: ["a", "\\u0000"]) }', error("ids: holds U+0000")),
        ("{ a }", COST),
        (f"{{ {' '.join(f'a{n}: a' for n in range(201))} }}", error("has 201 aliases", "QUERY_TOO_COMPLEX")),
    ],
)
def test_reason_is_found_in_the_document(query: str, told: dict[str, Any]) -> None:
    assert unexplained(parse(query), [told]) == []


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("{ a(first: 100) }", SIZE),
        ("{ a(last: 0) }", SIZE),
        ("{ a(first: 2) b(last: 2) }", BOTH),
        ("{ a(after: null) }", CURSOR),
        ('{ a(before: "x") }', CURSOR),
        ("{ a }", EXPIRED),
        ('{ a(filter: {search: "x"}) }', TEXT),
        ("{ a }", error("costs too much", "QUERY_TOO_COMPLEX", cost={"requested": 1, "limit": 1})),
        ("{ a }", error("is too deep", "QUERY_TOO_COMPLEX")),
        (f"{{ {' '.join(f'a{n}: a' for n in range(200))} }}", error("has 200 aliases", "QUERY_TOO_COMPLEX")),
        ("{ a(first: 0) }", error("first: does not fit the schema", "GRAPHQL_VALIDATION_FAILED")),
        ("{ a(first: 0) }", error("something is wrong with the size")),
    ],
)
def test_refusal_without_a_reason_is_told(query: str, told: dict[str, Any]) -> None:
    assert unexplained(parse(query), [told]) == [told["message"]]
