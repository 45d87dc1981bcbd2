"""Counts rows the plain way, for the resolvers: by stretch of time, and by what most have."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

Row = dict[str, Any]


def newest(rows: Iterable[Row], most: int) -> list[Row]:
    """The rows of the latest dates of publication, at most so many; what has no date comes last."""
    dated = sorted(rows, key=lambda row: (row["published_start"] is not None, row["published_start"], row["id"]))
    return dated[::-1][:most]


def first_day(day: date, interval: str) -> date:
    """The first day of the stretch of time that a day is in."""
    match interval:
        case "WEEK":
            year, week, _ = day.isocalendar()
            return date.fromisocalendar(year, week, 1)
        case "MONTH":
            return day.replace(day=1)
        case "YEAR":
            return day.replace(month=1, day=1)
        case _:
            return day


def by_date(instants: Iterable[datetime | None], interval: str) -> list[Row]:
    """How many instants there are in each stretch of time, earliest first."""
    days = Counter(first_day(at.astimezone(UTC).date(), interval) for at in instants if at is not None)
    return [{"date": day.isoformat(), "count": days[day]} for day in sorted(days)]


def most(ids: Iterable[UUID | None], first: int) -> Sequence[tuple[UUID, int]]:
    """The ids that stand there most often, and how often; equals by id."""
    counts = Counter(found for found in ids if found is not None)
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:first]
