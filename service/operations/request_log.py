"""Lines of the log: one a request, saying what was asked of the service, how it was answered, and how long it took.

They hold no text, variable, parameter, body or address. What comes of a client stands in them only where it is of a
few harmless characters: the id of the request, of its trace, the name of its operation.
"""

import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, datetime
from typing import TypeAlias

from service.logs import in_json
from service.settings import Settings

LOGGER = "service.requests"

Fields: TypeAlias = Mapping[str, str | int | None]
"""What a line tells; what is None it does not."""
Durations: TypeAlias = Mapping[str, float | None]
"""Name of a field in milliseconds -> seconds."""


def request_log(settings: Settings) -> "RequestLog | None":
    """The log of requests, where one is kept."""
    wanted = settings.request_log == "on" or (settings.request_log == "auto" and settings.environment == "production")
    return RequestLog(as_json=in_json(settings)) if wanted and settings.log_level in {"debug", "info"} else None


class RequestLog:
    """Writes the lines, past Python's logging: its handlers cost as much as a request."""

    def __init__(self, *, as_json: bool) -> None:
        self._line = _json_line if as_json else _text_line

    def write(self, message: str, fields: Fields, durations: Durations) -> None:
        """Write a line."""
        # Who does not read the log must not have requests fail.
        with suppress(OSError, ValueError):
            sys.stderr.write(self._line(message, fields, durations))
            sys.stderr.flush()


def _json_line(message: str, fields: Fields, durations: Durations) -> str:
    # All texts are of characters that JSON takes as they are.
    time = datetime.now(UTC).isoformat(timespec="milliseconds")
    parts = [
        f'"{name}":"{value}"' if isinstance(value, str) else f'"{name}":{value}'
        for name, value in fields.items()
        if value is not None
    ]
    parts += [f'"{name}":{value * 1000:.3f}' for name, value in durations.items() if value is not None]
    head = f'"time":"{time}","level":"info","logger":"{LOGGER}","process":{os.getpid()},"message":"{message}"'
    return f"{{{head},{','.join(parts)}}}\n"


def _text_line(message: str, fields: Fields, durations: Durations) -> str:
    parts = [f"{name}={value}" for name, value in fields.items() if value is not None]
    parts += [f"{name}={value * 1000:.3f}" for name, value in durations.items() if value is not None]
    return f"INFO:     {message} {' '.join(parts)}\n"
