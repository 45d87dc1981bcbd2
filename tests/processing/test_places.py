"""Places: each rule of the table and of its look-up with a name that would be read wrongly without it."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.processing import places
from service.processing.places import country_of, place_kind


@pytest.mark.parametrize(
    ("name", "kind", "country"),
    [
        ("Venezuela", "country", "Venezuela"),
        ("Bolivarian Republic of Venezuela", "country", "Venezuela"),
        ("Britain", "country", "United Kingdom"),
        ("Czechia", "country", "Czech Republic"),
        ("Burma", "country", "Myanmar"),
        ("Caracas", "city", "Venezuela"),
        ("Barcelona", "city", "Spain"),
        ("Brussels", "city", "Belgium"),
        ("Pristina", "city", "Kosovo"),
        ("Kyiv", "city", "Ukraine"),
        ("Kiev", "city", "Ukraine"),
        ("Washington", "city", "United States"),
        ("Venezuelan", "demonym", "Venezuela"),
        ("Venezuelans", "demonym", "Venezuela"),
        ("Frenchmen", "demonym", "France"),
        ("Germans", "demonym", "Germany"),
        ("Texas", "country", "United States"),
        ("Nova Scotia", "country", "Canada"),
        ("South Australia", "country", "Australia"),
        ("Tamaulipas", "country", "Mexico"),
        ("Brooklyn", "country", "United States"),
        ("Puerto Rican", "demonym", "Puerto Rico"),
        ("Europe", "country", None),
        ("Kurdish", "demonym", None),
        ("Kurds", "demonym", None),
        ("Korean", "demonym", None),
        ("Gibraltarians", "demonym", "Gibraltar"),
        ("DC", "city", "United States"),
    ],
)
def test_kind_and_country(name: str, kind: str, country: str | None) -> None:
    assert place_kind(name) == kind
    assert country_of(name) == country


def test_case_accents_spaces_and_article_do_not_count() -> None:
    assert country_of("BOGOTÁ") == "Colombia"
    assert country_of("the\u00a0Netherlands") == "Netherlands"
    assert place_kind("Côte d’Ivoire") == "country"


def test_an_abbreviation_is_written_in_capitals() -> None:
    assert place_kind("US") == "country"
    assert place_kind("Us") is None
    assert place_kind("U.S.") == "country"


def test_a_name_in_small_letters_is_a_word() -> None:
    assert place_kind("Turkey") == "country"
    assert place_kind("turkey") is None


@pytest.mark.parametrize(
    "name",
    ["Reading", "Nice", "Mobile", "Of", "March", "Split", "Man", "Van", "Bush", "Male", "Orange", "Northern", "Coast"],
)
def test_cities_that_are_common_words_are_left_out(name: str) -> None:
    assert place_kind(name) is None


@pytest.mark.parametrize(
    "name", ["Jackson", "Lincoln", "Victoria", "Santiago", "Rodriguez", "Madison", "Vladimir", "Santos"]
)
def test_cities_that_are_persons_names_are_left_out(name: str) -> None:
    assert place_kind(name) is None


def test_a_short_name_needs_a_large_city() -> None:
    assert place_kind("Oslo") == "city"
    assert place_kind("Bade") is None


def test_the_table_says_where_it_comes_from() -> None:
    table = Path(places.__file__).parent / "lexicons" / "places.tsv"
    header = "".join(line for line in table.read_text(encoding="utf-8").splitlines() if line.startswith("#"))
    assert "GeoNames" in header
    assert "CC BY" in header
    assert "make_places.py" in header


@given(st.text())
def test_any_text_is_answered(name: str) -> None:
    assert place_kind(name) in {"country", "city", "demonym", None}
    assert place_kind(name) or country_of(name) is None
