"""Answers what asks for the schema: strawberry executes the fields __schema and __type of an operation."""

from collections.abc import Mapping
from typing import Any

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentSpreadNode,
    InlineFragmentNode,
    OperationDefinitionNode,
    SelectionNode,
    SelectionSetNode,
    execute_sync,
)

from service.errors import BadInput
from service.graphql.schema import SCHEMA
from service.query.document import INTROSPECTION, Document


def introspect(document: Document, operation: OperationDefinitionNode, variables: Mapping[str, Any]) -> dict[str, Any]:
    """The data of the fields of an operation that ask for the schema."""
    fragments = {
        name: _only_schema(fragment) if fragment.type_condition.name.value == "Query" else fragment
        for name, fragment in document.fragments.items()
    }
    result = execute_sync(
        SCHEMA,
        DocumentNode(definitions=(_only_schema(operation), *fragments.values())),
        variable_values=dict(variables),
    )
    if result.errors:
        raise BadInput("; ".join(error.message for error in result.errors))
    return result.data or {}


def _only_schema(node: Any) -> Any:
    """The node without the root fields that are read of tables."""
    kept: list[SelectionNode] = []
    for selection in node.selection_set.selections:
        if isinstance(selection, FieldNode):
            if selection.name.value in INTROSPECTION:
                kept.append(selection)
        elif isinstance(selection, InlineFragmentNode):
            kept.append(_only_schema(selection))
        elif isinstance(selection, FragmentSpreadNode):
            kept.append(selection)
    attributes = {key: getattr(node, key) for key in node.keys if key != "loc"}
    return type(node)(**{**attributes, "selection_set": SelectionSetNode(selections=tuple(kept))})
