import pytest

from service.article import RawArticle
from service.processing import process
from tests.processing.reading import marked


@pytest.mark.parametrize(
    ("body", "relayed_by"),
    [
        ("Ann Lee said that Bob Long had told him that “we are all going home.”", "Ann Lee"),
        ("Ann Lee wept. She said that Bob Long had told them that “we are all going home.”", "Ann Lee"),
        ("One source said that Bob Long had told them that “we are all going home.”", "One source"),
        ("Mr. Qwand said that Mr. Qwand had told them that “we are all going home.”", None),
        ("Ann Lee said that you had told them that “we are all going home.”", None),
        ("Ann Lee said that Bob Long had labeled it a “great big mess,” according to Reuters.", None),
        ("Ann Lee said that she had told him that “we are all going home.”", None),
        ("Ann Lee said that it rained, but Bob Long told them that “we are all going home.”", None),
        ("They said that Bob Long had told them that “we are all going home.”", None),
    ],
)
def test_who_relays(body: str, relayed_by: str | None) -> None:
    attribution = marked(process(RawArticle(body=body)))[0].attribution
    assert attribution is not None
    assert attribution.relayed_by == relayed_by


def test_what_is_reported_inside_a_report_is_relayed() -> None:
    body = "Ann Lee said that “old friends” were telling him that the town would build a bridge."
    quotes = process(RawArticle(body=body)).quotes
    relayed = {quote.text: quote.attribution.relayed_by for quote in quotes if quote.attribution}
    assert relayed["the town would build a bridge"] == "Ann Lee"
    assert relayed["“old friends” were telling him that the town would build a bridge"] is None
