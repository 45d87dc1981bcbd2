"""An article as schema.org words it, in JSON-LD: a NewsArticle with its Quotations, their speakers, and its events."""

import json
from collections.abc import Mapping
from typing import Any

from service.rest.operation import Schema

LD_JSON = "application/ld+json"
CONTEXT = "https://schema.org"
FORM = "ld-1"
"""What its entity tags end with: another number where the same rows are worded otherwise."""

Node = dict[str, Any]

_KINDS = {"PERSON": "Person", "ORGANIZATION": "Organization", "PLACE": "Place", "GROUP": "Organization"}
"""Kind of actor -> type of schema.org, to which people together are an organization too."""


_TEXT: Schema = {"type": "string"}
_PLACED = {"@id": _TEXT, "identifier": _TEXT}


def _node(kind: Schema, needed: Mapping[str, Schema], known: Mapping[str, Schema]) -> Schema:
    """A node with its type; what is needed is always there, the rest where it is known."""
    always = {"@type": kind, **needed}
    return {"type": "object", "properties": {**always, **known}, "required": list(always)}


def _array(items: Schema) -> Schema:
    return {"type": "array", "items": items}


_ACTOR = _node(
    {"type": "string", "enum": sorted({*_KINDS.values()})}, {**_PLACED, "name": _TEXT}, {"sameAs": _array(_TEXT)}
)
_EVENT = _node(
    {"const": "Event"}, {**_PLACED, "name": _TEXT}, {"startDate": _TEXT, "endDate": _TEXT, "location": _ACTOR}
)
_PART_OF: Schema = {"type": "object", "properties": {"@id": _TEXT}, "required": ["@id"]}
_QUOTATION = _node(
    {"const": "Quotation"}, {**_PLACED, "text": _TEXT, "isPartOf": _PART_OF}, {"spokenByCharacter": _ACTOR}
)
_PUBLISHER = _node({"const": "NewsMediaOrganization"}, {"identifier": _TEXT, "name": _TEXT}, {"url": _TEXT})

SCHEMA: Schema = {
    **_node(
        {"const": "NewsArticle"},
        {"@context": {"const": CONTEXT}, **_PLACED, "articleBody": _TEXT},
        {
            **dict.fromkeys(("url", "headline", "inLanguage", "datePublished", "dateModified"), _TEXT),
            "publisher": _PUBLISHER,
            "mentions": _array(_ACTOR),
            "about": _array(_EVENT),
            "hasPart": _array(_QUOTATION),
        },
    ),
    "description": (
        "A NewsArticle of schema.org with its Quotations; what is not known is left out. Each `@id` is relative to the "
        "address of the article. Of each list the first 100 are told, of events 50."
    ),
}


def news_article(article: Mapping[str, Any]) -> bytes:
    """The JSON-LD of what the stored operation linkedArticle answers; what is not known is left out."""
    quotes = article["quotes"]["nodes"]
    node = _present(
        {
            "@context": CONTEXT,
            **_identified("NewsArticle", "articles", article["id"]),
            "url": article["url"],
            "headline": article["headline"],
            "articleBody": article["body"],
            "inLanguage": None if article["language"] == "und" else article["language"],
            "datePublished": article["datePublished"],
            "dateModified": article["dateModified"],
            "publisher": _publisher(article["source"]),
            "mentions": [_actor(actor) for actor in article["actors"]["nodes"]],
            "about": [_event(event) for event in article["events"]["nodes"]],
            "hasPart": [_quotation(quote, article["id"]) for quote in quotes],
        }
    )
    return json.dumps(node, ensure_ascii=False, separators=(",", ":")).encode()


def _present(node: Node) -> Node:
    return {name: value for name, value in node.items() if value not in (None, [])}


def _identified(kind: str, collection: str, identifier: str) -> Node:
    """An @id is a reference relative to the address of the article."""
    return {"@type": kind, "@id": f"/v1/{collection}/{identifier}", "identifier": identifier}


def _publisher(source: Mapping[str, Any] | None) -> Node | None:
    if source is None:
        return None
    url = f"https://{source['domain']}" if source["domain"] else None
    return _present({"@type": "NewsMediaOrganization", "identifier": source["id"], "name": source["name"], "url": url})


def _actor(actor: Mapping[str, Any] | None) -> Node | None:
    if actor is None:
        return None
    told = _identified(_KINDS[actor["kind"]], "actors", actor["id"])
    return _present({**told, "name": actor["name"], "sameAs": actor["sameAs"]})


def _quotation(quote: Mapping[str, Any], article: str) -> Node:
    return _present(
        {
            **_identified("Quotation", "quotes", quote["id"]),
            "text": quote["text"],
            "spokenByCharacter": _actor(quote["speaker"]),
            "isPartOf": {"@id": f"/v1/articles/{article}"},
        }
    )


def _event(event: Mapping[str, Any]) -> Node:
    return _present(
        {
            **_identified("Event", "events", event["id"]),
            "name": event["name"],
            "startDate": event["startDate"],
            "endDate": event["endDate"],
            "location": _actor(event["location"]),
        }
    )
