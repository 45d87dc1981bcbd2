"""Which process runs on which core: the server under test has one of its own, Postgres and the load the other."""

import os
from collections.abc import Set as AbstractSet
from pathlib import Path

SERVER_CORE, OTHER_CORE = 0, 1
PLACEMENT = (
    f"one server process on core {SERVER_CORE}, Postgres and the load (bench/load.py on uvloop) on core {OTHER_CORE}"
)


def place(postmaster: int, cores: AbstractSet[int]) -> None:
    """Have this process and Postgres, whose first process is `postmaster`, run on these cores alone."""
    running = [int(path.name) for path in Path("/proc").iterdir() if path.name.isdigit()]
    for pid in (0, postmaster, *running):
        try:
            if pid in {0, postmaster} or parent(pid) == postmaster:
                os.sched_setaffinity(pid, cores)
        except (FileNotFoundError, ProcessLookupError):
            continue  # it ended meanwhile


def parent(pid: int) -> int:
    """The process that started a process. Raises FileNotFoundError or ProcessLookupError where it has ended."""
    return int(Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[1])
