"""GraphQL over WebSocket: the protocol graphql-transport-ws, for subscriptions and for queries.

A connection is closed with the protocol's codes, with 4008 where the client does not read what it is sent, with 1009
where it sends too much at once, with 1001 where the service stops, and with 1013 where it comes too often.

Browsers don't hold WebSockets to CORS, so the service does: else any page that is open in a browser could read a
service that only this browser reaches. As they can't send headers, a key is taken from connection_init too.
"""

import asyncio
import json
import logging
from contextlib import aclosing, nullcontext
from typing import Any

from starlette.types import Receive, Scope, Send
from starlette.websockets import WebSocket, WebSocketDisconnect

from service.access.caller import Caller
from service.access.gate import Gate
from service.errors import BadInput, OnRecordError, TooManyRequests
from service.graphql.request import from_json
from service.graphql.response import error_list
from service.graphql.subscription import SEND_SECONDS, Subscriptions
from service.http.failures import answered_error
from service.strict_json import decode_json
from service.tally import NOTES

logger = logging.getLogger(__name__)

PROTOCOL = "graphql-transport-ws"
INIT_SECONDS = 10.0
"""In which a client must say connection_init."""
CLOSE_SECONDS = 10.0
"""In which a client must take the code that its connection is closed with."""
MAX_OPERATIONS = 100
"""Operations of one connection at one time."""
MAX_REASON = 123
"""Bytes of the reason in a close frame (RFC 6455)."""


class Closed(Exception):
    """The connection has to be closed with this code."""

    def __init__(self, code: int, reason: str) -> None:
        super().__init__(reason)
        self.code = code
        self.reason = reason.encode()[:MAX_REASON].decode(errors="ignore")


class WebSocketEndpoint:
    """An ASGI application that speaks the protocol on one connection."""

    def __init__(self, subscriptions: Subscriptions, max_bytes: int, gate: Gate) -> None:
        self._subscriptions = subscriptions
        self._max_bytes = max_bytes
        self._gate = gate
        self.open = 0
        """Connections that are served."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one connection to its end."""
        socket = WebSocket(scope, receive, send)
        if (notes := NOTES.get()) is not None:
            notes.route = "/graphql"
        if PROTOCOL not in scope["subprotocols"]:
            await socket.accept()
            await socket.close(4406, f"Subprotocol not acceptable: use {PROTOCOL}")
            return
        await socket.accept(PROTOCOL)
        self.open += 1
        try:
            await self._serve(socket)
        finally:
            self.open -= 1

    async def _serve(self, socket: WebSocket) -> None:
        if not self._comes_from_a_known_origin(socket):
            closed: Closed | None = Closed(4403, "Forbidden: the origin is none of ONRECORD_CORS_ORIGINS")
        else:
            closed = await _Connection(socket, self._subscriptions, self._max_bytes, self._gate).serve()
        if closed:
            await self._close(socket, closed)

    def _comes_from_a_known_origin(self, socket: WebSocket) -> bool:
        origin = socket.headers.get("origin")
        host = socket.headers.get("host", "")
        return origin is None or self._gate.origins.has(origin.encode("latin-1"), host.encode("latin-1"))

    @staticmethod
    async def _close(socket: WebSocket, closed: Closed) -> None:
        """Tell the code, where the client takes it; the server drops the connection in any case."""
        try:
            async with asyncio.timeout(CLOSE_SECONDS):
                await socket.close(closed.code, closed.reason)
        except (TimeoutError, WebSocketDisconnect, RuntimeError):
            pass


class _Connection:
    def __init__(self, socket: WebSocket, subscriptions: Subscriptions, max_bytes: int, gate: Gate) -> None:
        self._socket = socket
        self._gate = gate
        self._caller: Caller | None = None
        self._subscriptions = subscriptions
        self._max_bytes = max_bytes
        self._sending = asyncio.Lock()
        self._operations: dict[str, asyncio.Task[None]] = {}
        self._notes = NOTES.get()

    async def serve(self) -> Closed | None:
        """Take messages until the connection has to be closed; None where the client has gone."""
        found = None
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(self._end_when_stopped())
                await self._initialised()
                while True:
                    await self._take(await self._message(), group)
        except* Closed as closed:
            found = next(each for each in closed.exceptions if isinstance(each, Closed))
        except* WebSocketDisconnect:
            pass
        return found

    async def _end_when_stopped(self) -> None:
        await self._subscriptions.stopped.wait()
        raise Closed(1001, "Going away: the service stops; connect again, with the last cursor")

    async def _initialised(self) -> None:
        try:
            async with asyncio.timeout(INIT_SECONDS):
                while self._caller is None:
                    message = await self._message()
                    match message["type"]:
                        case "connection_init":
                            self._caller = self._admitted(message.get("payload"))
                            if self._notes is not None:
                                self._notes.key = self._caller.key
                        case "subscribe":
                            raise Closed(4401, "Unauthorized: say connection_init first")
                        case _:
                            await self._take(message, None)
        except TimeoutError:
            raise Closed(4408, "Connection initialisation timeout") from None
        await self._send({"type": "connection_ack"})

    def _admitted(self, payload: Any) -> Caller:
        """Who asks, by the key in the payload of connection_init or in the upgrade's header."""
        told = payload if isinstance(payload, dict) else {}
        key = told.get("Authorization", told.get("authorization"))
        try:
            return self._gate.admit(
                self._socket.scope, "read", None if key is None else str(key).encode("utf-8", "replace")
            )
        except TooManyRequests as error:
            raise Closed(1013, f"Too many requests: {error}") from None
        except OnRecordError as error:
            raise Closed(4403, f"Forbidden: {error}") from None

    async def _message(self) -> dict[str, Any]:
        received = await self._socket.receive()
        if received["type"] == "websocket.disconnect":
            raise WebSocketDisconnect(received.get("code", 1005), received.get("reason"))
        text = received.get("text")
        if text is None:
            raise Closed(4400, "Invalid message: send text, not bytes")
        data = text.encode("utf-8", "surrogatepass")
        if len(data) > self._max_bytes:
            raise Closed(1009, f"A message may have {self._max_bytes} bytes at the most")
        try:
            message = decode_json(data)
        except BadInput as error:
            raise Closed(4400, f"Invalid message: {error}") from None
        if not isinstance(message, dict) or not isinstance(message.get("type"), str):
            raise Closed(4400, "Invalid message: must be a JSON object with a type")
        return message

    async def _take(self, message: dict[str, Any], group: asyncio.TaskGroup | None) -> None:
        payload = message.get("payload")
        match message["type"]:
            case "ping":
                await self._send({"type": "pong"} if payload is None else {"type": "pong", "payload": payload})
            case "pong":
                pass
            case "connection_init":
                raise Closed(4429, "Too many initialisation requests")
            case "subscribe" if group:
                await self._begin(_id(message), payload, group)
            case "complete":
                if task := self._operations.pop(_id(message), None):
                    task.cancel()
            case unknown:
                raise Closed(4400, f"Invalid message: there is no type {unknown[:50]!r}")

    async def _begin(self, name: str, payload: Any, group: asyncio.TaskGroup) -> None:
        if not isinstance(payload, dict):
            raise Closed(4400, "Invalid message: subscribe must have a payload, an object with a query")
        if name in self._operations:
            raise Closed(4409, f"Subscriber for {name} already exists")
        if len(self._operations) >= MAX_OPERATIONS:
            error = BadInput(f"a connection may have {MAX_OPERATIONS} operations at one time: complete one before")
            await self._fail(name, error)
            return
        self._operations[name] = group.create_task(self._followed(name, payload))

    async def _followed(self, name: str, payload: dict[str, Any]) -> None:
        with self._notes.follow() if self._notes is not None else nullcontext():
            await self._operate(name, payload)

    async def _operate(self, name: str, payload: dict[str, Any]) -> None:
        try:
            if self._caller:
                self._gate.count(self._caller)
            asked = from_json(payload)
            async with aclosing(self._subscriptions.responses(asked)) as responses:
                async for response in responses:
                    await self._next(name, response)
        except (Closed, WebSocketDisconnect):
            raise
        except Exception as error:
            self._end(name)
            await self._fail(name, error)
        else:
            self._end(name)
            await self._send({"id": name, "type": "complete"})

    def _end(self, name: str) -> None:
        """The client may give the id anew, also while what it has completed ends."""
        if self._operations.get(name) is asyncio.current_task():
            del self._operations[name]

    async def _next(self, name: str, response: bytes) -> None:
        await self._send_text(f'{{"id":{json.dumps(name)},"type":"next","payload":{response.decode()}}}')

    async def _fail(self, name: str, error: Exception) -> None:
        await self._send({"id": name, "type": "error", "payload": error_list(answered_error(error))})

    async def _send(self, message: dict[str, Any]) -> None:
        await self._send_text(json.dumps(message))

    async def _send_text(self, text: str) -> None:
        async with self._sending:
            try:
                async with asyncio.timeout(SEND_SECONDS):
                    await self._socket.send_text(text)
            except TimeoutError:
                logger.info("a client does not read what it is sent: its connection is closed")
                raise Closed(4008, "Too slow: read what is sent, and follow on from the last cursor") from None


def _id(message: dict[str, Any]) -> str:
    name = message.get("id")
    if not isinstance(name, str) or not name:
        raise Closed(4400, f"Invalid message: {message['type']} must have an id, a string that is not empty")
    return name
