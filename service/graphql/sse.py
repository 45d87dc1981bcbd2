"""GraphQL over server-sent events, distinct connections mode: one operation a request, its responses as events.

What is wrong with an operation is told by an event too: browsers show nothing of a response that is no stream. Who is
not let in gets a response with its status, so that a browser does not come again and again.
"""

import asyncio
import json
import logging
from collections.abc import AsyncGenerator
from contextlib import aclosing

from starlette.types import Receive, Scope, Send

from service.access.gate import Gate
from service.errors import NotAcceptable, OnRecordError
from service.graphql.request import GraphQLRequest, read_request
from service.graphql.response import error_list, error_response
from service.graphql.subscription import SEND_SECONDS, Subscriptions
from service.http.failures import answered_error
from service.http.headers import header
from service.http.media import GRAPHQL_RESPONSE, HTML, JSON, negotiated
from service.tally import ANSWER, NOTES

logger = logging.getLogger(__name__)

OPERATION = "graphql_subscription"
EVENT_STREAM = "text/event-stream"
HEARTBEAT_SECONDS = 15.0
"""After which an idle stream is sent a comment, so that no proxy takes it for dead."""

_HEADERS = [
    (b"content-type", f"{EVENT_STREAM}; charset=utf-8".encode()),
    (b"cache-control", b"no-store"),
    # nginx gathers a response before it hands it on, unless it is told not to.
    (b"x-accel-buffering", b"no"),
]
_COMPLETE = b"event: complete\ndata:\n\n"
_HEARTBEAT = b":\n\n"
# Not complete: there may be more to tell, for which a client comes back.
_GOING_AWAY = b": the service stops; connect again, with the last cursor\n\n"


def wants_event_stream(scope: Scope) -> bool:
    """Whether a request asks for its answer as events, rather than as one response."""
    accept = header(scope, b"accept")
    if scope["method"] not in {"GET", "POST"} or EVENT_STREAM not in accept.lower():
        return False
    try:
        return negotiated(accept, (GRAPHQL_RESPONSE, JSON, HTML, EVENT_STREAM)) == EVENT_STREAM
    except NotAcceptable:
        return False


class EventStreamEndpoint:
    """An ASGI application that answers one operation by a stream of events."""

    def __init__(self, subscriptions: Subscriptions, max_bytes: int, gate: Gate) -> None:
        self._subscriptions = subscriptions
        self._gate = gate
        self._max_bytes = max_bytes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Stream until the operation is complete; without its end where the client goes or the service stops."""
        try:
            caller = self._gate.admit(scope, "read")
            if (notes := NOTES.get()) is not None:
                notes.route, notes.key = "/graphql", caller.key
        except OnRecordError as error:
            response = error_response(error, JSON)
            scope[ANSWER] = OPERATION, response.status_code
            await response(scope, receive, send)
            return
        try:
            events = self._events(await read_request(scope, receive, self._max_bytes))
        except Exception as error:
            events = _refusal(error)
        scope[ANSWER] = OPERATION, 200
        await send({"type": "http.response.start", "status": 200, "headers": _HEADERS})
        gone = asyncio.ensure_future(_gone(receive))
        stopped = asyncio.ensure_future(self._subscriptions.stopped.wait())
        try:
            async with aclosing(events):
                await _stream(events, gone, stopped, send)
        finally:
            gone.cancel()
            stopped.cancel()

    async def _events(self, asked: GraphQLRequest) -> AsyncGenerator[bytes, None]:
        try:
            async with aclosing(self._subscriptions.responses(asked)) as responses:
                async for response in responses:
                    yield _next(response)
            yield _COMPLETE
        except Exception as error:
            async for event in _refusal(error):
                yield event


async def _stream(
    events: AsyncGenerator[bytes, None], gone: "asyncio.Task[bool]", stopped: "asyncio.Task[bool]", send: Send
) -> None:
    coming = asyncio.ensure_future(anext(events, None))
    try:
        while True:
            await asyncio.wait({coming, gone, stopped}, timeout=HEARTBEAT_SECONDS, return_when=asyncio.FIRST_COMPLETED)
            if gone.done() or stopped.done():
                break
            event: bytes | None = _HEARTBEAT
            if coming.done():
                event = coming.result()
                coming = asyncio.ensure_future(anext(events, None))
            if event is None:
                break
            async with asyncio.timeout(SEND_SECONDS):
                await send({"type": "http.response.body", "body": event, "more_body": True})
    except TimeoutError:
        # It must find the stream broken, and not ended.
        logger.info("a client does not read what it is sent: its stream is broken off")
        return
    finally:
        coming.cancel()
        await asyncio.wait({coming})
    await send({"type": "http.response.body", "body": _GOING_AWAY if stopped.done() else b""})


async def _refusal(error: Exception) -> AsyncGenerator[bytes, None]:
    yield _next(json.dumps({"errors": error_list(answered_error(error))}).encode())
    yield _COMPLETE


def _next(response: bytes) -> bytes:
    # A line break in JSON is no part of a value, and here it would end the data.
    return b"event: next\ndata: " + response.replace(b"\n", b"") + b"\n\n"


async def _gone(receive: Receive) -> bool:
    while (await receive())["type"] != "http.disconnect":
        pass
    return True
