import pytest

from tests.processing.reading import said


@pytest.mark.parametrize(
    ("body", "name", "rule"),
    [
        ("Bob Long said even though Ann Lee thinks it is wrong, “the law stands for now.”", "Bob Long", "cue-governs"),
        ("Bob Long said that Ann Lee described a “dry town.”", "Bob Long", "cue-governs"),
        ("Bob Long said it was over, but Ann Lee had called it all a “mess.”", "Ann Lee", "cue-governs"),
        ("Bob Long said he recalls a “great big mess.”", "Bob Long", "cue-governs"),
        ("Bob Long told reporters on Monday that Ann Lee wants “a lasting peace.”", "Bob Long", "cue-before"),
        ("Ann Lee wants “a lasting peace.”", "Ann Lee", "weak-cue-before"),
        ("Bob Long said that the work would continue “until the last day”.", "Bob Long", "cue-governs"),
        ("Bob Long said, adding the work was beginning “to go well”.", "Bob Long", "cue-governs"),
        ("Bob Long spoke with a “very tall” man.", None, None),
        ("Ann Lee has hit the plan, but the groups who met her on Monday say they are “worried by it.”", None, None),
    ],
)
def test_whose_verb_governs_what_is_quoted(body: str, name: str | None, rule: str | None) -> None:
    found = said(body)
    assert (found[-1][1:] if found else (None, None)) == (name, rule)
