"""The OpenAPI document as it is published: its text, and how it is served."""

import hashlib
import json
from functools import cache

from starlette.requests import Request
from starlette.responses import Response

from service.http.media import JSON
from service.rest.freshness import held_tags, holds
from service.rest.openapi import document
from service.rest.table import COMPONENTS, OPERATIONS

PATH = "/openapi.json"


@cache
def openapi_text() -> str:
    """The document of all operations."""
    return json.dumps(document(OPERATIONS, COMPONENTS), indent=2, ensure_ascii=False) + "\n"


async def openapi_response(request: Request) -> Response:
    """The document, or that the client has it; it is told to whoever asks."""
    text = openapi_text()
    headers = {"ETag": f'"{hashlib.sha256(text.encode()).hexdigest()[:32]}"', "Cache-Control": "no-cache"}
    if holds(held_tags(request.scope), headers["ETag"]):
        return Response(status_code=304, headers=headers)
    return Response(text, headers=headers, media_type=JSON)
