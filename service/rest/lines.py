"""Cuts a stream of bytes into numbered lines, none of which is held longer than it may be."""

from collections.abc import Iterator
from typing import NamedTuple


class NumberedLine(NamedTuple):
    """A line, numbered from 1, without its end. `data` is None where it is longer than a line may be."""

    number: int
    data: bytes | None


class LineCutter:
    """Lines of at most `max_bytes`; blank ones are counted and left out."""

    def __init__(self, max_bytes: int) -> None:
        self._max_bytes = max_bytes
        self._number = 1
        self._held: list[bytes] = []
        self._size = 0

    def cut(self, piece: bytes) -> Iterator[NumberedLine]:
        """The lines that end in this piece."""
        first, *others = piece.split(b"\n")
        self._hold(first)
        for part in others:
            if self._size:
                yield from self._ended()
            else:
                self._number += 1
            if part:
                self._hold(part)

    def finish(self) -> Iterator[NumberedLine]:
        """The last line, where it has no end of its own."""
        yield from self._ended()

    def _hold(self, part: bytes) -> None:
        self._size += len(part)
        if self._size > self._max_bytes:
            self._held.clear()
        elif part:
            self._held.append(part)

    def _ended(self) -> Iterator[NumberedLine]:
        number, size = self._number, self._size
        line = self._held[0] if len(self._held) == 1 else b"".join(self._held)
        self._number, self._held, self._size = number + 1, [], 0
        if size > self._max_bytes:
            yield NumberedLine(number, None)
        elif line.strip():
            yield NumberedLine(number, line)
