"""A service on a database of its own that holds the seeds."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.commands import environment
from tests.contract.keys import CONFIGURED, HEADERS
from tests.contract.stored import serving_seeds, what_is_stored
from tests.databases import Server


@dataclass(frozen=True)
class Seeded:
    """Where it answers, and the file that tells what it holds."""

    address: str
    stored: Path


@contextmanager
def seeded(server: Server, template: str, folder: Path, *, keys: bool) -> Iterator[Seeded]:
    """Serve a copy of the migrated template; with `keys` it asks for the key of the tests."""
    with server.database(template) as url, serving_seeds(environment(url, **(CONFIGURED if keys else {}))) as address:
        stored = folder / "stored.json"
        what_is_stored(address, HEADERS if keys else {}).write(stored)
        yield Seeded(address, stored)
