"""What became of what was sent, as REST tells it: refusals as errors, results as lines."""

import json
from typing import Any
from uuid import UUID

from service.errors import (
    ArticleConflict,
    InvalidArticle,
    NotFound,
    OnRecordError,
    PreconditionFailed,
    Problem,
)
from service.rest.problem import problem
from service.storage.lines import public_id
from service.storage.submission import Outcome, Refusal, Result


def refusal_error(outcome: Outcome) -> OnRecordError:
    """Why a submission was refused, with both digests and the stored article's id where another record is stored."""
    reason = outcome.reason or ""
    match outcome.refusal:
        case Refusal.MISSING:
            return NotFound(reason)
        case Refusal.DIFFERS | Refusal.AMBIGUOUS:
            return conflict_error(reason, outcome)
        case Refusal.MISMATCH:
            return _with_digests(PreconditionFailed(reason), outcome)
        case _:
            return InvalidArticle([Problem((), reason)])


def conflict_error(reason: str, outcome: Outcome) -> OnRecordError:
    """Another record is stored, with both digests."""
    return _with_digests(ArticleConflict(reason), outcome)


def _with_digests(error: OnRecordError, outcome: Outcome) -> OnRecordError:
    stored = [{"id": public_id("article", rival.id), "digest": rival.digest} for rival in outcome.rivals]
    details: dict[str, Any] = {"sentDigest": outcome.digest}
    if len(stored) == 1:
        details |= {"storedId": stored[0]["id"], "storedDigest": stored[0]["digest"]}
    elif stored:
        details["articles"] = stored
    error.details = details
    return error


def outcome_line(line: int, outcome: Outcome) -> bytes:
    """The result of an article of a batch."""
    if outcome.result is Result.REFUSED or outcome.id is None:
        return error_line(line, refusal_error(outcome))
    # Put together by hand as there is one for each of a million articles; nothing in it needs to be escaped.
    return (
        f'{{"line": {line}, "result": "{outcome.result.value}", "id": "article_{outcome.id}", '
        f'"digest": "{outcome.digest}", "revision": {outcome.revision}}}\n'
    ).encode()


def done_line(line: int, result: str, kind: str, node: UUID) -> bytes:
    """The result of a line that deleted or merged what has this id."""
    return b"%s\n" % json.dumps({"line": line, "result": result, "id": f"{kind}_{node}"}).encode()


def error_line(line: int, error: OnRecordError, result: str = "REFUSED") -> bytes:
    """The result of a line that can't be taken, with its problem details."""
    told = {"line": line, "result": result, "problem": problem(error)}
    return b"%s\n" % json.dumps(told, ensure_ascii=False).encode("utf-8", "replace")
