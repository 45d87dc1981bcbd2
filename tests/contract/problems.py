"""Whether a failure of REST is told as RFC 9457 has it, in the one shape of this service."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

MEDIA_TYPE = "application/problem+json"
_FORMS: dict[str, type] = {"type": str, "title": str, "status": int, "detail": str, "code": str}
_POINTER = re.compile(r"(/([^~/]|~[01])*)*")


def deviations(status: int, content_type: str, body: bytes | None) -> list[str]:
    """What of a response with this status is not as promised."""
    return list(_deviations(status, content_type, body or b""))


def _deviations(status: int, content_type: str, body: bytes) -> Iterator[str]:
    if content_type != MEDIA_TYPE:
        yield f"{status} is {content_type or 'of no media type'}, not {MEDIA_TYPE}"
        return
    problem = json.loads(body)
    for name, kind in _FORMS.items():
        if not isinstance(problem.get(name), kind) or not problem[name]:
            yield f"{name}: is {problem.get(name)!r}"
    if problem.get("status") != status:
        yield f"status: is {problem.get('status')} in the problem, {status} over HTTP"
    if not str(problem.get("type")).startswith("/problems/"):
        yield f"type: is {problem.get('type')!r}, which leads to no page"
    for error in problem.get("errors", []):
        # A place in the body, or a parameter.
        placed = isinstance(error.get("parameter"), str) ^ bool(_POINTER.fullmatch(error.get("pointer", "-")))
        if not placed or not error.get("detail"):
            yield f"errors: holds {error!r}, which must have a pointer or a parameter, and a detail"


def unexplained(problem: Mapping[str, Any]) -> str:
    """What is missing of an explanation: the place, by a pointer or as the detail's first words, `after: is …`."""
    if problem.get("errors") or re.match(r"[\w.,\[\] /-]+: ", problem.get("detail", "")):
        return ""
    return f"names no place: {problem.get('detail')!r}"
