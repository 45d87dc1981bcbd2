"""Streams of bytes as numbered lines."""

from hypothesis import given
from hypothesis import strategies as st

from service.rest.lines import LineCutter, NumberedLine


def cut(pieces: list[bytes], max_bytes: int) -> list[NumberedLine]:
    cutter = LineCutter(max_bytes)
    return [*(line for piece in pieces for line in cutter.cut(piece)), *cutter.finish()]


@given(st.lists(st.binary(max_size=8).map(lambda data: data.replace(b"a", b"\n"))), st.integers(0, 10))
def test_lines_are_the_same_however_the_stream_is_cut(pieces: list[bytes], max_bytes: int) -> None:
    whole = b"".join(pieces)
    lines = [
        NumberedLine(number, line if len(line) <= max_bytes else None)
        for number, line in enumerate(whole.split(b"\n"), 1)
        if line.strip() or len(line) > max_bytes
    ]
    assert cut(pieces, max_bytes) == cut([whole], max_bytes) == lines


def test_a_line_that_is_too_long_is_not_held() -> None:
    cutter = LineCutter(10)
    for _ in range(1_000):
        assert list(cutter.cut(b"123456")) == []
    assert sum(map(len, cutter._held)) <= 10
    assert list(cutter.cut(b"\n{}\n")) == [NumberedLine(1, None), NumberedLine(2, b"{}")]
