"""The vocabulary in which the catalog declares types, fields and what they are in the database.

SQL templates name rows by place: {row} is the row of the object that the field belongs to, {child} the row
of the object that it leads to, {link} a row of the table between the two.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

PgType = Literal["uuid", "text", "int", "timestamptz", "float8", "bool", "text[]", "uuid[]", "bytea", "xid8"]
Conversion = Literal["id", "ids", "texts", "folded", "instant", "url_key", "search", "prefix", "same"]
"""How an argument's value becomes a parameter: ids of a node's type to UUIDs, a name to its folded form, …"""


@dataclass(frozen=True)
class EnumType:
    """A GraphQL enum; values: name -> description."""

    name: str
    description: str
    values: Mapping[str, str]


@dataclass(frozen=True)
class Column:
    """A scalar, an enum or a list of them, read off the object's own row; an id is told behind its `prefix`."""

    name: str
    type: str
    sql: str
    description: str
    prefix: str = ""


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
    """An object in another row; `where` ties {child} to {row}.

    part: whether that row is written and removed with {row}, and never changed.
    """

    name: str
    type: str
    where: str
    description: str
    part: bool = False

    @property
    def reference(self) -> str | None:
        """The foreign key of {row} that holds the object's id, where one does; null where there is no object."""
        given = self.where.removeprefix("{child}.id = ")
        return given if given != self.where else None

    def is_told_by(self, names: Iterable[str]) -> bool:
        """Whether the reference tells these fields of the object."""
        return self.reference is not None and set(names) <= {"id", "__typename"}


@dataclass(frozen=True)
class ToNode:
    """The node of which {row} holds the type's name and the id; null where it is not stored."""

    name: str
    description: str
    type_name: str
    node_id: str
    type: str = "Node"


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
    counted: whether it has a totalCount.
    guard: a condition on the cursor's keys, {keys}, that raises where nothing may be read behind it.
    part: whether its rows are written and removed with {row}, and never changed.
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
    counted: bool = True
    guard: str | None = None
    part: bool = False

    @property
    def type(self) -> str:
        """The name of the connection's GraphQL type."""
        return f"{self.node}Connection!"


@dataclass(frozen=True)
class Link:
    """A table that leads from `of` to `to`, two of its columns."""

    name: str
    of: str
    to: str


@dataclass(frozen=True)
class Facet:
    """How many objects of a sample there are by something, as rows of `key` and `count`.

    counted: what an object is counted by, or what `through` leads from; but: a key that is left out.
    first: the default of how many keys are given, by count; without it they are dates, by interval.
    sized: whether the argument `first` is this field's own, and not the sample's.
    """

    name: str
    type: str
    description: str
    counted: str
    through: Link | None = None
    but: str | None = None
    first: int | None = None
    sized: bool = True


@dataclass(frozen=True)
class Sampled:
    """Counts over the newest objects of a connection of the same holder."""

    name: str
    type: str
    of: str
    description: str
    first: int


@dataclass(frozen=True)
class Stored:
    """A field of Subscription: nodes of one type as they are stored, each in an object of `type`."""

    name: str
    node: str
    description: str
    filter: FilterType

    @property
    def type(self) -> str:
        """The name of the GraphQL type that holds a node and its cursor."""
        return f"{self.node}Stored!"


@dataclass(frozen=True)
class Searched:
    """A type that is searched; {query} is the tsquery, {pattern} a regular expression for the words in it.

    value: of SearchType. matches: a condition on {child}. columns: those that `rank`, an expression over {child},
    needs, its id first. candidates: the order whose first matches are ranked. text: what of {row} is excerpted.
    """

    value: str
    node: str
    matches: str
    columns: str
    candidates: Order
    rank: str
    text: str


@dataclass(frozen=True)
class Search:
    """A connection to what matches a text, of several types, ranked."""

    name: str
    description: str
    over: tuple[Searched, ...]
    type: str = "SearchConnection!"


@dataclass(frozen=True)
class Lookup:
    """A field of Query that finds one object by an argument; null where there is none."""

    name: str
    type: str
    argument: FilterField
    description: str


Field = Column | Embedded | ToOne | ToNode | ToMany | Stored | Connection | Facet | Sampled | Search | Lookup


@dataclass(frozen=True)
class ObjectType:
    """A GraphQL object type and the table of its rows; a node is one that has an id of its own.

    current_id: what an id that it had, {id}, stands for now.
    key: columns that tell its rows apart, where these are written with an article and seldom later: who wrote a row
    then tells whether it is the same, and what is shown of it need not be read.
    """

    name: str
    description: str
    fields: tuple[Field, ...]
    table: str | None = None
    node: bool = False
    current_id: str = "{id}"
    key: tuple[str, ...] = ()
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
        "{row}.id",
        "Opaque, URL-safe, the same over GraphQL and REST, and stable when the article is sent again.",
        prefix=f"{type_name.lower()}_",
    )


def newest(sql: str, *unique: Key) -> Order:
    """Latest first; what has no date comes last."""
    return Order((Key(f"coalesce({sql}, '-infinity'::timestamptz)", "timestamptz"), *unique), descending=True)


def oldest(sql: str, *unique: Key) -> Order:
    """Earliest first; what has no date comes last."""
    return Order((Key(f"coalesce({sql}, 'infinity'::timestamptz)", "timestamptz"), *unique))
