"""What waits between two steps of a pipeline: no more than memory may hold, and taken all at once."""

import asyncio
from typing import Generic, TypeVar

Item = TypeVar("Item")


class Waiting(Generic[Item]):
    """A queue of one who puts and one who takes: a batch is as large as what came while the one before was at work.

    Both are in one event loop. max_bytes: of all that waits; what is longer waits alone.
    """

    def __init__(self, max_items: int, max_bytes: int) -> None:
        self._max_items = max_items
        self._max_bytes = max_bytes
        self._items: list[Item] = []
        self._bytes = 0
        self._closed = False
        self._came = asyncio.Event()
        self._left = asyncio.Event()

    async def put(self, item: Item, size: int) -> None:
        """Add an item of so many bytes, once there is room."""
        while self._items and (len(self._items) >= self._max_items or self._bytes + size > self._max_bytes):
            self._left.clear()
            await self._left.wait()
        self._items.append(item)
        self._bytes += size
        self._came.set()

    def close(self) -> None:
        """Nothing more comes."""
        self._closed = True
        self._came.set()

    async def take(self) -> list[Item]:
        """All that waits, as soon as anything does; nothing once it is closed and empty."""
        while not self._items and not self._closed:
            self._came.clear()
            await self._came.wait()
        taken, self._items, self._bytes = self._items, [], 0
        self._left.set()
        return taken
