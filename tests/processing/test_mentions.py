import pytest

from service.article import ActorKind, MentionForm
from service.processing.document import Mention
from tests.processing.reading import read


def names(body: str) -> dict[str, Mention]:
    document = read(body, "find_mentions")
    return {
        body[mention.start : mention.end]: mention for mention in document.mentions if mention.form is MentionForm.NAME
    }


def nominals(body: str) -> list[str]:
    document = read(body, "find_mentions")
    return [body[m.start : m.end] for m in document.mentions if m.form is MentionForm.NOMINAL]


@pytest.mark.parametrize(
    ("body", "name", "kind", "role"),
    [
        ("Then Air Force General Francisco Yanez left.", "Francisco Yanez", ActorKind.PERSON, "Air Force General"),
        ("Then Secretary of State John Kerry left.", "John Kerry", ActorKind.PERSON, "Secretary of State"),
        ("The interim DNC Chairwoman Donna Brazile left.", "Donna Brazile", ActorKind.PERSON, "DNC Chairwoman"),
        ("Then opposition leader Juan Guaido left.", "Juan Guaido", ActorKind.PERSON, "opposition leader"),
        ("They met Tory MP Ann Lee there.", "Ann Lee", ActorKind.PERSON, "Tory MP"),
        ("Calls by Mr. Maduro went on.", "Maduro", ActorKind.PERSON, "Mr"),
        ("It was the Department of Justice again.", "Department of Justice", ActorKind.ORGANIZATION, None),
        (
            "It was the Council on Foreign Relations again.",
            "Council on Foreign Relations",
            ActorKind.ORGANIZATION,
            None,
        ),
        ("They read The New York Times there.", "New York Times", ActorKind.ORGANIZATION, None),
        ("The state of Venezuela is poor.", "Venezuela", ActorKind.PLACE, None),
        ("Many Venezuelans left.", "Venezuelans", ActorKind.GROUP, None),
        ("An army of NATO went.", "NATO", ActorKind.ORGANIZATION, None),
        ("They left Washington D.C. The rain fell.", "Washington D.C.", ActorKind.PLACE, None),
        ("They live in Caracas. Image of rain.", "Caracas", ActorKind.PLACE, None),
        ("They met Xyzor van Qwand there.", "Xyzor van Qwand", None, None),
    ],
)
def test_names(body: str, name: str, kind: ActorKind | None, role: str | None) -> None:
    mention = names(body)[name]
    assert mention.kind is kind
    assert (body[mention.role.start : mention.role.end] if mention.role else None) == role


@pytest.mark.parametrize(
    "body",
    [
        "However it rained.",
        "On Monday it rained.",
        "Since Jan. 23 it rained.",
        "It was Venezuelan oil.",
        "It was a Tory plan.",
        "He saw I left.",
    ],
)
def test_a_capital_alone_makes_no_name(body: str) -> None:
    assert names(body) == {}


@pytest.mark.parametrize(
    ("body", "phrases"),
    [
        ("Then the air force general left.", ["the air force general"]),
        ("The country's air force left.", ["The country's air force", "The country"]),
        ("Later a senior official spoke.", ["a senior official"]),
        ("Later a Superior Court of Ontario judge spoke.", ["a Superior Court of Ontario judge"]),
        ("A voter stayed; the Khan family said so.", ["A voter", "the Khan family"]),
        ("Several major European powers left.", []),
        ("He met opposition leader Juan Guaido.", []),
    ],
)
def test_nominals(body: str, phrases: list[str]) -> None:
    assert nominals(body) == phrases
