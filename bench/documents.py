"""Documents that were never seen before: what one costs, and whether ten thousand of them fill the memory."""

import time
from collections.abc import Callable, Iterator
from itertools import count

from bench.databases import Databases
from bench.load import load, send
from bench.operations import NEWEST, compile_text
from bench.requests import post
from bench.server import Server, serve_ours
from service.graphql.schema import SCHEMA
from service.query.compiler import Compiler

COLD, WARM_UP = 500, 50
"""Documents whose cost is measured, and those before them."""
DOCUMENTS, STEP = 10_000, 1_000
CONNECTIONS = 8
WITHIN = 600.0
"""Seconds in which a step must be done."""


def renamed(number: int) -> str:
    """The newest 20 as nobody asked for them before: an alias in it is new, and so is the statement."""
    return NEWEST.replace("headline", f"headline{number}: headline", 1)


async def measure_cold(databases: Databases, articles: int) -> str:
    """What a new document costs: in our process by part, in the server in all, and beside a known one."""
    numbers = count()
    lines = [f"- {name}: {cost * 1000:.2f} ms of CPU a document" for name, cost in _parts(numbers)]
    url = await databases.filled(articles)
    with serve_ours(url) as server:
        cold = [post(renamed(next(numbers)), None) for _ in range(WARM_UP + COLD)]
        await send(server.port, cold[:WARM_UP], 1, WITHIN)
        new = await _cpu(server, cold[WARM_UP:])
        known = await _cpu(server, [post(NEWEST, None)] * COLD)
        answered = await send(server.port, [post(renamed(next(numbers)), None) for _ in range(COLD)], 1, WITHIN)
    lines += [
        f"- the server's process, a new document: {new:.2f} ms of CPU a request, answered in "
        f"{answered.percentile(0.5):.2f} ms (p50; Postgres plans its statement anew too)",
        f"- the server's process, a known document: {known:.2f} ms of CPU a request",
    ]
    return f"The newest 20 as {COLD} never-seen documents (an alias renamed), one connection:\n" + "\n".join(lines)


def _parts(numbers: Iterator[int]) -> Iterator[tuple[str, float]]:
    """The seconds of CPU that each part of our process takes for a new document."""
    compiler = Compiler(SCHEMA)
    texts = [renamed(next(numbers)) for _ in range(WARM_UP + COLD)]

    yield "parse, validate and weigh", _per_call(compiler.document, texts)
    yield "plan and write the statement", _per_call(lambda text: compile_text(compiler, text, {}), texts)


def _per_call(call: Callable[[str], object], texts: list[str]) -> float:
    for text in texts[:WARM_UP]:
        call(text)
    begun = time.process_time()
    for text in texts[WARM_UP:]:
        call(text)
    return (time.process_time() - begun) / COLD


async def _cpu(server: Server, requests: list[bytes]) -> float:
    """Milliseconds of the server's CPU a request."""
    before = server.cpu_seconds()
    await send(server.port, requests, 1, WITHIN)
    return (server.cpu_seconds() - before) / len(requests) * 1000


async def measure_documents(databases: Databases, articles: int, seconds: float) -> str:
    """The server's memory and CPU as it answers ten thousand different documents, a thousand a line."""
    url = await databases.filled(articles)
    lines = ["| documents answered | server memory MB | CPU ms a document |", "|---|---|---|"]
    with serve_ours(url) as server:
        await load(server.port, [post(NEWEST, None)], seconds)
        lines.append(f"| 0, after {seconds:.0f} s of one known document | {server.memory():.0f} | |")
        for first in range(0, DOCUMENTS, STEP):
            before = server.cpu_seconds()
            requests = [post(renamed(number), None) for number in range(first, first + STEP)]
            await send(server.port, requests, CONNECTIONS, WITHIN)
            cost = (server.cpu_seconds() - before) / STEP * 1000
            lines.append(f"| {first + STEP} | {server.memory():.0f} | {cost:.2f} |")
            print(lines[-1], flush=True)
    return f"{DOCUMENTS} different documents, {CONNECTIONS} connections:\n" + "\n".join(lines)
