"""The fields of Query: where a read begins."""

from service.catalog import filters
from service.catalog.actor import ACTOR
from service.catalog.article import ARTICLE, SOURCE
from service.catalog.change import CHANGES
from service.catalog.event import EVENT
from service.catalog.model import Condition, Connection, FilterField, Key, Lookup, ObjectType, Order
from service.catalog.orders import actor_orders, article_orders, event_orders, quote_orders
from service.catalog.quote import QUOTE
from service.catalog.search import SEARCH


def _by_id(name: str, node: ObjectType, what: str) -> Lookup:
    by_id = Condition(f"{{child}}.id = {node.current_id.format(id='{value}')}", "id", "uuid", node=node.name)
    return Lookup(
        name,
        node.name,
        FilterField("id", "ID!", "Its id.", (by_id,)),
        f"The {what} of this id; null where there is none.",
    )


QUERY = ObjectType(
    "Query",
    "Who said what, in which article, about which event.",
    (
        Lookup(
            "node",
            "Node",
            FilterField("id", "ID!", "Its id.", ()),
            "The object of this id, of whatever type; null where there is none.",
        ),
        Lookup(
            "nodes",
            "[Node]!",
            FilterField("ids", "[ID!]!", "Their ids, 100 at the most.", ()),
            "The objects of these ids, in their order; null where there is none.",
        ),
        _by_id("article", ARTICLE, "article"),
        Lookup(
            "articleByUrl",
            "Article",
            FilterField(
                "url",
                "URL!",
                "Where it was published.",
                (
                    Condition(
                        "{child}.id = (select k.article_id from article_keys k where k.key = {value})",
                        "url_key",
                        "bytea",
                    ),
                ),
            ),
            "The article at this URL; null where there is none.",
        ),
        Connection(
            "articles",
            "Article",
            "All articles.",
            orders=article_orders(),
            default_order="PUBLISHED_DESC",
            order_type="ArticleOrder",
            filter=filters.ARTICLES,
        ),
        _by_id("actor", ACTOR, "actor"),
        Connection(
            "actors",
            "Actor",
            "All actors.",
            orders=actor_orders(),
            default_order="MENTIONS_DESC",
            order_type="ActorOrder",
            filter=filters.ACTORS,
        ),
        _by_id("quote", QUOTE, "quote"),
        Connection(
            "quotes",
            "Quote",
            "All quotes.",
            orders=quote_orders(),
            default_order="PUBLISHED_DESC",
            order_type="QuoteOrder",
            filter=filters.QUOTES,
        ),
        _by_id("event", EVENT, "event"),
        Connection(
            "events",
            "Event",
            "All events.",
            orders=event_orders(),
            default_order="DATE_DESC",
            order_type="EventOrder",
            filter=filters.EVENTS,
        ),
        _by_id("source", SOURCE, "outlet"),
        Connection(
            "sources",
            "Source",
            "All outlets, by their name.",
            orders={"NAME_ASC": Order((Key('{child}.name collate "C"', "text"), Key("{child}.id", "uuid")))},
            default_order="NAME_ASC",
        ),
        SEARCH,
        CHANGES,
    ),
)
