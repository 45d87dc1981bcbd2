"""Offsets in both units and the words around a span."""

from hypothesis import given
from hypothesis import strategies as st

from service.article import Span
from service.storage.spans import CONTEXT, SpanReader

BODIES = st.text(
    st.sampled_from("ab \n“é\u0301\uffff😀\U0010ffff") | st.characters(exclude_categories=["Cs"]),
    min_size=1,
    max_size=90,
)


def utf16_length(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@given(BODIES, st.data())
def test_offsets_are_pythons_and_javascripts(body: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(body) - 1))
    end = data.draw(st.integers(start + 1, len(body)))
    span = SpanReader(body).read(Span(start=start, end=end))
    assert span.exact == body[start:end]
    assert (span.utf16_start, span.utf16_end) == (utf16_length(body[:start]), utf16_length(body[:end]))
    units = body.encode("utf-16-le")
    assert units[2 * span.utf16_start : 2 * span.utf16_end].decode("utf-16-le") == span.exact
    assert span.prefix + span.exact + span.suffix in body
    assert len(span.prefix) == min(CONTEXT, start)
    assert len(span.suffix) == min(CONTEXT, len(body) - end)


def test_ends_of_the_body() -> None:
    span = SpanReader("😀").read(Span(start=0, end=1))
    assert span == (0, 1, 0, 2, "😀", "", "")


def test_the_last_character_of_the_first_plane_is_one_unit() -> None:
    assert SpanReader("\uffff\U00010000x").read(Span(start=1, end=3)) == (1, 3, 1, 4, "\U00010000x", "\uffff", "")
