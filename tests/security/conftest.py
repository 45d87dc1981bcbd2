"""The service as operators run it, in a process of its own and in the production environment, on the seeds."""

import asyncio
from collections.abc import Iterator

import httpx
import pytest

from service.storage.schema import migrate
from tests.commands import SECONDS, SEEDS, environment, onrecord, served
from tests.databases import Server
from tests.services import Service


@pytest.fixture(scope="package")
def production(server: Server) -> Iterator[Service]:
    """A server that all tests of the package share. None of them writes."""
    with server.database() as url:
        asyncio.run(migrate(url))
        env = environment(url, ONRECORD_ENVIRONMENT="production")
        assert onrecord("ingest", *SEEDS, env=env).returncode == 0
        with served(env) as address:
            yield Service(address, env)


@pytest.fixture
def client(production: Service) -> Iterator[httpx.Client]:
    """A client of the service in production."""
    with httpx.Client(base_url=production.address, timeout=SECONDS) as opened:
        yield opened
