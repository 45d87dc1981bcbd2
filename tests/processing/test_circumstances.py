import pytest

from service.article import RawArticle
from service.processing import process


@pytest.mark.parametrize(
    ("body", "venue", "addressee", "relayed_by"),
    [
        ("“We are going home,” Bob Long told Reuters.", "Reuters", None, None),
        ("“We are going home,” Bob Long told reporters.", None, "reporters", None),
        ("In a YouTube video, Bob Long said: “We are going home.”", "YouTube video", None, None),
        ("“We are going home,” Bob Long wrote on Twitter.", "Twitter", None, None),
        ("“We are going home,” Bob Long told Tom Short, according to Reuters.", None, "Tom Short", "Reuters"),
        ("“We are going home,” Bob Long said.", None, None, None),
        ("“We are going home,” Bob Long said. Later he gave a speech in a video.", None, None, None),
    ],
)
def test_to_whom_where_and_by_whom(body: str, venue: str | None, addressee: str | None, relayed_by: str | None) -> None:
    attribution = process(RawArticle(body=body)).quotes[0].attribution
    assert attribution is not None
    assert (attribution.venue, attribution.addressee, attribution.relayed_by) == (venue, addressee, relayed_by)
