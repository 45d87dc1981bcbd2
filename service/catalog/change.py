"""The feed of changes, and what is told of objects as they are stored."""

from service.catalog import filters
from service.catalog.model import Column, Connection, Key, ObjectType, Order, Stored, ToNode, instant

FEED_ORDER = Order((Key("{child}.xid", "xid8"), Key("{child}.node_id", "uuid")))
"""The order in which changes became visible to all; within one transaction by id."""

CHANGE = ObjectType(
    "Change",
    "What one write did to one object.",
    (
        Column("kind", "ChangeKind!", "{row}.kind", "What happened to the object."),
        Column(
            "nodeId",
            "ID!",
            "lower({row}.type_name) || '_' || {row}.node_id",
            "The id of the object. Several changes of one object are several changes.",
        ),
        Column("typeName", "String!", "{row}.type_name", "The GraphQL type of the object, e.g. Article."),
        Column("at", "DateTime!", instant("{row}.at"), "When the write began."),
        ToNode("node", "The object as it is now; null where it has gone.", "{row}.type_name", "{row}.node_id"),
    ),
    table="changes",
)

CHANGES = Connection(
    "changes",
    "Change",
    "What was stored, changed, deleted or merged, in order, nothing left out: for caches and mirrors. Take the "
    "endCursor of the last: 1, read everything, then follow from that cursor; a page that holds nothing has no "
    "endCursor: keep the one that you have. Without after it begins with the oldest change that is kept; a cursor "
    "that is older is refused with the code CURSOR_EXPIRED.",
    where="{child}.xid < pg_snapshot_xmin(pg_current_snapshot())",
    orders={"FEED": FEED_ORDER},
    default_order="FEED",
    counted=False,
    guard="in_feed({keys})",
)


def _stored(node: str) -> ObjectType:
    return ObjectType(
        f"{node}Stored",
        f"One {node} that was stored.",
        (
            Column("cursor", "String!", "", "A position in the feed of changes: give it as after to resume behind it."),
            Column("node", f"{node}!", "", f"The {node} as it is now."),
        ),
    )


ARTICLE_STORED, QUOTE_STORED = _stored("Article"), _stored("Quote")

SUBSCRIPTION = ObjectType(
    "Subscription",
    "What is told as it happens, over WebSocket (graphql-transport-ws) or server-sent events.",
    (
        Stored("articleStored", "Article", "Articles as they are stored, anew or again.", filters.ARTICLES),
        Stored("quoteStored", "Quote", "Quotes as they are stored, anew or again.", filters.QUOTES),
    ),
)
