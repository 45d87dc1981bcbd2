"""The media type of a response, by Accept."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.errors import NotAcceptable
from service.http.media import GRAPHQL_RESPONSE, HTML, JSON, negotiated

BOTH = (GRAPHQL_RESPONSE, JSON)
PAGES = (*BOTH, HTML)
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8"


@pytest.mark.parametrize(
    ("accept", "offers", "media"),
    [
        ("", BOTH, JSON),
        (" , ", BOTH, JSON),
        ("*/*", BOTH, JSON),
        ("*/*", PAGES, JSON),
        ("application/*", BOTH, JSON),
        ("text/*", PAGES, HTML),
        (JSON, BOTH, JSON),
        (GRAPHQL_RESPONSE, BOTH, GRAPHQL_RESPONSE),
        ("Application/GraphQL-Response+JSON", BOTH, GRAPHQL_RESPONSE),
        (f"{JSON}, {GRAPHQL_RESPONSE}", BOTH, GRAPHQL_RESPONSE),
        (f"{GRAPHQL_RESPONSE}, {JSON};q=0.9", BOTH, GRAPHQL_RESPONSE),
        (f"{GRAPHQL_RESPONSE};q=0.5, {JSON};q=0.9", BOTH, JSON),
        (f"{GRAPHQL_RESPONSE};q=0.5, {JSON} ; charset=utf-8 ; Q=0.9", BOTH, JSON),
        (f"{GRAPHQL_RESPONSE};q=0, */*", BOTH, JSON),
        (f"{JSON};q=0, */*;q=0.1", BOTH, GRAPHQL_RESPONSE),
        (f"{JSON}, */*", BOTH, JSON),
        (f"{GRAPHQL_RESPONSE}, */*", BOTH, GRAPHQL_RESPONSE),
        (f"{GRAPHQL_RESPONSE}; charset=utf-8, {JSON}; charset=utf-8", BOTH, GRAPHQL_RESPONSE),
        (f"{JSON}, multipart/mixed", BOTH, JSON),
        (f"{JSON};q=2", BOTH, JSON),
        (BROWSER, PAGES, HTML),
        (BROWSER, BOTH, JSON),
        (f"text/html;q=0.5, {JSON}", PAGES, JSON),
    ],
)
def test_media_type_that_is_taken_best(accept: str, offers: tuple[str, ...], media: str) -> None:
    assert negotiated(accept, offers) == media


@pytest.mark.parametrize(
    "accept", ["text/html", "text/*", "application/xml", f"{JSON};q=0", f"{JSON};q=0, {GRAPHQL_RESPONSE};q=0.000", "x"]
)
def test_what_takes_none_of_them_is_refused(accept: str) -> None:
    with pytest.raises(NotAcceptable, match="Accept: must take one of application/graphql-response"):
        negotiated(accept, BOTH)


@given(
    accept=st.text(max_size=60)
    | st.lists(st.sampled_from([JSON, GRAPHQL_RESPONSE, "*/*", ";", "q=", "0.5", ","])).map("".join)
)
def test_any_header_is_read(accept: str) -> None:
    with suppress(NotAcceptable):
        assert negotiated(accept, PAGES) in PAGES
