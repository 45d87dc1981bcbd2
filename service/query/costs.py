"""What each field of the schema costs, in hundredths of reading one object: derived of the schema, but for a few."""

from collections.abc import Iterable
from typing import NamedTuple

from graphql import (
    GraphQLField,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLObjectType,
    GraphQLSchema,
    get_named_type,
    get_nullable_type,
    is_abstract_type,
    is_leaf_type,
    is_list_type,
)
from graphql.type.introspection import SchemaMetaFieldDef, TypeMetaFieldDef

from service.catalog import TYPES
from service.query.window import DEFAULT_SIZE

UNIT = 100
ROW = UNIT
"""An object that is read of a row of its own, or an item of a list."""
LEAF = UNIT // 50
"""A value of an object that is read."""
SCHEMA_OBJECT = UNIT // 10
"""A type, field, argument or value of the schema: told by this process, not by the database."""
PLAIN_LIST = 5
"""Objects of a list that takes no size, e.g. participants."""

LONG = {"body": ROW}
"""Leaf -> what it costs beside, as it is much longer than others."""
FIXED = {
    "byDate": 50 * UNIT,
    "bySource": 50 * UNIT,
    "byActor": 250 * UNIT,
    "bySpeaker": 50 * UNIT,
    "coActors": 500 * UNIT,
    "search": 1_000 * UNIT,
    "excerpt": 10 * UNIT,
}
"""Field -> what it costs once, however little of it is shown: it runs over all that matches, or a sample of it.

Measured on a million articles (bench/RESULTS.md): byActor took 58 ms, the other facets 10, coActors of the most
famous 131, a search for a common word 368. They are counted at two to five units a millisecond: what the limit
allows of each takes seconds.
"""
COUNT = "totalCount"
COUNT_OF_ALL = 100 * UNIT
"""A count of a list of Query: 85 to 125 ms there."""
COUNT_OF_SOME = 10 * UNIT
"""A count of a list of another object: 7 microseconds for an article's quotes, 21 ms for all of the most famous."""
ITEMS = {"byDate": 100}
"""List without a size -> about how many items it has, where these are not PLAIN_LIST."""
SIZES = ("first", "last", "ids")
"""Arguments that say how many objects are read."""


class FieldCost(NamedTuple):
    """What a field costs; amounts in hundredths.

    fixed: once. item: each object, beside what is selected of it. sized: whether it has an argument of SIZES.
    default: how many objects where no argument says it. in_page: whether the page around it says how many.
    is_page: whether its size is that of the lists within it, not its own; counting: what a totalCount of it costs.
    child: the type of its objects.
    """

    fixed: int = 0
    item: int = 0
    sized: bool = False
    default: int = 1
    in_page: bool = False
    is_page: bool = False
    counting: int = 0
    child: str | None = None


UNKNOWN = FieldCost()
"""A field that the schema does not have costs nothing: the validator refuses it."""
_TYPENAME = FieldCost(item=LEAF)


class FieldCosts:
    """The costs of a schema's fields, each looked at once."""

    def __init__(self, schema: GraphQLSchema) -> None:
        self._schema = schema
        self._pages = set(_pages(schema))
        self._items = _schema_items(schema)
        self._kept: dict[tuple[str | None, str], FieldCost] = {}

    def of(self, holder: str | None, name: str) -> FieldCost:
        """The cost of the field `name` of the type `holder`."""
        kept = self._kept.get((holder, name))
        if kept is None:
            kept = self._cost(holder, name)
            if kept is not UNKNOWN:
                self._kept[holder, name] = kept
        return kept

    def _cost(self, holder: str | None, name: str) -> FieldCost:
        if name == "__typename":
            return _TYPENAME
        kind = self._schema.type_map.get(holder or "")
        if not isinstance(kind, GraphQLObjectType | GraphQLInterfaceType):
            return UNKNOWN
        field = kind.fields.get(name)
        if kind is self._schema.query_type:
            field = {"__schema": SchemaMetaFieldDef, "__type": TypeMetaFieldDef}.get(name, field)
        return UNKNOWN if field is None else self._known(kind.name, name, field)

    def _known(self, holder: str, name: str, field: GraphQLField) -> FieldCost:
        named = get_named_type(field.type)
        fixed = FIXED.get(name, 0)
        if is_leaf_type(named):
            return FieldCost(fixed, LEAF + LONG.get(name, 0))
        is_list = is_list_type(get_nullable_type(field.type))
        sized = any(size in field.args for size in SIZES)
        of_schema = named.name.startswith("__")
        in_page = is_list and not sized and holder in self._pages
        first = field.args["first"].default_value if "first" in field.args else None
        if isinstance(first, int):
            default = first
        elif of_schema and is_list:
            default = self._items.get(name, PLAIN_LIST)
        elif is_list and not in_page:
            default = ITEMS.get(name, PLAIN_LIST)
        else:
            default = DEFAULT_SIZE if sized else 1
        is_row = is_list or is_abstract_type(named) or (named.name in TYPES and TYPES[named.name].table is not None)
        # An edge is the item of its list: the node in it is the same row.
        item = 0 if not is_row or (holder.endswith("Edge") and not is_list) else ROW
        return FieldCost(
            fixed,
            SCHEMA_OBJECT if of_schema else item,
            sized,
            default,
            in_page,
            is_page=sized and not is_list,
            counting=COUNT_OF_ALL if holder == "Query" else COUNT_OF_SOME,
            child=named.name,
        )


def _pages(schema: GraphQLSchema) -> Iterable[str]:
    """The types of pages: what a field with a size leads to where it is no list itself, as ArticleConnection."""
    for kind in schema.type_map.values():
        if isinstance(kind, GraphQLObjectType):
            for field in kind.fields.values():
                if "first" in field.args and not is_list_type(get_nullable_type(field.type)):
                    yield get_named_type(field.type).name


def _schema_items(schema: GraphQLSchema) -> dict[str, int]:
    """List of the schema's own types -> how many items it has, on the average of what has any."""
    kinds = [kind for kind in schema.type_map.values() if not kind.name.startswith("__")]
    holders = [kind for kind in kinds if isinstance(kind, GraphQLObjectType | GraphQLInterfaceType)]
    inputs = [len(kind.fields) for kind in kinds if isinstance(kind, GraphQLInputObjectType)]
    fields = [len(kind.fields) for kind in holders]
    arguments = [len(field.args) for kind in holders for field in kind.fields.values()]
    return {
        "types": len(schema.type_map),
        "directives": len(schema.directives),
        # Of all types, as most have none; of all fields, as most take none.
        "fields": -(-sum(fields) // len(schema.type_map)),
        "args": -(-sum(arguments) // max(1, sum(fields))),
        "inputFields": -(-sum(inputs) // len(schema.type_map)),
        "enumValues": 2,
        "interfaces": 1,
        "possibleTypes": 1,
    }
