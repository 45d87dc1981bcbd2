"""Tells which stored actor each actor of a record is, and what one article adds to each.

What a record says is resolved to the actor that it would be had no actors been merged, its home, and by
`former_actors` to the actor that its home was merged into: a merge can be undone.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple
from urllib.parse import urlsplit
from uuid import UUID, uuid4

from service.article import Actor, ActorKind, MentionForm
from service.folding import folded_name
from service.storage.identity import ActorKeys, identifier_key, name_id
from service.storage.pool import Connection
from service.storage.submission import Accepted, Given

_BY_KEYS = """
select k.key, k.home_id, k.actor_id, k.ambiguous,
    array(select url from identifiers i where i.actor_id = k.actor_id) as urls
from actor_keys k where k.key = any($1::bytea[])
union all
select null, id, id, false, null from actors where id = any($2::uuid[])
union all
select null, home_id, actor_id, false, null from actor_keys where home_id = any($2::uuid[]) and home_id <> actor_id
"""
_BECAME = """
select now.home_id, now.actor_id, exists (select from actors t where t.id = now.actor_id)
from (
    select g as home_id, coalesce((select f.actor_id from former_actors f where f.former_id = g), g) as actor_id
    from unnest($1::uuid[]) g
) now
"""
_MERGED = "select former_id, actor_id from former_actors where former_id = any($1::uuid[])"
_EXISTING = "select id from actors where id = any($1::uuid[])"


class NewActor(NamedTuple):
    """An actor that no article has named before."""

    kind: ActorKind
    name: str

    @property
    def folded(self) -> str:
        """What the name is ordered by."""
        return folded_name(self.name)


@dataclass
class Part:
    """What one article says of one actor."""

    names: Counter[str] = field(default_factory=Counter)
    titles: Counter[str] = field(default_factory=Counter)
    identifiers: set[str] = field(default_factory=set)
    homes: set[UUID] = field(default_factory=set)
    mention_count: int = 0
    quote_count: int = 0


Actors = dict[str, UUID]
"""Key of an actor in a record -> an actor's id."""
Parts = dict[tuple[UUID, UUID], Part]
"""(article id, actor id) -> what the article says of the actor."""


@dataclass
class FormerActors:
    """The actors of an article's last revision, before any merge."""

    ids: set[UUID] = field(default_factory=set)
    own: dict[bytes, UUID] = field(default_factory=dict)
    """Key -> the actor that bore it, where no other article speaks of that actor."""


@dataclass
class ActorBook:
    """The stored actors that a batch may name, and those that it adds. Ids are homes but where it is said."""

    known: dict[bytes, UUID] = field(default_factory=dict)
    ambiguous: set[bytes] = field(default_factory=set)
    identifiers: dict[UUID, set[str]] = field(default_factory=lambda: defaultdict(set))
    taken: set[UUID] = field(default_factory=set)
    merged: dict[UUID, UUID] = field(default_factory=dict)
    """Home -> the actor that it was merged into."""
    added: dict[UUID, NewActor] = field(default_factory=dict)
    """Actors that are not stored, by the ids that they will have."""
    claims: dict[bytes, UUID] = field(default_factory=dict)
    newly_ambiguous: set[bytes] = field(default_factory=set)
    _new_homes: dict[UUID, NewActor] = field(default_factory=dict)
    _told: set[UUID] = field(default_factory=set)
    """Of those that were stored elsewhere before, the actors that need no keys any more."""
    _resolved: set[UUID] = field(default_factory=set)
    _keys: dict[UUID, list[ActorKeys]] = field(default_factory=dict)

    async def look_up(self, connection: Connection, batch: Sequence[Accepted]) -> None:
        """Read what is stored under the keys that the batch's actors have, and under the ids those would give."""
        for accepted in batch:
            if not accepted.is_written_anew:
                self._keys[accepted.id] = accepted.submission.prepared.actor_keys
        keys = {key for actors in self._keys.values() for of_actor in actors for key in of_actor.all}
        ids = [name_id("actor", key.hex()) for key in keys]
        for key, home_id, actor_id, ambiguous, urls in await connection.fetch(_BY_KEYS, list(keys), ids):
            self.taken.add(home_id)
            if home_id != actor_id:
                self.merged[home_id] = actor_id
            if key is not None:
                self.known[key] = home_id
                self.identifiers[home_id].update(urls)
                if ambiguous:
                    self.ambiguous.add(key)
        given = {
            home_id
            for accepted in batch
            if accepted.given
            for home_id in (*accepted.given.actors.values(), *accepted.given.keys, *accepted.given.ambiguous_keys)
        }
        for home_id, actor_id, is_stored in await connection.fetch(_BECAME, list(given)) if given else ():
            self.merged[home_id] = actor_id
            self._told.update([actor_id] if is_stored else [])

    def resolve(self, accepted: Accepted, before: FormerActors) -> Actors:
        """The homes of a record's actors. `before`: the actors of the article's last revision."""
        if accepted.given:
            return self._restore(accepted, accepted.given)
        ids: Actors = {}
        named: set[UUID] = set()
        ordinals: Counter[tuple[str, ...]] = Counter()
        for actor, keys in zip(accepted.article.actors, self._keys[accepted.id], strict=True):
            actor_id = self._same(actor, keys, named, before) or self._own(keys, named, before)
            if actor_id is None:
                local = (str(accepted.id), actor.kind.value, folded_name(actor.name))
                actor_id = self._new(actor, keys, _local_ids(local, ordinals, named), before)
            self._claim(actor, keys, actor_id)
            ids[actor.key] = actor_id
            named.add(actor_id)
        self._resolved |= named
        return ids

    def _restore(self, accepted: Accepted, given: Given) -> Actors:
        """The homes as they were found out when the article was stored before."""
        for actor in accepted.article.actors:
            self._new_homes.setdefault(given.actors[actor.key], NewActor(actor.kind, actor.name))
        if not accepted.is_written_anew:
            self._claim_again(accepted, given)
        return dict(given.actors)

    def _claim_again(self, accepted: Accepted, given: Given) -> None:
        """Have keys tell of the actors as they did; anew of those that are new here and whose keys are not given."""
        for told, ambiguous in ((given.keys, False), (given.ambiguous_keys, True)):
            for home_id, digests in told.items():
                self._told.add(self.actual(home_id))
                for key in map(bytes.fromhex, digests):
                    if key not in self.known:
                        self.known[key] = self.claims[key] = home_id
                        self.newly_ambiguous.update([key] if ambiguous else [])
        for actor, keys in zip(accepted.article.actors, self._keys[accepted.id], strict=True):
            home_id = given.actors[actor.key]
            if self.actual(home_id) not in self._told:
                self._claim(actor, keys, home_id)
        self._told.update(map(self.actual, given.actors.values()))

    async def settle(self, connection: Connection, batch: Iterable[Accepted], homes: Iterable[Actors]) -> None:
        """Find what the resolved homes were merged into, and which actors are not stored yet."""
        ids = {home_id for of_article in homes for home_id in of_article.values()}
        self.merged.update(await connection.fetch(_MERGED, list(ids)) if ids else [])
        shown = {
            actor_id: NewActor(words.kind, words.name)
            for accepted in batch
            if accepted.given
            for actor_id, words in accepted.given.shown.items()
        }
        wanted: dict[UUID, NewActor] = {}
        for home_id, new in self._new_homes.items():
            actor_id = self.actual(home_id)
            wanted.setdefault(actor_id, shown.get(actor_id, new))
        existing = {row[0] for row in await connection.fetch(_EXISTING, list(wanted))} if wanted else set()
        self.added = {actor_id: new for actor_id, new in wanted.items() if actor_id not in existing}

    def actual(self, home_id: UUID) -> UUID:
        """The actor that a home is now."""
        return self.merged.get(home_id, home_id)

    def actuals(self, homes: Actors) -> Actors:
        """The actors that a record's actors are now."""
        return {key: self.actual(home_id) for key, home_id in homes.items()}

    def _same(self, actor: Actor, keys: ActorKeys, named: set[UUID], before: FormerActors) -> UUID | None:
        """The actor that an identifier, else the full name, tells; None where nothing or too much is told."""
        by_identifier = [self.known[key] for key in keys.identifiers if key in self.known]
        if len({self.actual(home_id) for home_id in by_identifier}) == 1:
            return by_identifier[0]
        name = keys.full_name
        if by_identifier or name is None or name not in self.known:
            return None
        actor_id = self.known[name]
        if name in self.ambiguous:
            # It tells nothing new, but an article goes on naming whom it named.
            return actor_id if actor_id in before.ids - named else None
        # In one article two entries of one name are two actors; so are two whom one authority tells apart.
        if actor_id in named or _told_apart(actor.same_as, self.identifiers[actor_id]):
            self.newly_ambiguous.add(name)
            self.ambiguous.add(name)
            return None
        return actor_id

    def _own(self, keys: ActorKeys, named: set[UUID], before: FormerActors) -> UUID | None:
        """The actor that the article's last revision alone spoke of, under a key that its actor still has."""
        for key in keys.all:
            actor_id = before.own.get(key)
            if actor_id and key not in self.ambiguous and actor_id not in named | self._resolved:
                return actor_id
        return None

    def _new(self, actor: Actor, keys: ActorKeys, local_ids: Iterator[UUID], before: FormerActors) -> UUID:
        """The id of an actor that nothing joins to a stored one: named after a key that is free, else local.

        A local id is of this article alone, and stays the same across its revisions.
        """
        free = [key for key in keys.all if key not in self.known]
        actor_id = name_id("actor", free[0].hex()) if free else next(local_ids)
        if not free and actor_id in before.ids:
            return actor_id
        if actor_id in self.taken:
            actor_id = uuid4()
        self.taken.add(actor_id)
        self._new_homes[actor_id] = NewActor(actor.kind, actor.name)
        if not free:
            self.claims[identifier_key(f"actor:{actor_id}")] = actor_id
        return actor_id

    def _claim(self, actor: Actor, keys: ActorKeys, actor_id: UUID) -> None:
        """Have later articles' actors of these keys join this one; a key that is another's stays so."""
        self.identifiers[actor_id].update(actor.same_as)
        for key in keys.all:
            if key not in self.known:
                self.known[key] = self.claims[key] = actor_id


def _local_ids(local: tuple[str, ...], ordinals: Counter[tuple[str, ...]], named: set[UUID]) -> Iterator[UUID]:
    """Ids of an article's actors of one name, told apart by order."""
    while True:
        actor_id = name_id("actor", *local, str(ordinals[local]))
        ordinals[local] += 1
        if actor_id not in named:
            yield actor_id


def _told_apart(urls: Iterable[str], others: Iterable[str]) -> bool:
    """Whether one authority knows two actors by different identifiers."""
    mine, theirs = _by_authority(urls), _by_authority(others)
    return any(mine[host].isdisjoint(theirs[host]) for host in mine.keys() & theirs.keys())


def _by_authority(urls: Iterable[str]) -> dict[str | None, set[str]]:
    grouped: dict[str | None, set[str]] = defaultdict(set)
    for url in urls:
        grouped[urlsplit(url).hostname].add(url)
    return grouped


def article_parts(accepted: Accepted, homes: Actors, ids: Actors) -> Parts:
    """What one record says of each of its actors: their homes, and what those are now."""
    parts: Parts = defaultdict(Part)
    body = accepted.article.body
    seen: set[tuple[UUID, int, int]] = set()
    for actor in accepted.article.actors:
        part = parts[accepted.id, ids[actor.key]]
        part.homes.add(homes[actor.key])
        part.names.update(dict.fromkeys((actor.name, *actor.aliases), 0))
        part.identifiers.update(actor.same_as)
        for mention in actor.mentions:
            if (place := (ids[actor.key], mention.start, mention.end)) in seen:
                continue
            seen.add(place)
            part.mention_count += 1
            name = " ".join(body[mention.start : mention.end].split())
            if mention.form is MentionForm.NAME and name:
                part.names[name[:500]] += 1
            if mention.role:
                part.titles[" ".join(mention.role.title.split())] += 1
    for quote in accepted.article.quotes:
        if quote.speaker is not None:
            parts[accepted.id, ids[quote.speaker]].quote_count += 1
    return parts
