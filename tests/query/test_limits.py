"""What a document may ask for, and what an operation costs."""

import random
from collections.abc import Iterator
from typing import Any

import pytest
from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    InlineFragmentNode,
    IntValueNode,
    OperationDefinitionNode,
    SelectionSetNode,
    VariableNode,
    get_introspection_query,
    get_named_type,
    get_nullable_type,
    is_leaf_type,
    is_list_type,
    parse,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from service.errors import QueryTooComplex
from service.graphql.schema import SCHEMA
from service.query.costs import FieldCosts
from service.query.limits import MAX_NESTING, Limits, weigh

COSTS = FieldCosts(SCHEMA)
ANY = Limits(depth=10**6, aliases=10**6, directives=10**6, root_fields=10**6, cost=10**12)


def cost(text: str, **values: Any) -> int:
    """What the one operation of a document costs."""
    (weight,) = weigh(COSTS, SCHEMA, parse(text), ANY)
    return weight.cost(values)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{ __typename }", 1),
        ('{ actor(id: "x") { __typename } }', 2),
        ("{ articles { pageInfo { endCursor } } }", 1),
        ("{ articles { nodes { quotes(first: 5) { nodes { speaker { name } } } } } }", 20 + 100 + 102),
        ("{ articles(first: 10) { edges { node { id } } } }", 11),
        ("{ articles(first: 10) { nodes { body } } }", 10 + 11),
        ("{ actors(first: 10) { nodes { aliases { name } } } }", 10 + 10 * 20 + 4),
        ("{ actors(first: 10) { nodes { roles(first: 2) { title } } } }", 10 + 10 * 2 + 1),
        ("{ events(first: 10) { nodes { participants { role } } } }", 10 + 10 * 5 + 1),
        ("{ quotes(last: 3) { nodes { span { start end } } } }", 4),
        ('{ nodes(ids: ["a", "b", "c"]) { id } }', 4),
        ("{ sources { totalCount } }", 101),
        ("{ articles(first: 10) { nodes { quotes { totalCount } } } }", 10 + 10 * 10 + 1),
        ("{ articles { facets { bySource(first: 3) { count source { name } } } } }", 50 + 7),
        ('{ actor(id: "x") { coActors { items { articleCount actor { name } } } } }', 1 + 500 + 41),
    ],
)
def test_what_operations_cost(text: str, expected: int) -> None:
    assert cost(text) == expected


def test_an_operation_is_not_held_to_the_cost_of_another() -> None:
    heavy = """query B { articles(first: 100) { nodes { quotes(first: 100) { nodes { article {
        quotes(first: 100) { nodes { id } } } } } } } }"""
    light, dear = weigh(COSTS, SCHEMA, parse(f"query A {{ sources {{ totalCount }} }} {heavy}"), Limits())
    assert light.cost({}) == 101
    assert dear.cost({}) > Limits().cost
    with pytest.raises(QueryTooComplex):
        weigh(COSTS, SCHEMA, parse(heavy), Limits())


def test_usual_operations_are_far_below_the_limit() -> None:
    newest = "{ articles(first: 20) { nodes { headline quotes(first: 5) { nodes { text speaker { name } } } } } }"
    deep = """{ articles(first: 10) { nodes { quotes(first: 5) { nodes { speaker {
        quotes(first: 3) { nodes { article { headline } } } } } } } } }"""
    assert 220 <= cost(newest) < 240
    assert 400 <= cost(deep) < 440


def test_standard_introspection_is_taken() -> None:
    text = get_introspection_query(input_value_deprecation=True, schema_description=True, directive_is_repeatable=True)
    (weight,) = weigh(COSTS, SCHEMA, parse(text), Limits())
    assert weight.cost({}) < Limits().cost / 4


def test_pages_within_pages_within_pages_are_refused() -> None:
    third = "speaker { quotes(first: 100) { nodes { id } } }"
    text = f"{{ articles(first: 100) {{ nodes {{ quotes(first: 100) {{ nodes {{ {third} }} }} }} }} }}"
    with pytest.raises(
        QueryTooComplex, match=r"costs 10\d{5}, at most 10000 is taken: ask for smaller pages"
    ) as caught:
        weigh(COSTS, SCHEMA, parse(text), Limits())
    assert caught.value.extensions["cost"]["limit"] == 10_000
    assert caught.value.extensions["cost"]["requested"] == cost(text)


SIZED = """
    query ($a: Int, $b: Int = 3, $ids: [ID!]) {
      articles(first: $a, last: $b) { nodes { url } }
      nodes(ids: $ids) { id }
    }
"""


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({}, 20.4 + 5.1),
        ({"a": None, "b": None, "ids": None}, 20.4 + 5.1),
        ({"a": 50}, 51 + 5.1),
        ({"b": 10, "ids": ["x"] * 30}, 10.2 + 30.6),
        ({"a": 2, "b": 5, "ids": []}, 5.1 + 1.02),
        ({"a": -5, "b": 10**9}, 102 + 5.1),
    ],
)
def test_sizes_come_of_variables(values: dict[str, Any], expected: float) -> None:
    assert cost(SIZED, **values) == -int(-expected // 1)


def test_before_variables_are_known_the_least_cost_counts() -> None:
    text = "query ($n: Int) { articles(first: $n) { nodes { quotes(first: $n) { nodes { speaker { name } } } } } }"
    (weight,) = weigh(COSTS, SCHEMA, parse(text), Limits(cost=4))
    assert weight.cost(None) == weight.cost({"n": 1}) == 4
    assert weight.cost({"n": 100}) > 20_000


@pytest.mark.parametrize("first", ["0", "-100", "1" + "0" * 5_000, '"x"', "null", "[]", "{}", "X"])
def test_sizes_that_are_none_are_weighed(first: str) -> None:
    assert 2 <= cost(f"{{ articles(first: {first}) {{ nodes {{ id }} }} }}") <= 102


@pytest.mark.parametrize(
    ("text", "limits", "message"),
    [
        ("{ a { b { c } } }", Limits(depth=2), "has 3 levels of fields, at most 2 are taken"),
        ("{ ...{ ...{ a { ...F } } } } fragment F on X { b { c } }", Limits(depth=2), "has 3 levels of fields"),
        ("{ a } fragment F on X { a { b { c } } }", Limits(depth=2), "has 3 levels of fields"),
        ("{ a: b c: d e }", Limits(aliases=1), "has 2 aliases, at most 1 are taken"),
        ("{ ...F ...F } fragment F on X { a: b c: d }", Limits(aliases=1), "has 2 aliases"),
        ("{ a @x @y }", Limits(directives=1), "has 2 directives"),
        ("query ($a: B @x) @x { ...F @x } fragment F on X @x { ...@x { a } }", Limits(directives=4), "5 directives"),
        ("{ a b a }", Limits(root_fields=2), "has 3 root fields, at most 2 are taken"),
        ("{ ...F ...{ ...F } } fragment F on X { a b }", Limits(root_fields=3), "has 4 root fields"),
        ("query A { a } query B { a b }", Limits(root_fields=1), "has 2 root fields"),
    ],
)
def test_what_exceeds_a_limit_is_named(text: str, limits: Limits, message: str) -> None:
    with pytest.raises(QueryTooComplex, match=message):
        weigh(COSTS, SCHEMA, parse(text), limits)


@pytest.mark.parametrize(
    ("text", "limits"),
    [
        ("{ ...{ ... on X { a { b } } } }", Limits(depth=2)),
        ("{ ...F ...F ...F } fragment F on X { a: b }", Limits(aliases=1)),
        ("{ a @x }", Limits(directives=1)),
        ("query A { a b } query B { a b }", Limits(root_fields=2)),
    ],
)
def test_what_a_limit_allows_is_taken(text: str, limits: Limits) -> None:
    assert weigh(COSTS, SCHEMA, parse(text), limits)


def test_document_of_too_many_bytes_is_refused() -> None:
    Limits(document_bytes=6).check_bytes("äöü")
    with pytest.raises(QueryTooComplex, match="is 6 bytes, at most 5 are taken"):
        Limits(document_bytes=5).check_bytes("äöü")


def doubling(levels: int) -> str:
    """A short document whose last fragment is spread 2 to the power of `levels` times."""
    fragments = "".join(
        f"fragment f{i} on Actor{{quotes(first:1){{nodes{{speaker{{...f{i + 1} ...f{i + 1}}}}}}}}}"
        for i in range(levels)
    )
    return "{actors(first:1){nodes{...f0}}}" + fragments + f"fragment f{levels} on Actor{{name}}"


def test_fragments_that_double_at_each_level_are_weighed_once() -> None:
    assert cost(doubling(3)) == -(-(100 + 200 + 2 * 200 + 4 * 200 + 8 * 2) // 100)
    assert cost(doubling(MAX_NESTING // 5)) >= 2**28


def test_cost_that_is_beyond_counting_is_refused() -> None:
    wide = "".join(f"fragment f{i} on Actor{{{f'...f{i + 1} ' * 20}}}" for i in range(100))
    with pytest.raises(QueryTooComplex):
        weigh(COSTS, SCHEMA, parse("{actors{nodes{...f0}}}" + wide + "fragment f100 on Actor{name}"), Limits())


@pytest.mark.parametrize(
    "text",
    [
        "{ ...F } fragment F on Query { ...F }",
        "{ ...F } fragment F on Query { a { ...G } } fragment G on X { b { ...F } }",
        "{ ...Unknown }",
        "{ unknown { of { unknown(first: 5) { things } } } }",
        "{ articles { ... on Actor { nodes { id } } ... on Unknown { nodes { id } } } }",
        "{ __schema { __schema { articles } } }",
        "mutation { articles { nodes { id } } }",
        "fragment F on Query { a }",
        "type A { b: Int }",
    ],
)
def test_documents_that_are_not_valid_are_weighed(text: str) -> None:
    assert all(weight.cost({}) < 100 for weight in weigh(COSTS, SCHEMA, parse(text), Limits()))


@pytest.mark.parametrize(
    "text",
    [
        "{" + "...{" * 180 + "a" + "}" * 181,
        "{...f0}"
        + "".join(f"fragment f{i} on Query{{...f{i + 1}}}" for i in range(2_000))
        + "fragment f2000 on Query{a}",
        "{a}" + "".join(f"fragment f{i} on Query{{...f{i - 1}}}" for i in range(1, 500)) + "fragment f0 on Query{a}",
        "{...f0}" + "".join(f"fragment f{i} on Query{{...f{(i + 1) % 500}}}" for i in range(500)),
    ],
)
def test_document_nested_deeper_than_can_be_followed_is_refused(text: str) -> None:
    with pytest.raises(QueryTooComplex, match=f"nested over {MAX_NESTING} selections deep"):
        weigh(COSTS, SCHEMA, parse(text), Limits())


class Writer:
    """Writes documents at random: fields as the schema has them, and some that it has not."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)  # noqa: S311
        self.fragments: list[str] = []

    def document(self) -> str:
        for number in range(self.random.randrange(4)):
            kind = self.random.choice(["Article", "Actor", "Quote", "QuoteConnection", "Query", "Node", "ActorEdge"])
            self.fragments.append(f"fragment f{number} on {kind} {self.selections(kind, 2)}")
        return f"query ($a: Int, $b: Int) {self.selections('Query', 4)} {' '.join(self.fragments)}"

    def selections(self, kind: str, depth: int) -> str:
        return f"{{ {' '.join(self.selection(kind, depth) for _ in range(self.random.randint(1, 3)))} }}"

    def selection(self, kind: str, depth: int) -> str:
        pick = self.random.random()
        if pick < 0.1 and self.fragments:
            return f"...f{self.random.randrange(len(self.fragments))}"
        if pick < 0.2 and depth:
            other = self.random.choice([kind, "Actor", "Node"])
            return f"... {f'on {other}' if self.random.random() < 0.5 else ''} {self.selections(kind, depth - 1)}"
        fields = getattr(SCHEMA.type_map[kind], "fields", {})
        names = [name for name, field in fields.items() if depth or is_leaf_type(get_named_type(field.type))]
        if not names or pick > 0.97:
            return "__typename" if pick < 0.98 else "unknown"
        name = self.random.choice(names)
        named = get_named_type(fields[name].type)
        alias = f"x{self.random.randrange(99)}: " if pick > 0.9 else ""
        below = "" if is_leaf_type(named) else self.selections(named.name, depth - 1)
        return f"{alias}{name}{self.arguments(fields[name].args)} {below}"

    def arguments(self, known: Any) -> str:
        given = [
            f"{name}: {self.random.choice(['1', '7', '100', '1000', 'null', '$a', '$b'])}"
            for name in ("first", "last")
            if name in known and self.random.random() < 0.4
        ]
        if "ids" in known:
            given.append(f"ids: {self.random.choice(['[]', '[1, 2]', '$a'])}")
        return f"({', '.join(given)})" if given else ""


def naive(document: DocumentNode, values: dict[str, int]) -> int:
    """The cost as the README of costs says it, by walking through every fragment each time it is spread."""
    fragments = {d.name.value: d for d in document.definitions if isinstance(d, FragmentDefinitionNode)}
    fixed = {"byActor": 250, "coActors": 500, "search": 1_000, "excerpt": 10}
    fixed |= dict.fromkeys(("byDate", "bySource", "bySpeaker"), 50)
    parts = {"PageInfo", "Span", "ArticleFacets", "QuoteFacets", "ArticleStored", "QuoteStored"}

    def size(node: FieldNode, default: int) -> int:
        given: list[int] = []
        for argument in node.arguments or ():
            match argument.value:
                case IntValueNode(value=value) if argument.name.value in {"first", "last"}:
                    given.append(int(value))
                case VariableNode(name=name) if argument.name.value in {"first", "last", "ids"}:
                    given += [values[name.value]] if name.value in values else []
                case list_node if argument.name.value == "ids":
                    given.append(len(getattr(list_node, "values", ())))
        return min(100, max(1, *given)) if given else default

    def fields(of: SelectionSetNode, kind: str) -> Iterator[tuple[FieldNode, str]]:
        for selection in of.selections:
            match selection:
                case FieldNode():
                    yield selection, kind
                case InlineFragmentNode(type_condition=condition):
                    yield from fields(selection.selection_set, condition.name.value if condition else kind)
                case FragmentSpreadNode(name=name):
                    spread = fragments[name.value]
                    yield from fields(spread.selection_set, spread.type_condition.name.value)

    def cents(of: SelectionSetNode, holder: str, page: int | None) -> int:
        total = 0
        for node, kind in fields(of, holder):
            name = node.name.value
            field = getattr(SCHEMA.type_map.get(kind), "fields", {}).get(name)
            if name == "__typename":
                total += 2
            elif field is not None:
                total += 100 * fixed.get(name, 0) + one(node, kind, field, page)
            elif node.selection_set:
                total += cents(node.selection_set, "Unknown", None)
        return total

    def one(node: FieldNode, kind: str, field: Any, page: int | None) -> int:
        named = get_named_type(field.type).name
        if node.selection_set is None:
            return 102 if node.name.value == "body" else 2
        default = {"aliases": 20, "coActors": 20}.get(node.name.value, 10 if kind in {"Actor", *parts} else 20)
        if is_list_type(get_nullable_type(field.type)):
            plain = {"byDate": 100}.get(node.name.value, 5)
            paged = kind.endswith("Connection") or kind == "CoActors"
            many = page or 1 if paged else size(node, default if "first" in field.args else plain)
            return many * (100 + cents(node.selection_set, named, None))
        if named.endswith("Connection") or named == "CoActors":
            counts = sum(f.name.value == "totalCount" for f, _ in fields(node.selection_set, named))
            each = 10_000 if kind == "Query" else 1_000
            return counts * each + cents(node.selection_set, named, size(node, 20))
        row = 0 if named in parts or kind.endswith("Edge") else 100
        return row + cents(node.selection_set, named, None)

    (operation,) = (d for d in document.definitions if isinstance(d, OperationDefinitionNode))
    return -(-cents(operation.selection_set, "Query", None) // 100)


@settings(max_examples=300, deadline=None)
@given(seed=st.integers(0, 2**32), values=st.dictionaries(st.sampled_from("ab"), st.integers(-5, 200)))
def test_cost_is_that_of_a_plain_walk(seed: int, values: dict[str, int]) -> None:
    document = parse(Writer(seed).document())
    (weight,) = weigh(COSTS, SCHEMA, document, ANY)
    assert weight.cost(values) == naive(document, values)
