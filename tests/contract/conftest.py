"""Services on the three articles: open to everybody, and with a key."""

from collections.abc import Iterator

import pytest

from tests.contract.seeded import Seeded, seeded
from tests.databases import Server


@pytest.fixture(scope="module")
def open_service(server: Server, template: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Seeded]:
    """A service without keys."""
    with seeded(server, template, tmp_path_factory.mktemp("open"), keys=False) as service:
        yield service


@pytest.fixture(scope="module")
def guarded_service(server: Server, template: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Seeded]:
    """A service that asks for the key of the tests."""
    with seeded(server, template, tmp_path_factory.mktemp("guarded"), keys=True) as service:
        yield service
