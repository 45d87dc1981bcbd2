"""The vocabulary in which the catalog declares types, fields and what they are in the database.

SQL templates name rows by place: {row} is the row of the object that the field belongs to, {child} the row
of the object that it leads to, {link} a row of the table between the two.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

PgType = Literal["uuid", "text", "int", "timestamptz", "float8", "bool", "text[]", "uuid[]", "bytea"]
Conversion = Literal["id", "ids", "texts", "folded", "instant", "url_key", "same"]
"""How an argument's value becomes a parameter: ids of a node's type to UUIDs, a name to its folded form, …"""


@dataclass(frozen=True)
class EnumType:
    """A GraphQL enum; values: name -> description."""

    name: str
    description: str
    values: Mapping[str, str]


@dataclass(frozen=True)
class Column:
    """A scalar, an enum or a list of them, read off the object's own row."""

    name: str
    type: str
    sql: str
    description: str


@dataclass(frozen=True)
class Embedded:
    """An object whose fields are columns of the object's own row; null where `present` is not true.

    columns: field of the embedded type -> column.
    """

    name: str
    type: str
    columns: Mapping[str, str]
    description: str
    present: str | None = None


@dataclass(frozen=True)
class ToOne:
    """An object in another row; `where` ties {child} to {row}."""

    name: str
    type: str
    where: str
    description: str


@dataclass(frozen=True)
class ToMany:
    """A plain list of objects; with `first`, its default, the list has an argument of that name."""

    name: str
    type: str
    where: str
    order: str
    description: str
    first: int | None = None


@dataclass(frozen=True)
class Key:
    """One part of an order: an expression, never null, and its Postgres type."""

    sql: str
    type: PgType


@dataclass(frozen=True)
class Order:
    """A total order: the last key is unique."""

    keys: tuple[Key, ...]
    descending: bool = False


@dataclass(frozen=True)
class Condition:
    """A condition on {child}; `sql` holds {value} where the argument's value, or what `path` leads to, goes."""

    sql: str
    convert: Conversion
    pg_type: PgType
    path: tuple[str, ...] = ()
    node: str | None = None


@dataclass(frozen=True)
class FilterField:
    """A field of a filter, or an argument that filters; where it is null or absent it does not."""

    name: str
    type: str
    description: str
    conditions: tuple[Condition, ...]


@dataclass(frozen=True)
class FilterType:
    """An input type whose fields' conditions are joined by AND."""

    name: str
    description: str
    fields: tuple[FilterField, ...]


@dataclass(frozen=True)
class Connection:
    """A Relay connection to rows of the node's table, or to those that a link table leads to.

    link: the link table; link_id: the column of it that holds the node's id.
    """

    name: str
    node: str
    description: str
    orders: Mapping[str, Order]
    default_order: str
    where: str | None = None
    link: str | None = None
    link_id: str | None = None
    order_type: str | None = None
    filter: FilterType | None = None
    arguments: tuple[FilterField, ...] = ()

    @property
    def type(self) -> str:
        """The name of the connection's GraphQL type."""
        return f"{self.node}Connection!"


@dataclass(frozen=True)
class Lookup:
    """A field of Query that finds one object by an argument; null where there is none."""

    name: str
    type: str
    argument: FilterField
    description: str


Field = Column | Embedded | ToOne | ToMany | Connection | Lookup


@dataclass(frozen=True)
class ObjectType:
    """A GraphQL object type and the table of its rows; a node is one that has an id of its own."""

    name: str
    description: str
    fields: tuple[Field, ...]
    table: str | None = None
    node: bool = False
    by_name: Mapping[str, Field] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_name", {f.name: f for f in self.fields})


def instant(sql: str) -> str:
    """A timestamptz as RFC 3339 in UTC, to the millisecond. The session's time zone is UTC."""
    return f"""to_char({sql}, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')"""


def node_id(type_name: str) -> Column:
    """The field `id` of a node: its type, an underscore, its UUID."""
    return Column(
        "id",
        "ID!",
        f"'{type_name.lower()}_' || {{row}}.id",
        "Opaque, URL-safe, the same over GraphQL and REST, and stable when the article is sent again.",
    )


def newest(sql: str, *unique: Key) -> Order:
    """Latest first; what has no date comes last."""
    return Order((Key(f"coalesce({sql}, '-infinity'::timestamptz)", "timestamptz"), *unique), descending=True)


def oldest(sql: str, *unique: Key) -> Order:
    """Earliest first; what has no date comes last."""
    return Order((Key(f"coalesce({sql}, 'infinity'::timestamptz)", "timestamptz"), *unique))
