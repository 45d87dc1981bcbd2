"""If-Match, as clients send it."""

import pytest
from starlette.requests import Request

from service.errors import BadInput, PreconditionFailed
from service.rest.precondition import check_match, if_match

DIGEST = "0" * 64


def request(*told: str) -> Request:
    return Request({"type": "http", "headers": [(b"if-match", value.encode("latin-1")) for value in told]})


@pytest.mark.parametrize(
    ("told", "tags"),
    [
        ((), None),
        (("*",), {"*"}),
        ((' "a" ',), {"a"}),
        (('"a", "b,c" ,,"*"',), {"a", "b,c", "*"}),
        (('"a"', '"b"'), {"a", "b"}),
        (('W/"a", "b"',), {"b"}),
        (('W/"a"',), set()),
        (('""',), {""}),
    ],
)
def test_tags_are_told(told: tuple[str, ...], tags: set[str] | None) -> None:
    assert if_match(request(*told)) == tags


@pytest.mark.parametrize(
    "told", ["", "a", '"a', '"a" "b"', "*, *", '"a", *', 'w/"a"', '"a\x00"', DIGEST, '"a"' * 9_000, ", " * 4_000]
)
def test_what_is_no_tag_is_refused(told: str) -> None:
    with pytest.raises(BadInput, match="If-Match: must be"):
        if_match(request(told))


@pytest.mark.parametrize("tag", ["*", "now", DIGEST])
def test_what_matches_passes(tag: str) -> None:
    check_match(frozenset({"other", tag}), '"now"', DIGEST)


@pytest.mark.parametrize("tags", [set(), {"then"}, {"1" * 64}, {'"now"'}])
def test_what_does_not_is_told_the_digest(tags: set[str]) -> None:
    with pytest.raises(PreconditionFailed) as refused:
        check_match(frozenset(tags), '"now"', DIGEST)
    assert refused.value.details == {"storedDigest": DIGEST}
