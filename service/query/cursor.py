"""Cursors: where in which list a page begins. Built by Postgres, checked here before Postgres reads them.

A cursor is base64url of: 8 characters of MD5 over what follows and a salt, 8 of the list's fingerprint, and
a JSON array of the order's keys as text. The MD5 keeps a cursor that was altered from being taken; it
protects no secret.
"""

import base64
import binascii
import hashlib
import json
import re
from collections.abc import Sequence

from service.catalog.model import Order, PgType
from service.errors import BadInput

SALT = "on record/1"
CHECK = 8

_FORMS: dict[PgType, re.Pattern[str]] = {
    "uuid": re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"),
    "int": re.compile(r"-?\d{1,9}"),
    "text": re.compile(r"[^\x00]*"),
    "timestamptz": re.compile(r"-?infinity|\d{4,}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?\+00( BC)?"),
}


def fingerprint(*parts: object) -> str:
    """What tells lists apart: where they stand, in which order, and which filter they have."""
    text = json.dumps(parts, sort_keys=True, default=str)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:CHECK]


def cursor_sql(fingerprint_sql: str, keys: Sequence[str]) -> str:
    """The expression that builds the cursor of a row; `keys` are the order's expressions."""
    array = f"json_build_array({', '.join(f'({key})::text' for key in keys)})::text"
    return (
        f"(select translate(encode(convert_to(left(md5('{SALT}' || p), {CHECK}) || p, 'UTF8'), 'base64'), "
        f"E'+/\\n=', '-_') from (select {fingerprint_sql} || {array}) as c (p))"
    )


def read_cursor(cursor: str, expected_fingerprint: str, order: Order) -> list[str]:
    """The keys in a cursor, as text that Postgres can cast. Raises BadInput for any that this list did not give."""
    try:
        padded = cursor.encode("ascii") + b"=" * (-len(cursor) % 4)
        text = base64.b64decode(padded, altchars=b"-_", validate=True).decode()
        check, payload = text[:CHECK], text[CHECK:]
        genuine = hashlib.md5(f"{SALT}{payload}".encode(), usedforsecurity=False).hexdigest()[:CHECK] == check
        keys = json.loads(payload[CHECK:]) if genuine else []
    except (ValueError, binascii.Error):
        genuine, payload, keys = False, "", []
    if not genuine:
        raise BadInput("after: is not a cursor of this service: give an endCursor or an edge's cursor as it came")
    if (
        payload[:CHECK] != expected_fingerprint
        or len(keys) != len(order.keys)
        or not all(_FORMS[key.type].fullmatch(text) for key, text in zip(order.keys, keys, strict=True))
    ):
        raise BadInput("after: is a cursor of another list, order or filter: begin this list without after")
    return [str(key) for key in keys]
