"""Actors: who is named, under which names and in which offices."""

from service.catalog import filters
from service.catalog.merged import became
from service.catalog.model import Column, Connection, ObjectType, Sampled, ToMany, node_id
from service.catalog.orders import article_orders, event_orders, quote_orders

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
            "(select coalesce(json_agg('actor_' || m.former_id order by m.former_id), '[]') from former_actors m "
            "where m.actor_id = {row}.id)",
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
            orders=quote_orders(),
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
            orders=article_orders("{link}.published_start", "{link}.article_id"),
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
            orders=event_orders("{link}.start_at", "{link}.event_id"),
            default_order="DATE_DESC",
            order_type="EventOrder",
            filter=filters.EVENTS,
        ),
        Sampled(
            "coActors",
            "CoActors!",
            "articles",
            "Who appears in the same articles, most often first, counted over the newest 10,000 of them.",
            first=20,
        ),
    ),
    table="actors",
    node=True,
    current_id=became("{id}"),
)
