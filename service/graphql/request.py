"""Reads a GraphQL request off HTTP: POST with JSON, GET with a query string (GraphQL over HTTP)."""

import json
from dataclasses import dataclass, field
from typing import Any

from starlette.requests import Request

from service.errors import BadInput, MethodNotAllowed, PayloadTooLarge, UnsupportedMediaType


@dataclass(frozen=True)
class GraphQLRequest:
    """One operation to run."""

    query: str
    operation_name: str | None = None
    variables: dict[str, Any] = field(default_factory=dict)


async def read_request(request: Request, max_bytes: int) -> GraphQLRequest:
    """The operation in a request. Raises BadInput and its kin for what is none."""
    if request.method in {"GET", "HEAD"}:
        return _from_query_string(request)
    if request.method != "POST":
        raise MethodNotAllowed("use POST, or GET for queries", allow="GET, HEAD, POST")
    media_type, _, parameters = request.headers.get("content-type", "").partition(";")
    if media_type.strip().lower() != "application/json":
        raise UnsupportedMediaType(f"Content-Type: must be application/json, not {media_type.strip() or 'absent'}")
    charset = parameters.lower().replace(" ", "").replace('"', "").partition("charset=")[2].partition(";")[0]
    if charset not in {"", "utf-8", "utf8"}:
        raise UnsupportedMediaType(f"Content-Type: charset must be utf-8, not {charset}")
    return _from_json(_decoded(await _body(request, max_bytes), "the body"))


async def _body(request: Request, max_bytes: int) -> bytes:
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > max_bytes:
            raise PayloadTooLarge(f"the body is over {max_bytes} bytes: send less, or use persisted documents")
    return bytes(body)


def _decoded(text: bytes | str, what: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise BadInput(f"{what}: is not JSON: {error}") from None


def _from_query_string(request: Request) -> GraphQLRequest:
    given = request.query_params
    parameters = {name: _decoded(given[name], name) for name in ("variables", "extensions") if given.get(name)}
    return _from_json({"query": given.get("query"), "operationName": given.get("operationName") or None, **parameters})


def _from_json(parameters: Any) -> GraphQLRequest:
    if not isinstance(parameters, dict):
        raise BadInput('the body: must be a JSON object, {"query": …, "variables": …, "operationName": …}')
    query, name = parameters.get("query"), parameters.get("operationName")
    variables, extensions = parameters.get("variables"), parameters.get("extensions")
    if not isinstance(query, str) or not query.strip():
        raise BadInput("query: is required, a GraphQL document")
    if name is not None and not isinstance(name, str):
        raise BadInput("operationName: must be a string or null")
    if variables is not None and not isinstance(variables, dict):
        raise BadInput("variables: must be a JSON object or null")
    if extensions is not None and not isinstance(extensions, dict):
        raise BadInput("extensions: must be a JSON object or null")
    return GraphQLRequest(query, name, variables or {})
