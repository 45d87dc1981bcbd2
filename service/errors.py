"""The tree of errors that reach a user: what went wrong, as which code, with which HTTP status."""

from collections.abc import Sequence
from typing import Any, ClassVar


class OnRecordError(Exception):
    """Something that a user can read and act on. The message names the field and the fix."""

    code: ClassVar[str] = "INTERNAL_SERVER_ERROR"
    status: ClassVar[int] = 500

    @property
    def extensions(self) -> dict[str, Any]:
        """What a GraphQL error carries in `extensions`."""
        return {"code": self.code}


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
    """A fault of this service. The message tells nothing of it; the log does, under `error_id`."""

    def __init__(self, error_id: str) -> None:
        super().__init__("something went wrong inside the service; its log tells more under this id")
        self.error_id = error_id

    @property
    def extensions(self) -> dict[str, Any]:
        """The code, and the id to look for in the log."""
        return {"code": self.code, "id": self.error_id}


class SchemaOutdated(Unavailable):
    """The database's schema is not of the version that this program needs."""


class DocumentRefused(OnRecordError):
    """A GraphQL document that does not fit the schema; `problems` are the validator's, as errors of a response."""

    code = "GRAPHQL_VALIDATION_FAILED"
    status = 400

    def __init__(self, message: str, problems: Sequence[Any]) -> None:
        self.problems = tuple(problems)
        super().__init__(message)


class QueryTooComplex(OnRecordError):
    """A document that asks for more than one operation may."""

    code = "QUERY_TOO_COMPLEX"
    status = 400


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
