"""The rows of one batch, as COPY takes them."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Any
from uuid import UUID

from service.article import ProcessedArticle, Span
from service.search_text import event_vector
from service.storage.actors import Parts
from service.storage.events import Account, EventBook
from service.storage.pool import Connection
from service.storage.spans import NO_SPAN, SpanReader
from service.storage.submission import Accepted, kept_ids
from service.storage.utterances import SpokenQuote

Row = tuple[Any, ...]

SPAN = ("span_start", "span_end", "utf16_start", "utf16_end", "exact", "prefix", "suffix")
SPEAKER_SPAN = tuple(f"speaker_{column.removeprefix('span_')}" for column in SPAN)
CUE_SPAN = tuple(f"cue_{column.removeprefix('span_')}" for column in SPAN)
REVISION = ("article_id", "revision", "length")

COLUMNS: dict[str, tuple[str, ...]] = {
    "articles": (
        "id", "revision", "source_id", "external_id", "url", "headline", "body", "length", "content_hash",
        "record_digest", "language", "published", "published_start", "published_origin", "modified_at",
        "stored_at", "status", "word_count", "processor", "words", "sender", "record", "resolved",
    ),
    "article_actors": (
        "article_id", "actor_id", "names", "name_counts", "titles", "title_counts", "identifiers",
        "mention_count", "quote_count", "published_start", "home_ids",
    ),
    "mentions": (*REVISION, "actor_id", *SPAN, "form", "role", "role_start", "role_end"),
    "quotes": (
        "id", *REVISION, "speaker_id", "utterance_id", "source_id", "published_start", "kind", *SPAN,
        "words",
    ),
    "attributions": (
        "quote_id", *REVISION, *SPEAKER_SPAN, *CUE_SPAN, "cue", "method", "rule", "confidence", "venue",
        "addressee", "relayed_by",
    ),
    "utterance_keys": ("key", "quote_id", "utterance_id"),
    "events": (
        "id", "type", "mode", "contexts", "name", "start_date", "start_at", "end_date", "date_origin",
        "location_id", "article_count", "source_count", "words", "told_by",
    ),
    "article_events": (
        "article_id", "event_id", "source_id", "stored_at", "start_at", "mode", "contexts", "name", "end_date",
        "date_origin", "location_id", "participant_ids", "participant_roles", "words",
    ),
    "reports": ("event_id", *REVISION, "published_start", "modality", *SPAN),
    "event_quotes": ("event_id", "quote_id", "published_start"),
}  # fmt: skip
"""Table -> the columns that are written, in the order of the rows below."""


async def copy(connection: Connection, table: str, rows: Iterable[Row]) -> None:
    """COPY rows into a table of COLUMNS, each made while Postgres takes those before it."""
    remaining = iter(rows)
    for first in remaining:
        records = chain((first,), remaining)
        await connection.copy_records_to_table(table, records=records, columns=COLUMNS[table])


def part_rows(parts: Parts, batch: Iterable[Accepted]) -> Iterator[Row]:
    """Rows of article_actors."""
    published = {accepted.id: accepted.published_start for accepted in batch}
    for (article_id, actor_id), part in parts.items():
        yield (
            article_id, actor_id, list(part.names), list(part.names.values()), list(part.titles),
            list(part.titles.values()), list(part.identifiers), part.mention_count, part.quote_count,
            published[article_id], sorted(part.homes) if part.homes != {actor_id} else None,
        )  # fmt: skip


def mention_rows(accepted: Accepted, actor_ids: dict[str, UUID], spans: SpanReader) -> Iterator[Row]:
    """Rows of mentions, each place of an actor once."""
    revision = _revision(accepted)
    seen: set[tuple[UUID, int, int]] = set()
    for actor in accepted.article.actors:
        actor_id = actor_ids[actor.key]
        for mention in actor.mentions:
            if (place := (actor_id, mention.start, mention.end)) not in seen:
                seen.add(place)
                role = mention.role
                titled = (role.title, role.start, role.end) if role else (None, None, None)
                yield (*revision, actor_id, *spans.read(mention), mention.form.value, *titled)


def quote_row(spoken: SpokenQuote, utterance_id: UUID, spans: SpanReader) -> Row:
    """A row of quotes."""
    accepted, quote = spoken.article, spoken.quote
    return (
        spoken.id, *_revision(accepted), spoken.speaker_id, utterance_id, accepted.source_id,
        accepted.published_start, quote.quote_kind.value, *spans.read(quote), spoken.words,
    )  # fmt: skip


def attribution_row(spoken: SpokenQuote, spans: SpanReader) -> Row | None:
    """A row of attributions; None where nothing tells why the quote has its speaker."""
    told = spoken.quote.attribution
    if told is None:
        return None

    def read(span: Span | None) -> Row:
        return spans.read(span) if span else NO_SPAN

    cue = told.cue
    if cue is None and told.cue_span:
        cue = spans.body[told.cue_span.start : told.cue_span.end]
    return (
        spoken.id, *_revision(spoken.article), *read(told.speaker_span), *read(told.cue_span), cue,
        told.method.value, told.rule, told.confidence, told.venue, told.addressee, told.relayed_by,
    )  # fmt: skip


def event_rows(book: EventBook) -> Iterator[Row]:
    """Rows of events that were not stored before, as their first accounts tell of them.

    Of articles that were stored elsewhere before, the account that was shown there.
    """
    accounts: dict[UUID, list[Account]] = {}
    for account in book.accounts:
        if account.event_id not in book.stored:
            accounts.setdefault(account.event_id, []).append(account)
    for event_id, told in accounts.items():
        first = next((account for account in told if not account.is_retold), told[0])
        event = first.event
        sources = {account.article.source_id for account in told} - {None}
        yield (
            event_id, event.type.value, event.mode, list(event.contexts), event.name, event.start_date,
            first.start_at, event.end_date, event.date_origin.value, first.location_id, len(told), len(sources),
            event_vector(event.name), first.article.id,
        )  # fmt: skip


def account_row(account: Account) -> Row:
    """A row of article_events."""
    event, accepted = account.event, account.article
    return (
        accepted.id, account.event_id, accepted.source_id, accepted.stored_at, account.start_at, event.mode,
        list(event.contexts), event.name, event.end_date, event.date_origin.value, account.location_id,
        [actor for actor, _ in account.participants], [role for _, role in account.participants],
        event_vector(event.name),
    )  # fmt: skip


def report_rows(account: Account, spans: SpanReader) -> Iterator[Row]:
    """Rows of reports."""
    accepted = account.article
    for report in account.event.reports:
        yield (
            account.event_id, *_revision(accepted), accepted.published_start, report.modality.value,
            *spans.read(report),
        )  # fmt: skip


def _revision(accepted: Accepted) -> tuple[UUID, int, int]:
    return accepted.id, accepted.revision, len(accepted.article.body)


def article_row(accepted: Accepted, homes: Mapping[str, UUID], events: Mapping[str, UUID]) -> Row:
    """A row of articles. homes, events: what the record's keys stand for, actors before any merge."""
    article: ProcessedArticle = accepted.article
    prepared = accepted.submission.prepared
    return (
        accepted.id, accepted.revision, accepted.source_id, article.external_id, article.url, article.headline,
        article.body, len(article.body), prepared.content_hash, bytes.fromhex(accepted.digest),
        article.language, article.date_published, accepted.published_start, article.date_published_origin.value,
        accepted.stored_at if accepted.revision > 1 else None, accepted.first_stored_at, article.status.value,
        prepared.word_count, article.processor, prepared.words,
        accepted.submission.sender, accepted.record or prepared.record, kept_ids(homes, events),
    )  # fmt: skip
