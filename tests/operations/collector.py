"""A collector of traces: takes OTLP over HTTP as one does, on a free port of this machine."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest
from opentelemetry.proto.common.v1.common_pb2 import KeyValue


@dataclass(frozen=True)
class Span:
    """One that came in: ids in hex, instants in nanoseconds, kind as OTLP numbers it."""

    trace: str
    id: str
    parent: str
    name: str
    kind: int
    start: int
    end: int
    failed: bool
    attributes: dict[str, Any]
    resource: dict[str, Any]


@dataclass
class Collector:
    """What came in. status: what it answers; 0: nothing, until it is released."""

    url: str
    spans: list[Span] = field(default_factory=list)
    bodies: list[bytes] = field(default_factory=list)
    status: int = 200
    released: threading.Event = field(default_factory=threading.Event)

    def children(self, parent: Span) -> list[Span]:
        """The spans within one, as they began."""
        return sorted((each for each in self.spans if each.parent == parent.id), key=lambda each: each.start)

    def named(self, name: str) -> list[Span]:
        """All spans of a name, as they began."""
        return sorted((each for each in self.spans if each.name == name), key=lambda each: each.start)

    def take(self, body: bytes) -> None:
        """Keep the spans of a request."""
        self.bodies.append(body)
        for of_resource in ExportTraceServiceRequest.FromString(body).resource_spans:
            resource = _plain(of_resource.resource.attributes)
            for of_scope in of_resource.scope_spans:
                self.spans += (
                    Span(
                        each.trace_id.hex(),
                        each.span_id.hex(),
                        each.parent_span_id.hex(),
                        each.name,
                        each.kind,
                        each.start_time_unix_nano,
                        each.end_time_unix_nano,
                        each.status.code == 2,
                        _plain(each.attributes),
                        resource,
                    )
                    for each in of_scope.spans
                )


def _plain(attributes: Any) -> dict[str, Any]:
    found = {}
    each: KeyValue
    for each in attributes:
        kind = each.value.WhichOneof("value")
        value = getattr(each.value, kind) if kind else None
        found[each.key] = [item.string_value for item in each.value.array_value.values] or value
    return found


@contextmanager
def collecting() -> Iterator[Collector]:
    """A collector that answers within it."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            if not collector.status:
                collector.released.wait()
                return
            taken = self.path == "/v1/traces" and self.headers["Content-Type"] == "application/x-protobuf"
            if taken and collector.status == 200:
                collector.take(body)
            self.send_response(collector.status if taken else 404)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        collector = Collector(f"http://127.0.0.1:{server.server_port}")
        thread = threading.Thread(target=server.serve_forever, args=(0.05,))
        thread.start()
        try:
            yield collector
        finally:
            collector.released.set()
            server.shutdown()
            thread.join()
