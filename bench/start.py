"""How long `onrecord serve` takes from its start to its first answer, with its modules compiled before and without."""

import http.client
import os
import socket
import statistics
import subprocess
import sys
import time

from bench.databases import Databases
from bench.placement import SERVER_CORE
from bench.server import START, Server

_QUERY = '{"query": "{ articles(first: 1) { nodes { id } } }"}'
_WITHOUT_BYTECODE = {"PYTHONPYCACHEPREFIX": os.devnull, "PYTHONDONTWRITEBYTECODE": "1"}


async def measure_start(databases: Databases, rounds: int) -> str:
    """Medians over the rounds, for RESULTS.md; one more before them brings the files into memory."""
    async with databases.fresh() as url:
        sides = {"compiled before": {}, "nothing compiled": _WITHOUT_BYTECODE}
        started = [{name: _start(url, environment) for name, environment in sides.items()} for _ in range(rounds + 1)]
    rows = ["| modules | s to the first answer | fastest to slowest | CPU s | memory MB |", "|---|---|---|---|---|"]
    for name in sides:
        seconds, cpu, memory = zip(*(each[name] for each in started[1:]), strict=True)
        rows.append(
            f"| {name} | {statistics.median(seconds):.2f} | {min(seconds):.2f} to {max(seconds):.2f} "
            f"| {statistics.median(cpu):.2f} | {statistics.median(memory):.0f} |"
        )
    return "\n".join(rows)


def _start(url: str, environment: dict[str, str]) -> tuple[float, float, float]:
    """Seconds from the start of the process to its first answer; its CPU seconds and MB of memory by then."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = ["taskset", "--cpu-list", str(SERVER_CORE), sys.executable, "-m", "service", "serve", "--port", str(port)]
    env = {**os.environ, "ONRECORD_DATABASE_URL": url, **environment}
    begun = time.monotonic()
    with subprocess.Popen(command, env=env, stderr=subprocess.DEVNULL) as process:
        try:
            while not _answers(port):
                if process.poll() is not None or time.monotonic() - begun > START:
                    raise RuntimeError("onrecord serve does not answer")
                time.sleep(0.002)
            server = Server(port, process.pid)
            return time.monotonic() - begun, server.cpu_seconds(), server.memory()
        finally:
            process.terminate()


def _answers(port: int) -> bool:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=START)
    try:
        connection.request("POST", "/graphql", _QUERY, {"Content-Type": "application/json"})
        return connection.getresponse().status == http.client.OK
    except ConnectionRefusedError:
        return False
    finally:
        connection.close()
