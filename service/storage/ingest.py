"""Stores articles: whole or not at all, each once, however many senders send them at once."""

import asyncio
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from uuid import UUID

import asyncpg

from service.storage import rows
from service.storage.actors import ActorBook, FormerActors, Parts, article_parts
from service.storage.decision import OneAfterAnother, decide
from service.storage.events import EventBook, event_quotes
from service.storage.identity import source_key
from service.storage.ledger import Ledger
from service.storage.pool import Connection, Pool, by_column
from service.storage.spans import SpanReader
from service.storage.submission import Accepted, Outcome, Result, Submission
from service.storage.utterances import SpokenQuote, UtteranceBook, spoken_quotes

WRITE_LOCK = 0x6F6E7265636F7265
"""The advisory lock under which articles are merged. One writer at a time: set-based updates of the counts
that articles share deadlock otherwise, and which actor is which is decided on what is stored just now."""

RETRIES = 3
"""Times that a batch is tried again after another client of the database made it fail."""

# The pool's custom plans are for reads; planned anew for each row, the checks of foreign keys cost thrice as much.
_BEGIN_WRITING = "select pg_advisory_xact_lock($1), set_config('plan_cache_mode', 'auto', true)"
_INSERT_SOURCES = """
insert into sources (id, key, name, domain) select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[])
on conflict do nothing
"""
_KEPT_KEYS = "select key, kind, article_id from article_keys where article_id = any($1::uuid[]) and kind = 'EXTERNAL'"
_INSERT_KEYS = """
insert into article_keys (key, kind, article_id) select * from unnest($1::bytea[], $2::text[], $3::uuid[])
on conflict do nothing
"""
_INSERT_ACTORS = """
insert into actors (id, kind, name, name_folded, mention_count, quote_count, article_count)
select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::int[], $6::int[], $7::int[])
"""
_INSERT_ACTOR_KEYS = """
insert into actor_keys (key, actor_id, home_id) select key, id, id from unnest($1::bytea[], $2::uuid[]) claim (key, id)
"""
_MARK_AMBIGUOUS = "update actor_keys set ambiguous = true where key = any($1::bytea[])"
_INSERT_UTTERANCES = """
insert into utterances (id, speaker_id, article_count, source_count)
select * from unnest($1::uuid[], $2::uuid[], $3::int[], $4::int[])
"""
_DELETE_ARTICLES = "delete from articles where id = any($1::uuid[])"
_STORED_IDS = "select id from articles where id = any($1::uuid[])"


async def ingest(pool: Pool, submissions: Sequence[Submission]) -> list[Outcome]:
    """Store a batch of checked records; an outcome for each, in order.

    A record that can't be stored is refused by its outcome and harms no other. What comes back is committed.
    Raises Unavailable's kin (asyncpg.PostgresConnectionError, OSError) where the database goes away.
    """
    outcomes: dict[int, Outcome] = {}
    for indexes in _rounds(submissions):
        merged = await _merge_or_split(pool, [submissions[i] for i in indexes])
        outcomes.update(zip(indexes, merged, strict=True))
    return [outcomes[i] for i in range(len(submissions))]


async def delete(pool: Pool, article_ids: Sequence[UUID]) -> list[UUID]:
    """Delete articles with all that they alone said; the ids of those that were stored."""
    async with pool.acquire() as connection, connection.transaction():
        await connection.execute(_BEGIN_WRITING, WRITE_LOCK)
        stored = [row[0] for row in await connection.fetch(_STORED_IDS, article_ids)]
        if stored:
            ledger = Ledger()
            await ledger.take_back(connection, stored)
            await connection.execute(_DELETE_ARTICLES, stored)
            await ledger.forget(connection)
            await ledger.write(connection)
    return stored


def _rounds(submissions: Sequence[Submission]) -> Iterator[list[int]]:
    """The indexes in rounds in which no two submissions share a key: a later one meets the former stored."""
    rest = list(range(len(submissions)))
    while rest:
        seen: set[bytes] = set()
        this_round: list[int] = []
        later: list[int] = []
        for i in rest:
            keys = {key for _, key in submissions[i].keys}
            (later if keys & seen else this_round).append(i)
            seen |= keys
        yield this_round
        rest = later


async def _merge_or_split(pool: Pool, submissions: Sequence[Submission]) -> list[Outcome]:
    """Merge in one transaction; where that can't be, in halves, until the one that the database refuses is alone."""
    try:
        return await _merge_with_retries(pool, submissions)
    except (
        asyncpg.IntegrityConstraintViolationError,
        asyncpg.DataError,
        asyncpg.ProgramLimitExceededError,
        OneAfterAnother,
    ) as error:
        if len(submissions) == 1:
            reason = f"the database refuses it: {error}"
            return [Outcome(Result.REFUSED, submissions[0].digest, reason=reason)]
        half = len(submissions) // 2
        return [
            *await _merge_or_split(pool, submissions[:half]),
            *await _merge_or_split(pool, submissions[half:]),
        ]


async def _merge_with_retries(pool: Pool, submissions: Sequence[Submission]) -> list[Outcome]:
    for attempt in range(RETRIES):
        try:
            async with pool.acquire() as connection, connection.transaction():
                return await _merge(connection, submissions)
        except (asyncpg.DeadlockDetectedError, asyncpg.SerializationError):
            await asyncio.sleep(0.05 * 2**attempt)
    async with pool.acquire() as connection, connection.transaction():
        return await _merge(connection, submissions)


async def _merge(connection: Connection, submissions: Sequence[Submission]) -> list[Outcome]:
    await connection.execute(_BEGIN_WRITING, WRITE_LOCK)
    decisions = await decide(connection, submissions)
    if batch := [decision.accepted for decision in decisions if decision.accepted]:
        await _store(connection, batch)
    return [decision.outcome for decision in decisions]


async def _store(connection: Connection, batch: Sequence[Accepted]) -> None:
    ledger = Ledger()
    keys = [(key, kind, accepted.id) for accepted in batch for kind, key in accepted.submission.keys]
    if replaced := [accepted.id for accepted in batch if accepted.revision > 1]:
        await ledger.take_back(connection, replaced)
        keys += [tuple(row) for row in await connection.fetch(_KEPT_KEYS, replaced)]
        await connection.execute(_DELETE_ARTICLES, replaced)
        await ledger.forget(connection)

    actors = ActorBook()
    await actors.look_up(connection, batch)
    actor_ids = {a.id: actors.resolve(a, ledger.actors_before.get(a.id, FormerActors())) for a in batch}
    quotes = [quote for accepted in batch for quote in spoken_quotes(accepted, actor_ids[accepted.id])]
    utterances = UtteranceBook()
    await utterances.resolve(connection, quotes)
    events = EventBook()
    await events.resolve(connection, [(a, actor_ids[a.id]) for a in batch], ledger.events_before)

    parts: Parts = {}
    for accepted in batch:
        parts.update(article_parts(accepted, actor_ids[accepted.id]))
    new_counts = ledger.add_parts(parts, actors)
    ledger.add_accounts(events)
    ledger.recount_utterances(utterances.stored)

    await _insert_sources(connection, batch)
    await rows.copy(connection, "articles", [rows.article_row(accepted) for accepted in batch])
    await connection.execute(_INSERT_KEYS, *by_column(keys))
    await _insert_actors(connection, actors, new_counts)
    await _insert_utterances(connection, utterances, quotes)
    await _copy_annotations(connection, batch, actor_ids, parts, quotes, utterances, events)
    await ledger.write(connection)


async def _insert_sources(connection: Connection, batch: Iterable[Accepted]) -> None:
    sources = {
        accepted.source_id: (accepted.source_id, source_key(source), source.name, source.domain)
        for accepted in batch
        if (source := accepted.article.source)
    }
    if sources:
        await connection.execute(_INSERT_SOURCES, *by_column(sources.values()))


async def _insert_actors(connection: Connection, book: ActorBook, counts: dict[UUID, list[int]]) -> None:
    if book.added:
        added = [
            (actor_id, actor.kind.value, actor.name, actor.folded, *counts[actor_id])
            for actor_id, actor in book.added.items()
        ]
        await connection.execute(_INSERT_ACTORS, *by_column(added))
    if book.claims:
        await connection.execute(_INSERT_ACTOR_KEYS, *by_column(book.claims.items()))
    if book.newly_ambiguous:
        await connection.execute(_MARK_AMBIGUOUS, list(book.newly_ambiguous))


async def _insert_utterances(connection: Connection, book: UtteranceBook, quotes: Iterable[SpokenQuote]) -> None:
    articles: dict[UUID, set[UUID]] = {}
    sources: dict[UUID, set[UUID]] = {}
    for quote in quotes:
        utterance = book.of_quote[quote.id]
        articles.setdefault(utterance, set()).add(quote.article.id)
        sources.setdefault(utterance, set()).update(filter(None, [quote.article.source_id]))
    new = [
        (utterance, speaker, len(articles[utterance]), len(sources[utterance]))
        for utterance, speaker in book.speakers.items()
        if utterance not in book.stored
    ]
    if new:
        await connection.execute(_INSERT_UTTERANCES, *by_column(new))


async def _copy_annotations(
    connection: Connection,
    batch: Sequence[Accepted],
    actor_ids: dict[UUID, dict[str, UUID]],
    parts: Parts,
    quotes: Sequence[SpokenQuote],
    utterances: UtteranceBook,
    events: EventBook,
) -> None:
    spans = {accepted.id: SpanReader(accepted.article.body) for accepted in batch}
    mentions = (rows.mention_rows(a, actor_ids[a.id], spans[a.id]) for a in batch)
    attributions = (rows.attribution_row(quote, spans[quote.article.id]) for quote in quotes)
    reports = (rows.report_rows(account, spans[account.article.id]) for account in events.accounts)
    of_quote = utterances.of_quote
    await rows.copy(connection, "article_actors", list(rows.part_rows(parts, batch)))
    await rows.copy(connection, "mentions", list(chain.from_iterable(mentions)))
    await rows.copy(connection, "quotes", [rows.quote_row(q, of_quote[q.id], spans[q.article.id]) for q in quotes])
    await rows.copy(connection, "attributions", [row for row in attributions if row])
    await rows.copy(
        connection,
        "utterance_keys",
        [(key, quote.id, of_quote[quote.id]) for quote in quotes for key in quote.keys],
    )
    await rows.copy(connection, "events", list(rows.event_rows(events)))
    await rows.copy(connection, "article_events", [rows.account_row(account) for account in events.accounts])
    await rows.copy(connection, "reports", list(chain.from_iterable(reports)))
    await rows.copy(
        connection,
        "event_quotes",
        [(event_id, q.id, q.article.published_start) for event_id, q in event_quotes(events.accounts, quotes)],
    )
