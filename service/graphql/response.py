"""Answers as GraphQL over HTTP has them: data as Postgres built it, errors with codes, media type by Accept."""

import json
import logging
from typing import Any
from uuid import uuid4

import asyncpg
from graphql import GraphQLError
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from service.errors import (
    BadInput,
    DocumentRefused,
    InternalError,
    MethodNotAllowed,
    OnRecordError,
    QueryTooComplex,
    TimedOut,
    Unavailable,
)

GRAPHQL_RESPONSE = "application/graphql-response+json"
JSON = "application/json"

DATABASE_AWAY = (
    OSError,
    asyncpg.InterfaceError,
    asyncpg.InternalClientError,
    asyncpg.PostgresConnectionError,
    asyncpg.OperatorInterventionError,
    asyncpg.InsufficientResourcesError,
    asyncpg.ObjectNotInPrerequisiteStateError,
    asyncpg.InvalidCatalogNameError,
)
"""What asyncpg raises where the database is gone, starting, stopping, full, or takes no connections."""

logger = logging.getLogger(__name__)


def media_type(request: Request) -> str:
    """The media type to answer in: GraphQL's own where the client takes it, JSON otherwise."""
    return GRAPHQL_RESPONSE if GRAPHQL_RESPONSE in request.headers.get("accept", "") else JSON


def data_response(data: bytes, media: str) -> Response:
    """The answer of an operation; `data` is JSON."""
    return Response(b'{"data":' + data + b"}", media_type=media)


def error_response(error: Exception, media: str, *, well_formed: bool = False) -> Response:
    """The answer to what could not be run or failed. What a client can't mend is logged, with the id it is told.

    well_formed: whether the request was one of GraphQL over HTTP; clients of plain JSON then read errors off 200.
    """
    known = _known(error)
    status = 200 if well_formed and media == JSON and known.status == 400 else known.status
    headers = {"Allow": known.allow} if isinstance(known, MethodNotAllowed) else None
    body = json.dumps({"errors": _errors(known)}, ensure_ascii=False).encode("utf-8", "replace")
    return Response(body, status, headers, media_type=media)


def _known(error: Exception) -> OnRecordError:
    match error:
        case OnRecordError():
            return error
        case GraphQLError():
            return BadInput(error.message)
        case ClientDisconnect():
            return BadInput("the body: ended before its end")
        case asyncpg.QueryCanceledError() | TimeoutError():
            return TimedOut("the operation took too long: ask for less, or in several operations")
        case asyncpg.StatementTooComplexError():
            return QueryTooComplex("the operation is too complex for the database: ask in several operations")
        case _ if isinstance(error, DATABASE_AWAY):
            return Unavailable("the database can't be reached at the moment: try again")
        case _:
            error_id = uuid4().hex
            logger.error("error %s", error_id, exc_info=error)
            return InternalError(error_id)


def _errors(error: OnRecordError) -> list[dict[str, Any]]:
    if isinstance(error, DocumentRefused):
        return [
            {
                "message": problem.message,
                "locations": _places(problem),
                "extensions": error.extensions,
            }
            for problem in error.problems
        ]
    told: dict[str, Any] = {"message": str(error)}
    if isinstance(error.__cause__, GraphQLError):
        told["locations"] = _places(error.__cause__)
    return [{**told, "extensions": error.extensions}]


def _places(error: GraphQLError) -> list[dict[str, int]]:
    return [{"line": place.line, "column": place.column} for place in error.locations or ()]
