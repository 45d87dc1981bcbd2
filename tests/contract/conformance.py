"""Whether the data of a GraphQL response is what the operation asks for, as the schema promises it.

Keys and their order, types, nullability, enum values, the forms of scalars, and which type an abstract one turns out
to be: sections 6.4 and 7.1 of the specification.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date, datetime

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLEnumType,
    GraphQLInterfaceType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLScalarType,
    GraphQLSchema,
    GraphQLType,
    GraphQLUnionType,
    InlineFragmentNode,
    OperationDefinitionNode,
    SelectionSetNode,
)

Abstract = GraphQLInterfaceType | GraphQLUnionType
Fields = dict[str, list[FieldNode]]
"""Response key -> the fields of the document that ask for it."""

_DAY = r"\d{4}-\d\d-\d\d"
_INSTANT = rf"{_DAY}T\d\d:\d\d:\d\d(\.\d+)?Z"


def _instant(value: object) -> bool:
    return _is(value, _INSTANT) and bool(datetime.fromisoformat(str(value)))


def _day(value: object) -> bool:
    return _is(value, _DAY) and bool(date.fromisoformat(str(value)))


def _is(value: object, pattern: str) -> bool:
    return isinstance(value, str) and bool(re.fullmatch(pattern, value, re.ASCII))


def _whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and -(2**31) <= value < 2**31


FORMS: dict[str, Callable[[object], bool]] = {
    "ID": lambda value: _is(value, r"[A-Za-z]+_[A-Za-z0-9_-]+"),
    "String": lambda value: isinstance(value, str),
    "Boolean": lambda value: isinstance(value, bool),
    "Int": _whole,
    "Float": lambda value: isinstance(value, int | float) and not isinstance(value, bool),
    "DateTime": _instant,
    "Date": _day,
    "PartialDate": lambda value: _is(value, r"\d{4}(-\d\d)?") or _day(value) or _instant(value),
    "URL": lambda value: _is(value, r"https?://\S+"),
}
"""Scalar -> whether a value of JSON has its form. An id is URL-safe and begins with its type."""


def deviations(data: object, document: DocumentNode, schema: GraphQLSchema) -> list[str]:
    """What is not as promised, each with its path; of a document with one operation and without variables."""
    (operation,) = (node for node in document.definitions if isinstance(node, OperationDefinitionNode))
    assert schema.query_type
    return list(_Reader(document, schema).fields("data", data, schema.query_type, [operation.selection_set]))


class _Reader:
    def __init__(self, document: DocumentNode, schema: GraphQLSchema) -> None:
        self._schema = schema
        self._fragments = {
            node.name.value: node for node in document.definitions if isinstance(node, FragmentDefinitionNode)
        }

    def fields(
        self, path: str, value: object, kind: GraphQLObjectType, selections: list[SelectionSetNode]
    ) -> Iterator[str]:
        if not isinstance(value, dict):
            yield f"{path}: is no object: {value!r}"
            return
        fields: Fields = {}
        for selection in selections:
            self._collect(selection, kind, fields)
        if list(value) != list(fields):
            yield f"{path}: has the keys {list(value)}, not {list(fields)}"
            return
        for key, asked in fields.items():
            name = asked[0].name.value
            if name == "__typename":
                if value[key] != kind.name:
                    yield f"{path}.{key}: is {value[key]!r}, not {kind.name!r}"
                continue
            below = [field.selection_set for field in asked if field.selection_set]
            yield from self._value(f"{path}.{key}", value[key], kind.fields[name].type, below)

    def _collect(self, selections: SelectionSetNode, kind: GraphQLObjectType, fields: Fields) -> None:
        for node in selections.selections:
            match node:
                case FieldNode():
                    fields.setdefault((node.alias or node.name).value, []).append(node)
                case InlineFragmentNode(type_condition=condition, selection_set=below):
                    if condition is None or self._applies(condition.name.value, kind):
                        self._collect(below, kind, fields)
                case FragmentSpreadNode():
                    fragment = self._fragments[node.name.value]
                    if self._applies(fragment.type_condition.name.value, kind):
                        self._collect(fragment.selection_set, kind, fields)

    def _applies(self, name: str, kind: GraphQLObjectType) -> bool:
        condition = self._schema.type_map[name]
        if isinstance(condition, GraphQLInterfaceType | GraphQLUnionType):
            return self._schema.is_sub_type(condition, kind)
        return condition is kind

    def _value(self, path: str, value: object, kind: GraphQLType, selections: list[SelectionSetNode]) -> Iterator[str]:
        if isinstance(kind, GraphQLNonNull):
            kind = kind.of_type
            if value is None:
                yield f"{path}: is null, but of the type {kind}!"
                return
        if value is None:
            return
        match kind:
            case GraphQLList():
                if not isinstance(value, list):
                    yield f"{path}: is no list: {value!r}"
                    return
                for index, item in enumerate(value):
                    yield from self._value(f"{path}[{index}]", item, kind.of_type, selections)
            case GraphQLScalarType():
                if not FORMS[kind.name](value):
                    yield f"{path}: is no {kind}: {value!r}"
            case GraphQLEnumType():
                if value not in kind.values:
                    yield f"{path}: is no {kind}: {value!r}"
            case GraphQLObjectType():
                yield from self.fields(path, value, kind, selections)
            case GraphQLInterfaceType() | GraphQLUnionType():
                yield from self._one_of(path, value, kind, selections)

    def _one_of(
        self,
        path: str,
        value: object,
        kind: GraphQLInterfaceType | GraphQLUnionType,
        selections: list[SelectionSetNode],
    ) -> Iterator[str]:
        """It must be as one of the possible types is: a document may not ask which one it is."""
        tried = {
            possible.name: list(self.fields(path, value, possible, selections))
            for possible in self._schema.get_possible_types(kind)
        }
        if all(tried.values()):
            yield f"{path}: is none of {', '.join(tried)}: {min(tried.values(), key=len)[0]}"
