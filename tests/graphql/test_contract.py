"""The schema that is served is the one that is promised, described, and published."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from graphql import (
    GraphQLArgument,
    GraphQLEnumType,
    GraphQLField,
    GraphQLInputField,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLObjectType,
    GraphQLSchema,
    GraphQLUnionType,
    build_schema,
    is_specified_directive,
    is_specified_scalar_type,
    print_ast,
    print_schema,
)

from service.graphql.schema import SCHEMA, sdl

HERE = Path(__file__).parent
PUBLISHED = HERE.parents[1] / "schema" / "schema.graphql"
CONTRACT = build_schema((HERE / "contract.graphql").read_text(encoding="utf-8"))

NOT_YET = set[str]()
"""What is promised and not served yet."""


def promises(schema: GraphQLSchema) -> dict[str, str]:
    """Place -> what stands there: types, fields, arguments, enum values, in words that can be compared."""
    return dict(_promises(schema))


def _promises(schema: GraphQLSchema) -> Iterator[tuple[str, str]]:
    for name, kind in schema.type_map.items():
        if name.startswith("__") or is_specified_scalar_type(kind):
            continue
        yield name, type(kind).__name__
        match kind:
            case GraphQLObjectType() | GraphQLInterfaceType():
                yield f"{name} implements", " ".join(sorted(interface.name for interface in kind.interfaces))
                for field_name, field in kind.fields.items():
                    yield f"{name}.{field_name}", str(field.type)
                    for argument_name, argument in field.args.items():
                        yield f"{name}.{field_name}({argument_name}:)", _input(argument)
            case GraphQLInputObjectType():
                for field_name, given in kind.fields.items():
                    yield f"{name}.{field_name}", _input(given)
            case GraphQLEnumType():
                for value in kind.values:
                    yield f"{name}.{value}", "value"
            case GraphQLUnionType():
                yield f"{name} of", " ".join(sorted(member.name for member in kind.types))


def _input(given: GraphQLArgument | GraphQLInputField) -> str:
    default = given.ast_node.default_value if given.ast_node else None
    return f"{given.type}" + (f" = {print_ast(default)}" if default else "")


def _served() -> GraphQLSchema:
    """What clients are told, defaults included, as they are printed."""
    return build_schema(print_schema(SCHEMA))


def _not_yet(place: str) -> bool:
    """Whether the place, its field or its type is not served yet."""
    field = place.partition("(")[0]
    return not {place, field, field.partition(".")[0], place.partition(" ")[0]}.isdisjoint(NOT_YET)


def test_everything_promised_is_served_as_promised() -> None:
    served = promises(_served())
    promised = {place: what for place, what in promises(CONTRACT).items() if not _not_yet(place)}
    assert {place: served.get(place) for place in promised} == promised


def test_what_is_not_served_yet_is_promised_and_not_served() -> None:
    assert promises(CONTRACT).keys() >= NOT_YET
    assert NOT_YET.isdisjoint(promises(_served()))


def test_no_argument_more_is_required_than_is_promised() -> None:
    promised = promises(CONTRACT)
    more = {place: what for place, what in promises(_served()).items() if "(" in place and place not in promised}
    assert not {place for place, what in more.items() if what.endswith("!")}


def test_a_change_of_any_promise_would_be_noticed() -> None:
    promised = promises(CONTRACT)
    for before, after in [
        ("headline: String", "headline: String!"),
        ("first: Int! = 20", "first: Int! = 10"),
        ("PUBLISHED_DESC PUBLISHED_ASC STORED_DESC", "PUBLISHED_DESC STORED_DESC"),
        ("allActors: [ID!]", "allActors: [ID]"),
        ("type Quote implements Node", "type Quote"),
        ("mentionedActors: [Actor!]!", ""),
        ("url: URL!", "url: String!"),
    ]:
        text = (HERE / "contract.graphql").read_text(encoding="utf-8")
        assert before in text
        assert promises(build_schema(text.replace(before, after, 1))) != promised


def _described(schema: GraphQLSchema) -> Iterator[tuple[str, str | None]]:
    for name, kind in schema.type_map.items():
        if name.startswith("__") or is_specified_scalar_type(kind):
            continue
        yield name, kind.description
        if isinstance(kind, GraphQLEnumType):
            yield from ((f"{name}.{value}", told.description) for value, told in kind.values.items())
        fields: dict[str, GraphQLField] | dict[str, GraphQLInputField] = getattr(kind, "fields", {})
        for field_name, field in fields.items():
            yield f"{name}.{field_name}", field.description
            if isinstance(field, GraphQLField):
                for argument_name, argument in field.args.items():
                    yield f"{name}.{field_name}({argument_name}:)", argument.description


DESCRIPTIONS = dict(_described(SCHEMA))


@pytest.mark.parametrize("place", DESCRIPTIONS)
def test_everything_is_described_in_a_sentence(place: str) -> None:
    text = DESCRIPTIONS[place]
    assert text
    assert text == text.strip()
    assert text.endswith((".", "…"))
    assert not re.search(r"\b[Aa] [AEIaei]", text)


def test_published_schema_is_the_one_that_is_served() -> None:
    assert PUBLISHED.read_text(encoding="utf-8") == sdl()


def test_published_schema_reads_back_as_what_is_served() -> None:
    published = build_schema(sdl())
    assert promises(published) == promises(_served())
    assert not [directive for directive in published.directives if not is_specified_directive(directive)]


def test_there_is_no_mutation() -> None:
    assert SCHEMA.mutation_type is None
