"""Dates: every rule with an example that fails without it. 2019-02-02 was a Saturday."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.article import ValueOrigin, partial_date_start
from service.processing.dates import find_dates
from service.processing.document import Span


def dates(body: str, anchor: str | None) -> list[tuple[str, str]]:
    sentences = [Span(0, len(body))] if body else []
    return [(body[one.start : one.end], one.value) for one in find_dates(body, sentences, anchor)]


def value(body: str, anchor: str | None = "2019-02-02") -> str | None:
    found = dates(body, anchor)
    assert len(found) <= 1
    return found[0][1] if found else None


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("He assumed office February 2, 1999 in Caracas.", "1999-02-02"),
        ("It began on Feb. 2, 1999.", "1999-02-02"),
        ("It began on Sept. 11, 2001.", "2001-09-11"),
        ("It began on 2 February 1999.", "1999-02-02"),
        ("It began on the 2nd of February, 1999.", "1999-02-02"),
        ("date 2019-02-01 Venezuela", "2019-02-01"),
        ("In February 1999 it began.", "1999-02"),
        ("It began in 2017.", "2017"),
        ("Since 1998, much has changed.", "1998"),
    ],
)
def test_what_is_spelled_out_needs_no_anchor(body: str, expected: str) -> None:
    assert value(body, None) == expected
    assert find_dates(body, [Span(0, len(body))], None)[0].origin is ValueOrigin.TEXT


@pytest.mark.parametrize(
    "body",
    [
        "on Saturday",
        "yesterday",
        "Jan. 23",
        "two years ago",
        "last month",
        "in August",
    ],
)
def test_what_needs_an_anchor_is_left_out_without_one(body: str) -> None:
    assert dates(body, None) == []
    found = find_dates(body, [Span(0, len(body))], "2019-02-02")
    assert [one.origin for one in found] == [ValueOrigin.INFERRED]


@pytest.mark.parametrize(
    "body",
    [
        "30 February 2019 never was",
        "2019-02-30",
        "Call 2019 people",
        "Some 1,500 people",
        "They may march on Maduro",
        "in 2017-18",
        "Clashes last week left 40 dead",
        "Earlier this week they met",
        "a build of 2019-02-021",
    ],
)
def test_what_is_no_known_date_is_left_out(body: str) -> None:
    assert dates(body, "2019-02-02") == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("He spoke on Saturday.", "2019-02-02"),
        ("He revealed on Wednesday that", "2019-01-30"),
        ("He has until Sunday to call elections", "2019-02-03"),
        ("to call elections by midnight on Sunday", "2019-02-03"),
        ("They will march on Tuesday", "2019-02-05"),
        ("They plan to march Tuesday", "2019-02-05"),
        ("The vote is scheduled for Friday", "2019-02-08"),
        ("They will march, he said on Tuesday", "2019-01-29"),
        ("He was killed by police Thursday", "2019-01-31"),
        ("last Saturday", "2019-01-26"),
        ("next Saturday", "2019-02-09"),
        ("this Sunday", "2019-02-03"),
    ],
)
def test_a_weekday_is_at_or_before_the_anchor_unless_the_clause_points_ahead(body: str, expected: str) -> None:
    assert value(body) == expected


def test_an_anchor_may_be_a_day_early() -> None:
    body = "The rally was on Saturday. They met on Thursday. Later on Saturday they spoke."
    assert dates(body, "2019-02-01") == [
        ("Saturday", "2019-02-02"),
        ("Thursday", "2019-01-31"),
        ("Saturday", "2019-02-02"),
    ]


def test_only_the_first_weekday_tells_that_the_anchor_is_early() -> None:
    assert dates("They met on Thursday and on Saturday.", "2019-02-01")[1] == ("Saturday", "2019-01-26")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("since Jan. 23, when he", "2019-01-23"),
        ("in a January 23 speech", "2019-01-23"),
        ("a rally for February 12 to", "2019-02-12"),
        ("in public since August 4, when", "2018-08-04"),
        ("since February 12 he has", "2018-02-12"),
        ("They will vote on August 4", "2019-08-04"),
        ("on 10 January he", "2019-01-10"),
        ("since December", "2018-12"),
        ("in January", "2019-01"),
        ("They will vote in August", "2019-08"),
        ("last January", "2019-01"),
        ("next January", "2020-01"),
    ],
)
def test_a_day_or_month_without_a_year_is_the_nearest(body: str, expected: str) -> None:
    assert value(body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("yesterday", "2019-02-01"),
        ("Today", "2019-02-02"),
        ("tomorrow", "2019-02-03"),
        ("three days ago", "2019-01-30"),
        ("two months ago", "2018-12"),
        ("a year ago", "2018"),
        ("last month", "2019-01"),
        ("next year", "2020"),
        ("earlier this month", "2019-02"),
    ],
)
def test_relative_words_are_no_finer_than_their_unit(body: str, expected: str) -> None:
    assert value(body) == expected


@pytest.mark.parametrize(
    ("anchor", "expected"),
    [
        ("2019", ["2018"]),
        ("2019-02", ["2019-01", "2018"]),
        ("2019-02-02T17:30:00Z", ["2019-02-02", "2019-01", "2018"]),
    ],
)
def test_an_anchor_gives_no_more_than_it_knows(anchor: str, expected: list[str]) -> None:
    assert [found for _, found in dates("On Saturday, last month, last year.", anchor)] == expected


def test_the_calendars_ends_are_no_error() -> None:
    assert dates("last year, yesterday and last month", "0001-01-01") == []
    assert dates("next year and tomorrow", "9999-12-31") == []
    assert value("They will vote on February 29", "9999-12-31") is None


def test_dates_do_not_overlap_and_stand_in_order() -> None:
    found = find_dates("Saturday, February 2, 2019 and May 2017", [Span(0, 39)], "2019-02-02")
    assert [one.value for one in found] == ["2019-02-02", "2019-02-02", "2017-05"]
    assert all(one.end <= other.start for one, other in pairwise(found))


_WORDS = st.sampled_from(
    ["Saturday", "on", "until", "January", "Feb.", "2", "31", "2019", "last", "month", "days", "ago", "three", ","]
)
_ANCHORS = st.one_of(
    st.none(), st.dates().map(str), st.dates().map(lambda day: str(day)[:7]), st.dates().map(lambda day: str(day)[:4])
)


@given(st.one_of(st.text(), st.lists(_WORDS).map(" ".join)), _ANCHORS)
def test_every_value_is_a_partial_date(body: str, anchor: str | None) -> None:
    for one in find_dates(body, [Span(0, len(body))] if body else [], anchor):
        partial_date_start(one.value)
        assert 0 <= one.start < one.end <= len(body)


@pytest.mark.parametrize("piece", ["Saturday ", "January ", "1 ", "last ", "2019-", "in ", " ", "two days "])
def test_a_megabyte_is_read(piece: str) -> None:
    body = (piece * (1_000_000 // len(piece)))[:1_000_000]
    find_dates(body, [Span(0, len(body))], "2019-02-02")
