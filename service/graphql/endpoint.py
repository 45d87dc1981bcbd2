"""The endpoint: how one request is answered, from the document to the bytes."""

import json
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from service.errors import BadInput, QueryTooComplex
from service.graphql.introspection import introspect
from service.graphql.request import GraphQLRequest, read_request
from service.graphql.response import data_response, error_response, media_type
from service.graphql.schema import SCHEMA
from service.query.compiler import Compiler
from service.settings import Settings
from service.storage.pool import Pool


class GraphQLEndpoint:
    """An ASGI application that answers GraphQL over HTTP with one statement an operation."""

    def __init__(self, pool: Pool, settings: Settings) -> None:
        self._pool = pool
        self._settings = settings
        self._compiler = Compiler(SCHEMA)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        request = Request(scope, receive)
        response = await self.respond(request)
        await response(scope, receive, send)

    async def respond(self, request: Request) -> Response:
        """The response to a request; every error is one of its responses."""
        media = media_type(request)
        try:
            asked = await read_request(request, self._settings.max_request_bytes)
        except Exception as error:
            return error_response(error, media)
        try:
            return data_response(await self.answer(asked), media)
        except Exception as error:
            return error_response(error, media, well_formed=True)

    async def answer(self, asked: GraphQLRequest) -> bytes:
        """The JSON of an operation's data: parse, validate, limit, plan, write the statement, fetch."""
        self._limit(asked)
        document = self._compiler.document(asked.query)
        operation = document.operation(asked.operation_name)
        if operation.operation.value != "query":
            raise BadInput(f"this service takes no {operation.operation.value} here: send a query")
        variables = self._compiler.variables(operation, asked.variables)
        compiled = self._compiler.compile(asked.query, asked.operation_name, variables)
        data = b"{}"
        if compiled.statement:
            data = await self._pool.fetchval(compiled.statement.text, *compiled.statement.bind(variables))
        if compiled.introspects:
            return _merged(compiled.keys, json.loads(data), introspect(document, operation, asked.variables))
        return data

    def _limit(self, asked: GraphQLRequest) -> None:
        size = len(asked.query.encode("utf-8", "surrogatepass"))
        if size > self._settings.max_document_bytes:
            raise QueryTooComplex(f"query: is {size} bytes, at most {self._settings.max_document_bytes} are taken")


def _merged(keys: tuple[tuple[str, bool], ...], read: dict[str, Any], introspected: dict[str, Any]) -> bytes:
    """What was read of tables and what is known of the schema, in the order that was asked for."""
    answer = {key: (introspected if asks_for_schema else read)[key] for key, asks_for_schema in keys}
    return json.dumps(answer, ensure_ascii=False).encode()
