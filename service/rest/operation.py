"""What one method of one path does, and all that OpenAPI tells of it: routes and the document derive from these."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from starlette.requests import Request
from starlette.responses import Response

from service.access.caller import Caller
from service.access.gate import Gate
from service.api_key import KeyScope
from service.errors import OnRecordError
from service.processor import Processor
from service.query.compiler import Compiler
from service.rest.writing import Writing
from service.settings import Settings
from service.storage.pool import Pool
from service.storage.reader import Reader

Method = Literal["GET", "POST", "PUT", "DELETE"]
Schema = Mapping[str, Any]
"""A JSON Schema (draft 2020-12), as OpenAPI 3.1 has it.

Components: `schemas.reference` refers to what a read answers, e.g. Article; `records.RECORDS` makes those of models.
"""


@dataclass(frozen=True)
class Services:
    """What operations work with, opened with the application."""

    settings: Settings
    pool: Pool
    reader: Reader
    compiler: Compiler
    gate: Gate
    writing: Writing
    processor: Processor


@dataclass(frozen=True)
class Call:
    """One request to an operation, by a caller who may make it."""

    request: Request
    caller: Caller
    services: Services


@dataclass(frozen=True)
class Parameter:
    """A parameter of a path, a query string or a header."""

    name: str
    place: Literal["path", "query", "header"]
    schema: Schema
    description: str
    required: bool = False
    example: Any = None


@dataclass(frozen=True)
class Body:
    """The body that a request has: media type -> its schema. examples: media type -> one body."""

    content: Mapping[str, Schema]
    description: str
    examples: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Link:
    """Another operation that an answer leads to: its parameter -> a runtime expression of OpenAPI."""

    operation_id: str
    parameters: Mapping[str, str]
    description: str


@dataclass(frozen=True)
class Answer:
    """A successful answer: media type -> its schema; no content where it has no body.

    headers: name -> schema, whose description is the header's. example: of application/json.
    """

    status: int
    description: str
    content: Mapping[str, Schema] = field(default_factory=dict)
    headers: Mapping[str, Schema] = field(default_factory=dict)
    links: Mapping[str, Link] = field(default_factory=dict)
    example: Any = None


@dataclass(frozen=True)
class Operation:
    """A method of a path."""

    id: str
    method: Method
    path: str
    tag: str
    summary: str
    description: str
    scope: KeyScope
    handle: Callable[[Call], Awaitable[Response]]
    answers: tuple[Answer, ...]
    parameters: tuple[Parameter, ...] = ()
    body: Body | None = None
    problems: tuple[type[OnRecordError], ...] = ()
    """The errors that it alone answers with; what every operation may answer with goes without saying."""
