"""Recomputes everything that is stored twice from the rows it comes from, in Python, and compares."""

import json
from collections import Counter, defaultdict
from typing import Any
from uuid import UUID

from service.article import ProcessedArticle, partial_date_start, read_article
from service.folding import folded_name
from service.natural_key import url_key
from service.search_text import article_vector, event_vector, name_vector, quote_vector
from service.storage.identity import content_hash, full_name_key, identifier_key, utterance_keys
from service.storage.pool import Connection, Pool

Row = dict[str, Any]
TABLES = (
    "sources", "articles", "article_keys", "actors", "actor_keys", "aliases", "roles", "identifiers",
    "article_actors", "mentions", "utterances", "quotes", "utterance_keys", "attributions", "events",
    "article_events", "reports", "participants", "event_actors", "event_quotes", "former_actors",
)  # fmt: skip


async def read_tables(connection: Pool | Connection) -> dict[str, list[Row]]:
    """Every row of every table."""
    return {table: [dict(row) for row in await connection.fetch(f"select * from {table}")] for table in TABLES}  # noqa: S608


async def assert_consistent(connection: Pool | Connection) -> dict[str, list[Row]]:
    """Fails where a count, a copy or a key is not what the base rows say; the rows come back."""
    tables = await read_tables(connection)
    stored = Stored(tables)
    stored.check_articles()
    stored.check_records()
    stored.check_merges()
    stored.check_spans()
    stored.check_parts()
    stored.check_actors()
    stored.check_actor_keys()
    stored.check_utterances()
    stored.check_events()
    stored.check_event_quotes()
    stored.check_words()
    return tables


class Stored:
    def __init__(self, tables: dict[str, list[Row]]) -> None:
        self.tables = tables
        self.articles = {row["id"]: row for row in tables["articles"]}
        self.actors = {row["id"]: row for row in tables["actors"]}
        self.events = {row["id"]: row for row in tables["events"]}
        self.quotes = {row["id"]: row for row in tables["quotes"]}
        self.merged = {row["former_id"]: row for row in tables["former_actors"]}
        self.resolved = {
            article_id: {
                kind: {key: UUID(node.partition("_")[2]) for key, node in nodes.items()}
                for kind, nodes in json.loads(row["resolved"]).items()
            }
            for article_id, row in self.articles.items()
            if row["resolved"]
        }
        self.speaker_homes: dict[Any, Any] = {}

    def table(self, name: str, *key: str, values: tuple[str, ...]) -> dict[tuple[Any, ...], tuple[Any, ...]]:
        """Key -> values of a table."""
        return {
            tuple(row[column] for column in key): tuple(row[column] for column in values) for row in self.tables[name]
        }

    def check_articles(self) -> None:
        sources = {row["source_id"] for row in self.articles.values()} - {None}
        assert {row["id"] for row in self.tables["sources"]} == sources
        keys: dict[Any, set[tuple[str, bytes]]] = defaultdict(set)
        for row in self.tables["article_keys"]:
            keys[row["article_id"]].add((row["kind"], row["key"]))
        for article_id, row in self.articles.items():
            kinds = {kind for kind, _ in keys[article_id]}
            assert ("EXTERNAL" in kinds) >= (row["external_id"] is not None)
            urls = {key for kind, key in keys[article_id] if kind == "URL"}
            assert urls == ({url_key(row["url"])} if row["url"] else set())
            assert ("TEXT" in kinds) == (row["url"] is None and row["external_id"] is None and len(kinds) == 1)
            assert row["content_hash"] == content_hash(row["body"])
            start = partial_date_start(row["published"]) if row["published"] else None
            assert row["published_start"] == start
            assert (row["modified_at"] is not None) == (row["revision"] > 1)
        for name in ("mentions", "quotes", "attributions", "reports"):
            for row in self.tables[name]:
                article = self.articles[row["article_id"]]
                assert (row["revision"], row["length"]) == (article["revision"], len(article["body"]))
        for name in ("quotes", "reports", "article_actors"):
            for row in self.tables[name]:
                assert row["published_start"] == self.articles[row["article_id"]]["published_start"]
        for name in ("quotes", "article_events"):
            for row in self.tables[name]:
                assert row["source_id"] == self.articles[row["article_id"]]["source_id"]

    def check_records(self) -> None:
        """The records are those that the digests are of, and their keys stand for what is stored."""
        told: dict[Any, set[Any]] = defaultdict(set)
        for row in self.tables["article_events"]:
            told[row["article_id"]].add(row["event_id"])
        parts: dict[Any, dict[Any, set[Any]]] = defaultdict(dict)
        for row in self.tables["article_actors"]:
            parts[row["article_id"]][row["actor_id"]] = set(row["home_ids"] or [row["actor_id"]])
        for article_id, row in self.articles.items():
            if row["record"] is None:
                continue  # it was stored before records were kept
            article = read_article({"body": row["body"], **json.loads(row["record"])})
            assert isinstance(article, ProcessedArticle)
            assert article.digest() == row["record_digest"].hex()
            resolved = self.resolved[article_id]
            assert resolved["actors"].keys() == {actor.key for actor in article.actors}
            assert resolved["events"].keys() == {event.key for event in article.events}
            assert set(resolved["events"].values()) == told[article_id]
            homes: dict[Any, set[Any]] = defaultdict(set)
            for home in resolved["actors"].values():
                homes[self.became(home)].add(home)
            assert homes == parts[article_id]
            for quote in article.quotes:
                place = (article_id, quote.start, quote.end, quote.quote_kind.value)
                self.speaker_homes[place] = resolved["actors"][quote.speaker] if quote.speaker is not None else None

    def became(self, home: Any) -> Any:
        return self.merged[home]["actor_id"] if home in self.merged else home

    def check_merges(self) -> None:
        """What actors became is the end of the chain of merges; who was merged is nobody's any more."""
        for former, row in self.merged.items():
            end = row["into_id"]
            while end in self.merged:
                end = self.merged[end]["into_id"]
            assert row["actor_id"] == end
            assert former not in self.actors
        for row in self.tables["actor_keys"]:
            assert row["actor_id"] == self.became(row["home_id"])

    def check_spans(self) -> None:
        for name in ("mentions", "quotes", "reports"):
            for row in self.tables[name]:
                self._check_span(row, "span_", "")
        for row in self.tables["mentions"]:
            if row["role"] is not None:
                assert row["role"] == self._body(row)[row["role_start"] : row["role_end"]]
        for row in self.tables["attributions"]:
            quote = self.quotes[row["quote_id"]]
            assert row["article_id"] == quote["article_id"]
            for part in ("speaker_", "cue_"):
                if row[f"{part}start"] is not None:
                    self._check_span(row, part, part)

    def _body(self, row: Row) -> str:
        body: str = self.articles[row["article_id"]]["body"]
        return body

    def _check_span(self, row: Row, part: str, words: str) -> None:
        body, start, end = self._body(row), row[f"{part}start"], row[f"{part}end"]
        assert row[f"{words}exact"] == body[start:end]
        assert row[f"{words}prefix"] == body[max(0, start - 32) : start]
        assert row[f"{words}suffix"] == body[end : end + 32]
        assert row[f"{words}utf16_start"] == len(body[:start].encode("utf-16-le")) // 2
        assert row[f"{words}utf16_end"] == len(body[:end].encode("utf-16-le")) // 2

    def check_parts(self) -> None:
        """What one article says of one actor against its mentions and quotes."""
        mentions: Counter[Any] = Counter()
        names: dict[Any, Counter[str]] = defaultdict(Counter)
        titles: dict[Any, Counter[str]] = defaultdict(Counter)
        for row in self.tables["mentions"]:
            pair = row["article_id"], row["actor_id"]
            mentions[pair] += 1
            name = " ".join(row["exact"].split())[:500]
            if row["form"] == "NAME" and name:
                names[pair][name] += 1
            if row["role"]:
                titles[pair][" ".join(row["role"].split())] += 1
        quotes = Counter((row["article_id"], row["speaker_id"]) for row in self.quotes.values() if row["speaker_id"])
        parts = {(row["article_id"], row["actor_id"]): row for row in self.tables["article_actors"]}
        assert parts.keys() >= mentions.keys() | quotes.keys()
        for pair, row in parts.items():
            assert row["mention_count"] == mentions[pair]
            assert row["quote_count"] == quotes[pair]
            said = dict(zip(row["names"], row["name_counts"], strict=True))
            assert {name: count for name, count in said.items() if count} == names[pair]
            assert dict(zip(row["titles"], row["title_counts"], strict=True)) == titles[pair]

    def check_actors(self) -> None:
        """The counts of actors, aliases, roles and identifiers against the articles' parts."""
        counts: dict[Any, list[int]] = defaultdict(lambda: [0, 0, 0])
        aliases: dict[Any, list[Any]] = defaultdict(lambda: [None, 0, 0])
        roles: Counter[Any] = Counter()
        identifiers: Counter[Any] = Counter()
        for row in self.tables["article_actors"]:
            actor = row["actor_id"]
            for i, number in enumerate((row["mention_count"], row["quote_count"], 1)):
                counts[actor,][i] += number
            for name, number in zip(row["names"], row["name_counts"], strict=True):
                alias = aliases[actor, name]
                alias[0] = folded_name(name)
                alias[1] += number
                alias[2] += 1
            for title, number in zip(row["titles"], row["title_counts"], strict=True):
                roles[actor, title] += number
            for url in row["identifiers"]:
                identifiers[actor, url] += 1
        stored = self.table("actors", "id", values=("mention_count", "quote_count", "article_count"))
        assert stored == {key: tuple(value) for key, value in counts.items()}
        stored = self.table("aliases", "actor_id", "name", values=("folded", "mention_count", "article_count"))
        assert stored == {key: tuple(value) for key, value in aliases.items()}
        stored = self.table("roles", "actor_id", "title", values=("mention_count",))
        assert stored == {key: (value,) for key, value in roles.items()}
        stored = self.table("identifiers", "actor_id", "url", values=("article_count",))
        assert stored == {key: (value,) for key, value in identifiers.items()}
        for actor_id, row in self.actors.items():
            assert (actor_id, row["name"]) in aliases
            assert row["name_folded"] == folded_name(row["name"])

    def check_actor_keys(self) -> None:
        """A key tells of an actor only while an article gives the actor the name or identifier."""
        told: dict[Any, set[bytes | None]] = defaultdict(set)
        for row in self.tables["aliases"]:
            told[row["actor_id"]].add(full_name_key(self.actors[row["actor_id"]]["kind"], row["name"]))
        for row in self.tables["identifiers"]:
            told[row["actor_id"]].add(identifier_key(row["url"]))
        for row in self.tables["actor_keys"]:
            actor_id = row["actor_id"]
            if row["ambiguous"]:
                continue  # it tells of nobody, and goes on doing so
            assert row["key"] in told[actor_id] | {identifier_key(f"actor:{row['home_id']}")}

    def check_utterances(self) -> None:
        articles: dict[Any, set[Any]] = defaultdict(set)
        sources: dict[Any, set[Any]] = defaultdict(set)
        speakers: dict[Any, set[Any]] = defaultdict(set)
        keys: set[tuple[bytes, Any, Any]] = set()
        for quote_id, row in self.quotes.items():
            utterance = row["utterance_id"]
            articles[utterance].add(row["article_id"])
            sources[utterance].update({row["source_id"]} - {None})
            speakers[utterance].add(row["speaker_id"])
            place = (row["article_id"], row["span_start"], row["span_end"], row["kind"])
            home = self.speaker_homes.get(place, row["speaker_id"])
            assert row["speaker_id"] == self.became(home)
            if home:
                keys.update((key, quote_id, utterance) for key in utterance_keys(home, row["exact"]))
        stored = self.table("utterances", "id", values=("speaker_id", "article_count", "source_count"))
        assert {(utterance,): len(who) for utterance, who in speakers.items()} == dict.fromkeys(stored, 1)
        assert stored == {
            (utterance,): (*speakers[utterance], len(articles[utterance]), len(sources[utterance]))
            for utterance in articles
        }
        assert {(r["key"], r["quote_id"], r["utterance_id"]) for r in self.tables["utterance_keys"]} == keys

    def check_events(self) -> None:
        accounts: dict[Any, list[Row]] = defaultdict(list)
        participants: Counter[Any] = Counter()
        actors: Counter[Any] = Counter()
        reports = {(row["article_id"], row["event_id"]) for row in self.tables["reports"]}
        for row in self.tables["article_events"]:
            event = row["event_id"]
            accounts[event].append(row)
            pairs = list(zip(row["participant_roles"], row["participant_ids"], strict=True))
            participants.update((event, role, actor) for role, actor in pairs)
            actors.update((event, actor) for actor in {actor for _, actor in pairs} | {row["location_id"]} - {None})
        assert {(row["article_id"], row["event_id"]) for row in self.tables["article_events"]} == reports
        for event_id, row in self.events.items():
            told = accounts[event_id]
            assert (row["article_count"], row["source_count"]) == (
                len(told),
                len({account["source_id"] for account in told} - {None}),
            )
            shown = ("mode", "contexts", "name", "end_date", "date_origin", "location_id")
            tellers = [account for account in told if row["told_by"] in {None, account["article_id"]}]
            assert [row[field] for field in shown] in [[teller[field] for field in shown] for teller in tellers]
            assert row["start_at"] == (partial_date_start(row["start_date"]) if row["start_date"] else None)
            assert {account["start_at"] for account in told} == {row["start_at"]}
        assert accounts.keys() == self.events.keys()
        stored = self.table(
            "participants", "event_id", "role", "actor_id", values=("type", "start_date", "article_count")
        )
        assert stored == {
            key: (self.events[key[0]]["type"], self.events[key[0]]["start_date"], number)
            for key, number in participants.items()
        }
        stored = self.table("event_actors", "event_id", "actor_id", values=("start_at", "article_count"))
        assert stored == {key: (self.events[key[0]]["start_at"], number) for key, number in actors.items()}

    def check_words(self) -> None:
        """What search reads against the texts that it was made of; the pool gives tsvectors in binary."""
        for row in self.articles.values():
            assert row["words"] == article_vector(row["headline"], row["body"])
        for row in self.quotes.values():
            assert row["words"] == quote_vector(row["exact"])
        for row in self.tables["aliases"]:
            assert row["words"] == name_vector(row["name"])
        for row in (*self.events.values(), *self.tables["article_events"]):
            assert row["words"] == event_vector(row["name"])

    def check_event_quotes(self) -> None:
        pairs = set()
        for report in self.tables["reports"]:
            body = self._body(report)
            start = body.rfind("\n", 0, report["span_start"]) + 1
            end = body.find("\n", report["span_end"] - 1)
            end = len(body) if end < 0 else end
            for quote_id, quote in self.quotes.items():
                near = quote["span_start"] < end and quote["span_end"] > start
                if quote["article_id"] == report["article_id"] and near:
                    pairs.add((report["event_id"], quote_id, quote["published_start"]))
        stored = {(row["event_id"], row["quote_id"], row["published_start"]) for row in self.tables["event_quotes"]}
        assert stored == pairs
