"""The processed article: what the built-in pipeline makes and what a sender with its own pipeline posts.

The one border of the program: every check on an article's record is made here, and offsets that passed
are true: `body[start:end]` is what the record says, in Unicode code points.
"""

import hashlib
from itertools import islice
from typing import Self

from pydantic import ValidationError, model_validator
from pydantic_core import ErrorDetails

from service.errors import InvalidArticle, Problem
from service.record import (
    MAX_ANNOTATIONS,
    MAX_BODY,
    MAX_SPAN,
    NOT_BLANK,
    Actor,
    AnnotatedArticle,
    Attribution,
    Event,
    Mention,
    PartialDate,
    Participant,
    Quote,
    RawArticle,
    Report,
    Role,
    Source,
    Span,
    partial_date_start,
)
from service.record_checks import problems_between
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

__all__ = [
    "MAX_ANNOTATIONS",
    "MAX_BODY",
    "MAX_SPAN",
    "Actor",
    "ActorKind",
    "ArticleStatus",
    "Attribution",
    "AttributionMethod",
    "Event",
    "EventType",
    "Mention",
    "MentionForm",
    "Modality",
    "PartialDate",
    "Participant",
    "ParticipantRole",
    "ProcessedArticle",
    "Quote",
    "QuoteKind",
    "RawArticle",
    "Report",
    "Role",
    "Source",
    "Span",
    "ValueOrigin",
    "partial_date_start",
    "read_article",
]

MAX_PROBLEMS = 50
"""Lines in which a record is told what is wrong with it."""


class ProcessedArticle(AnnotatedArticle):
    """An article with its actors, quotes and events; every offset is true, every key resolves."""

    @model_validator(mode="after")
    def _hold(self) -> Self:
        if problems := list(islice(problems_between(self), MAX_PROBLEMS)):
            raise ValidationError.from_exception_data(type(self).__name__, problems)
        return self

    def digest(self) -> str:
        """SHA-256, in hex, of the whole record: equal for two records that say the same."""
        return hashlib.sha256(self.model_dump_json(by_alias=True).encode()).hexdigest()


def read_article(record: object) -> RawArticle | ProcessedArticle:
    """The article in a decoded JSON value: processed where it has `processor` or annotations, else raw.

    Raises InvalidArticle, whose problems are one a field: `quotes[3].end: 5120 is past …`.
    """
    if not isinstance(record, dict):
        raise InvalidArticle([Problem((), "must be a JSON object with at least `body`")])
    processed = not record.keys().isdisjoint({"processor", "actors", "quotes", "events", "datePublishedOrigin"})
    try:
        return (ProcessedArticle if processed else RawArticle).model_validate(record, by_name=False)
    except ValidationError as error:
        raise InvalidArticle(problems_of(error)) from None


def problems_of(error: ValidationError) -> list[Problem]:
    """What pydantic found, in the words of this program; at most MAX_PROBLEMS."""
    problems = (problem for problem in error.errors(include_url=False) if problem["type"] != _FOLLOWS)
    return [Problem(tuple(problem["loc"]), _message(problem)) for problem in islice(problems, MAX_PROBLEMS)]


_FOLLOWS = "default_factory_not_called"
"""Pydantic's word for a default that it could not tell since another field is wrong."""

_MESSAGES = {
    "missing": "is required",
    "extra_forbidden": "is not a field of this record: remove it or mend its name",
    "string_too_short": "must not be empty",
    "too_short": "must not be empty",
    "too_long": "has more than {max_length} entries",
    "tuple_type": "must be an array",
    "model_type": "must be an object",
    "string_unicode": "has a lone surrogate in a field's name",
}
"""What pydantic tells in Python's words."""


def _message(problem: ErrorDetails) -> str:
    context = problem.get("ctx", {})
    if context.get("pattern") == NOT_BLANK:
        return "must not be blank"
    if worded := _MESSAGES.get(problem["type"]):
        return worded.format(**context)
    return problem["msg"][:1].lower() + problem["msg"][1:]
