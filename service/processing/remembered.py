"""Remembered: what is known of a word, told once for all texts, as the words of news come again and again."""

from collections.abc import Callable
from typing import Final, TypeVar

_LONGEST: Final = 40
"""Code points of a word that is worth remembering: longer ones could fill the memory."""
Fact = TypeVar("Fact")


class Remembered(dict[str, Fact]):
    """`facts[word]` is `tell(word)`, called once for most words."""

    def __init__(self, tell: Callable[[str], Fact], most: int = 1 << 16) -> None:
        """`tell` is a function of the word alone; after `most` words all are forgotten."""
        super().__init__()
        self._tell = tell
        self._most = most

    def __missing__(self, word: str) -> Fact:
        fact = self._tell(word)
        if len(word) <= _LONGEST:
            if len(self) >= self._most:
                self.clear()
            self[word] = fact
        return fact
