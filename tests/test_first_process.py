"""Commands that are process 1, as in a container: Linux ends none of these by a signal that it does not handle."""

import os
import signal
import subprocess
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import asyncpg
import pytest

from service.storage.schema import MIGRATION_LOCK
from tests.commands import BIN, SECONDS, environment

pytestmark = pytest.mark.anyio

APART = ["unshare", "--pid", "--fork", "--kill-child"]
"""A command's words: what follows is process 1 of a space of its own."""


WAITING = """
    select exists (
        select from pg_locks join pg_database on pg_database.oid = pg_locks.database
        where not granted and datname = current_database()
    )
"""
"""Whether somebody waits for a lock in this database: others of the same server belong to other tests."""


def until(holds: Callable[[], object]) -> None:
    """Comes back once it holds."""
    deadline = time.monotonic() + SECONDS
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def children(process: int) -> list[int]:
    """The processes that one has begun."""
    with suppress(OSError):
        return [int(each) for each in Path(f"/proc/{process}/task/{process}/children").read_text().split()]
    return []


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_a_migration_that_waits_is_ended_and_leaves_nothing(empty_url: str, number: signal.Signals) -> None:
    if subprocess.run([*APART, "true"], check=False, capture_output=True).returncode:  # noqa: ASYNC221
        pytest.skip("this machine makes no spaces of processes for tests")
    connection = await asyncpg.connect(empty_url)
    try:
        await connection.execute(f"select pg_advisory_lock({MIGRATION_LOCK})")
        command = [*APART, str(BIN / "onrecord"), "migrate"]
        with subprocess.Popen(command, env=environment(empty_url), stderr=subprocess.PIPE) as process:  # noqa: ASYNC220
            try:
                while not await connection.fetchval(WAITING):
                    assert process.poll() is None
                until(lambda: children(process.pid))
                os.kill(children(process.pid)[0], number)
                assert process.wait(SECONDS) == (143 if number == signal.SIGTERM else 1)
                assert process.stderr
                assert b"Traceback" not in process.stderr.read()
            finally:
                process.kill()
        await connection.execute(f"select pg_advisory_unlock({MIGRATION_LOCK})")
        assert await connection.fetchval("select to_regclass('articles')") is None
    finally:
        await connection.close()
