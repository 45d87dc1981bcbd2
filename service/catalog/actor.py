"""Actors: who is named, under which names and in which offices."""

from service.catalog import filters
from service.catalog.model import Column, Connection, Key, ObjectType, Order, ToMany, newest, node_id, oldest

ACTOR_ORDERS = {
    "MENTIONS_DESC": Order((Key("{child}.mention_count", "int"), Key("{child}.id", "uuid")), descending=True),
    "QUOTES_DESC": Order((Key("{child}.quote_count", "int"), Key("{child}.id", "uuid")), descending=True),
    "NAME_ASC": Order((Key("{child}.name_folded", "text"), Key("{child}.id", "uuid"))),
}

ALIAS = ObjectType(
    "Alias",
    "Another name of an actor.",
    (
        Column("name", "String!", "{row}.name", "The name as texts word it."),
        Column("mentionCount", "Int!", "{row}.mention_count", "How often texts use it."),
    ),
    table="aliases",
)

ACTOR_ROLE = ObjectType(
    "ActorRole",
    "A title or office of an actor, as texts word it.",
    (
        Column("title", "String!", "{row}.title", "The title, e.g. Air Force General."),
        Column("mentionCount", "Int!", "{row}.mention_count", "How often texts give it."),
    ),
    table="roles",
)

ACTOR = ObjectType(
    "Actor",
    "Somebody or something named in articles: a person, an organization, a place or a group.",
    (
        node_id("Actor"),
        Column("kind", "ActorKind!", "{row}.kind", "Whether it is a person, an organization, a place or a group."),
        Column("name", "String!", "{row}.name", "Its full name, without titles."),
        ToMany(
            "aliases",
            "[Alias!]!",
            "{child}.actor_id = {row}.id and {child}.name <> {row}.name",
            "{child}.mention_count desc, {child}.name",
            "Its other names, most used first.",
            first=20,
        ),
        Column(
            "sameAs",
            "[URL!]!",
            "(select coalesce(json_agg(i.url order by i.url), '[]') from identifiers i where i.actor_id = {row}.id)",
            "Identifiers elsewhere, e.g. Wikidata.",
        ),
        ToMany(
            "roles",
            "[ActorRole!]!",
            "{child}.actor_id = {row}.id",
            "{child}.mention_count desc, {child}.title",
            "Distinct titles and offices as articles worded them, most frequent first.",
            first=10,
        ),
        Column(
            "formerIds",
            "[ID!]!",
            "(select coalesce(json_agg(distinct 'actor_' || k.home_id), '[]') from actor_keys k "
            "where k.actor_id = {row}.id and k.home_id <> k.actor_id)",
            "Ids of actors that were merged into this one; they keep resolving.",
        ),
        Column("mentionCount", "Int!", "{row}.mention_count", "Mentions in all articles, of every form."),
        Column("articleCount", "Int!", "{row}.article_count", "Articles that mention or quote it."),
        Column("quoteCount", "Int!", "{row}.quote_count", "Quotes of which it is the speaker."),
        Connection(
            "quotes",
            "Quote",
            "What it said.",
            where="{child}.speaker_id = {row}.id",
            orders={
                "PUBLISHED_DESC": newest("{child}.published_start", Key("{child}.id", "uuid")),
                "PUBLISHED_ASC": oldest("{child}.published_start", Key("{child}.id", "uuid")),
                "POSITION": Order(
                    (Key("{child}.article_id", "uuid"), Key("{child}.span_start", "int"), Key("{child}.id", "uuid"))
                ),
            },
            default_order="PUBLISHED_DESC",
            order_type="QuoteOrder",
            filter=filters.QUOTES,
        ),
        Connection(
            "articles",
            "Article",
            "Articles that mention or quote it.",
            link="article_actors",
            link_id="article_id",
            where="{link}.actor_id = {row}.id",
            orders={
                "PUBLISHED_DESC": newest("{link}.published_start", Key("{link}.article_id", "uuid")),
                "PUBLISHED_ASC": oldest("{link}.published_start", Key("{link}.article_id", "uuid")),
                "STORED_DESC": Order(
                    (Key("{child}.stored_at", "timestamptz"), Key("{link}.article_id", "uuid")), descending=True
                ),
                "STORED_ASC": Order((Key("{child}.stored_at", "timestamptz"), Key("{link}.article_id", "uuid"))),
            },
            default_order="PUBLISHED_DESC",
            order_type="ArticleOrder",
            filter=filters.ARTICLES,
        ),
        Connection(
            "events",
            "Event",
            "Events of which it is a participant or the location.",
            link="event_actors",
            link_id="event_id",
            where="{link}.actor_id = {row}.id",
            orders={
                "DATE_DESC": newest("{link}.start_at", Key("{link}.event_id", "uuid")),
                "DATE_ASC": oldest("{link}.start_at", Key("{link}.event_id", "uuid")),
                "SOURCES_DESC": Order(
                    (Key("{child}.source_count", "int"), Key("{link}.event_id", "uuid")), descending=True
                ),
            },
            default_order="DATE_DESC",
            order_type="EventOrder",
            filter=filters.EVENTS,
        ),
    ),
    table="actors",
    node=True,
)
