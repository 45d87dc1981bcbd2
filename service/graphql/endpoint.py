"""The endpoint: how one request is answered, from the document to the bytes."""

import json
from time import perf_counter
from typing import Any, NamedTuple

from graphql import OperationType
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from service.access.gate import Gate
from service.errors import BadInput, MethodNotAllowed, MutationRefused, OnRecordError
from service.graphql.graphiql import graphiql_response
from service.graphql.introspection import introspect
from service.graphql.persisted import AutomaticDocuments, Documents, read_trusted_documents
from service.graphql.request import SAFE_METHODS, GraphQLRequest, read_request
from service.graphql.response import data_response, error_response
from service.graphql.schema import SCHEMA
from service.http.headers import header
from service.http.media import GRAPHQL_RESPONSE, HTML, JSON, negotiated
from service.query.arguments import Variables
from service.query.compiler import Compiler
from service.query.document import Document, Operation
from service.query.json_sql import rows_in
from service.query.limits import Limits
from service.settings import Settings
from service.storage.reader import Reader
from service.tally import ANSWER, NOTES, TALLY, Notes

MAX_NAME = 64
"""Characters of an operation's name that are logged."""
OPERATION = "graphql_query"
"""Under which all requests are counted: names of operations are the clients', who have any number of them."""


class Prepared(NamedTuple):
    """An operation that may run, with its document and what it costs."""

    text: str
    document: Document
    operation: Operation
    variables: Variables
    cost: int

    def tell(self, notes: Notes) -> None:
        """Note which operation it is."""
        operation = self.operation
        notes.kind, notes.document, notes.cost = operation.type.value, self.document.hash, self.cost
        if operation.name:
            notes.name = operation.name[:MAX_NAME]


class GraphQLEndpoint:
    """An ASGI application that answers GraphQL over HTTP with one statement an operation."""

    def __init__(
        self, reader: Reader, settings: Settings, documents: Documents | None = None, gate: Gate | None = None
    ) -> None:
        self._reader = reader
        self._gate = gate or Gate(settings)
        self._settings = settings
        self.compiler = compiler_of(settings)
        self._documents = documents or documents_of(settings)
        self._media = (GRAPHQL_RESPONSE, JSON)
        self._pages = (*self._media, HTML) if settings.environment == "development" else self._media

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request; every error is one of its responses."""
        safe = scope["method"] in SAFE_METHODS
        try:
            media = negotiated(header(scope, b"accept"), self._pages if safe else self._media)
        except OnRecordError as error:
            response = error_response(error, JSON)
        else:
            response = graphiql_response() if media == HTML else await self._run(scope, receive, media)
            if safe and media != HTML:
                response.headers["Vary"] = "Accept"
        scope[ANSWER] = OPERATION, response.status_code
        await response(scope, receive, send)

    async def _run(self, scope: Scope, receive: Receive, media: str) -> Response:
        try:
            caller = self._gate.admit(scope, "read")
            if (notes := NOTES.get()) is not None:
                notes.route, notes.key = "/graphql", caller.key
            asked = await read_request(scope, receive, self._settings.max_request_bytes)
        except Exception as error:
            return error_response(error, media)
        try:
            data, cost = await self.answer(asked)
        except MutationRefused as error:
            if scope["method"] in SAFE_METHODS:
                return error_response(MethodNotAllowed(str(error), allow="POST"), media)
            return error_response(error, media, well_formed=True)
        except Exception as error:
            return error_response(error, media, well_formed=True)
        told = {"cost": {"requested": cost, "limit": self._settings.max_cost}} if asked.tells_cost else None
        return data_response(data, media, told)

    async def answer(self, asked: GraphQLRequest) -> tuple[bytes, int]:
        """The JSON of an operation's data, and its cost.

        Find, parse, limit and validate the document, weigh, plan, write the statement, fetch.
        """
        notes = NOTES.get()
        missed = self.compiler.compiled.misses
        began = perf_counter()
        prepared = self.prepared(asked)
        if notes is not None:
            prepared.tell(notes)
        document, operation, variables = prepared.document, prepared.operation, prepared.variables
        if operation.type is OperationType.SUBSCRIPTION:
            raise BadInput(
                "a subscription is told over WebSocket (subprotocol graphql-transport-ws) or server-sent events "
                "(Accept: text/event-stream): send it there"
            )
        compiled = self.compiler.compile(prepared.text, asked.operation_name, variables)
        until = perf_counter()
        TALLY.prepare.observe(until - began)
        if notes is not None:
            notes.known = self.compiler.compiled.misses == missed
            notes.took("prepare", began, until)
        data = b"{}"
        if (statement := compiled.statement) is not None:
            try:
                data = await self._reader.fetch(statement.text, statement.bind(variables), generic=statement.generic)
            finally:
                if notes is not None:
                    notes.took("database", until, perf_counter(), "SELECT")
        if notes is not None:
            notes.rows = rows_in(data)
        if compiled.introspects:
            data = _merged(compiled.keys, json.loads(data), introspect(document, operation.node, asked.variables))
        return data, prepared.cost

    def prepared(self, asked: GraphQLRequest) -> Prepared:
        """The operation of a request, validated and within the limits. Raises what is wrong with it."""
        text = self._documents.find(asked)
        document = self.compiler.document(text)
        self._documents.keep(asked, text)
        operation = document.operation(asked.operation_name)
        variables = self.compiler.variables(document, operation, asked.variables)
        return Prepared(text, document, operation, variables, self.compiler.cost(operation, variables))


def compiler_of(settings: Settings) -> Compiler:
    """The compiler of the served schema, with the limits that are set."""
    limits = Limits(
        document_bytes=settings.max_document_bytes,
        tokens=settings.max_tokens,
        depth=settings.max_depth,
        aliases=settings.max_aliases,
        directives=settings.max_directives,
        root_fields=settings.max_root_fields,
        cost=settings.max_cost,
    )
    return Compiler(
        SCHEMA,
        limits,
        introspection=settings.introspection == "on",
        suggestions=settings.environment == "development",
    )


def documents_of(settings: Settings) -> Documents:
    """Where documents come from. Raises BadSettings where the file of trusted ones is wrong."""
    if settings.trusted_documents is None:
        return AutomaticDocuments()
    return read_trusted_documents(settings.trusted_documents, compiler_of(settings))


def _merged(keys: tuple[tuple[str, bool], ...], read: dict[str, Any], introspected: dict[str, Any]) -> bytes:
    """What was read of tables and what is known of the schema, in the order that was asked for."""
    answer = {key: (introspected if asks_for_schema else read)[key] for key, asks_for_schema in keys}
    return json.dumps(answer, ensure_ascii=False).encode()
