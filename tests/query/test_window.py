"""Windows on lists: which of first, last, after and before go together, and how large a page is."""

from typing import Any

import pytest
from graphql import FieldNode, GraphQLSchema, OperationDefinitionNode, build_schema, parse
from graphql.execution.values import get_variable_values

from service.errors import BadInput
from service.query.arguments import Arguments
from service.query.window import DEFAULT_SIZE, Window, page_size, read_window

SCHEMA: GraphQLSchema = build_schema(
    """
    type Query {
      list(first: Int, after: String, last: Int, before: String): Int
      forwards(first: Int, after: String): Int
      sized(first: Int! = 7): Int
    }
    """
)


def arguments(text: str, given: dict[str, Any] | None = None) -> Arguments:
    """The arguments of the one field of an operation."""
    (operation,) = parse(text).definitions
    assert isinstance(operation, OperationDefinitionNode)
    (node,) = operation.selection_set.selections
    assert isinstance(node, FieldNode)
    variables = get_variable_values(SCHEMA, operation.variable_definitions or (), given or {})
    assert not isinstance(variables, list)
    assert SCHEMA.query_type
    return Arguments(SCHEMA.query_type.fields[node.name.value], node, variables)


@pytest.mark.parametrize(
    ("given", "window"),
    [
        ("", Window(DEFAULT_SIZE, False, ())),
        ("(first: 3)", Window(3, False, ())),
        ("(last: 3)", Window(3, True, ())),
        ("(first: null, last: 100)", Window(100, True, ())),
        ("(first: 1, last: null)", Window(1, False, ())),
        ("(first: null, last: null, after: null, before: null)", Window(DEFAULT_SIZE, False, ())),
        ('(after: "a")', Window(DEFAULT_SIZE, False, ("after",))),
        ('(before: "b")', Window(DEFAULT_SIZE, False, ("before",))),
        ('(before: "b", first: 2)', Window(2, False, ("before",))),
        ('(after: "a", last: 2)', Window(2, True, ("after",))),
        ('(before: "b", after: "a", last: 2)', Window(2, True, ("after", "before"))),
        ('(before: "", after: "")', Window(DEFAULT_SIZE, False, ("after", "before"))),
    ],
)
def test_window_is_read(given: str, window: Window) -> None:
    assert read_window(arguments(f"{{ list{given} }}")) == window


def test_window_of_a_list_that_goes_forwards_only() -> None:
    assert read_window(arguments('{ forwards(first: 2, after: "a") }')) == Window(2, False, ("after",))


def test_cursors_tell_what_stands_around_the_window() -> None:
    around = [(w.behind, w.ahead) for w in (Window(1, False, sides) for sides in ((), ("after",), ("before",)))]
    assert around == [(False, False), (True, False), (False, True)]


@pytest.mark.parametrize("given", ["first: 1, last: 1", "last: 5, first: 0", 'first: 1, after: "a", last: 1'])
def test_first_and_last_together_are_refused(given: str) -> None:
    with pytest.raises(BadInput, match=r"^first, last: give one of the two"):
        read_window(arguments(f"{{ list({given}) }}"))


@pytest.mark.parametrize("name", ["first", "last"])
@pytest.mark.parametrize("value", [0, 101, -1, -(2**31), 2**31 - 1])
def test_size_out_of_range_is_refused_by_name(name: str, value: int) -> None:
    for asked in (
        arguments(f"{{ list({name}: {value}) }}"),
        arguments(f"query ($n: Int) {{ list({name}: $n) }}", {"n": value}),
    ):
        with pytest.raises(BadInput, match=f"^{name}: must be 1 to 100, not {value}$"):
            read_window(asked)


@pytest.mark.parametrize(("given", "size"), [("", 7), ("(first: 1)", 1), ("(first: 100)", 100)])
def test_page_size(given: str, size: int) -> None:
    assert page_size(arguments(f"{{ sized{given} }}"), "first", 9) == size


def test_page_size_is_the_default_where_none_is_given() -> None:
    assert page_size(arguments("{ list(first: null) }"), "first", 9) == 9
    assert page_size(arguments("{ list }"), "first", 9) == 9


@pytest.mark.parametrize("value", [0, 101])
def test_page_size_out_of_range_is_refused(value: int) -> None:
    with pytest.raises(BadInput, match=f"^first: must be 1 to 100, not {value}$"):
        page_size(arguments(f"{{ sized(first: {value}) }}"), "first", 9)
