"""The operations that write, process and export: the path of each, what it takes and what it answers."""

from dataclasses import replace
from functools import partial
from urllib.parse import parse_qsl

from starlette.responses import Response

from service.errors import (
    ActorConflict,
    ArticleConflict,
    Busy,
    InvalidArticle,
    InvalidBody,
    InvalidParameters,
    NotFound,
    ParameterProblem,
    PayloadTooLarge,
    PreconditionFailed,
    PreconditionRequired,
    ProcessorFailed,
    UnsupportedMediaType,
)
from service.http.media import JSON, NDJSON
from service.rest.batch import post_batch
from service.rest.examples import example
from service.rest.exporting import export_of
from service.rest.merging import merge_actor, split_actor
from service.rest.operation import Answer, Body, Call, Link, Operation, Parameter
from service.rest.processing import process_article
from service.rest.schemas import JsonSchema, reference
from service.rest.storing import delete_article, post_article, put_article
from service.rest.written import (
    ARTICLE,
    BATCH_EXAMPLE,
    LINE,
    MERGE_REQUEST,
    PROCESSED,
    PROCESSED_EXAMPLE,
    RAW,
    RAW_EXAMPLE,
    RESULT,
    SPLIT_REQUEST,
    lines_of,
)

_ETAG: JsonSchema = {
    "type": "string",
    "description": "The strong entity tag that GET would tell; `If-Match` takes it.",
}
_LOCATION: JsonSchema = {"type": "string", "format": "uri-reference", "description": "The address of the article."}
_IN_BODY = "$response.body#/id"
_LINKS = {
    "article": Link("getArticle", {"id": _IN_BODY}, "The article can be read."),
    "replacement": Link(
        "replaceArticle", {"id": _IN_BODY, "If-Match": "$response.header.ETag"}, "The article can be replaced."
    ),
    "deletion": Link("deleteArticle", {"id": _IN_BODY}, "The article can be deleted."),
}
_ARTICLE_ID = Parameter("id", "path", {"type": "string"}, "The id of an article.", required=True)
_ACTOR_ID = Parameter("id", "path", {"type": "string"}, "The id of an actor.", required=True)
_IF_MATCH = "The `ETag` that came with the article, the digest of its record in quotes, or `*`"
_BODY_PROBLEMS = (InvalidArticle, PayloadTooLarge, UnsupportedMediaType, Busy, ProcessorFailed)
_ARTICLE_BODY = Body({JSON: ARTICLE}, "An article, raw or processed, in UTF-8.", {JSON: PROCESSED_EXAMPLE})


def _shown(status: int, described: str) -> Answer:
    """An article, as GET would answer it."""
    kept = example("article")
    headers = {"ETag": _ETAG, "Location": _LOCATION}
    return Answer(status, described, {JSON: reference("Article")}, headers, _LINKS, kept.answer if kept else None)


def _actor(described: str) -> Answer:
    """An actor, as GET would answer it."""
    kept = example("actor")
    return Answer(200, described, {JSON: reference("Actor")}, {"ETag": _ETAG}, example=kept.answer if kept else None)


def _export(kind: str, described: str, line: JsonSchema | None = None) -> Operation:
    summary = f"Export all {kind}."
    return Operation(
        f"export{kind.capitalize()}",
        "GET",
        f"/v1/export/{kind}",
        "Export",
        summary,
        f"{summary} {described} Everything is of one moment. Where the stream fails, the connection breaks off before "
        "the response's end. With `Accept-Encoding: gzip` it comes packed.",
        "read",
        partial(export_of, kind=kind),
        (Answer(200, "JSON, one object a line.", lines_of(line, "One JSON object a line.")),),
        problems=(Busy,),
    )


_OPERATIONS = (
    Operation(
        "createArticle",
        "POST",
        "/v1/articles",
        "Articles",
        "Store an article.",
        "Store an article. A raw one, `body` and what is known of it, is processed by the built-in rules, or by what "
        "is configured in their place; a processed one, with `processor`, is stored as it is. It is known by its "
        "`externalId`, which is the sender's own, else by its `url`, else by its source and text. The same record "
        "again changes nothing; another record under the same identity is a conflict that tells both digests.",
        "write",
        post_article,
        (
            _shown(201, "The article was stored."),
            _shown(200, "The same record was stored already."),
        ),
        body=_ARTICLE_BODY,
        problems=(*_BODY_PROBLEMS, ArticleConflict, NotFound),
    ),
    Operation(
        "replaceArticle",
        "PUT",
        "/v1/articles/{id}",
        "Articles",
        "Replace an article.",
        "Replace an article by another record: its next revision, under the same id. `If-Match` says what is replaced.",
        "write",
        put_article,
        (_shown(200, "The article as it is now."),),
        (_ARTICLE_ID, Parameter("If-Match", "header", {"type": "string"}, f"{_IF_MATCH}.", required=True, example="*")),
        _ARTICLE_BODY,
        (*_BODY_PROBLEMS, ArticleConflict, NotFound, PreconditionFailed, PreconditionRequired),
    ),
    Operation(
        "deleteArticle",
        "DELETE",
        "/v1/articles/{id}",
        "Articles",
        "Delete an article.",
        "Delete an article with all that it alone says. To keep it and take back what it says, replace it by a record "
        "with the status RETRACTED.",
        "write",
        delete_article,
        (Answer(204, "The article was deleted."),),
        (
            _ARTICLE_ID,
            Parameter("If-Match", "header", {"type": "string"}, f"{_IF_MATCH}: another article is not deleted."),
        ),
        problems=(NotFound, PreconditionFailed),
    ),
    Operation(
        "writeBatch",
        "POST",
        "/v1/articles/batch",
        "Articles",
        "Store many articles.",
        "Store many articles, of any number. Each line is a BatchLine, each result a BatchResult, in order, told while "
        "lines still come. Lines take effect one after another; a bad one harms no other. A blank line has no result. "
        "What was told is stored, also where the connection breaks. With `Content-Encoding: gzip` it may come packed.",
        "write",
        post_batch,
        (Answer(200, "A result for each line.", lines_of(RESULT, "One BatchResult a line.")),),
        body=Body(lines_of(LINE, "One BatchLine a line."), "JSON, one object a line.", {NDJSON: BATCH_EXAMPLE}),
        problems=(UnsupportedMediaType, Busy),
    ),
    Operation(
        "processArticle",
        "POST",
        "/v1/process",
        "Processing",
        "Process a raw article.",
        "Process a raw article as it is when it is stored, and store nothing: what comes back is what would be stored.",
        "write",
        process_article,
        (Answer(200, "The processed article.", {JSON: PROCESSED}),),
        body=Body({JSON: RAW}, "A text, and what is known of it.", {JSON: RAW_EXAMPLE}),
        problems=_BODY_PROBLEMS,
    ),
    Operation(
        "mergeActor",
        "POST",
        "/v1/actors/{id}/merge",
        "Actors",
        "Merge an actor into another.",
        "Merge an actor into another that is the same in truth. Its id leads to the other one from then on. It can be "
        "undone by splitting. Done already, it changes nothing.",
        "admin",
        merge_actor,
        (_actor("The actor that both are now."),),
        (_ACTOR_ID,),
        Body({JSON: MERGE_REQUEST}, "The actor that it goes into."),
        (NotFound, ActorConflict, InvalidBody, PayloadTooLarge, UnsupportedMediaType),
    ),
    Operation(
        "splitActor",
        "POST",
        "/v1/actors/{id}/split",
        "Actors",
        "Split a merged actor off again.",
        "Split an actor off again that was merged into this one, with all that was merged into it before. Done "
        "already, it changes nothing.",
        "admin",
        split_actor,
        (_actor("The actor that was split off."),),
        (_ACTOR_ID,),
        Body({JSON: SPLIT_REQUEST}, "The former actor that is split off."),
        (NotFound, ActorConflict, InvalidBody, PayloadTooLarge, UnsupportedMediaType),
    ),
    _export(
        "articles",
        "Each line is a BatchLine: a batch, sent with the scope `admin`, stores all of it again with the same ids. "
        "Merges of actors come first.",
        LINE,
    ),
    _export("actors", "Actors with their names and counts; fields are named as in GraphQL."),
    _export("quotes", "Quotes with their place in the text, speaker and attribution; fields are named as in GraphQL."),
    _export("events", "Events with participants and reports; fields are named as in GraphQL."),
)


def _without_parameters(operation: Operation) -> Operation:
    """The operation, which refuses a query string: what is misspelt or misplaced must not go unnoticed."""

    async def handle(call: Call) -> Response:
        if query := call.request.scope["query_string"]:
            names = [name for name, _ in parse_qsl(query.decode("latin-1"), keep_blank_values=True)]
            raise InvalidParameters([ParameterProblem(name[:100], "there are no parameters here") for name in names])
        return await operation.handle(call)

    return replace(operation, handle=handle)


WRITES = tuple(map(_without_parameters, _OPERATIONS))
"""The operations that write, process and export."""
