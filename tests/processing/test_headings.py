import pytest

from tests.processing.reading import read, said

TEXT = "\n\nBob Long met Tom Short on Monday, and it rained."


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("Bob Long: Short Is a ‘Great Big Mess’ Now", ("Great Big Mess", "Bob Long", "headline-colon")),
        ("Bob Long Calls Tom Short ‘A Mess’ Again", ("A Mess", "Bob Long", "headline-cue")),
        ("Short ‘The Dealmaker’ Could Return, Bob Long Says", ("The Dealmaker", "Bob Long", "headline-cue")),
        ("Angry Voters Call Tom Short ‘A Mess’ Again", ("A Mess", None, "headline-cue")),
        ("Rain Is A ‘Great Big Mess,’ Board Of Farmers Finds", ("Great Big Mess,", None, "headline-cue")),
        ("A Lesson From Bob Long: ‘Go Home For Good’", ("Go Home For Good", "Bob Long", "headline-colon")),
        ("Mediacheck: Long Had a ‘Great Big Mess’", ("Great Big Mess", None, "headline-colon")),
        ("Bob Long Stands Against ‘Crooked Tom Short’", ("Crooked Tom Short", "Bob Long", "headline-subject")),
        ("Rain Falls on ‘a Great Big Mess’", ("a Great Big Mess", None, None)),
    ],
)
def test_a_headlines_quote_has_a_cue(headline: str, expected: tuple[str, str | None, str]) -> None:
    assert said(headline + TEXT) == [expected]


def test_a_word_or_two_without_a_cue_are_none() -> None:
    assert said("Bob Long Makes Announcement Against ‘Crooked Tom’" + TEXT) == []


def test_what_a_headline_calls_words_is_quoted() -> None:
    assert said("Bob Long Will Never Use The Words ‘Crooked Tom’" + TEXT)[0][0] == "Crooked Tom"


def test_a_line_in_capitals_that_links_to_another_article_has_none() -> None:
    assert said("It rained." + TEXT + "\n\nBOB LONG CALLS TOM SHORT ‘A MESS’ AGAIN" + TEXT) == []


@pytest.mark.parametrize(
    ("headline", "names"),
    [
        ("Bob Long Leaves Tom Short Behind", ["Bob Long", "Tom Short"]),
        ("Why Long Left", ["Long"]),
        ("Why Mary Short Left", ["Mary Short"]),
        ("Ann Lee Leaves Everybody Behind", []),
        ("bob long leaves", []),
    ],
)
def test_names_count_where_the_text_has_them_too(headline: str, names: list[str]) -> None:
    body = f"{headline}\n\nBob Long met Tom Short on Monday. Then Long left, and Mary B. Short left."
    document = read(body, "find_heading_names")
    assert [body[mention.start : mention.end] for mention in document.heading_mentions] == names
    assert all(mention in mention.entity.mentions for mention in document.heading_mentions if mention.entity)
