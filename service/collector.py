"""How often Python looks for garbage in cycles, which records and rows are never part of."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

THRESHOLDS = (20_000, 20, 50)
"""Objects made more than freed before the youngest are looked through; how often that is before older ones are.

By Python's own, a quarter of the work on an article of a batch was this.
"""


@contextmanager
def seldom_collecting() -> Iterator[None]:
    """Look for garbage seldom, and never among what is there already."""
    before = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(*THRESHOLDS)
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()
