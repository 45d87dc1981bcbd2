"""Makes records from pieces of text: offsets are found by searching the words."""

from collections.abc import Iterable, Sequence
from typing import Any

from service.article import ProcessedArticle, read_article
from service.storage.ingest import ingest
from service.storage.pool import Pool
from service.storage.submission import Outcome, Result, Submission

Json = dict[str, Any]
Words = str | tuple[str, int]
"""Words of the body, the first time that they stand there or, with a number from 0, another time."""


class Draft:
    """A record being written; `fields` are the article's own, by their names in JSON."""

    def __init__(self, body: str, **fields: Any) -> None:
        self.body = body
        self.fields = fields
        self.actors: list[Json] = []
        self.quotes: list[Json] = []
        self.events: list[Json] = []

    def __repr__(self) -> str:
        return f"Draft({ {name: part for name, part in self.record().items() if name != 'body'} })"

    def span(self, words: Words) -> Json:
        """Where the words stand."""
        text, nth = (words, 0) if isinstance(words, str) else words
        start = -1
        for _ in range(nth + 1):
            start = self.body.index(text, start + 1)
        return {"start": start, "end": start + len(text)}

    def actor(self, name: str, *mentions: Words, kind: str = "PERSON", key: str | None = None, **fields: Any) -> str:
        """Add an actor and return its key; its name is a mention where none is given and the body has it."""
        if not mentions and name in self.body:
            mentions = (name,)
        key = key or f"a{len(self.actors)}"
        spans = [{**self.span(words), "form": "NAME"} for words in mentions]
        self.actors.append({"key": key, "kind": kind, "name": name, "mentions": spans, **fields})
        return key

    def mention(self, actor: str, words: Words, form: str = "NAME", role: Words | None = None) -> None:
        """Add a mention of the actor with this key."""
        entry: Json = {**self.span(words), "form": form}
        if role is not None:
            entry["role"] = {"title": role if isinstance(role, str) else role[0], **self.span(role)}
        next(a for a in self.actors if a["key"] == actor)["mentions"].append(entry)

    def quote(
        self, words: Words, speaker: str | None = None, kind: str = "DIRECT", attribution: Json | None = None
    ) -> None:
        """Add a quote; with a speaker and no attribution it is SUPPLIED."""
        if speaker is not None and attribution is None:
            attribution = {"method": "SUPPLIED"}
        span = self.span(words)
        text = self.body[span["start"] : span["end"]]
        self.quotes.append({"text": text, **span, "quoteKind": kind, "speaker": speaker, "attribution": attribution})

    def event(
        self,
        kind: str,
        name: str,
        *reports: Words,
        participants: Iterable[tuple[str, str]] = (),
        modality: str = "ASSERTED",
        **fields: Any,
    ) -> str:
        """Add an event of this type and return its key; participants are (actor's key, role)."""
        key = f"e{len(self.events)}"
        self.events.append(
            {
                "key": key,
                "type": kind,
                "name": name,
                "participants": [{"actor": actor, "role": role} for actor, role in participants],
                "reports": [{**self.span(words), "modality": modality} for words in reports or (self.body,)],
                **fields,
            }
        )
        return key

    def record(self) -> Json:
        """The record as decoded JSON."""
        return {
            "body": self.body,
            "processor": "tests/1",
            "actors": self.actors,
            "quotes": self.quotes,
            "events": self.events,
            **self.fields,
        }

    def article(self) -> ProcessedArticle:
        """The record, checked."""
        article = read_article(self.record())
        assert isinstance(article, ProcessedArticle)
        return article


async def send(pool: Pool, *drafts: Draft, sender: str = "local", replaces: str | None = None) -> list[Outcome]:
    """Ingest the drafts in one batch."""
    return await ingest(pool, [Submission(draft.article(), sender, replaces) for draft in drafts])


async def store(pool: Pool, *drafts: Draft, sender: str = "local", replaces: str | None = None) -> list[Outcome]:
    """Ingest the drafts in one batch; none may be refused."""
    outcomes = await send(pool, *drafts, sender=sender, replaces=replaces)
    assert not [outcome.reason for outcome in outcomes if outcome.result is Result.REFUSED]
    return outcomes


def results(outcomes: Sequence[Outcome]) -> list[str]:
    """What became of each, by name."""
    return [outcome.result.value for outcome in outcomes]
