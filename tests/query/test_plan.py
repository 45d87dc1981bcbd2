"""The plan of an operation: what is to be answered, in order."""

import gc
from types import ModuleType
from typing import Any

import pytest
from graphql import GraphQLSchema, get_introspection_query

from service.errors import BadInput, DocumentRefused, OnRecordError, ParseFailed, QueryTooComplex
from service.graphql.schema import SCHEMA
from service.query.compiler import Cache, Compiled, Compiler
from service.query.limits import Limits
from service.query.plan import MAX_FIELDS, SCHEMA_WEIGHT, Selected, plan

Tree = dict[str, Any]
WIDE = Limits(aliases=10_000, root_fields=10_000, cost=10**9)
"""Limits that leave the refusing to the planner."""


def planned(text: str, **given: Any) -> Tree:
    """The plan as nested dicts: key -> what is below it; below an abstract type, by type."""
    compiler = Compiler(SCHEMA)
    document = compiler.document(text)
    operation = document.operation(None)
    return _tree(plan(SCHEMA, operation.node, document.fragments, compiler.variables(document, operation, given)))


def _tree(fields: tuple[Selected, ...]) -> Tree:
    tree: Tree = {}
    for field in fields:
        below = {name: _tree(selected) for name, selected in field.of.items()}
        tree[field.key] = next(iter(below.values())) if len(below) == 1 else below
    return tree


def compiled(text: str, name: str | None = None, limits: Limits | None = None, **given: Any) -> Compiled:
    compiler = Compiler(SCHEMA, limits)
    document = compiler.document(text)
    operation = document.operation(name)
    return compiler.compile(text, name, compiler.variables(document, operation, given))


def test_fields_are_in_the_order_of_their_first_mention() -> None:
    tree = planned(
        '{ actor(id: "x") { name ...F kind id } events { totalCount } } fragment F on Actor { kind sameAs name }'
    )
    assert [list(tree), list(tree["actor"])] == [["actor", "events"], ["name", "kind", "sameAs", "id"]]


def test_fields_of_one_key_are_merged_at_every_level() -> None:
    tree = planned(
        """
        {
          a: quotes { nodes { text } }
          ... on Query { a: quotes { nodes { article { id } } totalCount } }
          ...F
        }
        fragment F on Query { a: quotes { nodes { article { headline id } text } } }
        """
    )
    assert tree == {"a": {"nodes": {"text": {}, "article": {"id": {}, "headline": {}}}, "totalCount": {}}}


def test_fragments_apply_by_type() -> None:
    tree = planned(
        """
        { node(id: "x") { ... on Actor { name } ... on Node { id } ...E ... { __typename } } }
        fragment E on Event { type ... on Node { id } }
        """
    )["node"]
    assert list(tree) == ["Source", "Article", "Actor", "Quote", "Utterance", "Event"]
    assert list(tree["Actor"]) == ["name", "id", "__typename"]
    assert list(tree["Event"]) == ["id", "type", "__typename"]
    assert list(tree["Source"]) == ["id", "__typename"]


@pytest.mark.parametrize(
    ("directives", "included"),
    [
        ("", True),
        ("@skip(if: $yes)", False),
        ("@skip(if: $no)", True),
        ("@include(if: $yes)", True),
        ("@include(if: $no)", False),
        ("@skip(if: $no) @include(if: $yes)", True),
        ("@skip(if: $yes) @include(if: $yes)", False),
        ("@skip(if: $no) @include(if: $no)", False),
        ("@skip(if: true)", False),
        ("@include(if: false)", False),
    ],
)
@pytest.mark.parametrize("selection", ["name {}", "... {} {{ name }}", "... on Actor {} {{ name }}", "...F {}"])
def test_skip_and_include(directives: str, included: bool, selection: str) -> None:
    text = f"""
        query ($yes: Boolean!, $no: Boolean! = false) {{
          actor(id: "x") {{ id {selection.format(directives)} u: id @include(if: $yes) v: id @skip(if: $no) }}
          ... @skip(if: true) {{ actor(id: "x") {{ ...F }} }}
        }}
        fragment F on Actor {{ name }}
    """
    assert ("name" in planned(text, yes=True)["actor"]) == included


def test_field_that_is_skipped_in_one_place_stands_in_another() -> None:
    tree = planned(
        '{ actor(id: "x") { name @skip(if: true) name ...F @skip(if: true) ...F } } fragment F on Actor { kind }'
    )
    assert tree == {"actor": {"name": {}, "kind": {}}}


def nested_spreads(levels: int, wide: int = 2) -> str:
    """A short document whose fields are `wide` to the power of `levels`."""
    fragments = [
        f"fragment f{i} on Actor{{"
        + "".join(f"a{k}:quotes(first:1){{nodes{{speaker{{...f{i + 1}}}}}}}" for k in range(wide))
        + "}"
        for i in range(levels)
    ]
    return "{actors{nodes{...f0}}}" + "".join(fragments) + f"fragment f{levels} on Actor{{name}}"


def test_short_document_of_very_many_fields_is_refused() -> None:
    text = nested_spreads(9)
    assert len(text) < 1_000
    with pytest.raises(QueryTooComplex, match=f"over {MAX_FIELDS} fields"):
        compiled(text, limits=WIDE)


def test_fields_are_counted_where_fragments_are_spread_again() -> None:
    fields = " ".join(f"a{i}: name" for i in range(100))
    spreads = " ".join(f'b{i}: actor(id: "x") {{ ...F }}' for i in range(20))
    with pytest.raises(QueryTooComplex, match=f"over {MAX_FIELDS} fields"):
        compiled(f"{{ {spreads} }} fragment F on Actor {{ {fields} }}", limits=WIDE)


def test_each_possible_type_of_a_node_counts() -> None:
    fields = " ".join(f"a{i}: id" for i in range(MAX_FIELDS // 6 + 1))
    with pytest.raises(QueryTooComplex, match=f"over {MAX_FIELDS} fields"):
        compiled(f'{{ node(id: "x") {{ {fields} }} }}', limits=WIDE)


def test_standard_introspection_is_far_below_the_limits() -> None:
    text = get_introspection_query(input_value_deprecation=True, schema_description=True, directive_is_repeatable=True)
    assert compiled(text).introspects
    fields = " ".join(f"a{i}: name" for i in range(MAX_FIELDS // SCHEMA_WEIGHT - 230))
    assert compiled(text.replace("__schema {", f"__schema {{ types {{ {fields} }}", 1), limits=WIDE).introspects


def test_introspection_again_and_again_is_refused() -> None:
    """Each field of it is answered for every type: a document of 24 kB took 18 seconds."""
    again = " ".join(f"a{i}: __schema {{ types {{ fields {{ name }} }} }}" for i in range(MAX_FIELDS // 12))
    with pytest.raises(QueryTooComplex, match=f"over {MAX_FIELDS} fields"):
        compiled(f"{{{again}}}", limits=WIDE)


REFUSED_CHEAPLY = {
    "one field very often": "{" + "__typename " * 4_900 + "}",
    "one list very often": "{" + "sources{totalCount} " * 1_400 + "}",
    "fragments each with each": "{actors{nodes{"
    + "".join(f"...f{i} " for i in range(700))
    + "}}}"
    + "".join(f"fragment f{i} on Actor{{name kind}}" for i in range(700)),
    "fragments spread in fragments": nested_spreads(60),
    "fragments spread in fragments, wide": nested_spreads(20, 10),
    "inline fragments nested": "{" + "...{" * 3_000 + "__typename" + "}" * 3_001,
    "fields nested": "{actors{nodes{" + "quotes{nodes{speaker{" * 1_000 + "id" + "}}}" * 1_000 + "}}}",
    "lists nested in a value": "{nodes(ids:" + "[" * 4_000 + "]" * 4_000 + "){id}}",
    "objects nested in a value": "{articles(filter:" + "{ids:" * 1_500 + "1" + "}" * 1_500 + "){totalCount}}",
    "types nested in a variable's": "query($v:" + "[" * 4_000 + "ID" + "]" * 4_000 + "){__typename}",
    "unknown fields": "{" + " ".join(f"articles{i}" for i in range(4_900)) + "}",
    "directives": "{__typename " + "@skip(if:false) " * 1_500 + "}",
    "introspection nested": "{__schema{types{" + "fields{type{" * 9 + "name" + "}}" * 9 + "}}}",
    "tokens": "{" + "a " * 20_000 + "}",
    "fragments in a circle": "{...f0}" + "".join(f"fragment f{i} on Query{{...f{(i + 1) % 500}}}" for i in range(500)),
}


@pytest.mark.parametrize("name", REFUSED_CHEAPLY)
def test_document_made_to_cost_is_refused(name: str) -> None:
    with pytest.raises((ParseFailed, DocumentRefused, QueryTooComplex)):
        compiled(REFUSED_CHEAPLY[name])


@pytest.mark.parametrize(
    ("text", "name", "error"),
    [
        ("query A { __typename } query B { __typename }", None, "operationName: is required"),
        ("query A { __typename } query B { __typename }", "C", "holds no operation 'C'"),
        ("{ __typename }", "A", "holds no operation 'A'"),
    ],
)
def test_operation_that_can_not_be_told_is_refused(text: str, name: str | None, error: str) -> None:
    with pytest.raises(BadInput, match=error):
        compiled(text, name)


def test_operation_is_told_by_its_name() -> None:
    text = "query A { sources { totalCount } } query B { events { totalCount } }"
    assert [compiled(text, name).keys for name in "AB"] == [(("sources", False),), (("events", False),)]


@pytest.mark.parametrize(
    "text", ["mutation { x }", "subscription { x }", "fragment F on Query { __typename }", "type A { b: Int }"]
)
def test_document_without_a_query_is_refused(text: str) -> None:
    with pytest.raises(OnRecordError) as caught:
        compiled(text)
    assert caught.value.status == 400


def test_requests_of_equal_shape_share_a_statement() -> None:
    compiler = Compiler(SCHEMA)
    text = """
        query ($first: Int, $filter: ActorFilter, $more: Boolean = false) {
          actors(first: $first, filter: $filter) { nodes { name kind @include(if: $more) } }
        }
    """
    document = compiler.document(text)
    operation = document.operation(None)

    def statement(**given: Any) -> object:
        return compiler.compile(text, None, compiler.variables(document, operation, given)).statement

    assert compiler.document(text) is compiler.document(text)
    one = statement(first=1, filter={"name": "a"})
    assert one is statement(first=1, filter={"name": "b"})
    others = [
        statement(first=2, filter={"name": "a"}),
        statement(first=1),
        statement(first=1, filter={"kinds": ["PLACE"]}),
        statement(first=1, filter={"hasQuotes": True}),
        statement(first=1, filter={"name": "a"}, more=True),
    ]
    assert one not in others


def test_cache_forgets_what_was_used_longest_ago() -> None:
    cache: Cache[int] = Cache(2)
    cache.put("a", 1)
    cache.put("b", 2)
    assert cache.get("a") == 1
    cache.put("c", 3)
    assert [cache.get(key) for key in "abc"] == [1, None, 3]


LONG = "x" * 1_000


@pytest.mark.parametrize(
    ("text", "given"),
    [
        (
            "query ($v: [ID!], $after: String) { articles(filter: { ids: $v }, after: $after) { edges { cursor } } }",
            {"v": [LONG], "after": LONG},
        ),
        ("query ($v: ArticleFilter) { articles(filter: $v) { totalCount } }", {"v": {"externalIds": [LONG]}}),
        ("query ($v: [ID!]!) { nodes(ids: $v) { id } }", {"v": [LONG]}),
        (
            "query ($v: String!, $after: String) { search(query: $v, after: $after) { edges { cursor rank } } }",
            {"v": LONG, "after": LONG},
        ),
    ],
)
def test_statement_that_is_kept_holds_no_value_of_the_request_that_it_was_written_for(text: str, given: Any) -> None:
    seen: set[int] = set()
    compiler = Compiler(SCHEMA)
    variables = compiler.variables(compiler.document(text), compiler.document(text).operation(None), given)
    found: list[object] = [compiled(text, **given), compiler.compile_versioned(text, None, variables)]
    del variables
    while found:
        each = found.pop()
        if id(each) not in seen and not isinstance(each, type | ModuleType | GraphQLSchema):
            seen.add(id(each))
            assert not isinstance(each, str) or each != LONG
            # What functions reach as globals is not theirs.
            globals_of = getattr(each, "__globals__", None)
            found += [part for part in gc.get_referents(each) if part is not globals_of]
