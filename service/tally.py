"""What one process counts for those who operate it: plain numbers, as a request costs little more than fifty of them.

service/operations makes metrics of these when they are asked for.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import MutableMapping
from typing import Any

ANSWER = "onrecord.answer"
"""The key of an ASGI scope under which is left what was answered: (operation, status)."""
NOTES = "onrecord.notes"
"""The key under which there are Notes of the request, where its line is logged."""
OTHER = "other"
"""The operation of a request to what is none, so that no client makes new ones up."""
CUT_OFF = (OTHER, 0)
"""The answer of a request that was cut off before there was one."""

BOUNDS = (0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
"""Seconds up to which each bucket of a histogram counts."""


class Histogram:
    """How long things took. counts: of each bucket alone, the last beyond all BOUNDS; total: seconds."""

    __slots__ = ("counts", "total")

    def __init__(self) -> None:
        self.counts = [0] * (len(BOUNDS) + 1)
        self.total = 0.0

    def observe(self, seconds: float) -> None:
        """Count one."""
        self.counts[bisect_left(BOUNDS, seconds)] += 1
        self.total += seconds


class Notes:
    """What is known of a request for its line in the log; None what is not.

    name, document, cost: of a GraphQL operation. key: the name of the caller's. prepare, database: seconds.
    """

    __slots__ = ("cost", "database", "document", "key", "name", "prepare", "route")

    def __init__(self) -> None:
        self.route: str | None = None
        self.name: str | None = None
        self.document: str | None = None
        self.cost: int | None = None
        self.key: str | None = None
        self.prepare: float | None = None
        self.database: float | None = None


class Tally:
    """All that a process counts. One thread alone counts each thing, the one of the main loop."""

    def __init__(self) -> None:
        self.requests: defaultdict[tuple[str, int], Histogram] = defaultdict(Histogram)
        """(operation, status) -> how long its requests took."""
        self.prepare = Histogram()
        """How long GraphQL requests took from what was asked to the statement."""
        self.wait = Histogram()
        """How long reads that had to wait for a connection did."""
        self.database = Histogram()
        """How long reads took on their connection."""
        self.errors: defaultdict[str, int] = defaultdict(int)
        """Code -> errors that were told."""
        self.articles: defaultdict[str, int] = defaultdict(int)
        """Outcome -> articles that were sent to be stored or deleted."""

    def request(self, scope: MutableMapping[str, Any], seconds: float) -> None:
        """Count a request by what was left of it in its scope."""
        histogram = self.requests[scope.get(ANSWER, CUT_OFF)]
        # As `observe` does, without what a call costs.
        histogram.counts[bisect_left(BOUNDS, seconds)] += 1
        histogram.total += seconds


TALLY = Tally()
"""What this process counted since it began."""
