"""What a request says that it replaces or deletes: the header If-Match (RFC 9110, section 13.1.1)."""

import re

from starlette.requests import Request

from service.errors import BadInput, PreconditionFailed

ANY = "*"
_TAG = r'(W/)?"([\x21\x23-\x7e\x80-\xff]*+)"'
_TAGS = re.compile(rf"\s*{_TAG}\s*(,\s*+({_TAG}\s*+)?)*")
_EACH = re.compile(_TAG)
MAX_LENGTH = 10_000


def if_match(request: Request) -> frozenset[str] | None:
    """The strong entity tags that If-Match names, without quotes, or `*` alone; None where it is absent.

    Raises BadInput for what is no such header.
    """
    told = ",".join(request.headers.getlist("if-match"))
    if "if-match" not in request.headers:
        return None
    if told.strip() == ANY:
        return frozenset({ANY})
    if len(told) > MAX_LENGTH or not _TAGS.fullmatch(told):
        raise BadInput('If-Match: must be * or entity tags in quotes, e.g. "2c26b46b68ff"')
    # What is only weakly equal must not be replaced.
    return frozenset(tag for weak, tag in _EACH.findall(told) if not weak)


def check_match(tags: frozenset[str], etag: str, digest: str) -> None:
    """Raise PreconditionFailed unless one of the tags is the article's entity tag, its record's digest, or `*`.

    etag: quoted, as GET tells it.
    """
    if tags.isdisjoint({ANY, etag.strip('"'), digest}):
        error = PreconditionFailed(
            "If-Match: the article has changed: get it anew, and send the ETag that comes with it"
        )
        error.details = {"storedDigest": digest}
        raise error
