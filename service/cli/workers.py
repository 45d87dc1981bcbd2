"""Several processes that answer, and the one that looks after them."""

import os
import signal
import sys
import time

from uvicorn.supervisors import multiprocess

from service.cli.server import Server
from service.settings import read_settings
from service.stop_signal import SIGNALS

LOOK_SECONDS = 0.1
_ENDED = (0, -signal.SIGINT, -signal.SIGTERM)
"""Exit codes of a worker that had finished all, or not begun."""


class Worker(multiprocess.Process):
    """A process that answers."""

    _draining: Server | None = None

    @property
    def server(self) -> Server:
        """What answers in it."""
        if self._draining is None:
            self._draining = Server(self.config)
        return self._draining


# The supervisor makes its processes by this name alone.
multiprocess.Process = Worker  # type: ignore[misc]


class Workers(multiprocess.Multiprocess):
    """Starts workers, starts those anew that die, and ends them when a signal comes.

    It ends with exit code 1 where one of them did not finish what it had begun, or could not start.
    """

    def run(self) -> None:
        """Look after the workers until a signal ends them."""
        super().run()
        if any(worker.exitcode not in _ENDED for worker in self.processes):
            sys.exit(1)

    def join_all(self) -> None:
        """Wait for the workers' ends; a second signal is handed on to them."""
        listening_until = time.monotonic() + read_settings().stop_delay
        while any(worker.process.is_alive() for worker in self.processes):
            time.sleep(LOOK_SECONDS)
            if time.monotonic() >= listening_until:
                self._stop_listening()
            while self.signal_queue:
                if self.signal_queue.pop() in SIGNALS:
                    self._hurry()
        super().join_all()

    def _stop_listening(self) -> None:
        # As long as one process has the socket, connections are made that nobody answers.
        for listening in self.sockets:
            listening.close()

    def _hurry(self) -> None:
        self._stop_listening()
        # They have been sent SIGTERM once, by this process.
        for worker in self.processes:
            if worker.process.is_alive() and worker.pid:
                os.kill(worker.pid, signal.SIGTERM)
