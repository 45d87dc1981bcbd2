"""Batched reads for the strawberry peer: each takes keys, and gives rows or lists of rows in the keys' order."""

from collections import defaultdict
from collections.abc import Awaitable, Callable, Sequence
from typing import Any
from uuid import UUID

from strawberry.dataloader import DataLoader

from service.storage.pool import Pool

Row = Any
ListKey = tuple[UUID, int]
"""Whose list, and how many of it at the most."""


class Loaders:
    """The data loaders of one request."""

    def __init__(self, pool: Pool) -> None:
        self.pool = pool
        self.articles = DataLoader(by_id(pool, "select id, headline, published, source_id from articles"))
        self.actors = DataLoader(by_id(pool, "select id, name, kind, quote_count from actors"))
        self.events = DataLoader(by_id(pool, "select id, name, type, start_date from events"))
        self.sources = DataLoader(by_id(pool, "select id, name from sources"))
        self.article_quotes = DataLoader(
            listed(
                pool,
                "select q.id, q.exact, q.speaker_id, q.article_id from quotes q where q.article_id = k.id "
                "order by q.span_start, q.span_end, q.kind",
            )
        )
        self.article_actors = DataLoader(
            listed(
                pool,
                "select a.id, a.name, a.kind, a.quote_count from article_actors l join actors a on a.id = l.actor_id "
                "where l.article_id = k.id order by l.mention_count desc, l.actor_id desc",
            )
        )
        self.actor_quotes = DataLoader(
            listed(
                pool,
                "select q.id, q.exact, q.speaker_id, q.article_id from quotes q where q.speaker_id = k.id "
                "order by coalesce(q.published_start, '-infinity') desc, q.id desc",
            )
        )
        self.actor_events = DataLoader(
            listed(
                pool,
                "select e.id, e.name, e.type, e.start_date from event_actors l join events e on e.id = l.event_id "
                "where l.actor_id = k.id order by coalesce(l.start_at, '-infinity') desc, l.event_id desc",
            )
        )
        self.event_participants = DataLoader(
            listed(
                pool,
                "select p.role, p.actor_id from participants p where p.event_id = k.id "
                "order by p.role, p.article_count desc, p.actor_id",
            )
        )
        self.event_reports = DataLoader(
            listed(
                pool,
                "select r.article_id from reports r where r.event_id = k.id "
                "order by coalesce(r.published_start, 'infinity'), r.article_id, r.span_start, r.span_end",
            )
        )
        self.event_quotes = DataLoader(
            listed(
                pool,
                "select q.id, q.exact, q.speaker_id, q.article_id from event_quotes l "
                "join quotes q on q.id = l.quote_id where l.event_id = k.id "
                "order by coalesce(l.published_start, 'infinity'), l.quote_id",
            )
        )


def by_id(pool: Pool, select: str) -> Callable[[list[UUID]], Awaitable[Sequence[Row | None]]]:
    """Loads rows by their ids."""

    async def load(ids: list[UUID]) -> Sequence[Row | None]:
        rows = {row["id"]: row for row in await pool.fetch(f"{select} where id = any($1::uuid[])", ids)}
        return [rows.get(key) for key in ids]

    return load


def listed(pool: Pool, select: str) -> Callable[[list[ListKey]], Awaitable[Sequence[list[Row]]]]:
    """Loads the first rows of several lists in one statement."""
    statement = (
        "select k.id as key_, k.size as size_, r.* from unnest($1::uuid[], $2::int[]) with ordinality k (id, size, n) "
        f"cross join lateral ({select} limit k.size) r"
    )

    async def load(keys: list[ListKey]) -> Sequence[list[Row]]:
        lists: dict[ListKey, list[Row]] = defaultdict(list)
        ids, sizes = [key[0] for key in keys], [key[1] for key in keys]
        for row in await pool.fetch(statement, ids, sizes):
            lists[row["key_"], row["size_"]].append(row)
        return [lists[key] for key in keys]

    return load
