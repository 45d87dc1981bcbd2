"""The counts of actors and events that one batch changes, taken from the accounts that articles give."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from service.article import ActorKind
from service.folding import folded_name
from service.search_text import name_vector
from service.storage.actors import ActorBook, FormerActors, Parts
from service.storage.counts import (
    ACTORS,
    ALIASES,
    EVENT_ACTORS,
    EVENTS,
    IDENTIFIERS,
    PARTICIPANTS,
    ROLES,
    Counts,
)
from service.storage.events import Account, EventBook, FormerEvents, event_keys
from service.storage.identity import full_name_key, identifier_key
from service.storage.pool import Connection, by_column

_OLD_PARTS = """
select p.*, t.kind, t.article_count from article_actors p join actors t on t.id = p.actor_id
where p.article_id = any($1::uuid[])
"""
_OLD_ACCOUNTS = """
select t.*, e.type, e.start_date from article_events t join events e on e.id = t.event_id
where t.article_id = any($1::uuid[])
"""
_OLD_UTTERANCES = "select distinct utterance_id from quotes where article_id = any($1::uuid[])"
_OLD_SOURCES = "select distinct source_id from articles where id = any($1::uuid[]) and source_id is not null"

_FORGET_KEYS = """
delete from actor_keys k using unnest($1::bytea[], $2::uuid[], $3::text[]) gone (key, actor_id, folded)
where k.key = gone.key and k.actor_id = gone.actor_id and not k.ambiguous
    and not exists (select from aliases a where a.actor_id = gone.actor_id and a.folded = gone.folded)
"""
_RENAME = """
update actors t set name = best.name, name_folded = best.folded
from (
    select distinct on (actor_id) actor_id, name, folded from aliases where actor_id = any($1::uuid[])
    order by actor_id, article_count desc, mention_count desc, name
) best
where t.id = best.actor_id and not exists (select from aliases a where a.actor_id = t.id and a.name = t.name)
"""
_RETELL = """
update events t set mode = a.mode, contexts = a.contexts, name = a.name, end_date = a.end_date,
    date_origin = a.date_origin, location_id = a.location_id, words = a.words, told_by = a.article_id
from (
    select distinct on (event_id) * from article_events where event_id = any($1::uuid[])
    order by event_id, stored_at, article_id
) a
where t.id = a.event_id
"""
_RETELL_AS = """
update events t set mode = a.mode, contexts = a.contexts, name = a.name, end_date = a.end_date,
    date_origin = a.date_origin, location_id = a.location_id, words = a.words, told_by = a.article_id
from unnest($1::uuid[], $2::uuid[]) told (event_id, article_id) join article_events a using (event_id, article_id)
where t.id = a.event_id
"""
_RELOCATE = """
update events t set location_id = a.location_id
from article_events a
where a.event_id = t.id and a.article_id = t.told_by and t.id = any($1::uuid[])
    and t.location_id is distinct from a.location_id
"""
_RECOUNT_EVENTS = """
update events t set source_count = c.sources
from (
    select event_id, count(distinct source_id) as sources from article_events
    where event_id = any($1::uuid[]) group by event_id
) c
where t.id = c.event_id and t.source_count <> c.sources
"""
_DROP_UTTERANCES = """
delete from utterances u where u.id = any($1::uuid[]) and not exists (select from quotes q where q.utterance_id = u.id)
"""
_RECOUNT_UTTERANCES = """
update utterances t set article_count = c.articles, source_count = c.sources
from (
    select utterance_id, count(distinct article_id) as articles, count(distinct source_id) as sources
    from quotes where utterance_id = any($1::uuid[]) group by utterance_id
) c
where t.id = c.utterance_id
"""
_DROP_SOURCES = """
delete from sources s where s.id = any($1::uuid[]) and not exists (select from articles a where a.source_id = s.id)
"""


class Ledger:
    """What a batch changes in the rows that several articles share. Read and forget the old, add the new, write."""

    def __init__(self) -> None:
        self.actors, self.aliases, self.roles = Counts(ACTORS), Counts(ALIASES), Counts(ROLES)
        self.identifiers, self.events = Counts(IDENTIFIERS), Counts(EVENTS)
        self.participants, self.event_actors = Counts(PARTICIPANTS), Counts(EVENT_ACTORS)
        self.actors_before: dict[UUID, FormerActors] = {}
        self.events_before: dict[UUID, FormerEvents] = {}
        self._kinds: dict[UUID, ActorKind] = {}
        self._former_ids: set[UUID] = set()
        self._utterances: set[UUID] = set()
        self._sources: set[UUID] = set()
        self._events_to_recount: set[UUID] = set()
        self._told_as: dict[UUID, UUID] = {}
        self._told_stays = False

    async def take_back(self, connection: Connection, article_ids: Sequence[UUID]) -> None:
        """Take back what these articles' stored revisions said."""
        parts = await connection.fetch(_OLD_PARTS, article_ids)
        articles = Counter(row["actor_id"] for row in parts)
        for row in parts:
            self._take_part(row, alone=row["article_count"] == articles[row["actor_id"]])
        for row in await connection.fetch(_OLD_ACCOUNTS, article_ids):
            event_id = row["event_id"]
            self._events_to_recount.add(event_id)
            self.events.take((event_id,), (1,))
            actor_ids = set(row["participant_ids"]) | ({row["location_id"]} - {None})
            participants = list(zip(row["participant_ids"], row["participant_roles"], strict=True))
            self.events_before.setdefault(row["article_id"], {})[event_id] = set(
                event_keys(row["type"], row["start_date"], participants)
            )
            for actor_id, role in participants:
                self.participants.take((event_id, role, actor_id), (1,))
            for actor_id in actor_ids:
                self.event_actors.take((event_id, actor_id), (1,))
        self._utterances.update(row[0] for row in await connection.fetch(_OLD_UTTERANCES, article_ids))
        self._sources.update(row[0] for row in await connection.fetch(_OLD_SOURCES, article_ids))

    def _take_part(self, row: Any, *, alone: bool) -> None:
        actor_id = row["actor_id"]
        kind = self._kinds[actor_id] = ActorKind(row["kind"])
        before = self.actors_before.setdefault(row["article_id"], FormerActors())
        homes = row["home_ids"] or [actor_id]
        before.ids.update(homes)
        self._former_ids.add(actor_id)
        if alone and len(homes) == 1:
            name, *_ = row["names"]  # aliases join nothing
            keys = (*map(identifier_key, row["identifiers"]), full_name_key(kind, name))
            before.own.update((key, homes[0]) for key in keys if key)
        self.actors.take((actor_id,), (row["mention_count"], row["quote_count"], 1))
        for name, count in zip(row["names"], row["name_counts"], strict=True):
            self.aliases.take((actor_id, name), (count, 1))
        for title, count in zip(row["titles"], row["title_counts"], strict=True):
            self.roles.take((actor_id, title), (count,))
        for url in row["identifiers"]:
            self.identifiers.take((actor_id, url), (1,))

    async def forget(self, connection: Connection) -> None:
        """Write what was taken back of that by which actors and events of other articles are joined to these."""
        names = await self.aliases.write(connection)
        urls = await self.identifiers.write(connection)
        keys = [
            *((full_name_key(self._kinds[actor_id], name), actor_id, folded_name(name)) for actor_id, name in names),
            *((identifier_key(url), actor_id, None) for actor_id, url in urls),
        ]
        if keys:
            await connection.execute(_FORGET_KEYS, *by_column(keys))
        await self.participants.write(connection)
        self.aliases, self.identifiers, self.participants = Counts(ALIASES), Counts(IDENTIFIERS), Counts(PARTICIPANTS)

    def add_parts(self, parts: Parts, book: ActorBook) -> dict[UUID, list[int]]:
        """Add what articles say of actors; of new actors the counts come back, for their rows."""
        added: dict[UUID, list[int]] = {actor_id: [0, 0, 0] for actor_id in book.added}
        for (_, actor_id), part in parts.items():
            counts = (part.mention_count, part.quote_count, 1)
            if actor_id in added:
                added[actor_id] = [a + b for a, b in zip(added[actor_id], counts, strict=True)]
            else:
                self.actors.add_stored((actor_id,), counts)
            for name, count in part.names.items():
                self.aliases.add((actor_id, name), (count, 1), (folded_name(name), name_vector(name)))
            for title, count in part.titles.items():
                self.roles.add((actor_id, title), (count,))
            for url in part.identifiers:
                self.identifiers.add((actor_id, url), (1,))
        return added

    def add_accounts(self, book: EventBook) -> None:
        """Add what articles tell of events."""
        for account in book.accounts:
            event, event_id = account.event, account.event_id
            if event_id in book.stored:
                self.events.add_stored((event_id,), (1,))
                self._events_to_recount.add(event_id)
            for actor_id, role in account.participants:
                self.participants.add((event_id, role, actor_id), (1,), (event.type.value, event.start_date))
            for actor_id in account.actor_ids:
                self.event_actors.add((event_id, actor_id), (1,), (account.start_at,))

    def recount_utterances(self, stored: set[UUID]) -> None:
        """Have these utterances, stored before, counted again."""
        self._utterances |= stored

    def retell_as(self, accounts: Iterable[Account]) -> None:
        """Have events shown as these accounts tell of them."""
        self._told_as.update((account.event_id, account.article.id) for account in accounts)

    def keep_told(self) -> None:
        """Have events shown as before but for their locations: the articles taken back were stored again."""
        self._told_stays = True

    async def write(self, connection: Connection) -> None:
        """Write all counts; delete what no article speaks of any more. The batch's rows must be in place."""
        await self.participants.write(connection)
        await self.event_actors.write(connection)
        await self.events.write(connection)
        if self._events_to_recount:
            await connection.execute(_RECOUNT_EVENTS, list(self._events_to_recount))
        if told := [event_id for events in self.events_before.values() for event_id in events]:
            await connection.execute(_RELOCATE if self._told_stays else _RETELL, told)
        if self._told_as:
            await connection.execute(_RETELL_AS, *by_column(self._told_as.items()))
        if self._utterances:
            await connection.execute(_DROP_UTTERANCES, list(self._utterances))
            await connection.execute(_RECOUNT_UTTERANCES, list(self._utterances))
        await self.aliases.write(connection)
        await self.roles.write(connection)
        await self.identifiers.write(connection)
        await self.actors.write(connection)
        if self._former_ids:
            await rename(connection, self._former_ids)
        if self._sources:
            await connection.execute(_DROP_SOURCES, list(self._sources))


async def rename(connection: Connection, actor_ids: Iterable[UUID]) -> None:
    """Have actors whose name no article gives them any more shown by the one that most do."""
    await connection.execute(_RENAME, list(actor_ids))
