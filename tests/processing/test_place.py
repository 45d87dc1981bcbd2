from service.processing.document import Token
from service.processing.place import Place, sentence_before, tags_after, tags_before, word
from service.processing.units import ClauseReader
from tests.processing.reading import read


def place(body: str) -> Place:
    document = read(body, "resolve_references")
    clauses = ClauseReader(document, document.tokens, document.mentions).read(0)
    return Place(clauses, clauses.tags.index("Q"), document.quotations[0])


def test_what_stands_around() -> None:
    at = place("It rained. Bob Long said “no” and left.")
    assert tags_before(at).endswith(sentence_before(at))
    assert sentence_before(at) == "NV"
    assert tags_after(at) == "KX."
    assert word(at, at.unit - 1) == "said"
    assert isinstance(at.clauses.items[at.unit - 1], Token)
    assert word(at, at.unit - 2) == ""


def test_nothing_stands_before_the_first_unit() -> None:
    at = place("“No,” he said to them")
    assert tags_before(at) == ""
    assert word(at, at.unit - 1) == ""
