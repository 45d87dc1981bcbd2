"""A text on its way through the pipeline, for the tests of single steps."""

from service.article import ProcessedArticle, Quote, QuoteKind, RawArticle
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


def marked(article: ProcessedArticle) -> list[Quote]:
    """The quotes in marks."""
    return [quote for quote in article.quotes if quote.quote_kind is not QuoteKind.INDIRECT]


def said(body: str) -> list[tuple[str, str | None, str | None]]:
    """The words, speaker's name and rule of every quote in marks."""
    article = process(RawArticle(body=body))
    return [
        (quote.text, speaker(article, quote), quote.attribution.rule if quote.attribution else None)
        for quote in marked(article)
    ]


def reported(body: str) -> list[tuple[str, str | None]]:
    """The words of every indirect quote, and its speaker's name or, where nobody is named, the words for them."""
    article = process(RawArticle(body=body))
    found = []
    for quote in article.quotes:
        if quote.quote_kind is QuoteKind.INDIRECT:
            assert quote.attribution is not None
            span = quote.attribution.speaker_span
            found.append((quote.text, speaker(article, quote) or (body[span.start : span.end] if span else None)))
    return found
