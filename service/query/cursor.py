"""Cursors: where in which list a page begins. Built by Postgres, checked here before Postgres reads them.

A cursor is base64url of: 8 characters of MD5 over what follows and a salt, 8 of the list's fingerprint, and
a JSON array of the order's keys as text. The MD5 keeps a cursor that was altered from being taken; it
protects no secret.
"""

import base64
import hashlib
import json
import math
import re
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from service.catalog.model import Order, PgType
from service.errors import BadInput
from service.record import UNSTORABLE

SALT = "on record/1"
CHECK = 8
MAX_LENGTH = 10_000
"""Characters of a cursor; the longest name that a list is ordered by makes half of it."""

_INSTANT = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?\+00", re.ASCII)
_FLOAT = re.compile(r"-?[0-9]{1,20}(\.[0-9]{1,20})?(e[+-]?[0-9]{1,3})?", re.ASCII)


def _is_instant(text: str) -> bool:
    return text in {"infinity", "-infinity"} or bool(_INSTANT.fullmatch(text) and datetime.fromisoformat(text))


_CHECKS: dict[PgType, Callable[[str], bool]] = {
    "uuid": lambda text: bool(re.fullmatch(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", text)),
    "int": lambda text: bool(re.fullmatch(r"-?[0-9]{1,10}", text)) and -(2**31) <= int(text) < 2**31,
    "xid8": lambda text: bool(re.fullmatch(r"[0-9]{1,20}", text)) and int(text) < 2**64,
    "float8": lambda text: bool(_FLOAT.fullmatch(text)) and math.isfinite(float(text)),
    "text": lambda text: not UNSTORABLE.search(text),
    "timestamptz": _is_instant,
}
"""Whether Postgres can cast a text to the type; raises ValueError or gives False where it can't."""


def fingerprint(*parts: object) -> str:
    """What tells lists apart: where they stand, in which order, and which filter they have."""
    text = json.dumps([_given(part) for part in parts], sort_keys=True, default=str)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:CHECK]


def _given(value: object) -> object:
    """A value without the fields that are null: they filter as little as those that are left out."""
    if not isinstance(value, dict):
        return value
    given = {name: found for name, part in value.items() if (found := _given(part)) is not None}
    return given or None


def payload_sql(fingerprint_sql: str, keys: Sequence[str]) -> str:
    """The expression of what a row's cursor holds beside its check; `keys` are the order's expressions."""
    return f"{fingerprint_sql} || json_build_array({', '.join(f'({key})::text' for key in keys)})::text"


def cursor_sql(payload: str) -> str:
    """The expression that builds the cursor of a payload."""
    return (
        f"(select translate(encode(convert_to(left(md5('{SALT}' || p), {CHECK}) || p, 'UTF8'), 'base64'), "
        f"E'+/\\n=', '-_') from (select {payload}) as c (p))"
    )


def cursor_of(payload: bytes) -> bytes:
    """The cursor of a payload, as `cursor_sql` builds it."""
    return base64.urlsafe_b64encode(_check(payload).encode() + payload).rstrip(b"=")


def end_keys_sql(rows: str, keys: Sequence[str], size: int, *, nearest: bool, backwards: bool = False) -> list[str]:
    """The keys of a page's first row or of its last, as "$n" of `rows` numbers them; null on an empty page.

    keys: the order's keys as columns of the rows, of which there may be more than `size`. backwards: whether the page
    shows its rows from the last number to the first. In the order in which they are shown Postgres has sorted them.
    """
    order = f'order by {rows}."$n"{" desc" if backwards else ""}'
    in_page = f'filter (where {rows}."$n" <= {size})'
    # Not count(*), which counts the rows of the sub-select that it stands in.
    place = "1" if nearest != backwards else f'least(count({rows}."$n"), {size})'
    return [f"(array_agg({key} {order}) {in_page})[{place}]" for key in keys]


def keys_sql(cursor: str, order: Order) -> str:
    """The keys in a cursor, a parameter of type text[], as the values of a row."""
    return ", ".join(f"(({cursor})[{place}])::{key.type}" for place, key in enumerate(order.keys, 1))


def read_cursor(cursor: str, expected_fingerprint: str, order: Order, name: str = "after") -> list[str]:
    """The keys in a cursor, as text that Postgres can cast. Raises BadInput for any that this list did not give.

    name: the argument that it is, for errors.
    """
    opened = _open(cursor)
    if opened is None:
        raise BadInput(f"{name}: is not a cursor of this service: give an endCursor or an edge's cursor as it came")
    found_fingerprint, keys = opened
    if found_fingerprint != expected_fingerprint or not _are_keys(keys, order):
        raise BadInput(f"{name}: is a cursor of another list, order or filter: begin this list without {name}")
    return [str(key) for key in keys]


def _open(cursor: str) -> tuple[str, Any] | None:
    """The fingerprint and the keys in a cursor; None where its check fails."""
    if len(cursor) > MAX_LENGTH:
        return None
    try:
        padded = cursor.encode("ascii") + b"=" * (-len(cursor) % 4)
        text = base64.b64decode(padded, altchars=b"-_", validate=True).decode()
        check, payload = text[:CHECK], text[CHECK:]
        return (payload[:CHECK], json.loads(payload[CHECK:])) if _check(payload.encode()) == check else None
    except (ValueError, RecursionError):
        return None


def _check(payload: bytes) -> str:
    return hashlib.md5(SALT.encode() + payload, usedforsecurity=False).hexdigest()[:CHECK]


def _are_keys(keys: object, order: Order) -> bool:
    """Whether these can be an order's keys: whoever knows the salt can put anything into a cursor."""
    if not isinstance(keys, list) or len(keys) != len(order.keys):
        return False
    try:
        pairs = zip(order.keys, keys, strict=True)
        return all(isinstance(text, str) and _CHECKS[key.type](text) for key, text in pairs)
    except ValueError:
        return False
