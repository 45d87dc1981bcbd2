"""The orders of lists. Each takes the columns it sorts by, which a link table may hold as copies."""

from collections.abc import Mapping

from service.catalog.model import Key, Order, newest, oldest

Orders = Mapping[str, Order]


def article_orders(published: str = "{child}.published_start", article_id: str = "{child}.id") -> Orders:
    """ArticleOrder."""
    unique, stored = Key(article_id, "uuid"), Key("{child}.stored_at", "timestamptz")
    return {
        "PUBLISHED_DESC": newest(published, unique),
        "PUBLISHED_ASC": oldest(published, unique),
        "STORED_DESC": Order((stored, unique), descending=True),
        "STORED_ASC": Order((stored, unique)),
    }


def actor_orders(
    mentions: str = "{child}.mention_count", quotes: str = "{child}.quote_count", actor_id: str = "{child}.id"
) -> Orders:
    """ActorOrder."""
    unique = Key(actor_id, "uuid")
    return {
        "MENTIONS_DESC": Order((Key(mentions, "int"), unique), descending=True),
        "QUOTES_DESC": Order((Key(quotes, "int"), unique), descending=True),
        "NAME_ASC": Order((Key("{child}.name_folded", "text"), unique)),
    }


def quote_orders(
    published: str = "{child}.published_start", quote_id: str = "{child}.id", *, in_one_article: bool = False
) -> Orders:
    """QuoteOrder; in one article POSITION need not tell articles apart."""
    unique = Key(quote_id, "uuid")
    article = () if in_one_article else (Key("{child}.article_id", "uuid"),)
    place = Key("{child}.span_start", "int"), Key("{child}.span_end", "int"), Key("{child}.kind", "text")
    return {
        "PUBLISHED_DESC": newest(published, unique),
        "PUBLISHED_ASC": oldest(published, unique),
        "POSITION": Order((*article, *place)),
    }


def event_orders(date: str = "{child}.start_at", event_id: str = "{child}.id") -> Orders:
    """EventOrder."""
    unique = Key(event_id, "uuid")
    return {
        "DATE_DESC": newest(date, unique),
        "DATE_ASC": oldest(date, unique),
        "SOURCES_DESC": Order((Key("{child}.source_count", "int"), unique), descending=True),
    }


def position(*unique: Key) -> Orders:
    """As they stand in one article's text; lists of this order alone have no argument for it."""
    return {"POSITION": Order((Key("{child}.span_start", "int"), Key("{child}.span_end", "int"), *unique))}
