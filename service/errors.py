"""The tree of errors that reach a user: what went wrong, as which code, with which HTTP status."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any, ClassVar, NamedTuple

CHALLENGE = 'Bearer realm="On Record"'
"""How a client is told to send a key (RFC 6750)."""


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


class BadSettings(BadInput):
    """A variable of the environment, or what it names, with which the program can't run."""

    title = "A setting can't be taken as it is"


class Problem(NamedTuple):
    """What is wrong with one field of a JSON value."""

    path: tuple[str | int, ...]
    """Names and indexes that lead to it; none for the value itself."""
    message: str

    def __str__(self) -> str:
        """In one line: `quotes[3].end: 5120 is past …`."""
        path = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in self.path)
        return f"{path.lstrip('.') or 'record'}: {self.message}"

    @property
    def pointer(self) -> str:
        """The field's JSON pointer (RFC 6901): `/quotes/3/end`."""
        return "".join("/" + str(part).replace("~", "~0").replace("/", "~1") for part in self.path)


class InvalidArticle(BadInput):
    """A record that breaks the rules of a ProcessedArticle; `problems` holds one a field."""

    title = "The article breaks the rules of its record"
    status = 422

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("; ".join(map(str, problems)))


class InvalidBody(InvalidArticle):
    """A request's body that breaks the rules of its schema; `problems` holds one a field."""

    title = "The body breaks the rules of its schema"


class ParameterProblem(NamedTuple):
    """What is wrong with one parameter of a query string."""

    parameter: str
    message: str


class InvalidParameters(BadInput):
    """A query string that breaks the rules of its parameters; `problems` holds one for each that does."""

    title = "The query string breaks the rules of its parameters"

    def __init__(self, problems: Sequence[ParameterProblem]) -> None:
        self.problems = tuple(problems)
        super().__init__("; ".join(f"{each.parameter}: {each.message}" for each in problems))


class ArticleConflict(OnRecordError):
    """Another record is stored under the same natural key, and the sender did not say that it is replaced."""

    title = "Another record is stored under this identity"
    code = "CONFLICT"
    status = 409


class ActorConflict(OnRecordError):
    """A merge of an actor that was merged elsewhere already."""

    title = "The actor was merged elsewhere"
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
    headers = MappingProxyType({"Retry-After": "1"})


class Stopping(Unavailable):
    """A process that is about to end: others answer."""

    title = "The process stops"


class DiskFull(Unavailable):
    """A disk has no room left, the database's or the service's own; what is stored can be read as a rule."""

    title = "A disk is full"
    headers = MappingProxyType({"Retry-After": "60"})


class TimedOut(OnRecordError):
    """An operation that took longer than it may."""

    title = "It took too long"
    code = "TIMEOUT"
    status = 503
    headers = MappingProxyType({"Retry-After": "5"})


class InternalError(OnRecordError):
    """A fault of this service. The message tells nothing of it; the log does, under the id that is told."""

    def __init__(self) -> None:
        super().__init__("something went wrong inside the service; its log tells more under this id")


class ProcessorFailed(OnRecordError):
    """A configured processor that failed on an article, or answered what can't be taken; the log tells more."""

    title = "The configured processor can't process the article"
    code = "PROCESSOR_FAILED"
    status = 502


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


class HeadTooLarge(OnRecordError):
    """A request whose address and headers are longer than is taken."""

    title = "The head of the request is too large"
    code = "HEAD_TOO_LARGE"
    status = 431


class RequestTimedOut(OnRecordError):
    """A request that its client did not send to its end in time."""

    title = "The request did not come to its end in time"
    code = "TIMEOUT"
    status = 408


class Unauthenticated(OnRecordError):
    """A request without a key where one is needed, or with one that is none. invalid: whether one was sent."""

    title = "An API key is needed"
    code = "UNAUTHENTICATED"
    status = 401

    def __init__(self, message: str, *, invalid: bool = False) -> None:
        self.headers = {"WWW-Authenticate": CHALLENGE + (', error="invalid_token"' if invalid else "")}
        super().__init__(message)


class Forbidden(OnRecordError):
    """A request that is known and may not do this. scope: what its key would have to allow, where one was sent."""

    title = "This is not allowed"
    code = "FORBIDDEN"
    status = 403

    def __init__(self, message: str, scope: str | None = None) -> None:
        if scope:
            challenge = f'{CHALLENGE}, error="insufficient_scope", scope="{scope}"'
            self.headers = {"WWW-Authenticate": challenge}
        super().__init__(message)


class TooManyRequests(OnRecordError):
    """More requests than are answered. retry_after: whole seconds after which the next one is, 1 or more."""

    title = "There are too many requests"
    code = "RATE_LIMITED"
    status = 429

    def __init__(self, message: str, retry_after: int) -> None:
        self.retry_after = retry_after
        self.headers = {"Retry-After": str(retry_after)}
        super().__init__(message)


class Busy(OnRecordError):
    """More than is done at once: batches, exports, texts that wait to be processed, or slow reads and writes."""

    title = "The service is busy"
    code = "BUSY"
    status = 503
    headers = MappingProxyType({"Retry-After": "5"})


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
