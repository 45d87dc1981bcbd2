"""The service killed while clients write: what it told them is stored, and nothing is half stored."""

import asyncio

import pytest

from tests.databases import Spares
from tests.faults.killing import kill_while_writing

KILLS = 6


@pytest.mark.parametrize("seed", range(KILLS))
def test_what_was_acknowledged_is_stored_whole(spares: Spares, seed: int) -> None:
    with spares.database() as url:
        found = asyncio.run(kill_while_writing(url, seed))
    assert (found.lost, found.half) == ([], "")
    assert 0 < found.acknowledged <= found.sent
