"""The operations that read: the path of each, the stored operation that answers it, and where its answer leads."""

from collections.abc import Mapping

from service.errors import CursorExpired, InvalidParameters, NotFound, OnRecordError
from service.http.media import JSON
from service.rest.examples import example
from service.rest.linked_data import LD_JSON
from service.rest.linked_data import SCHEMA as LD_SCHEMA
from service.rest.operation import Answer, Link, Operation, Parameter
from service.rest.reading import Reading
from service.rest.schemas import Answers, JsonSchema
from service.rest.stored import STORED

ANSWERS = Answers()
"""The schemas of what reads take and answer."""

ETAG: JsonSchema = {
    "type": "string",
    "description": "A strong entity tag: equal as long as the answer is. Send it as `If-None-Match` to be told so.",
}
IF_NONE_MATCH = Parameter(
    "If-None-Match",
    "header",
    {"type": "string"},
    "The `ETag` of an answer that is at hand: where it still holds, 304 says so without a body.",
)
LINK: JsonSchema = {
    "type": "string",
    "description": "The addresses of the first, the next and the previous page, as RFC 8288 has them.",
}


def _read(
    operation_id: str,
    name: str,
    path: str,
    tag: str,
    links: Mapping[str, Link] | None = None,
    linked: str | None = None,
    problems: tuple[type[OnRecordError], ...] = (),
) -> Operation:
    """The operation that reads what a stored one answers; its words are those of the stored one."""
    stored = STORED[name]
    reading = Reading(name, path, linked, ANSWERS)
    told = stored.definition.description
    summary, _, description = (told.value if told else "").partition("\n\n")
    content = {JSON: ANSWERS.answer(stored.definition.selection_set, stored.fragments, stored.place)}
    if linked:
        content[LD_JSON] = {**LD_SCHEMA}
    is_list = any(parameter.name == "first" for parameter in reading.parameters)
    kept = example(name)
    return Operation(
        operation_id,
        "GET",
        path,
        tag,
        summary,
        f"{summary} {description}".strip(),
        "read",
        reading,
        (
            Answer(
                200,
                "What was asked for.",
                content,
                {"ETag": ETAG, **({"Link": LINK} if is_list else {})},
                links or {},
                kept.answer if kept else None,
            ),
            Answer(304, "The answer is still the one that `If-None-Match` names.", headers={"ETag": ETAG}),
        ),
        (*(kept.shown_in(parameter) if kept else parameter for parameter in reading.parameters), IF_NONE_MATCH),
        problems=(InvalidParameters, *([NotFound] if "{id}" in path else []), *problems),
    )


def _first_to(operation_id: str, kind: str) -> Mapping[str, Link]:
    """A list's link to what reads one of its objects."""
    described = f"The {kind} that comes first can be read by its id."
    return {kind: Link(operation_id, {"id": "$response.body#/nodes/0/id"}, described)}


READS = (
    _read("listArticles", "articles", "/v1/articles", "Articles", _first_to("getArticle", "article")),
    _read("getArticle", "article", "/v1/articles/{id}", "Articles", linked="linkedArticle"),
    _read("listArticleQuotes", "articleQuotes", "/v1/articles/{id}/quotes", "Articles", _first_to("getQuote", "quote")),
    _read("listActors", "actors", "/v1/actors", "Actors", _first_to("getActor", "actor")),
    _read("getActor", "actor", "/v1/actors/{id}", "Actors"),
    _read("listActorQuotes", "actorQuotes", "/v1/actors/{id}/quotes", "Actors", _first_to("getQuote", "quote")),
    _read("listQuotes", "quotes", "/v1/quotes", "Quotes", _first_to("getQuote", "quote")),
    _read("getQuote", "quote", "/v1/quotes/{id}", "Quotes"),
    _read("listEvents", "events", "/v1/events", "Events", _first_to("getEvent", "event")),
    _read("getEvent", "event", "/v1/events/{id}", "Events"),
    _read("search", "search", "/v1/search", "Search"),
    _read("listSources", "sources", "/v1/sources", "Sources"),
    _read("listChanges", "changes", "/v1/changes", "Changes", problems=(CursorExpired,)),
)
"""The operations that read."""
