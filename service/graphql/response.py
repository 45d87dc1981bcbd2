"""Answers as GraphQL over HTTP has them: data as Postgres built it, errors with codes, media type by Accept."""

import json
import logging
from typing import Any
from uuid import uuid4

import asyncpg
from graphql import GraphQLError
from starlette.requests import Request
from starlette.responses import Response

from service.errors import BadInput, DocumentRefused, MethodNotAllowed, OnRecordError, ParseFailed

GRAPHQL_RESPONSE = "application/graphql-response+json"
JSON = "application/json"

logger = logging.getLogger(__name__)


def media_type(request: Request) -> str:
    """The media type to answer in: GraphQL's own where the client takes it, JSON otherwise."""
    return GRAPHQL_RESPONSE if GRAPHQL_RESPONSE in request.headers.get("accept", "") else JSON


def data_response(data: bytes, media: str) -> Response:
    """The answer of an operation; `data` is JSON."""
    return Response(b'{"data":' + data + b"}", media_type=media)


def error_response(error: Exception, media: str) -> Response:
    """The answer to what could not be run or failed. What a client can't mend is logged, with the id it is told."""
    known = _known(error)
    status = known.status
    if media == JSON and isinstance(known, ParseFailed | DocumentRefused):
        status = 200  # GraphQL over HTTP: a client of plain JSON reads errors off well-formed responses of 200
    headers = {"Allow": known.allow} if isinstance(known, MethodNotAllowed) else None
    body = json.dumps({"errors": _errors(known)}, ensure_ascii=False).encode("utf-8", "replace")
    return Response(body, status, headers, media_type=media)


class _Timeout(OnRecordError):
    code = "TIMEOUT"
    status = 503


class _DatabaseAway(OnRecordError):
    code = "UNAVAILABLE"
    status = 503


class _Internal(OnRecordError):
    def __init__(self, error_id: str) -> None:
        super().__init__("something went wrong inside the service; its log tells more under this id")
        self.error_id = error_id

    @property
    def extensions(self) -> dict[str, Any]:
        return {"code": self.code, "id": self.error_id}


def _known(error: Exception) -> OnRecordError:
    match error:
        case OnRecordError():
            return error
        case GraphQLError():
            return BadInput(error.message)
        case asyncpg.QueryCanceledError() | TimeoutError():
            return _Timeout("the operation took too long: ask for less, or in several operations")
        case asyncpg.StatementTooComplexError():
            return _Timeout("the operation is too complex for the database: ask in several operations")
        case asyncpg.PostgresConnectionError() | asyncpg.InterfaceError() | OSError():
            return _DatabaseAway("the database can't be reached at the moment: try again")
        case _:
            error_id = uuid4().hex
            logger.error("error %s", error_id, exc_info=error)
            return _Internal(error_id)


def _errors(error: OnRecordError) -> list[dict[str, Any]]:
    if isinstance(error, DocumentRefused):
        return [
            {
                "message": problem.message,
                "locations": [{"line": place.line, "column": place.column} for place in problem.locations or ()],
                "extensions": error.extensions,
            }
            for problem in error.problems
        ]
    return [{"message": str(error), "extensions": error.extensions}]
