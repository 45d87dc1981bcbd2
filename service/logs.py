"""How the service logs: lines of JSON for programs, or lines for a person at a terminal."""

import json
import logging
import sys
from datetime import UTC, datetime
from typing import Any

from service.settings import Settings
from service.tally import NOTES


class JsonLines(logging.Formatter):
    """A record as one line of JSON: time (RFC 3339, UTC), level, logger, process, message, exception.

    Of what is being answered it has the request's id and the trace's, where somebody follows it.
    """

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        told: dict[str, Any] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "process": record.process,
            "message": record.getMessage(),
        }
        if (notes := NOTES.get()) is not None:
            told["request_id"] = notes.request_id
            if notes.trace_id:
                told["trace_id"] = notes.trace_id
        if record.exc_info:
            told["exception"] = self.formatException(record.exc_info)
        return json.dumps(told, ensure_ascii=False)


def in_json(settings: Settings) -> bool:
    """Whether programs read the log."""
    if settings.log_format == "auto":
        return settings.environment == "production" or not sys.stderr.isatty()
    return settings.log_format == "json"


def log_config(settings: Settings) -> dict[str, Any]:
    """What `logging.config.dictConfig` takes: one handler for this program and all that it uses."""
    text = {"()": "uvicorn.logging.DefaultFormatter", "fmt": "%(levelprefix)s %(message)s"}
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"line": {"()": "service.logs.JsonLines"} if in_json(settings) else text},
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
        "root": {"handlers": ["stderr"], "level": settings.log_level.upper()},
    }
