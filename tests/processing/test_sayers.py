import pytest

from tests.processing.reading import reported

WORDS = "the town would build a bridge"


@pytest.mark.parametrize(
    ("body", "speaker"),
    [
        (f"Bob Long, the mayor of Springfield, said {WORDS}.", "Bob Long"),
        (f"Bob Long left, adding that {WORDS}.", "Bob Long"),
        (f"Bob Long claimed vast wealth and said {WORDS}.", "Bob Long"),
        (f"Bob Long is telling the town that Ann Lee is rich and says {WORDS}.", "Bob Long"),
        (f"Bob Long worked for Reuters, which let him go in May, and said {WORDS}.", "Bob Long"),
        (f"Bob Long went on to say that {WORDS}.", "Bob Long"),
        (f"Bob Long began by saying that {WORDS}.", "Bob Long"),
        (f"They quoted Bob Long as saying {WORDS}.", "Bob Long"),
        (f"Bob Long was quoted as saying that {WORDS}.", "Bob Long"),
        (f"A woman who has accused Bob Long said {WORDS}.", "A woman"),
        (f"Ann Lee made a charge that Bob Long denied, noting that {WORDS}.", "Bob Long"),
        (f"Ann Lee fell while Bob Long has risen by saying that {WORDS}.", "Bob Long"),
        (f"One of the family’s lawyers, Bob Long, said {WORDS}.", "Bob Long"),
        (f"Bob Long issued a statement saying that {WORDS}.", "Bob Long"),
        (f"Bob Long amended his statement saying that {WORDS}.", "Bob Long"),
        (f"Nearly 59 percent said {WORDS}.", "Nearly 59 percent"),
        (f"Bob Long and Ann Lee said {WORDS}.", "Bob Long and Ann Lee"),
        (f"Bob Long saw some maps saying that {WORDS}.", "some maps"),
        (f"It may rain, with some maps saying that {WORDS}.", "some maps"),
        (f"“Old friends” were saying that {WORDS}.", "Old friends"),
        (f"It rained and {WORDS}, according to a new Reuters report.", "a new Reuters report"),
        (f"It rained and {WORDS}, according to Bob Long’s office.", "Bob Long’s office"),
        (f"It rained and {WORDS}, according to maps made last week.", "maps"),
    ],
)
def test_who_says_it(body: str, speaker: str) -> None:
    ((text, found),) = reported(body)[-1:]
    assert (text.removeprefix("It rained and "), found) == (WORDS, speaker)


@pytest.mark.parametrize(
    "body",
    [
        f"Maps of Ohio and Iowa said {WORDS}.",
        f"The woman who fell in the old Springfield told police {WORDS}.",
        f"Those who hope to win the nomination say that {WORDS}.",
    ],
)
def test_who_is_no_subject_says_nothing(body: str) -> None:
    assert reported(body) == []


@pytest.mark.parametrize(
    ("who", "words"),
    [
        ("Some in the town", "Some in the town"),
        ("Only 42 percent of them", "42 percent of them"),
        ("But half of the farmers", "half of the farmers"),
        ("One of them, who came in May,", "One of them"),
    ],
)
def test_some_of_many_may_speak(who: str, words: str) -> None:
    assert reported(f"{who} said that the bridge was old.") == [("the bridge was old", words)]


def test_numbers_do_not_insist() -> None:
    body = "Bob Long dismissed the figures insisting that the bridge was old."
    assert reported(body) == [("the bridge was old", "Bob Long")]
