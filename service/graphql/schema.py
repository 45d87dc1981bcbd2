"""The GraphQL schema: strawberry types made of the catalog.

Strawberry gives the types, their descriptions and validation, and answers introspection; reads of tables are
compiled (service.query), so the fields have no resolvers.
"""

import re
from enum import Enum, EnumMeta
from typing import Annotated, Any, NewType, Union

import strawberry
from graphql import GraphQLSchema
from strawberry.annotation import StrawberryAnnotation
from strawberry.schema.config import StrawberryConfig
from strawberry.types import get_object_definition
from strawberry.types.arguments import StrawberryArgument
from strawberry.types.enum import EnumValueDefinition
from strawberry.types.field import StrawberryField
from strawberry.types.scalar import ScalarDefinition

from service.catalog import CONNECTED_TYPES, NODE_TYPES, OBJECT_TYPES, TYPES
from service.catalog.enums import ENUMS
from service.catalog.filters import FILTERS
from service.catalog.model import (
    Column,
    Connection,
    EnumType,
    Facet,
    Field,
    FilterType,
    Lookup,
    Sampled,
    Search,
    Stored,
    ToMany,
)
from service.catalog.scalars import SCALARS
from service.catalog.search import SEARCH
from service.graphql.scalars import PARSERS

_NAMED: dict[str, Any] = {
    "ID": strawberry.ID,
    "String": str,
    "Int": int,
    "Float": float,
    "Boolean": bool,
}
"""GraphQL name -> Python type, in which annotations are looked up; filled below."""

PAGE_INFO = (
    Column("hasNextPage", "Boolean!", "", "Whether more follows: give endCursor as after."),
    Column("hasPreviousPage", "Boolean!", "", "Whether something stands before this page."),
    Column("startCursor", "String", "", "The cursor of the first edge; null on an empty page."),
    Column("endCursor", "String", "", "The cursor of the last edge; null on an empty page."),
)


def _annotation(graphql_type: str) -> StrawberryAnnotation:
    """The annotation of a GraphQL type: [Alias!]! is list[Alias]; what is not required may be None."""
    required = graphql_type.endswith("!")
    bare = graphql_type.removesuffix("!")
    item = re.fullmatch(r"\[(.+)\]", bare)
    python = f"list[{_annotation(item[1]).raw_annotation}]" if item else bare
    return StrawberryAnnotation(python if required else f"{python} | None", namespace=_NAMED)


def _argument(name: str, graphql_type: str, description: str, default: object = strawberry.UNSET) -> StrawberryArgument:
    return StrawberryArgument(
        python_name=name,
        graphql_name=name,
        type_annotation=_annotation(graphql_type),
        description=description,
        default=default,
    )


def _arguments(field: Field) -> list[StrawberryArgument]:
    match field:
        case Lookup(argument=argument):
            return [_argument(argument.name, argument.type, argument.description)]
        case Facet(sized=False):
            return []
        case Search():
            return [
                _argument("query", "String!", "What is looked for: words, at most 64 in 1,000 characters."),
                _argument("types", "[SearchType!]", "What is searched: everything where it is left out."),
                _argument("first", "Int", "At most how many, 1 to 100; 20 where it is left out."),
                _argument("after", "String", "The cursor after which the page begins; of the same query and types."),
            ]
        case Facet(first=None):
            by = _NAMED["DateInterval"]["DAY"]
            return [_argument("interval", "DateInterval!", "By stretches of which length.", by)]
        case ToMany(first=int(first)) | Facet(first=int(first)) | Sampled(first=first):
            return [_argument("first", "Int!", "At most how many, 1 to 100.", first)]
        case Stored(filter=filter_type):
            return [
                _argument("filter", filter_type.name, "Which of them; all where it is left out."),
                _argument(
                    "after",
                    "String",
                    "The cursor after which it begins, of changes or of any subscription; from now on where it is left "
                    "out.",
                ),
            ]
        case Connection():
            arguments = [_argument(a.name, a.type, a.description) for a in field.arguments]
            if field.filter:
                arguments.append(_argument("filter", field.filter.name, "Which of them; all where it is left out."))
            if field.order_type:
                default = _NAMED[field.order_type][field.default_order]
                arguments.append(_argument("orderBy", f"{field.order_type}!", "In which order.", default))
            return [
                *arguments,
                _argument("first", "Int", "At most how many, 1 to 100; 20 where it is left out."),
                _argument("after", "String", "The cursor after which the page begins; of the same order and filter."),
                _argument("last", "Int", "At most how many from the end, 1 to 100, in the place of first."),
                _argument("before", "String", "The cursor before which it ends; of the same order and filter."),
            ]
        case _:
            return []


def _field(name: str, graphql_type: str, description: str, arguments: list[StrawberryArgument]) -> StrawberryField:
    field = StrawberryField(
        python_name=name, graphql_name=name, type_annotation=_annotation(graphql_type), description=description
    )
    field.arguments = arguments
    return field


def _object(
    name: str,
    description: str,
    fields: list[StrawberryField],
    *bases: type,
    is_input: bool = False,
    is_interface: bool = False,
) -> None:
    """Make a strawberry type and give it its name among the annotations."""
    annotations = {field.python_name: field.type_annotation for field in fields}
    namespace = {"__annotations__": dict.fromkeys(annotations, object), **{f.python_name: f for f in fields}}
    made = strawberry.type(
        type(name, bases, namespace), name=name, description=description, is_input=is_input, is_interface=is_interface
    )
    # Making a dataclass of the class has put `object` in the place of what is looked up by name.
    for field in get_object_definition(made, strict=True).fields:
        if field.python_name in annotations:
            field.type_annotation = annotations[field.python_name]
    _NAMED[name] = made


def _enum(enum: EnumType) -> None:
    members = {
        name: EnumValueDefinition(value=name, graphql_name=name, description=text) for name, text in enum.values.items()
    }
    _NAMED[enum.name] = strawberry.enum(
        EnumMeta.__call__(Enum, enum.name, members), name=enum.name, description=enum.description
    )


def _input(filter_type: FilterType) -> None:
    fields = [_field(f.name, f.type, f.description, []) for f in filter_type.fields]
    for field in fields:
        field.default = strawberry.UNSET
        field.default_value = strawberry.UNSET
    _object(filter_type.name, filter_type.description, fields, is_input=True)


def _connection(node: str) -> None:
    _object(
        f"{node}Edge",
        f"One {node} of a list, with its place there.",
        [
            _field("cursor", "String!", "Its place: give it as after to go on behind it. Opaque.", []),
            _field("node", f"{node}!", f"The {node}.", []),
        ],
    )
    fields = [
        _field("edges", f"[{node}Edge!]!", "The objects of the page, each with its cursor.", []),
        _field("nodes", f"[{node}!]!", "The objects of the page.", []),
        _field("pageInfo", "PageInfo!", "Whether more lies around the page, and its first and last cursor.", []),
    ]
    if any(f.counted for t in OBJECT_TYPES for f in t.fields if isinstance(f, Connection) and f.node == node):
        fields.append(_field("totalCount", "Int!", "How many objects the whole list holds, on all its pages.", []))
    if facets := TYPES.get(f"{node}Facets"):
        fields.append(_field("facets", f"{facets.name}!", facets.description, []))
    _object(f"{node}Connection", f"A page of a list of {node}s.", fields)


def _search(search: Search) -> None:
    """The types of what is found: a union, and its connection."""
    found = tuple(_NAMED[searched.node] for searched in search.over)
    described = strawberry.union("SearchResult", description="What a search finds.")
    _NAMED["SearchResult"] = Annotated[Union[found], described]  # noqa: UP007  made of a tuple
    _object(
        "SearchEdge",
        "One object that was found.",
        [
            _field("cursor", "String!", "Its place: give it as after to go on behind it. Opaque.", []),
            _field("node", "SearchResult!", "The object.", []),
            _field("rank", "Float!", "How well it matches; of use for comparing results of one search alone.", []),
            _field("excerpt", "[ExcerptPart!]!", "Where it matches, in order: about 240 characters in parts.", []),
        ],
    )
    _object(
        "SearchConnection",
        "A page of what was found, the best match first.",
        [
            _field("edges", "[SearchEdge!]!", "The objects of the page, each with how it was found.", []),
            _field("nodes", "[SearchResult!]!", "The objects of the page.", []),
            _field("pageInfo", "PageInfo!", "Whether more lies around the page, and its first and last cursor.", []),
        ],
    )


def _build() -> strawberry.Schema:
    scalars: dict[object, ScalarDefinition] = {}
    for name, description in SCALARS.items():
        _NAMED[name] = NewType(name, str)
        scalars[_NAMED[name]] = strawberry.scalar(
            name=name, description=description, serialize=str, parse_value=PARSERS[name]
        )
    for enum in ENUMS:
        _enum(enum)
    for filter_type in FILTERS:
        _input(filter_type)
    _object(
        "PageInfo",
        "Whether more lies around a page, and its first and last cursor.",
        [_field(f.name, f.type, f.description, []) for f in PAGE_INFO],
    )
    _object(
        "Node",
        "An object with an id of its own.",
        [_field("id", "ID!", "Opaque, URL-safe and stable.", [])],
        is_interface=True,
    )
    for node in CONNECTED_TYPES:
        _connection(node.name)
    for object_type in OBJECT_TYPES:
        fields = [_field(f.name, f.type, f.description, _arguments(f)) for f in object_type.fields]
        bases = (_NAMED["Node"],) if object_type.node else ()
        _object(object_type.name, object_type.description, fields, *bases)
    _search(SEARCH)
    return strawberry.Schema(
        query=_NAMED["Query"],
        subscription=_NAMED["Subscription"],
        types=[_NAMED[node.name] for node in NODE_TYPES],
        config=StrawberryConfig(auto_camel_case=False, scalar_map=scalars),
    )


STRAWBERRY = _build()

SCHEMA: GraphQLSchema = STRAWBERRY._schema
"""The schema that documents are validated against."""


def sdl() -> str:
    """The schema in GraphQL's schema definition language, as it is published."""
    return f"{STRAWBERRY.as_str()}\n"
