"""How the log is written."""

import json
import logging
import re
import subprocess
import sys
from contextvars import copy_context
from datetime import datetime, timedelta

import httpx
import pytest

from service.causes import cause
from service.logs import JsonLines
from service.tally import NOTES, Notes
from tests.commands import ROOT, SECONDS, environment
from tests.faults.program import running


def fields_in_the_documentation() -> list[str]:
    """The fields that docs/operations.md tells of."""
    text = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
    section = text[text.index("## The log") : text.index("## Stopping")]
    return re.findall(r"^\| `(\w+)` \|", section, flags=re.MULTILINE)


def test_a_record_is_one_line_of_json_with_the_documented_fields() -> None:
    error = cause(ValueError("s3cret"))
    record = logging.LogRecord("service.x", logging.ERROR, "x.py", 1, "“a”\n%s", ("b",), (type(error), error, None))
    notes = Notes("mine")
    notes.trace_id = "0af7651916cd43dd8448eb211c80319c"
    context = copy_context()
    context.run(NOTES.set, notes)
    line = context.run(JsonLines().format, record)
    told = json.loads(line)
    assert "\n" not in line
    assert list(told) == fields_in_the_documentation()
    assert (told["level"], told["logger"], told["message"]) == ("error", "service.x", "“a”\nb")
    assert told["exception"].endswith("Cause: ValueError")
    assert datetime.fromisoformat(told["time"]).utcoffset() == timedelta(0)


@pytest.mark.parametrize("options", [(), ("--workers", "2")], ids=["one", "workers"])
def test_where_no_person_reads_it_every_line_is_json(shared_database_url: str, options: tuple[str, ...]) -> None:
    with running(environment(shared_database_url), *options) as program:
        assert httpx.get(f"{program.address}/readyz", timeout=SECONDS).status_code == 200
    told = [json.loads(line) for line in program.log]
    assert {"service.cli.serving", "uvicorn.error"} <= {line["logger"] for line in told}
    assert len({line["process"] for line in told}) == (3 if options else 1)


@pytest.mark.parametrize(("level", "lines"), [("info", ["told", "warned"]), ("warning", ["warned"])])
def test_the_level_is_the_lowest_that_is_logged(level: str, lines: list[str]) -> None:
    program = (
        "import logging; from logging.config import dictConfig\n"
        "from service.logs import log_config; from service.settings import read_settings\n"
        "dictConfig(log_config(read_settings())); logging.info('told'); logging.warning('warned')"
    )
    env = environment(ONRECORD_LOG_LEVEL=level)
    done = subprocess.run([sys.executable, "-c", program], check=True, env=env, capture_output=True, text=True)
    assert [json.loads(line)["message"] for line in done.stderr.splitlines()] == lines


def test_a_person_reads_text(shared_database_url: str) -> None:
    with running(environment(shared_database_url, ONRECORD_LOG_FORMAT="text")) as program:
        assert httpx.get(f"{program.address}/readyz", timeout=SECONDS).status_code == 200
    assert any(re.fullmatch(r"INFO: +Application startup complete\.\n", line) for line in program.log)
