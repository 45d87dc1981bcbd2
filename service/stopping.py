"""Tells when the process is to stop: first that no more is to come, then that what goes on for ever must end."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from service.errors import Stopping
from service.stop_signal import on_stop_signal


class Stop:
    """Whether the process is to stop. acts: what ends streams, called so many seconds after it has begun."""

    def __init__(self, delay: float, acts: tuple[Callable[[], object], ...]) -> None:
        self._delay = delay
        self._acts = acts
        self._begun = False

    def begin(self) -> None:
        """Stop, as a signal says so; once more changes nothing."""
        if not self._begun:
            self._begun = True
            for act in self._acts:
                asyncio.get_running_loop().call_later(self._delay, act)

    def check(self) -> None:
        """Raise Stopping where it has begun."""
        if self._begun:
            raise Stopping("this process is about to end: send what follows to another")


@contextmanager
def stop_at_signal(delay: float, *acts: Callable[[], object]) -> Iterator[Stop]:
    """Within it a signal begins the stop."""
    stop = Stop(delay, acts)
    with on_stop_signal(stop.begin):
        yield stop
