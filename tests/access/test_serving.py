"""`onrecord serve` says who may do what, and where it listens decides."""

import json
import subprocess

import httpx
import pytest

from service.access.gate import Gate
from service.settings import Settings
from tests.access.keys import KEYS
from tests.commands import BIN, SECONDS, environment

LOCAL = "No API key is configured: reads are open, and writes are taken from this machine alone."
NO_WRITES = "No API key is configured: reads are open, and writes are refused, as 0.0.0.0 is not loopback."
KEYED = "3 API keys are configured: every request needs one."


@pytest.mark.parametrize(
    ("variables", "host", "line"),
    [
        ({}, "127.0.0.1", LOCAL),
        ({"ONRECORD_HOST": "localhost"}, "localhost", LOCAL),
        ({"ONRECORD_API_KEYS": json.dumps(KEYS)}, "127.0.0.1", KEYED),
    ],
)
def test_start_up_says_who_may_do_what(
    shared_database_url: str, variables: dict[str, str], host: str, line: str
) -> None:
    env = environment(shared_database_url, ONRECORD_LOG_FORMAT="text", **variables)
    command = [str(BIN / "onrecord"), "serve", "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, env=env, text=True) as process:
        assert process.stderr
        first, second = process.stderr.readline(), process.stderr.readline()
        while "startup complete" not in process.stderr.readline():
            assert process.poll() is None
        process.terminate()
        process.communicate(timeout=SECONDS)
    assert f" http://{host}:" in first
    assert second == f"{line}\n"


def test_requests_that_a_proxy_passes_on_are_counted_by_whom_they_come_from(shared_database_url: str) -> None:
    env = environment(shared_database_url, ONRECORD_RATE_LIMIT="6")
    with subprocess.Popen(
        [str(BIN / "onrecord"), "serve", "--port", "0"], stderr=subprocess.PIPE, env=env, text=True
    ) as process:
        assert process.stderr
        address = json.loads(process.stderr.readline())["message"].split(" at ")[1]
        try:
            statuses = [
                httpx.get(
                    address, params={"query": "{__typename}"}, headers={"X-Forwarded-For": client}, timeout=SECONDS
                ).status_code
                for client in ("192.0.2.1", "192.0.2.1", "192.0.2.2")
            ]
        finally:
            process.terminate()
            process.communicate(timeout=SECONDS)
    assert statuses == [200, 429, 200]


def test_a_signal_while_it_starts_ends_it(shared_database_url: str) -> None:
    command = [str(BIN / "onrecord"), "serve", "--port", "0"]
    for _ in range(4):
        with subprocess.Popen(
            command, stderr=subprocess.PIPE, env=environment(shared_database_url), text=True
        ) as process:
            assert process.stderr
            process.stderr.readline()
            process.stderr.readline()
            process.terminate()
            try:
                _, rest = process.communicate(timeout=SECONDS)
            finally:
                process.kill()
        assert process.returncode == 0, rest


@pytest.mark.parametrize(
    ("settings", "line"),
    [
        (Settings(host="127.0.0.1"), LOCAL),
        (Settings(host="::1"), LOCAL),
        (Settings(host="0.0.0.0"), NO_WRITES),  # noqa: S104  nothing listens
        (Settings(host="0.0.0.0", api_keys=KEYS), KEYED),  # type: ignore[arg-type]  # noqa: S104  likewise
        (
            Settings(api_keys=KEYS[:1], public_reads="on"),  # type: ignore[arg-type]
            "1 API key is configured: every write needs one; reads are open.",
        ),
    ],
)
def test_it_is_told_in_one_line(settings: Settings, line: str) -> None:
    assert Gate(settings).summary == line
