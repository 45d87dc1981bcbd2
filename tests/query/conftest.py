"""One database with the fixture's articles for all tests of reads, which change nothing in it."""

import asyncio
from collections.abc import AsyncIterator, Iterator

import pytest

from service.storage.pool import Pool, open_pool
from tests.databases import Server
from tests.query.fixture import fill


async def _fill(url: str) -> None:
    async with open_pool(url, 2) as pool:
        await fill(pool)


@pytest.fixture(scope="session")
def filled_url(server: Server, template: str) -> Iterator[str]:
    """The database with the fixture's articles."""
    with server.database(template) as url:
        asyncio.run(_fill(url))
        yield url


@pytest.fixture
async def reads(filled_url: str) -> AsyncIterator[Pool]:
    """A pool of one connection on the fixture's articles."""
    async with open_pool(filled_url, 1) as pool:
        yield pool


@pytest.fixture
async def pool_of_none(server: Server) -> AsyncIterator[Pool]:
    """A pool of one connection for what needs no tables."""
    async with open_pool(server.url, 1) as pool:
        yield pool
