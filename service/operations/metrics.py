"""The metrics of all processes that answer at one address: whichever is asked tells of all of them.

Each process leaves its own in a folder that they share, and adds to its own what the others left when it is asked.
What was counted by a process that ended stays counted; how things stand is told of those that run.
"""

import asyncio
import json
import os
from collections.abc import AsyncIterator, Iterable, Iterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

from prometheus_client import CollectorRegistry
from prometheus_client.core import Metric
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4, generate_latest
from prometheus_client.openmetrics import exposition as openmetrics
from prometheus_client.samples import Sample
from starlette.responses import Response

from service.operations.families import Families

FOLDER = "_ONRECORD_METRICS"
"""The variable by which the first process tells its workers of the folder."""
LEAVE_SECONDS = 1.0
"""After which a process leaves its metrics anew."""

OPENMETRICS = "application/openmetrics-text"

_HIGHEST = frozenset({"onrecord_feed_lag_seconds", "onrecord_build_info", "python_info"})
_LOWEST = frozenset({"process_start_time_seconds", "process_max_fds"})

Key = tuple[str, tuple[tuple[str, str], ...]]
"""Name and labels of a sample."""


class Metrics:
    """A collector of prometheus_client. folder: where processes leave theirs; None where there is one alone."""

    def __init__(self, own: Families, folder: Path | None) -> None:
        self._own = own
        self._folder = folder

    def response(self, accept: str) -> Response:
        """The metrics in the text format that a client takes: OpenMetrics, else that of Prometheus."""
        registry = CollectorRegistry(auto_describe=False)
        registry.register(self)
        write: Any = generate_latest
        media = CONTENT_TYPE_PLAIN_0_0_4
        if OPENMETRICS in accept.lower():
            write, media = openmetrics.generate_latest, openmetrics.CONTENT_TYPE_LATEST
        return Response(write(registry), headers={"Content-Type": media, "Cache-Control": "no-store"})

    def describe(self) -> Iterable[Metric]:
        """Nothing: prometheus_client would collect all to know their names."""
        return ()

    def collect(self) -> Iterator[Metric]:
        """The metrics of all processes."""
        others = list(self._left())
        for metric in self._own.collect():
            found: dict[Key, float] = {}
            for sample in metric.samples:
                found[sample.name, tuple(sample.labels.items())] = sample.value
            for lives, left in others:
                if lives or metric.type in {"counter", "histogram"}:
                    _add(found, metric, left.get(metric.name, ()))
            metric.samples = [Sample(name, dict(labels), value) for (name, labels), value in found.items()]
            yield metric

    def _left(self) -> Iterator[tuple[bool, dict[str, Any]]]:
        """Of each other process whether it runs, and its samples by metric."""
        for path in self._folder.glob("*.json") if self._folder else ():
            pid = int(path.stem)
            if pid != os.getpid():
                with suppress(OSError, ValueError):
                    yield _runs(pid), json.loads(path.read_bytes())

    def leave(self) -> None:
        """Leave the metrics of this process for the others."""
        if self._folder is None:
            return
        left = {
            metric.name: [(each.name, tuple(each.labels.items()), each.value) for each in metric.samples]
            for metric in self._own.collect()
        }
        path = self._folder / f"{os.getpid()}.json"
        # Whoever reads finds the old or the new ones, and never a part.
        written = path.with_suffix(".new")
        with suppress(OSError):
            written.write_text(json.dumps(left))
            written.replace(path)

    async def leave_always(self) -> None:
        """Leave them again and again."""
        while True:
            self.leave()
            await asyncio.sleep(LEAVE_SECONDS)


def _add(found: dict[Key, float], metric: Metric, samples: Iterable[Any]) -> None:
    for name, labels, value in samples:
        key = name, tuple((label, text) for label, text in labels)
        if key not in found:
            found[key] = value
        elif metric.name in _HIGHEST:
            found[key] = max(found[key], value)
        elif metric.name in _LOWEST:
            found[key] = min(found[key], value)
        else:
            found[key] += value


def _runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


@asynccontextmanager
async def open_metrics(own: Families) -> AsyncIterator[Metrics]:
    """The metrics, left for other workers where there are any."""
    folder = os.environ.get(FOLDER)
    metrics = Metrics(own, Path(folder) if folder else None)
    leaving = asyncio.ensure_future(metrics.leave_always()) if folder else None
    try:
        yield metrics
    finally:
        if leaving:
            leaving.cancel()
            metrics.leave()
