"""Tells which events of different articles are one: type, date and at least one participant agree."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import accumulate
from typing import NamedTuple
from uuid import UUID, uuid4

from service.article import Event, Span, partial_date_start
from service.folding import folded_name
from service.storage.identity import name_id
from service.storage.pool import Connection, by_column
from service.storage.submission import Accepted
from service.storage.utterances import SpokenQuote

_BY_PARTICIPANTS = """
select p.type, p.start_date, p.role, p.actor_id, min(p.event_id::text)::uuid as event_id
from unnest($1::text[], $2::text[], $3::text[], $4::uuid[]) k (type, start_date, role, actor_id)
join participants p using (type, start_date, role, actor_id)
group by 1, 2, 3, 4
"""
_EXISTING = "select id from events where id = any($1::uuid[])"

MAX_PARAGRAPH = 5_000
"""Code points of a line from which it is taken for a text without paragraphs: then the sentence counts."""


class EventKey(NamedTuple):
    """What two articles' accounts of one event have in common."""

    type: str
    start_date: str
    role: str
    actor_id: UUID


@dataclass(frozen=True)
class Account:
    """One article's account of one event, with the ids that it is stored under."""

    event_id: UUID
    article: Accepted
    event: Event
    participants: tuple[tuple[UUID, str], ...]
    location_id: UUID | None

    @property
    def start_at(self) -> datetime | None:
        """The first instant of the event's date."""
        return partial_date_start(self.event.start_date) if self.event.start_date else None

    @property
    def actor_ids(self) -> set[UUID]:
        """Participants and location."""
        return {actor for actor, _ in self.participants} | ({self.location_id} if self.location_id else set())


class Told(NamedTuple):
    """An event of a record, with the ids of its actors."""

    event: Event
    own_id: UUID
    participants: tuple[tuple[UUID, str], ...]
    keys: list[EventKey]
    location_id: UUID | None


@dataclass
class EventBook:
    """The events that a batch tells of."""

    accounts: list[Account] = field(default_factory=list)
    stored: set[UUID] = field(default_factory=set)
    """Those that were stored before."""

    async def resolve(
        self,
        connection: Connection,
        batch: Sequence[tuple[Accepted, dict[str, UUID]]],
        before: dict[UUID, set[UUID]],
    ) -> None:
        """Fill the book. `before`: article id -> the events of its last revision."""
        told = [(accepted, list(_told(accepted, ids))) for accepted, ids in batch]
        keys = list({key for _, events in told for event in events for key in event.keys})
        known: dict[EventKey, UUID] = {}
        if keys:
            for row in await connection.fetch(_BY_PARTICIPANTS, *by_column(keys)):
                known[EventKey(*row[:4])] = row["event_id"]
        self.stored = set(known.values())
        own = [event.own_id for _, events in told for event in events]
        existing = {row["id"] for row in await connection.fetch(_EXISTING, own)} if own else set()
        for accepted, events in told:
            taken: set[UUID] = set()
            for event in events:
                # Accounts within one article are of different events: their writer told them apart.
                event_id = next((known[key] for key in event.keys if key in known and known[key] not in taken), None)
                if event_id is None and event.own_id in before.get(accepted.id, ()) and event.own_id not in taken:
                    event_id = event.own_id
                    self.stored.add(event_id)
                if event_id is None:
                    event_id = uuid4() if event.own_id in existing | taken else event.own_id
                taken.add(event_id)
                self.accounts.append(Account(event_id, accepted, event.event, event.participants, event.location_id))
            for account in self.accounts[len(self.accounts) - len(events) :]:
                for key in _keys(account.event, account.participants):
                    known.setdefault(key, account.event_id)
        self.stored &= {account.event_id for account in self.accounts}


def _told(accepted: Accepted, ids: dict[str, UUID]) -> Iterator[Told]:
    for event, own_id in zip(accepted.article.events, _own_ids(accepted), strict=True):
        participants = tuple(dict.fromkeys((ids[p.actor], p.role.value) for p in event.participants))
        location_id = ids[event.location] if event.location is not None else None
        yield Told(event, own_id, participants, _keys(event, participants), location_id)


def _keys(event: Event, participants: Iterable[tuple[UUID, str]]) -> list[EventKey]:
    if event.start_date is None:
        return []
    return [EventKey(event.type.value, event.start_date, role, actor) for actor, role in participants]


def _own_ids(accepted: Accepted) -> Iterator[UUID]:
    """The ids that a record's events have where they join no other article's; kept across revisions."""
    ordinals: Counter[tuple[str, ...]] = Counter()
    for event in accepted.article.events:
        known_as = (event.type.value, event.start_date or "", folded_name(event.name))
        yield name_id("event", str(accepted.id), *known_as, str(ordinals[known_as]))
        ordinals[known_as] += 1


def event_quotes(accounts: Iterable[Account], quotes: Iterable[SpokenQuote]) -> Iterator[tuple[UUID, SpokenQuote]]:
    """(event id, quote) for quotes that overlap a report of the event, or its paragraph; each pair once."""
    by_article: dict[UUID, list[SpokenQuote]] = {}
    for quote in sorted(quotes, key=lambda quote: quote.quote.start):
        by_article.setdefault(quote.article.id, []).append(quote)
    pairs: set[tuple[UUID, UUID]] = set()
    for account in accounts:
        near = by_article.get(account.article.id, [])
        starts = [quote.quote.start for quote in near]
        reach = list(accumulate((quote.quote.end for quote in near), max))
        for report in account.event.reports:
            start, end = _paragraph(account.article.article.body, report)
            for quote in near[bisect_right(reach, start) : bisect_left(starts, end)]:
                if quote.quote.end > start and (pair := (account.event_id, quote.id)) not in pairs:
                    pairs.add(pair)
                    yield account.event_id, quote


def _paragraph(body: str, report: Span) -> tuple[int, int]:
    """The lines that a report stands in, or its own span where they are too long to be a paragraph."""
    start = body.rfind("\n", max(0, report.start - MAX_PARAGRAPH), report.start) + 1
    end = body.find("\n", report.end, report.end + MAX_PARAGRAPH)
    if start == 0 and report.start > MAX_PARAGRAPH:
        return report.start, report.end
    if end < 0 and report.end + MAX_PARAGRAPH < len(body):
        return report.start, report.end
    return start, end if end >= 0 else len(body)
