"""Processors that a setting names, for tests: each is `tests.plugged:<name>`."""

import sys
from typing import Any

from opentelemetry import trace

from service.article import Actor, ActorKind, Mention, MentionForm, ProcessedArticle, RawArticle

CONSTANT = 7


def shouting(article: RawArticle) -> ProcessedArticle:
    """One actor: the first word."""
    end = len(article.body.split(maxsplit=1)[0])
    actor = Actor(
        key="a1",
        kind=ActorKind.PERSON,
        name=article.body[:end],
        mentions=(Mention(start=0, end=end, form=MentionForm.NAME),),
    )
    return ProcessedArticle(**dict(article), processor="shouting/1", actors=(actor,))


def traced(article: RawArticle) -> ProcessedArticle:
    """The same, in a span of its own."""
    with trace.get_tracer("plugged").start_as_current_span("shout"):
        return shouting(article)


def as_json(article: RawArticle) -> dict[str, Any]:
    """The same as JSON, with the language and the date that the sender left open."""
    record = shouting(article).model_dump(mode="json", by_alias=True)
    return record | {"language": "es", "datePublished": "2019-02-02", "datePublishedOrigin": "TEXT"}


def by_article(article: RawArticle) -> Any:
    """What is wrong as the article's text says; else right."""
    record = shouting(article).model_dump(mode="json", by_alias=True)
    match article.body.split()[-1]:
        case "raises":
            raise ValueError("a secret")
        case "exits":
            sys.exit(3)
        case "nothing":
            return None
        case "unnamed":
            del record["processor"]
        case "outside":
            record["actors"][0]["mentions"][0]["end"] = 10_000
        case "unchecked":
            return ProcessedArticle.model_construct(**dict(article), processor="x", actors=("a",))
        case "translates":
            record["body"] = "y"
            record["actors"] = []
        case "renames":
            record["externalId"] = "other"
        case "redates":
            record["datePublished"] = "1999"
        case "silent":
            del record["actors"]
    return record


async def later(article: RawArticle) -> ProcessedArticle:
    """Not a plain function."""
    return shouting(article)
