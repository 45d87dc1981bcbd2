"""Runs an image as an engine would: its command as its user, as process 1, on a read-only root."""

import json
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.commands import ROOT, SECONDS
from tests.container import inside

_ASK = """
import http.client, json, sys
path, headers = sys.argv[1:]
body = sys.stdin.buffer.read()
service = http.client.HTTPConnection("127.0.0.1", 8000)
service.request("POST" if body else "GET", path, body or None, json.loads(headers))
answer = service.getresponse()
print(answer.status, answer.read().decode(), end="")
"""


@dataclass(frozen=True)
class Box:
    """An image whose files lie in a folder, and the socket of a Postgres that its containers reach.

    config: of the image, in Docker's words. A container has a network of its own with nothing but loopback.
    """

    root: Path
    config: dict[str, Any]
    socket: Path

    def url(self, database: str) -> str:
        """A database of that Postgres as a container sees it."""
        return f"postgresql://postgres@/{database}?host=/{inside.SOCKETS}"

    def run(self, *arguments: str, stdin: str = "", **variables: str) -> subprocess.CompletedProcess[str]:
        """Run the image with these arguments, to the end."""
        return subprocess.run(
            self._command(arguments, variables),
            check=False,
            capture_output=True,
            text=True,
            input=stdin,
            cwd=ROOT,
            timeout=SECONDS,
        )

    @contextmanager
    def running(self, *arguments: str, **variables: str) -> Iterator["Running"]:
        """The image at work, with what it begins with where there are no arguments; killed in the end."""
        command = self._command(arguments or self.config["Cmd"], variables)
        pipes: dict[str, Any] = {"stdin": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
        with subprocess.Popen(command, cwd=ROOT, **pipes) as process:
            try:
                yield Running(self, process, self.environment(variables), _first(process))
            finally:
                process.kill()

    def environment(self, variables: Mapping[str, str]) -> list[str]:
        """`env` and what it sets; an engine gives a user without a name the home /."""
        set_by_name = dict(entry.split("=", 1) for entry in self.config["Env"]) | {"HOME": "/", **variables}
        return ["/usr/bin/env", "-i", *(f"{name}={value}" for name, value in set_by_name.items())]

    def _command(self, arguments: tuple[str, ...], variables: Mapping[str, str]) -> list[str]:
        namespaces = ["unshare", "--mount", "--pid", "--net", "--fork", "--kill-child"]
        enter = [sys.executable, "-m", inside.__name__, str(self.root), str(self.socket), self.config["User"]]
        return [*namespaces, *enter, *self.environment(variables), *self.config["Entrypoint"], *arguments]


def _first(waiting: subprocess.Popen[str]) -> int:
    """The process that `unshare` waits for, once it has become what the image runs."""
    deadline = time.monotonic() + SECONDS
    while waiting.poll() is None and time.monotonic() < deadline:
        children = Path(f"/proc/{waiting.pid}/task/{waiting.pid}/children").read_text(encoding="utf-8").split()
        if children and inside.__name__ not in Path(f"/proc/{children[0]}/cmdline").read_text(encoding="utf-8"):
            return int(children[0])
        time.sleep(0.01)
    waiting.kill()
    raise AssertionError(waiting.communicate()[1])


@dataclass(frozen=True)
class Running:
    """A container.

    process: waits for process 1 and ends with its exit code; environment: `env` and what it sets; pid: of process 1,
    by its number outside.
    """

    box: Box
    process: subprocess.Popen[str]
    environment: list[str]
    pid: int

    def execute(self, *command: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
        """Run a command in the container, as `docker exec` does."""
        uid, gid = self.box.config["User"].split(":")
        enter = ["nsenter", f"--target={self.pid}", "--mount", "--pid", "--net", "--root", "--wd"]
        return subprocess.run(
            [*enter, f"--setuid={uid}", f"--setgid={gid}", *self.environment, *command],
            check=False,
            capture_output=True,
            text=True,
            input=stdin,
            timeout=SECONDS,
        )

    def healthy(self) -> bool:
        """Whether the image's health check passes."""
        _, *command = self.box.config["Healthcheck"]["Test"]
        return self.execute(*command).returncode == 0

    def asked(self, path: str, body: str, headers: Mapping[str, str]) -> tuple[int, str]:
        """The status and body that the service answers to a request from within; POST where there is a body."""
        done = self.execute("python3", "-c", _ASK, path, json.dumps(dict(headers)), stdin=body)
        assert done.returncode == 0, done.stderr
        status, _, answer = done.stdout.partition(" ")
        return int(status), answer
