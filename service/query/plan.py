"""Plans an operation: fragments spread, fields merged, @skip and @include done - a tree of what to answer."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graphql import (
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLAbstractType,
    GraphQLIncludeDirective,
    GraphQLInterfaceType,
    GraphQLObjectType,
    GraphQLSchema,
    GraphQLSkipDirective,
    GraphQLUnionType,
    InlineFragmentNode,
    OperationDefinitionNode,
    SelectionSetNode,
    get_named_type,
)
from graphql.execution.values import get_directive_values
from graphql.type.introspection import SchemaMetaFieldDef, TypeMetaFieldDef, TypeNameMetaFieldDef

from service.errors import QueryTooComplex
from service.query.arguments import Arguments, Variables

MAX_FIELDS = 2_000
"""Fields of an operation after its fragments are spread; a short document can spread to millions."""
SCHEMA_WEIGHT = 4
"""What a field of the schema counts: it is answered for every type. The standard introspection query has 230."""

META_FIELDS = {"__schema": SchemaMetaFieldDef, "__type": TypeMetaFieldDef, "__typename": TypeNameMetaFieldDef}


@dataclass(frozen=True)
class Selected:
    """One field of the answer. `of`: object type -> its fields; more than one where the type is abstract."""

    key: str
    name: str
    arguments: Arguments
    of: Mapping[str, tuple["Selected", ...]]

    @property
    def fields(self) -> tuple["Selected", ...]:
        """The fields of an object of one type."""
        (fields,) = self.of.values()
        return fields

    def forget(self) -> None:
        """Let go of the values of the request that this was planned for, here and below."""
        self.arguments.forget()
        for fields in self.of.values():
            for selected in fields:
                selected.forget()


def plan(
    schema: GraphQLSchema,
    operation: OperationDefinitionNode,
    fragments: Mapping[str, FragmentDefinitionNode],
    variables: Variables,
) -> tuple[Selected, ...]:
    """The fields of a valid operation's answer, in order. Raises QueryTooComplex."""
    root = schema.get_root_type(operation.operation)
    if root is None:
        raise QueryTooComplex(f"this service takes no {operation.operation.value}")
    return _Planner(schema, fragments, variables).fields(root, [operation.selection_set])


class _Planner:
    def __init__(
        self, schema: GraphQLSchema, fragments: Mapping[str, FragmentDefinitionNode], variables: Variables
    ) -> None:
        self._schema = schema
        self._fragments = fragments
        self._variables = variables
        self._count = 0

    def fields(self, object_type: GraphQLObjectType, sets: Iterable[SelectionSetNode]) -> tuple[Selected, ...]:
        grouped: dict[str, list[FieldNode]] = {}
        self._collect(object_type, sets, grouped, set())
        return tuple(self._selected(object_type, key, nodes) for key, nodes in grouped.items())

    def _collect(
        self,
        object_type: GraphQLObjectType,
        sets: Iterable[SelectionSetNode],
        grouped: dict[str, list[FieldNode]],
        visited: set[str],
    ) -> None:
        for selection in (selection for selection_set in sets for selection in selection_set.selections):
            if not self._included(selection):
                continue
            if isinstance(selection, FieldNode):
                self._count += SCHEMA_WEIGHT if object_type.name.startswith("__") else 1
                if self._count > MAX_FIELDS:
                    raise QueryTooComplex(f"the document has over {MAX_FIELDS} fields: ask in several operations")
                key = selection.alias.value if selection.alias else selection.name.value
                grouped.setdefault(key, []).append(selection)
            elif isinstance(selection, InlineFragmentNode):
                condition = selection.type_condition
                if condition is None or self._applies(object_type, condition.name.value):
                    self._collect(object_type, [selection.selection_set], grouped, visited)
            elif isinstance(selection, FragmentSpreadNode) and selection.name.value not in visited:
                visited.add(selection.name.value)
                fragment = self._fragments[selection.name.value]
                if self._applies(object_type, fragment.type_condition.name.value):
                    self._collect(object_type, [fragment.selection_set], grouped, visited)

    def _included(self, selection: FieldNode | FragmentSpreadNode | InlineFragmentNode | object) -> bool:
        if not isinstance(selection, FieldNode | FragmentSpreadNode | InlineFragmentNode) or not selection.directives:
            return True
        skip = get_directive_values(GraphQLSkipDirective, selection, self._variables)
        include = get_directive_values(GraphQLIncludeDirective, selection, self._variables)
        return not (skip and skip["if"]) and not (include and not include["if"])

    def _applies(self, object_type: GraphQLObjectType, condition: str) -> bool:
        if condition == object_type.name:
            return True
        abstract = self._schema.type_map.get(condition)
        return isinstance(abstract, GraphQLInterfaceType | GraphQLUnionType) and self._schema.is_sub_type(
            abstract, object_type
        )

    def _selected(self, parent: GraphQLObjectType, key: str, nodes: Sequence[FieldNode]) -> Selected:
        name = nodes[0].name.value
        definition = META_FIELDS.get(name) or parent.fields[name]
        named = get_named_type(definition.type)
        sets = [node.selection_set for node in nodes if node.selection_set]
        of: dict[str, tuple[Selected, ...]] = {}
        if sets:
            for object_type in self._object_types(named):
                of[object_type.name] = self.fields(object_type, sets)
        return Selected(key, name, Arguments(definition, nodes[0], self._variables), of)

    def _object_types(self, named: object) -> Iterable[GraphQLObjectType]:
        if isinstance(named, GraphQLObjectType):
            return (named,)
        if isinstance(named, GraphQLInterfaceType | GraphQLUnionType):
            abstract: GraphQLAbstractType = named
            return self._schema.get_possible_types(abstract)
        return ()
