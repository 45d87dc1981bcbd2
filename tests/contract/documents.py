"""Makes generated GraphQL documents plausible: ids, cursors and words that are there, pages of a size that is taken.

Everything stays possible that the schema's types allow; what a client would send becomes likely.
"""

import os
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import schemathesis
from graphql import (
    ArgumentNode,
    DocumentNode,
    EnumValueNode,
    FieldNode,
    GraphQLField,
    GraphQLObjectType,
    GraphQLSchema,
    NameNode,
    NullValueNode,
    TypeInfo,
    TypeInfoVisitor,
    ValueNode,
    Visitor,
    get_named_type,
    validate,
    visit,
)
from hypothesis import strategies as st
from schemathesis.graphql import nodes

from tests.contract.selections import Wider
from tests.contract.stored import SEARCHED, Stored

Values = st.SearchStrategy[ValueNode]
Draw = Any
"""What draws an example of a strategy; hypothesis's type of it can't be imported at run time."""

MAX_INT = 2**31 - 1
SIZES = st.one_of(st.integers(1, 5), st.integers(1, 5), st.integers(1, 100))
WRONG_SIZES = st.one_of(SIZES, st.integers(-1, 102), st.integers(-MAX_INT - 1, MAX_INT))
PAGES = ("none", "none", "first", "first", "last", "after", "before", "generated")
"""What of first, last, after and before a list is given; `generated` is whatever the types allow."""
RIGHT_PAGES = ("none", "first", "first", "last", "after", "before")


def register_scalars() -> Stored:
    """Tell schemathesis how to generate scalars of what the file named by CONTRACT_STORED tells; gives that, too."""
    stored = Stored.read(Path(os.environ["CONTRACT_STORED"]))
    for name, values in scalars(stored).items():
        schemathesis.graphql.scalar(name, values)
    return stored


def scalars(stored: Stored) -> dict[str, Values]:
    """Strategies for arguments by the name of their scalar."""
    instants = st.builds(
        lambda day, time, offset: f"{day}T{time}{offset}",
        st.dates(min_value=date(1, 1, 2), max_value=date(9999, 12, 30)),
        st.times(),
        st.sampled_from(["Z", "+00:00", "+14:00", "-12:00", "+05:45"]),
    )
    days = st.dates().map(str)
    return {
        "ID": _mostly(stored.all_ids, st.text() | st.integers().map(str)).map(nodes.String),
        "String": _mostly(stored.texts, st.text()).map(nodes.String),
        "URL": _mostly(stored.urls, st.just("http://localhost:1/?q=%20#ä")).map(nodes.String),
        "DateTime": _mostly(["2019-02-01T00:00:00Z", "2019-02-02T23:59:59.999999-04:00"], instants).map(nodes.String),
        "Date": _mostly(["2019-02-01"], days).map(nodes.String),
        "PartialDate": _mostly(["2019", "2019-02"], days).map(nodes.String),
    }


def _mostly(known: Sequence[str], made_up: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    there = st.sampled_from(known)
    return st.one_of(there, there, there, made_up)


def plausible(documents: st.SearchStrategy[DocumentNode], schema: GraphQLSchema, stored: Stored) -> Any:
    """Those documents that fit the schema with pages that clients ask for, and without every other null."""

    @st.composite
    def drawn(draw: Draw) -> DocumentNode:
        document: DocumentNode = draw(documents)
        if validate(schema, document):
            # One that must be refused: it stays as it is.
            return document
        types = TypeInfo(schema)
        wider: DocumentNode = visit(document, TypeInfoVisitor(types, Wider(draw, types, schema)))
        return visit(wider, TypeInfoVisitor(types, _Pages(draw, types, schema.query_type, stored)))  # type: ignore[no-any-return]

    return drawn()


class _Pages(Visitor):
    def __init__(self, draw: Draw, types: TypeInfo, query: GraphQLObjectType | None, stored: Stored) -> None:
        super().__init__()
        self._draw, self._types, self._query, self._stored = draw, types, query, stored
        # Each list may go wrong: of documents with many, none would be answered.
        self._right = bool(draw(st.integers(0, 3)))
        self._sizes = SIZES if self._right else WRONG_SIZES
        self._ways: tuple[str, ...] = RIGHT_PAGES if self._right else PAGES

    def leave_field(self, node: FieldNode, *_: Any) -> FieldNode | None:
        field = self._types.get_field_def()
        if field is None or not node.arguments:
            return None
        given = {argument.name.value: argument.value for argument in node.arguments}
        ids = self._stored.ids.get(get_named_type(field.type).name, [])
        if ids and "id" in given and self._draw(st.integers(0, 3)):
            given["id"] = nodes.String(self._draw(st.sampled_from(ids)))
        if "after" in field.args:
            self._page(node.name.value, field, given)
        elif "first" in given:
            given["first"] = nodes.Int(self._draw(self._sizes))
        kept = {name: value for name, value in given.items() if not self._left_out(value)}
        return replace(node, arguments=tuple(_argument(name, value) for name, value in kept.items()))

    def _page(self, name: str, field: GraphQLField, given: dict[str, ValueNode]) -> None:
        """One way to ask for a page, in place of the four arguments that were generated."""
        way = self._draw(st.sampled_from([way for way in self._ways if way in {"none", "generated", *field.args}]))
        if way == "generated":
            return
        for argument in ("first", "last", "after", "before"):
            given.pop(argument, None)
        if way == "none":
            return
        size = "last" if way in {"last", "before"} else "first"
        given[size] = nodes.Int(self._draw(self._sizes))
        if way in {"after", "before"}:
            self._cursor(way, name, field, given)

    def _cursor(self, way: str, name: str, field: GraphQLField, given: dict[str, ValueNode]) -> None:
        """A cursor of this very list, which then has no filter; any cursor where the document may be refused."""
        cursors = self._stored.all_cursors
        if self._right:
            order = given.get("orderBy", _default(field, "orderBy"))
            key = f"{name} {order.value}" if isinstance(order, EnumValueNode) else name
            cursors = self._stored.cursors.get(key, [])
            if not cursors or self._types.get_parent_type() is not self._query:
                return
            for other in ("filter", "types"):
                given.pop(other, None)
            if "query" in given:
                given["query"] = nodes.String(SEARCHED)
        given[way] = nodes.String(self._draw(st.sampled_from(cursors)))

    def _left_out(self, value: ValueNode) -> bool:
        return isinstance(value, NullValueNode) and bool(self._draw(st.booleans()))


def _default(field: GraphQLField, argument: str) -> ValueNode | None:
    given = field.args.get(argument)
    return given.ast_node.default_value if given and given.ast_node else None


def _argument(name: str, value: ValueNode) -> ArgumentNode:
    return ArgumentNode(name=NameNode(value=name), value=value)
