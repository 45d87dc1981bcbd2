"""A soak tells what went wrong, and fails by it."""

import asyncio
import os
from collections import Counter
from typing import Any

import pytest
from click.testing import CliRunner

from bench import __main__ as program
from bench.requests import get
from bench.server import Server
from bench.soak import SUBSCRIBERS, Soaked, soak, table
from tests.bench.test_load import served


@pytest.mark.anyio
async def test_all_that_goes_wrong_is_an_error() -> None:
    async with served({"/v1/articles": "500 Internal Server Error", "/refused": "503 Service Unavailable"}) as (
        port,
        _,
    ):
        soaked = await soak(Server(port, os.getpid()), [get("/right"), get("/refused")], 1_000, 0.05)
    of_subscribers = sum(count for what, count in soaked.errors.items() if what.startswith("a subscriber"))
    assert of_subscribers == SUBSCRIBERS
    assert soaked.errors["HTTP/1.1 500 Internal Server Error"] == 1
    assert soaked.errors["HTTP/1.1 503 Service Unavailable"] > 0
    assert soaked.reads
    assert not soaked.writes


def test_memory_is_told_at_each_fifth_of_the_time() -> None:
    memory = [50.0] * 20 + [60.0] * 20 + [61.0] * 60
    told = table(Soaked([0.001], [], 0, Counter({"HTTP/1.1 503": 2}), memory), 5_000, 2_000, 15)
    assert "at each fifth of the time 50.0, 60.0, 61.0, 61.0, 61.0. Errors: 2.\n- 2 of HTTP/1.1 503" in told
    assert "| writes | 0 | – | – | – | – |" in told


@pytest.mark.parametrize(("errors", "code"), [(0, 0), (2, 1)])
def test_errors_fail_the_command(monkeypatch: pytest.MonkeyPatch, errors: int, code: int) -> None:
    async def measured(*_: Any) -> tuple[str, int]:
        await asyncio.sleep(0)
        return "The table.", errors

    monkeypatch.setattr(program, "measure_soak", measured)
    monkeypatch.setattr(os, "sched_setaffinity", lambda *_: None)
    result = CliRunner().invoke(program.main, ["--what", "soak"])
    assert result.exit_code == code, result.output
    told = result.output[result.output.index("The table.") :]
    assert told == ("The table.\nError: 2 errors, which are told above\n" if errors else "The table.\n")
