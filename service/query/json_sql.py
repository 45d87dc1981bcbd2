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
        plain = len(pairs) <= MAX_COLUMNS and all(len(key) <= MAX_IDENTIFIER for key, _ in pairs)
        if plain:
            self.select = ", ".join(f'{sql} as "{key}"' for key, sql in pairs)
            self.json = 'row_to_json("$")'
        else:
            self.select = f'{flat_object(pairs)} as "$"'
            self.json = '"$"."$"'


def flat_object(pairs: Sequence[Pair]) -> str:
    """A JSON object put together as text, of any number of keys of any length, without a sub-select."""
    parts = [f"""'"{key}":' || coalesce(to_json({sql})::text, 'null')""" for key, sql in pairs]
    # An array, since Postgres reads a long chain of || by recursion, and its stack is small.
    return f"('{{' || array_to_string(array[{', '.join(parts)}]::text[], ',') || '}}')::json"


def json_object(pairs: Sequence[Pair], source: str = "") -> str:
    """A sub-select of one JSON object; null where `source`, what follows the select list, gives no row."""
    row = Row(pairs)
    return f'(select {row.json} from (select {row.select}{" " if source else ""}{source}) "$")'


def json_list(pairs: Sequence[Pair], source: str) -> str:
    """A sub-select of a JSON list with an object for each row of `source`, in its order."""
    row = Row(pairs)
    return f'(select coalesce(json_agg({row.json}), {EMPTY_LIST}) from (select {row.select} {source}) "$")'
