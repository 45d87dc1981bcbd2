"""A running service on the seeds, for clients of every kind."""

import json
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest

from tests.commands import SECONDS, SEEDS, environment, onrecord, served


@dataclass(frozen=True)
class Service:
    """A server in a process of its own, as `make run` starts it, and the environment with its database."""

    address: str
    env: dict[str, str]

    @property
    def graphql(self) -> str:
        """The URL of the endpoint."""
        return f"{self.address}/graphql"

    def store(self, external_id: str) -> None:
        """Ingest an article with one quote under this identity, by the command line."""
        body = f"“I will not resign from office {external_id},” Maria Perez said in Lima on 2 March 2019."
        record = json.dumps({"externalId": external_id, "body": body})
        done = onrecord("ingest", "-", env=self.env, stdin=record.encode())
        assert done.stdout.startswith("1 stored"), done

    def store_until(self, arrived: Callable[[], bool], name: str) -> None:
        """Ingest name-1, name-2, … until a client has got one: it doesn't tell when it begins to listen."""
        deadline = time.monotonic() + SECONDS
        number = 0
        while not arrived():
            assert time.monotonic() < deadline, f"none of {number} articles arrived"
            number += 1
            self.store(f"{name}-{number}")


@pytest.fixture(scope="module")
def service(shared_database_url: str) -> Iterator[Service]:
    """The service on a database of the module's own that holds the seeds."""
    env = environment(shared_database_url)
    assert onrecord("ingest", *SEEDS, env=env).returncode == 0
    with served(env) as address:
        yield Service(address, env)
