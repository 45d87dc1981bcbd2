"""Answers as GraphQL over HTTP has them: data as Postgres built it, errors with codes."""

import json
import logging
from collections.abc import Mapping
from typing import Any
from uuid import uuid4

import asyncpg
from graphql import GraphQLError
from starlette.requests import ClientDisconnect
from starlette.responses import Response

from service.errors import (
    BadInput,
    CursorExpired,
    DocumentRefused,
    InternalError,
    MethodNotAllowed,
    OnRecordError,
    QueryTooComplex,
    TimedOut,
    Unavailable,
    VariablesRefused,
)
from service.graphql.media import JSON
from service.storage.feed import EXPIRED

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

MAX_MESSAGE = 900
"""Characters of an error's message: the validator repeats what it was given, however long that is."""

logger = logging.getLogger(__name__)


def data_response(data: bytes, media: str, extensions: Mapping[str, Any] | None = None) -> Response:
    """The answer of an operation; `data` is JSON."""
    if extensions:
        data += b',"extensions":' + json.dumps(extensions).encode()
    return Response(b'{"data":' + data + b"}", media_type=media)


def error_response(error: Exception, media: str, *, well_formed: bool = False) -> Response:
    """The answer to what could not be run or failed. What a client can't mend is logged, with the id it is told.

    well_formed: whether the request was one of GraphQL over HTTP; clients of plain JSON then read errors off 200.
    """
    known = known_error(error)
    status = 200 if well_formed and media == JSON and known.status == 400 else known.status
    # What failed now may be answered later: no cache may keep it.
    headers = {"Cache-Control": "no-store"}
    if isinstance(known, MethodNotAllowed):
        headers["Allow"] = known.allow
    body = json.dumps({"errors": error_list(known)}, ensure_ascii=False).encode("utf-8", "replace")
    return Response(body, status, headers, media_type=media)


def known_error(error: Exception) -> OnRecordError:
    """What a user is told of an error. The cause of one that a user can't mend is logged under its `error_id`."""
    if isinstance(error, OnRecordError) and not isinstance(error, Unavailable | TimedOut):
        return error
    match error:
        case GraphQLError():
            return BadInput(error.message)
        case ClientDisconnect():
            return BadInput("the body: ended before its end")
        case asyncpg.PostgresError(sqlstate=sqlstate) if sqlstate == EXPIRED:
            return CursorExpired()
        case asyncpg.ProgramLimitExceededError():
            return QueryTooComplex("the operation is too complex for the database: ask in several operations")
    known = _failure(error)
    known.error_id = uuid4().hex
    if isinstance(known, InternalError):
        logger.error("error %s", known.error_id, exc_info=error)
    else:
        logger.warning("error %s: %s: %s", known.error_id, type(error).__name__, error)
    return known


def _failure(error: Exception) -> OnRecordError:
    match error:
        case Unavailable() | TimedOut():
            return error
        case asyncpg.QueryCanceledError() | TimeoutError():
            return TimedOut("the operation took too long: ask for less, or in several operations")
        # asyncpg's word for a parameter that does not fit its type: a fault of this program.
        case ValueError():
            return InternalError()
        case _ if isinstance(error, DATABASE_AWAY):
            return Unavailable("the database can't be reached at the moment: try again")
        case _:
            return InternalError()


def error_list(error: OnRecordError) -> list[dict[str, Any]]:
    """The `errors` of a response: each with its message, its code and, where they are known, its places."""
    if isinstance(error, DocumentRefused | VariablesRefused):
        return [_told(problem.message, problem, error) for problem in error.problems]
    cause = error.__cause__
    return [_told(str(error), cause if isinstance(cause, GraphQLError) else None, error)]


def _told(message: str, place: GraphQLError | None, error: OnRecordError) -> dict[str, Any]:
    told: dict[str, Any] = {"message": message if len(message) <= MAX_MESSAGE else f"{message[:MAX_MESSAGE]}…"}
    if place is not None and place.locations:
        told["locations"] = [{"line": each.line, "column": each.column} for each in place.locations]
    return {**told, "extensions": error.extensions}
