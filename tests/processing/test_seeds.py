"""The three real articles: who says each quote, by which rule. The golden files are mended by hand."""

import json
from pathlib import Path

import pytest

from service.article import ProcessedArticle, Quote, QuoteKind, RawArticle
from service.processing import process
from tests.processing.reading import speaker

ROOT = Path(__file__).parents[2]
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))

seeds = pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem[:3])


def _described(article: ProcessedArticle, quote: Quote) -> dict[str, str | None]:
    attribution = quote.attribution
    assert attribution is not None
    span = attribution.speaker_span
    return {
        "text": quote.text,
        "kind": quote.quote_kind.value,
        "speaker": speaker(article, quote),
        "words": article.body[span.start : span.end] if span else None,
        "cue": attribution.cue,
        "method": attribution.method.value,
        "rule": attribution.rule,
        "venue": attribution.venue,
        "addressee": attribution.addressee,
        "relayedBy": attribution.relayed_by,
    }


def _golden(name: str) -> object:
    return json.loads((ROOT / "tests/golden/processing" / name).read_text(encoding="utf-8"))


@seeds
def test_quotes_in_marks(path: Path) -> None:
    article = process(RawArticle(body=path.read_text(encoding="utf-8")))
    found = [_described(article, quote) for quote in article.quotes if quote.quote_kind is not QuoteKind.INDIRECT]
    assert {"datePublished": article.date_published, "quotes": found} == _golden(f"{path.stem}.json")


@seeds
def test_indirect_quotes(path: Path) -> None:
    article = process(RawArticle(body=path.read_text(encoding="utf-8")))
    found = [_described(article, quote) for quote in article.quotes if quote.quote_kind is QuoteKind.INDIRECT]
    assert found == _golden(f"{path.stem}.indirect.json")
