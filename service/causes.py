"""What a log tells of an error: its type and where it was raised. Messages repeat what was sent and what is stored."""

import logging

import asyncpg


class Cause(Exception):
    """Stands for an error, with its traceback and those that it came of, but without its message."""


def cause(error: BaseException) -> Cause:
    """What a log may hold of an error, to be given as `exc_info`."""
    return _cause(error, set())


def first_line(error: Exception) -> str:
    """An error of the database that is away, without the lines DETAIL and HINT, which may hold values of rows."""
    return str(error).partition("\n")[0]


class WithoutMessages(logging.Filter):
    """Has a logger of another library tell of errors as this program does."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Keep every record, with the cause in place of the error."""
        if record.exc_info and record.exc_info[1] is not None and not isinstance(record.exc_info[1], Cause):
            told = cause(record.exc_info[1])
            record.exc_info = (Cause, told, told.__traceback__)
            # What follows in the message of asyncio repeats the error.
            record.msg, record.args = record.getMessage().partition("\n")[0], None
        return True


def _cause(error: BaseException, seen: set[int]) -> Cause:
    seen.add(id(error))
    told = Cause(_named(error))
    told.__traceback__ = error.__traceback__
    reason = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if reason is None and isinstance(error, BaseExceptionGroup):
        reason = error.exceptions[0]
    if reason is not None and id(reason) not in seen:
        told.__cause__ = _cause(reason, seen)
    return told


def _named(error: BaseException) -> str:
    """The type of an error; of the database's the code and what was broken, which hold no values."""
    name = f"{type(error).__module__}.{type(error).__qualname__}".removeprefix("builtins.")
    if not isinstance(error, asyncpg.PostgresError):
        return name
    told = (error.sqlstate, error.schema_name, error.table_name, error.column_name, error.constraint_name)
    return " ".join([name, *(part for part in told if part)])
