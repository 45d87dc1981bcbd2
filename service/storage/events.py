"""Tells which events of different articles are one: type, date and at least one participant agree."""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import accumulate, chain
from typing import NamedTuple
from uuid import UUID, uuid4

from service.article import Event, Span, partial_date_start
from service.folding import folded_name
from service.storage.identity import name_id
from service.storage.pool import Connection, by_column
from service.storage.submission import Accepted, Given
from service.storage.utterances import SpokenQuote

_BY_PARTICIPANTS = """
select p.type, p.start_date, p.role, p.actor_id, p.event_id
from unnest($1::text[], $2::text[], $3::text[], $4::uuid[]) k (type, start_date, role, actor_id)
join participants p using (type, start_date, role, actor_id)
order by p.event_id
"""
_EXISTING = """
select id, exists (select from article_events t where t.event_id = e.id) as told, type, start_date
from events e where id = any($1::uuid[])
"""

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
    def is_retold(self) -> bool:
        """Whether the event was shown as another article tells of it."""
        return bool(self.article.given and self.event_id in self.article.given.retold)

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


FormerEvents = dict[UUID, set[EventKey]]
"""Event of an article's last revision -> the keys by which it was joined to others."""


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
        before: Mapping[UUID, FormerEvents],
    ) -> None:
        """Fill the book. `before`: article id -> the events of its last revision."""
        told = [(accepted, list(_told(accepted, ids))) for accepted, ids in batch]
        keys = list({key for _, events in told for event in events for key in event.keys})
        known: dict[EventKey, dict[UUID, None]] = defaultdict(dict)
        if keys:
            for row in await connection.fetch(_BY_PARTICIPANTS, *by_column(keys)):
                known[EventKey(*row[:4])][row["event_id"]] = None
        named = {event.own_id for _, events in told for event in events}.union(*before.values())
        named.update(event_id for accepted, _ in batch if accepted.given for event_id in accepted.given.events.values())
        existing = {row["id"]: row for row in await connection.fetch(_EXISTING, list(named))} if named else {}
        self.stored = {event_id for events in known.values() for event_id in events} | existing.keys()
        left = {event_id for event_id, row in existing.items() if not row["told"]}
        kinds = {event_id: (row["type"], row["start_date"]) for event_id, row in existing.items()}
        for accepted, events in told:
            if accepted.given and (ids := _given_ids(events, accepted.given, kinds)):
                for event, event_id in zip(events, ids, strict=True):
                    self._add(accepted, event, event_id, known)
                continue
            former = {event_id: keys for event_id, keys in before.get(accepted.id, {}).items() if event_id in left}
            for event, event_id in zip(events, _event_ids(events, known, former, existing.keys()), strict=True):
                self._add(accepted, event, event_id, known)
                left.discard(event_id)
        self.stored &= {account.event_id for account in self.accounts}

    def _add(self, accepted: Accepted, event: Told, event_id: UUID, known: dict[EventKey, dict[UUID, None]]) -> None:
        self.accounts.append(Account(event_id, accepted, event.event, event.participants, event.location_id))
        for key in event.keys:
            known[key][event_id] = None


def _given_ids(events: Sequence[Told], given: Given, kinds: dict[UUID, tuple[str, str | None]]) -> list[UUID] | None:
    """The ids that one article's events had; None where they are another's, of another type or date, or of two.

    kinds: event -> type and date, of those that are known; these events are added.
    """
    ids = [given.events[event.event.key] for event in events]
    own = {event_id: (told.event.type.value, told.event.start_date) for event_id, told in zip(ids, events, strict=True)}
    if len(own) < len(ids) or any(kinds.get(event_id, kind) != kind for event_id, kind in own.items()):
        return None
    kinds.update(own)
    return ids


def _event_ids(
    events: Sequence[Told],
    known: Mapping[EventKey, Collection[UUID]],
    former: FormerEvents,
    existing: Container[UUID],
) -> list[UUID]:
    """An id for each of one article's events, no two alike: their writer told them apart.

    known: the events of others that have a key; former: those that the article's last revision alone told of.
    """
    ids: dict[int, UUID] = {}
    taken: set[UUID] = set()

    def give(find: Callable[[Told], UUID | None]) -> None:
        for i, event in enumerate(events):
            if i not in ids and (found := find(event)) and found not in taken:
                ids[i] = found
                taken.add(found)

    def first_free(by_key: Mapping[EventKey, Iterable[UUID]]) -> Callable[[Told], UUID | None]:
        # What an iterator has passed is taken: many events of one key cost no more than each once.
        waiting = {key: iter(found) for key, found in by_key.items()}

        def find(event: Told) -> UUID | None:
            candidates = chain.from_iterable(waiting.get(key, ()) for key in event.keys)
            return next((event_id for event_id in candidates if event_id not in taken), None)

        return find

    former_by_key: dict[EventKey, list[UUID]] = defaultdict(list)
    for event_id, keys in former.items():
        for key in keys:
            former_by_key[key].append(event_id)
    give(lambda event: event.own_id if any(event.own_id in known.get(key, ()) for key in event.keys) else None)
    give(first_free({key: known[key] for event in events for key in event.keys if key in known}))
    give(lambda event: event.own_id if event.own_id in former else None)
    give(first_free(former_by_key))
    give(lambda event: uuid4() if event.own_id in existing else event.own_id)
    return [ids[i] for i in range(len(events))]


def _told(accepted: Accepted, ids: dict[str, UUID]) -> Iterator[Told]:
    for event, own_id in zip(accepted.article.events, _own_ids(accepted), strict=True):
        participants = tuple(dict.fromkeys((ids[p.actor], p.role.value) for p in event.participants))
        location_id = ids[event.location] if event.location is not None else None
        keys = event_keys(event.type.value, event.start_date, participants)
        yield Told(event, own_id, participants, keys, location_id)


def event_keys(kind: str, start_date: str | None, participants: Iterable[tuple[UUID, str]]) -> list[EventKey]:
    """What joins an event to the accounts of other articles; nothing where it has no date or participant."""
    if start_date is None:
        return []
    return [EventKey(kind, start_date, role, actor) for actor, role in participants]


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
    end = body.find("\n", report.end - 1, report.end + MAX_PARAGRAPH)
    if start == 0 and report.start > MAX_PARAGRAPH:
        return report.start, report.end
    if end < 0 and report.end + MAX_PARAGRAPH < len(body):
        return report.start, report.end
    return start, end if end >= 0 else len(body)
