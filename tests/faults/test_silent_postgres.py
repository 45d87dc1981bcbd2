"""Postgres stands still, or its machine is gone, and nothing says so: requests are not held up for ever."""

import asyncio
import os
import signal
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import httpx
import pytest

from service.storage import reader
from service.storage.pool import KEEP_ALIVE, open_pool
from tests.faults.postgres import Postgres, own_postgres
from tests.faults.test_exhausted_pool import SOURCES, busy, refused_for_want_of_connections
from tests.graphql.serving import SECONDS, serving

ANSWER = {"data": {"sources": {"totalCount": 0}}}


@pytest.fixture(scope="module")
def postgres() -> Iterator[Postgres]:
    with own_postgres() as started:
        yield started


@contextmanager
def frozen(processes: list[int]) -> Iterator[None]:
    """These stand still, as when their machine is paused."""
    for process in processes:
        os.kill(process, signal.SIGSTOP)
    try:
        yield
    finally:
        for process in processes:
            os.kill(process, signal.SIGCONT)


@pytest.mark.anyio
async def test_others_are_refused_while_postgres_stands_still(
    postgres: Postgres, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader, "WAIT_SECONDS", 0.3)
    limits = httpx.Limits(max_connections=None)
    async with (
        serving(postgres.url, statement_timeout=SECONDS) as address,
        httpx.AsyncClient(timeout=SECONDS, limits=limits) as client,
    ):
        ready = await asyncio.gather(*(client.post(address.http, json=SOURCES) for _ in range(40)))
        assert {answer.status_code for answer in ready} == {200}
        assert postgres.process
        backends = await asyncio.to_thread(postgres.backends)
        with frozen([postgres.process.pid, *backends]):
            asked = [asyncio.ensure_future(client.post(address.http, json=SOURCES)) for _ in range(40)]
            await refused_for_want_of_connections(asked)
        answers = await asyncio.gather(*asked)
        right = [answer.json() for answer in answers if not busy(answer)]
        assert right
        assert right == [ANSWER] * len(right)


def test_a_connection_over_tcp_is_given_up_once_the_other_end_is_silent() -> None:
    """A machine that is gone can't be had here: this is what the system was told to do then."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with own_postgres(port):
        assert asyncio.run(options(f"postgresql://postgres@127.0.0.1:{port}/postgres")) == (1, KEEP_ALIVE)
    assert KEEP_ALIVE


async def options(url: str) -> tuple[int, dict[int, int]]:
    """Whether a connection is kept alive, and by which options."""
    async with open_pool(url, 1) as pool, pool.acquire() as connection:
        held: Any = connection
        connected = held._transport.get_extra_info("socket")
        told = {option: connected.getsockopt(socket.IPPROTO_TCP, option) for option in KEEP_ALIVE}
        return connected.getsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE), told
