"""Made text of fixed lengths: offsets in articles made of it can be computed, not searched."""

import random
from itertools import accumulate

POOL = 4096
"""Different texts of each length."""
VOCABULARY = 5_000

_ONSETS = ("b", "br", "c", "d", "dr", "f", "g", "gr", "h", "k", "l", "m", "n", "p", "pr", "r", "s", "st", "t", "v")
_VOWELS = ("a", "e", "i", "o", "u", "ai", "ea", "ou")
_CODAS = ("", "n", "r", "s", "l", "t", "nd", "st")


def made_texts(length: int, seed: int) -> list[str]:
    """POOL texts of `length` characters each: ASCII words in lower case whose frequencies follow Zipf's law."""
    chance = random.Random(seed)
    words = _words(random.Random(0))
    weights = list(accumulate(1 / rank for rank in range(1, len(words) + 1)))
    texts = []
    for _ in range(POOL):
        text = " ".join(chance.choices(words, cum_weights=weights, k=length // 2))[:length]
        texts.append(text[:-1] + "a" if text.endswith(" ") else text)
    return texts


def _words(chance: random.Random) -> list[str]:
    """The vocabulary: frequent words are short."""
    words: dict[str, None] = {}
    while len(words) < VOCABULARY:
        syllables = 1 if len(words) < 150 else 2 if len(words) < 2_500 else 3
        word = "".join(chance.choice(_ONSETS) + chance.choice(_VOWELS) for _ in range(syllables))
        words[word + chance.choice(_CODAS)] = None
    return list(words)
