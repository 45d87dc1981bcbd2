"""The fields of Query: where a read begins."""

from service.catalog import filters
from service.catalog.change import CHANGES
from service.catalog.model import Condition, Connection, FilterField, Key, Lookup, ObjectType, Order
from service.catalog.orders import actor_orders, article_orders, event_orders, quote_orders
from service.catalog.search import SEARCH


def _by_id(name: str, node: str, what: str) -> Lookup:
    by_id = Condition("{child}.id = {value}", "id", "uuid", node=node)
    return Lookup(
        name, node, FilterField("id", "ID!", "Its id.", (by_id,)), f"The {what} of this id; null where there is none."
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
        _by_id("article", "Article", "article"),
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
        _by_id("actor", "Actor", "actor"),
        Connection(
            "actors",
            "Actor",
            "All actors.",
            orders=actor_orders(),
            default_order="MENTIONS_DESC",
            order_type="ActorOrder",
            filter=filters.ACTORS,
        ),
        _by_id("quote", "Quote", "quote"),
        Connection(
            "quotes",
            "Quote",
            "All quotes.",
            orders=quote_orders(),
            default_order="PUBLISHED_DESC",
            order_type="QuoteOrder",
            filter=filters.QUOTES,
        ),
        _by_id("event", "Event", "event"),
        Connection(
            "events",
            "Event",
            "All events.",
            orders=event_orders(),
            default_order="DATE_DESC",
            order_type="EventOrder",
            filter=filters.EVENTS,
        ),
        _by_id("source", "Source", "outlet"),
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
