"""Merges actors that are one, and splits what was merged."""

from typing import TypeVar
from uuid import UUID

from pydantic import BaseModel, ValidationError
from starlette.responses import Response

from service.article import problems_of
from service.errors import ActorConflict, InvalidBody, NotFound
from service.http.body import whole_body
from service.http.media import JSON, negotiated
from service.query.identifier import read_id
from service.record import Model
from service.rest.operation import Call
from service.rest.stored import read
from service.rest.storing import decoded
from service.storage.lines import ActorId, public_id
from service.storage.lookups import actual_actor


class MergeRequest(Model):
    """Into which actor the one in the path is to be merged."""

    into: ActorId


class SplitRequest(Model):
    """Which actor is to be taken out of the one in the path, into which it was merged."""

    former: ActorId


async def merge_actor(call: Call) -> Response:
    """Merge the actor that the path names into another."""
    former = _actor_id(call)
    wanted = await _body(call, MergeRequest)
    return await _shown(call, await call.services.writing.merge(former, wanted.into))


async def split_actor(call: Call) -> Response:
    """Take a former actor out of the one that the path names."""
    merged = _actor_id(call)
    former = (await _body(call, SplitRequest)).former
    pool = call.services.pool
    now = await actual_actor(pool, former)
    # What is split already stays so.
    if now not in {former, await actual_actor(pool, merged)}:
        raise ActorConflict(
            f"former: {public_id('actor', former)} was merged into {public_id('actor', now)}: split it from that one"
        )
    await call.services.writing.split(former)
    return await _shown(call, former)


def _actor_id(call: Call) -> UUID:
    told = call.request.path_params["id"]
    found = read_id(told, "actor")
    if found is None:
        raise NotFound(f"id: {told[:100]} is not the id of an actor, which begins with actor_")
    return found


_Wanted = TypeVar("_Wanted", bound=BaseModel)


async def _body(call: Call, model: type[_Wanted]) -> _Wanted:
    negotiated(call.request.headers.get("accept", ""), (JSON,))
    data = await whole_body(call.request, JSON, call.services.settings.max_request_bytes)
    value = decoded(data)
    try:
        return model.model_validate(value, by_name=False)
    except ValidationError as error:
        raise InvalidBody(problems_of(error)) from None


async def _shown(call: Call, actor: UUID) -> Response:
    """What GET answers of an actor."""
    name = public_id("actor", actor)
    shown = await read(call.services, "actor", {"id": name})
    if shown is None:
        raise NotFound(f"{name}: no stored article speaks of this actor any more")
    return Response(shown.body, 200, {"ETag": shown.etag}, media_type=JSON)
