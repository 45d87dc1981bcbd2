"""What schemathesis loads for GraphQL (SCHEMATHESIS_HOOKS): values that are there, and checks that it lacks."""

import json
from typing import Any, cast

import schemathesis
from graphql import GraphQLSchema, parse
from schemathesis import CheckContext, HookContext, Response
from schemathesis.core.failures import Failure

from tests.contract.conformance import deviations
from tests.contract.documents import plausible, register_scalars
from tests.contract.refusals import CODES, unexplained

STORED = register_scalars()
REFUSED = {"GRAPHQL_PARSE_FAILED", "GRAPHQL_VALIDATION_FAILED", *CODES}

Case = schemathesis.Case[Any]


@schemathesis.hook
def before_generate_body(context: HookContext, strategy: Any) -> Any:
    """Documents with pages that clients ask for."""
    return plausible(strategy, _schema(context.operation), STORED)


@schemathesis.check
def is_graphql_over_http(_: CheckContext, response: Response, case: Case) -> None:
    """200 with data, or with errors alone that have a message and a known code; nothing else, and no partial data."""
    told = _json(response, case)
    content = response.headers["content-type"]
    if (response.status_code, content) != (200, ["application/json"]):
        raise _failure(case, f"is {response.status_code} {content}, not 200 application/json")
    if set(told) not in ({"data"}, {"errors"}):
        raise _failure(case, f"has the keys {sorted(told)}: data or errors is what there can be")
    for error in told.get("errors", []):
        if not error["message"] or error["extensions"]["code"] not in REFUSED:
            raise _failure(case, f"an error without a message or with an unknown code: {json.dumps(error)}")


@schemathesis.check
def data_conforms(_: CheckContext, response: Response, case: Case) -> None:
    """The data is what the operation asks for, as the schema promises it."""
    told = _json(response, case)
    if "data" in told and (found := deviations(told["data"], parse(str(case.body)), _schema(case.operation))):
        raise _failure(case, "\n".join(found[:10]))


@schemathesis.check
def refusal_is_explained(_: CheckContext, response: Response, case: Case) -> None:
    """What fits the schema is refused for a size, a cursor, a text or a cost alone, and the message names which."""
    told = _json(response, case)
    if case.meta and case.meta.generation.mode.is_negative:
        return
    if "errors" in told and (found := unexplained(parse(str(case.body)), told["errors"])):
        raise _failure(case, "\n".join(found))


def _schema(operation: Any) -> GraphQLSchema:
    return cast("GraphQLSchema", operation.schema.client_schema)


def _json(response: Response, case: Case) -> dict[str, Any]:
    try:
        return dict(response.json())
    except ValueError as error:
        raise _failure(case, f"is no JSON object: {response.text[:200]!r}") from error


def _failure(case: Case, message: str) -> Failure:
    return Failure(operation=case.operation.label, message=message)
