"""Events: what happened, who took part, and where articles tell of it."""

from service.catalog import filters
from service.catalog.article import SPAN
from service.catalog.model import (
    Column,
    Connection,
    Embedded,
    Key,
    ObjectType,
    ToMany,
    ToOne,
    node_id,
    oldest,
)
from service.catalog.orders import quote_orders

PARTICIPANT = ObjectType(
    "Participant",
    "An actor's part in an event.",
    (
        ToOne("actor", "Actor!", "{child}.id = {row}.actor_id", "Who takes part."),
        Column("role", "ParticipantRole!", "{row}.role", "On which side."),
    ),
    table="participants",
)

REPORT = ObjectType(
    "Report",
    "A place where an article tells of an event, as a rule a sentence.",
    (
        ToOne("event", "Event!", "{child}.id = {row}.event_id", "The event that is told of."),
        ToOne("article", "Article!", "{child}.id = {row}.article_id", "The article that tells."),
        Embedded("span", "Span!", SPAN, "The words that tell."),
        Column("modality", "Modality!", "{row}.modality", "Whether it says that the event happened."),
    ),
    table="reports",
    key=("article_id", "span_start", "span_end", "event_id"),
)

EVENT = ObjectType(
    "Event",
    "Something that happened, was threatened or was denied, after PLOVER 2.0. "
    "Articles tell of one event when type, date and a participant agree.",
    (
        node_id("Event"),
        Column("type", "EventType!", "{row}.type", "What kind of event it is."),
        Column(
            "mode",
            "String",
            "{row}.mode",
            "PLOVER's mode, or an extension that starts with x-, e.g. x-defect; null where none fits.",
        ),
        Column("contexts", "[String!]!", "{row}.contexts", "PLOVER's contexts, e.g. military."),
        Column("name", "String!", "{row}.name", "A short line that names it."),
        Column("startDate", "PartialDate", "{row}.start_date", "When it began; null where no text tells."),
        Column("endDate", "PartialDate", "{row}.end_date", "When it ended; null where no text tells."),
        Column("dateOrigin", "ValueOrigin!", "{row}.date_origin", "Where the dates come from."),
        ToOne(
            "location",
            "Actor",
            "{child}.id = {row}.location_id",
            "The place where it happened; null where no text tells.",
        ),
        ToMany(
            "participants",
            "[Participant!]!",
            "{child}.event_id = {row}.id",
            "{child}.role, {child}.article_count desc, {child}.actor_id",
            "Who took part, and on which side.",
        ),
        Connection(
            "reports",
            "Report",
            "Where articles tell of it, earliest article first.",
            where="{child}.event_id = {row}.id",
            orders={
                "POSITION": oldest(
                    "{child}.published_start",
                    Key("{child}.article_id", "uuid"),
                    Key("{child}.span_start", "int"),
                    Key("{child}.span_end", "int"),
                )
            },
            default_order="POSITION",
        ),
        Connection(
            "quotes",
            "Quote",
            "Quotes that overlap a sentence in which it is reported, or its paragraph.",
            link="event_quotes",
            link_id="quote_id",
            where="{link}.event_id = {row}.id",
            orders=quote_orders("{link}.published_start", "{link}.quote_id"),
            default_order="PUBLISHED_ASC",
            order_type="QuoteOrder",
            filter=filters.QUOTES,
        ),
        Column("articleCount", "Int!", "{row}.article_count", "Articles that tell of it."),
        Column("sourceCount", "Int!", "{row}.source_count", "Known outlets that tell of it."),
    ),
    table="events",
    node=True,
)
