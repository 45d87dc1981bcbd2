"""`make fuzz`: every parser on fresh texts, so many in all, and every regular expression on long ones.

It prints what was read by each, and fails with the shortest text on which one broke.
"""

import argparse
import sys
import time

from hypothesis import HealthCheck, Phase, given, settings

from tests.security.parsers import PARSERS, Parser
from tests.security.patterns import expressions
from tests.security.test_patterns import tried

LENGTH = 2_000
"""Code points on which a regular expression that takes the cube of them would take minutes."""
CPU_SECONDS = 60


def fuzz(parser: Parser, number: int) -> int:
    """How many texts a parser has read. Raises what it broke with."""
    read = 0

    @settings(
        max_examples=number,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
        phases=(Phase.generate, Phase.shrink),
    )
    @given(parser.given)
    def check(text: object) -> None:
        nonlocal read
        read += 1
        parser.check(text)

    check()
    return read


def main() -> None:
    """Read the command line, and fuzz."""
    parse = argparse.ArgumentParser(prog="make fuzz", description=__doc__)
    parse.add_argument("--number", type=int, default=100_000, help="texts in all (100,000)")
    parse.add_argument("--only", help="comma-separated names of parsers, and patterns")
    told = parse.parse_args()
    only = told.only.split(",") if told.only else [*(parser.name for parser in PARSERS), "patterns"]
    weights = sum(parser.weight for parser in PARSERS)
    total = broken = 0
    for parser in PARSERS:
        if parser.name not in only:
            continue
        began = time.monotonic()
        try:
            read = fuzz(parser, -(-told.number * parser.weight // weights))
        # What breaks one must not keep the others from being read.
        except Exception as error:
            broken += 1
            print(f"{parser.name}: {type(error).__name__}: {error}", *getattr(error, "__notes__", ()), sep="\n")  # noqa: T201
            continue
        total += read
        print(f"{parser.name}: {read:,} texts in {time.monotonic() - began:.0f} s", flush=True)  # noqa: T201
    if "patterns" in only and (wild := tried(expressions(), LENGTH, CPU_SECONDS)):
        broken += 1
        print(f"patterns: takes too long: {wild}")  # noqa: T201
    print(f"{total:,} texts, {broken} broken")  # noqa: T201
    sys.exit(bool(broken))


if __name__ == "__main__":
    main()
