"""Places: which names are countries, cities or demonyms, and of which country they are."""

from functools import lru_cache
from pathlib import Path
from typing import Final, Literal, cast

from service.folding import fold

PlaceKind = Literal["country", "city", "demonym"]

_ABBREVIATION: Final = 3
"""Keys up to this length (us, uk, drc) are abbreviations: written in capitals or another word."""


def _load() -> dict[str, tuple[PlaceKind, str | None]]:
    table: dict[str, tuple[PlaceKind, str | None]] = {}
    path = Path(__file__).parent / "lexicons" / "places.tsv"
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            name, kind, country = line.split("\t")
            table[name] = cast("PlaceKind", kind), None if country == "-" else country
    return table


_PLACES: Final = _load()
_LONGEST: Final = 2 * max(map(len, _PLACES))
"""Code points; accents written as code points of their own make a name longer than its key."""


@lru_cache(maxsize=1 << 14)
def _find(name: str) -> tuple[PlaceKind, str | None] | None:
    key = fold(name).removeprefix("the ")
    found = _PLACES.get(key)
    if found is None or name.islower() or (len(key) <= _ABBREVIATION and not name.isupper()):
        return None
    return found


def _find_short(name: str) -> tuple[PlaceKind, str | None] | None:
    """Names longer than any place's are no key to remember: they could fill the memory."""
    return _find(name) if len(name) <= _LONGEST else None


def place_kind(name: str) -> PlaceKind | None:
    """What a capitalized name says: "Venezuela" -> country, "Caracas" -> city, "Venezuelans" -> demonym.

    "country" stands for every larger area: continents ("Europe"), regions, states, provinces. Case and
    accents don't count, but a name in small letters is a word ("turkey", "us"). None: no place, or a
    name that is more often something else ("Reading", "Jackson").
    """
    found = _find_short(name)
    return found[0] if found else None


def country_of(name: str) -> str | None:
    """The English name of a place's or demonym's country: "Caracas", "Venezuelan" -> "Venezuela".

    None where the place is unknown or lies in no one country ("Europe", "Kurdish").
    """
    found = _find_short(name)
    return found[1] if found else None
