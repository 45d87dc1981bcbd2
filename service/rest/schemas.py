"""JSON Schemas of what stored operations take and answer, derived of their documents and of the GraphQL schema.

A fragment is a component under its own name, and so is an enum; descriptions are those of types, fields and arguments.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from graphql import (
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLEnumType,
    GraphQLList,
    GraphQLNamedType,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLOutputType,
    GraphQLUnionType,
    SelectionNode,
    SelectionSetNode,
)

from service.graphql.schema import SCHEMA
from service.rest.operation import Schema

JsonSchema = dict[str, Any]

COMPONENTS = "#/components/schemas/"

SCALARS: Mapping[str, JsonSchema] = {
    "ID": {"type": "string"},
    "String": {"type": "string"},
    "Boolean": {"type": "boolean"},
    "Int": {"type": "integer", "format": "int32"},
    "Float": {"type": "number", "format": "double"},
    "DateTime": {"type": "string", "format": "date-time"},
    "Date": {"type": "string", "format": "date"},
    "PartialDate": {"type": "string", "pattern": r"^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}.*)?)?)?$"},
    "URL": {"type": "string", "pattern": "^[Hh][Tt][Tt][Pp][Ss]?://"},
}
"""GraphQL scalar -> its schema."""


def reference(component: str) -> JsonSchema:
    """A reference to a component."""
    return {"$ref": f"{COMPONENTS}{component}"}


def enum_schema(enum: GraphQLEnumType) -> JsonSchema:
    """The component of an enum; each value stands in the description, as JSON Schema has no other place for that."""
    lines = [str(enum.description), "", *(f"- `{name}`: {value.description}" for name, value in enum.values.items())]
    return {"type": "string", "enum": list(enum.values), "description": "\n".join(lines)}


def scalar_schema(kind: GraphQLNamedType) -> JsonSchema:
    """The schema of a scalar, or a reference to an enum."""
    return reference(kind.name) if isinstance(kind, GraphQLEnumType) else dict(SCALARS[kind.name])


def nullable(schema: Schema) -> JsonSchema:
    """The schema of the same or null."""
    if isinstance(schema.get("type"), str):
        return {**schema, "type": [schema["type"], "null"]}
    return {"anyOf": [dict(schema), {"type": "null"}]}


class Answers:
    """Schemas of answers; the components that they refer to gather in `components`."""

    def __init__(self) -> None:
        self.components: dict[str, JsonSchema] = {}
        self._fragments: dict[str, FragmentDefinitionNode] = {}

    def answer(
        self, selections: SelectionSetNode, fragments: Mapping[str, FragmentDefinitionNode], place: Iterable[str]
    ) -> JsonSchema:
        """The schema of what stands at a place of an operation's answer and is not null."""
        self._fragments.update(fragments)
        kind: GraphQLOutputType | GraphQLNamedType | None = SCHEMA.query_type
        for _ in place:
            (field,) = selections.selections
            if not isinstance(field, FieldNode) or not isinstance(kind, GraphQLObjectType) or not field.selection_set:
                raise TypeError("a place is a way down fields of objects")
            kind, selections = kind.fields[field.name.value].type, field.selection_set
            kind = kind.of_type if isinstance(kind, GraphQLNonNull) else kind
        return self._selected(kind, selections)

    def _selected(self, kind: object, selections: SelectionSetNode) -> JsonSchema:
        """The schema of an object, or one of several, of which something is selected."""
        if isinstance(kind, GraphQLUnionType):
            return self._one_of(selections)
        if not isinstance(kind, GraphQLObjectType):
            raise TypeError(f"{kind} has no fields")
        if len(selections.selections) == 1 and isinstance(spread := selections.selections[0], FragmentSpreadNode):
            return self._component(spread)
        return self._object(kind, selections, str(kind.description))

    def _component(self, spread: FragmentSpreadNode) -> JsonSchema:
        name = spread.name.value
        if name not in self.components:
            fragment = self._fragments[name]
            kind = SCHEMA.type_map[fragment.type_condition.name.value]
            if not isinstance(kind, GraphQLObjectType):
                raise TypeError(f"{name}: fragments are of objects")
            described = fragment.description.value if fragment.description else str(kind.description)
            self.components[name] = {}
            self.components[name] = self._object(kind, fragment.selection_set, described)
        return reference(name)

    def _one_of(self, selections: SelectionSetNode) -> JsonSchema:
        """One schema for each type; they are told apart by `typeName`, which each fragment selects."""
        mapping = {}
        for spread in selections.selections:
            if not isinstance(spread, FragmentSpreadNode):
                raise TypeError("a fragment for each type is what a union takes")
            kind = self._fragments[spread.name.value].type_condition.name.value
            mapping[kind] = self._component(spread)["$ref"]
        return {
            "oneOf": [{"$ref": component} for component in mapping.values()],
            "discriminator": {"propertyName": "typeName", "mapping": mapping},
        }

    def _object(self, kind: GraphQLObjectType, selections: SelectionSetNode, description: str) -> JsonSchema:
        properties, required = {}, []
        for field in self._fields(selections.selections):
            key = (field.alias or field.name).value
            properties[key] = self._field(kind, field)
            # @include and @skip leave a field out.
            if not field.directives:
                required.append(key)
        return {"type": "object", "description": description, "properties": properties, "required": required}

    def _fields(self, selections: Iterable[SelectionNode]) -> Iterator[FieldNode]:
        for selection in selections:
            if isinstance(selection, FieldNode):
                yield selection
            elif isinstance(selection, FragmentSpreadNode):
                yield from self._fields(self._fragments[selection.name.value].selection_set.selections)
            else:
                raise TypeError("fragments have names")

    def _field(self, holder: GraphQLObjectType, node: FieldNode) -> JsonSchema:
        name = node.name.value
        if name == "__typename":
            return {"type": "string", "const": holder.name, "description": "The type of the object."}
        field = holder.fields[name]
        return {**self._typed(field.type, node.selection_set), "description": str(field.description)}

    def _typed(self, kind: GraphQLOutputType, selections: SelectionSetNode | None) -> JsonSchema:
        if isinstance(kind, GraphQLNonNull):
            return self._present(kind.of_type, selections)
        return nullable(self._present(kind, selections))

    def _present(self, kind: GraphQLOutputType, selections: SelectionSetNode | None) -> JsonSchema:
        if isinstance(kind, GraphQLList):
            return {"type": "array", "items": self._typed(kind.of_type, selections)}
        if selections is not None:
            return self._selected(kind, selections)
        if not isinstance(kind, GraphQLNamedType):
            raise TypeError(f"{kind} is no scalar")
        return self.scalar(kind)

    def scalar(self, kind: GraphQLNamedType) -> JsonSchema:
        """The schema of a scalar, or a reference to an enum, which is a component then."""
        if isinstance(kind, GraphQLEnumType):
            self.components.setdefault(kind.name, enum_schema(kind))
        return scalar_schema(kind)
