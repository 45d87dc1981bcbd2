"""Text as search reads it: folded words with their places, and the tsvectors that Postgres keeps of them.

Postgres's own text search configurations are left aside: what they make of a text differs between databases.
No word is stemmed or left out, whatever the language.
"""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import accumulate, chain, islice, takewhile
from struct import pack, unpack
from unicodedata import category

from service.folding import fold

INDEXED_BYTES = 512 * 1024
"""UTF-8 bytes of a body that search reads."""

MAX_WORD = 200
"""Code points of a word that tell it from others."""

UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\U00020000-\U0003ffff"
)
"""Characters of scripts without spaces between words, as ranges of a regular expression: each is a word of its own."""

# Vowel signs of southern Asia, which folding keeps: parts of words, and no letters for Python.
_SIGNS = "".join(c for c in map(chr, range(0x900, 0x2000)) if category(c) in {"Mn", "Mc"})
_WORD = re.compile(rf"(?=[^\W_]|[{_SIGNS}])[{UNSPACED}]|(?:[^\W_{UNSPACED}]|(?![{UNSPACED}])[{_SIGNS}])+")
_SHORT = 30
"""Characters of what stands between two spaces up to which it is likely to come again."""
_MOST_KNOWN = 50_000

# Postgres's limits: ts_type.h.
_MAX_PLACE = 16_383
_MAX_PLACES = 255
_MAX_VECTOR = 1_000_000

_COUNTS = [pack(">xH", count) for count in range(_MAX_PLACES + 1)]
"""What closes a lexeme and says how many places follow."""
_WEIGHED = {
    weight: [pack(">H", bits << 14 | place) for place in range(1, _MAX_PLACE + 1)]
    for weight, bits in {"A": 3, "B": 2, "C": 1, "D": 0}.items()
}
"""Every place as it is written, with each weight: made once, as making them is most of the work on a vector."""
_STRETCH = 1024
"""Words after which what is over a word's places is cut off, so that no word costs more than it keeps."""

_GAP = 10
"""Places between two texts of one vector: no phrase spans them."""


class _KnownWords(dict[str, tuple[str, ...]]):
    """The words of what stood between two spaces before: texts are made of the same few thousand of them."""

    def __missing__(self, chunk: str) -> tuple[str, ...]:
        words = tuple(word[:MAX_WORD] for word in _WORD.findall(fold(chunk)))
        if len(chunk) <= _SHORT:
            if len(self) >= _MOST_KNOWN:
                self.clear()
            self[chunk] = words
        return words


_KNOWN = _KnownWords()


def search_words(text: str) -> list[str]:
    """The words of `text`, folded and split at apostrophes: "Maduro’s “Año”" -> ["maduro", "s", "ano"]."""
    return list(chain.from_iterable(map(_KNOWN.__getitem__, text.split())))


def article_vector(headline: str | None, body: str) -> bytes:
    """The tsvector of an article: its headline weighs most."""
    start = body.encode()[:INDEXED_BYTES].decode(errors="ignore") if len(body) * 4 > INDEXED_BYTES else body
    return search_vector(((headline or "", "A"), (start, "D")))


def quote_vector(text: str) -> bytes:
    """The tsvector of a quote."""
    return search_vector(((text, "C"),))


@lru_cache(maxsize=5_000)
def name_vector(name: str) -> bytes:
    """The tsvector of an actor's name."""
    return search_vector(((name, "A"),))


def event_vector(name: str) -> bytes:
    """The tsvector of an event's name."""
    return search_vector(((name, "B"),))


def search_vector(texts: Iterable[tuple[str, str]]) -> bytes:
    """The tsvector of texts with their weights, "A" to "D", in Postgres's binary format (tsvectorrecv).

    Of a word that stands there more than 255 times the first 255 places are kept. Places beyond Postgres's last
    begin again from the first, so that phrases are found there, too. What is over a vector's size is left out.
    """
    places: dict[str, bytes] = {}
    place = 0
    for text, weight in texts:
        words = search_words(text)
        weighed = _WEIGHED[weight]
        for first in range(0, len(words), _STRETCH):
            if first:
                places = _bounded(places)
            stretch = words[first : first + _STRETCH]
            start = (place + first) % _MAX_PLACE
            at = weighed[start : start + len(stretch)]
            if len(at) < len(stretch):
                at += weighed[: len(stretch) - len(at)]
            known = places.get
            for word, packed in zip(stretch, at, strict=True):
                places[word] = known(word, b"") + packed
        place += len(words) + _GAP
    if place > _MAX_PLACES:
        places = _bounded(places)
    if place > _MAX_PLACE:
        places = {word: _ascending(found) for word, found in places.items()}
    vector = _packed(places)
    return vector if len(vector) <= _MAX_VECTOR else _packed(_first(places))


def _bounded(places: dict[str, bytes]) -> dict[str, bytes]:
    """Of each word as many places as are kept."""
    if max(map(len, places.values()), default=0) <= 2 * _MAX_PLACES:
        return places
    return {word: found[: 2 * _MAX_PLACES] for word, found in places.items()}


def _packed(places: Mapping[str, bytes]) -> bytes:
    """The number of lexemes; each in bytewise order with a closing NUL, the number of its places, and these."""
    words = sorted(places)
    found = [places[word] for word in words]
    parts = [b""] * (3 * len(words) + 1)
    parts[0] = pack(">i", len(words))
    parts[1::3] = [word.encode() for word in words]
    parts[2::3] = [_COUNTS[len(of_word) // 2] for of_word in found]
    parts[3::3] = found
    return b"".join(parts)


def _first(places: Mapping[str, bytes]) -> dict[str, bytes]:
    """The words that come first in a text, as many as a vector holds."""
    sizes = accumulate(len(word.encode()) + 3 + len(found) for word, found in places.items())
    number = sum(1 for _ in takewhile(lambda size: size < _MAX_VECTOR, sizes))
    return dict(islice(places.items(), number))


def _ascending(found: bytes) -> bytes:
    """Places in order, each once."""
    weighed = unpack(f">{len(found) // 2}H", found)
    by_place = {place & _MAX_PLACE: place for place in reversed(weighed)}
    return pack(f">{len(by_place)}H", *(by_place[place] for place in sorted(by_place)))
