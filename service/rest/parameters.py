"""The parameters of a stored operation: its variables, as a path and a query string give their values.

What a parameter is - its type, description, default and bounds - is that of the argument, or of the field of a filter,
at which its variable stands.
"""

import math
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple
from urllib.parse import parse_qsl

from graphql import (
    ArgumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLArgument,
    GraphQLEnumType,
    GraphQLError,
    GraphQLInputField,
    GraphQLInputObjectType,
    GraphQLNamedType,
    GraphQLObjectType,
    GraphQLScalarType,
    ListTypeNode,
    NonNullTypeNode,
    ObjectFieldNode,
    ObjectValueNode,
    SelectionSetNode,
    Undefined,
    ValueNode,
    VariableDefinitionNode,
    VariableNode,
    get_named_type,
    get_nullable_type,
    type_from_ast,
    value_from_ast_untyped,
)

from service.errors import BadInput, InvalidParameters, ParameterProblem
from service.graphql.schema import SCHEMA
from service.query.arguments import MAX_SIZE
from service.query.parameters import MAX_TEXT, MAX_VALUES
from service.query.search_terms import MAX_SEARCH
from service.rest.operation import Parameter
from service.rest.schemas import Answers, JsonSchema
from service.rest.stored import StoredOperation

SIZES = ("first", "last")
CURSORS = ("after", "before")
SEARCHES = ("search", "query")


class Step(NamedTuple):
    """An argument, or a field of its value."""

    name: str
    definition: GraphQLArgument | GraphQLInputField


Place = tuple[Step, ...]
"""Where a variable stands: an argument, and the fields of its value that lead there."""

_WHOLE = re.compile(r"-?[0-9]{1,10}", re.ASCII)
_NUMBER = re.compile(r"-?[0-9]{1,300}(\.[0-9]{1,300})?([eE][+-]?[0-9]{1,3})?", re.ASCII)


@dataclass(frozen=True)
class Variable:
    """A variable as a parameter. many: whether it may be given several times. read: its value, of one text."""

    told: Parameter
    many: bool
    read: Callable[[str], Any]


class QueryString:
    """Reads the query strings of one operation."""

    def __init__(self, stored: StoredOperation, in_path: tuple[str, ...], answers: Answers) -> None:
        places = _places(stored)
        variables = [
            _variable(definition, places.get(definition.variable.name.value, ()), in_path, answers)
            for definition in stored.definition.variable_definitions or ()
        ]
        self.parameters = tuple(variable.told for variable in variables)
        self._known = {variable.told.name: variable for variable in variables if variable.told.place == "query"}
        # Errors of an operation name an argument by its path, e.g. filter.speakers.
        self._arguments = {".".join(step.name for step in place): name for name, place in places.items()}
        self._required = [name for name, variable in self._known.items() if variable.told.required]

    def read(self, query_string: bytes) -> dict[str, Any]:
        """The variables that a query string sets. Raises InvalidParameters, which names all that is wrong."""
        if not query_string and not self._required:
            return {}
        given: dict[str, list[str]] = {}
        for name, text in _pairs(query_string):
            given.setdefault(name, []).append(text)
        problems: list[ParameterProblem] = []
        values: dict[str, Any] = {}
        for name, texts in given.items():
            try:
                values[name] = self._value(name, texts)
            except (ValueError, GraphQLError) as error:
                problems.append(ParameterProblem(name[:100], getattr(error, "message", str(error))))
        problems += (ParameterProblem(name, "is required") for name in self._required if name not in given)
        if problems:
            raise InvalidParameters(problems)
        return values

    def located(self, error: BadInput) -> BadInput:
        """An error of the operation as one of its parameters, where its message names them."""
        paths, _, message = str(error).partition(": ")
        names = [self._arguments.get(path) for path in paths.split(", ")]
        problems = [ParameterProblem(name, message) for name in names if name is not None]
        return InvalidParameters(problems) if len(problems) == len(names) else error

    def _value(self, name: str, texts: list[str]) -> Any:
        variable = self._known.get(name)
        if variable is None:
            known = f"there are {', '.join(self._known)}" if self._known else "there are none here"
            raise ValueError(f"there is no such parameter; {known}")
        if variable.many:
            return [variable.read(text) for text in texts]
        if len(texts) > 1:
            raise ValueError(f"is given {len(texts)} times: give it once")
        return variable.read(texts[0])


def _pairs(query_string: bytes) -> list[tuple[str, str]]:
    try:
        return parse_qsl(query_string.decode("ascii"), keep_blank_values=True, errors="strict")
    except ValueError:
        raise BadInput("the query string: is not UTF-8, percent-encoded: encode it so") from None


def _variable(definition: VariableDefinitionNode, place: Place, in_path: tuple[str, ...], answers: Answers) -> Variable:
    name = definition.variable.name.value
    required, kind = False, definition.type
    if isinstance(kind, NonNullTypeNode):
        required, kind = True, kind.type
    many = isinstance(kind, ListTypeNode)
    named = get_named_type(type_from_ast(SCHEMA, definition.type))
    if not isinstance(named, GraphQLScalarType | GraphQLEnumType):
        raise TypeError(f"{name}: a parameter is a scalar, an enum or a list of them")
    schema: JsonSchema = {**answers.scalar(named), **_bounds(name, named)}
    if many:
        schema = {"type": "array", "items": schema, "maxItems": MAX_VALUES}
    elif (default := _default(definition, place)) is not Undefined:
        schema["default"] = default
    if definition.description:
        description = definition.description.value
    else:
        # An argument that is a filter says nothing of one of its fields.
        description = " ".join(str(step.definition.description) for step in place[1:] or place)
    told = Parameter(
        name,
        "path" if name in in_path else "query",
        schema,
        description,
        required=required and definition.default_value is None,
    )
    return Variable(told, many, _reader(named))


def _bounds(name: str, kind: GraphQLNamedType) -> JsonSchema:
    """What the values of a parameter are held to, beside their type."""
    if name in SIZES:
        return {"minimum": 1, "maximum": MAX_SIZE}
    if name in CURSORS:
        return {"format": "cursor"}
    if kind.name == "Int":
        return {"minimum": -(2**31), "maximum": 2**31 - 1}
    if kind.name == "String":
        # What holds U+0000 can't be stored, and is refused.
        return {"maxLength": MAX_SEARCH if name in SEARCHES else MAX_TEXT, "pattern": "^[^\\u0000]*$"}
    return {}


def _default(definition: VariableDefinitionNode, place: Place) -> Any:
    """What holds where the parameter is left out, in JSON; Undefined where nothing does."""
    if definition.default_value is not None:
        return value_from_ast_untyped(definition.default_value)
    default = place[-1].definition.default_value if place else Undefined
    return getattr(default, "value", default)


def _reader(kind: GraphQLScalarType | GraphQLEnumType) -> Callable[[str], Any]:
    """What reads the text of a value as JSON has it. It raises ValueError, or GraphQLError, for what is none."""
    if isinstance(kind, GraphQLEnumType):
        return lambda text: _choice(text, kind.values)
    match kind.name:
        case "ID" | "String":
            return str
        case "Boolean":
            return lambda text: _choice(text, ("true", "false")) == "true"
        case "Int":
            return _whole_number
        case "Float":
            return _number
    return lambda text: text if kind.parse_value(text) is not None else None


def _choice(text: str, choices: Mapping[str, Any] | tuple[str, ...]) -> str:
    if text not in choices:
        raise ValueError(f"must be one of {', '.join(choices)}, not {_shown(text)}")
    return text


def _whole_number(text: str) -> int:
    if not _WHOLE.fullmatch(text) or not -(2**31) <= int(text) < 2**31:
        raise ValueError(f"must be a whole number, not {_shown(text)}")
    return int(text)


def _number(text: str) -> float:
    if not _NUMBER.fullmatch(text) or not math.isfinite(float(text)):
        raise ValueError(f"must be a number, not {_shown(text)}")
    return float(text)


def _shown(text: str) -> str:
    if not text:
        return "empty: leave it out where nothing is meant"
    return repr(text if len(text) <= 100 else f"{text[:100]}…")


def _places(stored: StoredOperation) -> dict[str, Place]:
    """Variable -> where it stands first."""
    found: dict[str, Place] = {}
    if SCHEMA.query_type is None:
        raise TypeError("the schema has queries")
    for name, place in _in_selections(SCHEMA.query_type, stored.definition.selection_set, stored.fragments):
        found.setdefault(name, place)
    return found


def _in_selections(
    kind: object, selections: SelectionSetNode, fragments: Mapping[str, FragmentDefinitionNode]
) -> Iterator[tuple[str, Place]]:
    for selection in selections.selections:
        if isinstance(selection, FragmentSpreadNode):
            fragment = fragments[selection.name.value]
            condition = SCHEMA.type_map[fragment.type_condition.name.value]
            yield from _in_selections(condition, fragment.selection_set, fragments)
        elif isinstance(selection, FieldNode) and isinstance(kind, GraphQLObjectType):
            field = kind.fields.get(selection.name.value)
            if field is None:
                continue
            for argument in selection.arguments or ():
                yield from _in_value(argument.value, (_step(argument, field.args),))
            if selection.selection_set:
                yield from _in_selections(get_named_type(field.type), selection.selection_set, fragments)


def _in_value(value: ValueNode, place: Place) -> Iterator[tuple[str, Place]]:
    if isinstance(value, VariableNode):
        yield value.name.value, place
    elif isinstance(value, ObjectValueNode):
        kind = get_nullable_type(place[-1].definition.type)
        if isinstance(kind, GraphQLInputObjectType):
            for field in value.fields:
                yield from _in_value(field.value, (*place, _step(field, kind.fields)))


def _step(node: ArgumentNode | ObjectFieldNode, among: Mapping[str, GraphQLArgument | GraphQLInputField]) -> Step:
    return Step(node.name.value, among[node.name.value])
