"""What one process counts for those who operate it: plain numbers, as a request costs little more than fifty of them.

service/operations makes metrics of these when they are asked for.
"""

import sys
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator, MutableMapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from contextvars import ContextVar
from time import perf_counter
from typing import Any, Literal, NamedTuple

ANSWER = "onrecord.answer"
"""The key of an ASGI scope under which is left what was answered: (operation, status)."""
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


StageName = Literal["prepare", "database"]
"""Parts of a request: until it is known what the database is to do, and what it does, waiting for it included."""


class Stage(NamedTuple):
    """A part of a request, by seconds of perf_counter. what: the database was to do; failed: whether it raised."""

    name: StageName
    began: float
    ended: float
    what: str
    failed: bool


MAX_STAGES = 100
"""Stages of a request that are kept one by one: a batch has any number of them."""


class Notes:
    """What is known of a request, or of an operation over WebSocket, to those who follow it; None what is not."""

    trace_id: str | None = None
    route: str | None = None
    name: str | None = None
    """Of a GraphQL operation, as are kind, document and cost."""
    kind: str | None = None
    document: str | None = None
    cost: int | None = None
    rows: int | None = None
    """Of the database, that the answer holds."""
    known: bool | None = None
    """Whether the operation was compiled already."""
    key: str | None = None
    """The name of the caller's API key."""
    code: str | None = None
    """Of the error that it ended with."""
    told: int | None = None
    """Responses of a stream."""
    prepare: float | None = None
    """Seconds, as is database."""
    database: float | None = None
    stages: list[Stage] | None = None
    """Where a trace is made of it."""
    follow: "Callable[[], AbstractContextManager[None]]" = nullcontext
    """What follows an operation of a WebSocket within it."""

    def __init__(self, request_id: str) -> None:
        self.request_id = request_id

    def took(self, name: StageName, began: float, ended: float, what: str = "") -> None:
        """Note a stage."""
        if name == "prepare":
            self.prepare = (self.prepare or 0.0) + ended - began
        else:
            self.database = (self.database or 0.0) + ended - began
        if self.stages is not None and len(self.stages) < MAX_STAGES:
            self.stages.append(Stage(name, began, ended, what, sys.exc_info()[1] is not None))


NOTES: ContextVar[Notes | None] = ContextVar("notes", default=None)
"""The notes of what is being answered, where somebody follows it."""


@contextmanager
def noted(name: StageName, what: str = "") -> Iterator[None]:
    """Note what is done within it as a stage."""
    began = perf_counter()
    try:
        yield
    finally:
        if (notes := NOTES.get()) is not None:
            notes.took(name, began, perf_counter(), what)


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
