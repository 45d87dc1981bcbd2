"""Reads a GraphQL request off HTTP: POST with JSON, GET with a query string (GraphQL over HTTP)."""

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Any, NamedTuple

from starlette.datastructures import QueryParams
from starlette.requests import ClientDisconnect
from starlette.types import Receive, Scope

from service.errors import BadInput, MethodNotAllowed, PayloadTooLarge, UnsupportedMediaType
from service.http.headers import header
from service.strict_json import decode_json

METHODS = "GET, HEAD, POST"
SAFE_METHODS = frozenset({"GET", "HEAD"})
PARAMETERS = ("query", "documentId", "operationName", "variables", "extensions")
_JSON_PARAMETERS = frozenset({"variables", "extensions"})


class PersistedQuery(NamedTuple):
    """A document told by the hash of its text or by another id; `field` is where the request has it."""

    id: str
    field: str


class GraphQLRequest(NamedTuple):
    """One operation to run. At least one of `query`, the document, and `persisted` is given."""

    query: str | None
    persisted: PersistedQuery | None = None
    operation_name: str | None = None
    variables: Mapping[str, Any] = MappingProxyType({})
    tells_cost: bool = False


async def read_request(scope: Scope, receive: Receive, max_bytes: int) -> GraphQLRequest:
    """The operation in a request. Raises BadInput and its kin for what is none."""
    if scope["method"] in SAFE_METHODS:
        return from_json(_query_string(scope))
    if scope["method"] != "POST":
        raise MethodNotAllowed("use POST, or GET for queries", allow=METHODS)
    _check_coding(header(scope, b"content-encoding", "identity"))
    _check_media_type(header(scope, b"content-type"))
    return from_json(_decoded(await _body(receive, max_bytes), "the body"))


def _check_coding(coding: str) -> None:
    if coding.strip().lower() != "identity":
        raise UnsupportedMediaType(f"Content-Encoding: must be absent, not {coding[:100]}: send the body as it is")


@lru_cache(maxsize=16)
def _check_media_type(content_type: str) -> None:
    """Raise UnsupportedMediaType unless it is JSON in UTF-8."""
    media_type, _, parameters = content_type.partition(";")
    if media_type.strip().lower() != "application/json":
        raise UnsupportedMediaType(
            f"Content-Type: must be application/json, not {media_type.strip()[:100] or 'absent'}"
        )
    if parameters:
        charset = parameters.lower().replace(" ", "").replace('"', "").partition("charset=")[2].partition(";")[0]
        if charset not in {"", "utf-8", "utf8"}:
            raise UnsupportedMediaType(f"Content-Type: charset must be utf-8, not {charset[:100]}")


async def _body(receive: Receive, max_bytes: int) -> bytes:
    """The body. Read off the messages themselves, nearly always one, as that costs less than a stream of them."""
    body = bytearray()
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise ClientDisconnect
        body += message.get("body", b"")
        if len(body) > max_bytes:
            raise PayloadTooLarge(f"the body is over {max_bytes} bytes: send less, or use persisted documents")
        if not message.get("more_body", False):
            return bytes(body)


def _decoded(text: bytes, what: str) -> Any:
    try:
        return decode_json(text)
    except BadInput as error:
        raise BadInput(f"{what}: {error}") from None


def _query_string(scope: Scope) -> dict[str, Any]:
    """The parameters of a query string; an empty one is absent."""
    found: dict[str, Any] = {}
    for name, text in QueryParams(scope["query_string"]).multi_items():
        if name not in PARAMETERS or not text:
            continue
        if name in found:
            raise BadInput(f"{name}: stands twice in the query string: give it once")
        found[name] = _decoded(text.encode("utf-8", "surrogatepass"), name) if name in _JSON_PARAMETERS else text
    return found


def from_json(parameters: Any) -> GraphQLRequest:
    """The operation in the parameters of a request. Raises BadInput, which names the parameter at fault."""
    if not isinstance(parameters, dict):
        raise BadInput('the body: must be a JSON object, {"query": …, "variables": …, "operationName": …}')
    query, name = parameters.get("query"), parameters.get("operationName")
    variables, extensions = parameters.get("variables"), parameters.get("extensions")
    if name is not None and not isinstance(name, str):
        raise BadInput("operationName: must be a string or null")
    if variables is not None and not isinstance(variables, dict):
        raise BadInput("variables: must be a JSON object or null")
    if extensions is not None and not isinstance(extensions, dict):
        raise BadInput("extensions: must be a JSON object or null")
    persisted = _persisted(parameters.get("documentId"), extensions)
    if query is None and persisted is None:
        raise BadInput("query: is required, a GraphQL document, or documentId in its place")
    if query is not None and (not isinstance(query, str) or not query.strip()):
        raise BadInput("query: must be a GraphQL document")
    return GraphQLRequest(query, persisted, name, variables or {}, _flag(extensions, "cost"))


def _persisted(document_id: Any, extensions: dict[str, Any] | None) -> PersistedQuery | None:
    """The document that is told by documentId or, as Apollo's clients do, by extensions.persistedQuery."""
    if document_id is not None:
        if not isinstance(document_id, str) or not document_id:
            raise BadInput("documentId: must be a string, e.g. sha256: and the SHA-256 of the document in hex")
        return PersistedQuery(document_id, "documentId")
    asked = extensions.get("persistedQuery") if extensions else None
    if asked is None:
        return None
    if not isinstance(asked, dict) or asked.get("version") != 1 or isinstance(asked["version"], bool):
        raise BadInput('extensions.persistedQuery: must be {"version": 1, "sha256Hash": …}')
    if not isinstance(asked.get("sha256Hash"), str):
        raise BadInput("extensions.persistedQuery.sha256Hash: must be the SHA-256 of the document in hex")
    return PersistedQuery(asked["sha256Hash"], "extensions.persistedQuery.sha256Hash")


def _flag(extensions: dict[str, Any] | None, name: str) -> bool:
    value = extensions.get(name) if extensions else None
    if value is not None and not isinstance(value, bool):
        raise BadInput(f"extensions.{name}: must be true or false")
    return bool(value)
