"""Folding: the form of names and words in which case, accents and the styles of marks don't count."""

import re
import unicodedata

_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'"})
_WORD = re.compile(r"\w+(?:['’ʼ‘]\w+)*")


def fold(text: str) -> str:
    """`text` without case, accents and differences of white space: "Juan  Guaidó" -> "juan guaido"."""
    if text.isascii():
        return " ".join(text.lower().split())
    decomposed = unicodedata.normalize("NFKD", text.translate(_APOSTROPHES))
    bare = "".join(c for c in decomposed if not unicodedata.combining(c))
    return " ".join(unicodedata.normalize("NFC", bare.casefold()).split())


def fold_words(text: str) -> list[str]:
    """The folded words of `text` without punctuation: "“Let him leave!”" -> ["let", "him", "leave"]."""
    return _WORD.findall(fold(text))
