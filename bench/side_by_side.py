"""Ours beside the peers: the same answers, checked first; then load in turns, a round each."""

import json
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from statistics import median
from uuid import UUID

from bench.contenders import Contender
from bench.load import CONNECTIONS, fetch, load
from bench.operations import OPERATIONS, Operation
from bench.requests import sampled_ids
from bench.server import Server

CHECKED = 40
"""Requests of each operation whose answers are compared."""
WARM_UP = 2.0
"""Seconds of load before a server is measured: node compiles what is hot, pools open."""


@dataclass
class Measured:
    """One contender at one operation, a value for each round."""

    per_second: list[float] = field(default_factory=list)
    p50: list[float] = field(default_factory=list)
    p99: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    """Milliseconds of the server's CPU a request."""
    memory: float = 0.0


Results = Mapping[str, Mapping[str, Measured]]
"""Operation -> contender -> what was measured."""


async def measure(url: str, contenders: list[Contender], rounds: int, seconds: float) -> Results:
    """Every operation at every contender. Raises ValueError where answers differ."""
    results: dict[str, dict[str, Measured]] = {}
    with ExitStack() as stack:
        servers = {contender.name: stack.enter_context(contender.serve(url)) for contender in contenders}
        for operation in OPERATIONS:
            keys = await sampled_ids(url, operation)
            await _compare(operation, contenders, servers, keys[:CHECKED])
            requests = {one.name: [one.request(operation, key) for key in keys] for one in contenders}
            measured = results[operation.name] = {one.name: Measured() for one in contenders}
            for one in contenders:
                await load(servers[one.name].port, requests[one.name], WARM_UP)
            for turn in range(rounds):
                # Whoever begins a round has the machine as the last one left it: each begins in turn.
                for one in (*contenders[turn % len(contenders) :], *contenders[: turn % len(contenders)]):
                    await _measure_once(servers[one.name], requests[one.name], seconds, measured[one.name])
            print(f"{operation.name}: {_line(measured)}", flush=True)
    return results


async def _measure_once(server: Server, requests: list[bytes], seconds: float, measured: Measured) -> None:
    before = server.cpu_seconds()
    answered = await load(server.port, requests, seconds)
    used = server.cpu_seconds() - before
    measured.per_second.append(answered.per_second)
    measured.p50.append(answered.percentile(0.5))
    measured.p99.append(answered.percentile(0.99))
    measured.cpu.append(used / len(answered.latencies) * 1000)
    measured.memory = server.memory()


async def _compare(
    operation: Operation, contenders: list[Contender], servers: Mapping[str, Server], keys: list[UUID | None]
) -> None:
    for key in dict.fromkeys(keys):
        expected = None
        for one in contenders:
            answer = json.loads(await fetch(servers[one.name].port, one.request(operation, key)))
            data = one.shape(answer["data"]) if not answer.get("errors") else answer
            expected = expected or data
            if data != expected or None in data.values():
                raise ValueError(f"{operation.name} {key}: {one.name} answers otherwise\n{data}\n{expected}")


def _line(measured: Mapping[str, Measured]) -> str:
    return ", ".join(f"{name} {median(one.per_second):.0f}/s" for name, one in measured.items())


def table(results: Results) -> str:
    """The figures as Markdown: medians, and ours to each peer by round."""
    lines = [
        f"| operation, {CONNECTIONS} connections | server | requests/s | ours / it (lowest to highest round) | p50 ms "
        "| p99 ms | server CPU ms a request | to ours | memory MB |",
        "|---|---|---|---|---|---|---|---|---|",
    ]
    for operation, measured in results.items():
        ours = measured["ours"].per_second
        for name, one in measured.items():
            ratios = [mine / theirs for mine, theirs in zip(ours, one.per_second, strict=True)]
            cpu = [theirs / mine for mine, theirs in zip(measured["ours"].cpu, one.cpu, strict=True)]
            ratio = f"{median(ratios):.2f} ({min(ratios):.2f} to {max(ratios):.2f})" if name != "ours" else ""
            lines.append(
                f"| {operation} | {name} | {median(one.per_second):.0f} | {ratio} | {median(one.p50):.1f} "
                f"| {median(one.p99):.1f} | {median(one.cpu):.3f} | {median(cpu):.2f} | {one.memory:.0f} |"
            )
    return "\n".join(lines)
