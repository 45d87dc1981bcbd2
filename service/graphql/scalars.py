"""Reads the custom scalars of arguments; what does not fit is refused with an example of what does."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime

from service.article import partial_date_start
from service.record import is_web_url

_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_INSTANT = re.compile(rf"{_DAY.pattern}T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)", re.ASCII)


def _date_time(value: object) -> datetime:
    try:
        if isinstance(value, str) and _INSTANT.fullmatch(value):
            return datetime.fromisoformat(value).astimezone(UTC)
    except (ValueError, OverflowError):
        pass
    raise ValueError(f"must be an RFC 3339 instant such as 2019-02-02T17:30:00Z, not {value!r}")


def _date(value: object) -> datetime:
    try:
        if isinstance(value, str) and _DAY.fullmatch(value):
            day = date.fromisoformat(value)
            return datetime(day.year, day.month, day.day, tzinfo=UTC)
    except ValueError:
        pass
    raise ValueError(f"must be a date such as 2019-02-02, not {value!r}")


def _partial_date(value: object) -> str:
    try:
        if isinstance(value, str):
            partial_date_start(value)
            return value
    except (ValueError, OverflowError):
        pass
    raise ValueError(f"must be a date such as 2019, 2019-02 or 2019-02-02, not {value!r}")


def _url(value: object) -> str:
    if isinstance(value, str) and value.isprintable() and is_web_url(value):
        return value
    raise ValueError(f"must be an absolute http or https URL, not {value!r}")


PARSERS: dict[str, Callable[[object], object]] = {
    "DateTime": _date_time,
    "Date": _date,
    "PartialDate": _partial_date,
    "URL": _url,
}
"""Scalar -> what makes its value of an argument; raises ValueError."""
