"""A failure that is not told as promised is noticed."""

import json
from typing import Any

import pytest

from tests.contract.problems import MEDIA_TYPE, deviations, unexplained

PROBLEM = {"type": "/problems/bad-input", "title": "Bad", "status": 400, "detail": "first: must be 1", "code": "BAD"}


def found(problem: Any, status: int = 400, content_type: str = MEDIA_TYPE) -> list[str]:
    return deviations(status, content_type, json.dumps(problem).encode())


@pytest.mark.parametrize(
    "more", [{}, {"errors": [{"pointer": "/quotes/0/start", "detail": "is outside"}]}, {"id": "x"}]
)
def test_problem_of_the_one_shape_is_good(more: dict[str, Any]) -> None:
    assert found({**PROBLEM, **more}) == []


@pytest.mark.parametrize(
    ("problem", "said"),
    [
        ({**PROBLEM, "title": ""}, "title: is ''"),
        ({**PROBLEM, "detail": None}, "detail: is None"),
        ({**PROBLEM, "status": 404}, "status: is 404 in the problem, 400 over HTTP"),
        ({**PROBLEM, "type": "about:blank"}, "type: is 'about:blank', which leads to no page"),
        (
            {**PROBLEM, "errors": [{"pointer": "quotes", "detail": "is outside"}]},
            "errors: holds {'pointer': 'quotes', 'detail': 'is outside'}, which must have a pointer or a parameter, "
            "and a detail",
        ),
        (
            {**PROBLEM, "errors": [{"parameter": "first"}]},
            "errors: holds {'parameter': 'first'}, which must have a pointer or a parameter, and a detail",
        ),
    ],
)
def test_what_is_wrong_with_a_problem_is_told(problem: Any, said: str) -> None:
    assert found(problem) == [said]


def test_failure_of_another_media_type_is_none() -> None:
    assert found(PROBLEM, content_type="application/json") == ["400 is application/json, not application/problem+json"]


@pytest.mark.parametrize("detail", ["first: must be 1 to 100", "filter.ids: has 101 values", "/quotes/0: is wrong"])
def test_refusal_names_its_place(detail: str) -> None:
    assert unexplained({"detail": detail}) == ""


def test_refusal_without_a_place_is_told() -> None:
    assert unexplained({"detail": "Bad request"}) == "names no place: 'Bad request'"
    assert unexplained({"detail": "Bad", "errors": [{"pointer": "/a", "detail": "is wrong"}]}) == ""
