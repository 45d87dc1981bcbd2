"""Spans as they are stored: offsets in both units and the words in and around them."""

from bisect import bisect_left
from typing import NamedTuple

from service.article import Span

CONTEXT = 32
"""Code points of prefix and suffix, for W3C text quote selectors."""


class StoredSpan(NamedTuple):
    """A span of a body. `start` and `end` count code points, the others UTF-16 code units."""

    start: int
    end: int
    utf16_start: int
    utf16_end: int
    exact: str
    prefix: str
    suffix: str


NO_SPAN = (None,) * 7


class SpanReader:
    """Reads spans off one body; a span costs its own length, however long the body is."""

    def __init__(self, body: str) -> None:
        self.body = body
        beyond = not body.isascii() and len(body.encode("utf-16-le")) > 2 * len(body)
        self._astral = [i for i, c in enumerate(body) if c > "\uffff"] if beyond else []

    def read(self, span: Span) -> StoredSpan:
        """The span with its words. The record's checks have made sure that it lies within the body."""
        body, start, end = self.body, span.start, span.end
        astral = self._astral
        return StoredSpan(
            start,
            end,
            start + bisect_left(astral, start) if astral else start,
            end + bisect_left(astral, end) if astral else end,
            body[start:end],
            body[start - CONTEXT if start > CONTEXT else 0 : start],
            body[end : end + CONTEXT],
        )
