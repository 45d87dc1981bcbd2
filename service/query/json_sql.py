"""JSON that Postgres puts together as text: values, objects and lists, in the order of the selection.

By concat(): row_to_json and json_agg look up the type of each value of each row anew, and a column's name ends
at 63 bytes and a row at 1,664 columns. What is concatenated of JSON is JSON, and is checked no more.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from service.catalog.enums import ENUMS

MAX_ARGUMENTS = 90
"""Arguments of one concat(); Postgres takes 100 of a function."""

ROW = "\t"
"""What stands in each object of the answer that is a row of a table, behind its brace: white space to who reads the
JSON, by which rows are counted. There is none anywhere else: in texts JSON writes it as \\t."""

UNESCAPED = frozenset({"ID", "DateTime", "Date", "PartialDate", *(enum.name for enum in ENUMS)})
"""Types whose values hold nothing that JSON would escape."""


class _Literal(str):
    """Text of the answer: punctuation of JSON and names of GraphQL, which hold no quotation marks of SQL."""

    __slots__ = ()


@dataclass(frozen=True)
class Json:
    """JSON as the arguments of concat(); of those that are null nothing is seen."""

    arguments: tuple[str, ...]

    @property
    def sql(self) -> str:
        """The expression, of type text and never null."""
        return _concatenated([f"'{each}'" if isinstance(each, _Literal) else each for each in self.arguments])


Pair = tuple[str, Json]
"""A key of a JSON object and its value."""


def _concatenated(arguments: Sequence[str]) -> str:
    if len(arguments) <= MAX_ARGUMENTS:
        return f"concat({', '.join(arguments)})"
    parts = (arguments[start : start + MAX_ARGUMENTS] for start in range(0, len(arguments), MAX_ARGUMENTS))
    return _concatenated([_concatenated(part) for part in parts])


def quoted(text: str) -> str:
    """A text literal of SQL. For names of the schema and of documents, which hold no quotation marks."""
    return f"'{text}'"


def literal(text: str) -> Json:
    """JSON that is known."""
    return Json((_Literal(text),))


def written(sql: str) -> Json:
    """What an expression gives as it is: JSON already, or a number."""
    return Json((sql,))


def or_null(sql: str) -> Json:
    """A text of JSON that may be null."""
    return written(f"coalesce({sql}, 'null')")


def json_name(name: str) -> Json:
    """The name of a type, as a value."""
    return literal(f'"{name}"')


def json_value(sql: str, graphql_type: str, prefix: str = "") -> Json:
    """A scalar, an enum or a list of them; `prefix` stands before a value that is not escaped and never null."""
    bare, required = graphql_type.removesuffix("!"), graphql_type.endswith("!")
    if bare in UNESCAPED:
        return (
            joined(literal(f'"{prefix}'), written(sql), literal('"'))
            if required
            else or_null(f"""'"' || ({sql}) || '"'""")
        )
    if bare in {"Int", "Float", "Boolean"}:
        # concat() writes a boolean as t or f.
        text = sql if required and bare != "Boolean" else f"({sql})::text"
        return written(text) if required else or_null(text)
    return written(f"to_json({sql})" if required else f"coalesce(to_json({sql}), 'null')")


def joined(*parts: Json) -> Json:
    """One behind the other; literals that meet are one."""
    arguments: list[str] = []
    for each in (argument for part in parts for argument in part.arguments):
        if arguments and isinstance(each, _Literal) and isinstance(arguments[-1], _Literal):
            arguments[-1] = _Literal(arguments[-1] + each)
        else:
            arguments.append(each)
    return Json(tuple(arguments))


def json_object(pairs: Iterable[Pair], *, is_row: bool = False) -> Json:
    """An object of these values; `is_row`: whether it is a row of a table."""
    return joined(literal(f"{{{ROW}" if is_row else "{"), json_members(pairs), literal("}"))


def rows_in(answer: bytes) -> int:
    """How many objects of an answer are rows of tables, each counted each time that it is there."""
    return answer.count(ROW.encode())


def json_members(pairs: Iterable[Pair], *, following: bool = False) -> Json:
    """What stands between an object's braces, or a stretch of it that follows others."""
    parts: list[Json] = []
    for key, value in pairs:
        parts += (literal(f'{"," if parts or following else ""}"{key}":'), value)
    return joined(*parts)


def json_rows(item: Json, source: str) -> tuple[Json, str]:
    """The list of an item for each row of `source`, in its order, and the rows to select it from."""
    items = written("""string_agg("$"."$", ',')""")
    return joined(literal("["), items, literal("]")), f'(select {item.sql} as "$" {source}) "$"'


def json_list(item: Json, source: str) -> Json:
    """A list with an item for each row of `source`, what follows a select list, in its order."""
    found, rows = json_rows(item, source)
    return written(f"(select {found.sql} from {rows})")


def columns_of(row: str, *texts: str) -> list[str]:
    """The columns of a row that expressions read, once each: a wide row costs more to hand on than what is read of it.

    What is a literal in them holds no dot: names of GraphQL have none.
    """
    pattern = re.compile(rf"\b{row}\.[a-z0-9_]+")
    return sorted({found for text in texts for found in pattern.findall(text)})


class Joins:
    """What is joined to the rows of a list, each once: the objects that a row leads to.

    Postgres makes them of the rows at hand, without a sub-plan for each row.
    """

    MAX = 12
    """Joined rows of one list; beyond, planning costs more than sub-plans do."""

    def __init__(self) -> None:
        self._texts: list[str] = []

    @property
    def full(self) -> bool:
        """Whether no more should be joined."""
        return len(self._texts) >= self.MAX

    def add(self, text: str) -> None:
        """Join one more."""
        self._texts.append(f" {text}")

    def __str__(self) -> str:
        return "".join(self._texts)
