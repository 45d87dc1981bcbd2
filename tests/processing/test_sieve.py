import pytest

from service.processing.place import Place
from service.processing.sieve import SIEVE
from service.processing.units import ClauseReader
from tests.processing.reading import read


def place(body: str, number: int = 0) -> Place:
    document = read(body, "resolve_references")
    clauses = ClauseReader(document, document.tokens, document.mentions).read(0)
    units = [unit for unit, tag in enumerate(clauses.tags) if tag == "Q"]
    return Place(clauses, units[number], document.quotations[number])


def first_rule(at: Place) -> str | None:
    return next((name for name, rule, _ in SIEVE if rule(at)), None)


def test_the_sieve_holds_each_rule_once() -> None:
    names = [name for name, _, _ in SIEVE]
    assert len(names) == len(set(names))
    assert all(0.5 <= confidence < 1 for _, _, confidence in SIEVE)


@pytest.mark.parametrize(
    ("body", "rule"),
    [
        ("“We go home now, all of us,” Bob Long said.", "cue-after"),
        ("Bob Long said it was “a mess” because he said so.", "cue-governs"),
        ("Bob Long said it was “a mess,” after Tom Short blasted him.", "cue-governs"),
        ("“We go home now, all of us,” as Bob Long said.", "cue-after"),
        ("The plan was described by Bob Long as “a mess”.", "cue-by"),
        ("The bridge, said Lima Times editor Bob Long, “is old.”", "cue-before"),
        ("“We go home now, all of us,” deputy planning director Bob Long said.", "cue-after"),
        ("“We go home now, all of us,” said oil and gas worker Bob Long.", "cue-inverted"),
        ("It was “a mess” in there.", None),
    ],
)
def test_which_rule_finds_first(body: str, rule: str | None) -> None:
    assert first_rule(place(body)) == rule
