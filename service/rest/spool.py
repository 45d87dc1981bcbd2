"""What is to be sent waits in a temporary file while a client does not read."""

import asyncio
from tempfile import SpooledTemporaryFile

IN_MEMORY = 256 * 1024
"""Bytes that wait in memory before there is a file."""
PIECE = 64 * 1024
"""Bytes that are taken at once."""


class Spool:
    """A queue of bytes of one who writes and one who reads. max_bytes: that wait before the writer waits, too."""

    def __init__(self, max_bytes: int) -> None:
        self._file = SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115  open as long as the spool is
        self._max_bytes = max_bytes
        self._read = 0
        self._written = 0
        self._ended = False
        self._came = asyncio.Event()
        self._left = asyncio.Event()

    async def write(self, data: bytes) -> None:
        """Add bytes, once there is room. Raises OSError where the disk is full."""
        while self._written - self._read > self._max_bytes:
            self._left.clear()
            await self._left.wait()
        self._file.seek(self._written)
        self._file.write(data)
        self._written += len(data)
        self._came.set()

    def end(self) -> None:
        """Nothing more is written."""
        self._ended = True
        self._came.set()

    async def read(self) -> bytes:
        """The next bytes, as soon as there are any; none at the end."""
        while self._read == self._written and not self._ended:
            self._came.clear()
            await self._came.wait()
        self._file.seek(self._read)
        data = self._file.read(PIECE)
        self._read += len(data)
        if self._read == self._written:
            # The file is as long as what waits: it begins anew where nothing does.
            self._file.seek(0)
            self._file.truncate()
            self._read = self._written = 0
        self._left.set()
        return data

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()
