"""The service in a process of its own that may be killed at any moment."""

import re
import signal
import subprocess
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from tests.commands import BIN, SECONDS


class Program:
    """A running `onrecord serve`. log: what it told so far, line by line."""

    def __init__(self, process: "subprocess.Popen[str]", port: int) -> None:
        self.process = process
        self.port = port
        self.log: list[str] = []
        self.stopping = False

    @property
    def address(self) -> str:
        """Where it answers."""
        return f"http://127.0.0.1:{self.port}"

    def stop(self) -> None:
        """SIGTERM: it is to end."""
        self.stopping = True
        self.process.terminate()

    def kill(self) -> None:
        """SIGKILL: it does nothing more."""
        self.process.kill()
        self.process.wait(SECONDS)


@contextmanager
def running(env: Mapping[str, str], *options: str, exit_code: int = 0, within: Sequence[str] = ()) -> Iterator[Program]:
    """A program on a free port; one that nobody killed ends by SIGTERM, with this exit code.

    within: words of a command that becomes the one that follows.
    """
    command = [*within, str(BIN / "onrecord"), "serve", "--port", "0", *options]
    with subprocess.Popen(command, stderr=subprocess.PIPE, env=dict(env), text=True) as process:
        assert process.stderr
        first = process.stderr.readline()
        found = re.search(r"http://127\.0\.0\.1:(\d+)", first)
        assert found, first + process.stderr.read()
        program = Program(process, int(found[1]))
        # A pipe that nobody reads would hold the program up once it is full.
        reading = threading.Thread(target=program.log.extend, args=(process.stderr,))
        reading.start()
        try:
            yield program
        finally:
            if process.poll() is None and not program.stopping:
                process.terminate()
            try:
                process.wait(SECONDS)
            finally:
                process.kill()
            reading.join(SECONDS)
    assert process.returncode in {exit_code, -signal.SIGKILL}, "".join(program.log[-100:])
