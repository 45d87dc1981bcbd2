"""Servers under test: one process each on a core of its own, and what they use."""

import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from bench.placement import SERVER_CORE

START = 60
"""Seconds within which a server must listen."""

_TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Server:
    """A server that listens on 127.0.0.1."""

    port: int
    pid: int

    def cpu_seconds(self) -> float:
        """CPU that all its threads have used, in user and system mode; a hundredth of a second is the finest."""
        with open(f"/proc/{self.pid}/stat", encoding="ascii") as stat:
            fields = stat.read().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / _TICKS

    def memory(self) -> float:
        """Its resident memory in MB."""
        with open(f"/proc/{self.pid}/status", encoding="ascii") as status:
            (line,) = (line for line in status if line.startswith("VmRSS:"))
        return int(line.split()[1]) / 1024


@contextmanager
def serve_ours(url: str) -> Iterator[Server]:
    """The service as users run it, on the database at `url`; like its peers it logs no request."""
    command = [sys.executable, "-m", "service", "serve", "--host", "127.0.0.1", "--port", "{port}"]
    settings = {"ONRECORD_DATABASE_URL": url, "ONRECORD_ENVIRONMENT": "production", "ONRECORD_LOG_LEVEL": "warning"}
    with start(command, settings) as server:
        yield server


@contextmanager
def serve(application: str, url: str) -> Iterator[Server]:
    """The server of an ASGI application, told by its factory, on the database at `url`."""
    command = [
        sys.executable, "-m", "uvicorn", "--factory", application, "--host", "127.0.0.1", "--port", "{port}",
        "--log-level", "warning", "--no-access-log",
    ]  # fmt: skip
    with start(command, {"ONRECORD_DATABASE_URL": url}) as server:
        yield server


@contextmanager
def start(command: Sequence[str], environment: dict[str, str]) -> Iterator[Server]:
    """The server that a command starts on the port that {port} stands for; ended at the end."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    # A process and all its threads begin on the core of whoever starts them.
    here = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {SERVER_CORE})
    log = tempfile.TemporaryFile()  # noqa: SIM115  closed below, after the process that writes it
    try:
        process = subprocess.Popen(
            [part.format(port=port) for part in command], env={**os.environ, **environment}, stdout=log, stderr=log
        )
    finally:
        os.sched_setaffinity(0, here)
    try:
        if not _listens(port, process):
            log.seek(0)
            raise RuntimeError(f"{command[0]} does not listen: {log.read()[-2000:].decode(errors='replace')}")
        yield Server(port, process.pid)
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        log.close()


def _listens(port: int, process: "subprocess.Popen[bytes]") -> bool:
    deadline = time.monotonic() + START
    while time.monotonic() < deadline and process.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return True
        time.sleep(0.05)
    return False
