"""What is said of documents and variables that do not fit the schema."""

import sys
from typing import Any

import pytest
from graphql.execution.values import get_variable_values
from hypothesis import given, settings
from hypothesis import strategies as st

from service.errors import DocumentRefused, MutationRefused, OnRecordError, QueryTooComplex, VariablesRefused
from service.graphql.schema import SCHEMA
from service.query.arguments import Variables
from service.query.compiler import Compiler
from service.query.document import MAX_ERRORS
from service.query.limits import Limits

COMPILER = Compiler(SCHEMA)


def refused(text: str, compiler: Compiler = COMPILER) -> list[str]:
    """The messages of the errors of a document that is refused."""
    with pytest.raises(DocumentRefused) as caught:
        compiler.document(text)
    return [problem.message for problem in caught.value.problems]


def test_number_of_errors_is_bounded() -> None:
    *found, last = refused("{ actors { nodes { " + " ".join(f"x{i}" for i in range(100)) + " } } }")
    assert len(found) == MAX_ERRORS
    assert last == f"There are more errors: these are the first {MAX_ERRORS}."


def test_as_many_errors_as_are_told_are_all() -> None:
    found = refused("{ actors { nodes { " + " ".join(f"x{i}" for i in range(MAX_ERRORS)) + " } } }")
    assert len(found) == MAX_ERRORS
    assert all(message.startswith("Cannot query field") for message in found)


def test_document_that_takes_too_long_to_check_is_told_so() -> None:
    assert refused("{ actors(first: 1) { nodes {" + " quotes(first: 1) { nodes { id } }" * 600 + "} } }") == [
        "The document is too intricate to be checked: ask in several operations."
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("{ actors { nodes { nam } } }", "name"),
        ("{ actors(frst: 1) { totalCount } }", "first"),
        ("{ actors(orderBy: NAME_AS) { totalCount } }", "NAME_ASC"),
        ("{ actors(filter: { nam: 1 }) { totalCount } }", "name"),
        ("{ node(id: 1) { ... on Actr { id } } }", "Actor"),
    ],
)
def test_what_was_perhaps_meant_is_named_unless_that_is_off(text: str, name: str) -> None:
    assert any("Did you mean" in message and name in message for message in refused(text))
    assert not any("Did you mean" in message for message in refused(text, Compiler(SCHEMA, suggestions=False)))


def test_enum_of_a_variable_is_named_unless_that_is_off() -> None:
    text = "query ($v: ActorOrder!) { actors(orderBy: $v) { totalCount } }"
    for compiler, told in ((COMPILER, True), (Compiler(SCHEMA, suggestions=False), False)):
        with pytest.raises(VariablesRefused) as caught:
            read(compiler, text, {"v": "NAME_AS"})
        assert ("Did you mean" in str(caught.value)) == told
        assert "$v" in str(caught.value)


def test_schema_is_not_told_where_that_is_off() -> None:
    compiler = Compiler(SCHEMA, introspection=False)
    assert compiler.document("{ __typename actors { __typename nodes { __typename } } }")
    for text in ("{ __schema { queryType { name } } }", '{ __type(name: "Actor") { name } }'):
        (message,) = refused(text, compiler)
        assert message.startswith("Introspection is off: '__")


def test_mutation_is_told_that_there_is_none() -> None:
    with pytest.raises(MutationRefused, match="has no mutations: send a query"):
        COMPILER.document("mutation { x }")


def test_document_without_an_operation_is_refused() -> None:
    assert refused("fragment F on Query { __typename }")


def test_document_of_too_many_tokens_is_too_complex() -> None:
    with pytest.raises(QueryTooComplex, match="over 10 tokens"):
        Compiler(SCHEMA, Limits(tokens=10)).document("{ a a a a a a a a a a a }")


def read(compiler: Compiler, text: str, given: dict[str, Any]) -> Variables:
    """The variables of a document's one operation."""
    document = compiler.document(text)
    return compiler.variables(document, document.operation(None), given)


FITTED = """
    query (
      $first: Int = 5, $last: Int, $id: ID!, $ids: [ID!], $name: String = "x", $filter: ArticleFilter,
      $order: ArticleOrder! = STORED_ASC, $since: DateTime, $yes: Boolean = true, $least: Float
    ) {
      articles(first: $first, last: $last, filter: $filter, orderBy: $order) { totalCount }
      stored: articles(filter: { stored: { since: $since } }) { totalCount }
      actor(id: $id) { name @include(if: $yes) }
      actors(filter: { ids: $ids, name: $name }) { totalCount }
      quotes(filter: { minConfidence: $least }) { totalCount }
    }
"""
PLAIN = st.none() | st.booleans() | st.integers(-(2**33), 2**33) | st.floats() | st.text(max_size=5)
NAMES = ["first", "last", "id", "ids", "name", "filter", "order", "since", "yes", "least", "other"]
FITTING = {
    "first": st.none() | st.integers(1, 9),
    "id": st.just("x"),
    "ids": st.lists(st.text(max_size=3), max_size=3),
    "filter": st.fixed_dictionaries({}, optional={"statuses": st.just(["CURRENT"]), "search": st.text(max_size=3)}),
    "order": st.just("STORED_DESC"),
    "since": st.just("2019-02-02T00:00:00Z"),
    "least": st.floats(0, 1),
}


@settings(max_examples=300, deadline=None)
@given(
    fitting=st.fixed_dictionaries({}, optional=FITTING),
    others=st.dictionaries(st.sampled_from(NAMES), PLAIN | st.lists(PLAIN, max_size=2), max_size=1),
)
def test_variables_are_what_graphql_core_makes_of_them(fitting: dict[str, Any], others: dict[str, Any]) -> None:
    values = fitting | others
    operation = COMPILER.document(FITTED).operation(None).node
    expected = get_variable_values(SCHEMA, operation.variable_definitions or (), values, MAX_ERRORS)
    if isinstance(expected, list):
        with pytest.raises(VariablesRefused) as caught:
            read(COMPILER, FITTED, values)
        assert [error.message for error in caught.value.problems] == [error.message for error in expected]
        assert all("$" in error.message and error.locations for error in caught.value.problems)
    else:
        found = read(COMPILER, FITTED, values)
        assert found.coerced == expected.coerced
        assert list(found.coerced) == list(expected.coerced)
        assert {name: source.value for name, source in found.sources.items()} == {
            name: source.value for name, source in expected.sources.items()
        }


@pytest.mark.parametrize("depth", [50, 190, 250, sys.getrecursionlimit() * 2])
def test_values_nested_deeply_are_refused(depth: int) -> None:
    value: Any = "x"
    for _ in range(depth):
        value = [value]
    with pytest.raises(VariablesRefused):
        read(COMPILER, FITTED, {"id": "x", "ids": value})


def test_only_what_was_used_last_stays_parsed() -> None:
    compiler = Compiler(SCHEMA)
    first = compiler.document("{ __typename }")
    assert compiler.document("{ __typename }") is first
    for number in range(1_000):
        compiler.documents.put(str(number), first, 1)
    assert compiler.document("{ __typename }") is not first


@pytest.mark.parametrize(
    "text", ["{ articles }", "{ articles { nodes { id", "query Q { __typename } query Q { __typename }"]
)
def test_every_refusal_has_a_code_and_a_place(text: str) -> None:
    with pytest.raises(OnRecordError) as caught:
        COMPILER.document(text)
    assert caught.value.extensions["code"] in {"GRAPHQL_PARSE_FAILED", "GRAPHQL_VALIDATION_FAILED"}
