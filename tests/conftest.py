"""Databases for tests: one server a session, one migrated template, copies of it for modules and tests.

TEST_DATABASE_URL names a database of another server to run on; its user must be allowed to create databases.
"""

import asyncio
import os
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from pathlib import Path

import asyncpg
import pytest

from service.storage.embedded import embedded_postgres
from service.storage.pool import Pool, open_pool
from service.storage.schema import migrate
from tests.databases import Server, Spares

POOL_SIZE = 4

_QUICK = "; ".join(
    (
        *(f"alter system set {name} = off" for name in ("fsync", "full_page_writes", "autovacuum")),
        "select pg_reload_conf()",
    )
)
"""What comes by the clock, autovacuum, would hold back the feed of the test that it meets."""


@pytest.fixture(scope="session")
def anyio_backend() -> str:
    """The event loop of `@pytest.mark.anyio` tests."""
    return "asyncio"


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """The server that tests run on, as a maker of databases."""
    if url := os.environ.get("TEST_DATABASE_URL"):
        yield Server(url)
        return
    with short_folder() as folder, embedded_postgres(folder) as url:
        asyncio.run(_make_quick(url))
        yield Server(url)


@contextmanager
def short_folder() -> Iterator[Path]:
    """A folder that Postgres's own user can enter too, with a path short enough for a socket."""
    with tempfile.TemporaryDirectory(prefix="onrecord-", ignore_cleanup_errors=True) as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


async def _make_quick(url: str) -> None:
    connection = await asyncpg.connect(url)
    try:
        for statement in _QUICK.split("; "):
            await connection.execute(statement)
    finally:
        await connection.close()


@pytest.fixture(scope="session")
def template(server: Server) -> Iterator[str]:
    """The name of a database that the real migrations made, to be copied only."""
    with server.database() as url:
        asyncio.run(migrate(url))
        yield Server.name_in(url)


@pytest.fixture(scope="session")
def spares(server: Server, template: str) -> Iterator[Spares]:
    """Migrated databases that are empty again after a test."""
    with Spares(server, template) as kept:
        yield kept


@pytest.fixture
def empty_url(server: Server) -> Iterator[str]:
    """A database with nothing in it, no table either."""
    with server.database() as url:
        yield url


@pytest.fixture
def database_url(spares: Spares) -> Iterator[str]:
    """A migrated, empty database of the test's own."""
    with spares.database() as url:
        yield url


@pytest.fixture(scope="module")
def shared_database_url(server: Server, template: str) -> Iterator[str]:
    """A migrated database that a module's tests share."""
    with server.database(template) as url:
        yield url


@pytest.fixture
async def pool(database_url: str) -> AsyncIterator[Pool]:
    """A pool on the test's own database."""
    async with open_pool(database_url, POOL_SIZE) as opened:
        yield opened


@pytest.fixture(scope="module")
async def shared_pool(shared_database_url: str) -> AsyncIterator[Pool]:
    """A pool on the module's database."""
    async with open_pool(shared_database_url, POOL_SIZE) as opened:
        yield opened
