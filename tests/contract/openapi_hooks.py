"""What schemathesis loads for OpenAPI (SCHEMATHESIS_HOOKS): values that are there, and checks that it lacks."""

import json
import os
import re
from itertools import count
from pathlib import Path
from typing import Any

import httpx
import jsonschema_rs
import schemathesis
from schemathesis import CheckContext, DeserializationContext, HookContext, Response, SerializationContext
from schemathesis.core.failures import Failure
from schemathesis.generation.meta import TestPhase

from tests.contract.keys import HEADERS
from tests.contract.problems import deviations, unexplained
from tests.contract.requests import TYPES, ids_at, plausible_body, plausible_headers, plausible_id, plausible_query
from tests.contract.stored import Stored

STORED = Stored.read(Path(os.environ["CONTRACT_STORED"]))
KEYS = os.environ["CONTRACT_KEYS"] == "asked"
"""Whether the service asks for a key, as its document says. Where none is configured, none is needed."""
REFUSED_BY_UVICORN, MAX_URL = "Invalid HTTP request received.", 60_000
NDJSON = "application/x-ndjson"
TURNS = count(1)
TOLD: set[object] = {*STORED.all_ids, *STORED.expendable}
_ID = re.compile(rf'"((?:{"|".join(kind.lower() for kind in TYPES.values())})_[\w-]+)"')

Case = schemathesis.Case[Any]


@schemathesis.serializer(NDJSON)
def write_lines(_: SerializationContext, value: Any) -> bytes:
    """Lines as they are sent: the schema of a batch is a string."""
    return value if isinstance(value, bytes) else str(value).encode("utf-8", "replace")


@schemathesis.deserializer(NDJSON)
def read_lines(_: DeserializationContext, response: Response) -> str:
    """What came, as a string."""
    return response.text


@schemathesis.hook
def before_load_schema(_: HookContext, raw_schema: dict[str, Any]) -> None:
    """Ids that are there as examples: those phases too that draw no values then find something."""
    if not KEYS:
        raw_schema.pop("security", None)
    for path, methods in raw_schema["paths"].items():
        ids = ids_at(path, STORED)
        for method, operation in methods.items():
            if method == "parameters":
                continue
            if not KEYS:
                operation.pop("security", None)
            # Lines are drawn as text: bytes at random would be no line at all.
            operation.get("requestBody", {}).get("content", {}).get(NDJSON, {}).get("schema", {}).pop("format", None)
            for parameter in operation.get("parameters", []):
                if parameter.get("in") == "path" and ids:
                    chosen = STORED.expendable if method in {"put", "delete"} else ids
                    parameter.pop("example", None)
                    parameter["examples"] = {"stored": {"value": chosen[0]}}


@schemathesis.hook
def after_call(_: HookContext, case: Case, response: Response) -> None:  # noqa: ARG001  schemathesis's signature
    """Remember the ids that the service told: they come back by links, and stay then as they are."""
    TOLD.update(_ID.findall(response.text))


@schemathesis.hook
def before_call(_: HookContext, case: Case, kwargs: dict[str, Any]) -> None:  # noqa: ARG001  schemathesis's signature
    """Send what a client would; and spare the seeds: another article is replaced or deleted in their place."""
    told = case.path_parameters.get("id")
    if case.meta and case.meta.generation.mode.is_positive and case.meta.phase.name != TestPhase.EXAMPLES:
        if told is not None and told not in TOLD:
            case.path_parameters["id"] = told = plausible_id(case.path, told, next(TURNS), STORED)
        if case.query:
            case.query = plausible_query(case.path, case.query, next(TURNS), STORED)
        if case.method.upper() in {"PUT", "DELETE"}:
            # Coverage has so few cases that fit that none is left to chance.
            turn = 1 if case.meta.phase.name == TestPhase.COVERAGE else next(TURNS)
            case.headers.update(plausible_headers(case.headers, turn))
        case.body = plausible_body(case.path, case.body, next(TURNS), STORED)
    if case.method.upper() in {"PUT", "DELETE"} and told in STORED.ids["Article"]:
        case.path_parameters["id"] = _another(str(case.operation.schema.get_base_url()))


def _another(base: str) -> str:
    """The id of an article that is stored for it."""
    article = {"body": f"Article {next(TURNS)} may be deleted."}
    stored = httpx.post(f"{base.rstrip('/')}/v1/articles", json=article, headers=HEADERS if KEYS else {})
    return str(stored.raise_for_status().json()["id"])


@schemathesis.hook
def filter_failure(_: HookContext, failure: Failure, case: Case, response: Response) -> bool:  # noqa: ARG001  likewise
    """Whether a failure counts: requests of 64 KiB before the body never reach the service, uvicorn refuses them."""
    return response.text != REFUSED_BY_UVICORN or len(str(response.request.url)) < MAX_URL


@schemathesis.check
def failure_is_a_problem(_: CheckContext, response: Response, case: Case) -> None:
    """Every 4xx and 5xx is application/problem+json of one shape (RFC 9457)."""
    if response.status_code >= 400 and response.request.method != "HEAD":
        content = response.headers.get("content-type", [""])[0]
        found = deviations(response.status_code, content, response.content)
        if found:
            raise Failure(operation=case.operation.label, message="\n".join(found))


@schemathesis.check
def lines_conform(_: CheckContext, response: Response, case: Case) -> None:
    """Every line of NDJSON is of the schema that the document tells of lines."""
    if response.headers.get("content-type", [""])[0].partition(";")[0] == NDJSON:
        document = case.operation.schema.raw_schema
        answer = document["paths"][case.operation.path][case.method.lower()]["responses"][str(response.status_code)]
        told = answer["content"][NDJSON]["schema"].get("contentSchema", {"type": "object"})
        validator = jsonschema_rs.Draft202012Validator({**told, "components": document["components"]})
        for number, line in enumerate(response.text.splitlines(), start=1):
            for error in validator.iter_errors(json.loads(line)):
                raise Failure(operation=case.operation.label, message=f"line {number}: {error.message}")


@schemathesis.check
def refusal_is_explained(_: CheckContext, response: Response, case: Case) -> None:
    """What fits the schema is refused for what JSON Schema can't say alone, and the problem names the place."""
    if case.meta is None or case.meta.generation.mode.is_negative or response.status_code not in {400, 422}:
        return
    if found := unexplained(response.json()):
        raise Failure(operation=case.operation.label, message=found)
