"""Made articles: a thousand words, ten mentions and five quotes each, of actors whose fame follows Zipf's law."""

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import accumulate

from service.article import ProcessedArticle, read_article
from service.storage.submission import Submission

ACTORS = 2_000
SOURCES = 50
MENTIONS = 10
QUOTES = 5
WORDS = [
    "the",
    "of",
    "a",
    "in",
    "to",
    "and",
    "that",
    "for",
    "on",
    "with",
    "as",
    "at",
    "by",
    "from",
    "it",
    "is",
    "was",
    "he",
    "she",
    "they",
    "will",
    "said",
    "new",
    "more",
]


def submissions(count: int, seed: int = 1) -> Iterator[Submission]:
    """`count` articles, the same for the same seed."""
    chance = random.Random(seed)
    weights = list(accumulate(1 / rank for rank in range(1, ACTORS + 1)))
    for number in range(count):
        yield Submission(_article(number, chance, weights))


def _article(number: int, chance: random.Random, weights: list[float]) -> ProcessedArticle:
    named = chance.choices(range(ACTORS), cum_weights=weights, k=MENTIONS)
    parts: list[str] = []
    length = 0
    mentions: dict[int, list[dict[str, object]]] = {}
    quotes: list[dict[str, object]] = []

    def write(text: str) -> dict[str, int]:
        nonlocal length
        parts.append(text)
        length += len(text)
        return {"start": length - len(text), "end": length}

    for i, actor in enumerate(named):
        write(f"{_words(chance, 70)} ")
        mentions.setdefault(actor, []).append({**write(f"Given{actor} Family{actor}"), "form": "NAME"})
        if i % 2 == 0 and len(quotes) < QUOTES:
            write(" said: “")
            text = f"{_words(chance, 20)} {number}"
            quotes.append(
                {**write(text), "text": text, "quoteKind": "DIRECT", "speaker": f"a{actor}",
                 "attribution": {"method": "CUE", "rule": "bench", "confidence": 0.9}}
            )  # fmt: skip
            write("”")
        write(".\n\n")
    published = datetime(2019, 1, 1, tzinfo=UTC) + timedelta(minutes=13 * number)
    source = number % SOURCES
    return read_processed(
        {
            "externalId": f"bench-{number}",
            "url": f"https://source{source}.example/{number}",
            "headline": _words(chance, 8),
            "body": "".join(parts),
            "language": "en",
            "source": {"name": f"Source {source}", "domain": f"source{source}.example"},
            "datePublished": published.strftime("%Y-%m-%dT%H:%M:%SZ"),
            "processor": "bench/1",
            "actors": [
                {"key": f"a{actor}", "kind": "PERSON", "name": f"Given{actor} Family{actor}", "mentions": spans}
                for actor, spans in mentions.items()
            ],
            "quotes": quotes,
        }
    )


def read_processed(record: dict[str, object]) -> ProcessedArticle:
    """A record that is known to be processed."""
    article = read_article(record)
    if not isinstance(article, ProcessedArticle):
        raise TypeError("the record is raw")
    return article


def _words(chance: random.Random, count: int) -> str:
    return " ".join(chance.choices(WORDS, k=count))
