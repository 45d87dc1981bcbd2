"""A text on its way through the pipeline, for the tests of single steps."""

from service.article import ProcessedArticle, Quote, RawArticle
from service.processing import process
from service.processing.document import Document
from service.processing.pipeline import STEPS


def read(body: str, last: str, date_published: str | None = None) -> Document:
    """The document after the step named `last`."""
    document = Document(article=RawArticle(body=body, date_published=date_published), body=body)
    for step in STEPS:
        step(document)
        if step.__name__ == last:
            return document
    raise AssertionError(f"there is no step {last}")


def speaker(article: ProcessedArticle, quote: Quote) -> str | None:
    """The name of a quote's speaker."""
    return next((actor.name for actor in article.actors if actor.key == quote.speaker), None)


def said(body: str) -> list[tuple[str, str | None, str | None]]:
    """Every quote's words, speaker's name and rule."""
    article = process(RawArticle(body=body))
    return [
        (quote.text, speaker(article, quote), quote.attribution.rule if quote.attribution else None)
        for quote in article.quotes
    ]
