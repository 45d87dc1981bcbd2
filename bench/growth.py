"""Reads as the data grow: each operation at several sizes, in turns, alone and under load."""

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from statistics import median

from bench.databases import Databases
from bench.load import CONNECTIONS, load
from bench.operations import OPERATIONS
from bench.requests import post, public_id, sampled_ids
from bench.server import serve_ours

SIZES = (10_000, 100_000, 1_000_000)
WARM_UP = 1.0
"""Seconds of load before a size is measured."""


@dataclass
class _Measured:
    """One operation at one size, a value for each round; latencies in milliseconds."""

    alone: list[float] = field(default_factory=list)
    slowest: list[float] = field(default_factory=list)
    per_second: list[float] = field(default_factory=list)


async def measure_growth(databases: Databases, sizes: Sequence[int], rounds: int, seconds: float) -> str:
    """A Markdown table of the medians."""
    lines = [
        f"| operation | articles | p50 ms, one connection | p99 ms | requests/s, {CONNECTIONS} connections |",
        "|---|---|---|---|---|",
    ]
    urls = {size: await databases.filled(size) for size in sizes}
    with ExitStack() as stack:
        ports = {size: stack.enter_context(serve_ours(url)).port for size, url in urls.items()}
        for operation in OPERATIONS:
            measured = {size: _Measured() for size in sizes}
            requests = {}
            for size, url in urls.items():
                keys = await sampled_ids(url, operation)
                requests[size] = [post(operation.document, public_id(operation, key)) for key in keys]
                await load(ports[size], requests[size], WARM_UP)
            for _ in range(rounds):
                for size, found in measured.items():
                    alone = await load(ports[size], requests[size], seconds / 2, connections=1)
                    found.alone.append(alone.percentile(0.5))
                    found.slowest.append(alone.percentile(0.99))
                    found.per_second.append((await load(ports[size], requests[size], seconds / 2)).per_second)
            for size, found in measured.items():
                lines.append(
                    f"| {operation.name} | {size} | {median(found.alone):.2f} | {median(found.slowest):.2f} "
                    f"| {median(found.per_second):.0f} |"
                )
            print(lines[-1], flush=True)
    return "\n".join(lines)
