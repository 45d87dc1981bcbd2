"""The tree of errors that reach a user: what went wrong, as which code, with which HTTP status."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any, ClassVar


class OnRecordError(Exception):
    """Something that a user can read and act on. The message names the field and the fix."""

    code: ClassVar[str] = "INTERNAL_SERVER_ERROR"
    status: ClassVar[int] = 500
    title: ClassVar[str] = "Something went wrong inside the service"
    """What errors of this type have in common, in a few words."""
    details: Mapping[str, Any] = MappingProxyType({})
    """What else a program can act on."""
    headers: Mapping[str, str] = MappingProxyType({})
    """HTTP headers that go with it."""
    error_id: str | None = None
    """Under which the log tells of the cause, where a user can't mend it."""

    @property
    def extensions(self) -> dict[str, Any]:
        """What a GraphQL error carries in `extensions`."""
        return {"code": self.code, **self.details, **({"id": self.error_id} if self.error_id else {})}


class BadInput(OnRecordError):
    """An argument, a field or a file that can't be taken as it is."""

    title = "The request can't be taken as it is"
    code = "BAD_USER_INPUT"
    status = 400


class InvalidArticle(BadInput):
    """A record that breaks the rules of a ProcessedArticle; `problems` holds one line a field."""

    title = "The article breaks the rules of its record"
    status = 422

    def __init__(self, problems: Sequence[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("; ".join(problems))


class ArticleConflict(OnRecordError):
    """Another record is stored under the same natural key, and the sender did not say that it is replaced."""

    title = "Another record is stored under this identity"
    code = "CONFLICT"
    status = 409


class ParseFailed(OnRecordError):
    """A document that is not GraphQL."""

    title = "The document is not GraphQL"
    code = "GRAPHQL_PARSE_FAILED"
    status = 400


class Unavailable(OnRecordError):
    """The database can't be reached or is not ready to be used; the message says what mends it."""

    title = "The database is not ready"
    code = "UNAVAILABLE"
    status = 503


class TimedOut(OnRecordError):
    """An operation that took longer than it may."""

    title = "It took too long"
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

    title = "The document does not fit the schema"
    code = "GRAPHQL_VALIDATION_FAILED"
    status = 400

    def __init__(self, problems: Sequence[Any]) -> None:
        self.problems = tuple(problems)
        super().__init__(self.problems[0].message)


class MutationRefused(DocumentRefused):
    """A document that asks for a mutation: this service has none."""


class VariablesRefused(BadInput):
    """Variables that do not fit the operation; `problems` are the validator's, each an error of its own."""

    title = "The variables do not fit"

    def __init__(self, problems: Sequence[Any]) -> None:
        self.problems = tuple(problems)
        super().__init__(self.problems[0].message)


class QueryTooComplex(OnRecordError):
    """A document that asks for more than one operation may; with what it costs and may cost, where that is it."""

    title = "The document asks for too much"
    code = "QUERY_TOO_COMPLEX"
    status = 400

    def __init__(self, message: str, requested: int | None = None, limit: int | None = None) -> None:
        if requested is not None:
            self.details = {"cost": {"requested": requested, "limit": limit}}
        super().__init__(message)


class PersistedQueryNotFound(OnRecordError):
    """A hash of a document that is not kept here. Clients of Apollo's protocol read off 200 to send the document."""

    title = "The document is not kept here"
    code = "PERSISTED_QUERY_NOT_FOUND"
    status = 200


class DocumentNotTrusted(OnRecordError):
    """A document, or an id of one, that is not among those which this service runs."""

    title = "The document is not one of those that run here"
    code = "PERSISTED_QUERY_NOT_FOUND"
    status = 400


class CursorExpired(OnRecordError):
    """A position in the feed of changes behind which something was removed for its age, or that never was there."""

    title = "The cursor has expired"
    code = "CURSOR_EXPIRED"
    status = 400

    def __init__(self) -> None:
        super().__init__(
            "after: what followed this cursor is kept no more: take the endCursor of changes(last: 1), "
            "read everything anew, then go on from that cursor"
        )


class NotAcceptable(OnRecordError):
    """A request that takes no media type which the service answers in."""

    title = "No media type that the client takes is served"
    code = "NOT_ACCEPTABLE"
    status = 406


class MethodNotAllowed(OnRecordError):
    """A method that the resource does not take; the header Allow names those that it does."""

    title = "The resource does not take this method"
    code = "METHOD_NOT_ALLOWED"
    status = 405

    def __init__(self, message: str, allow: str) -> None:
        self.headers = {"Allow": allow}
        super().__init__(message)


class UnsupportedMediaType(BadInput):
    """A body of a media type that is not taken."""

    title = "The body's media type is not taken"
    status = 415


class PayloadTooLarge(BadInput):
    """A body of more bytes than are taken."""

    title = "The body is too large"
    status = 413


class NotFound(OnRecordError):
    """A path, or an id in it, of nothing that is stored."""

    title = "There is nothing at this address"
    code = "NOT_FOUND"
    status = 404


class PreconditionFailed(OnRecordError):
    """What is stored is not what the request says that it replaces; `details` tell the stored digest."""

    title = "What is stored is not what was to be replaced"
    code = "PRECONDITION_FAILED"
    status = 412


class PreconditionRequired(OnRecordError):
    """A request that replaces something without saying what."""

    title = "The request must say what it replaces"
    code = "PRECONDITION_REQUIRED"
    status = 428
