"""Folding: the form of names and words in which case, accents and the styles of marks don't count."""

import re
import unicodedata
from functools import lru_cache

_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'"})
MAX_FOLDED = 200
"""Folded code points by which names are compared and indexed; a btree key ends at 2.7 kB."""

_WORD = re.compile(r"\w+(?:['’ʼ‘]\w++)*")


def fold(text: str) -> str:
    """`text` without case, accents and differences of white space: "Juan  Guaidó" -> "juan guaido"."""
    if text.isascii():
        return " ".join(text.lower().replace("`", "'").split())
    # Before, as "´" would come apart into a space and an accent; after, for what others are made of.
    decomposed = unicodedata.normalize("NFKD", text.translate(_APOSTROPHES)).translate(_APOSTROPHES)
    bare = "".join(c for c in decomposed if not unicodedata.combining(c))
    return " ".join(unicodedata.normalize("NFC", bare.casefold()).split())


@lru_cache(maxsize=5_000)
def folded_name(name: str) -> str:
    """What a name is compared by."""
    return fold(name)[:MAX_FOLDED]


def fold_words(text: str) -> list[str]:
    """The folded words of `text` without punctuation: "“Let him leave!”" -> ["let", "him", "leave"]."""
    return _WORD.findall(fold(text))
