"""The processed article: what the built-in pipeline makes and what a sender with its own pipeline posts.

The one border of the program: every check on an article's record is made here, and offsets that passed
are true: `body[start:end]` is what the record says, in Unicode code points.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from enum import StrEnum
from typing import Annotated, Any, Self
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
    ValidatorFunctionWrapHandler,
    WrapValidator,
    model_validator,
)
from pydantic.alias_generators import to_camel
from pydantic_core import ErrorDetails, InitErrorDetails, PydanticCustomError

from service.errors import InvalidArticle

MAX_BODY = 1_000_000
"""Code points in a body; with annotations a record stays below 2 MB of JSON in all but odd cases."""
MAX_SPAN = 2_000
"""Code points in a mention, cue, speaker or role span. Quotes may be as long as the body."""
MAX_ANNOTATIONS = 20_000
"""Mentions, quotes or reports in one article, each."""


class ActorKind(StrEnum):
    """What an actor is; GROUP: people together without an organization, under a name of their own."""

    PERSON = "PERSON"
    ORGANIZATION = "ORGANIZATION"
    PLACE = "PLACE"
    GROUP = "GROUP"


class MentionForm(StrEnum):
    """How a mention words its actor: by name, by a noun ("the general") or by a pronoun."""

    NAME = "NAME"
    NOMINAL = "NOMINAL"
    PRONOUN = "PRONOUN"


class QuoteKind(StrEnum):
    """DIRECT: a clause or more in marks; MIXED: a part of a sentence in marks; INDIRECT: no marks."""

    DIRECT = "DIRECT"
    MIXED = "MIXED"
    INDIRECT = "INDIRECT"


class AttributionMethod(StrEnum):
    """How a quote got its speaker."""

    CUE = "CUE"
    CONTINUATION = "CONTINUATION"
    PRONOUN = "PRONOUN"
    SUPPLIED = "SUPPLIED"


class ValueOrigin(StrEnum):
    """Where a value comes from: the sender, the text's own words, a rule over the text, or nowhere."""

    SUPPLIED = "SUPPLIED"
    TEXT = "TEXT"
    INFERRED = "INFERRED"
    UNKNOWN = "UNKNOWN"


class ArticleStatus(StrEnum):
    """A retracted article stays readable."""

    CURRENT = "CURRENT"
    RETRACTED = "RETRACTED"


class Modality(StrEnum):
    """Whether a report says that the event happened."""

    ASSERTED = "ASSERTED"
    NEGATED = "NEGATED"
    HYPOTHETICAL = "HYPOTHETICAL"
    FUTURE = "FUTURE"


class ParticipantRole(StrEnum):
    """PLOVER's two sides of an event."""

    ACTOR = "ACTOR"
    RECIPIENT = "RECIPIENT"


class EventType(StrEnum):
    """PLOVER 2.0 event types, and OTHER for what it has no type for."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"
    OTHER = "OTHER"


_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def _storable(text: str) -> str:
    """Refuse by name what Postgres can't hold in a text."""
    if found := _UNSTORABLE.search(text):
        what = "U+0000" if found[0] == "\x00" else f"lone surrogate U+{ord(found[0]):04X}"
        raise PydanticCustomError(
            "unstorable",
            "has a {what} at {offset}, which Postgres can't hold: remove or replace it",
            {"what": what, "offset": found.start()},
        )
    return text


def _storable_before(value: Any, handler: ValidatorFunctionWrapHandler) -> Any:
    """Pydantic refuses lone surrogates itself, without a name: look first."""
    return handler(_storable(value) if isinstance(value, str) else value)


_Text = Annotated[str, WrapValidator(_storable_before)]
Name = Annotated[_Text, StringConstraints(min_length=1, max_length=500, pattern=r"\S")]
Label = Annotated[_Text, StringConstraints(min_length=1, max_length=200, pattern=r"\S")]


def _absolute_url(url: str) -> str:
    try:
        parts = urlsplit(url)
        fits = parts.scheme.lower() in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        fits = False
    if not fits or re.search(r"[\s\x00-\x1f]", url):
        raise PydanticCustomError("url", "must be an absolute http or https URL, e.g. https://news.example/a")
    return url


Url = Annotated[_Text, StringConstraints(max_length=2_000), AfterValidator(_absolute_url)]

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


PartialDate = Annotated[_Text, AfterValidator(_partial_date)]


def _language(tag: str) -> str:
    if not re.fullmatch(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*", tag):
        raise PydanticCustomError("language", "must be a BCP 47 tag, e.g. en or en-GB, or und where unknown")
    return tag


Language = Annotated[_Text, StringConstraints(max_length=35), AfterValidator(_language)]


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
    confidence: float | None = Field(default=None, ge=0, le=1, allow_inf_nan=False)
    venue: Name | None = None
    addressee: Name | None = None
    relayed_by: Name | None = None


class Quote(Span):
    """Words somebody said; `text` is without the quotation marks and equals `body[start:end]`."""

    text: _Text
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
    mode: Annotated[_Text, StringConstraints(max_length=100, pattern=_MODE)] | None = None
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
        Annotated[_Text, StringConstraints(max_length=253, pattern=r"^[^\s/:@.]+(\.[^\s/:@.]+)+$", to_lower=True)]
        | None
    ) = None


class RawArticle(Model):
    """A text and what is known about it. `body` is kept as it came, code point for code point."""

    external_id: Name | None = None
    url: Url | None = None
    headline: Annotated[_Text, StringConstraints(min_length=1, max_length=2_000)] | None = None
    body: Annotated[_Text, StringConstraints(min_length=1, max_length=MAX_BODY)]
    language: Language = "und"
    source: Source | None = None
    date_published: PartialDate | None = None
    status: ArticleStatus = ArticleStatus.CURRENT


class ProcessedArticle(RawArticle):
    """An article with its actors, quotes and events; every offset is true, every key resolves."""

    date_published_origin: ValueOrigin = Field(default_factory=lambda article: _origin(article.get("date_published")))
    processor: Label
    actors: tuple[Actor, ...] = Field(default=(), max_length=MAX_ANNOTATIONS)
    quotes: tuple[Quote, ...] = Field(default=(), max_length=MAX_ANNOTATIONS)
    events: tuple[Event, ...] = Field(default=(), max_length=MAX_ANNOTATIONS)

    @model_validator(mode="after")
    def _hold(self) -> Self:
        if problems := list(_problems(self)):
            raise ValidationError.from_exception_data(type(self).__name__, problems[:50])
        return self

    def digest(self) -> str:
        """SHA-256, in hex, of the whole record: equal for two records that say the same."""
        return hashlib.sha256(self.model_dump_json(by_alias=True).encode()).hexdigest()


Path = tuple[str | int, ...]


def _problem(path: Path, message: str, value: object = None) -> InitErrorDetails:
    return InitErrorDetails(type=PydanticCustomError("record", message), loc=path, input=value)


def _problems(article: ProcessedArticle) -> Iterator[InitErrorDetails]:
    """What is wrong between the parts of a record: offsets, keys, doubles."""
    body = article.body
    if (article.date_published is None) != (article.date_published_origin is ValueOrigin.UNKNOWN):
        yield _problem(
            ("datePublishedOrigin",),
            "must be UNKNOWN exactly when datePublished is null; otherwise SUPPLIED, TEXT or INFERRED",
        )
    keys = {actor.key for actor in article.actors}
    yield from _doubles("actors", [actor.key for actor in article.actors])
    yield from _doubles("events", [event.key for event in article.events])
    yield from _too_many("mentions", sum(len(actor.mentions) for actor in article.actors))
    yield from _too_many("reports", sum(len(event.reports) for event in article.events))
    for path, span, longest in _spans(article):
        if span.end > len(body):
            yield _problem((*path, "end"), f"{span.end} is past the end of body ({len(body)})", span.end)
        elif span.start >= span.end:
            yield _problem((*path, "start"), f"{span.start} must be less than end ({span.end})", span.start)
        elif longest and span.end - span.start > longest:
            yield _problem(
                (*path, "end"),
                f"spans {span.end - span.start} code points, at most {longest} are taken",
                span.end,
            )
    for i, quote in enumerate(article.quotes):
        if quote.end <= len(body) and quote.text != body[quote.start : quote.end]:
            yield _problem(
                ("quotes", i, "text"),
                f"differs from body[{quote.start}:{quote.end}], which is {_short(body[quote.start : quote.end])}",
                quote.text,
            )
        if quote.speaker is not None and quote.speaker not in keys:
            yield _unresolved(("quotes", i, "speaker"), quote.speaker)
        yield from _cue_problems(i, quote, body)
    for a, actor in enumerate(article.actors):
        for m, mention in enumerate(actor.mentions):
            role = mention.role
            if role and role.end <= len(body) and role.title != body[role.start : role.end]:
                yield _problem(
                    ("actors", a, "mentions", m, "role", "title"),
                    f"differs from body[{role.start}:{role.end}], which is {_short(body[role.start : role.end])}",
                    role.title,
                )
    yield from _doubled_spans(article)
    yield from _event_problems(article, keys)


def _cue_problems(i: int, quote: Quote, body: str) -> Iterator[InitErrorDetails]:
    attribution = quote.attribution
    if attribution and attribution.cue and (span := attribution.cue_span) and span.end <= len(body):
        words = body[span.start : span.end]
        if attribution.cue != words:
            yield _problem(
                ("quotes", i, "attribution", "cue"),
                f"differs from body[{span.start}:{span.end}], which is {_short(words)}",
                attribution.cue,
            )


def _event_problems(article: ProcessedArticle, keys: set[str]) -> Iterator[InitErrorDetails]:
    for e, event in enumerate(article.events):
        if (event.start_date is None) != (event.date_origin is ValueOrigin.UNKNOWN):
            yield _problem(
                ("events", e, "dateOrigin"),
                "must be UNKNOWN exactly when startDate is null; otherwise SUPPLIED, TEXT or INFERRED",
            )
        if event.end_date is not None and (
            event.start_date is None or partial_date_start(event.end_date) < partial_date_start(event.start_date)
        ):
            yield _problem(("events", e, "endDate"), "needs a startDate that is not after it", event.end_date)
        if event.location is not None and event.location not in keys:
            yield _unresolved(("events", e, "location"), event.location)
        seen = set()
        for p, participant in enumerate(event.participants):
            if participant.actor not in keys:
                yield _unresolved(("events", e, "participants", p, "actor"), participant.actor)
            if (pair := (participant.actor, participant.role)) in seen:
                yield _problem(("events", e, "participants", p), "stands there twice: remove one")
            seen.add(pair)


def _spans(article: ProcessedArticle) -> Iterator[tuple[Path, Span, int]]:
    """Every span of the record with its path and the longest that is taken (0: as long as the body)."""
    for a, actor in enumerate(article.actors):
        for m, mention in enumerate(actor.mentions):
            yield ("actors", a, "mentions", m), mention, MAX_SPAN
            if mention.role:
                yield ("actors", a, "mentions", m, "role"), mention.role, MAX_SPAN
    for q, quote in enumerate(article.quotes):
        yield ("quotes", q), quote, 0
        if quote.attribution:
            if quote.attribution.speaker_span:
                yield ("quotes", q, "attribution", "speakerSpan"), quote.attribution.speaker_span, MAX_SPAN
            if quote.attribution.cue_span:
                yield ("quotes", q, "attribution", "cueSpan"), quote.attribution.cue_span, MAX_SPAN
    for e, event in enumerate(article.events):
        for r, report in enumerate(event.reports):
            yield ("events", e, "reports", r), report, 10 * MAX_SPAN


def _doubled_spans(article: ProcessedArticle) -> Iterator[InitErrorDetails]:
    quotes = set()
    for q, quote in enumerate(article.quotes):
        if (key := (quote.start, quote.end, quote.quote_kind)) in quotes:
            yield _problem(("quotes", q), "has the span and kind of a quote before it: remove one")
        quotes.add(key)
    for a, actor in enumerate(article.actors):
        mentions = set()
        for m, mention in enumerate(actor.mentions):
            if (pair := (mention.start, mention.end)) in mentions:
                yield _problem(("actors", a, "mentions", m), "has the span of a mention before it: remove one")
            mentions.add(pair)
    for e, event in enumerate(article.events):
        reports = set()
        for r, report in enumerate(event.reports):
            if (pair := (report.start, report.end)) in reports:
                yield _problem(("events", e, "reports", r), "has the span of a report before it: remove one")
            reports.add(pair)


def _doubles(part: str, keys: Iterable[str]) -> Iterator[InitErrorDetails]:
    seen = set()
    for i, key in enumerate(keys):
        if key in seen:
            yield _problem((part, i, "key"), f"{_short(key)} stands there twice: give each its own key", key)
        seen.add(key)


def _too_many(part: str, count: int) -> Iterator[InitErrorDetails]:
    if count > MAX_ANNOTATIONS:
        yield _problem((part,), f"are {count} in all, at most {MAX_ANNOTATIONS} are taken: split the article")


def _unresolved(path: Path, key: str) -> InitErrorDetails:
    return _problem(path, f"{_short(key)} is no key in actors: add the actor or use null", key)


def _short(text: str) -> str:
    return repr(text if len(text) <= 60 else text[:57] + "…")


def read_article(record: object) -> RawArticle | ProcessedArticle:
    """The article in a decoded JSON value: processed where it has `processor` or annotations, else raw.

    Raises InvalidArticle, whose problems are one line a field: `quotes[3].end: 5120 is past …`.
    """
    if not isinstance(record, dict):
        raise InvalidArticle(["record: must be a JSON object with at least `body`"])
    processed = not record.keys().isdisjoint({"processor", "actors", "quotes", "events", "datePublishedOrigin"})
    try:
        return (ProcessedArticle if processed else RawArticle).model_validate(record, by_name=False)
    except ValidationError as error:
        raise InvalidArticle([_line(problem) for problem in error.errors(include_url=False)]) from None


def _line(problem: ErrorDetails) -> str:
    path = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in problem["loc"])
    messages = {
        "missing": "is required",
        "extra_forbidden": "is not a field of this record: remove it or mend its name",
    }
    message = messages.get(problem["type"]) or problem["msg"][:1].lower() + problem["msg"][1:]
    return f"{path.lstrip('.') or 'record'}: {message}"
