import pytest

from service.article import ActorKind
from tests.processing.reading import read


def named(body: str) -> dict[str, set[str]]:
    return {entity.name: set(entity.names) for entity in read(body, "find_entities").entities}


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("Then Qwandal SpA rose. Later Qwandal fell.", {"Qwandal SpA": {"Qwandal SpA", "Qwandal"}}),
        (
            "The Peruvian Food Office met. The Food Office left.",
            {"Peruvian Food Office": {"Peruvian Food Office", "Food Office"}},
        ),
        ("The Food Court of Appeal met. The Court left.", {"Food Court of Appeal": {"Food Court of Appeal", "Court"}}),
        (
            "The Food Court of Appeal met. The Food Court left.",
            {"Food Court of Appeal": {"Food Court of Appeal", "Food Court"}},
        ),
        (
            "They met the Union of Free Cooks (UFRC). It rained.",
            {"Union of Free Cooks": {"Union of Free Cooks", "UFRC"}},
        ),
        ("The Church of Qwandism met. Then Qwandism left.", {"Church of Qwandism": {"Church of Qwandism", "Qwandism"}}),
        (
            "The Court of Appeals met. It was Lima’s Court of Lima. Then Lima left.",
            {"Court of Appeals": {"Court of Appeals"}, "Court of Lima": {"Court of Lima"}, "Lima": {"Lima"}},
        ),
        ("Qwandal read DC Comics. It rained.", {"Qwandal": {"Qwandal"}, "DC Comics": {"DC Comics"}, "DC": {"DC"}}),
        (
            "The Office of Housing met. Then Housing left.",
            {"Office of Housing": {"Office of Housing"}, "Housing": {"Housing"}},
        ),
        (
            "The Lung and Liver Foundation met. Lung and Liver left. The Lung and Liver Foundation of Peru ended.",
            {
                "Lung and Liver Foundation of Peru": {
                    "Lung and Liver Foundation of Peru",
                    "Lung and Liver Foundation",
                    "Lung and Liver",
                },
                "Peru": {"Peru"},
            },
        ),
        (
            "Veterans Affairs Peru met. Veterans Affairs left.",
            {"Veterans Affairs Peru": {"Veterans Affairs Peru", "Veterans Affairs"}},
        ),
        # a part of the world without its direction
        ("South Korea left. Then Korea came.", {"South Korea": {"South Korea", "Korea"}}),
        ("South Sudan left. Then Sudan came.", {"South Sudan": {"South Sudan"}, "Sudan": {"Sudan"}}),
        (
            "South Korea left. North Korea left. Then Korea came.",
            {"South Korea": {"South Korea"}, "North Korea": {"North Korea"}, "Korea": {"Korea"}},
        ),
        # two with the same short name
        (
            "The High Court of Food met. The High Court of Wine met. The High Court left.",
            {
                "High Court of Food": {"High Court of Food"},
                "High Court of Wine": {"High Court of Wine"},
                "High Court": {"High Court"},
            },
        ),
        ("They met FCU (Union of Free Cooks). It rained.", {"Union of Free Cooks": {"Union of Free Cooks", "FCU"}}),
        # an abbreviation has the first letter of what it abbreviates
        (
            "They met the Union of Free Cooks (XYZ). It rained.",
            {"Union of Free Cooks": {"Union of Free Cooks"}, "XYZ": {"XYZ"}},
        ),
    ],
)
def test_short_names(body: str, found: dict[str, set[str]]) -> None:
    assert named(body) == found


def test_the_court_is_the_last_one_named() -> None:
    found = read("The Food Court met. The Wine Court met. The Court left.", "find_entities").entities
    assert {entity.name: len(entity.mentions) for entity in found} == {"Food Court": 1, "Wine Court": 2}


def test_a_name_with_an_abbreviation_is_an_organization() -> None:
    assert read("They met Qwand Xyzor (QX) there.", "find_entities").entities[0].kind is ActorKind.ORGANIZATION
