"""Lines of a batch: an article with what it replaces or how it was stored, a deletion, or a merge of actors.

What `export` writes and what `ingest` and the batch of REST take.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Annotated, Any, NamedTuple, Self, TypeAlias, TypeVar
from uuid import UUID

# The driver's own UUID, a subclass that it writes several times faster.
from asyncpg.pgproto import pgproto
from pydantic import BaseModel, BeforeValidator, Field, ValidationError, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from service.article import ActorKind, ProcessedArticle, RawArticle, problems_of, read_article
from service.errors import InvalidArticle, Problem
from service.record import Label, Model, Name
from service.storage.identity import NodeKind

_DIGEST = r"^[0-9a-f]{64}$"
_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z", re.ASCII)
_UUID = r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"


def public_id(kind: NodeKind, uuid: UUID) -> str:
    """An id as clients have it."""
    return f"{kind}_{uuid}"


def _reader(kind: NodeKind) -> tuple[BeforeValidator, WithJsonSchema]:
    pattern = f"{kind}_{_UUID}"

    def read(value: Any) -> UUID:
        if not isinstance(value, str) or not re.fullmatch(pattern, value):
            raise PydanticCustomError("id", "must be an id that begins with {kind}_", {"kind": kind})
        return pgproto.UUID(value.partition("_")[2])

    return BeforeValidator(read), WithJsonSchema({"type": "string", "pattern": f"^{pattern}$"})


def _instant(value: Any) -> datetime:
    if isinstance(value, str) and _INSTANT.fullmatch(value):
        try:
            return datetime.fromisoformat(value)
        except ValueError:
            pass
    raise PydanticCustomError("instant", "must be an instant in UTC, e.g. 2019-02-02T17:30:00.000Z")


ArticleId = Annotated[UUID, *_reader("article")]
ActorId = Annotated[UUID, *_reader("actor")]
EventId = Annotated[UUID, *_reader("event")]
UtteranceId = Annotated[UUID, *_reader("utterance")]
Instant = Annotated[datetime, BeforeValidator(_instant), WithJsonSchema({"type": "string", "format": "date-time"})]
Sha256 = Annotated[str, Field(pattern=_DIGEST)]


class Shown(Model):
    """What an actor is shown as."""

    kind: ActorKind
    name: Name


class StoredState(Model):
    """How an article was stored: with it an empty database gets the same ids, revisions and instants again."""

    id: ArticleId
    sender: Label
    revision: int = Field(ge=1, le=2**31 - 1, strict=True)
    stored_at: Instant
    modified_at: Instant | None = None
    external_keys: tuple[Sha256, ...] = ()
    """Under which the senders of earlier revisions know it; none where they follow from the record."""
    actors: dict[str, ActorId]
    """Key of an actor in the record -> the actor, before any merge."""
    events: dict[str, EventId]
    keys: dict[ActorId, tuple[Sha256, ...]] = Field(default_factory=dict)
    """By which later articles join the actors that this article is the first to speak of; actors before any merge."""
    ambiguous_keys: dict[ActorId, tuple[Sha256, ...]] = Field(default_factory=dict)
    """Names that several actors bear: they join none."""
    retold: tuple[EventId, ...] = ()
    """Events that are shown as another article tells of them."""
    utterances: tuple[UtteranceId, ...]
    """Of the quotes in the order of start, end and kind."""
    shown: dict[ActorId, Shown] = Field(default_factory=dict)
    """Actors that are shown in other words than this record's, after merges."""

    @model_validator(mode="after")
    def _hold(self) -> Self:
        if (self.modified_at is None) != (self.revision == 1):
            raise PydanticCustomError("modified", "needs modifiedAt where revision is above 1, and only there")
        return self


class Merge(Model):
    """An actor that was merged into another. `kind` and `name`: what it was shown as."""

    actor: ActorId
    into: ActorId
    merged_at: Instant | None = None
    kind: ActorKind | None = None
    name: Name | None = None

    @model_validator(mode="after")
    def _hold(self) -> Self:
        if self.actor == self.into:
            raise PydanticCustomError("merge", "must name two actors")
        if (self.kind is None) != (self.name is None):
            raise PydanticCustomError("merge", "needs kind and name, or neither")
        return self


class _Deletion(Model):
    delete: ArticleId


class _Merging(Model):
    merge: Merge


class _Wording(Model):
    replaces: Annotated[str, Field(pattern=r"^([0-9a-f]{64}|\*)$")] | None = None
    stored: StoredState | None = None


class ArticleLine(NamedTuple):
    """An article to be stored. `replaces`: the digest of the record that it replaces, or "*" for any."""

    article: RawArticle | ProcessedArticle
    replaces: str | None = None
    stored: StoredState | None = None


class DeleteLine(NamedTuple):
    """An article to be deleted."""

    id: UUID


class MergeLine(NamedTuple):
    """Actors to be merged."""

    merge: Merge


_M = TypeVar("_M", bound=BaseModel)
Line: TypeAlias = ArticleLine | DeleteLine | MergeLine


def read_line(value: object) -> Line:
    """The line in a decoded JSON value: `{"delete": id}`, `{"merge": …}`, else an article with its own fields,
    `replaces` and `stored`. Raises InvalidArticle.
    """
    if not isinstance(value, dict):
        return ArticleLine(read_article(value))
    if "delete" in value:
        return DeleteLine(_read(_Deletion, value).delete)
    if "merge" in value:
        return MergeLine(_read(_Merging, value).merge)
    worded = {name: value[name] for name in ("replaces", "stored") if name in value}
    if not worded:
        return ArticleLine(read_article(value))
    wording = _read(_Wording, worded)
    article = read_article({name: part for name, part in value.items() if name not in worded})
    if wording.stored and (problems := list(_misfits(article, wording.stored))):
        raise InvalidArticle(problems)
    return ArticleLine(article, wording.replaces, wording.stored)


def _read(model: type[_M], value: Mapping[str, object]) -> _M:
    try:
        return model.model_validate(value, by_name=False)
    except ValidationError as error:
        raise InvalidArticle(problems_of(error)) from None


def _misfits(article: RawArticle | ProcessedArticle, stored: StoredState) -> Iterator[Problem]:
    """Where a record is not the one whose state is told."""
    if not isinstance(article, ProcessedArticle):
        yield Problem(("stored",), "is told of a processed article only: leave it out")
        return
    if stored.actors.keys() != {actor.key for actor in article.actors}:
        yield Problem(("stored", "actors"), "must have the keys of the record's actors, each once")
    if stored.events.keys() != {event.key for event in article.events}:
        yield Problem(("stored", "events"), "must have the keys of the record's events, each once")
    if len(stored.utterances) != len(article.quotes):
        yield Problem(
            ("stored", "utterances"), f"must have an id for each of the record's {len(article.quotes)} quotes"
        )
