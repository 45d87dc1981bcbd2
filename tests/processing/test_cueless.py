import pytest

from service.article import RawArticle
from service.processing import process
from tests.processing.reading import marked, said

LONG = "we are going home for good today"


@pytest.mark.parametrize(
    ("body", "name", "rule"),
    [
        ("Bob Long is having a really “great big time” there.", "Bob Long", "subject-of-sentence"),
        (f"Asked about Ann Lee, Bob Long shot back: “{LONG}.”", "Bob Long", "before-colon"),
        (f"Bob Long issued a statement, “{LONG}.”", "Bob Long", "before-colon"),
        (f"A word from Bob Long: “{LONG}.”", "Bob Long", "before-colon"),
        (
            f"“{LONG},” Tom Short said. On “Meet Us,” Bob Long praised the town. “{LONG.capitalize()}.”",
            "Bob Long",
            "cue-in-sentence-before",
        ),
        (f"Bob Long called it a great day for the town. “{LONG.capitalize()}.”", "Bob Long", "cue-in-sentence-before"),
        (
            f"“{LONG},” Tom Short said. But Bob Long promised a better day. “{LONG.capitalize()}.”",
            "Bob Long",
            "cue-in-sentence-before",
        ),
    ],
)
def test_each_rule(body: str, name: str, rule: str) -> None:
    assert said(body)[-1][1:] == (name, rule)


@pytest.mark.parametrize(
    ("body", "words", "rule"),
    [
        (f"In the town some leaflets made the case: “{LONG}.”", "some leaflets", "before-colon"),
        (f"Bob Long’s old work on Tom Short concluded, “{LONG}.”", "Bob Long’s old work", "words-govern"),
        (f"Things are bad, with one plumber writing “{LONG}.”", "one plumber", "words-govern"),
        ("Then angry locals argued that it is a “great big town” there.", "angry locals", "words-govern"),
        ("Bob Long’s family warned that it is a “great big town” there.", "Bob Long’s family", "cue-governs"),
    ],
)
def test_a_speaker_may_be_words(body: str, words: str, rule: str) -> None:
    article = process(RawArticle(body=body))
    attribution = marked(article)[0].attribution
    assert attribution is not None
    assert attribution.speaker_span is not None
    span = attribution.speaker_span
    assert (article.body[span.start : span.end], attribution.rule) == (words, rule)


def test_one_of_those_spoken_of_may_be_read() -> None:
    body = "Bob Long said it was “so very late”. Notes lay at the gates. One read: “We shall miss you, big man.”"
    quote = marked(process(RawArticle(body=body)))[-1]
    assert quote.attribution is not None
    span = quote.attribution.speaker_span
    assert span is not None
    assert (body[span.start : span.end], quote.speaker) == ("One", None)
