"""Garbage is looked for seldom, and as before where that ends."""

import gc

from service.collector import THRESHOLDS, seldom_collecting


def test_garbage_is_looked_for_seldom_and_then_as_before() -> None:
    before = gc.get_threshold()
    with seldom_collecting():
        assert gc.get_threshold() == THRESHOLDS
        assert gc.get_freeze_count() > 10_000
    assert gc.get_threshold() == before
    assert gc.get_freeze_count() == 0
