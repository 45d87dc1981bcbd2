"""Stores, replaces and deletes single articles."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from starlette.responses import Response

from service.access.caller import Caller
from service.article import read_article
from service.errors import BadInput, NotFound, PreconditionFailed, PreconditionRequired
from service.http.body import whole_body
from service.http.media import JSON, negotiated
from service.processor import Processor, processed
from service.query.identifier import read_id
from service.rest.operation import Call
from service.rest.outcomes import conflict_error, refusal_error
from service.rest.precondition import check_match, if_match
from service.rest.stored import current_tag, read
from service.storage.lines import public_id
from service.storage.lookups import stored_digest
from service.storage.submission import Outcome, Refusal, Result, Submission
from service.strict_json import decode_json

PATH = "/v1/articles"


async def post_article(call: Call) -> Response:
    """Store an article, or find it stored already."""
    submission = await _submission(call)
    outcome = await call.services.writing.store(submission)
    if outcome.refusal is Refusal.DIFFERS:
        (rival,) = outcome.rivals
        raise conflict_error(
            f"{public_id('article', rival.id)} is stored with another record: to replace it, PUT this one to "
            f'{PATH}/{public_id("article", rival.id)} with If-Match: "{rival.digest}", or send it under its own '
            "externalId or url",
            outcome,
        )
    return await _shown(call, outcome, 201 if outcome.result is Result.CREATED else 200)


async def put_article(call: Call) -> Response:
    """Replace the article that the path names, as long as it is the one that If-Match names."""
    article = article_id(call)
    tags = if_match(call.request)
    if tags is None:
        raise PreconditionRequired(
            "If-Match: is required: the ETag that came with the article, the digest of its record, or *"
        )
    submission = await _submission(call)
    try:
        digest = await _matched(call, article, tags)
    except PreconditionFailed:
        # A request whose answer was lost is sent again: what it asks for is so by now.
        digest = submission.digest
        if digest != await stored_digest(call.services.pool, article):
            raise
    outcome = await call.services.writing.store(replace(submission, target=article, replaces=digest))
    return await _shown(call, outcome, 200)


async def delete_article(call: Call) -> Response:
    """Delete the article that the path names; with If-Match as long as it is the one that this names."""
    article = article_id(call)
    tags = if_match(call.request)
    digest = None if tags is None else await _matched(call, article, tags)
    if not await call.services.writing.delete([article], digest):
        if digest is not None and await stored_digest(call.services.pool, article) is not None:
            raise PreconditionFailed("If-Match: the article has changed just now: get it anew")
        raise _missing(article)
    return Response(status_code=204)


def article_id(call: Call) -> UUID:
    """The article that the path names. Raises NotFound for what is no id."""
    told = call.request.path_params["id"]
    found = read_id(told, "article")
    if found is None:
        raise NotFound(f"id: {told[:100]} is not the id of an article, which begins with article_")
    return found


def decoded(data: bytes) -> Any:
    """The JSON value in a body."""
    try:
        return decode_json(data)
    except BadInput as error:
        raise BadInput(f"the body: {error}") from None


async def _submission(call: Call) -> Submission:
    negotiated(call.request.headers.get("accept", ""), (JSON,))
    data = await whole_body(call.request, JSON, call.services.settings.max_request_bytes)
    return await call.services.writing.think(_read, data, call.caller, call.services.processor)


def _read(data: bytes, caller: Caller, processor: Processor) -> Submission:
    """The article in a body, checked, and processed where it is raw: long at work."""
    submission = Submission(processed(read_article(decoded(data)), processor), caller.name)
    # Each is kept once it is told: here, and not in the thread that stores.
    _ = submission.keys, submission.digest, submission.prepared
    return submission


async def _matched(call: Call, article: UUID, tags: frozenset[str]) -> str:
    """The digest of the stored record, which is the one that the tags name. Raises NotFound and PreconditionFailed."""
    # In this order: what is compared is never older than the digest that must still be stored when it is replaced.
    digest = await stored_digest(call.services.pool, article)
    etag = await current_tag(call.services, "article", {"id": public_id("article", article)})
    if digest is None:
        raise _missing(article)
    check_match(tags, etag, digest)
    return digest


async def _shown(call: Call, outcome: Outcome, status: int) -> Response:
    """What GET answers of an article that was stored. Raises why it was not."""
    if outcome.id is None:
        raise refusal_error(outcome)
    name = public_id("article", outcome.id)
    shown = await read(call.services, "article", {"id": name})
    if shown is None:
        raise NotFound(f"{name} was stored, and deleted before it could be shown")
    return Response(shown.body, status, {"Location": f"{PATH}/{name}", "ETag": shown.etag}, media_type=JSON)


def _missing(article: UUID) -> NotFound:
    return NotFound(f"id: {public_id('article', article)} is not stored")
