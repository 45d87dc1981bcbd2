"""Where a list goes on: the header Link (RFC 8288), read off the page info with which a list's answer begins."""

import re
from collections.abc import Iterator
from urllib.parse import parse_qsl, quote, urlencode

from starlette.types import Scope

from service.query.window import DEFAULT_SIZE

Pairs = list[tuple[str, str]]

_PAGE_INFO = re.compile(
    rb'\{"pageInfo":\{"hasNextPage":(?P<next>true|false),"hasPreviousPage":(?P<previous>true|false),'
    rb'"startCursor":(?:null|"(?P<start>[^"\\]*)"),"endCursor":(?:null|"(?P<end>[^"\\]*)")\}'
)
"""Cursors are base64url: nothing in them is escaped."""

_OF_A_PAGE = frozenset({"first", "after", "last", "before"})


def link_header(scope: Scope, body: bytes, *, both_ways: bool) -> str | None:
    """The links of a list's answer to its first, next and previous page; None where it is no list.

    They keep all other parameters of the request, and the size of its page.
    both_ways: whether it takes `last` and `before`.
    """
    found = _PAGE_INFO.match(body)
    if found is None:
        return None
    asked = parse_qsl(scope["query_string"].decode("ascii"), keep_blank_values=True)
    kept = [(name, value) for name, value in asked if name not in _OF_A_PAGE]
    size = next((value for name, value in asked if name in {"first", "last"}), None)
    end = found["end"].decode() if found["next"] == b"true" and found["end"] else None
    start = found["start"].decode() if both_ways and found["previous"] == b"true" and found["start"] else None
    path = quote(scope["path"], safe="/:@!$&'()*+,;=~")
    links = (
        f'<{path}{"?" if pairs else ""}{urlencode(pairs)}>; rel="{rel}"'
        for rel, pairs in _pages(kept, size, end, start)
    )
    return ", ".join(links)


def _pages(kept: Pairs, size: str | None, end: str | None, start: str | None) -> Iterator[tuple[str, Pairs]]:
    """(relation, parameters) of each page that is linked to."""
    forwards = [*kept, *([("first", size)] if size else [])]
    yield "first", forwards
    if end is not None:
        yield "next", [*forwards, ("after", end)]
    if start is not None:
        yield "prev", [*kept, ("last", size or str(DEFAULT_SIZE)), ("before", start)]
