import pytest

from tests.processing.reading import said

INTRODUCED = "Ann Lee is the mayor of Springfield."


@pytest.mark.parametrize(
    ("body", "name"),
    [
        (f"{INTRODUCED}\n\nQ: Will it rain?\n\nA: “It will rain here.” I told them so.", "Ann Lee"),
        (f"{INTRODUCED}\n\nQ. Will it rain?\n\nA. “It will rain here.”", "Ann Lee"),
        (f"{INTRODUCED}\n\n“Q: Will it rain?”\n\n“A: It will rain here.”", "Ann Lee"),
        (f"{INTRODUCED}\n\nQ: Will it rain?\n\nA: Yes. “It will rain here.” That is what they say.", None),
        (f"{INTRODUCED}\n\nQ: Will it rain?\n\nA: Bob Long said that “it will rain here.”", "Bob Long"),
        (f"{INTRODUCED} Bob Long met her.\n\nQ: Will it rain?\n\nA: “It will rain here.”", None),
        (f"{INTRODUCED}\n\nA: “It will rain here.”", None),
        (f"Q: Will it rain?\n\nA: “It will rain here.”\n\n{INTRODUCED}", None),
    ],
)
def test_who_is_alone_named_before_the_first_question_answers(body: str, name: str | None) -> None:
    assert said(body)[-1][1] == name
