"""Cursors: each leads on from where it was given, and no other is taken."""

import base64
import hashlib
import json
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.catalog.model import Key, Order
from service.errors import BadInput
from service.query.cursor import SALT, cursor_of, cursor_sql, fingerprint, payload_sql, read_cursor
from service.storage.pool import Pool

PRINT = "0123abcd"
ALL_TYPES = Order((Key("a", "text"), Key("b", "int"), Key("c", "timestamptz"), Key("d", "uuid")))
ONE_TEXT = Order((Key("a", "text"),))
ONE_INT = Order((Key("a", "int"),))
ONE_INSTANT = Order((Key("a", "timestamptz"),))
ONE_XID = Order((Key("a", "xid8"),))
ONE_FLOAT = Order((Key("a", "float8"),))


def forged(keys: Any, print_of_list: str = PRINT, text: str | None = None) -> str:
    """A cursor that passes its own check: the salt is no secret."""
    payload = print_of_list + (json.dumps(keys) if text is None else text)
    check = hashlib.md5(f"{SALT}{payload}".encode(), usedforsecurity=False).hexdigest()[:8]
    return base64.urlsafe_b64encode(f"{check}{payload}".encode()).decode().rstrip("=")


NAMES = [
    "plain",
    'a "quoted" \\ name',
    "größe",
    "𝒜𝓃𝓃𝒶 😀",
    "tab\tline\nreturn\r\x01\x7f\u2028",
    "",
    "'; drop --",
    "{0}",
]
INSTANTS = [
    datetime(2019, 2, 2, 16, 30, tzinfo=UTC),
    datetime(2024, 1, 1, 12, 0, 0, 1000, tzinfo=UTC),
    datetime(2024, 1, 1, 12, 0, 0, 123456, tzinfo=UTC),
    datetime(1, 1, 1, tzinfo=UTC),
    datetime(9999, 12, 31, 23, 59, 59, 999999, tzinfo=UTC),
]
SQL_OF_KEYS = ("$2::text", "$3::int", "$4::timestamptz", "$5::uuid")


async def _cursor(pool: Pool, keys: Sequence[str], *values: object) -> str:
    """The cursor of these keys, as Postgres makes it and as is made here of what it holds."""
    payload = payload_sql("$1::text", keys)
    made, held = await pool.fetchrow(f"select {cursor_sql(payload)}, {payload}", PRINT, *values) or ("", "")
    assert cursor_of(held.encode()) == made.encode()
    return str(made)


@pytest.mark.anyio
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("instant", [*INSTANTS, "infinity", "-infinity"])
async def test_what_postgres_writes_is_read_and_leads_back(pool_of_none: Pool, name: str, instant: Any) -> None:
    sql = "$4::text::timestamptz" if isinstance(instant, str) else SQL_OF_KEYS[2]
    keys = (SQL_OF_KEYS[0], SQL_OF_KEYS[1], sql, SQL_OF_KEYS[3])
    values = (name, -(2**31), instant, UUID(int=2**128 - 1))
    cursor = await _cursor(pool_of_none, keys, *values)
    assert cursor.replace("-", "").replace("_", "").isalnum()
    read = read_cursor(cursor, PRINT, ALL_TYPES)
    cast = "select $1::text = $5, $2::text::int = $6, $3::text::timestamptz = $7, $4::text::uuid = $8"
    given_back = cast.replace("$7", "$7::text::timestamptz") if isinstance(instant, str) else cast
    assert list(await pool_of_none.fetchrow(given_back, *read, *values) or ()) == [True] * 4


NUMBERS = [0.0, -0.0, 1.0, -1.5, 0.1, 1 / 3, 1e-7, 123456789012345.6, 1e15, 1e22, 5e-324, 1.7976931348623157e308]


@pytest.mark.anyio
@pytest.mark.parametrize("number", NUMBERS)
async def test_number_that_postgres_writes_leads_back(pool_of_none: Pool, number: float) -> None:
    cursor = await _cursor(pool_of_none, ["$2::float8"], number)
    (text,) = read_cursor(cursor, PRINT, ONE_FLOAT)
    assert await pool_of_none.fetchval("select $1::text::float8", text) == number


@pytest.mark.anyio
@pytest.mark.parametrize("number", [0, 3, 2**32, 2**63, 2**64 - 1])
async def test_number_of_a_transaction_leads_back(pool_of_none: Pool, number: int) -> None:
    cursor = await _cursor(pool_of_none, ["$2::text::xid8"], str(number))
    (text,) = read_cursor(cursor, PRINT, ONE_XID)
    assert await pool_of_none.fetchval("select $1::text::xid8::text", text) == str(number)


def test_forged_as_given_is_read() -> None:
    assert read_cursor(forged(["x"]), PRINT, ONE_TEXT) == ["x"]


@pytest.mark.parametrize(
    ("keys", "order"),
    [
        pytest.param(5, ONE_TEXT, id="no list"),
        pytest.param(None, ONE_TEXT, id="null"),
        pytest.param({"a": 1}, ONE_TEXT, id="an object"),
        pytest.param("x", ONE_TEXT, id="a text as long as the keys"),
        pytest.param([5], ONE_TEXT, id="no text"),
        pytest.param([5], ONE_INT, id="a number"),
        pytest.param([None], ONE_TEXT, id="a null key"),
        pytest.param([["x"]], ONE_TEXT, id="a list"),
        pytest.param([], ONE_TEXT, id="too few"),
        pytest.param(["x", "y"], ONE_TEXT, id="too many"),
        pytest.param(["\x00"], ONE_TEXT, id="U+0000"),
        pytest.param(["\ud800"], ONE_TEXT, id="a lone surrogate"),
        pytest.param(["1.5"], ONE_INT, id="no integer"),
        pytest.param(["٣"], ONE_INT, id="digits of another script"),
        pytest.param(["99999999999"], ONE_INT, id="over int"),
        pytest.param(["2147483648"], ONE_INT, id="just over int"),
        pytest.param(["-2147483649"], ONE_INT, id="just under int"),
        pytest.param([" 1"], ONE_INT, id="white space"),
        pytest.param(["2019-02-30 00:00:00+00"], ONE_INSTANT, id="no such day"),
        pytest.param(["0000-01-01 00:00:00+00"], ONE_INSTANT, id="no such year"),
        pytest.param(["2019-02-02 25:00:00+00"], ONE_INSTANT, id="no such hour"),
        pytest.param(["٢019-02-02 00:00:00+00"], ONE_INSTANT, id="a digit of another script"),
        pytest.param(["999999-01-01 00:00:00+00"], ONE_INSTANT, id="a year that nothing has"),
        pytest.param(["now"], ONE_INSTANT, id="a word of Postgres"),
        pytest.param(["18446744073709551616"], ONE_XID, id="just over xid8"),
        pytest.param(["-1"], ONE_XID, id="under xid8"),
        pytest.param([""], ONE_XID, id="no digit"),
        pytest.param(["٣"], ONE_XID, id="a transaction in digits of another script"),
        pytest.param(["1e400"], ONE_FLOAT, id="over float8"),
        pytest.param(["NaN"], ONE_FLOAT, id="no number"),
        pytest.param(["Infinity"], ONE_FLOAT, id="infinity"),
        pytest.param(["1_0"], ONE_FLOAT, id="Python's way of writing numbers"),
        pytest.param(["٣.5"], ONE_FLOAT, id="a number in digits of another script"),
        pytest.param([" 1.5"], ONE_FLOAT, id="white space before a number"),
        pytest.param([".5"], ONE_FLOAT, id="a number without its first digit"),
        pytest.param(["00000000-0000-0000-0000-00000000000"], Order((Key("a", "uuid"),)), id="a short UUID"),
    ],
)
def test_forged_of_wrong_keys_is_refused(keys: Any, order: Order) -> None:
    with pytest.raises(BadInput, match=r"^after: "):
        read_cursor(forged(keys), PRINT, order)


def test_deeply_nested_is_refused() -> None:
    with pytest.raises(BadInput, match=r"^after: "):
        read_cursor(forged(None, text="[" * 100_000), PRINT, ONE_TEXT)


def test_of_another_list_is_refused() -> None:
    with pytest.raises(BadInput, match=r"^after: is a cursor of another list"):
        read_cursor(forged(["x"], "ffffffff"), PRINT, ONE_TEXT)


def test_of_another_type_of_order_is_refused() -> None:
    with pytest.raises(BadInput, match=r"^after: is a cursor of another list"):
        read_cursor(forged(["x"]), PRINT, ONE_INT)


def test_errors_name_the_argument() -> None:
    for cursor, error in [("x", "is not a cursor"), (forged(["x"], "ffffffff"), "is a cursor of another list")]:
        with pytest.raises(BadInput, match=f"^before: {error}.*(without before|as it came)$"):
            read_cursor(cursor, PRINT, ONE_TEXT, "before")


@pytest.mark.parametrize(
    "cursor", ["", "x", "\x00", "ü", "😀", "\ud800", "====", " ", "a b", "a" * 100_000, "AAAA" * 10]
)
def test_what_is_none_is_refused(cursor: str) -> None:
    with pytest.raises(BadInput, match=r"^after: is not a cursor"):
        read_cursor(cursor, PRINT, ONE_TEXT)


@given(st.text())
def test_any_text_is_refused(cursor: str) -> None:
    with pytest.raises(BadInput, match=r"^after: "):
        read_cursor(cursor, PRINT, ONE_TEXT)


@given(st.integers(0), st.characters(codec="ascii"))
def test_altered_is_refused(place: int, character: str) -> None:
    cursor = forged(["some name", "x"])
    place %= len(cursor)
    altered = cursor[:place] + character + cursor[place + 1 :]
    order = Order((Key("a", "text"), Key("b", "text")))
    if place == len(cursor) - 1 and character.isalnum():
        return  # it has bits that hold nothing
    if altered == cursor:
        return
    with pytest.raises(BadInput, match=r"^after: "):
        read_cursor(altered, PRINT, order)


def test_fingerprints_tell_lists_apart() -> None:
    prints = [
        fingerprint("Query", "articles", "PUBLISHED_DESC", None),
        fingerprint("Query", "articles", "PUBLISHED_ASC", None),
        fingerprint("Source", "articles", "PUBLISHED_DESC", None),
        fingerprint("Query", "articles", "PUBLISHED_DESC", {"ids": []}),
        fingerprint("Query", "articles", "PUBLISHED_DESC", {"ids": ["a"]}),
        fingerprint("Query", "articles", "PUBLISHED_DESC", {"ids": ["a", "b"]}),
        fingerprint("Query", "articles", "PUBLISHED_DESC", {"ids": ["a,b"]}),
        fingerprint("Query", "articles", "PUBLISHED_DESC", {"name": "\ud800"}),
        fingerprint("Query", "articles", "PUBLISHED_DESC", {"since": INSTANTS[0]}),
        fingerprint("Query", "articles", "PUBLISHED_DESC", {"since": INSTANTS[1]}),
    ]
    assert len(set(prints)) == len(prints)
    assert fingerprint("x", {"a": 1, "b": 2}) == fingerprint("x", {"b": 2, "a": 1})
