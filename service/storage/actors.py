"""Tells which stored actor each actor of a record is, and what one article adds to each."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple
from urllib.parse import urlsplit
from uuid import UUID, uuid4

from service.article import Actor, ActorKind, MentionForm
from service.folding import folded_name
from service.storage.identity import actor_keys, full_name_key, identifier_key, name_id
from service.storage.pool import Connection
from service.storage.submission import Accepted

_BY_KEYS = """
select k.key, k.actor_id, k.ambiguous, array(select url from identifiers i where i.actor_id = k.actor_id) as urls
from actor_keys k where k.key = any($1::bytea[])
union all
select null, id, false, null from actors where id = any($2::uuid[])
"""


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
    mention_count: int = 0
    quote_count: int = 0


Parts = dict[tuple[UUID, UUID], Part]
"""(article id, actor id) -> what the article says of the actor."""


@dataclass
class ActorBook:
    """The stored actors that a batch may name, and those that it adds. Filled by `look_up`."""

    known: dict[bytes, UUID] = field(default_factory=dict)
    ambiguous: set[bytes] = field(default_factory=set)
    identifiers: dict[UUID, set[str]] = field(default_factory=lambda: defaultdict(set))
    taken: set[UUID] = field(default_factory=set)
    added: dict[UUID, NewActor] = field(default_factory=dict)
    claims: dict[bytes, UUID] = field(default_factory=dict)
    newly_ambiguous: set[bytes] = field(default_factory=set)

    async def look_up(self, connection: Connection, batch: Sequence[Accepted]) -> None:
        """Read what is stored under the keys and ids that the batch's actors may have."""
        keys = {key for accepted in batch for actor in accepted.article.actors for key in actor_keys(actor)}
        ids = {name_id("actor", key.hex()) for key in keys}
        for accepted in batch:
            ids.update(local_id for _, local_id in _local_ids(accepted))
        for key, actor_id, ambiguous, urls in await connection.fetch(_BY_KEYS, list(keys), list(ids)):
            self.taken.add(actor_id)
            if key is not None:
                self.known[key] = actor_id
                self.identifiers[actor_id].update(urls)
                if ambiguous:
                    self.ambiguous.add(key)

    def resolve(self, accepted: Accepted, before: set[UUID]) -> dict[str, UUID]:
        """Actor key of the record -> actor id. `before`: the actors of the article's last revision."""
        ids: dict[str, UUID] = {}
        named: set[UUID] = set()
        for actor, local_id in _local_ids(accepted):
            actor_id = self._same(actor, named) or self._new(actor, local_id, before)
            ids[actor.key] = actor_id
            named.add(actor_id)
        return ids

    def _same(self, actor: Actor, named: set[UUID]) -> UUID | None:
        """The actor that an identifier, else the full name, tells; None where nothing or too much is told."""
        urls = set(actor.same_as)
        by_url = {self.known[key] for key in map(identifier_key, urls) if key in self.known}
        if len(by_url) > 1:
            return None
        name_key = full_name_key(actor.kind, actor.name)
        if by_url:
            (actor_id,) = by_url
        elif name_key is None or name_key in self.ambiguous or name_key not in self.known:
            return None
        else:
            actor_id = self.known[name_key]
            # In one article two entries of one name are two actors; so are two whom one authority tells apart.
            if actor_id in named or _told_apart(urls, self.identifiers[actor_id]):
                self.newly_ambiguous.add(name_key)
                self.ambiguous.add(name_key)
                return None
        self._claim(actor, actor_id)
        return actor_id

    def _new(self, actor: Actor, local_id: UUID, before: set[UUID]) -> UUID:
        free = [key for key in actor_keys(actor) if key not in self.known]
        if not free and local_id in before:
            return local_id
        actor_id = name_id("actor", free[0].hex()) if free else local_id
        if actor_id in self.taken:
            actor_id = uuid4()
        self.taken.add(actor_id)
        self.added[actor_id] = NewActor(actor.kind, actor.name)
        self._claim(actor, actor_id)
        if not free:
            self.claims[identifier_key(f"actor:{actor_id}")] = actor_id
        return actor_id

    def _claim(self, actor: Actor, actor_id: UUID) -> None:
        self.identifiers[actor_id].update(actor.same_as)
        for key in actor_keys(actor):
            if key not in self.known:
                self.known[key] = self.claims[key] = actor_id


def _told_apart(urls: Iterable[str], others: Iterable[str]) -> bool:
    """Whether one authority knows two actors by different identifiers."""
    mine, theirs = (defaultdict(set), defaultdict(set))  # type: dict[str | None, set[str]], dict[str | None, set[str]]
    for grouped, group in ((mine, urls), (theirs, others)):
        for url in group:
            grouped[urlsplit(url).hostname].add(url)
    return any(host in theirs and not theirs[host] & mine[host] for host in mine)


def _local_ids(accepted: Accepted) -> Iterable[tuple[Actor, UUID]]:
    """Each actor with the id it has where nothing joins it to other articles' actors; kept across revisions."""
    ordinals: Counter[tuple[ActorKind, str]] = Counter()
    for actor in accepted.article.actors:
        known_as = (actor.kind, folded_name(actor.name))
        yield actor, name_id("actor", str(accepted.id), *known_as, str(ordinals[known_as]))
        ordinals[known_as] += 1


def article_parts(accepted: Accepted, ids: dict[str, UUID]) -> Parts:
    """What one record says of each of its actors."""
    parts: Parts = defaultdict(Part)
    body = accepted.article.body
    seen: set[tuple[UUID, int, int]] = set()
    for actor in accepted.article.actors:
        part = parts[accepted.id, ids[actor.key]]
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
