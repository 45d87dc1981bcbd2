"""Contractions: the words that a token is made of, folded, as the rules for events read them."""

from typing import Final

from service.folding import fold

_CONTRACTIONS: Final = {"won't": ("will", "not"), "can't": ("can", "not"), "cannot": ("can", "not")}
_UNREAD: Final = frozenset(".!?…[]")
_DASHES: Final = {"-": "—", "--": "—", "―": "—"}
_ENDINGS: Final = {"s": "'s", "ll": "will", "ve": "have", "re": "are", "d": "would", "m": "am"}

Part = tuple[int, int, str]
"""Start and end in a token, and the folded text."""


def folded_parts(token: str) -> tuple[Part, ...]:
    """A token as one word, or as two where it is a contraction: "doesn't" -> does, not; offsets are in the token."""
    text, end = fold(token), len(token)
    if token in _UNREAD:
        return ()
    if text in _CONTRACTIONS:
        return tuple((0, end, part) for part in _CONTRACTIONS[text])
    stem, mark, ending = text.rpartition("'")
    # folding may change the length of a token ("ﬁ" is two letters then): cut only where it did not
    if mark and stem and len(text) == end:
        if ending == "t" and stem.endswith("n"):
            return ((0, end - 3, stem[:-1]), (end - 3, end, "not")) if stem != "n" else ()
        if whole := _ENDINGS.get(ending):
            cut = end - len(ending) - 1
            return (0, cut, stem), (cut, end, whole)
    return ((0, end, _DASHES.get(text, text)),)


def folded_word(token: str) -> str:
    """The one word that a token is; empty where it is taken apart or left out."""
    if token.isascii() and token.isalnum() and (low := token.lower()) not in _CONTRACTIONS:
        # so are most
        return low
    parts = folded_parts(token)
    return parts[0][2] if len(parts) == 1 else ""
