"""The arguments of a field: known at compile time in shape, at bind time in value."""

from collections.abc import Callable
from enum import Enum
from typing import Any

from graphql import (
    FieldNode,
    GraphQLField,
    GraphQLInputObjectType,
    GraphQLInputType,
    ListValueNode,
    ObjectValueNode,
    Undefined,
    ValueNode,
    VariableNode,
    coerce_input_literal,
    get_nullable_type,
)
from graphql.execution.values import VariableValues as Variables
from graphql.execution.values import get_argument_values

__all__ = ["Arguments", "Leaf", "Variables", "shape"]

MAX_SIZE = 100
"""Objects of a page."""

Leaf = Callable[[Variables], Any]
"""Gives an argument's value, or a part of it, from one request's coerced variables."""


def shape(value: Any) -> Any:
    """What of a variable's value decides the statement's text: null, booleans, enums, sizes and the fields of objects.

    Two requests of one document whose variables have equal shapes share a statement. The sizes of pages, 1 to
    100, stand in the text: Postgres then plans for so many rows, whatever the other values are.
    """
    match value:
        case None | bool() | Enum():
            return value
        case int() if 1 <= value <= MAX_SIZE:
            return value
        case dict():
            return tuple([(name, "given" if type(part) is str else shape(part)) for name, part in value.items()])
        case _:
            # Not True, which is equal to the size 1.
            return "given"


class Arguments:
    """The arguments of one selected field. `value` may only be asked for what `shape` keeps."""

    def __init__(self, definition: GraphQLField, node: FieldNode, variables: Variables) -> None:
        self._definition = definition
        self._variables = variables
        self._values = get_argument_values(definition, node, variables)
        self._nodes = {argument.name.value: argument.value for argument in node.arguments or ()}

    def forget(self) -> None:
        """Let go of the request's values: leaves that were given live as long as the statement, and hold this."""
        self._values = {}
        self._variables = Variables({}, {})

    def takes(self, name: str) -> bool:
        """Whether the field has an argument of this name."""
        return name in self._definition.args

    def varies(self, name: str) -> bool:
        """Whether an argument's value hangs on the variables of a request."""
        return name in self._nodes and _holds_variable(self._nodes[name])

    def value(self, *path: str) -> Any:
        """The value at `path`, e.g. ("filter", "published", "since"); None where it is null or absent."""
        found: Any = self._values
        for name in path:
            found = found.get(name) if isinstance(found, dict) else None
        return None if found is Undefined else found

    def leaf(self, *path: str) -> Leaf:
        """What gives the value at `path` from the variables of each request."""
        name, *rest = path
        if name not in self._nodes or self.value(name) is None:
            return _constant(self.value(*path))
        node: ValueNode = self._nodes[name]
        kind: GraphQLInputType = self._definition.args[name].type
        for position, part in enumerate(rest):
            if isinstance(node, VariableNode):
                return _variable(node.name.value, tuple(rest[position:]))
            field = _object_field(node, part)
            nullable = get_nullable_type(kind)
            if field is None or not isinstance(nullable, GraphQLInputObjectType):
                return _constant(None)
            node, kind = field, nullable.fields[part].type
        if isinstance(node, VariableNode):
            # A variable that is left out gives way to the argument's default.
            given = node.name.value in self._variables.coerced
            return _variable(node.name.value, ()) if given else _constant(self.value(*path))
        return _literal(node, kind)


def _object_field(node: ValueNode, name: str) -> ValueNode | None:
    if not isinstance(node, ObjectValueNode):
        return None
    return next((field.value for field in node.fields if field.name.value == name), None)


def _constant(value: Any) -> Leaf:
    return lambda _: value


def _variable(name: str, path: tuple[str, ...]) -> Leaf:
    def read(variables: Variables) -> Any:
        value = variables.coerced.get(name)
        for part in path:
            value = value.get(part) if isinstance(value, dict) else None
        return value

    return read


def _literal(node: ValueNode, kind: GraphQLInputType) -> Leaf:
    """A literal; where variables stand within it, it is read anew for each request."""
    if _holds_variable(node):
        return lambda variables: coerce_input_literal(node, kind, variables)
    return _constant(coerce_input_literal(node, kind))


def _holds_variable(node: ValueNode) -> bool:
    match node:
        case VariableNode():
            return True
        case ListValueNode():
            return any(_holds_variable(value) for value in node.values)
        case ObjectValueNode():
            return any(_holds_variable(field.value) for field in node.fields)
        case _:
            return False
