"""What is sent to be stored, and what became of it."""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple
from uuid import UUID

from service.article import ProcessedArticle, partial_date_start
from service.storage.identity import ArticleKey, article_keys, source_id
from service.storage.lines import Shown, StoredState
from service.storage.preparation import Prepared


@dataclass(frozen=True)
class Submission:
    """A record and who sends it.

    replaces: the digest of the record that it replaces, or "*" for any; target: the article that it replaces,
    whatever its keys lead to; stored: how it was stored elsewhere, to be stored so here where it is new.
    """

    article: ProcessedArticle
    sender: str = "local"
    replaces: str | None = None
    target: UUID | None = None
    stored: StoredState | None = None

    @cached_property
    def keys(self) -> tuple[ArticleKey, ...]:
        """What the article is known by."""
        return article_keys(self.article, self.sender)

    @cached_property
    def digest(self) -> str:
        """The record's digest, in hex."""
        return self.article.digest()

    @cached_property
    def prepared(self) -> Prepared:
        """What rows take of the record alone."""
        return Prepared(self.article)


class Result(StrEnum):
    """What became of a submission."""

    CREATED = "CREATED"
    REPLACED = "REPLACED"
    UNCHANGED = "UNCHANGED"
    REFUSED = "REFUSED"


class Refusal(StrEnum):
    """Why a submission was refused."""

    DIFFERS = "DIFFERS"
    """Another record is stored, and the submission does not say that it replaces one."""
    MISMATCH = "MISMATCH"
    """Another record is stored than the one that the submission says it replaces, or none."""
    AMBIGUOUS = "AMBIGUOUS"
    """What the record is known by belongs to several articles, or to another than the target."""
    MISSING = "MISSING"
    """The target is not stored."""
    UNSTORABLE = "UNSTORABLE"
    """The database can't hold it."""


class Rival(NamedTuple):
    """A stored article that a submission is in conflict with, by its id and its record's digest."""

    id: UUID
    digest: str


@dataclass(frozen=True)
class Outcome:
    """What became of one submission. `id` and `revision` are those of what is stored; None where it was refused.

    refusal and reason: why it was, for programs and in words; rivals: the stored articles that it is in conflict
    with, one or more where DIFFERS, AMBIGUOUS or MISMATCH with what is stored.
    """

    result: Result
    digest: str
    id: UUID | None = None
    reason: str | None = None
    revision: int | None = None
    refusal: Refusal | None = None
    rivals: tuple[Rival, ...] = ()


@dataclass(frozen=True)
class Given:
    """What need not be found out of an article, as it was when it was stored before.

    actors: key -> actor before any merge; events: key -> event; utterances: of the quotes in the order of start,
    end and kind.
    """

    actors: Mapping[str, UUID]
    events: Mapping[str, UUID]
    utterances: Sequence[UUID]
    retold: Collection[UUID] = ()
    """Events that are shown as another article tells of them."""
    keys: Mapping[UUID, Sequence[str]] = field(default_factory=dict)
    ambiguous_keys: Mapping[UUID, Sequence[str]] = field(default_factory=dict)
    """Actor before any merge -> what tells of it, in hex; of those that the article was the first to speak of."""
    shown: Mapping[UUID, Shown] = field(default_factory=dict)


@dataclass(frozen=True)
class Accepted:
    """A submission that will be stored, under its article's id, as this revision; a first one is stored first now.

    replaced: whether a revision of the article is stored; record: the record as it is kept, where it is not
    to be made of the article.
    """

    submission: Submission
    id: UUID
    revision: int
    stored_at: datetime
    first_stored_at: datetime
    digest: str
    replaced: bool = False
    given: Given | None = None
    record: str | None = None

    @property
    def is_written_anew(self) -> bool:
        """Whether it is what is stored, for actors that were merged or split."""
        return self.replaced and self.given is not None

    @property
    def article(self) -> ProcessedArticle:
        """The record."""
        return self.submission.article

    @cached_property
    def source_id(self) -> UUID | None:
        """The outlet's id."""
        return source_id(self.article.source)

    @cached_property
    def published_start(self) -> datetime | None:
        """The first instant of the date of publication."""
        return partial_date_start(self.article.date_published) if self.article.date_published else None


def kept_ids(actors: Mapping[str, UUID], events: Mapping[str, UUID]) -> str:
    """What the keys of a record stand for, as it is kept."""
    ids = {
        "actors": {key: f"actor_{actor}" for key, actor in actors.items()},
        "events": {key: f"event_{event}" for key, event in events.items()},
    }
    return json.dumps(ids, ensure_ascii=False, separators=(",", ":"))


def now() -> datetime:
    """The present instant in UTC, to the millisecond, as it is served."""
    instant = datetime.now(UTC)
    return instant.replace(microsecond=instant.microsecond // 1000 * 1000)
