"""What others wrote is read or refused, and nothing else: `make fuzz` tries thousands of times as much."""

import pytest
from hypothesis import HealthCheck, given, settings

from tests.security.parsers import PARSERS, Parser

EXAMPLES = 60


@pytest.mark.parametrize("parser", PARSERS, ids=lambda parser: parser.name)
def test_what_is_read_is_taken_or_refused(parser: Parser) -> None:
    @settings(max_examples=EXAMPLES * parser.weight, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(parser.given)
    def check(text: object) -> None:
        parser.check(text)

    check()
