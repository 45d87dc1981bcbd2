import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.processing.reading import read


def quoted(body: str) -> list[str]:
    document = read(body, "find_quotations")
    return [document.body[quotation.start : quotation.end] for quotation in document.quotations]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("He said: “Go home.”", ["Go home."]),
        ('He said: "Go home."', ["Go home."]),
        ("He said: ''Go home.'' She left.", ["Go home."]),
        ("He said: ``Go home.'' She left.", ["Go home."]),
        ("He said: “Go home.’’ She left.", ["Go home."]),
        ("He said: ‘‘Go home.’’ She left.", ["Go home."]),
        ("He said: “They told me ‘go home.’’’ She left.", ["They told me ‘go home.’"]),
        ('He said: "Go home. "It is late." She left.', ["Go home.", "It is late."]),
        ("He said: ‘Go home.’", ["Go home."]),
        ("He said: 'Go home.'", ["Go home."]),
        ("He said: « Go home. »", ["Go home."]),
        ("He said: “He told me ‘go away’ today.”", ["He told me ‘go away’ today."]),
        ("He said: 'She called it \"a con\" today.'", ['She called it "a con" today.']),
        ('He said: "As they ask: “Do you think so?” Forty do."', ["As they ask: “Do you think so?” Forty do."]),
        ('He spoke of “no evidence" and left.', ["no evidence"]),
        ('It "kneels before imperialist\' pretensions" today.', ["kneels before imperialist' pretensions"]),
        ("The protesters' leader isn't in the city's centre.", []),
        ("He stood 6'2\" tall and 5'4\" wide.", []),
        ("He said: ‘He’s nothin’ but trouble here.’", ["He’s nothin’ but trouble here."]),
        ("He met ‘Lyin’ Ted’ there.", ["Lyin’ Ted"]),
        ("„We go home“, he said. „It is late“, she said.", ["We go home", "It is late"]),
        ("He said: “… and home we go.” She left.", ["… and home we go."]),
        ("He said: 'I am done with rock 'n' roll now.'", ["I am done with rock 'n' roll now."]),
        ("He spoke of 'the bosses' lies' and left.", ["the bosses' lies"]),
        ("Ann “Old Oak” Lee met Jim “the Rock” Long.", []),
        ("Back in the '90s he said 'those were the days.'", ["those were the days."]),
        ("The words 'the workers' rights,' were his.", ["the workers' rights,"]),
        ("He said ''I hate the term 'Manhattan poor,' '' and left.", ["I hate the term 'Manhattan poor,' "[:-1]]),
        ("He said “” and “...” today.", []),
        ("Ann “Birdie” Lee left.", []),
        ('He said, "We begin here.\nWe end here." She left.', ["We begin here.", "We end here."]),
        ('"We begin and end here.\n\nBob Long."', ["We begin and end here."]),
        ("On “Today” Ann Lee left.", ["Today"]),
        ('"The town was asleep.\n\n“Go home,” he said.', ["Go home,"]),
        ('"The town was asleep.\n\n"It was late.', ["The town was asleep.", "It was late."]),
        ('It rained.\n\n”"Go home," he said.', ["Go home,"]),
        ('"It was late.\n\n"It was cold.\n\n“Go home,” he said.', ["It was late.", "It was cold.", "Go home,"]),
        ("She saw “a great sight. “It rained,” he said.", ["a great sight.", "It rained,"]),
        ('"He left the stage, chanting “We won!”', ["We won!"]),
        ('"LEE: He left “the stage” now.\n\n"LONG: Did he?"', ["LEE: He left “the stage” now.", "LONG: Did he?"]),
    ],
)
def test_marks_of_every_style(body: str, words: list[str]) -> None:
    assert quoted(body) == words


def test_an_open_quotation_ends_with_its_paragraph() -> None:
    document = read("“We begin here.\n\n“We end here,” he said.", "find_quotations")
    assert [quotation.closed for quotation in document.quotations] == [False, True]
    assert quoted(document.body) == ["We begin here.", "We end here,"]


def test_a_forgotten_mark_costs_one_quotation_only() -> None:
    assert quoted("He called it “odd and she called it “even” then. He left.") == ["even"]


def test_headings_and_link_lines_quote_nobody() -> None:
    assert quoted("He left the old house today.\n\nHE HELD ‘SECRET MEETINGS’ AGAIN\n\nShe stayed in the house.") == []


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="“”\"'‘’«»` ab.\n", max_size=120))
def test_quotations_stand_in_order_inside_one_paragraph(body: str) -> None:
    document = read(body + "x", "find_quotations")
    end = 0
    for quotation in document.quotations:
        assert end <= quotation.outer.start <= quotation.start < quotation.end <= quotation.outer.end
        assert "\n" not in document.body[quotation.start : quotation.end]
        end = quotation.outer.end
