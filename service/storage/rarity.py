"""Rare words: a few words that two articles hardly quote of one speaker by chance."""

from collections.abc import Sequence
from importlib.resources import files

COMMON_WORDS = frozenset(
    word
    for line in files("service.storage").joinpath("common_words.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
    for word in line.split()
)
"""Folded English words that every speaker uses, and numbers' words."""


def is_rare(words: Sequence[str]) -> bool:
    """Whether `words` (folded) are two or more with an uncommon one among them, numbers aside."""
    return len(words) > 1 and any(word.isalpha() and word not in COMMON_WORDS for word in words)
