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
        beyond = not body.isascii() and max(body) > "\uffff"
        self._astral = [i for i, c in enumerate(body) if c > "\uffff"] if beyond else []

    def read(self, span: Span) -> StoredSpan:
        """The span with its words. The record's checks have made sure that it lies within the body."""
        return StoredSpan(
            span.start,
            span.end,
            self._utf16(span.start),
            self._utf16(span.end),
            self.body[span.start : span.end],
            self.body[max(0, span.start - CONTEXT) : span.start],
            self.body[span.end : span.end + CONTEXT],
        )

    def _utf16(self, offset: int) -> int:
        return offset + bisect_left(self._astral, offset) if self._astral else offset
