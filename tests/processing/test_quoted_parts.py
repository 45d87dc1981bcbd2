import pytest

from tests.processing.reading import said


@pytest.mark.parametrize(
    ("body", "name", "rule"),
    [
        ("Ann Lee said Bob Long demanded more from the “big old town” there.", "Ann Lee", "reported-clause"),
        (
            "They met in the hall for “any great big matter,” according to one submission.",
            None,
            "reported-according-to",
        ),
        # what stands right beside a verb of saying is said by its subject
        ("Bob Long said that Ann Lee told the town: “We will go home now.”", "Ann Lee", "cue-before"),
        ("Men shouting “we voted” came by, Bob Long said.", None, None),
        # the same speaker by both: the rule of the marks stays
        ("Bob Long said the town was “a great big mess.”", "Bob Long", "cue-governs"),
    ],
)
def test_who_says_a_clause_says_its_part_in_marks(body: str, name: str | None, rule: str | None) -> None:
    assert said(body)[-1][1:] == (name, rule)
