"""Counts over the newest objects of a list: what its facets are, and who appears together."""

from service.catalog.model import Column, Facet, Link, ObjectType, ToOne

_SAMPLED = Column(
    "sampled", "Boolean!", "", "Whether there were more than the newest 10,000, which alone were counted."
)
_COUNT = Column("count", "Int!", "{row}.count", "How many there are.")
_BY_DATE = Facet(
    "byDate",
    "[DateCount!]!",
    "By date of publication, earliest first; what has no date is left out.",
    "{child}.published_start",
)
_BY_SOURCE = Facet("bySource", "[SourceCount!]!", "By outlet, most first.", "{child}.source_id", first=10)

DATE_COUNT = ObjectType(
    "DateCount",
    "How many there are in one stretch of time.",
    (Column("date", "Date!", "{row}.key", "The first day of the stretch; a week begins on Monday (ISO 8601)."), _COUNT),
)

SOURCE_COUNT = ObjectType(
    "SourceCount",
    "How many there are of one outlet.",
    (ToOne("source", "Source!", "{child}.id = {row}.key", "The outlet."), _COUNT),
)

ACTOR_COUNT = ObjectType(
    "ActorCount",
    "How many there are of one actor.",
    (ToOne("actor", "Actor!", "{child}.id = {row}.key", "The actor."), _COUNT),
)

ARTICLE_FACETS = ObjectType(
    "ArticleFacets",
    "Counts over all articles that the list's filter lets pass, not only this page; over the newest 10,000 where "
    "there are more.",
    (
        _SAMPLED,
        _BY_DATE,
        _BY_SOURCE,
        Facet(
            "byActor",
            "[ActorCount!]!",
            "By who is named or quoted, most articles first.",
            "{child}.id",
            through=Link("article_actors", "article_id", "actor_id"),
            first=10,
        ),
    ),
)

QUOTE_FACETS = ObjectType(
    "QuoteFacets",
    "Counts over all quotes that the list's filter lets pass, not only this page; over the newest 10,000 where "
    "there are more.",
    (
        _SAMPLED,
        _BY_DATE,
        _BY_SOURCE,
        Facet("bySpeaker", "[ActorCount!]!", "By who said them, most quotes first.", "{child}.speaker_id", first=10),
    ),
)

CO_ACTOR = ObjectType(
    "CoActor",
    "An actor that appears in the same articles.",
    (
        ToOne("actor", "Actor!", "{child}.id = {row}.key", "The other actor."),
        Column("articleCount", "Int!", "{row}.count", "Articles in which both appear."),
    ),
)

CO_ACTORS = ObjectType(
    "CoActors",
    "Who appears in the same articles, counted over the newest 10,000 of them.",
    (
        _SAMPLED,
        Facet(
            "items",
            "[CoActor!]!",
            "The actors, most shared articles first.",
            "{link}.article_id",
            through=Link("article_actors", "article_id", "actor_id"),
            but="{row}.id",
            first=20,
            sized=False,
        ),
    ),
)
