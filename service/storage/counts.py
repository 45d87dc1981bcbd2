"""Counts that go up with what an article says and down again when it goes."""

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from service.storage.pool import Connection, by_column


@dataclass(frozen=True)
class CountedTable:
    """A table of keys with counts; a row goes when its last count comes to 0.

    columns: name -> Postgres type, in order: the key's, what else a new row holds, the counts.
    """

    name: str
    key: Mapping[str, str]
    other: Mapping[str, str]
    counts: Sequence[str]

    def _given(self, columns: Mapping[str, str]) -> str:
        types = [*columns.values(), *("int" for _ in self.counts)]
        values = ", ".join(f"${i}::{kind}[]" for i, kind in enumerate(types, 1))
        return f"unnest({values}) d ({', '.join([*columns, *self.counts])})"

    def _same_key(self) -> str:
        return " and ".join(f"t.{column} = d.{column}" for column in self.key)

    def _added(self) -> str:
        return ", ".join(f"{count} = t.{count} + d.{count}" for count in self.counts)

    def upsert_statement(self) -> str:
        """Adds to the rows that are there, makes those that are not."""
        columns = [*self.key, *self.other, *self.counts]
        added = ", ".join(f"{count} = {self.name}.{count} + excluded.{count}" for count in self.counts)
        return (
            f"insert into {self.name} ({', '.join(columns)}) "  # noqa: S608  names of tables and columns of ours
            f"select * from {self._given({**self.key, **self.other})} "
            f"on conflict ({', '.join(self.key)}) do update set {added}"
        )

    def adjust_statement(self) -> str:
        """Adds to rows that are there, deletes those whose last count comes to 0 and returns their keys."""
        last = self.counts[-1]
        keys = ", ".join(f"t.{column}" for column in self.key)
        return (
            f"with d as (select * from {self._given(self.key)}), "  # noqa: S608  likewise
            f"kept as (update {self.name} t set {self._added()} from d "
            f"where {self._same_key()} and t.{last} + d.{last} > 0) "
            f"delete from {self.name} t using d where {self._same_key()} and t.{last} + d.{last} <= 0 "
            f"returning {keys}"
        )


ALIASES = CountedTable(
    "aliases",
    {"actor_id": "uuid", "name": "text"},
    {"folded": "text", "words": "tsvector"},
    ("mention_count", "article_count"),
)
ROLES = CountedTable("roles", {"actor_id": "uuid", "title": "text"}, {}, ("mention_count",))
IDENTIFIERS = CountedTable("identifiers", {"actor_id": "uuid", "url": "text"}, {}, ("article_count",))
ACTORS = CountedTable("actors", {"id": "uuid"}, {}, ("mention_count", "quote_count", "article_count"))
EVENTS = CountedTable("events", {"id": "uuid"}, {}, ("article_count",))
PARTICIPANTS = CountedTable(
    "participants",
    {"event_id": "uuid", "role": "text", "actor_id": "uuid"},
    {"type": "text", "start_date": "text"},
    ("article_count",),
)
EVENT_ACTORS = CountedTable(
    "event_actors", {"event_id": "uuid", "actor_id": "uuid"}, {"start_at": "timestamptz"}, ("article_count",)
)


class Counts:
    """What a batch adds to and takes from the rows of one counted table."""

    def __init__(self, table: CountedTable) -> None:
        self.table = table
        self._deltas: dict[tuple[Hashable, ...], list[int]] = defaultdict(lambda: [0] * len(table.counts))
        self._other: dict[tuple[Hashable, ...], tuple[object, ...]] = {}
        self._stored: set[tuple[Hashable, ...]] = set()

    def add(self, key: tuple[Hashable, ...], counts: Sequence[int], other: tuple[object, ...] = ()) -> None:
        """Count for a row that may be new; `other` is what a new row holds beside key and counts."""
        self._change(key, counts)
        self._other[key] = other

    def take(self, key: tuple[Hashable, ...], counts: Sequence[int]) -> None:
        """Take back what was counted for a row that is stored."""
        self._change(key, [-count for count in counts])
        self._stored.add(key)

    def add_stored(self, key: tuple[Hashable, ...], counts: Sequence[int]) -> None:
        """Count for a row that is known to be stored."""
        self._change(key, counts)
        self._stored.add(key)

    def _change(self, key: tuple[Hashable, ...], counts: Sequence[int]) -> None:
        delta = self._deltas[key]
        for i, count in enumerate(counts):
            delta[i] += count

    async def write(self, connection: Connection) -> list[tuple[Any, ...]]:
        """Write all of it, rows in key order; the keys of the rows that went."""
        order = sorted(self._deltas, key=lambda key: tuple(map(str, key)))
        new = [(*key, *self._other[key], *self._deltas[key]) for key in order if key not in self._stored]
        old = [(*key, *self._deltas[key]) for key in order if key in self._stored and any(self._deltas[key])]
        if new:
            await connection.execute(self.table.upsert_statement(), *by_column(new))
        if not old:
            return []
        return [tuple(row) for row in await connection.fetch(self.table.adjust_statement(), *by_column(old))]
