"""The three real articles: who says each quote, by which rule. The golden files are mended by hand."""

import json
from pathlib import Path

import pytest

from service.article import RawArticle
from service.processing import process
from tests.processing.reading import speaker

ROOT = Path(__file__).parents[2]
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem[:3])
def test_quotes_of_a_seed(path: Path) -> None:
    article = process(RawArticle(body=path.read_text(encoding="utf-8")))
    found = []
    for quote in article.quotes:
        attribution = quote.attribution
        assert attribution is not None
        span = attribution.speaker_span
        found.append(
            {
                "text": quote.text,
                "kind": quote.quote_kind.value,
                "speaker": speaker(article, quote),
                "words": article.body[span.start : span.end] if span else None,
                "cue": attribution.cue,
                "method": attribution.method.value,
                "rule": attribution.rule,
                "venue": attribution.venue,
            }
        )
    golden = ROOT / "tests" / "golden" / "processing" / f"{path.stem}.json"
    expected = json.loads(golden.read_text(encoding="utf-8"))
    assert {"datePublished": article.date_published, "quotes": found} == expected
