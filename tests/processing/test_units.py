from service.processing.units import ClauseReader
from tests.processing.reading import read


def test_a_paragraph_is_a_row_of_units() -> None:
    document = read("“Go home,” the general told Reuters.", "resolve_references")
    assert ClauseReader(document, document.tokens, document.mentions).read(0).tags == "Q,RVN."


def test_the_comma_of_a_quotation_counts_inside_an_inner_mark() -> None:
    document = read("“They told me ‘go home,’” the general said.", "resolve_references")
    assert ClauseReader(document, document.tokens, document.mentions).read(0).tags == "Q,RV."
