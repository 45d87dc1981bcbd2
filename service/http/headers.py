"""Headers of a request, read off the scope itself: that costs a third of what an object for all of them does."""

from starlette.types import Scope


def header(scope: Scope, name: bytes, default: str = "") -> str:
    """The first value of a header, told in lower case; the default where it is not there."""
    for found, value in scope["headers"]:
        if found == name:
            return str(value, "latin-1")
    return default
