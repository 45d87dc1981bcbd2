"""No regular expression of the service takes time that grows without bound on a text that is made for it."""

import json
import subprocess
import sys
from collections.abc import Sequence
from typing import Any

import pytest

from tests.security.patterns import Expression, attacks, expressions, nested

LENGTH = 200
"""Code points of a text, on which what is exponential would not end."""
CPU_SECONDS = 20
"""Of processor time for all texts of one expression: thousands of times what they take."""


def tried(found: Sequence[Expression], length: int = LENGTH, seconds: float = CPU_SECONDS) -> str | None:
    """The expression on which the time ran out; None where there was none."""
    command = [sys.executable, "-m", "tests.security.patterns", str(length), str(seconds)]
    lines = "\n".join(json.dumps(each) for each in found)
    done = subprocess.run(command, input=lines, capture_output=True, check=False, text=True)
    if done.returncode == 0:
        return None
    assert done.returncode < 0, done.stderr
    told: Any = json.loads(done.stdout.splitlines()[-1])
    return str(told)


def test_every_expression_ends_on_what_is_hardest_for_it() -> None:
    found = expressions()
    assert len(found) > 100
    assert tried(found) is None


@pytest.mark.parametrize("wild", [r"(a+)+$", r"(?:\w|\d\d?)+!", r"(\s*x?\s*)*y", r"^(?:[^,]+,?)+$", r"([a-z]+-?)*_"])
def test_an_expression_that_runs_wild_is_noticed(wild: str) -> None:
    assert tried([Expression("a", 32), Expression(wild, 32)], seconds=0.5) == wild


IN_RUST = frozenset({r"^[^\s/:@.]+(\.[^\s/:@.]+)+$"})
"""What Pydantic matches, by a program that takes no more steps than a text is long, and knows nothing possessive."""


def test_no_loop_stands_within_another_that_it_may_give_back_to() -> None:
    assert [each.text for each in expressions() if nested(each) and each.text not in IN_RUST] == []


@pytest.mark.parametrize(
    "wild", [r"(a+)+", r"(?:x|a*b)*", r"(?:a(?:b+?))+", r"(?=(a*)*)", r"(?>(a+)+)", r"((a+)++b*)+"]
)
def test_a_loop_within_a_loop_is_noticed(wild: str) -> None:
    assert nested(Expression(wild, 32))


@pytest.mark.parametrize("tame", [r"a+b*", r"(a++)+", r"(?:a(?>b+))*", r"(a{2})+", r"(a?b)+", r"(?:a+b){3}"])
def test_what_is_no_loop_within_a_loop_is_let_be(tame: str) -> None:
    assert not nested(Expression(tame, 32))


def test_texts_go_through_loops_and_fail_behind_them() -> None:
    assert "aaaax" in set(attacks(Expression(r"a+b", 32), 4))
    assert any(text.startswith("x-") for text in attacks(Expression(r"x-(?:\d{2}|q)*", 32), 4))
