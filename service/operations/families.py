"""The metrics of one process, made of what it counted and of how things stand when they are asked for."""

import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib.metadata import version
from itertools import accumulate
from operator import add
from typing import Any, NamedTuple

from prometheus_client import CollectorRegistry, GCCollector, PlatformCollector, ProcessCollector
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, HistogramMetricFamily, Metric

from service.errors import OnRecordError
from service.query.compiler import Cache, Compiler
from service.storage.feed import Feed
from service.storage.pool import Pool
from service.storage.reader import Reader
from service.storage.submission import Refusal, Result
from service.tally import BOUNDS, Histogram, Tally

OUTCOMES = (*(each.lower() for each in Result if each is not Result.REFUSED), *(each.lower() for each in Refusal))
"""What may become of an article that is sent: stored, or why it was refused; `deleted` beside these."""

DROPPED = ("queue_full", "unsent")
"""Why spans are dropped: they come faster than the collector takes them, or it does not take them."""


class Sources(NamedTuple):
    """Where it is seen how things stand.

    pools: name -> pool, of those that are not for reads. dropped: reason -> spans.
    """

    tally: Tally
    reader: Reader
    pools: Mapping[str, Pool]
    compilers: Mapping[str, Compiler]
    feed: Feed
    subscriptions: Callable[[], int]
    websockets: Callable[[], int]
    dropped: Callable[[], Mapping[str, int]]


class Families:
    """A collector of prometheus_client: what the process itself tells."""

    def __init__(self, sources: Sources) -> None:
        self._sources = sources
        self._process = CollectorRegistry()
        for collector in (ProcessCollector, PlatformCollector, GCCollector):
            collector(registry=self._process)

    def collect(self) -> Iterator[Metric]:
        """All metrics, each with the labels seen so far."""
        sources, tally = self._sources, self._sources.tally
        build = GaugeMetricFamily("onrecord_build_info", "The version that runs.", labels=["version"])
        build.add_metric([version("onrecord")], 1)
        yield build
        yield _counter(
            "onrecord_requests",
            "Requests over HTTP that were answered; status 0: cut off before.",
            ("operation", "status"),
            {(operation, str(status)): sum(each.counts) for (operation, status), each in tally.requests.items()},
        )
        yield _histogram(
            "onrecord_request_duration_seconds",
            "From the head of a request to the end of its answer.",
            "operation",
            _by_operation(tally.requests),
        )
        stages = {"prepare": tally.prepare, "wait": tally.wait, "database": tally.database}
        yield _histogram("onrecord_request_stage_seconds", "What reads take in parts.", "stage", stages)
        # A rise is seen from the first one on where there was a zero before.
        errors = _single({**dict.fromkeys(_codes(OnRecordError), 0), **tally.errors})
        yield _counter("onrecord_errors", "Errors that clients were told, by their code.", ("code",), errors)
        outcomes = {**dict.fromkeys((*OUTCOMES, "deleted"), 0), **tally.articles}
        yield _counter("onrecord_articles", "Articles sent, by what became of them.", ("outcome",), _single(outcomes))
        dropped = _single({**dict.fromkeys(DROPPED, 0), **sources.dropped()})
        yield _counter("onrecord_spans_dropped", "Spans of traces that were dropped, and why.", ("reason",), dropped)
        yield from self._connections()
        yield from self._caches()
        lag = time.monotonic() - sources.feed.read_at
        yield _gauge("onrecord_feed_lag_seconds", "Since the feed of changes was last read.", lag)
        yield _gauge("onrecord_subscriptions", "Subscriptions that are open.", sources.subscriptions())
        yield _gauge("onrecord_websockets", "WebSockets that are open.", sources.websockets())
        yield from self._process.collect()

    def _connections(self) -> Iterator[Metric]:
        size = GaugeMetricFamily("onrecord_pool_size", "Connections that a pool may have.", labels=["pool"])
        used = GaugeMetricFamily("onrecord_pool_in_use", "Connections that are at work.", labels=["pool"])
        waiting = GaugeMetricFamily("onrecord_pool_waiting", "Reads that wait for a connection.", labels=["pool"])
        for name, lane in self._sources.reader.lanes.items():
            size.add_metric([name], lane.size)
            used.add_metric([name], lane.size - lane.turns.free)
            waiting.add_metric([name], lane.turns.waiting)
        for name, pool in self._sources.pools.items():
            size.add_metric([name], pool.get_max_size())
            used.add_metric([name], pool.get_size() - pool.get_idle_size())
        yield from (size, used, waiting)

    def _caches(self) -> Iterator[Metric]:
        hits = CounterMetricFamily("onrecord_cache_hits", "Lookups that found what was kept.", labels=["cache"])
        misses = CounterMetricFamily("onrecord_cache_misses", "Lookups that did not.", labels=["cache"])
        entries = GaugeMetricFamily("onrecord_cache_entries", "What a cache keeps.", labels=["cache"])
        for api, compiler in self._sources.compilers.items():
            caches: Iterable[tuple[str, Cache[Any]]] = (
                ("documents", compiler.documents),
                ("statements", compiler.compiled),
                ("versions", compiler.versioned),
            )
            for name, cache in caches:
                labels = [f"{api}_{name}"]
                hits.add_metric(labels, cache.hits)
                misses.add_metric(labels, cache.misses)
                entries.add_metric(labels, len(cache))
        yield from (hits, misses, entries)


def _by_operation(requests: Mapping[tuple[str, int], Histogram]) -> dict[str, Histogram]:
    """How long requests took, whatever was answered."""
    found: defaultdict[str, Histogram] = defaultdict(Histogram)
    for (operation, _), each in requests.items():
        sums = found[operation]
        sums.counts = list(map(add, sums.counts, each.counts))
        sums.total += each.total
    return found


def _counter(name: str, told: str, labels: Iterable[str], counts: Mapping[tuple[str, ...], int]) -> Metric:
    family = CounterMetricFamily(name, told, labels=list(labels))
    for values, count in counts.items():
        family.add_metric(list(values), count)
    return family


def _codes(kind: type[OnRecordError]) -> set[str]:
    return {kind.code}.union(*map(_codes, kind.__subclasses__()))


def _single(counts: Mapping[str, int]) -> dict[tuple[str, ...], int]:
    return {(value,): count for value, count in counts.items()}


def _histogram(name: str, told: str, label: str, histograms: Mapping[str, Histogram]) -> Metric:
    family = HistogramMetricFamily(name, told, labels=[label])
    bounds = [*map(str, BOUNDS), "+Inf"]
    for value, histogram in histograms.items():
        counts = accumulate(histogram.counts)
        family.add_metric([value], list(zip(bounds, map(float, counts), strict=True)), histogram.total)
    return family


def _gauge(name: str, told: str, value: float) -> Metric:
    return GaugeMetricFamily(name, told, value=value)
