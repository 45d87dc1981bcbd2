"""The catalog: every GraphQL type with its fields, their descriptions, and what they are in the database.

Said once, here: the GraphQL schema, the compiler and the filters are derived from it.
"""

from collections.abc import Mapping

from service.catalog.actor import ACTOR, ACTOR_ROLE, ALIAS
from service.catalog.article import ARTICLE, MENTION, SOURCE, SPAN_TYPE
from service.catalog.change import ARTICLE_STORED, CHANGE, QUOTE_STORED, SUBSCRIPTION
from service.catalog.event import EVENT, PARTICIPANT, REPORT
from service.catalog.facets import (
    ACTOR_COUNT,
    ARTICLE_FACETS,
    CO_ACTOR,
    CO_ACTORS,
    DATE_COUNT,
    QUOTE_FACETS,
    SOURCE_COUNT,
)
from service.catalog.model import Connection, ObjectType
from service.catalog.query import QUERY
from service.catalog.quote import ATTRIBUTION, QUOTE, UTTERANCE
from service.catalog.search import EXCERPT_PART

OBJECT_TYPES = (
    QUERY,
    SOURCE,
    ARTICLE,
    SPAN_TYPE,
    MENTION,
    ACTOR,
    ALIAS,
    ACTOR_ROLE,
    QUOTE,
    ATTRIBUTION,
    UTTERANCE,
    EVENT,
    PARTICIPANT,
    REPORT,
    ARTICLE_FACETS,
    QUOTE_FACETS,
    DATE_COUNT,
    SOURCE_COUNT,
    ACTOR_COUNT,
    CO_ACTORS,
    CO_ACTOR,
    EXCERPT_PART,
    CHANGE,
    ARTICLE_STORED,
    QUOTE_STORED,
    SUBSCRIPTION,
)

TYPES: Mapping[str, ObjectType] = {object_type.name: object_type for object_type in OBJECT_TYPES}

NODE_TYPES = tuple(object_type for object_type in OBJECT_TYPES if object_type.node)
"""The types that implement Node."""

CONNECTED_TYPES = tuple(
    object_type
    for object_type in OBJECT_TYPES
    if any(
        isinstance(field, Connection) and field.node == object_type.name
        for holder in OBJECT_TYPES
        for field in holder.fields
    )
)
"""The types that have a connection and an edge type."""
