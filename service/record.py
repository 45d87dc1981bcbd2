"""The parts of an article's record: actors, quotes, events, and the kinds of text and date that they are made of."""

import re
from datetime import UTC, datetime
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
)
from pydantic.alias_generators import to_camel
from pydantic_core import PydanticCustomError

from service.vocabulary import (
    ActorKind,
    ArticleStatus,
    AttributionMethod,
    EventType,
    MentionForm,
    Modality,
    ParticipantRole,
    QuoteKind,
    ValueOrigin,
)

MAX_BODY = 1_000_000
"""Code points in a body; with annotations a record stays below 2 MB of JSON in all but odd cases."""
MAX_SPAN = 2_000
"""Code points in a mention, cue, speaker or role span. Quotes may be as long as the body."""
MAX_ANNOTATIONS = 20_000
"""Mentions, quotes or reports in one article, each."""
NOT_BLANK = r"\S"


UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
"""What Postgres can't hold in a text."""


def _is_storable(text: str) -> bool:
    """Whether UNSTORABLE finds nothing, told many times faster than by the pattern."""
    try:
        return "\x00" not in text and (text.isascii() or bool(text.encode()))
    except UnicodeEncodeError:
        return False


def _storable(value: Any) -> Any:
    """Refuse by name what Postgres can't hold in a text; pydantic refuses lone surrogates itself, without a name."""
    # Most texts are names and keys in ASCII.
    if isinstance(value, str) and value.isascii() and "\x00" not in value:
        return value
    if isinstance(value, str) and not _is_storable(value) and (found := UNSTORABLE.search(value)):
        what = "U+0000" if found[0] == "\x00" else f"lone surrogate U+{ord(found[0]):04X}"
        raise PydanticCustomError(
            "unstorable",
            "has a {what} at {offset}, which Postgres can't hold: remove or replace it",
            {"what": what, "offset": found.start()},
        )
    return value


STORABLE = BeforeValidator(_storable)
"""Comes last in what is said of a text, as it looks first."""
Name = Annotated[str, StringConstraints(min_length=1, max_length=500, pattern=NOT_BLANK), STORABLE]
Label = Annotated[str, StringConstraints(min_length=1, max_length=200, pattern=NOT_BLANK), STORABLE]


def is_web_url(url: str) -> bool:
    """Whether a URL is absolute, of http or https, with a host and a possible port."""
    try:
        parts = urlsplit(url)
        return parts.scheme.lower() in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


def _absolute_url(url: str) -> str:
    if not is_web_url(url) or re.search(r"[\s\x00-\x1f]", url):
        raise PydanticCustomError("url", "must be an absolute http or https URL, e.g. https://news.example/a")
    return url


Url = Annotated[str, StringConstraints(max_length=2_000), AfterValidator(_absolute_url), STORABLE]

_PARTIAL_DATE = re.compile(
    r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(\.\d{1,6})?)?(Z|[+-]\d\d:\d\d))?)?)?"
)


def partial_date_start(value: str) -> datetime:
    """The first instant of an ISO 8601 date at any precision, in UTC: "2019-02" -> 2019-02-01T00:00:00Z.

    Raises ValueError where `value` is no such date.
    """
    found = _PARTIAL_DATE.fullmatch(value, 0)
    if not found or not value.isascii():
        raise ValueError("not an ISO 8601 date")
    if found[4] is None:
        return datetime(int(found[1]), int(found[2] or 1), int(found[3] or 1), tzinfo=UTC)
    return datetime.fromisoformat(value).astimezone(UTC)


def _partial_date(value: str) -> str:
    try:
        partial_date_start(value)
    except (ValueError, OverflowError):
        raise PydanticCustomError(
            "partial_date", "must be an ISO 8601 date, e.g. 2019, 2019-02, 2019-02-02 or 2019-02-02T17:30:00Z"
        ) from None
    return value


PartialDate = Annotated[str, AfterValidator(_partial_date), STORABLE]


def _language(tag: str) -> str:
    if not re.fullmatch(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*", tag):
        raise PydanticCustomError("language", "must be a BCP 47 tag, e.g. en or en-GB, or und where unknown")
    return tag


Language = Annotated[str, StringConstraints(max_length=35), AfterValidator(_language), STORABLE]


class Model(BaseModel):
    """A frozen part of the record; JSON names are camelCase, unknown ones are refused."""

    model_config = ConfigDict(
        alias_generator=to_camel, populate_by_name=True, extra="forbid", frozen=True, strict=False
    )


class Span(Model):
    """A stretch of the body, in Unicode code points: `body[start:end]`."""

    start: int = Field(ge=0, strict=True)
    end: int = Field(ge=1, strict=True)


class Role(Span):
    """A title or office in the words of the text; a role without a span was not read off the text."""

    title: Name


class Mention(Span):
    """One place where the text speaks of an actor."""

    form: MentionForm
    role: Role | None = None


class Actor(Model):
    """Somebody or something named; `key` is the record's own and connects its parts."""

    key: Label
    kind: ActorKind
    name: Name
    aliases: tuple[Name, ...] = Field(default=(), max_length=100)
    same_as: tuple[Url, ...] = Field(default=(), max_length=20)
    mentions: tuple[Mention, ...] = ()


class Attribution(Model):
    """Why a quote has its speaker."""

    speaker_span: Span | None = None
    cue_span: Span | None = None
    cue: Name | None = None
    method: AttributionMethod
    rule: Label | None = None
    confidence: float | None = Field(default=None, ge=0, le=1, allow_inf_nan=False, strict=True)
    venue: Name | None = None
    addressee: Name | None = None
    relayed_by: Name | None = None


class Quote(Span):
    """Words somebody said; `text` is without the quotation marks and equals `body[start:end]`."""

    text: Annotated[str, STORABLE]
    quote_kind: QuoteKind
    speaker: Label | None = None
    attribution: Attribution | None = None


class Participant(Model):
    """An actor's part in an event; `actor` is an actor's key."""

    actor: Label
    role: ParticipantRole


class Report(Span):
    """Where the article tells of an event, as a rule a sentence."""

    modality: Modality


_MODE = r"^[a-z0-9]([a-z0-9 _-]*[a-z0-9])?$"


def _origin(value: str | None) -> ValueOrigin:
    """The origin of a date that the sender gave without one."""
    return ValueOrigin.UNKNOWN if value is None else ValueOrigin.SUPPLIED


class Event(Model):
    """Something that happened, was threatened or was denied, after PLOVER 2.0."""

    key: Label
    type: EventType
    mode: Annotated[str, StringConstraints(max_length=100, pattern=_MODE), STORABLE] | None = None
    contexts: tuple[Label, ...] = Field(default=(), max_length=50)
    name: Name
    start_date: PartialDate | None = None
    end_date: PartialDate | None = None
    date_origin: ValueOrigin = Field(default_factory=lambda event: _origin(event.get("start_date")))
    location: Label | None = None
    participants: tuple[Participant, ...] = Field(default=(), max_length=100)
    reports: tuple[Report, ...] = Field(min_length=1)


class Source(Model):
    """The outlet that published an article."""

    name: Name
    domain: (
        Annotated[
            str, StringConstraints(max_length=253, pattern=r"^[^\s/:@.]+(\.[^\s/:@.]+)+$", to_lower=True), STORABLE
        ]
        | None
    ) = None


class RawArticle(Model):
    """A text and what is known about it. `body` is kept as it came, code point for code point."""

    external_id: Name | None = None
    url: Url | None = None
    headline: Annotated[str, StringConstraints(min_length=1, max_length=2_000), STORABLE] | None = None
    body: Annotated[str, StringConstraints(min_length=1, max_length=MAX_BODY), STORABLE]
    language: Language = "und"
    source: Source | None = None
    date_published: PartialDate | None = None
    status: ArticleStatus = ArticleStatus.CURRENT


class AnnotatedArticle(RawArticle):
    """An article with its actors, quotes and events, each right by itself; ProcessedArticle checks them together."""

    date_published_origin: ValueOrigin = Field(default_factory=lambda article: _origin(article.get("date_published")))
    processor: Label
    actors: tuple[Actor, ...] = Field(default=(), max_length=MAX_ANNOTATIONS)
    quotes: tuple[Quote, ...] = Field(default=(), max_length=MAX_ANNOTATIONS)
    events: tuple[Event, ...] = Field(default=(), max_length=MAX_ANNOTATIONS)
