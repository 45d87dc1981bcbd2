"""Traces by OpenTelemetry: a span for each request and for its stages, sent to a collector by OTLP over HTTP.

They are named by OpenTelemetry's semantic conventions for HTTP, GraphQL and PostgreSQL. None holds a text, a variable,
a parameter, an address, or who asked. What the collector does harms no request: a thread sends what waits in a bounded
queue.
"""

import asyncio
import logging
import os
import threading
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from importlib.metadata import version
from time import perf_counter, time_ns
from urllib.parse import urlsplit
from uuid import uuid4

from opentelemetry import propagate, trace
from opentelemetry.context import Context, attach, detach
from opentelemetry.exporter.otlp.proto.http import trace_exporter
from opentelemetry.sdk.environment_variables import OTEL_PYTHON_SDK_INTERNAL_METRICS_ENABLED
from opentelemetry.sdk.metrics import MeterProvider
from opentelemetry.sdk.metrics.export import InMemoryMetricReader, Sum
from opentelemetry.sdk.resources import OTELResourceDetector, Resource
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor, SpanExporter, SpanExportResult
from opentelemetry.trace import SpanKind, StatusCode, Tracer
from starlette.types import Scope

from service.tally import Notes, Stage

FLUSH_SECONDS = 3.0
"""In which what waits to be sent is sent when the process ends."""
QUEUE_LOGGER = "opentelemetry.sdk._shared_internal"
"""Where OpenTelemetry tells that the queue is full."""
PROCESSED = "otel.sdk.processor.span.processed"
"""The metric in which OpenTelemetry counts what left the queue, by its conventions for an SDK's own metrics."""
QUEUE_FULL = "queue_full"
"""Its error.type of what the queue had no place for."""

logger = logging.getLogger(__name__)

Attributes = dict[str, str | int | bool | Sequence[str]]


class Tracing:
    """What makes spans while it is open. database: attributes of the spans of the database."""

    def __init__(self, database_url: str) -> None:
        self._exporter = _TellingOnce(trace_exporter.OTLPSpanExporter())
        self._counts = InMemoryMetricReader()
        self._database = _database(database_url)
        self._tracer: Tracer = trace.NoOpTracer()
        self._propagator = propagate.get_global_textmap()
        self._fields = {name.encode() for name in self._propagator.fields}

    @asynccontextmanager
    async def open(self) -> AsyncIterator[None]:
        """Send spans; in the end what still waits, in bounded time."""
        # Of a process that has a thread for it: the parent of workers makes none.
        provider = TracerProvider(resource=_resource(), shutdown_on_exit=False)
        provider.add_span_processor(self._processor())
        # A processor of somebody's own makes its spans by it.
        trace.set_tracer_provider(provider)
        self._tracer = provider.get_tracer("onrecord", version("onrecord"))
        try:
            yield
        finally:
            # No thread that the end of the process waits for.
            flushing = threading.Thread(target=provider.shutdown, daemon=True)
            flushing.start()
            await asyncio.to_thread(flushing.join, FLUSH_SECONDS)
            if flushing.is_alive():
                logger.warning("spans that were not sent within %g s are dropped: the process ends", FLUSH_SECONDS)

    def dropped(self) -> Mapping[str, int]:
        """Reason -> spans that were dropped for it, of DROPPED in families.py."""
        counts = self._counts.get_metrics_data()
        points = [
            point
            for of_resource in (counts.resource_metrics if counts else ())
            for of_scope in of_resource.scope_metrics
            for metric in of_scope.metrics
            if metric.name == PROCESSED and isinstance(metric.data, Sum)
            for point in metric.data.data_points
        ]
        full = sum(int(point.value) for point in points if (point.attributes or {}).get("error.type") == QUEUE_FULL)
        return {"queue_full": full, "unsent": self._exporter.unsent}

    def _processor(self) -> BatchSpanProcessor:
        """What queues spans and sends them, and counts those that it has no place for."""
        # It counts only where this says so, and asks no more once it is made.
        os.environ[OTEL_PYTHON_SDK_INTERNAL_METRICS_ENABLED] = "true"
        meters = MeterProvider([self._counts], Resource.get_empty(), shutdown_on_exit=False)
        return BatchSpanProcessor(self._exporter, meter_provider=meters)

    def request(self, scope: Scope, notes: Notes) -> "Trace":
        """The trace of a request that begins, of the client's trace where it tells one."""
        return Trace(self._tracer, self._database, scope, self._parent(scope), scope["method"], notes)

    def operation(self, scope: Scope, notes: Notes) -> "Trace":
        """The trace of an operation that begins on a WebSocket."""
        return Trace(self._tracer, self._database, scope, self._parent(scope), "GraphQL Operation", notes)

    def _parent(self, scope: Scope) -> Context:
        """The context that the client tells in the headers that OTEL_PROPAGATORS has."""
        told = {name.decode(): str(value, "latin-1") for name, value in scope["headers"] if name in self._fields}
        return self._propagator.extract(told, Context()) if told else Context()


class Trace:
    """The spans of one request or operation."""

    def __init__(
        self, tracer: Tracer, database: Attributes, scope: Scope, parent: Context, name: str, notes: Notes
    ) -> None:
        self._began = perf_counter()
        self._began_ns = time_ns()
        self._tracer = tracer
        self._database = database
        self._span = tracer.start_span(name, parent, SpanKind.SERVER, start_time=self._began_ns)
        notes.trace_id = trace.format_trace_id(self._span.get_span_context().trace_id)
        self._scope = scope
        self._token = attach(trace.set_span_in_context(self._span, parent))
        if self._span.is_recording():
            notes.stages = []

    def request_ended(self, notes: Notes, method: str | None, status: int, ended: float) -> None:
        """Send the spans of a request. method: None where it is none that is known; status: 0 where it was cut off."""
        if self._span.is_recording():
            self._span.update_name(" ".join([method or "HTTP", *([notes.route] if notes.route else [])]))
            told: Attributes = {
                "http.request.method": method or "_OTHER",
                "url.scheme": self._scope["scheme"],
                "http.response.header.x-request-id": [notes.request_id],
            }
            if status:
                told["http.response.status_code"] = status
            if notes.route:
                told["http.route"] = notes.route
                # A path with parameters would tell what was asked for.
                if "{" not in notes.route:
                    told["url.path"] = notes.route
            if status >= 500 or not status:
                self._span.set_status(StatusCode.ERROR)
                told["error.type"] = str(status) if status else "cut_off"
            self._span.set_attributes(told)
        self._end(notes, ended)

    def operation_ended(self, notes: Notes, ended: float) -> None:
        """Send the spans of an operation of a WebSocket."""
        if self._span.is_recording() and notes.kind:
            self._span.update_name(notes.kind)
        self._end(notes, ended)

    def _end(self, notes: Notes, ended: float) -> None:
        detach(self._token)
        if not self._span.is_recording():
            return
        told = {
            "graphql.operation.type": notes.kind,
            "graphql.operation.name": notes.name,
            "onrecord.document": notes.document,
            "onrecord.cost": notes.cost,
            "onrecord.rows": notes.rows,
            "onrecord.responses": notes.told,
            "error.type": notes.code,
        }
        self._span.set_attributes({name: value for name, value in told.items() if value is not None})
        within = trace.set_span_in_context(self._span)
        for stage in notes.stages or ():
            self._stage(stage, within, notes)
        self._span.end(self._at(ended))

    def _stage(self, stage: Stage, within: Context, notes: Notes) -> None:
        attributes: Attributes = {}
        name, kind = str(stage.name), SpanKind.INTERNAL
        if stage.name == "database":
            attributes = self._database | {"db.operation.name": stage.what}
            name, kind = f"{stage.what} {self._database['db.namespace']}", SpanKind.CLIENT
        elif notes.known is not None:
            attributes = {"onrecord.cached": notes.known}
        span = self._tracer.start_span(name, within, kind, attributes, start_time=self._at(stage.began))
        if stage.failed:
            span.set_status(StatusCode.ERROR)
        span.end(self._at(stage.ended))

    def _at(self, moment: float) -> int:
        """Nanoseconds since 1970 of a moment of perf_counter."""
        return self._began_ns + int((moment - self._began) * 1e9)


class _TellingOnce(SpanExporter):
    """Sends spans; that they can't be sent is told once, until they are sent again."""

    def __init__(self, exporter: trace_exporter.OTLPSpanExporter) -> None:
        self._exporter = exporter
        self.unsent = 0
        """Spans that could not be sent."""
        self._reason: str | None = None
        self._failing = False
        logging.getLogger(trace_exporter.__name__).addFilter(self._hear)
        logging.getLogger(QUEUE_LOGGER).addFilter(lambda _: not self._failing)

    def _hear(self, record: logging.LogRecord) -> bool:
        """Keep the first of what the exporter tells of one attempt: the cause."""
        self._reason = self._reason or record.getMessage()
        return False

    def export(self, spans: Sequence[ReadableSpan]) -> SpanExportResult:
        """Send spans, again where that helps, for as long as the exporter does so."""
        self._reason = None
        result = self._exporter.export(spans)
        failing = result is not SpanExportResult.SUCCESS
        if failing:
            self.unsent += len(spans)
        if failing and not self._failing:
            logger.warning("traces are dropped, as they can't be sent: %s", self._reason)
        elif self._failing and not failing:
            logger.warning("traces are sent again")
        self._failing = failing
        return result

    def shutdown(self) -> None:
        """Send nothing more."""
        self._exporter.shutdown()  # type: ignore[no-untyped-call]


def _resource() -> Resource:
    """What spans are of: this program and process, unless OTEL_SERVICE_NAME or OTEL_RESOURCE_ATTRIBUTES tell more."""
    own = {"service.name": "onrecord", "service.version": version("onrecord"), "service.instance.id": str(uuid4())}
    return Resource.create({**own, **OTELResourceDetector().detect().attributes})


def _database(url: str) -> Attributes:
    """Attributes of spans of the database at this address, without its user and password."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError:
        parts, host, port = urlsplit(""), None, None
    told: Attributes = {"db.system.name": "postgresql", "db.namespace": parts.path.strip("/") or "postgres"}
    if host:
        told["server.address"] = host
    if port:
        told["server.port"] = port
    return told
