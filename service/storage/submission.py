"""What is sent to be stored, and what became of it."""

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from functools import cached_property
from uuid import UUID

from service.article import ProcessedArticle, partial_date_start
from service.storage.identity import ArticleKey, article_keys, source_id


@dataclass(frozen=True)
class Submission:
    """A record and who sends it. `replaces`: the digest of the record it replaces, or "*" for any."""

    article: ProcessedArticle
    sender: str = "local"
    replaces: str | None = None

    @cached_property
    def keys(self) -> tuple[ArticleKey, ...]:
        """What the article is known by."""
        return article_keys(self.article, self.sender)

    @cached_property
    def digest(self) -> str:
        """The record's digest, in hex."""
        return self.article.digest()


class Result(StrEnum):
    """What became of a submission."""

    CREATED = "CREATED"
    REPLACED = "REPLACED"
    UNCHANGED = "UNCHANGED"
    REFUSED = "REFUSED"


@dataclass(frozen=True)
class Outcome:
    """What became of one submission. `reason` says why it was refused; `id` is None then."""

    result: Result
    digest: str
    id: UUID | None = None
    reason: str | None = None


@dataclass(frozen=True)
class Accepted:
    """A submission that will be stored, under its article's id, as this revision; a first one is stored first now."""

    submission: Submission
    id: UUID
    revision: int
    stored_at: datetime
    first_stored_at: datetime

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


def now() -> datetime:
    """The present instant in UTC, to the millisecond, as it is served."""
    instant = datetime.now(UTC)
    return instant.replace(microsecond=instant.microsecond // 1000 * 1000)
