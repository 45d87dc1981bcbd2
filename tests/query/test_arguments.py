"""Arguments: known by their shape when a statement is written, by their value when it is bound."""

from enum import Enum
from typing import Any

import pytest
from graphql import FieldNode, GraphQLEnumType, GraphQLSchema, OperationDefinitionNode, build_schema, parse, validate
from graphql.execution.values import get_variable_values

from service.query.arguments import Arguments, Leaf, Variables, shape

SCHEMA: GraphQLSchema = build_schema(
    """
    enum Order { UP DOWN }
    input Range { since: String before: String }
    input Filter { ids: [ID!] name: String published: Range only: Boolean least: Int = 3 }
    type Query { list(filter: Filter, order: Order! = UP, first: Int, size: Int! = 20, ids: [ID!]): Int }
    """
)


class Order(Enum):
    UP = "UP"
    DOWN = "DOWN"


enum = SCHEMA.type_map["Order"]
assert isinstance(enum, GraphQLEnumType)
for name, value in enum.values.items():
    value.value = Order(name)


class Asked:
    """One field `list` of an operation, with the variables of a first request and of later ones."""

    def __init__(self, text: str, given: dict[str, Any] | None = None) -> None:
        document = parse(text)
        assert not validate(SCHEMA, document)
        (operation,) = document.definitions
        assert isinstance(operation, OperationDefinitionNode)
        self.operation = operation
        (node,) = operation.selection_set.selections
        assert isinstance(node, FieldNode)
        assert SCHEMA.query_type
        self.arguments = Arguments(SCHEMA.query_type.fields["list"], node, self.variables(given or {}))

    def variables(self, given: dict[str, Any]) -> Variables:
        variables = get_variable_values(SCHEMA, self.operation.variable_definitions or (), given)
        assert not isinstance(variables, list)
        return variables

    def later(self, *path: str, **given: Any) -> Any:
        """What the leaf of the first request gives for later variables."""
        leaf: Leaf = self.arguments.leaf(*path)
        return leaf(self.variables(given))


def test_literals_are_read() -> None:
    asked = Asked('{ list(filter: { ids: ["a"], published: { since: "s" } }, first: 3, order: DOWN) }')
    assert asked.arguments.value("filter", "published", "since") == "s"
    assert asked.arguments.value("order").name == "DOWN"
    assert asked.later("first") == 3
    assert asked.later("filter", "ids") == ["a"]
    assert asked.later("filter", "published", "since") == "s"


def test_what_is_absent_or_null_is_none_at_every_depth() -> None:
    for text in ("{ list }", "{ list(filter: null, first: null) }", "{ list(filter: {}) }"):
        asked = Asked(text)
        for path in (("filter", "published", "since"), ("filter", "ids"), ("first",), ("ids",)):
            assert asked.arguments.value(*path) is None
            assert asked.later(*path) is None


def test_defaults_of_the_schema_hold_where_nothing_is_given() -> None:
    asked = Asked("{ list(filter: {}) }")
    assert asked.later("size") == 20
    assert asked.arguments.value("order").name == "UP"
    assert asked.arguments.value("filter", "least") == 3
    asked = Asked("query ($size: Int = 5, $order: Order) { list(size: $size, order: $order) }")
    assert asked.later("size") == 5
    assert asked.later("size", size=7) == 7
    assert asked.arguments.value("order").name == "UP"


def test_variable_left_out_gives_way_to_the_default_of_the_argument() -> None:
    asked = Asked("query ($size: Int! = 5, $first: Int) { list(size: $size, first: $first) }")
    assert (asked.later("size"), asked.later("first")) == (5, None)
    assert asked.later("size", size=6) == 6


@pytest.mark.parametrize(
    ("text", "given", "path", "later", "expected"),
    [
        (
            "query ($v: Filter) { list(filter: $v) }",
            {"v": {"ids": ["a"]}},
            ("filter", "ids"),
            {"v": {"ids": ["b"]}},
            ["b"],
        ),
        (
            "query ($v: Range) { list(filter: { published: $v }) }",
            {"v": {"since": "a"}},
            ("filter", "published", "since"),
            {"v": {"since": "b"}},
            "b",
        ),
        (
            "query ($v: String) { list(filter: { published: { since: $v } }) }",
            {"v": "a"},
            ("filter", "published", "since"),
            {"v": "b"},
            "b",
        ),
        (
            "query ($v: [ID!]) { list(filter: { ids: $v }) }",
            {"v": ["a"]},
            ("filter", "ids"),
            {"v": ["b", "c"]},
            ["b", "c"],
        ),
        (
            'query ($v: ID!, $w: ID!) { list(filter: { ids: [$v, "x", $w] }) }',
            {"v": "a", "w": "b"},
            ("filter", "ids"),
            {"v": "c", "w": "d"},
            ["c", "x", "d"],
        ),
        ("query ($v: ID!) { list(ids: [$v]) }", {"v": "a"}, ("ids",), {"v": "b"}, ["b"]),
        ('query ($v: [ID!] = ["d"]) { list(ids: $v) }', {"v": ["a"]}, ("ids",), {}, ["d"]),
        ("query ($v: [ID!]) { list(ids: $v) }", {"v": "a"}, ("ids",), {"v": "b"}, ["b"]),
        (
            "query ($v: String) { list(filter: { name: $v, ids: [] }) }",
            {"v": "a"},
            ("filter",),
            {"v": "b"},
            {"name": "b", "ids": [], "least": 3},
        ),
    ],
)
def test_leaf_reads_each_requests_variables(
    text: str, given: dict[str, Any], path: tuple[str, ...], later: dict[str, Any], expected: Any
) -> None:
    asked = Asked(text, given)
    assert asked.later(*path, **given) == asked.arguments.value(*path)
    assert asked.later(*path, **later) == expected


def test_a_single_value_is_a_list_of_one() -> None:
    assert Asked('{ list(ids: "a", filter: { ids: "b" }) }').later("ids") == ["a"]
    assert Asked('{ list(ids: "a", filter: { ids: "b" }) }').later("filter", "ids") == ["b"]


def shape_of(text: str, **given: Any) -> Any:
    return shape(Asked(text, given).variables(given).coerced)


TEXT = "query ($f: Filter, $o: Order! = UP, $n: Int) { list(filter: $f, order: $o, first: $n) }"


def test_shape_forgets_values_that_the_text_of_a_statement_does_not_need() -> None:
    one = shape_of(TEXT, f={"ids": ["a"], "name": "x", "published": {"since": "s"}}, n=1)
    assert one == shape_of(TEXT, f={"ids": [], "name": "y", "published": {"since": ""}}, n=1)
    assert shape_of(TEXT, n=0) == shape_of(TEXT, n=101) == shape_of(TEXT, n=2**31 - 1)
    hash(one)


SHAPES: list[dict[str, Any]] = [
    {},
    {"n": None},
    {"f": None},
    {"f": {}},
    {"f": {"ids": None}},
    {"f": {"ids": []}},
    {"f": {"published": {}}},
    {"f": {"published": {"since": "a"}}},
    {"f": {"published": {"since": None}}},
    {"f": {"published": {"before": "a"}}},
    {"f": {"only": True}},
    {"f": {"only": False}},
    {"f": {"least": None}},
    {"o": "DOWN"},
    {"n": 0},
    {"n": 1},
    {"n": 2},
    {"n": 100},
]


@pytest.mark.parametrize("given", SHAPES)
def test_shape_keeps_what_the_text_of_a_statement_needs(given: dict[str, Any]) -> None:
    assert [other for other in SHAPES if shape_of(TEXT, **other) == shape_of(TEXT, **given)] == [given]
