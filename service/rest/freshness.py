"""Whether a client holds what it asks for already: the header If-None-Match (RFC 9110, section 13.1.2)."""

import re

from starlette.types import Scope

ANY = "*"
_TAG = re.compile(r'\s*(?:W/)?("[\x21\x23-\x7e\x80-\xff]*")\s*(?:,|$)')


def held_tags(scope: Scope) -> str:
    """What If-None-Match says of the answers that the client holds; empty where it says nothing."""
    return ",".join(str(value, "latin-1") for name, value in scope["headers"] if name == b"if-none-match")


def holds(told: str, etag: str) -> bool:
    """Whether the header's value names this entity tag, of whatever strength, or any.

    Tags are compared weakly. What is no such header names nothing: the answer is told then.
    """
    if told.strip() == ANY:
        return True
    place = 0
    while place < len(told) and (found := _TAG.match(told, place)):
        if found[1] == etag:
            return True
        place = found.end()
    return False
