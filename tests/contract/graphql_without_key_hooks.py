"""What schemathesis loads for GraphQL where a key is required and none is sent."""

from typing import Any

import schemathesis
from schemathesis import CheckContext, Response
from schemathesis.core.failures import Failure

from tests.contract.documents import register_scalars

register_scalars()


@schemathesis.check
def is_unauthenticated(_: CheckContext, response: Response, case: schemathesis.Case[Any]) -> None:
    """401 with the code, the challenge, and nothing of what was asked for."""
    told = response.json()
    codes = [error["extensions"]["code"] for error in told.get("errors", [])]
    challenge = response.headers.get("www-authenticate", [""])[0]
    if (response.status_code, list(told), codes) != (401, ["errors"], ["UNAUTHENTICATED"]) or "Bearer" not in challenge:
        raise Failure(operation=case.operation.label, message=f"is {response.status_code} {challenge!r} {told}")
