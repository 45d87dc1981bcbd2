"""Limits how often each caller is answered."""

import math
import time
from collections import OrderedDict
from collections.abc import Callable

from service.errors import TooManyRequests

BURST_SECONDS = 10
"""A caller that was idle may make at once what it may make in this time."""
MAX_CALLERS = 10_000
"""Callers that are remembered; the one that was seen longest ago is forgotten."""


class RateLimit:
    """A token bucket a caller, kept as the time at which it is full again.

    per_minute: tokens that come back in a minute. clock: seconds that never go back.
    """

    def __init__(self, per_minute: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._per_minute = per_minute
        self._clock = clock
        self._interval = 60 / per_minute
        self._burst = max(BURST_SECONDS, self._interval)
        self._full: OrderedDict[str, float] = OrderedDict()

    def __len__(self) -> int:
        return len(self._full)

    def take(self, caller: str) -> None:
        """Take one token. Raises TooManyRequests, which tells when there is one, where the bucket is empty."""
        now = self._clock()
        full = max(now, self._full.get(caller, now)) + self._interval
        # Sums of fractions must not lose a token to rounding.
        wait = full - now - self._burst
        if wait > 1e-6:
            seconds = max(1, math.ceil(wait))
            raise TooManyRequests(
                f"{self._per_minute} requests a minute are answered: try again in {seconds} s", seconds
            )
        self._full[caller] = full
        self._full.move_to_end(caller)
        if len(self._full) > MAX_CALLERS:
            self._full.popitem(last=False)
