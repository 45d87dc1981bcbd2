"""The tree of errors that reach a user: what went wrong, as which code, with which HTTP status."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any, ClassVar


class OnRecordError(Exception):
    """Something that a user can read and act on. The message names the field and the fix."""

    code: ClassVar[str] = "INTERNAL_SERVER_ERROR"
    status: ClassVar[int] = 500
    details: Mapping[str, Any] = MappingProxyType({})
    """What else a program can act on."""
    error_id: str | None = None
    """Under which the log tells of the cause, where a user can't mend it."""

    @property
    def extensions(self) -> dict[str, Any]:
        """What a GraphQL error carries in `extensions`."""
        return {"code": self.code, **self.details, **({"id": self.error_id} if self.error_id else {})}


class BadInput(OnRecordError):
    """An argument, a field or a file that can't be taken as it is."""

    code = "BAD_USER_INPUT"
    status = 400


class InvalidArticle(BadInput):
    """A record that breaks the rules of a ProcessedArticle; `problems` holds one line a field."""

    status = 422

    def __init__(self, problems: Sequence[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("; ".join(problems))


class ArticleConflict(OnRecordError):
    """Another record is stored under the same natural key, and the sender did not say that it is replaced."""

    code = "CONFLICT"
    status = 409


class ParseFailed(OnRecordError):
    """A document that is not GraphQL."""

    code = "GRAPHQL_PARSE_FAILED"
    status = 400


class Unavailable(OnRecordError):
    """The database can't be reached or is not ready to be used; the message says what mends it."""

    code = "UNAVAILABLE"
    status = 503


class TimedOut(OnRecordError):
    """An operation that took longer than it may."""

    code = "TIMEOUT"
    status = 503


class InternalError(OnRecordError):
    """A fault of this service. The message tells nothing of it; the log does, under the id that is told."""

    def __init__(self) -> None:
        super().__init__("something went wrong inside the service; its log tells more under this id")


class SchemaOutdated(Unavailable):
    """The database's schema is not of the version that this program needs."""


class DocumentRefused(OnRecordError):
    """A GraphQL document that does not fit the schema; `problems` are the validator's, each an error of its own."""

    code = "GRAPHQL_VALIDATION_FAILED"
    status = 400

    def __init__(self, problems: Sequence[Any]) -> None:
        self.problems = tuple(problems)
        super().__init__(self.problems[0].message)


class MutationRefused(DocumentRefused):
    """A document that asks for a mutation: this service has none."""


class VariablesRefused(BadInput):
    """Variables that do not fit the operation; `problems` are the validator's, each an error of its own."""

    def __init__(self, problems: Sequence[Any]) -> None:
        self.problems = tuple(problems)
        super().__init__(self.problems[0].message)


class QueryTooComplex(OnRecordError):
    """A document that asks for more than one operation may; with what it costs and may cost, where that is it."""

    code = "QUERY_TOO_COMPLEX"
    status = 400

    def __init__(self, message: str, requested: int | None = None, limit: int | None = None) -> None:
        if requested is not None:
            self.details = {"cost": {"requested": requested, "limit": limit}}
        super().__init__(message)


class PersistedQueryNotFound(OnRecordError):
    """A hash of a document that is not kept here. Clients of Apollo's protocol read off 200 to send the document."""

    code = "PERSISTED_QUERY_NOT_FOUND"
    status = 200


class DocumentNotTrusted(OnRecordError):
    """A document, or an id of one, that is not among those which this service runs."""

    code = "PERSISTED_QUERY_NOT_FOUND"
    status = 400


class CursorExpired(OnRecordError):
    """A position in the feed of changes behind which something was removed for its age, or that never was there."""

    code = "CURSOR_EXPIRED"
    status = 400

    def __init__(self) -> None:
        super().__init__(
            "after: what followed this cursor is kept no more: take the endCursor of changes(last: 1), "
            "read everything anew, then go on from that cursor"
        )


class NotAcceptable(OnRecordError):
    """A request that takes no media type which the service answers in."""

    code = "NOT_ACCEPTABLE"
    status = 406


class MethodNotAllowed(OnRecordError):
    """A method that the resource does not take; `allow` names those that it does."""

    code = "METHOD_NOT_ALLOWED"
    status = 405

    def __init__(self, message: str, allow: str) -> None:
        self.allow = allow
        super().__init__(message)


class UnsupportedMediaType(BadInput):
    """A body of a media type that is not taken."""

    status = 415


class PayloadTooLarge(BadInput):
    """A body of more bytes than are taken."""

    status = 413
