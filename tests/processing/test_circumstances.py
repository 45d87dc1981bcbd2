import pytest

from service.article import RawArticle
from service.processing import process


@pytest.mark.parametrize(
    ("words", "venue"),
    [
        ("told Reuters", "Reuters"),
        ("told the Springfield Times", "Springfield Times"),
        ("told the newspaper", "newspaper"),
        ("told USA Today", "USA Today"),
        ("told POLITICO Springfield", "POLITICO Springfield"),
        ("told Vogue last year", "Vogue"),
        ("told a news conference in Ohio", "news conference"),
        ("told CNN’s “New Day”", "CNN’s “New Day”"),
        ("wrote on Twitter", "Twitter"),
        ("said on Fox News", "Fox News"),
        ("said in a statement", "statement"),
        ("said in his last speech", "last speech"),
        ("said at a campaign rally in Ohio", "campaign rally"),
        ("said in an interview with CNN", "interview with CNN"),
        ("said in an interview Friday with the Springfield Times", "interview with the Springfield Times"),
        ("said in an interview with a reporter", "interview with a reporter"),
        ("wrote in an op-ed for the Springfield Times", "op-ed for the Springfield Times"),
        ("said in a speech at the town hall", "speech"),
        ("said", None),
        ("said in the rain", None),
        ("said with a smile", None),
    ],
)
def test_where(words: str, venue: str | None) -> None:
    attribution = process(RawArticle(body=f"“We are going home,” Bob Long {words}.")).quotes[0].attribution
    assert attribution is not None
    assert attribution.venue == venue


@pytest.mark.parametrize(
    "body",
    [
        "“We are going home,” Bob Long said. Later he gave a speech in a video.",
        "“We are going home,” Bob Long, who starred in a video, said.",
        "“We are going home,” according to Bob Long in a video.",
        "“We are going home,” said one source on the panel.",
        "As a man at a rally wept, Bob Long said: “We are going home.”",
        "He spoke of her private email, but Bob Long called it a rather “great big mess.”",
        "Bob Long told the council the site could “go back to us.”",
        "Those who listen to “great big shows,” Bob Long said, wind up in a debate that bores.",
    ],
)
def test_a_place_that_is_of_something_else_is_no_venue(body: str) -> None:
    attribution = process(RawArticle(body=body)).quotes[0].attribution
    assert attribution is not None
    assert attribution.venue is None


@pytest.mark.parametrize(
    ("body", "venue"),
    [
        ("In a YouTube video, Bob Long said: “We are going home.”", "YouTube video"),
        ("Bob Long said in a statement that they were going home.", "statement"),
        ("In an interview with CNN, Bob Long said they were going home.", "interview with CNN"),
        ("They were going home, Bob Long said at a rally.", "rally"),
        ("Bob Long, in an interview, said they were going home.", "interview"),
        ("Bob Long called it a “great big mess” in a video seen by the town.", "video"),
        ("Bob Long called it a “great big mess” and left, in a video seen by the town.", "video"),
        ("Bob Long said they were seen in a video.", None),
    ],
)
def test_where_beside_the_words(body: str, venue: str | None) -> None:
    attribution = process(RawArticle(body=body)).quotes[0].attribution
    assert attribution is not None
    assert attribution.venue == venue


@pytest.mark.parametrize(
    ("body", "addressee"),
    [
        ("“We are going home,” Bob Long told reporters.", "reporters"),
        ("“We are going home,” Bob Long told the crowd.", "the crowd"),
        ("“We are going home,” Bob Long told CNN’s Ann Lee.", "Ann Lee"),
        ("“We are going home,” Bob Long said to his friends.", "his friends"),
        ("“We are going home,” Bob Long told the town’s main baker Ann Lee.", "Ann Lee"),
        ("Ann Lee wept. “We are going home,” Bob Long told her.", "Ann Lee"),
        ("“We are going home,” Bob Long told her.", None),
        ("“We are going home,” Bob Long told Reuters.", None),
        (
            "“We are going home,” Bob Long told the Springfield Arts Foundation audience.",
            "the Springfield Arts Foundation audience",
        ),
        ("“We are going home,” Bob Long told Bob Long.", None),
        ("“We are going home,” Bob Long said.", None),
        ("Speaking to reporters, Bob Long said they were going home.", "reporters"),
        ("Bob Long told lawmakers that they were going home.", "lawmakers"),
    ],
)
def test_to_whom(body: str, addressee: str | None) -> None:
    attribution = process(RawArticle(body=body)).quotes[0].attribution
    assert attribution is not None
    assert attribution.addressee == addressee


def test_who_passed_on_what_was_quoted() -> None:
    body = "“We are going home,” Bob Long told Tom Short, according to Reuters."
    attribution = process(RawArticle(body=body)).quotes[0].attribution
    assert attribution is not None
    assert (attribution.addressee, attribution.relayed_by) == ("Tom Short", "Reuters")
