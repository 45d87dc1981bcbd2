"""The variables of an operation: what their definitions say is read once, a request's values each time."""

from collections.abc import Mapping, Sequence
from typing import Any

from graphql import GraphQLError, GraphQLSchema, Undefined, VariableDefinitionNode, coerce_input_value, is_non_null_type
from graphql.execution.get_variable_signature import GraphQLVariableSignature, get_variable_signature
from graphql.execution.values import VariableValueSource, get_variable_values

from service.query.arguments import Variables


class VariableReader:
    """Reads the variables of one valid operation."""

    def __init__(self, schema: GraphQLSchema, definitions: Sequence[VariableDefinitionNode]) -> None:
        self._schema = schema
        self._definitions = definitions
        self._known: list[tuple[GraphQLVariableSignature, VariableValueSource, Any, bool]] = []
        for definition in definitions:
            signature = get_variable_signature(schema, definition)
            left_out = get_variable_values(schema, [definition], {})
            if not isinstance(signature, GraphQLError):
                default = Undefined if isinstance(left_out, list) else left_out.coerced.get(signature.name, Undefined)
                required = is_non_null_type(signature.type)
                self._known.append((signature, VariableValueSource(signature), default, required))

    def read(
        self, given: Mapping[str, Any], max_errors: int, *, hide_suggestions: bool
    ) -> Variables | list[GraphQLError]:
        """The values of a request, coerced; or an error for each that does not fit."""
        try:
            found = self._fitting(given)
        except RecursionError:
            found = None
        if found is not None:
            return found
        return get_variable_values(self._schema, self._definitions, dict(given), max_errors, hide_suggestions)

    def _fitting(self, given: Mapping[str, Any]) -> Variables | None:
        """The coerced values where every one fits."""
        sources: dict[str, VariableValueSource] = {}
        coerced: dict[str, Any] = {}
        for signature, left_out, default, required in self._known:
            name = signature.name
            if name in given:
                value = coerce_input_value(given[name], signature.type)
                if value is Undefined:
                    return None
                sources[name] = VariableValueSource(signature, given[name])
                coerced[name] = value
            else:
                sources[name] = left_out
                if default is not Undefined:
                    coerced[name] = default
                elif required:
                    return None
        return Variables(sources, coerced)
