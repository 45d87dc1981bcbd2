"""What can be wrong between the parts of a record: offsets, keys, doubles."""

from collections.abc import Hashable, Iterator, Sequence

from pydantic_core import InitErrorDetails, PydanticCustomError

from service.record import MAX_ANNOTATIONS, MAX_SPAN, AnnotatedArticle, Quote, Span, partial_date_start
from service.vocabulary import ValueOrigin

Path = tuple[str | int, ...]


def _problem(path: Path, message: str, value: object = None) -> InitErrorDetails:
    return InitErrorDetails(type=PydanticCustomError("record", message), loc=path, input=value)


def problems_between(article: AnnotatedArticle) -> Iterator[InitErrorDetails]:
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
    for path, span, longest in _misfits(article):
        if span.end > len(body):
            yield _problem((*path, "end"), f"{span.end} is past the end of body ({len(body)})", span.end)
        elif span.start >= span.end:
            yield _problem((*path, "start"), f"{span.start} must be less than end ({span.end})", span.start)
        else:
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


def _event_problems(article: AnnotatedArticle, keys: set[str]) -> Iterator[InitErrorDetails]:
    for e, event in enumerate(article.events):
        if (event.start_date is None) != (event.date_origin is ValueOrigin.UNKNOWN):
            yield _problem(
                ("events", e, "dateOrigin"),
                "must be UNKNOWN exactly when startDate is null; otherwise SUPPLIED, TEXT or INFERRED",
            )
        if event.end_date is not None and not _in_order(event.start_date, event.end_date):
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


def _in_order(start: str | None, end: str) -> bool:
    """Whether an end may follow a start; "2019-02" may end what began on "2019-02-15"."""
    return start is not None and (start.startswith(end) or partial_date_start(start) <= partial_date_start(end))


def _misfits(article: AnnotatedArticle) -> Iterator[tuple[Path, Span, int]]:
    """Every span of the record that is past the body, empty or too long, with its path and the longest that is taken.

    A quote may be as long as the body.
    """
    size = len(article.body)
    for a, actor in enumerate(article.actors):
        for m, mention in enumerate(actor.mentions):
            if not mention.start < mention.end <= min(size, mention.start + MAX_SPAN):
                yield ("actors", a, "mentions", m), mention, MAX_SPAN
            if (role := mention.role) and not role.start < role.end <= min(size, role.start + MAX_SPAN):
                yield ("actors", a, "mentions", m, "role"), role, MAX_SPAN
    for q, quote in enumerate(article.quotes):
        if not quote.start < quote.end <= size:
            yield ("quotes", q), quote, size
        if quote.attribution:
            for name, span in (
                ("speakerSpan", quote.attribution.speaker_span),
                ("cueSpan", quote.attribution.cue_span),
            ):
                if span and not span.start < span.end <= min(size, span.start + MAX_SPAN):
                    yield ("quotes", q, "attribution", name), span, MAX_SPAN
    for e, event in enumerate(article.events):
        for r, report in enumerate(event.reports):
            if not report.start < report.end <= min(size, report.start + 10 * MAX_SPAN):
                yield ("events", e, "reports", r), report, 10 * MAX_SPAN


def _doubled_spans(article: AnnotatedArticle) -> Iterator[InitErrorDetails]:
    for q in _again([(quote.start, quote.end, quote.quote_kind) for quote in article.quotes]):
        yield _problem(("quotes", q), "has the span and kind of a quote before it: remove one")
    for a, actor in enumerate(article.actors):
        for m in _again([(mention.start, mention.end) for mention in actor.mentions]):
            yield _problem(("actors", a, "mentions", m), "has the span of a mention before it: remove one")
    for e, event in enumerate(article.events):
        for r in _again([(report.start, report.end) for report in event.reports]):
            yield _problem(("events", e, "reports", r), "has the span of a report before it: remove one")


def _doubles(part: str, keys: Sequence[str]) -> Iterator[InitErrorDetails]:
    for i in _again(keys):
        yield _problem((part, i, "key"), f"{_short(keys[i])} stands there twice: give each its own key", keys[i])


def _again(keys: Sequence[Hashable]) -> Iterator[int]:
    """The places of those that stood there before: of nearly all records there are none."""
    if len(set(keys)) == len(keys):
        return
    seen = set()
    for i, key in enumerate(keys):
        if key in seen:
            yield i
        seen.add(key)


def _too_many(part: str, count: int) -> Iterator[InitErrorDetails]:
    if count > MAX_ANNOTATIONS:
        yield _problem((part,), f"are {count} in all, at most {MAX_ANNOTATIONS} are taken: split the article")


def _unresolved(path: Path, key: str) -> InitErrorDetails:
    return _problem(path, f"{_short(key)} is no key in actors: add the actor or use null", key)


def _short(text: str) -> str:
    return repr(text if len(text) <= 60 else text[:57] + "…")
