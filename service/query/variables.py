"""The variables of an operation: what their definitions say is read once, a request's values each time."""

from collections.abc import Mapping, Sequence
from typing import Any

from graphql import (
    GraphQLError,
    GraphQLSchema,
    Undefined,
    VariableDefinitionNode,
    coerce_input_value,
    get_nullable_type,
    is_non_null_type,
)
from graphql.execution.get_variable_signature import GraphQLVariableSignature, get_variable_signature
from graphql.execution.values import VariableValueSource, get_variable_values

from service.query.arguments import Variables

_PLAIN = {"ID": str, "String": str, "Boolean": bool}
"""Scalar -> the Python type whose values are what they are coerced to."""


class VariableReader:
    """Reads the variables of one valid operation."""

    def __init__(self, schema: GraphQLSchema, definitions: Sequence[VariableDefinitionNode]) -> None:
        self._known: list[tuple[GraphQLVariableSignature, type | None, VariableValueSource, Any, bool]] = []
        for definition in definitions:
            signature = get_variable_signature(schema, definition)
            left_out = get_variable_values(schema, [definition], {})
            if not isinstance(signature, GraphQLError):
                default = Undefined if isinstance(left_out, list) else left_out.coerced.get(signature.name, Undefined)
                required = is_non_null_type(signature.type)
                plain = _PLAIN.get(str(get_nullable_type(signature.type)))
                self._known.append((signature, plain, VariableValueSource(signature), default, required))

    def read(self, given: Mapping[str, Any]) -> Variables | None:
        """The values of a request, coerced; None where one does not fit."""
        try:
            return self._fitting(given)
        except RecursionError:
            return None

    def _fitting(self, given: Mapping[str, Any]) -> Variables | None:
        sources: dict[str, VariableValueSource] = {}
        coerced: dict[str, Any] = {}
        for signature, plain, left_out, default, required in self._known:
            name = signature.name
            if name in given:
                value = given[name]
                sources[name] = VariableValueSource(signature, value)
                if type(value) is not plain:
                    value = coerce_input_value(value, signature.type)
                if value is Undefined:
                    return None
                coerced[name] = value
            else:
                sources[name] = left_out
                if default is not Undefined:
                    coerced[name] = default
                elif required:
                    return None
        return Variables(sources, coerced)
