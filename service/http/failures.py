"""What a client is told of a failure: errors of Postgres and of this program as errors of the tree."""

import logging
from uuid import uuid4

import asyncpg
from graphql import GraphQLError
from starlette.requests import ClientDisconnect

from service.causes import cause, first_line
from service.errors import (
    BadInput,
    Busy,
    CursorExpired,
    DiskFull,
    InternalError,
    OnRecordError,
    QueryTooComplex,
    TimedOut,
    Unavailable,
)
from service.storage.feed import EXPIRED
from service.tally import NOTES, TALLY

DATABASE_AWAY = (
    OSError,
    asyncpg.InterfaceError,
    asyncpg.InternalClientError,
    asyncpg.PostgresConnectionError,
    asyncpg.OperatorInterventionError,
    asyncpg.InsufficientResourcesError,
    asyncpg.ObjectNotInPrerequisiteStateError,
    asyncpg.InvalidCatalogNameError,
    asyncpg.IdleInTransactionSessionTimeoutError,
)
"""What asyncpg raises where the database is gone, starting, stopping, full, or takes no connections."""

logger = logging.getLogger(__name__)


def known_error(error: Exception) -> OnRecordError:
    """What a user is told of an error. The cause of one that a user can't mend is logged under its `error_id`."""
    known = _known(error)
    TALLY.errors[known.code] += 1
    return known


def answered_error(error: Exception) -> OnRecordError:
    """`known_error` of what ends a request, noted for those who follow it."""
    known = known_error(error)
    if (notes := NOTES.get()) is not None:
        notes.code = known.code
    return known


def _known(error: Exception) -> OnRecordError:
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
        logger.error("error %s", known.error_id, exc_info=cause(error))
    else:
        logger.warning("error %s: %s: %s", known.error_id, type(error).__name__, first_line(error))
    return known


def _failure(error: Exception) -> OnRecordError:
    match error:
        case Unavailable() | TimedOut():
            return error
        case asyncpg.DiskFullError():
            return DiskFull("the database's disk is full, so nothing was stored: try again once there is room")
        case asyncpg.LockNotAvailableError():
            return Busy("others write for so long that nothing was stored of this: try again in some seconds")
        case asyncpg.QueryCanceledError() | TimeoutError():
            return TimedOut("the operation took too long: ask for less, or in several operations")
        # asyncpg's word for a parameter that does not fit its type: a fault of this program.
        case ValueError():
            return InternalError()
        case _ if isinstance(error, DATABASE_AWAY):
            return Unavailable("the database can't be reached at the moment: try again")
        case _:
            return InternalError()
