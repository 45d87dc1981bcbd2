"""Made articles: 4 kB of words whose frequencies follow Zipf's law, ten mentions and five quotes each, of actors whose
fame follows it, too.
"""

import json
import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import accumulate

from bench.sentences import made_texts
from service.article import ProcessedArticle, read_article
from service.storage.submission import Submission

ACTORS = 2_000
SOURCES = 50
MENTIONS = 10
QUOTES = 5
SENTENCE, QUOTE, HEADLINE = 340, 100, 50
"""Characters of the texts that an article is made of."""


def records(count: int, seed: int = 1) -> Iterator[dict[str, object]]:
    """`count` records as a sender writes them, the same for the same seed."""
    chance = random.Random(seed)
    weights = list(accumulate(1 / rank for rank in range(1, ACTORS + 1)))
    for number in range(count):
        yield _record(number, chance, weights)


def small_records(count: int) -> Iterator[dict[str, object]]:
    """`count` records of one sentence with one actor and one quote, each other words of its own."""
    for number in range(count):
        body = f"“I will answer question {number},” Given{number % ACTORS} Family said."
        yield {
            "externalId": f"small-{number}",
            "body": body,
            "processor": "bench/1",
            "actors": [
                {"key": "a", "kind": "PERSON", "name": f"Given{number % ACTORS} Family",
                 "mentions": [{"start": body.index("Given"), "end": body.index(" said"), "form": "NAME"}]}
            ],
            "quotes": [
                {"text": body[1 : body.index("”")], "start": 1, "end": body.index("”"), "quoteKind": "DIRECT",
                 "speaker": "a"}
            ],
        }  # fmt: skip


def line(record: dict[str, object]) -> bytes:
    """A record as a line of NDJSON."""
    return json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def submission(record: dict[str, object]) -> Submission:
    """A record that is known to be right and processed, to be stored."""
    article = read_article(record)
    if not isinstance(article, ProcessedArticle):
        raise TypeError("the record is raw")
    return Submission(article)


def _record(number: int, chance: random.Random, weights: list[float]) -> dict[str, object]:
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
        write(f"{chance.choice(_texts(SENTENCE))} ")
        mentions.setdefault(actor, []).append({**write(f"Given{actor} Family{actor}"), "form": "NAME"})
        if i % 2 == 0 and len(quotes) < QUOTES:
            write(" said: “")
            text = f"{chance.choice(_texts(QUOTE))} {number}"
            quotes.append(
                {**write(text), "text": text, "quoteKind": "DIRECT", "speaker": f"a{actor}",
                 "attribution": {"method": "CUE", "rule": "bench", "confidence": 0.9}}
            )  # fmt: skip
            write("”")
        write(".\n\n")
    published = datetime(2019, 1, 1, tzinfo=UTC) + timedelta(minutes=13 * number)
    source = number % SOURCES
    return {
        "externalId": f"bench-{number}",
        "url": f"https://source{source}.example/{number}",
        "headline": chance.choice(_texts(HEADLINE)),
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


@cache
def _texts(length: int) -> list[str]:
    return made_texts(length, seed=length)
