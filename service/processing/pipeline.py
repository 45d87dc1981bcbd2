"""The pipeline: an article's text through every step in turn, as spaCy's Language.__call__ does it."""

from collections.abc import Callable
from typing import Any, Final

from service.article import ProcessedArticle, RawArticle
from service.processing.attribution import attribute
from service.processing.coreference import resolve_references
from service.processing.dates import find_dates
from service.processing.document import Document, ParagraphKind
from service.processing.entities import find_entities
from service.processing.events import find_events
from service.processing.headings import find_heading_names
from service.processing.indirect import find_indirect
from service.processing.languages import other_language
from service.processing.mentions import find_mentions
from service.processing.quotations import find_quotations
from service.processing.quoted_parts import attribute_parts
from service.processing.records import build_actors, build_quotes
from service.processing.relays import find_relays
from service.processing.segments import segment
from service.processing.sentences import split_sentences
from service.processing.tokens import tokenize

PROCESSOR: Final = "rules/2"
_NO_NEWS: Final = frozenset({ParagraphKind.LINK, ParagraphKind.BYLINE, ParagraphKind.AGENCY})


def date_and_report(document: Document) -> None:
    """Fill `events` from what the steps before have found."""
    dates = find_dates(document.body, document.sentences, document.date_published)
    # a line that links to another article or tells who wrote this one is no news, and a sentence of its own
    beside = {paragraph.start for paragraph in document.paragraphs if paragraph.kind in _NO_NEWS}
    sentences = [sentence for sentence in document.sentences if sentence.start not in beside]
    document.events = find_events(document.body, sentences, document.in_order, document.quotes, document.actors, dates)


STEPS: Final[tuple[Callable[[Document], None], ...]] = (
    segment,
    split_sentences,
    find_quotations,
    tokenize,
    find_mentions,
    find_entities,
    find_heading_names,
    resolve_references,
    attribute,
    find_indirect,
    attribute_parts,
    find_relays,
    build_actors,
    build_quotes,
    date_and_report,
)


def process(article: RawArticle) -> ProcessedArticle:
    """The article with its actors, quotes and events. Pure; time grows with the body's length alone.

    A text in a language that the rules don't read has none of them, and its processor says so.
    """
    if other := other_language(article):
        return ProcessedArticle(**_as_sent(article), processor=f"{PROCESSOR} (no extraction: {other})")
    document = Document(article=article, body=article.body)
    for step in STEPS:
        step(document)
    document.release()
    return ProcessedArticle(
        **_as_sent(article) | {"date_published": document.date_published},
        date_published_origin=document.date_origin,
        processor=PROCESSOR,
        actors=tuple(document.actors),
        quotes=tuple(document.quotes),
        events=tuple(document.events),
    )


def _as_sent(article: RawArticle) -> dict[str, Any]:
    """What the sender told of the article."""
    return {name: getattr(article, name) for name in RawArticle.model_fields}
