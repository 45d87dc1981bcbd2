"""JSON that Postgres builds: objects and lists of expressions, in the order of the selection."""

from collections.abc import Sequence

Pair = tuple[str, str]
"""A key of a JSON object and the expression of its value."""

MAX_IDENTIFIER = 63
"""Bytes after which Postgres cuts a column's name."""
MAX_COLUMNS = 1_500
"""Columns of a row; Postgres ends at 1,664."""

EMPTY_LIST = "'[]'::json"


def quoted(text: str) -> str:
    """A text literal. For names of the schema and of documents, which hold no quotation marks."""
    return f"'{text}'"


class Row:
    """A select list and the expression that makes JSON of the row it gives.

    A row of columns where they can be; where a key is longer than an identifier, or there are too many, the
    object's text put together.
    """

    def __init__(self, pairs: Sequence[Pair]) -> None:
        self._plain = len(pairs) <= MAX_COLUMNS and all(len(key) <= MAX_IDENTIFIER for key, _ in pairs)
        self.select = (
            ", ".join(f'{sql} as "{key}"' for key, sql in pairs) if self._plain else f'{flat_object(pairs)} as "$"'
        )

    def json(self, name: str = '"$"') -> str:
        """The expression; `name` is that of the row."""
        # With the star it is the row, also where a column of that name is at hand: an alias of a document may be t1.
        return f"row_to_json({name}.*)" if self._plain else f'{name}."$"'


class Joins:
    """What is joined to the rows of a list, each once: objects that a row leads to or that its columns make.

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


def flat_object(pairs: Sequence[Pair]) -> str:
    """A JSON object put together as text, of any number of keys of any length, without a sub-select."""
    parts = [f"""'"{key}":' || coalesce(to_json({sql})::text, 'null')""" for key, sql in pairs]
    # An array, since Postgres reads a long chain of || by recursion, and its stack is small.
    return f"('{{' || array_to_string(array[{', '.join(parts)}]::text[], ',') || '}}')::json"


def json_object(pairs: Sequence[Pair], source: str = "") -> str:
    """A sub-select of one JSON object; null where `source`, what follows the select list, gives no row."""
    row = Row(pairs)
    return f'(select {row.json()} from (select {row.select}{" " if source else ""}{source}) "$")'


def json_list(pairs: Sequence[Pair], source: str) -> str:
    """A sub-select of a JSON list with an object for each row of `source`, in its order."""
    aggregate, rows = json_rows(pairs, source)
    return f"(select {aggregate} from {rows})"


def json_rows(pairs: Sequence[Pair], source: str) -> tuple[str, str]:
    """The aggregate that makes a JSON list, and the rows that it is made of, to select it from."""
    row = Row(pairs)
    return f"coalesce(json_agg({row.json()}), {EMPTY_LIST})", f'(select {row.select} {source}) "$"'
