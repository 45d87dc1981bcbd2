"""Processes a raw text as it is stored, and stores nothing."""

from starlette.responses import Response

from service.article import ProcessedArticle, read_article
from service.errors import InvalidArticle, Problem
from service.http.body import whole_body
from service.http.media import JSON, negotiated
from service.processor import Processor
from service.rest.operation import Call
from service.rest.storing import decoded


async def process_article(call: Call) -> Response:
    """The processed article of a raw one."""
    negotiated(call.request.headers.get("accept", ""), (JSON,))
    data = await whole_body(call.request, JSON, call.services.settings.max_request_bytes)
    return Response(await call.services.writing.think(_processed, data, call.services.processor), media_type=JSON)


def _processed(data: bytes, processor: Processor) -> bytes:
    article = read_article(decoded(data))
    if isinstance(article, ProcessedArticle):
        raise InvalidArticle(
            [Problem(("processor",), "is of a processed article: send this one to be stored as it is")]
        )
    return processor(article).model_dump_json(by_alias=True).encode()
