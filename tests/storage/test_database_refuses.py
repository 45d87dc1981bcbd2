"""The database itself keeps what is promised, whoever writes to it."""

import hashlib
from collections.abc import AsyncIterator
from typing import Any
from uuid import UUID

import asyncpg
import pytest

from service.storage.pool import Connection, Pool
from tests.records import Draft, store

pytestmark = pytest.mark.anyio

SHORT = "“Ça suffit 😀!” le général Yáñez a dit.\r\nFin."
LONG = "".join(f"Ligne {i}: “Ça suffit 😀!” le général Yáñez a dit.\r\n" for i in range(1_500))
ARTICLE, ACTOR, QUOTE, UTTERANCE = (UUID(int=i) for i in range(1, 5))


@pytest.fixture(params=[SHORT, LONG], ids=["short", "long"])
def body(request: pytest.FixtureRequest) -> str:
    text: str = request.param
    return text


@pytest.fixture
async def connection(shared_pool: Pool) -> AsyncIterator[Connection]:
    """A connection whose work is taken back."""
    async with shared_pool.acquire() as connected:
        transaction = connected.transaction()
        await transaction.start()
        yield connected
        await transaction.rollback()


async def insert(connection: Connection, table: str, **row: Any) -> None:
    columns = ", ".join(row)
    values = ", ".join(f"${i}" for i in range(1, len(row) + 1))
    await connection.execute(f"insert into {table} ({columns}) values ({values})", *row.values())  # noqa: S608


async def insert_article(connection: Connection, body: str, **fields: Any) -> None:
    """An article with an actor and an utterance to hang rows on."""
    row = {
        "id": ARTICLE,
        "revision": 1,
        "body": body,
        "length": len(body),
        "content_hash": hashlib.sha256(body.encode()).digest(),
        "record_digest": b"x" * 32,
        "language": "fr",
        "published_origin": "UNKNOWN",
        "status": "CURRENT",
        "word_count": 1,
        "processor": "tests/1",
    }
    row |= fields
    columns = ", ".join([*row, "stored_at"])
    values = ", ".join([*(f"${i}" for i in range(1, len(row) + 1)), "now()"])
    await connection.execute(f"insert into articles ({columns}) values ({values})", *row.values())  # noqa: S608


async def insert_others(connection: Connection) -> None:
    counts = {"mention_count": 0, "article_count": 1, "quote_count": 0}
    await insert(connection, "actors", id=ACTOR, kind="PERSON", name="n", name_folded="n", **counts)
    await insert(connection, "utterances", id=UTTERANCE, article_count=1, source_count=0)


SPANNED = ("mentions", "quotes", "reports", "speaker", "cue", "role")


async def insert_span(
    connection: Connection, what: str, body: str, start: int, end: int, exact: str, **other: Any
) -> None:
    """A row that says that body[start:end] is `exact`."""
    revision = {"article_id": ARTICLE, "revision": 1, "length": len(body)} | other
    span = {"span_start": start, "span_end": end, "exact": exact}
    around = {"utf16_start": start, "utf16_end": end, "prefix": "", "suffix": ""}
    if what == "mentions":
        await insert(connection, "mentions", **revision, **span, **around, actor_id=ACTOR, form="NAME")
    elif what == "role":
        named = {"span_start": 0, "span_end": 1, "exact": body[0], "role": exact, "role_start": start, "role_end": end}
        await insert(connection, "mentions", **revision, **named, **around, actor_id=ACTOR, form="NAME")
    elif what == "reports":
        await _insert_event(connection)
        await insert(connection, "reports", **revision, **span, **around, event_id=UUID(int=9), modality="ASSERTED")
    elif what == "quotes":
        await insert(
            connection, "quotes", id=QUOTE, **revision, **span, **around, utterance_id=UTTERANCE, kind="DIRECT"
        )
    else:
        whole = {"span_start": 0, "span_end": 1, "exact": body[0]}
        said = {"article_id": ARTICLE, "revision": 1, "length": len(body)}
        await insert(connection, "quotes", id=QUOTE, **said, **whole, **around, utterance_id=UTTERANCE, kind="MIXED")
        columns = {f"{what}_{name.removeprefix('span_')}": value for name, value in {**span, **around}.items()}
        await insert(connection, "attributions", quote_id=QUOTE, **revision, **columns, method="CUE")


async def _insert_event(connection: Connection) -> None:
    event = UUID(int=9)
    counts = {"article_count": 1, "source_count": 0}
    await insert(connection, "events", id=event, type="OTHER", contexts=[], name="n", date_origin="UNKNOWN", **counts)
    await connection.execute(
        "insert into article_events (article_id, event_id, stored_at, contexts, name, date_origin, participant_ids, "
        "participant_roles) values ($1, $2, now(), '{}', 'n', 'UNKNOWN', '{}', '{}')",
        ARTICLE,
        event,
    )


def places(body: str) -> list[tuple[int, int]]:
    """Spans at the ends, around pieces of 250, over several pieces, and over the most that are cut."""
    ends = [(0, 1), (0, len(body)), (len(body) - 1, len(body)), (1, 12)]
    inner = [
        (249, 251),
        (250, 251),
        (249, 250),
        (0, 250),
        (250, 500),
        (100, 1_234),
        (15_999, 16_001),
        (7, 25_007),
        (7, 25_008),
    ]
    return ends + [(start, end) for start, end in inner if end <= len(body)]


@pytest.mark.parametrize("what", SPANNED)
async def test_true_spans_are_taken(connection: Connection, body: str, what: str) -> None:
    await insert_article(connection, body)
    await insert_others(connection)
    for start, end in places(body):
        if what == "role" and end - start > 2_000:
            continue
        async with Undone(connection):
            await insert_span(connection, what, body, start, end, body[start:end])


class Undone:
    """A savepoint that is always rolled back."""

    def __init__(self, connection: Connection) -> None:
        self.transaction = connection.transaction()

    async def __aenter__(self) -> None:
        await self.transaction.start()

    async def __aexit__(self, *_: object) -> None:
        await self.transaction.rollback()


async def refused(
    connection: Connection, error: type[Exception], match: str | None, what: str, *args: Any, **other: Any
) -> None:
    async with Undone(connection):
        with pytest.raises(error, match=match):
            await insert_span(connection, what, *args, **other)


@pytest.mark.parametrize("what", SPANNED)
async def test_false_slices_are_refused(connection: Connection, body: str, what: str) -> None:
    await insert_article(connection, body)
    await insert_others(connection)
    for start, end in places(body):
        exact = body[start:end]
        other = "x" if exact[-1] != "x" else "y"
        for false in {exact[:-1] + other, other + exact[1:]}:
            told = rf"body\[{start}:{end}\] differs from"
            await refused(connection, asyncpg.CheckViolationError, told, what, body, start, end, false)


@pytest.mark.parametrize("what", SPANNED)
async def test_words_of_another_place_are_refused(connection: Connection, body: str, what: str) -> None:
    await insert_article(connection, body)
    await insert_others(connection)
    start = body.index("général")
    exact = "général"
    # As UTF-16 counts it, as bytes count it, and one beside.
    for shift in (-1, 1, 2, 5):
        await refused(
            connection, asyncpg.CheckViolationError, "differs from", what, body, start + shift, start + shift + 7, exact
        )  # fmt: skip


@pytest.mark.parametrize("what", SPANNED)
@pytest.mark.parametrize("exact", ["Ça", "Ça su", "ÇA s", "Ca s", "C\u0327a"])
async def test_length_case_and_accents_count(connection: Connection, body: str, what: str, exact: str) -> None:
    await insert_article(connection, body)
    await insert_others(connection)
    start = body.index("Ça s")
    await refused(connection, asyncpg.CheckViolationError, None, what, body, start, start + 4, exact)


@pytest.mark.parametrize("what", SPANNED)
async def test_spans_past_an_end_are_refused(connection: Connection, body: str, what: str) -> None:
    await insert_article(connection, body)
    await insert_others(connection)
    size = len(body)
    for start, end, exact in [(size - 1, size + 1, body[-1]), (size, size + 1, ""), (size + 5, size + 6, "")]:
        await refused(connection, asyncpg.CheckViolationError, None, what, body, start, end, exact)
    for start, end in [(-1, 1), (3, 3), (4, 3)]:
        await refused(connection, asyncpg.CheckViolationError, None, what, body, start, end, body[start:end])


@pytest.mark.parametrize("what", ["mentions", "quotes", "reports", "speaker", "cue"])
@pytest.mark.parametrize("false", [{"length": 10_000_000}, {"revision": 2}, {"article_id": UUID(int=77)}])
async def test_spans_are_of_the_articles_revision(connection: Connection, what: str, false: dict[str, Any]) -> None:
    await insert_article(connection, SHORT)
    await insert_others(connection)
    await refused(connection, asyncpg.ForeignKeyViolationError, None, what, SHORT, 1, 3, SHORT[1:3], **false)


async def test_one_false_row_of_many_is_found(connection: Connection, body: str) -> None:
    await insert_article(connection, body)
    await insert_others(connection)
    spans = [(i, i + 3, body[i : i + 3]) for i in range(len(body) - 3)][:900]
    statement = """
        insert into mentions (article_id, revision, length, actor_id, form, utf16_start, utf16_end, prefix, suffix,
            span_start, span_end, exact)
        select $1, 1, $2, $3, 'NAME', 0, 0, '', '', * from unnest($4::int[], $5::int[], $6::text[])
    """
    async with Undone(connection):
        await connection.execute(statement, ARTICLE, len(body), ACTOR, *map(list, zip(*spans, strict=True)))
        assert await connection.fetchval("select count(*) from mentions") == len(spans)
    at = len(spans) // 2
    spans[at] = (*spans[at][:2], "???")
    with pytest.raises(asyncpg.CheckViolationError, match=rf"body\[{at}:{at + 3}\] differs from exact"):
        await connection.execute(statement, ARTICLE, len(body), ACTOR, *map(list, zip(*spans, strict=True)))


@pytest.mark.parametrize(
    ("what", "change"),
    [
        ("mentions", "update mentions set span_start = 2, exact = substr(exact, 2)"),
        ("mentions", "update mentions set exact = upper(exact)"),
        ("mentions", "update mentions set revision = 2"),
        ("role", "update mentions set role = upper(role)"),
        ("role", "update mentions set role_start = 0"),
        ("quotes", "update quotes set span_end = span_end - 1, exact = left(exact, -1)"),
        ("quotes", "update quotes set exact = upper(exact)"),
        ("quotes", "update quotes set length = length + 1"),
        ("reports", "update reports set span_start = 0"),
        ("reports", "update reports set exact = upper(exact)"),
        ("speaker", "update attributions set speaker_exact = upper(speaker_exact)"),
        ("speaker", "update attributions set speaker_start = 0"),
        ("cue", "update attributions set cue_exact = upper(cue_exact)"),
        ("cue", "update attributions set cue_end = cue_end + 1"),
    ],
)
async def test_spans_are_never_moved(connection: Connection, what: str, change: str) -> None:
    await insert_article(connection, SHORT)
    await insert_others(connection)
    await insert_span(connection, what, SHORT, 1, 5, SHORT[1:5])
    with pytest.raises(asyncpg.CheckViolationError, match="a span is never changed; delete the row and insert another"):
        await connection.execute(change)


@pytest.mark.parametrize("change", ["update mentions set form = 'PRONOUN'", "update reports set modality = 'FUTURE'"])
async def test_what_is_written_with_an_article_is_never_changed(connection: Connection, change: str) -> None:
    """The version of what is shown of it is told by the article's row."""
    await insert_article(connection, SHORT)
    await insert_others(connection)
    await insert_span(connection, change.split()[1], SHORT, 1, 5, SHORT[1:5])
    with pytest.raises(asyncpg.CheckViolationError, match="a row is never changed; store its article anew"):
        await connection.execute(change)


NEW_BODY = """
    update articles
    set body = $1, length = char_length($1), content_hash = sha256(convert_to($1, 'UTF8')), revision = $2
"""


async def test_a_body_changes_only_with_a_new_revision(connection: Connection) -> None:
    await insert_article(connection, SHORT)
    for body, revision in ((SHORT + "x", 1), (SHORT[:-1] + "x", 1)):
        async with Undone(connection):
            with pytest.raises(asyncpg.CheckViolationError, match="body changes only with a new revision"):
                await connection.execute(NEW_BODY, body, revision)
    await connection.execute(NEW_BODY, SHORT, 1)
    await connection.execute(NEW_BODY, "x", 2)
    assert await connection.fetchval("select body from articles") == "x"


@pytest.mark.parametrize("what", ["mentions", "quotes", "reports", "speaker"])
@pytest.mark.parametrize("body", [SHORT[:-1] + "x", SHORT + "x"])
async def test_a_body_stays_while_spans_of_it_stand(connection: Connection, what: str, body: str) -> None:
    await insert_article(connection, SHORT)
    await insert_others(connection)
    await insert_span(connection, what, SHORT, 1, 5, SHORT[1:5])
    with pytest.raises(asyncpg.ForeignKeyViolationError):
        await connection.execute(NEW_BODY, body, 2)


@pytest.mark.parametrize(
    "false",
    [
        {"length": len(SHORT) + 1},
        {"length": len(SHORT.encode())},
        {"length": len(SHORT.encode("utf-16-le")) // 2},
        {"content_hash": hashlib.sha256(b"else").digest()},
        {"content_hash": b""},
        {"record_digest": b"x" * 31},
        {"revision": 0},
        {"status": "DRAFT"},
        {"published_origin": "SUPPLIED"},
        {"published_origin": "GUESSED"},
        {"published": "2019"},
        {"word_count": -1},
    ],
)
async def test_false_articles_are_refused(connection: Connection, false: dict[str, Any]) -> None:
    with pytest.raises(asyncpg.CheckViolationError):
        await insert_article(connection, SHORT, **false)


@pytest.mark.parametrize(
    ("table", "columns", "values"),
    [
        ("sources", "key", "key"),
        ("articles", "id", "id"),
        ("article_keys", "key, kind, article_id", "key, 'EXTERNAL', (select min(id::text)::uuid from articles)"),
        ("actors", "id", "id"),
        ("actor_keys", "key, actor_id, home_id", "key, (select max(id::text)::uuid from actors), home_id"),
        ("aliases", "actor_id, name", "actor_id, name"),
        ("roles", "actor_id, title", "actor_id, title"),
        ("identifiers", "actor_id, url", "actor_id, url"),
        ("article_actors", "article_id, actor_id", "article_id, actor_id"),
        ("mentions", "article_id, span_start, span_end, actor_id", "article_id, span_start, span_end, actor_id"),
        ("utterances", "id", "id"),
        ("quotes", "article_id, span_start, span_end, kind", "article_id, span_start, span_end, kind"),
        ("quotes", "id", "id"),
        ("utterance_keys", "key, quote_id", "key, quote_id"),
        ("attributions", "quote_id", "quote_id"),
        ("events", "id", "id"),
        ("article_events", "article_id, event_id", "article_id, event_id"),
        ("reports", "article_id, span_start, span_end, event_id", "article_id, span_start, span_end, event_id"),
        ("participants", "event_id, role, actor_id", "event_id, role, actor_id"),
        ("event_actors", "event_id, actor_id", "event_id, actor_id"),
        ("event_quotes", "event_id, quote_id", "event_id, quote_id"),
    ],
)
async def test_no_second_row_under_one_natural_key(pool: Pool, table: str, columns: str, values: str) -> None:
    """A copy of a row that differs in all but the key."""
    await store(pool, whole())
    key = {name.strip() for name in columns.split(",")}
    async with pool.acquire() as connection, connection.transaction():
        names = [
            row["column_name"]
            for row in await connection.fetch(
                "select column_name from information_schema.columns where table_name = $1", table
            )
        ]
        others = [name for name in names if name not in key]
        fresh = {"id": "gen_random_uuid()", "key": "name", "name": "name || 'x'"}
        copied = [fresh.get(name, name) if table in {"sources", "quotes", "actors"} else name for name in others]
        with pytest.raises(asyncpg.UniqueViolationError):
            await connection.execute(
                f"insert into {table} ({columns}, {', '.join(others)}) "  # noqa: S608
                f"select {values}, {', '.join(copied)} from {table} limit 1"
                if others
                else f"insert into {table} ({columns}) select {values} from {table} limit 1"  # noqa: S608
            )


def whole(body: str = SHORT, url: str = "https://news.example/a") -> Draft:
    """An article that has a row in every table."""
    draft = Draft(body, url=url, source={"name": "N"}, datePublished="2019")
    general = draft.actor("Yáñez Général", "Yáñez", sameAs=["https://a.example/1"])
    draft.mention(general, "général", "NOMINAL", role="général")
    attribution = {"method": "CUE", "speakerSpan": draft.span("Yáñez"), "cueSpan": draft.span("a dit")}
    draft.quote("Ça suffit 😀!", general, attribution=attribution)
    draft.event("REJECT", "n", "“Ça suffit 😀!” le général", participants=[(general, "ACTOR")], startDate="2019")
    return draft


async def test_deleting_an_article_row_takes_what_hangs_on_it(pool: Pool) -> None:
    await store(pool, whole())
    await pool.execute("delete from articles")
    for table in ("article_keys", "article_actors", "mentions", "quotes", "utterance_keys", "attributions", "reports"):
        assert await pool.fetchval(f"select count(*) from {table}") == 0  # noqa: S608
