"""Traces, as a collector gets them of a running service."""

import json
import os
import re
import sys
from importlib.metadata import version

import httpx
import pytest
from websockets.sync.client import connect
from websockets.typing import Subprotocol

from service.errors import BadSettings
from service.operations.tracing_settings import SAMPLERS, tracing_of
from tests.access.keys import ADMIN, KEYS
from tests.commands import SECONDS, environment
from tests.faults.program import Program, running
from tests.operations.collector import Collector, Span, collecting
from tests.operations.test_metrics import told as samples
from tests.operations.test_stopping import until
from tests.rest.articles import record
from tests.rest.duplex import lines_of

QUERY = 'query Mine { actors(filter: {name: "Maria Secret"}) { totalCount } }'
TRACE, PARENT = "0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331"
SAMPLED = {"traceparent": f"00-{TRACE}-{PARENT}-01"}
NOT_SAMPLED = {"traceparent": f"00-{TRACE}-{PARENT}-00"}
INTERNAL, SERVER, CLIENT = 1, 2, 3


def traced(url: str, collector: Collector, **variables: str) -> dict[str, str]:
    """The environment of a service that sends its spans at once."""
    sending = {"OTEL_EXPORTER_OTLP_ENDPOINT": collector.url, "OTEL_BSP_SCHEDULE_DELAY": "50"}
    # as compose files and deployments hand on what is not set
    empty = dict.fromkeys(
        ("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "OTEL_EXPORTER_OTLP_PROTOCOL", "OTEL_SERVICE_NAME"), ""
    )
    return environment(url, **{**empty, **sending, "ONRECORD_API_KEYS": json.dumps(KEYS), **variables})


def client_of(program: Program) -> httpx.Client:
    headers = {"Authorization": f"Bearer {ADMIN}"}
    return httpx.Client(base_url=program.address, timeout=SECONDS, headers=headers)


def answering(program: Program) -> set[int]:
    """The processes that have answered."""
    lines = [json.loads(line) for line in program.log]
    return {line["process"] for line in lines if line["message"] == "request"}


def ask_over_websocket(program: Program, query: str) -> None:
    """One operation on a connection of its own, of the trace that SAMPLED tells."""
    address, headers = program.address.replace("http", "ws", 1) + "/graphql", {"Authorization": f"Bearer {ADMIN}"}
    protocols = [Subprotocol("graphql-transport-ws")]
    with connect(address, subprotocols=protocols, additional_headers=headers | SAMPLED, proxy=None) as client:
        client.send(json.dumps({"type": "connection_init"}))
        client.send(json.dumps({"type": "subscribe", "id": "1", "payload": {"query": query}}))
        told = [json.loads(client.recv(SECONDS))["type"] for _ in range(3)]
        assert told == ["connection_ack", "next", "complete"]


def shapes(spans: list[Span]) -> list[tuple[str, int]]:
    return [(span.name, span.kind) for span in spans]


def test_a_request_is_a_span_with_its_stages(shared_database_url: str) -> None:
    with collecting() as collector:
        with running(traced(shared_database_url, collector)) as program, client_of(program) as client:
            for _ in range(2):
                client.post("/graphql", json={"query": QUERY}, headers={**SAMPLED, "X-Request-ID": "mine"})
            client.post("/graphql", json={"query": QUERY}, headers=NOT_SAMPLED)
            client.get("/v1/actors", params={"name": "Maria Secret"})
            client.get("/v1/actors/actor_nothing")
            client.get("/nowhere/Secret")
            client.request("PURGE", "/livez")
            client.post("/graphql", json={"query": "{ secret }"})
            client.get("/v1/export/actors")
            ask_over_websocket(program, QUERY)
        first, again, wrong = collector.named("POST /graphql")
        (database,) = {span.name for span in collector.children(first)} - {"prepare"}
        for span in (first, again):
            assert (span.trace, span.parent, span.kind, span.failed) == (TRACE, PARENT, SERVER, False)
            assert shapes(collector.children(span)) == [("prepare", INTERNAL), (database, CLIENT)]
            prepare, read = collector.children(span)
            assert {each.trace for each in (prepare, read)} == {TRACE}
            assert span.start <= prepare.start <= prepare.end <= read.start <= read.end <= span.end
            assert prepare.attributes == {"onrecord.cached": span is again}
            assert span.attributes["graphql.operation.name"] == "Mine"
            assert span.attributes == {
                "http.request.method": "POST",
                "url.scheme": "http",
                "http.response.header.x-request-id": ["mine"],
                "http.response.status_code": 200,
                "http.route": "/graphql",
                "url.path": "/graphql",
                "graphql.operation.type": "query",
                "graphql.operation.name": "Mine",
                "onrecord.document": span.attributes["onrecord.document"],
                "onrecord.cost": span.attributes["onrecord.cost"],
                "onrecord.rows": 0,
            }
        assert first.resource["service.name"] == "onrecord"
        assert first.resource["service.version"] == version("onrecord")
        assert first.resource["service.instance.id"]
        assert read.attributes["db.system.name"] == "postgresql"
        assert read.attributes["db.operation.name"] == "SELECT"
        assert database == f"SELECT {read.attributes['db.namespace']}"
        assert (wrong.failed, wrong.attributes["error.type"]) == (False, "GRAPHQL_VALIDATION_FAILED")
        (actors,), (actor,), (nowhere,) = map(collector.named, ("GET /v1/actors", "GET /v1/actors/{id}", "GET"))
        assert shapes(collector.children(actors)) == [("prepare", INTERNAL), (database, CLIENT)]
        assert actors.trace != TRACE
        assert not actors.parent
        assert actors.attributes["url.path"] == "/v1/actors"
        assert (actor.attributes["http.response.status_code"], actor.attributes["error.type"]) == (404, "NOT_FOUND")
        assert not {"url.path", "error.code"} & actor.attributes.keys()
        assert "http.route" not in nowhere.attributes
        (odd,) = collector.named("HTTP /livez")
        assert odd.attributes["http.request.method"] == "_OTHER"
        assert len(collector.named("GET /v1/export/actors")) == 1
        (operation,) = collector.named("query")
        assert (operation.trace, operation.parent, operation.kind) == (TRACE, PARENT, SERVER)
        assert (operation.attributes["graphql.operation.name"], operation.attributes["onrecord.responses"]) == (
            "Mine",
            1,
        )
        assert shapes(collector.children(operation)) == [("prepare", INTERNAL), (database, CLIENT)]
        told = b"".join(collector.bodies)
        assert not [word for word in (b"ecret", b"actors(", b"127.0.0.1", b"httpx", b"desk", b"PURGE") if word in told]


def test_writes_are_traced_and_what_a_processor_of_ones_own_does_in_them(database_url: str) -> None:
    with collecting() as collector:
        env = traced(database_url, collector, ONRECORD_PROCESSOR="tests.plugged:traced", PYTHONPATH=os.getcwd())
        with running(env) as program, client_of(program) as client:
            created = client.post("/v1/articles", json={"externalId": "1", "body": "Ana spoke."})
            client.put(created.headers["location"], json=record(), headers={"If-Match": "*"})
            client.delete(created.headers["location"])
            lines = lines_of([{"externalId": "2", "body": "Ana spoke."}, {"body": 7}])
            client.post("/v1/articles/batch", content=lines, headers={"Content-Type": "application/x-ndjson"})
        (post,), (put,), (delete,), (batch,) = map(
            collector.named,
            ("POST /v1/articles", "PUT /v1/articles/{id}", "DELETE /v1/articles/{id}", "POST /v1/articles/batch"),
        )
        operations = [
            [span.name.partition(" ")[0] for span in collector.children(each)] for each in (post, put, delete)
        ]
        assert operations[0] == ["prepare", "shout", "STORE", "prepare", "SELECT"]
        assert operations[1][-3:] == ["STORE", "prepare", "SELECT"]
        assert operations[2] == ["DELETE"]
        within = [span.name.partition(" ")[0] for span in collector.children(batch)]
        assert {"prepare", "shout", "STORE"} <= set(within)
        assert "error.type" not in batch.attributes
        assert {span.trace for span in collector.named("shout")} == {post.trace, batch.trace}


def test_what_is_traced_and_as_what_is_configured(shared_database_url: str) -> None:
    variables = {
        "OTEL_TRACES_SAMPLER": "parentbased_always_off",
        "OTEL_SERVICE_NAME": "news",
        "OTEL_RESOURCE_ATTRIBUTES": "deployment.environment.name=test",
        "ONRECORD_REQUEST_LOG": "on",
    }
    with collecting() as collector:
        env = traced(shared_database_url, collector, **variables)
        with running(env) as program, client_of(program) as client:
            for headers in (SAMPLED, NOT_SAMPLED, {}):
                client.post("/graphql", json={"query": QUERY}, headers=headers)
        (span,) = collector.named("POST /graphql")
        assert {each.trace for each in collector.spans} == {TRACE}
        assert (span.resource["service.name"], span.resource["deployment.environment.name"]) == ("news", "test")
        told = [each["trace_id"] for line in program.log if (each := json.loads(line))["message"] == "request"]
        assert told[:2] == [TRACE, TRACE]
        assert re.fullmatch("[0-9a-f]{32}", told[2])


def test_workers_send_at_the_end_what_still_waits(shared_database_url: str) -> None:
    with collecting() as collector:
        env = traced(shared_database_url, collector, OTEL_BSP_SCHEDULE_DELAY="3600000", ONRECORD_REQUEST_LOG="on")
        with running(env, "--workers", "2") as program:
            # On a connection of its own, so that either may take it, until both have.
            asked = 0
            while len(processes := answering(program)) < 2:
                assert asked < 1_000, processes
                httpx.get(f"{program.address}/livez", timeout=SECONDS)
                asked += 1
            assert not collector.spans
        sent = collector.named("GET /livez")
        assert len(sent) == asked
        assert len({span.resource["service.instance.id"] for span in sent}) == 2


def test_a_collector_that_is_away_harms_no_request_and_is_told_once(shared_database_url: str) -> None:
    with collecting() as collector:
        sizes = {"OTEL_BSP_MAX_QUEUE_SIZE": "40", "OTEL_BSP_MAX_EXPORT_BATCH_SIZE": "10"}
        env = traced(shared_database_url, collector, OTEL_EXPORTER_OTLP_TIMEOUT=str(SECONDS), **sizes)
        with running(env) as program, client_of(program) as client:

            def ask() -> None:
                for _ in range(20):
                    assert client.post("/graphql", json={"query": QUERY}).status_code == 200

            def told(what: str) -> int:
                return sum(what in line for line in program.log)

            def dropped(reason: str) -> float:
                return samples(client)["onrecord_spans_dropped_total", reason]

            assert (dropped("unsent"), dropped("queue_full")) == (0, 0)
            collector.status = 500
            ask()
            until(lambda: told("traces are dropped") == 1)
            until(lambda: dropped("unsent") >= 10)
            ask()
            collector.status = 200
            until(lambda: client.get("/livez").status_code == 200 and told("traces are sent again") == 1)
            collector.status = 0
            before = dropped("queue_full")
            ask()
            # Each has three spans; forty wait, and ten are being sent.
            assert dropped("queue_full") - before >= 20 * 3 - 40 - 10
        assert [told(what) for what in ("traces are", "spans that were not sent", "Traceback")] == [2, 1, 0]


WRONG: list[tuple[dict[str, str], str]] = [
    ({"OTEL_EXPORTER_OTLP_ENDPOINT": "collector:4318"}, "OTEL_EXPORTER_OTLP_ENDPOINT: must be an address like"),
    ({"OTEL_EXPORTER_OTLP_PROTOCOL": "grpc"}, "OTEL_EXPORTER_OTLP_PROTOCOL: must be http/protobuf"),
    ({"OTEL_TRACES_EXPORTER": "zipkin"}, "OTEL_TRACES_EXPORTER: must be otlp or none, not 'zipkin'"),
    ({"OTEL_TRACES_SAMPLER": "sometimes"}, f"OTEL_TRACES_SAMPLER: must be one of {', '.join(SAMPLERS)}"),
    ({"OTEL_TRACES_SAMPLER": "traceidratio", "OTEL_TRACES_SAMPLER_ARG": "7"}, "OTEL_TRACES_SAMPLER_ARG: must be"),
    ({"OTEL_TRACES_SAMPLER": "traceidratio", "OTEL_TRACES_SAMPLER_ARG": "x"}, "OTEL_TRACES_SAMPLER_ARG: must be"),
    ({"OTEL_EXPORTER_OTLP_HEADERS": "a=b,Bearer s3cret"}, "OTEL_EXPORTER_OTLP_HEADERS: must be name=value"),
    ({"OTEL_BSP_MAX_QUEUE_SIZE": "1"}, "OTEL_BSP_MAX_EXPORT_BATCH_SIZE: must not be more than"),
    ({"OTEL_BSP_SCHEDULE_DELAY": "1.5"}, "OTEL_BSP_SCHEDULE_DELAY: must be a whole number above 0, not '1.5'"),
    ({"OTEL_EXPORTER_OTLP_TIMEOUT": "long"}, "OTEL_…: Invalid timeout value 'long'"),
    ({"OTEL_EXPORTER_OTLP_COMPRESSION": "lzma"}, "OTEL_…: Unsupported compression type: lzma"),
]


@pytest.mark.parametrize(("variables", "told"), WRONG)
def test_a_wrong_variable_is_told(monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], told: str) -> None:
    for name, value in {"OTEL_EXPORTER_OTLP_ENDPOINT": "http://127.0.0.1:4318", **variables}.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(BadSettings) as refused:
        tracing_of(os.environ, "postgresql://")
    assert str(refused.value).startswith(told)
    assert "s3cret" not in str(refused.value)


def test_what_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "service.operations.tracing", None)
    with pytest.raises(BadSettings, match=r"pip install 'onrecord\[tracing\]'"):
        tracing_of({"OTEL_EXPORTER_OTLP_ENDPOINT": "http://127.0.0.1:4318"}, "postgresql://")


@pytest.mark.parametrize(
    "variables",
    [
        {},
        {"OTEL_EXPORTER_OTLP_ENDPOINT": ""},
        {"OTEL_EXPORTER_OTLP_ENDPOINT": "http://127.0.0.1:4318", "OTEL_SDK_DISABLED": "true"},
        {"OTEL_EXPORTER_OTLP_ENDPOINT": "http://127.0.0.1:4318", "OTEL_TRACES_EXPORTER": "none"},
    ],
)
def test_nothing_is_traced_unless_it_is_configured(variables: dict[str, str]) -> None:
    assert tracing_of(variables, "postgresql://") is None
