"""The OpenAPI 3.1 document of a table of operations, and of the schemas that these refer to."""

from collections.abc import Iterable, Mapping
from http import HTTPStatus
from importlib.metadata import version
from typing import Any

from service.errors import (
    BadInput,
    Forbidden,
    HeadTooLarge,
    InternalError,
    NotAcceptable,
    OnRecordError,
    RequestTimedOut,
    TimedOut,
    TooManyRequests,
    Unauthenticated,
    Unavailable,
)
from service.http.media import JSON
from service.rest.operation import Answer, Link, Operation, Parameter, Schema
from service.rest.problem import MEDIA_TYPE, plain_problem
from service.rest.problem import SCHEMA as PROBLEM
from service.rest.schemas import reference

ALWAYS = (
    BadInput,
    Unauthenticated,
    Forbidden,
    NotAcceptable,
    RequestTimedOut,
    TooManyRequests,
    HeadTooLarge,
    InternalError,
    Unavailable,
    TimedOut,
)
"""The errors that every operation may answer with."""

TAGS = {
    "Articles": "News articles: stored, replaced, deleted and read, with their quotes.",
    "Actors": "Who is named in articles: people, organizations, places and groups.",
    "Quotes": "Who said what, in which article.",
    "Events": "What happened, and which articles tell of it.",
    "Search": "All of it by words.",
    "Sources": "The outlets that publish articles.",
    "Changes": "What was stored, changed, deleted and merged, in order.",
    "Processing": "What is read in a text.",
    "Export": "All that is stored, for copies and mirrors.",
}

SCHEME = "apiKey"
HEADERS: Mapping[str, Schema] = {
    "Retry-After": {"type": "integer", "minimum": 1, "description": "Seconds after which it may succeed."},
    "WWW-Authenticate": {"type": "string", "description": "How to send a key, as RFC 6750 has it."},
}
OF_STATUS = {401: ("WWW-Authenticate",), 429: ("Retry-After",), 503: ("Retry-After",)}
"""Status -> headers that a problem of it has."""

DESCRIPTION = """\
Who said what, in which article, about which event - and where exactly it says so.

Offsets count Unicode code points of an article's `body`: `body[start:end]` is what is shown. What is unknown is null,
never a guess. Lists come in pages, whose `Link` header leads to the next one. Every answer has a strong `ETag`. Errors
are problem details (RFC 9457), whose `type` is the address of a page that tells of them. Ids are opaque, and the same
over GraphQL, which is at `/graphql`.\
"""


def document(operations: Iterable[Operation], components: Mapping[str, Schema]) -> dict[str, Any]:
    """The document of these operations; components: the schemas that they refer to."""
    paths: dict[str, dict[str, Any]] = {}
    kinds: set[type[OnRecordError]] = set()
    for operation in operations:
        kinds.update(_problems(operation))
        paths.setdefault(operation.path, {})[operation.method.lower()] = _operation(operation)
    used = {operation["tags"][0] for path in paths.values() for operation in path.values()}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "On Record",
            "version": version("onrecord"),
            "description": DESCRIPTION,
            "contact": {"name": "On Record"},
            "license": {"name": "Apache License 2.0", "identifier": "Apache-2.0"},
        },
        "servers": [{"url": "/", "description": "The service that this document comes from."}],
        "tags": [{"name": name, "description": text} for name, text in TAGS.items() if name in used],
        "paths": paths,
        "components": {
            "schemas": dict(sorted({**components, "Problem": PROBLEM}.items())),
            "responses": {_response_name(each): _problem_answer(each, kinds) for each in sorted(_statuses(kinds))},
            "securitySchemes": {
                SCHEME: {
                    "type": "http",
                    "scheme": "bearer",
                    "description": (
                        "An API key with the scope that the operation names. Where the service has no keys, all may "
                        "read, and write from its own machine."
                    ),
                }
            },
        },
    }


def _operation(operation: Operation) -> dict[str, Any]:
    told: dict[str, Any] = {
        "operationId": operation.id,
        "tags": [operation.tag],
        "summary": operation.summary,
        "description": f"{operation.description}\n\nWhere the service has API keys, it takes one with the scope "
        f"`{operation.scope}`.",
        "parameters": [_parameter(parameter) for parameter in operation.parameters],
        "responses": _responses(operation),
        # {} stands for no key.
        "security": [{SCHEME: []}, {}],
    }
    if operation.body is not None:
        body = operation.body
        told["requestBody"] = {
            "description": body.description,
            "required": True,
            "content": {media: _content(schema, body.examples.get(media)) for media, schema in body.content.items()},
        }
    return told


def _parameter(parameter: Parameter) -> dict[str, Any]:
    told = {
        "name": parameter.name,
        "in": parameter.place,
        "description": parameter.description,
        "required": parameter.required or parameter.place == "path",
        "schema": parameter.schema,
    }
    if parameter.schema.get("type") == "array":
        told |= {"style": "form", "explode": True}
    if parameter.example is not None:
        told["example"] = parameter.example
    return told


def _responses(operation: Operation) -> dict[str, Any]:
    answers = {str(answer.status): _answer(answer) for answer in operation.answers}
    problems = {str(status): _response(status) for status in sorted(_statuses(_problems(operation)))}
    return {**answers, **problems}


def _answer(answer: Answer) -> dict[str, Any]:
    told: dict[str, Any] = {"description": answer.description}
    if answer.headers:
        told["headers"] = {name: _header(schema) for name, schema in answer.headers.items()}
    if answer.content:
        told["content"] = {
            media: _content(schema, answer.example if media == JSON else None)
            for media, schema in answer.content.items()
        }
    if answer.links:
        told["links"] = {name: _link(link) for name, link in answer.links.items()}
    return told


def _content(schema: Schema, example: Any) -> dict[str, Any]:
    return {"schema": schema} if example is None else {"schema": schema, "example": example}


def _header(schema: Schema) -> dict[str, Any]:
    return {
        "description": schema["description"],
        "schema": {name: part for name, part in schema.items() if name != "description"},
    }


def _link(link: Link) -> dict[str, Any]:
    return {"operationId": link.operation_id, "parameters": dict(link.parameters), "description": link.description}


def _problems(operation: Operation) -> set[type[OnRecordError]]:
    return {*ALWAYS, *operation.problems}


def _statuses(kinds: Iterable[type[OnRecordError]]) -> set[int]:
    return {kind.status for kind in kinds}


def _response_name(status: int) -> str:
    return "".join(word.capitalize() for word in HTTPStatus(status).phrase.replace("-", " ").split())


def _response(status: int) -> dict[str, str]:
    return {"$ref": f"#/components/responses/{_response_name(status)}"}


def _problem_answer(status: int, kinds: Iterable[type[OnRecordError]]) -> dict[str, Any]:
    """The response of a status: a problem of one of these types, each with an example."""
    told = sorted((kind for kind in kinds if kind.status == status), key=lambda kind: kind.__name__)
    described: dict[str, Any] = {
        "description": "".join(f"{kind.title}. " for kind in told).strip(),
        "content": {
            MEDIA_TYPE: {
                "schema": reference("Problem"),
                "examples": {kind.__name__: {"value": plain_problem(kind, f"{kind.title}.")} for kind in told},
            }
        },
    }
    if status in OF_STATUS:
        described["headers"] = {name: _header(HEADERS[name]) for name in OF_STATUS[status]}
    return described
