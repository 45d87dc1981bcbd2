"""A thousand connections at once: all are answered."""

import asyncio
import resource
from collections import Counter
from collections.abc import Iterator

import httpx
import pytest

from tests.commands import SECONDS, environment
from tests.faults.killing import creating
from tests.faults.program import running

CONNECTIONS = 1_000


@pytest.fixture
def many_files() -> Iterator[None]:
    """Room for both ends of the connections, for this process and for those that it starts."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    needed = 2 * CONNECTIONS
    if hard != resource.RLIM_INFINITY and hard < needed:
        pytest.skip(f"this machine lets a process open {hard} files")
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, needed), hard))
    yield
    resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


async def answers(port: int) -> Counter[bytes]:
    """The status lines of requests that are sent once all connections are open."""
    async with asyncio.timeout(SECONDS):
        streams = [await asyncio.open_connection("127.0.0.1", port) for _ in range(CONNECTIONS)]
        try:
            for number, (_, writer) in enumerate(streams):
                path = b"/v1/articles?first=1" if number % 2 else b"/graphql?query={articles(first:1){nodes{id}}}"
                writer.write(b"GET %s HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n" % path)
            return Counter(await asyncio.gather(*(reader.readuntil(b"\r\n") for reader, _ in streams)))
        finally:
            for _, writer in streams:
                writer.transport.abort()


@pytest.mark.usefixtures("many_files")
def test_all_are_answered(database_url: str) -> None:
    with running(environment(database_url)) as program, httpx.Client(base_url=program.address) as client:
        assert client.post("/v1/articles", json=creating(1).line).status_code == 201
        assert asyncio.run(answers(program.port)) == {b"HTTP/1.1 200 OK\r\n": CONNECTIONS}
        assert client.get("/v1/articles?first=1").status_code == 200
