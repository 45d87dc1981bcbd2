"""Errors as RFC 9457 has them: application/problem+json of one shape, each type with a page that tells of it."""

import html
import inspect
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from service.errors import InvalidArticle, InvalidParameters, NotFound, OnRecordError
from service.http.failures import answered_error

MEDIA_TYPE = "application/problem+json"
PAGES = "/problems"
"""The path below which each type of problem has its page; `type` is a reference relative to the service."""

SCHEMA: Mapping[str, Any] = {
    "type": "object",
    "description": "Problem details (RFC 9457): what went wrong with a request, and how to mend it.",
    "properties": {
        "type": {
            "type": "string",
            "format": "uri-reference",
            "description": "The address of a page that tells of problems of this type.",
        },
        "title": {"type": "string", "description": "What problems of this type have in common."},
        "status": {"type": "integer", "format": "int32", "description": "The HTTP status."},
        "detail": {"type": "string", "description": "What was wrong with this request, and how to mend it."},
        "code": {"type": "string", "description": "The type for programs; the same as in errors of GraphQL."},
        "id": {"type": "string", "description": "Under which the service's log tells more, where it does."},
        "storedId": {"type": "string", "description": "The article that another record is stored under."},
        "storedDigest": {
            "type": "string",
            "description": "The digest of the record that is stored; `If-Match` takes it in quotes.",
        },
        "sentDigest": {"type": "string", "description": "The digest of the record that was sent."},
        "errors": {
            "type": "array",
            "description": "What was wrong with each part of the request.",
            "items": {
                "type": "object",
                "properties": {
                    "pointer": {"type": "string", "description": "The part of the body, as a JSON pointer (RFC 6901)."},
                    "parameter": {"type": "string", "description": "The parameter of the query string."},
                    "detail": {"type": "string", "description": "What is wrong with it, and how to mend it."},
                },
                "required": ["detail"],
            },
        },
    },
    "required": ["type", "title", "status", "detail", "code"],
}
"""The JSON Schema of a problem. Digests are told by conflicts and preconditions alone."""

MAX_DETAIL = 900
"""Characters of a problem's detail: it repeats what a client sent, however long that is."""


def problem_response(error: Exception) -> Response:
    """The answer to a request that failed. What a client can't mend is logged, with the id it is told."""
    known = answered_error(error)
    # What failed now may be answered later: no cache may keep it.
    headers = {**known.headers, "Cache-Control": "no-store"}
    body = json.dumps(problem(known), ensure_ascii=False).encode("utf-8", "replace")
    return Response(body, known.status, headers, media_type=MEDIA_TYPE)


def problem(error: OnRecordError) -> dict[str, Any]:
    """The problem details of an error: type, title, status, detail, code, and what else a program can act on."""
    told: dict[str, Any] = {
        **plain_problem(type(error), _short(str(error))),
        **error.details,
    }
    if error.error_id:
        told["id"] = error.error_id
    if isinstance(error, InvalidArticle):
        told["errors"] = [{"pointer": each.pointer, "detail": _short(each.message)} for each in error.problems]
    if isinstance(error, InvalidParameters):
        told["errors"] = [{"parameter": each.parameter, "detail": _short(each.message)} for each in error.problems]
    return told


def plain_problem(kind: type[OnRecordError], detail: str) -> dict[str, Any]:
    """What the problem details of every error have."""
    return {
        "type": f"{PAGES}/{problem_name(kind)}",
        "title": kind.title,
        "status": kind.status,
        "detail": detail,
        "code": kind.code,
    }


def problem_name(kind: type[OnRecordError]) -> str:
    """The last part of a problem's type: `payload-too-large`."""
    return re.sub(r"(?<!^)(?=[A-Z])", "-", kind.__name__).lower()


def problem_types() -> Iterator[type[OnRecordError]]:
    """Every type of error, each after those that it is one of."""
    waiting: list[type[OnRecordError]] = [OnRecordError]
    while waiting:
        kind = waiting.pop(0)
        waiting += kind.__subclasses__()
        yield kind


async def problem_page(request: Request) -> Response:
    """The page that a problem's `type` leads to."""
    name = request.path_params["name"]
    for kind in problem_types():
        if problem_name(kind) == name:
            return HTMLResponse(_page(kind))
    return problem_response(NotFound(f"{PAGES}/{name[:100]}: there is no such type of problem"))


def _page(kind: type[OnRecordError]) -> str:
    title, meaning = html.escape(kind.title), html.escape(inspect.cleandoc(kind.__doc__ or ""))
    return (
        f'<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n<title>{title}</title>\n'
        f"<h1>{title}</h1>\n<p>{meaning}</p>\n"
        f"<p>HTTP status {kind.status}, code {kind.code}. <code>detail</code> says what was wrong with this request "
        "and how to mend it; <code>errors</code>, where there are any, name each field by a JSON pointer, or each "
        "parameter of the query string.</p>\n</html>\n"
    )


def _short(text: str) -> str:
    return text if len(text) <= MAX_DETAIL else f"{text[:MAX_DETAIL]}…"
