"""The parts of a run: databases on one Postgres, servers of one process each, and load."""

import asyncio
import os
import socket
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from itertools import count

import asyncpg

from service.storage.schema import migrate

SERVER_CORE, OTHER_CORE = 0, 1
"""The server under test has a core of its own; Postgres and the load share the other."""


@dataclass
class Databases:
    """Makes migrated databases on the Postgres at `url`."""

    url: str
    _numbers: Iterator[int] = field(default_factory=count)

    @asynccontextmanager
    async def fresh(self) -> AsyncIterator[str]:
        """The URL of an empty, migrated database, dropped at the end."""
        name = f"bench_{os.getpid()}_{next(self._numbers)}"
        await self._run(f"create database {name}")
        url = self.url.replace("/postgres?", f"/{name}?")
        try:
            await migrate(url)
            yield url
        finally:
            await self._run(f"drop database {name} with (force)")

    async def _run(self, statement: str) -> None:
        connection = await asyncpg.connect(self.url)
        try:
            await connection.execute(statement)
        finally:
            await connection.close()


@contextmanager
def serve(application: str, url: str, *, factory: bool = False) -> Iterator[int]:
    """The port of an ASGI application in a process of its own, on a core of its own."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [
        sys.executable, "-m", "uvicorn", application, "--host", "127.0.0.1", "--port", str(port),
        "--log-level", "warning", "--no-access-log", *(["--factory"] if factory else []),
    ]  # fmt: skip
    process = subprocess.Popen(command, env={**os.environ, "ONRECORD_DATABASE_URL": url})
    try:
        os.sched_setaffinity(process.pid, {SERVER_CORE})
        _wait(port, process)
        yield port
    finally:
        process.terminate()
        process.wait(10)


def _wait(port: int, process: "subprocess.Popen[bytes]") -> None:
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline and process.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise RuntimeError(f"no server on port {port}")


async def load(port: int, request: bytes, connections: int, seconds: float) -> tuple[int, bytes]:
    """Requests answered in `seconds` over keep-alive connections, and the last body."""
    deadline = time.perf_counter() + seconds
    answered = 0
    body = b""

    async def one() -> None:
        nonlocal answered, body
        reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=2**22)
        while time.perf_counter() < deadline:
            writer.write(request)
            head = await reader.readuntil(b"\r\n\r\n")
            if not head.startswith(b"HTTP/1.1 200"):
                raise RuntimeError(head.decode())
            lower = head.lower()
            length = int(lower[lower.index(b"content-length:") + 15 :].split(b"\r\n", 1)[0])
            body = await reader.readexactly(length)
            answered += 1
        writer.close()
        await writer.wait_closed()

    await asyncio.gather(*(one() for _ in range(connections)))
    return answered, body
