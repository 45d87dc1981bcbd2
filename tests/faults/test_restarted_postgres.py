"""Postgres killed and restarted under load: clear refusals meanwhile, no wrong answer, nothing lost; all goes on."""

import asyncio
from collections.abc import Callable, Iterator

import pytest

from tests.faults.postgres import Postgres, own_postgres
from tests.faults.restarting import fail_under_load, kill_a_backend, kill_the_server, restart


@pytest.fixture
def postgres() -> Iterator[Postgres]:
    with own_postgres() as started:
        yield started


@pytest.mark.parametrize("fail", [kill_a_backend, kill_the_server, restart])
def test_clients_are_refused_clearly_and_served_again(postgres: Postgres, fail: Callable[[Postgres], None]) -> None:
    seen = asyncio.run(fail_under_load(postgres, fail))
    assert (seen.wrong, seen.lost) == ([], set())
