"""Writes the rows of a batch of articles, and takes back those of the revisions that they replace."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from service.storage import rows
from service.storage.actors import ActorBook, Actors, FormerActors, Parts, article_parts
from service.storage.events import EventBook, event_quotes
from service.storage.identity import source_key
from service.storage.ledger import Ledger
from service.storage.pool import Connection, by_column, meanwhile
from service.storage.submission import Accepted
from service.storage.utterances import SpokenQuote, UtteranceBook, spoken_quotes

_INSERT_SOURCES = """
insert into sources (id, key, name, domain) select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[])
on conflict do nothing
"""
_KEPT_KEYS = "select key, kind, article_id from article_keys where article_id = any($1::uuid[]) and kind = 'EXTERNAL'"
_ALL_KEYS = "select key, kind, article_id from article_keys where article_id = any($1::uuid[])"
_INSERT_KEYS = """
insert into article_keys (key, kind, article_id) select * from unnest($1::bytea[], $2::text[], $3::uuid[])
on conflict do nothing
"""
_INSERT_ACTORS = """
insert into actors (id, kind, name, name_folded, mention_count, quote_count, article_count)
select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::int[], $6::int[], $7::int[])
"""
_INSERT_ACTOR_KEYS = """
insert into actor_keys (key, actor_id, home_id) select * from unnest($1::bytea[], $2::uuid[], $3::uuid[])
on conflict do nothing
"""
_MARK_AMBIGUOUS = "update actor_keys set ambiguous = true where key = any($1::bytea[])"
_INSERT_UTTERANCES = """
insert into utterances (id, speaker_id, article_count, source_count)
select * from unnest($1::uuid[], $2::uuid[], $3::int[], $4::int[])
"""
_DELETE_ARTICLES = "delete from articles where id = any($1::uuid[])"

WORTH_A_THREAD = 50
"""Articles from which on rows are made in a thread beside Postgres: handing over costs more for a few."""


async def store(connection: Connection, batch: Sequence[Accepted]) -> None:
    """Write new articles and new revisions of stored ones; those that were stored elsewhere, as they were there."""
    ledger = Ledger()
    keys = [
        *((key, kind, accepted.id) for accepted in batch for kind, key in accepted.submission.keys),
        *((bytes.fromhex(key), "EXTERNAL", accepted.id) for accepted in batch for key in _external_keys(accepted)),
    ]
    if replaced := [accepted.id for accepted in batch if accepted.replaced]:
        await ledger.take_back(connection, replaced)
        keys += [tuple(row) for row in await connection.fetch(_KEPT_KEYS, replaced)]
        await connection.execute(_DELETE_ARTICLES, replaced)
        await ledger.forget(connection)
    events, _ = await _write(connection, batch, ledger, keys)
    ledger.retell_as(
        account
        for account in events.accounts
        if account.article.given and not account.is_retold and account.event_id in events.stored
    )
    await ledger.write(connection)


async def store_anew(connection: Connection, batch: Sequence[Accepted]) -> Ledger:
    """Write stored articles once more, each with what was given, for the actors that theirs are now.

    The counts are not written yet: `write` of the ledger that comes back does it, and drops who is left without an
    article. Events keep the account that they show.
    """
    ledger = Ledger()
    ids = [accepted.id for accepted in batch]
    await ledger.take_back(connection, ids)
    keys = [tuple(row) for row in await connection.fetch(_ALL_KEYS, ids)]
    await connection.execute(_DELETE_ARTICLES, ids)
    _, utterances = await _write(connection, batch, ledger, keys)
    await utterances.write_speakers(connection)
    ledger.keep_told()
    return ledger


def _external_keys(accepted: Accepted) -> Sequence[str]:
    stored = accepted.submission.stored
    return stored.external_keys if stored and accepted.given else ()


async def _write(
    connection: Connection, batch: Sequence[Accepted], ledger: Ledger, keys: Sequence[tuple[object, ...]]
) -> tuple[EventBook, UtteranceBook]:
    actors = ActorBook()
    await actors.look_up(connection, batch)
    homes = {a.id: actors.resolve(a, ledger.actors_before.get(a.id, FormerActors())) for a in batch}
    await actors.settle(connection, batch, homes.values())
    actor_ids = {article_id: actors.actuals(of_article) for article_id, of_article in homes.items()}
    quotes = [quote for a in batch for quote in spoken_quotes(a, homes[a.id], actor_ids[a.id])]
    utterances = UtteranceBook()
    await utterances.resolve(connection, quotes)
    events = EventBook()
    await events.resolve(connection, [(a, actor_ids[a.id]) for a in batch], ledger.events_before)

    event_ids: dict[UUID, dict[str, UUID]] = {accepted.id: {} for accepted in batch}
    for account in events.accounts:
        event_ids[account.article.id][account.event.key] = account.event_id

    def make() -> tuple[dict[UUID, list[int]], dict[str, list[rows.Row]]]:
        parts: Parts = {}
        for accepted in batch:
            parts.update(article_parts(accepted, homes[accepted.id], actor_ids[accepted.id]))
        counts = ledger.add_parts(parts, actors)
        ledger.add_accounts(events)
        return counts, _annotations(batch, actor_ids, parts, quotes, utterances, events)

    await _insert_sources(connection, batch)
    # The longest of all: what comes next is made meanwhile.
    articles = (rows.article_row(a, homes[a.id], event_ids[a.id]) for a in batch)
    copying = rows.copy(connection, "articles", articles)
    if len(batch) >= WORTH_A_THREAD:
        new_counts, annotations = await meanwhile(copying, make)
    else:
        await copying
        new_counts, annotations = make()
    ledger.recount_utterances(utterances.stored)
    await connection.execute(_INSERT_KEYS, *by_column(keys))
    await _insert_actors(connection, actors, new_counts)
    await _insert_utterances(connection, utterances, quotes)
    for table, made in annotations.items():
        await rows.copy(connection, table, made)
    return events, utterances


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
        claims = [(key, book.actual(home_id), home_id) for key, home_id in book.claims.items()]
        await connection.execute(_INSERT_ACTOR_KEYS, *by_column(claims))
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


def _annotations(
    batch: Sequence[Accepted],
    actor_ids: dict[UUID, Actors],
    parts: Parts,
    quotes: Sequence[SpokenQuote],
    utterances: UtteranceBook,
    events: EventBook,
) -> dict[str, list[rows.Row]]:
    """Table -> rows of what a batch is annotated with, each table behind those that it refers to."""
    spans = {accepted.id: accepted.submission.prepared.spans for accepted in batch}
    of_quote, accounts = utterances.of_quote, events.accounts
    attributions = (rows.attribution_row(quote, spans[quote.article.id]) for quote in quotes)
    return {
        "article_actors": list(rows.part_rows(parts, batch)),
        "mentions": [row for a in batch for row in rows.mention_rows(a, actor_ids[a.id], spans[a.id])],
        "quotes": [rows.quote_row(q, of_quote[q.id], spans[q.article.id]) for q in quotes],
        "attributions": [row for row in attributions if row],
        "utterance_keys": [(key, quote.id, of_quote[quote.id]) for quote in quotes for key in quote.keys],
        "events": list(rows.event_rows(events)),
        "article_events": [rows.account_row(account) for account in accounts],
        "reports": [row for account in accounts for row in rows.report_rows(account, spans[account.article.id])],
        "event_quotes": [(event_id, q.id, q.article.published_start) for event_id, q in event_quotes(accounts, quotes)],
    }
