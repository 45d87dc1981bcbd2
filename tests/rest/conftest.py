"""A service on the articles that the compiler is tested on, and a client of it. It is read alone."""

from collections.abc import Iterator

import httpx
import pytest

from tests.commands import SECONDS, environment, served
from tests.query.conftest import filled_url, reads

__all__ = ["client", "filled_url", "reads"]


@pytest.fixture(scope="package")
def client(filled_url: str) -> Iterator[httpx.Client]:
    """A client of the service."""
    # The feed of the articles is of 2024: what is older than the default would be removed, for all tests.
    env = environment(filled_url, ONRECORD_CHANGES_DAYS="36500")
    with served(env) as address, httpx.Client(base_url=address, timeout=SECONDS) as opened:
        yield opened
