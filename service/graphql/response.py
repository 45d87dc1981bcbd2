"""Answers as GraphQL over HTTP has them: data as Postgres built it, errors with codes."""

import json
from collections.abc import Mapping
from typing import Any

from graphql import GraphQLError
from starlette.responses import Response

from service.errors import DocumentRefused, OnRecordError, VariablesRefused
from service.http.answer import Answer
from service.http.failures import answered_error
from service.http.media import JSON

MAX_MESSAGE = 900
"""Characters of an error's message: the validator repeats what it was given, however long that is."""


def data_response(data: bytes, media: str, extensions: Mapping[str, Any] | None = None) -> Response:
    """The answer of an operation; `data` is JSON."""
    if extensions:
        data += b',"extensions":' + json.dumps(extensions).encode()
    body = b"".join((b'{"data":', data, b"}"))
    return Answer(body, 200, [(b"content-length", b"%d" % len(body)), (b"content-type", media.encode())])


def error_response(error: Exception, media: str, *, well_formed: bool = False) -> Response:
    """The answer to what could not be run or failed. What a client can't mend is logged, with the id it is told.

    well_formed: whether the request was one of GraphQL over HTTP; clients of plain JSON then read errors off 200.
    """
    known = answered_error(error)
    status = 200 if well_formed and media == JSON and known.status == 400 else known.status
    # What failed now may be answered later: no cache may keep it.
    headers = {**known.headers, "Cache-Control": "no-store"}
    body = json.dumps({"errors": error_list(known)}, ensure_ascii=False).encode("utf-8", "replace")
    return Response(body, status, headers, media_type=media)


def error_list(error: OnRecordError) -> list[dict[str, Any]]:
    """The `errors` of a response: each with its message, its code and, where they are known, its places."""
    if isinstance(error, DocumentRefused | VariablesRefused):
        return [_told(problem.message, problem, error) for problem in error.problems]
    cause = error.__cause__
    return [_told(str(error), cause if isinstance(cause, GraphQLError) else None, error)]


def _told(message: str, place: GraphQLError | None, error: OnRecordError) -> dict[str, Any]:
    told: dict[str, Any] = {"message": message if len(message) <= MAX_MESSAGE else f"{message[:MAX_MESSAGE]}…"}
    if place is not None and place.locations:
        told["locations"] = [{"line": each.line, "column": each.column} for each in place.locations]
    return {**told, "extensions": error.extensions}
