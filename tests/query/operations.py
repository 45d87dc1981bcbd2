"""Operations for comparing answers: drawn by hypothesis-graphql from the schema, then made to hit.

What it draws has the schema's breadth, but ids and names of nothing, one level of relations, and all values as
literals. `Dresser` gives it real values, deeper selections, variables, fragments, directives and fields to merge.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any

from graphql import (
    ArgumentNode,
    DirectiveNode,
    DocumentNode,
    EnumValueNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLArgument,
    GraphQLInputField,
    GraphQLInterfaceType,
    GraphQLNonNull,
    GraphQLObjectType,
    InlineFragmentNode,
    ListValueNode,
    NamedTypeNode,
    NameNode,
    NullValueNode,
    ObjectFieldNode,
    ObjectValueNode,
    OperationDefinitionNode,
    SelectionNode,
    SelectionSetNode,
    StringValueNode,
    Undefined,
    ValueNode,
    VariableDefinitionNode,
    VariableNode,
    ast_from_value,
    get_named_type,
    get_nullable_type,
    is_input_object_type,
    is_leaf_type,
    is_list_type,
    is_required_argument,
    parse_const_value,
    parse_type,
    print_ast,
    value_from_ast_untyped,
)
from hypothesis import strategies as st
from hypothesis_graphql import nodes, queries

from tests.query.resolvers import WITHOUT_RESOLVERS

MAX_DEPTH = 7
MORE_ROOT_FIELDS = 3
CURSORS = {"after", "before"}
NODE_OF = {
    "sources": "Source", "actors": "Actor", "allActors": "Actor", "actor": "Actor", "speakers": "Actor",
    "mentionedActors": "Actor", "participants": "Actor", "allParticipants": "Actor", "locations": "Actor",
    "events": "Event", "quotes": "Quote", "articles": "Article",
}  # fmt: skip
"""Argument or field of a filter -> the type whose ids it takes."""

DEEPER = {"nodes", "edges", "node", "facets", "byDate", "bySource", "byActor", "bySpeaker", "coActors", "items"}
"""Fields that a selection is given more often than others: they lead on to objects."""

VALUES: Mapping[str, Sequence[object]] = {
    "languages": ("en", "EN", "en-gb", "de", "und", "e", "", "fr"),
    "externalIds": ("r-1", 'x "1" \\', "live", "nothing", ""),
    "name": ("juan guaido", "GUAIDÓ", "Mr Guaido", "John  Smith", 'jorg "el\\loco" große', "Anna Müller", "", "x"),
    "search": (
        "GUAIDÓ",
        "let him leave",
        '"let him leave"',
        '"him let"',
        "rally -caracas",
        "rally OR größe",
        "anna müller",
        "carac*",
        "talks fail*",
        "-rally",
        "",
        "norway's",
        '"in caracas" -"a coup"',
    ),
    "namePrefix": ("gua", "juan gu", "J", "MARQ", "jorg el", "große", "the", "", "*", "x", "a*"),
    "url": (
        "https://www.reuters.com/rally",
        "HTTPS://www.Reuters.com:443/rally#top",
        "https://www.bbc.co.uk/rally?a=1&b=2",
        "https://www.spiegel.de/größe",
        "https://nothing.example",
    ),
    "first": (1, 1, 2, 2, 3, 4, 20, 100),
    "last": (1, 1, 2, 2, 3, 4, 20, 100),
    "minSources": (-1, 0, 1, 2, 3),
    "minConfidence": (0, 0.25, 0.5, 0.95, 1, 1.5),
    "DateTime": (
        "2018-01-01T00:00:00Z",
        "2019-02-01T00:00:00Z",
        "2019-02-02T17:30:00+01:00",
        "2019-02-02T16:30:00.000001Z",
        "2024-01-04T12:00:00.003Z",
        "0001-01-01T00:00:00Z",
        "9999-12-31T23:59:59Z",
    ),
    "Date": ("2018-01-01", "2019-01-01", "2019-02-01", "2019-02-02", "2019-02-03", "0001-01-01", "9999-12-31"),
}


@dataclass
class Operation:
    """A valid operation.

    walks: whether `walked` holds a page, whose cursors `probe` shows and `$after` and `$before` take.
    """

    text: str
    variables: dict[str, Any]
    walks: bool


@st.composite
def operations(draw: st.DrawFn, ids: Mapping[str, Sequence[str]]) -> Operation:
    """Operations over objects with these ids, by type."""
    document = draw(queries(WITHOUT_RESOLVERS, custom_scalars=_ANY, print_ast=lambda document: document))
    seed = draw(st.integers(0, 2**32 - 1))
    return Dresser(Random(seed), ids).dressed(document)  # noqa: S311


_ANY = {name: st.just(nodes.String("")) for name in ("DateTime", "Date", "URL", "PartialDate")}


@dataclass
class Dresser:
    """Dresses one operation."""

    random: Random
    ids: Mapping[str, Sequence[str]]
    variables: dict[str, Any] = field(default_factory=dict)
    definitions: list[VariableDefinitionNode] = field(default_factory=list)
    fragments: list[FragmentDefinitionNode] = field(default_factory=list)
    walks: bool = False
    names: int = 0

    def dressed(self, document: DocumentNode) -> Operation:
        """The operation of the document, dressed."""
        (operation,) = document.definitions
        assert isinstance(operation, OperationDefinitionNode)
        root = WITHOUT_RESOLVERS.query_type
        assert root
        selections = self.selection_set(root, operation.selection_set, 1)
        made = OperationDefinitionNode(
            operation=operation.operation,
            selection_set=selections,
            variable_definitions=tuple(self.definitions),
            directives=(),
        )
        return Operation(print_ast(DocumentNode(definitions=(made, *self.fragments))), self.variables, self.walks)

    def chance(self, probability: float) -> bool:
        return self.random.random() < probability

    def name(self) -> str:
        self.names += 1
        return f"n{self.names}"

    # Selections

    def selection_set(
        self, parent: GraphQLObjectType | GraphQLInterfaceType, node: SelectionSetNode, depth: int
    ) -> SelectionSetNode:
        selections: list[SelectionNode] = []
        for selection in node.selections:
            if isinstance(selection, FieldNode):
                selections += self.fields(parent, selection, depth)
            elif isinstance(selection, InlineFragmentNode):
                selections.append(self.inline(parent, selection, depth))
        more = MORE_ROOT_FIELDS if depth == 1 else 0
        while isinstance(parent, GraphQLObjectType) and (more > 0 or self.chance(0.35)):
            selections += self.fields(parent, self.another(parent, depth), depth)
            more -= 1
        if self.chance(0.1):
            selections.append(FieldNode(name=NameNode(value="__typename"), arguments=(), directives=()))
        if isinstance(parent, GraphQLObjectType):
            selections = [self.wrapped(parent, selection) for selection in selections]
        return SelectionSetNode(selections=tuple(selections))

    def inline(
        self, parent: GraphQLObjectType | GraphQLInterfaceType, node: InlineFragmentNode, depth: int
    ) -> InlineFragmentNode:
        condition = node.type_condition
        inner = WITHOUT_RESOLVERS.type_map[condition.name.value] if condition else parent
        assert isinstance(inner, GraphQLObjectType | GraphQLInterfaceType)
        selections = self.selection_set(inner, node.selection_set, depth)
        return InlineFragmentNode(type_condition=condition, selection_set=selections, directives=())

    def wrapped(self, parent: GraphQLObjectType, selection: SelectionNode) -> SelectionNode:
        """The selection, or a fragment that holds it."""
        if self.chance(0.8):
            return selection
        directives = (self.directive(),) if self.chance(0.4) else ()
        alone = SelectionSetNode(selections=(selection,))
        on = NamedTypeNode(name=NameNode(value=parent.name))
        if self.chance(0.5):
            condition = self.random.choice([on, None])
            return InlineFragmentNode(type_condition=condition, selection_set=alone, directives=directives)
        name = NameNode(value=self.name())
        self.fragments.append(FragmentDefinitionNode(name=name, type_condition=on, selection_set=alone, directives=()))
        return FragmentSpreadNode(name=name, directives=directives)

    def directive(self) -> DirectiveNode:
        value = self.hoisted(nodes.Boolean(self.chance(0.7)), "Boolean!")
        argument = ArgumentNode(name=NameNode(value="if"), value=value)
        return DirectiveNode(name=NameNode(value=self.random.choice(["include", "skip"])), arguments=(argument,))

    def another(self, parent: GraphQLObjectType, depth: int) -> FieldNode:
        """A field of the type as hypothesis-graphql could have drawn it, under a name of its own."""
        leaves = [name for name, definition in parent.fields.items() if is_leaf_type(get_named_type(definition.type))]
        lists = [name for name in parent.fields if name in DEEPER and parent.name != "Query"]
        name = self.random.choice([*parent.fields, *3 * lists] if depth < MAX_DEPTH or not leaves else leaves)
        definition = parent.fields[name]
        arguments = [
            ArgumentNode(name=NameNode(value=argument), value=self.drawn(taken, argument))
            for argument, taken in definition.args.items()
            if is_required_argument(taken) or self.chance(0.4)
        ]
        named = get_named_type(definition.type)
        selections = None
        if isinstance(named, GraphQLObjectType):
            inner = [self.another(named, depth + 1) for _ in range(self.random.choice([1, 2]))]
            selections = SelectionSetNode(selections=tuple(inner))
        elif isinstance(named, GraphQLInterfaceType):
            selections = SelectionSetNode(
                selections=tuple(
                    InlineFragmentNode(
                        type_condition=NamedTypeNode(name=NameNode(value=possible.name)),
                        selection_set=SelectionSetNode(selections=(self.another(possible, depth + 1),)),
                    )
                    for possible in WITHOUT_RESOLVERS.get_possible_types(named)
                )
            )
        return FieldNode(
            name=NameNode(value=name),
            alias=NameNode(value=self.name()),
            arguments=tuple(arguments),
            selection_set=selections,
            directives=(),
        )

    def fields(
        self, parent: GraphQLObjectType | GraphQLInterfaceType, node: FieldNode, depth: int
    ) -> list[SelectionNode]:
        """The field, sometimes in two halves to be merged."""
        definition = parent.fields[node.name.value]
        named = get_named_type(definition.type)
        alias = node.alias
        arguments = [
            ArgumentNode(name=argument.name, value=value)
            for argument in self.one_ended(node.arguments or ())
            if (value := self.argument(parent, definition.args[argument.name.value], argument)) is not None
        ]
        selections = None
        if node.selection_set and isinstance(named, GraphQLObjectType | GraphQLInterfaceType):
            selections = self.selection_set(named, node.selection_set, depth + 1)
        walks = "after" in definition.args and not self.walks and self.chance(0.7 if depth == 1 else 0.2)
        if walks and selections:
            self.walks = True
            alias = NameNode(value="walked")
            for side in sorted(CURSORS & definition.args.keys()):
                arguments.append(ArgumentNode(name=NameNode(value=side), value=_variable(side)))
                self.definitions.append(_definition(side, "String"))
            selections = SelectionSetNode(selections=(*selections.selections, _PROBE))
        directives = (self.directive(),) if self.chance(0.05) else ()
        made = [
            FieldNode(
                name=node.name,
                alias=alias,
                arguments=tuple(arguments),
                selection_set=part,
                directives=directives,
            )
            for part in self.halves(selections)
        ]
        return list(made)

    def one_ended(self, given: Sequence[ArgumentNode]) -> Sequence[ArgumentNode]:
        """The arguments without one of first and last, where both are given."""
        names = {argument.name.value for argument in given}
        left_out = self.random.choice(["first", "last"]) if names >= {"first", "last"} else ""
        return [argument for argument in given if argument.name.value != left_out]

    def halves(self, selections: SelectionSetNode | None) -> list[SelectionSetNode | None]:
        if selections and len(selections.selections) > 1 and self.chance(0.2):
            middle = self.random.randrange(1, len(selections.selections))
            return [
                SelectionSetNode(selections=selections.selections[:middle]),
                SelectionSetNode(selections=selections.selections[middle:]),
            ]
        return [selections]

    # Values

    def argument(
        self, parent: GraphQLObjectType | GraphQLInterfaceType, taken: GraphQLArgument, node: ArgumentNode
    ) -> ValueNode | None:
        """The argument's value; None where it is left out. Cursors are given to the walked list alone."""
        name = node.name.value
        if name in CURSORS or (name == "filter" and self.chance(0.3)):
            return None
        holder = str(get_named_type(parent.fields[name].type)) if name in parent.fields else ""
        return self.position(taken, self.value(taken.type, name, node.value, holder))

    def position(self, taken: GraphQLArgument | GraphQLInputField, value: ValueNode) -> ValueNode:
        """The value or a variable for it: given, given by default, or left out where nothing need be given."""
        kind = str(taken.type)
        optional = not isinstance(taken.type, GraphQLNonNull)
        if self.chance(0.75) or "$" in print_ast(value):
            return value
        if (optional or taken.default_value is not Undefined or taken.default is not None) and self.chance(0.2):
            name = self.name()
            self.definitions.append(_definition(name, kind.rstrip("!")))
            return _variable(name)
        return self.hoisted(value, kind)

    def hoisted(self, value: ValueNode, kind: str) -> ValueNode:
        """A variable of this value, given or by default; or the value."""
        if self.chance(0.3):
            return value
        name = self.name()
        if self.chance(0.2) and not isinstance(value, NullValueNode):
            self.definitions.append(_definition(name, kind, parse_const_value(print_ast(value))))
        else:
            self.definitions.append(_definition(name, kind))
            self.variables[name] = value_from_ast_untyped(value)
        return _variable(name)

    def drawn(self, taken: GraphQLArgument | GraphQLInputField, name: str) -> ValueNode:
        """A value of the form that hypothesis-graphql draws."""
        kind = get_nullable_type(taken.type)
        if is_list_type(kind):
            return ListValueNode(values=tuple(nodes.String("") for _ in range(self.random.randrange(4))))
        if is_input_object_type(kind):
            chosen = self.random.sample(sorted(kind.fields), self.random.randrange(1, 3))
            return ObjectValueNode(
                fields=tuple(
                    ObjectFieldNode(name=NameNode(value=name), value=self.drawn(kind.fields[name], name))
                    for name in chosen
                )
            )
        return nodes.String(name)

    def value(self, kind: Any, name: str, node: ValueNode, holder: str = "") -> ValueNode:
        """A value that may hit in the place of one that can't. `holder`: the type in which `name` stands."""
        if isinstance(node, NullValueNode):
            return node
        kind = get_nullable_type(kind)
        if is_list_type(kind):
            if not isinstance(node, ListValueNode):
                return self.value(kind.of_type, name, node, holder)
            values = [self.value(kind.of_type, name, value, holder) for value in node.values[:4]]
            return ListValueNode(values=tuple(self.hoisted(value, str(kind.of_type)) for value in values))
        if is_input_object_type(kind):
            assert isinstance(node, ObjectValueNode)
            given = list(node.fields)
            self.random.shuffle(given)
            fields = [
                ObjectFieldNode(
                    name=part.name,
                    value=self.position(
                        kind.fields[part.name.value],
                        self.value(kind.fields[part.name.value].type, part.name.value, part.value, kind.name),
                    ),
                )
                for part in given[: self.random.choice([1, 1, 2, 3])]
            ]
            return ObjectValueNode(fields=tuple(fields))
        return self.leaf(kind, name, node, holder)

    def leaf(self, kind: Any, name: str, node: ValueNode, holder: str) -> ValueNode:
        match kind.name:
            case "ID":
                return StringValueNode(value=self.some_id(name, holder))
            case "Boolean":
                return nodes.Boolean(self.chance(0.5))
            case "DateTime" | "Date":
                return nodes.String(str(self.random.choice(VALUES[kind.name])))
            case "Int" | "Float" | "String" | "URL":
                value = ast_from_value(self.random.choice(VALUES[name]), kind)
                assert value
                return value
            case _:
                kept = isinstance(node, EnumValueNode)
                return node if kept else EnumValueNode(value=self.random.choice(list(kind.values)))

    def some_id(self, name: str, holder: str) -> str:
        """As a rule an id of the type that is asked for."""
        node = NODE_OF.get(name) or holder.removesuffix("Filter")
        known = self.ids.get(node) if self.chance(0.85) else None
        everything = [public_id for ids in self.ids.values() for public_id in ids]
        return str(
            self.random.choice(known or [*everything, "", "actor_1", f"{everything[0]} ", everything[0].upper()])
        )


_PROBE = FieldNode(
    name=NameNode(value="pageInfo"),
    alias=NameNode(value="probe"),
    arguments=(),
    directives=(),
    selection_set=SelectionSetNode(
        selections=tuple(
            FieldNode(name=NameNode(value=name), arguments=(), directives=()) for name in ("startCursor", "endCursor")
        )
    ),
)


def _variable(name: str) -> VariableNode:
    return VariableNode(name=NameNode(value=name))


def _definition(name: str, kind: str, default: Any = None) -> VariableDefinitionNode:
    return VariableDefinitionNode(variable=_variable(name), type=parse_type(kind), default_value=default, directives=())
