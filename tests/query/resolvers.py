"""Answers operations the plain way: rows in memory, a function a field, filters and orders in Python.

What the compiled statements must answer, too. Written from the contract, and of no other use.
"""

import base64
import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from graphql import DocumentNode, ExecutionResult, GraphQLError, GraphQLSchema, build_schema, execute_sync, print_schema

from service.folding import fold, folded_name
from service.graphql.schema import SCHEMA
from service.natural_key import url_key
from service.storage.pool import Pool
from tests.query.counting import by_date, most, newest

Row = dict[str, Any]
Object = dict[str, Any]
"""Field -> its value, or what gives it of graphql-core's `info` and the arguments."""
Key = datetime | UUID | int | str | None

SAMPLE = 10_000
"""Objects that facets and co-actors are counted over at the most."""

TABLES = (
    "sources", "articles", "article_keys", "actors", "former_actors", "aliases", "roles", "identifiers",
    "article_actors", "mentions", "utterances", "quotes", "attributions", "events", "article_events", "reports",
    "participants", "event_actors", "event_quotes",
)  # fmt: skip

WITHOUT_RESOLVERS: GraphQLSchema = build_schema(print_schema(SCHEMA))
assert WITHOUT_RESOLVERS.query_type
# What Postgres ranks, and the feed of what was written, are told by tests of their own.
for name in ("search", "changes"):
    del WITHOUT_RESOLVERS.query_type.fields[name]


@dataclass(frozen=True)
class Sorting:
    """The keys of an order, of a row and of the row that links it; what has no date comes last."""

    keys: Callable[[Row, Row], tuple[Key, ...]]
    descending: bool = False

    def rank(self, keys: Iterable[Key]) -> tuple[tuple[bool, Key], ...]:
        """What sorts after has more; None, a date that is not known, most or least."""
        return tuple((key is not None if self.descending else key is None, "" if key is None else key) for key in keys)


def _compare(one: Any, other: Any) -> int:
    """1 where `one` is more, -1 where it is less, 0 where they are equal."""
    return int(one > other) - int(one < other)


def read_keys(cursor: str, like: tuple[Key, ...]) -> tuple[Key, ...]:
    """The keys in a cursor, of the types that the keys `like` have; its check and fingerprint are left unread."""
    text = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)).decode()[16:]

    def read(key: str, kind: Key) -> Key:
        match kind:
            case datetime() | None:
                return None if "infinity" in key else datetime.fromisoformat(key)
            case UUID():
                return UUID(key)
            case int():
                return int(key)
            case _:
                return key

    return tuple(read(key, kind) for key, kind in zip(json.loads(text), like, strict=True))


def instant(value: datetime | None) -> str | None:
    return f"{value:%Y-%m-%dT%H:%M:%S}.{value.microsecond // 1000:03}Z" if value else None


def span(row: Row, part: str = "span_", words: str = "") -> Object | None:
    if row[f"{part}start"] is None:
        return None
    return {
        "revision": row["revision"],
        "start": row[f"{part}start"],
        "end": row[f"{part}end"],
        "utf16Start": row[f"{words}utf16_start"],
        "utf16End": row[f"{words}utf16_end"],
        "exact": row[f"{words}exact"],
        "prefix": row[f"{words}prefix"],
        "suffix": row[f"{words}suffix"],
    }


def within(value: datetime | None, stretch: Mapping[str, str | None]) -> bool:
    since, before = stretch.get("since"), stretch.get("before")
    if since is None and before is None:
        return True
    if value is None:
        return False
    return (since is None or value >= _instant(since)) and (before is None or value < _instant(before))


def _instant(text: str) -> datetime:
    found = datetime.fromisoformat(text)
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def in_language(language: str, tags: list[str]) -> bool:
    return any(f"{language.lower()}-".startswith(f"{tag.lower()}-") for tag in tags)


_PLAIN_WORD = re.compile(r"[^\W_]+")
_PLAIN_TERM = re.compile(r'-?"[^"]*"|\S+')


def _in_a_row(text: str) -> str:
    """The words of a text, each between spaces."""
    return f" {' '.join(_PLAIN_WORD.findall(fold(text)))} "


def matches(texts: Iterable[str], query: str) -> bool:
    """Whether texts hold what is looked for: words, phrases, -without, OR, begin*."""
    held = " | ".join(map(_in_a_row, texts))

    def is_held(term: str) -> bool:
        words = _in_a_row(term.removeprefix("-"))
        found = words.rstrip() in held if term.endswith("*") else words in held
        return found != term.startswith("-")

    alternatives = [
        [term for term in _PLAIN_TERM.findall(part) if _in_a_row(term).strip()] for part in re.split(r"\bOR\b", query)
    ]
    return any(
        not all(term.startswith("-") for term in terms) and all(map(is_held, terms)) for terms in alternatives if terms
    )


def begins(name: str, text: str) -> bool:
    """Whether words of a name begin with these."""
    words = _in_a_row(text).rstrip()
    return bool(words) and words in _in_a_row(name)


ARTICLE_SORTINGS = {
    "PUBLISHED_DESC": Sorting(lambda row, _: (row["published_start"], row["id"]), descending=True),
    "PUBLISHED_ASC": Sorting(lambda row, _: (row["published_start"], row["id"])),
    "STORED_DESC": Sorting(lambda row, _: (row["stored_at"], row["id"]), descending=True),
    "STORED_ASC": Sorting(lambda row, _: (row["stored_at"], row["id"])),
}
ACTOR_SORTINGS = {
    "MENTIONS_DESC": Sorting(lambda _, link: (link["mention_count"], link.get("actor_id", link.get("id"))), True),
    "QUOTES_DESC": Sorting(lambda _, link: (link["quote_count"], link.get("actor_id", link.get("id"))), True),
    "NAME_ASC": Sorting(lambda row, _: (row["name_folded"], row["id"])),
}
QUOTE_SORTINGS = {
    "PUBLISHED_DESC": Sorting(lambda row, _: (row["published_start"], row["id"]), descending=True),
    "PUBLISHED_ASC": Sorting(lambda row, _: (row["published_start"], row["id"])),
    "POSITION": Sorting(lambda row, _: (row["article_id"], row["span_start"], row["span_end"], row["kind"])),
}
POSITION_IN_ARTICLE = {
    **QUOTE_SORTINGS,
    "POSITION": Sorting(lambda row, _: (row["span_start"], row["span_end"], row["kind"])),
}
EVENT_SORTINGS = {
    "DATE_DESC": Sorting(lambda row, _: (row["start_at"], row["id"]), descending=True),
    "DATE_ASC": Sorting(lambda row, _: (row["start_at"], row["id"])),
    "SOURCES_DESC": Sorting(lambda row, _: (row["source_count"], row["id"]), descending=True),
}
SOURCE_SORTING = Sorting(lambda row, _: (row["name"], row["id"]))
MENTION_SORTING = Sorting(lambda row, _: (row["span_start"], row["span_end"], row["actor_id"]))
ARTICLE_REPORT_SORTING = Sorting(lambda row, _: (row["span_start"], row["span_end"], row["event_id"]))
EVENT_REPORT_SORTING = Sorting(
    lambda row, _: (row["published_start"], row["article_id"], row["span_start"], row["span_end"])
)


class World:
    """What is stored, and the objects made of it."""

    def __init__(self, tables: Mapping[str, list[Row]]) -> None:
        self.tables = tables
        self.by_id = {
            name: {row["id"]: row for row in rows} for name, rows in tables.items() if rows and "id" in rows[0]
        }
        self.became = {f"actor_{row['former_id']}": f"actor_{row['actor_id']}" for row in tables["former_actors"]}

    @classmethod
    async def load(cls, pool: Pool) -> "World":
        """The world in a database."""
        return cls({t: [dict(row) for row in await pool.fetch(f"select * from {t}")] for t in TABLES})  # noqa: S608

    def answer(self, document: DocumentNode, variables: dict[str, Any]) -> ExecutionResult:
        """What an operation answers."""
        return execute_sync(WITHOUT_RESOLVERS, document, self.query(), variable_values=variables)

    def where(self, table: str, **values: Any) -> list[Row]:
        """The rows of a table with these values."""
        return [row for row in self.tables[table] if all(row[name] == value for name, value in values.items())]

    def ids(self) -> dict[str, list[str]]:
        """Node type -> the ids of its objects, those of merged actors among them."""
        found = {
            kind: [f"{kind.lower()}_{row['id']}" for row in self.tables[table]] for kind, table, _ in self._nodes()
        }
        return {**found, "Actor": [*found["Actor"], *self.became]}

    def _nodes(self) -> list[tuple[str, str, Callable[[Row], Object]]]:
        return [
            ("Source", "sources", self.source),
            ("Article", "articles", self.article),
            ("Actor", "actors", self.actor),
            ("Quote", "quotes", self.quote),
            ("Utterance", "utterances", self.utterance),
            ("Event", "events", self.event),
        ]

    def find(self, public_id: str, *kinds: str) -> Object | None:
        """The object of this id, where it is of one of the kinds, or of any."""
        public_id = self.became.get(public_id, public_id)
        for kind, table, make in self._nodes():
            for row in self.tables[table] if not kinds or kind in kinds else ():
                if f"{kind.lower()}_{row['id']}" == public_id:
                    return make(row)
        return None

    def row(self, table: str, row_id: UUID | None) -> Row | None:
        return self.by_id[table][row_id] if row_id else None

    # Lists

    def page(
        self,
        make: Callable[[Row], Object],
        found: Iterable[tuple[Row, Row]],
        sorting: Sorting,
        first: int | None = None,
        after: str | None = None,
        last: int | None = None,
        before: str | None = None,
    ) -> Object:
        """A connection of (row, row that links it)."""
        pairs = sorted(
            ((sorting.keys(row, link), row) for row, link in found),
            key=lambda pair: sorting.rank(pair[0]),
            reverse=sorting.descending,
        )
        total = len(pairs)
        for cursor, side in ((after, 1), (before, -1)):
            if cursor is not None and pairs:
                bound = sorting.rank(read_keys(cursor, pairs[0][0]))
                beyond = -side if sorting.descending else side
                pairs = [pair for pair in pairs if _compare(sorting.rank(pair[0]), bound) == beyond]
        if first is not None and last is not None:
            raise GraphQLError("first, last: give one of the two")
        size = last if last is not None else 20 if first is None else first
        if not 1 <= size <= 100:
            raise GraphQLError("first, last: must be 1 to 100")
        shown = pairs[-size:] if last is not None else pairs[:size]
        page = [(keys, make(row)) for keys, row in shown]
        cursors = [cursor_of(keys, sorting) for keys, _ in page]
        more = len(pairs) > size
        return {
            "edges": [{"cursor": c, "node": node} for c, (_, node) in zip(cursors, page, strict=True)],
            "nodes": [node for _, node in page],
            "pageInfo": {
                "hasNextPage": before is not None or (last is None and more),
                "hasPreviousPage": after is not None or (last is not None and more),
                "startCursor": cursors[0] if cursors else None,
                "endCursor": cursors[-1] if cursors else None,
            },
            "totalCount": total,
        }

    def articles(self, found: Iterable[tuple[Row, Row]]) -> Callable[..., Object]:
        def resolve(_: object, orderBy: str, filter: Row | None = None, **page: Any) -> Object:  # noqa: A002, N803
            kept = [(row, link) for row, link in found if self.article_passes(row, filter or {})]
            facets = self.article_facets([row for row, _ in kept])
            return {**self.page(self.article, kept, ARTICLE_SORTINGS[orderBy], **page), "facets": facets}

        return resolve

    def actors(self, found: Iterable[tuple[Row, Row]]) -> Callable[..., Object]:
        def resolve(_: object, orderBy: str, filter: Row | None = None, **page: Any) -> Object:  # noqa: A002, N803
            kept = [(row, link) for row, link in found if self.actor_passes(row, filter or {})]
            return self.page(self.actor, kept, ACTOR_SORTINGS[orderBy], **page)

        return resolve

    def quotes(
        self, found: Iterable[tuple[Row, Row]], sortings: Mapping[str, Sorting] = QUOTE_SORTINGS
    ) -> Callable[..., Object]:
        def resolve(_: object, orderBy: str, filter: Row | None = None, **page: Any) -> Object:  # noqa: A002, N803
            kept = [(row, link) for row, link in found if self.quote_passes(row, filter or {})]
            facets = self.quote_facets([row for row, _ in kept])
            return {**self.page(self.quote, kept, sortings[orderBy], **page), "facets": facets}

        return resolve

    def events(self, found: Iterable[tuple[Row, Row]]) -> Callable[..., Object]:
        def resolve(_: object, orderBy: str, filter: Row | None = None, **page: Any) -> Object:  # noqa: A002, N803
            kept = [(row, link) for row, link in found if self.event_passes(row, filter or {})]
            return self.page(self.event, kept, EVENT_SORTINGS[orderBy], **page)

        return resolve

    # Counts

    def article_facets(self, found: list[Row]) -> Object:
        counted = newest(found, SAMPLE)
        ids = {row["id"] for row in counted}
        actors = [link["actor_id"] for link in self.tables["article_actors"] if link["article_id"] in ids]
        return {
            "sampled": len(found) > SAMPLE,
            "byDate": lambda _, interval: by_date((row["published_start"] for row in counted), interval),
            "bySource": lambda _, first: self.source_counts((row["source_id"] for row in counted), first),
            "byActor": lambda _, first: self.actor_counts(actors, first),
        }

    def quote_facets(self, found: list[Row]) -> Object:
        counted = newest(found, SAMPLE)
        articles = [self.by_id["articles"][row["article_id"]] for row in counted]
        return {
            "sampled": len(found) > SAMPLE,
            "byDate": lambda _, interval: by_date((row["published_start"] for row in articles), interval),
            "bySource": lambda _, first: self.source_counts((row["source_id"] for row in articles), first),
            "bySpeaker": lambda _, first: self.actor_counts((row["speaker_id"] for row in counted), first),
        }

    def source_counts(self, ids: Iterable[UUID | None], first: int) -> list[Object]:
        return [{"source": self.source(self.by_id["sources"][i]), "count": n} for i, n in most(ids, first)]

    def actor_counts(self, ids: Iterable[UUID | None], first: int, count: str = "count") -> list[Object]:
        return [{"actor": self.actor(self.by_id["actors"][i]), count: n} for i, n in most(ids, first)]

    def co_actors(self, row: Row, first: int) -> Object:
        found = [article for article, _ in self.linked("article_actors", "articles", "article_id", actor_id=row["id"])]
        ids = {article["id"] for article in newest(found, SAMPLE)}
        others = [link["actor_id"] for link in self.tables["article_actors"] if link["article_id"] in ids]
        return {
            "sampled": len(found) > SAMPLE,
            "items": self.actor_counts((i for i in others if i != row["id"]), first, "articleCount"),
        }

    def linked(self, table: str, other: str, other_id: str, **values: Any) -> list[tuple[Row, Row]]:
        return [(self.by_id[other][link[other_id]], link) for link in self.where(table, **values)]

    # Filters

    def now(self, ids: Iterable[str]) -> set[str]:
        """The ids of actors, those of merged ones as what these became."""
        return {self.became.get(public_id, public_id) for public_id in ids}

    def article_passes(self, row: Row, filters: Row) -> bool:
        actors = {f"actor_{link['actor_id']}" for link in self.where("article_actors", article_id=row["id"])}
        events = {f"event_{link['event_id']}" for link in self.where("article_events", article_id=row["id"])}
        quotes = {f"quote_{quote['id']}" for quote in self.where("quotes", article_id=row["id"])}
        tests: dict[str, Callable[[Any], bool]] = {
            "ids": lambda ids: f"article_{row['id']}" in ids,
            "externalIds": lambda ids: row["external_id"] in ids,
            "statuses": lambda statuses: row["status"] in statuses,
            "search": lambda text: matches((row["headline"] or "", row["body"]), text),
            "sources": lambda ids: f"source_{row['source_id']}" in ids,
            "languages": lambda tags: in_language(row["language"], tags),
            "published": lambda stretch: within(row["published_start"], stretch),
            "stored": lambda stretch: within(row["stored_at"], stretch),
            "actors": lambda ids: bool(actors & self.now(ids)),
            "allActors": lambda ids: bool(ids) and actors >= self.now(ids),
            "events": lambda ids: bool(events & set(ids)),
            "quotes": lambda ids: bool(quotes & set(ids)),
        }
        return all(tests[name](value) for name, value in filters.items() if value is not None)

    def aliases(self, row: Row) -> list[Row]:
        return self.where("aliases", actor_id=row["id"])

    def actor_passes(self, row: Row, filters: Row) -> bool:
        names = {folded_name(alias["name"]) for alias in self.where("aliases", actor_id=row["id"])}
        tests: dict[str, Callable[[Any], bool]] = {
            "ids": lambda ids: f"actor_{row['id']}" in self.now(ids),
            "kinds": lambda kinds: row["kind"] in kinds,
            "name": lambda name: folded_name(name) in names,
            "namePrefix": lambda text: any(begins(alias["name"], text) for alias in self.aliases(row)),
            "hasQuotes": lambda wanted: bool(self.where("quotes", speaker_id=row["id"])) == wanted,
        }
        return all(tests[name](value) for name, value in filters.items() if value is not None)

    def quote_passes(self, row: Row, filters: Row) -> bool:
        article = self.by_id["articles"][row["article_id"]]
        confidences = [told["confidence"] for told in self.where("attributions", quote_id=row["id"])]
        events = {f"event_{link['event_id']}" for link in self.where("event_quotes", quote_id=row["id"])}
        tests: dict[str, Callable[[Any], bool]] = {
            "ids": lambda ids: f"quote_{row['id']}" in ids,
            "search": lambda text: matches((row["exact"],), text),
            "speakers": lambda ids: f"actor_{row['speaker_id']}" in self.now(ids),
            "attributed": lambda wanted: (row["speaker_id"] is not None) == wanted,
            "quoteKinds": lambda kinds: row["kind"] in kinds,
            "minConfidence": lambda least: any(c is not None and c >= least for c in confidences),
            "mentionedActors": lambda ids: any(f"actor_{actor['id']}" in self.now(ids) for actor in self.named_in(row)),
            "sources": lambda ids: f"source_{article['source_id']}" in ids,
            "languages": lambda tags: in_language(article["language"], tags),
            "events": lambda ids: bool(events & set(ids)),
            "published": lambda stretch: within(article["published_start"], stretch),
            "articles": lambda ids: f"article_{article['id']}" in ids,
        }
        return all(tests[name](value) for name, value in filters.items() if value is not None)

    def event_passes(self, row: Row, filters: Row) -> bool:
        participants = {f"actor_{link['actor_id']}" for link in self.where("participants", event_id=row["id"])}
        tests: dict[str, Callable[[Any], bool]] = {
            "ids": lambda ids: f"event_{row['id']}" in ids,
            "types": lambda types: row["type"] in types,
            "participants": lambda ids: bool(participants & self.now(ids)),
            "allParticipants": lambda ids: bool(ids) and participants >= self.now(ids),
            "locations": lambda ids: f"actor_{row['location_id']}" in self.now(ids),
            "date": lambda stretch: within(row["start_at"], stretch),
            "minSources": lambda least: row["source_count"] >= least,
            "search": lambda text: matches((row["name"],), text),
        }
        return all(tests[name](value) for name, value in filters.items() if value is not None)

    def named_in(self, quote: Row) -> list[Row]:
        ids = {
            mention["actor_id"]
            for mention in self.where("mentions", article_id=quote["article_id"], form="NAME")
            if quote["span_start"] <= mention["span_start"] and mention["span_end"] <= quote["span_end"]
        }
        return sorted((self.by_id["actors"][i] for i in ids), key=lambda actor: (actor["name_folded"], actor["id"]))

    # Types

    def query(self) -> Object:
        def all_of(table: str) -> list[tuple[Row, Row]]:
            return [(row, row) for row in self.tables[table]]

        def by_url(_: object, url: str) -> Object | None:
            found = self.where("article_keys", key=url_key(url))
            return self.article(self.by_id["articles"][found[0]["article_id"]]) if found else None

        return {
            "node": lambda _, id: self.find(id),  # noqa: A006
            "nodes": lambda _, ids: [self.find(public_id) for public_id in ids],
            "article": lambda _, id: self.find(id, "Article"),  # noqa: A006
            "articleByUrl": by_url,
            "articles": self.articles(all_of("articles")),
            "actor": lambda _, id: self.find(id, "Actor"),  # noqa: A006
            "actors": self.actors(all_of("actors")),
            "quote": lambda _, id: self.find(id, "Quote"),  # noqa: A006
            "quotes": self.quotes(all_of("quotes")),
            "event": lambda _, id: self.find(id, "Event"),  # noqa: A006
            "events": self.events(all_of("events")),
            "source": lambda _, id: self.find(id, "Source"),  # noqa: A006
            "sources": lambda _, **page: self.page(self.source, all_of("sources"), SOURCE_SORTING, **page),
        }

    def source(self, row: Row) -> Object:
        return {
            "__typename": "Source",
            "id": f"source_{row['id']}",
            "name": row["name"],
            "domain": row["domain"],
            "articles": self.articles([(article, article) for article in self.where("articles", source_id=row["id"])]),
        }

    def article(self, row: Row) -> Object:
        def mentions(_: object, actor: str | None = None, **page: Any) -> Object:
            found = self.where("mentions", article_id=row["id"])
            kept = [(m, m) for m in found if actor is None or f"actor_{m['actor_id']}" in self.now([actor])]
            return self.page(self.mention, kept, MENTION_SORTING, **page)

        def reports(_: object, **page: Any) -> Object:
            found = [(report, report) for report in self.where("reports", article_id=row["id"])]
            return self.page(self.report, found, ARTICLE_REPORT_SORTING, **page)

        quotes = [(quote, quote) for quote in self.where("quotes", article_id=row["id"])]
        return {
            "__typename": "Article",
            "id": f"article_{row['id']}",
            "url": row["url"],
            "headline": row["headline"],
            "body": row["body"],
            "language": row["language"],
            "source": lambda _: self.source(source) if (source := self.row("sources", row["source_id"])) else None,
            "datePublished": row["published"],
            "datePublishedOrigin": row["published_origin"],
            "externalId": row["external_id"],
            "revision": row["revision"],
            "dateModified": instant(row["modified_at"]),
            "status": row["status"],
            "dateStored": instant(row["stored_at"]),
            "wordCount": row["word_count"],
            "contentHash": row["content_hash"].hex(),
            "processor": row["processor"],
            "mentions": mentions,
            "actors": self.actors(self.linked("article_actors", "actors", "actor_id", article_id=row["id"])),
            "quotes": self.quotes(quotes, POSITION_IN_ARTICLE),
            "events": self.events(self.linked("article_events", "events", "event_id", article_id=row["id"])),
            "reports": reports,
        }

    def mention(self, row: Row) -> Object:
        return {
            "actor": lambda _: self.actor(self.by_id["actors"][row["actor_id"]]),
            "article": lambda _: self.article(self.by_id["articles"][row["article_id"]]),
            "span": span(row),
            "form": row["form"],
            "role": row["role"],
        }

    def actor(self, row: Row) -> Object:
        def aliases(_: object, first: int) -> list[Object]:
            found = [alias for alias in self.where("aliases", actor_id=row["id"]) if alias["name"] != row["name"]]
            found.sort(key=lambda alias: (-alias["mention_count"], alias["name"]))
            return [{"name": alias["name"], "mentionCount": alias["mention_count"]} for alias in found[:first]]

        def roles(_: object, first: int) -> list[Object]:
            found = self.where("roles", actor_id=row["id"])
            found.sort(key=lambda role: (-role["mention_count"], role["title"]))
            return [{"title": role["title"], "mentionCount": role["mention_count"]} for role in found[:first]]

        former = self.where("former_actors", actor_id=row["id"])
        return {
            "__typename": "Actor",
            "id": f"actor_{row['id']}",
            "kind": row["kind"],
            "name": row["name"],
            "aliases": aliases,
            "sameAs": sorted(identifier["url"] for identifier in self.where("identifiers", actor_id=row["id"])),
            "roles": roles,
            "formerIds": sorted(f"actor_{merged['former_id']}" for merged in former),
            "mentionCount": len(self.where("mentions", actor_id=row["id"])),
            "articleCount": len(self.where("article_actors", actor_id=row["id"])),
            "quoteCount": len(self.where("quotes", speaker_id=row["id"])),
            "quotes": self.quotes([(quote, quote) for quote in self.where("quotes", speaker_id=row["id"])]),
            "articles": self.articles(self.linked("article_actors", "articles", "article_id", actor_id=row["id"])),
            "events": self.events(self.linked("event_actors", "events", "event_id", actor_id=row["id"])),
            "coActors": lambda _, first: self.co_actors(row, first),
        }

    def quote(self, row: Row) -> Object:
        return {
            "__typename": "Quote",
            "id": f"quote_{row['id']}",
            "text": row["exact"],
            "quoteKind": row["kind"],
            "span": span(row),
            "article": lambda _: self.article(self.by_id["articles"][row["article_id"]]),
            "speaker": lambda _: self.actor(actor) if (actor := self.row("actors", row["speaker_id"])) else None,
            "attribution": next(map(attribution, self.where("attributions", quote_id=row["id"])), None),
            "mentionedActors": lambda _: [self.actor(actor) for actor in self.named_in(row)],
            "utterance": lambda _: self.utterance(self.by_id["utterances"][row["utterance_id"]]),
        }

    def utterance(self, row: Row) -> Object:
        quotes = self.where("quotes", utterance_id=row["id"])
        return {
            "__typename": "Utterance",
            "id": f"utterance_{row['id']}",
            "speaker": lambda _: self.actor(actor) if (actor := self.row("actors", row["speaker_id"])) else None,
            "quotes": self.quotes([(quote, quote) for quote in quotes]),
            "articleCount": len({quote["article_id"] for quote in quotes}),
            "sourceCount": len({quote["source_id"] for quote in quotes} - {None}),
        }

    def event(self, row: Row) -> Object:
        def reports(_: object, **page: Any) -> Object:
            found = [(report, report) for report in self.where("reports", event_id=row["id"])]
            return self.page(self.report, found, EVENT_REPORT_SORTING, **page)

        accounts = self.where("article_events", event_id=row["id"])
        participants = self.where("participants", event_id=row["id"])
        participants.sort(key=lambda part: (part["role"], -part["article_count"], part["actor_id"]))
        return {
            "__typename": "Event",
            "id": f"event_{row['id']}",
            "type": row["type"],
            "mode": row["mode"],
            "contexts": row["contexts"],
            "name": row["name"],
            "startDate": row["start_date"],
            "endDate": row["end_date"],
            "dateOrigin": row["date_origin"],
            "location": lambda _: self.actor(actor) if (actor := self.row("actors", row["location_id"])) else None,
            "participants": lambda _: [
                {"actor": self.actor(self.by_id["actors"][part["actor_id"]]), "role": part["role"]}
                for part in participants
            ],
            "reports": reports,
            "quotes": self.quotes(self.linked("event_quotes", "quotes", "quote_id", event_id=row["id"])),
            "articleCount": len(accounts),
            "sourceCount": len({account["source_id"] for account in accounts} - {None}),
        }

    def report(self, row: Row) -> Object:
        return {
            "event": lambda _: self.event(self.by_id["events"][row["event_id"]]),
            "article": lambda _: self.article(self.by_id["articles"][row["article_id"]]),
            "span": span(row),
            "modality": row["modality"],
        }


def attribution(row: Row) -> Object:
    return {
        "speakerSpan": span(row, "speaker_", "speaker_"),
        "cueSpan": span(row, "cue_", "cue_"),
        "cue": row["cue"],
        "method": row["method"],
        "rule": row["rule"],
        "confidence": row["confidence"],
        "venue": row["venue"],
        "addressee": row["addressee"],
        "relayedBy": row["relayed_by"],
    }


def cursor_of(keys: Iterable[Key], sorting: Sorting) -> str:
    """A cursor as it is compared: the JSON of its keys as Postgres words them, which `opened` makes of a real one."""

    def text(key: Key) -> str:
        match key:
            case None:
                return "-infinity" if sorting.descending else "infinity"
            case datetime():
                fraction = f".{key.microsecond:06}".rstrip("0").rstrip(".")
                return f"{key:%Y-%m-%d %H:%M:%S}{fraction}+00"
            case _:
                return str(key)

    return json.dumps([text(key) for key in keys], ensure_ascii=False)


_CURSOR = re.compile(r"[A-Za-z0-9_-]{24,}")


def opened(value: Any) -> Any:
    """An answer with the JSON of its keys in the place of each cursor, and 1 for 1.0."""
    match value:
        case dict():
            return {key: opened(part) for key, part in value.items()}
        case list():
            return [opened(part) for part in value]
        case float() if value.is_integer():
            return int(value)
        case str() if _CURSOR.fullmatch(value):
            text = base64.urlsafe_b64decode(value + "=" * (-len(value) % 4))[16:]
            return text.decode() if text.startswith(b'["') else value
        case _:
            return value
