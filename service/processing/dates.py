"""Dates in a text: where it names a day, month or year, and which one that is, as far as the text tells.

What is spelled out is read as it stands. Weekdays, "yesterday" or "January 23" need the document's date,
the anchor, and are left out without it: nothing is guessed. "Last week" is no partial date and left out.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, NamedTuple

from dateutil.relativedelta import FR, MO, SA, SU, TH, TU, WE, relativedelta

from service.article import ValueOrigin
from service.processing.document import Span

_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAYS: Final = dict(zip(("mon", "tue", "wed", "thu", "fri", "sat", "sun"), (MO, TU, WE, TH, FR, SA, SU), strict=True))
_COUNTS: Final = {
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "ten": 10,
}

_FULL_MONTH: Final = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_MONTH: Final = rf"(?P<month>{_FULL_MONTH}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
_WEEKDAY: Final = r"(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
_YEAR: Final = r"(?P<year>(?:1[5-9]|20)\d\d)"
_DAY: Final = r"(?P<day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_S: Final = r"\s{1,3}"

_AHEAD: Final = re.compile(
    r"\b(?:will|shall|going to|due|scheduled|set to|planned for|plans? to|upcoming|coming|deadline)\b"
    r"|\b(?:by|until|till|before)(?:\s+(?:midnight|noon|early|late|the end of))?(?:\s+on)?\s*$"
)
_BEHIND: Final = re.compile(r"\b(?:since|after|last|from)\s*$")
_CLAUSE_END: Final = re.compile(r"[,;:()“”\"—]|\b(?:said|says)\b")
_WINDOW: Final = 80
"""Code points before an expression in which a word may tell which way it points."""
_SOON: Final = 90
"""Days: a date without a year is the coming one when it is so near, else the last one."""


@dataclass(frozen=True, slots=True)
class DateExpression:
    """A date in the text, `body[start:end]`; `value` is an ISO 8601 date, no finer than is known.

    `origin` is TEXT where the words alone give the value, INFERRED where the document's date was needed.
    """

    start: int
    end: int
    value: str
    origin: ValueOrigin


@dataclass(frozen=True, slots=True)
class _Anchor:
    """The document's date: what of it is known, and the weekday on which its story plays, if a day late."""

    first: date
    precision: int
    """1: the year is known, 2: the month, 3: the day."""
    present: str | None = None
    """The weekday after `first` ("sat") where the text speaks of it as the present day."""


@dataclass(frozen=True, slots=True)
class _Found:
    """One match with the words of its clause before it."""

    match: re.Match[str]
    before: str

    def part(self, name: str) -> str:
        return (self.match[name] or "").lower()

    @property
    def month(self) -> int:
        return _MONTHS.index(self.part("month")[:3]) + 1


def _iso(day: date, precision: int) -> str:
    return day.isoformat()[: (4, 7, 10)[precision - 1]]


def _spelled(found: _Found, _: _Anchor | None) -> str:
    return date(int(found.part("year")), found.month, int(found.part("day"))).isoformat()


def _numeric(found: _Found, _: _Anchor | None) -> str:
    return date.fromisoformat(found.match[0]).isoformat()


def _month_of_year(found: _Found, _: _Anchor | None) -> str:
    return f"{found.part('year')}-{found.month:02}"


def _year_alone(found: _Found, _: _Anchor | None) -> str:
    return found.part("year")


def _nearest_year(found: _Found, anchor: _Anchor, day: int) -> date:
    """The occurrence of a day of the year that the text means: the last one, unless one comes soon."""
    for years in (1, 0):
        coming = date(anchor.first.year + years, found.month, day)
        ahead = (coming - anchor.first).days
        if ahead > 0 and not _BEHIND.search(found.before):
            if ahead <= _SOON or (ahead <= 366 and _AHEAD.search(found.before)):
                return coming
        elif ahead <= 0:
            return coming
    return date(anchor.first.year - 1, found.month, day)


def _day_of_year(found: _Found, anchor: _Anchor | None) -> str | None:
    if anchor is None or anchor.precision < 3:
        return None
    return _nearest_year(found, anchor, int(found.part("day"))).isoformat()


def _month_alone(found: _Found, anchor: _Anchor | None) -> str | None:
    if anchor is None or anchor.precision < 2:
        return None
    year = anchor.first.year
    ahead = found.part("which") == "next" or _AHEAD.search(found.before)
    if found.month > anchor.first.month:
        year -= not ahead
    elif found.month < anchor.first.month or found.part("which") in {"next", "last"}:
        year += bool(ahead)
        year -= found.part("which") == "last" and found.month == anchor.first.month
    return f"{year:04}-{found.month:02}"


def _weekday(found: _Found, anchor: _Anchor | None) -> str | None:
    """The day at or before the anchor, as news count, unless the clause points ahead.

    An anchor may be a day early (a scraper's time zone): where the first bare weekday of the text is the
    day after the anchor, the story plays then, and the weekday is that day, not the one six days before.
    """
    if anchor is None or anchor.precision < 3:
        return None
    which, name = found.part("which"), found.part("weekday")[:3]
    day = _DAYS[name]
    if which == "last":
        return (anchor.first + relativedelta(days=-1, weekday=day(-1))).isoformat()
    if which == "next":
        return (anchor.first + relativedelta(days=+1, weekday=day(+1))).isoformat()
    ahead = which or name == anchor.present or _AHEAD.search(found.before)
    return (anchor.first + relativedelta(weekday=day(+1 if ahead else -1))).isoformat()


def _near_day(found: _Found, anchor: _Anchor | None) -> str | None:
    if anchor is None or anchor.precision < 3:
        return None
    days = {"yesterday": -1, "tomorrow": 1}.get(found.part("near"), 0)
    return (anchor.first + relativedelta(days=days)).isoformat()


def _unit(name: str) -> int:
    return ("year", "month", "day").index(name) + 1


def _shifted(anchor: _Anchor | None, unit: str, by: int) -> str | None:
    """The anchor moved by so many units and no finer than the unit: "two months ago" is a month."""
    precision = _unit(unit)
    if anchor is None or anchor.precision < precision:
        return None
    step = {1: relativedelta(years=by), 2: relativedelta(months=by), 3: relativedelta(days=by)}[precision]
    return _iso(anchor.first + step, precision)


def _ago(found: _Found, anchor: _Anchor | None) -> str | None:
    count = found.part("count")
    by = int(count) if count.isdigit() else _COUNTS[count]
    return _shifted(anchor, found.part("unit"), -by)


def _period(found: _Found, anchor: _Anchor | None) -> str | None:
    return _shifted(anchor, found.part("unit"), {"last": -1, "this": 0, "next": 1}[found.part("which")])


_Reader = Callable[[_Found, _Anchor | None], str | None]
_IN: Final = (
    r"(?<=\b[Ii]n\s)|(?<=\b[Ss]ince\s)|(?<=\b[Bb]y\s)|(?<=\b[Uu]ntil\s)|(?<=\b[Dd]uring\s)|(?<=\b[Ii]n early\s)"
)


class _Group(NamedTuple):
    """Patterns that are looked for in the sentences that have a hint of them, for most sentences have no date."""

    parts: tuple[str, ...]
    """The hints in small letters; none where _HINTS has the group by its name."""
    check: re.Pattern[str]
    """What fits where a hint stands."""
    patterns: tuple[tuple[re.Pattern[str], _Reader, ValueOrigin], ...]
    """Of two matches that overlap the first pattern's counts."""


def _group(parts: tuple[str, ...], check: str, *patterns: tuple[str, _Reader, ValueOrigin]) -> _Group:
    return _Group(
        parts, re.compile(check), tuple((re.compile(one), reader, origin) for one, reader, origin in patterns)
    )


_HINTS: Final = re.compile(
    r"[0-9JFMASOND](?:(?P<numeric>(?=-[01]))|(?P<month>(?=an|eb|ar|pr|ay|un|ul|ug|ep|ct|ov|ec))"
    r"|(?P<year>(?<=1)(?=[5-9]\d\d)|(?<=2)(?=0\d\d)))"
)
"""The first character of what may be a date; begins with a class of characters, for which re has a fast search."""
_AROUND: Final = 40
"""Code points between a hint and the end of its match, either way: "September", "20th of September, 2019"."""
_GROUPS: Final = {
    "numeric": _group(
        (), "", (r"\b\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?![\w-])", _numeric, ValueOrigin.TEXT)
    ),
    "month": _group(
        (),
        rf"\b{_MONTH}",
        (rf"\b{_MONTH}{_S}{_DAY},?{_S}{_YEAR}\b", _spelled, ValueOrigin.TEXT),
        (rf"\b{_DAY}(?:{_S}of)?{_S}{_MONTH},?{_S}{_YEAR}\b", _spelled, ValueOrigin.TEXT),
        (rf"\b{_MONTH}(?:{_S}of)?,?{_S}{_YEAR}\b", _month_of_year, ValueOrigin.TEXT),
        (rf"\b{_MONTH}{_S}{_DAY}(?!\w|[.:,]\d)", _day_of_year, ValueOrigin.INFERRED),
        (rf"\b{_DAY}(?:{_S}of)?{_S}{_MONTH}(?!\w)", _day_of_year, ValueOrigin.INFERRED),
        (
            rf"(?:\b(?i:(?P<which>last|next|this)){_S}|(?=[JFMASOND])(?:{_IN}))(?P<month>{_FULL_MONTH})\b",
            _month_alone,
            ValueOrigin.INFERRED,
        ),
    ),
    "day": _group(
        ("day", "tonight", "tomorrow"),
        r"(?<=[sniroSNIRO])|[tT]",
        (rf"(?i:\b(?P<which>last|next|this|coming){_S})?\b{_WEEKDAY}\b", _weekday, ValueOrigin.INFERRED),
        (r"\b(?i:(?P<near>yesterday|today|tonight|tomorrow))\b", _near_day, ValueOrigin.INFERRED),
    ),
    "ago": _group(
        ("ago",),
        r"(?<=\s)",
        (
            rf"\b(?i:(?P<count>an?|one|two|three|four|five|six|seven|ten|\d{{1,2}}){_S}"
            rf"(?P<unit>day|month|year)s?{_S}ago)\b",
            _ago,
            ValueOrigin.INFERRED,
        ),
    ),
    "period": _group(
        ("month", "year"),
        r"(?<=[tTsS]\s)|(?<=\s\s)",
        (rf"\b(?i:(?P<which>last|next|this){_S}(?P<unit>month|year))\b", _period, ValueOrigin.INFERRED),
    ),
    "year": _group(
        (),
        "",
        (
            rf"(?:(?=[12])(?:{_IN})|\b(?i:(?:the year|spring|summer|autumn|fall|winter) (?:of )?)){_YEAR}\b"
            r"(?![-–]?\w|[.,]\d)",
            _year_alone,
            ValueOrigin.TEXT,
        ),
    ),
}
"""In the order in which their patterns are tried."""
_ORDER: Final = {name: number for number, name in enumerate(_GROUPS)}


def _anchored(anchor: str | None) -> _Anchor | None:
    if anchor is None:
        return None
    day = anchor[:10]
    precision = day.count("-") + 1
    return _Anchor(date.fromisoformat(day + "-01" * (3 - precision)), precision)


def _hints(body: str, begin: int, end: int) -> Iterator[tuple[int, str]]:
    """Where a group's hints stand in `body[begin:end]`, and its name."""
    for found in _HINTS.finditer(body, begin, end):
        yield found.start(), found.lastgroup or ""
    # "İ" is the one letter that becomes two in lower case, which would move all that follow it.
    low = body[begin:end].replace("İ", "i").lower()
    for name, group in _GROUPS.items():
        for part in group.parts:
            at = low.find(part)
            while at >= 0:
                yield begin + at, name
                at = low.find(part, at + 1)


def _places(body: str, sentences: Sequence[Span]) -> list[tuple[int, str, Span]]:
    """The numbers of the sentences that may have a match, in order, the groups that it may be of, and where it is."""
    if not sentences:
        return []
    starts = [sentence.start for sentence in sentences]
    places: dict[tuple[int, str], tuple[int, int]] = {}
    for at, name in _hints(body, starts[0], sentences[-1].end):
        place = bisect_right(starts, at) - 1, name
        if known := places.get(place):
            places[place] = min(at, known[0]), max(at, known[1])
        elif _GROUPS[name].check.match(body, at):
            places[place] = at, at
    found = []
    for number, name in sorted(places, key=lambda place: (place[0], _ORDER[place[1]])):
        first, last = places[number, name]
        start, end = sentences[number]
        found.append((number, name, Span(max(start, first - _AROUND), min(end, last + _AROUND))))
    return found


def _matches(body: str, sentences: Sequence[Span]) -> Iterator[tuple[_Found, _Reader, ValueOrigin]]:
    """Every match that no earlier pattern covers a part of, with its clause up to it."""
    last, taken = -1, bytearray()
    for number, name, place in _places(body, sentences):
        start, end = sentences[number]
        if number != last:
            last, taken = number, bytearray(end - start)
        for pattern, reader, origin in _GROUPS[name].patterns:
            for match in pattern.finditer(body, *place):
                first, behind = match.start() - start, match.end() - start
                if any(taken[first:behind]):
                    continue
                taken[first:behind] = b"\x01" * (behind - first)
                before = _CLAUSE_END.split(body[max(start, match.start() - _WINDOW) : match.start()])[-1]
                yield _Found(match, before), reader, origin


def _present(founds: Sequence[_Found], anchor: _Anchor) -> str | None:
    """The day after the anchor where the text's first bare weekday is that day and does not lie ahead."""
    bare = (
        found
        for found in founds
        if found.match.re.groupindex.get("weekday") and not found.part("which") and not _AHEAD.search(found.before)
    )
    first = min(bare, key=lambda found: found.match.start(), default=None)
    if first is None or anchor.precision < 3:
        return None
    name = first.part("weekday")[:3]
    return name if _DAYS[name].weekday == (anchor.first.weekday() + 1) % 7 else None


def find_dates(body: str, sentences: Sequence[Span], anchor: str | None) -> list[DateExpression]:
    """The dates that `body` names, in order and without overlap.

    `sentences` are its sentences in order; `anchor` is the document's own date, an ISO 8601 date of any
    precision, or None where it is unknown: then only what the text spells out is found.
    """
    matches = list(_matches(body, sentences))
    document = _anchored(anchor)
    if document:
        present = _present([found for found, _, _ in matches], document)
        document = _Anchor(document.first, document.precision, present)
    dates = []
    for found, reader, origin in matches:
        try:
            value = reader(found, document)
        except (ValueError, OverflowError):  # February 30, or past the calendar's end
            continue
        if value is not None:
            dates.append(DateExpression(found.match.start(), found.match.end(), value, origin))
    return sorted(dates, key=lambda expression: expression.start)
