"""Articles, their sources, and where they speak of actors."""

from service.catalog import filters
from service.catalog.model import (
    Column,
    Connection,
    Embedded,
    Key,
    ObjectType,
    ToOne,
    instant,
    node_id,
)
from service.catalog.orders import actor_orders, article_orders, event_orders, position, quote_orders

SPAN = {
    "revision": "revision",
    "start": "span_start",
    "end": "span_end",
    "utf16Start": "utf16_start",
    "utf16End": "utf16_end",
    "exact": "exact",
    "prefix": "prefix",
    "suffix": "suffix",
}
"""Field of a Span -> column, in tables with one span a row."""


SPAN_TYPE = ObjectType(
    "Span",
    "A stretch of an article's body in one revision, as W3C text position and text quote selectors.",
    (
        Column("revision", "Int!", "", "The revision of the article that the offsets count in."),
        Column("start", "Int!", "", "Offset of the first character, in Unicode code points from 0."),
        Column("end", "Int!", "", "Offset after the last character, in Unicode code points."),
        Column("utf16Start", "Int!", "", "start in UTF-16 code units, as JavaScript's slice counts."),
        Column("utf16End", "Int!", "", "end in UTF-16 code units, as JavaScript's slice counts."),
        Column("exact", "String!", "", "The text between start and end, exactly."),
        Column("prefix", "String!", "", "Up to 32 code points before it."),
        Column("suffix", "String!", "", "Up to 32 code points after it."),
    ),
)

SOURCE = ObjectType(
    "Source",
    "An outlet that publishes articles.",
    (
        node_id("Source"),
        Column("name", "String!", "{row}.name", "Its name, e.g. Reuters."),
        Column("domain", "String", "{row}.domain", "Its domain, e.g. reuters.com; null where the sender gave none."),
        Connection(
            "articles",
            "Article",
            "Its articles.",
            where="{child}.source_id = {row}.id",
            orders=article_orders(),
            default_order="PUBLISHED_DESC",
            order_type="ArticleOrder",
            filter=filters.ARTICLES,
        ),
    ),
    table="sources",
    node=True,
)

ARTICLE = ObjectType(
    "Article",
    "A news article as it came, with who is named in it, who said what, and what happened.",
    (
        node_id("Article"),
        Column("url", "URL", "{row}.url", "Where it was published; null where the sender did not say."),
        Column("headline", "String", "{row}.headline", "Its headline; null where it came without one."),
        Column("body", "String!", "{row}.body", "The text exactly as it came; every offset counts in it."),
        Column("language", "String!", "{row}.language", "Its language as a BCP 47 tag; und where unknown."),
        ToOne("source", "Source", "{child}.id = {row}.source_id", "The outlet; null where the sender did not say."),
        Column(
            "datePublished",
            "PartialDate",
            "{row}.published",
            "When it was published, as precisely as is known; null where neither the text nor the sender tells. "
            "Never the time of ingestion.",
        ),
        Column("datePublishedOrigin", "ValueOrigin!", "{row}.published_origin", "Where datePublished comes from."),
        Column(
            "externalId", "String", "{row}.external_id", "The sender's own identifier of it; null where it gave none."
        ),
        Column(
            "revision",
            "Int!",
            "{row}.revision",
            "1 for the first text under this id; body never changes within a revision.",
        ),
        Column(
            "dateModified",
            "DateTime",
            instant("{row}.modified_at"),
            "When the present revision was stored; null for the first.",
        ),
        Column("status", "ArticleStatus!", "{row}.status", "Whether the outlet stands by it."),
        Column("dateStored", "DateTime!", instant("{row}.stored_at"), "When its first revision was stored."),
        Column("wordCount", "Int!", "{row}.word_count", "Words of the body, told apart by white space."),
        Column("contentHash", "String!", "encode({row}.content_hash, 'hex')", "SHA-256 of the body's UTF-8, in hex."),
        Column(
            "processor",
            "String!",
            "{row}.processor",
            "What turned the text into this record, e.g. rules/1 or the name that the sender gave.",
        ),
        Connection(
            "mentions",
            "Mention",
            "Every place where the text speaks of an actor, in the order of the text.",
            where="{child}.article_id = {row}.id",
            orders=position(Key("{child}.actor_id", "uuid")),
            default_order="POSITION",
            arguments=(filters.MENTIONS_OF,),
            part=True,
        ),
        Connection(
            "actors",
            "Actor",
            "Who is named or quoted in it.",
            link="article_actors",
            link_id="actor_id",
            where="{link}.article_id = {row}.id",
            orders=actor_orders("{link}.mention_count", "{link}.quote_count", "{link}.actor_id"),
            default_order="MENTIONS_DESC",
            order_type="ActorOrder",
            filter=filters.ACTORS,
        ),
        Connection(
            "quotes",
            "Quote",
            "What it quotes, as a rule in the order of the text.",
            where="{child}.article_id = {row}.id",
            orders=quote_orders(in_one_article=True),
            default_order="POSITION",
            order_type="QuoteOrder",
            filter=filters.QUOTES,
        ),
        Connection(
            "events",
            "Event",
            "The events that it tells of.",
            link="article_events",
            link_id="event_id",
            where="{link}.article_id = {row}.id",
            orders=event_orders("{link}.start_at", "{link}.event_id"),
            default_order="DATE_DESC",
            order_type="EventOrder",
            filter=filters.EVENTS,
        ),
        Connection(
            "reports",
            "Report",
            "Where it tells of events, in the order of the text.",
            where="{child}.article_id = {row}.id",
            orders=position(Key("{child}.event_id", "uuid")),
            default_order="POSITION",
            part=True,
        ),
    ),
    table="articles",
    node=True,
    key=("id",),
)

MENTION = ObjectType(
    "Mention",
    "One place where an article speaks of an actor.",
    (
        ToOne("actor", "Actor!", "{child}.id = {row}.actor_id", "Who is spoken of."),
        ToOne("article", "Article!", "{child}.id = {row}.article_id", "The article that speaks."),
        Embedded("span", "Span!", SPAN, "The words of the mention."),
        Column("form", "MentionForm!", "{row}.form", "Whether by name, noun or pronoun."),
        Column(
            "role",
            "String",
            "{row}.role",
            "The title or office in the words of this mention, e.g. Air Force General; null where it gives none.",
        ),
    ),
    table="mentions",
    key=("article_id", "span_start", "span_end", "actor_id"),
)
