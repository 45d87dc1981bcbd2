"""What is to be sent waits in a temporary file while a client does not read."""

import asyncio
from io import BytesIO, RawIOBase
from tempfile import TemporaryFile

IN_MEMORY = 256 * 1024
"""Bytes that wait in memory before there is a file."""
PIECE = 64 * 1024
"""Bytes that are taken at once."""


class Spool:
    """A queue of bytes of one who writes and one who reads. max_bytes: that wait before the writer waits, too."""

    def __init__(self, max_bytes: int) -> None:
        self._file: BytesIO | RawIOBase = BytesIO()
        self._max_bytes = max_bytes
        self._read = 0
        self._written = 0
        self._ended = False
        self._last = b""
        self._came = asyncio.Event()
        self._left = asyncio.Event()

    async def write(self, data: bytes) -> None:
        """Add bytes, once there is room. Raises OSError where the disk is full: nothing of these is added."""
        while self._written - self._read > self._max_bytes:
            self._left.clear()
            await self._left.wait()
        if self._written + len(data) > IN_MEMORY and isinstance(self._file, BytesIO):
            self._file = _moved(self._file)
        self._file.seek(self._written)
        _write(self._file, data)
        self._written += len(data)
        self._came.set()

    def end(self, last: bytes = b"") -> None:
        """Nothing more is written. last: bytes behind all others, which wait in memory."""
        self._last = last
        self._ended = True
        self._came.set()

    async def read(self) -> bytes:
        """The next bytes, as soon as there are any; none at the end."""
        while self._read == self._written and not self._ended:
            self._came.clear()
            await self._came.wait()
        if self._read == self._written:
            last, self._last = self._last, b""
            return last
        self._file.seek(self._read)
        # Not more than was added: behind it may stand a part of what found no room.
        data = self._file.read(min(PIECE, self._written - self._read)) or b""
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


def _moved(memory: BytesIO) -> RawIOBase:
    """A temporary file in its place. Raises OSError where the disk is full; the memory is as it was then."""
    # Without a buffer: what it holds at the end of the disk would be lost later.
    file = TemporaryFile(buffering=0)  # noqa: SIM115  open as long as the spool is
    try:
        _write(file, memory.getvalue())
    except OSError:
        file.close()
        raise
    return file


def _write(file: BytesIO | RawIOBase, data: bytes) -> None:
    """Write all of it: a file takes a part where it has no room for the rest, and then raises OSError."""
    left = memoryview(data)
    while left:
        left = left[file.write(left) :]
