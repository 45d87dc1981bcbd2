"""Runs `onrecord` as a user does: the installed command in a process of its own."""

import os
import re
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[1]
BIN = Path(sys.executable).parent
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))
SECONDS = 60
"""After which a command that does not end fails a test."""


def environment(url: str | None = None, **variables: str) -> dict[str, str]:
    """The environment of the tests with the database at `url` and without its other settings."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("ONRECORD_")}
    configured = {} if url is None else {"ONRECORD_DATABASE_URL": url}
    return kept | configured | {"PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}"} | variables


def onrecord(
    *arguments: str | Path, env: Mapping[str, str], cwd: Path | None = None, stdin: bytes = b""
) -> subprocess.CompletedProcess[str]:
    """Run a command to its end."""
    done = subprocess.run(
        [str(BIN / "onrecord"), *arguments],
        check=False,
        capture_output=True,
        input=stdin,
        env=dict(env),
        cwd=cwd,
        timeout=SECONDS,
    )
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


@contextmanager
def served(env: Mapping[str, str]) -> Iterator[str]:
    """The address that `onrecord serve` says it answers at, on a free port; ended by SIGTERM, with exit code 0."""
    command = [str(BIN / "onrecord"), "serve", "--port", "0"]
    rest: list[str] = []
    reading: threading.Thread | None = None
    with subprocess.Popen(command, stderr=subprocess.PIPE, env=dict(env), text=True) as process:
        try:
            assert process.stderr
            first = process.stderr.readline()
            found = re.search(r"http://127\.0\.0\.1:\d+", first)
            assert found, first + process.stderr.read()
            # A pipe that nobody reads would hold the program up once it is full.
            reading = threading.Thread(target=rest.extend, args=(process.stderr,))
            reading.start()
            yield found[0]
        finally:
            process.terminate()
            process.wait(timeout=SECONDS)
            if reading:
                reading.join(SECONDS)
        assert process.returncode == 0, "".join(rest[-100:])
