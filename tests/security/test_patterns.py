"""No regular expression of the service takes time that grows without bound on a text that is made for it."""

import json
import subprocess
import sys
from collections.abc import Sequence
from typing import Any

import pytest

from tests.security.patterns import Expression, attacks, expressions

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


def test_texts_go_through_loops_and_fail_behind_them() -> None:
    assert "aaaax" in set(attacks(Expression(r"a+b", 32), 4))
    assert any(text.startswith("x-") for text in attacks(Expression(r"x-(?:\d{2}|q)*", 32), 4))
