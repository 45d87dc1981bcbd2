"""Each request has a line in the log, in which a client can write next to nothing."""

import json
import re
from hashlib import sha256
from typing import Any

import httpx
import pytest

from service.operations.request_log import request_log
from service.settings import Settings
from tests.access.keys import ADMIN, KEYS
from tests.commands import ROOT, SECONDS, environment
from tests.faults.program import running

QUERY = "query Mine { articles { totalCount } }"
TRACE = "0af7651916cd43dd8448eb211c80319c"
HEADERS = {
    "Authorization": f"Bearer {ADMIN}",
    "X-Request-ID": "web-1.a_B",
    "traceparent": f"00-{TRACE}-b7ad6b7169203331-01",
}
ALWAYS = {"time", "level", "logger", "process", "message", "request_id", "method", "status", "operation", "bytes", "ms"}


def documented() -> set[str]:
    text = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (`.*?`) \|", text[text.index("## Requests in the log") :], flags=re.MULTILINE)
    return {name for row in rows for name in re.findall(r"`(\w+)`", row)}


def lines(log: list[str]) -> list[dict[str, Any]]:
    return [each for line in log if (each := json.loads(line))["message"] == "request"]


def test_a_line_tells_of_each_request(shared_database_url: str) -> None:
    env = environment(shared_database_url, ONRECORD_ENVIRONMENT="production", ONRECORD_API_KEYS=json.dumps(KEYS))
    with running(env) as program, httpx.Client(base_url=program.address, timeout=SECONDS) as client:
        answer = client.post("/graphql", json={"query": QUERY}, headers=HEADERS)
        assert answer.headers["x-request-id"] == "web-1.a_B"
        sent = len(answer.content)
        made = client.get("/v1/articles/nothing", headers={"X-Request-ID": "a b"}).headers["x-request-id"]
        assert re.fullmatch("[0-9a-f]{32}", made)
        client.get("/v1/articles/nothing", headers=HEADERS)
        client.get("/nowhere", headers=HEADERS | {"X-Request-ID": "x" * 129, "traceparent": f"00-{'0' * 32}-1-01"})
        client.request("PURGE", "/livez")
    query, refused, missing, nowhere, purge = lines(program.log)
    assert query.keys() - ALWAYS | ALWAYS - {"time", "level", "logger", "process", "message"} == documented()
    assert query | {"time": 0, "process": 0, "ms": 0, "prepare_ms": 0, "database_ms": 0} == {
        "time": 0,
        "level": "info",
        "logger": "service.requests",
        "process": 0,
        "message": "request",
        "request_id": "web-1.a_B",
        "trace_id": TRACE,
        "method": "POST",
        "route": "/graphql",
        "status": 200,
        "operation": "graphql_query",
        "name": "Mine",
        "document": sha256(QUERY.encode()).hexdigest()[:16],
        "cost": query["cost"],
        "key": "desk",
        "bytes": sent,
        "prepare_ms": 0,
        "database_ms": 0,
        "ms": 0,
    }
    assert query["prepare_ms"] + query["database_ms"] <= query["ms"]
    assert refused.keys() == ALWAYS | {"route"}
    assert (refused["request_id"], refused["status"], refused["operation"]) == (made, 401, "getArticle")
    assert (missing["route"], missing["status"], missing["key"]) == ("/v1/articles/{id}", 404, "desk")
    assert nowhere.keys() == ALWAYS
    assert (nowhere["status"], nowhere["operation"]) == (404, "other")
    assert re.fullmatch("[0-9a-f]{32}", nowhere["request_id"])
    assert (purge["method"], purge["route"], purge["status"]) == ("OTHER", "/livez", 405)


@pytest.mark.parametrize(
    ("wanted", "environment", "level", "kept"),
    [
        ("auto", "production", "info", True),
        ("auto", "development", "info", False),
        ("on", "development", "debug", True),
        ("on", "production", "warning", False),
        ("off", "production", "info", False),
    ],
)
def test_it_is_kept_where_it_is_wanted(wanted: Any, environment: Any, level: Any, kept: bool) -> None:
    settings = Settings(request_log=wanted, environment=environment, log_level=level)
    assert (request_log(settings) is not None) == kept


def test_a_person_reads_text(shared_database_url: str) -> None:
    env = environment(shared_database_url, ONRECORD_LOG_FORMAT="text", ONRECORD_REQUEST_LOG="on")
    with running(env) as program:
        httpx.get(f"{program.address}/livez", headers={"X-Request-ID": "a"}, timeout=SECONDS)
    (line,) = [line for line in program.log if "request_id" in line]
    assert re.fullmatch(
        r"INFO:     request request_id=a method=GET route=/livez status=200 operation=livez bytes=6 ms=[0-9.]+\n", line
    )
