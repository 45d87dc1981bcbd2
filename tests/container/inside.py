"""Runs in namespaces of its own for tests/container/box.py: takes an image's files as its root and becomes a command.

Arguments: the folder of the files, the socket of a Postgres, UID:GID, and the command.
"""

import ctypes
import fcntl
import os
import signal
import socket
import struct
import subprocess
import sys
from pathlib import Path

SOCKETS = "tmp/postgres"
"""Where the container finds the socket of its Postgres."""

_SET_FLAGS, _UP = 0x8914, 1
_SIGNAL_AT_PARENTS_END = 1


def mount(*arguments: str | Path) -> None:
    subprocess.run(["mount", *map(str, arguments)], check=True)


def main(folder: str, database: str, user: str, *command: str) -> None:
    """Lay the root out as a container with a read-only one has it: what can be written is /tmp."""
    root = Path(folder)
    mount("--bind", root, root)
    mount("--bind", "-o", "remount,bind,ro", root)
    mount("-t", "proc", "proc", root / "proc")
    mount("--rbind", "/dev", root / "dev")
    mount("-t", "tmpfs", "tmpfs", root / "tmp")
    shared = root / SOCKETS / ".s.PGSQL.5432"
    shared.parent.mkdir()
    shared.touch()
    mount("--bind", database, shared)
    with socket.socket() as loopback:
        fcntl.ioctl(loopback, _SET_FLAGS, struct.pack("16sh14x", b"lo", _UP))
    os.chroot(root)
    os.chdir("/")
    uid, gid = map(int, user.split(":"))
    os.setgroups([])
    os.setgid(gid)
    os.setuid(uid)
    # It ends with the process that waits for it: what that one had asked for is forgotten with a change of user.
    ctypes.CDLL(None).prctl(_SIGNAL_AT_PARENTS_END, signal.SIGKILL)
    os.execvp(command[0], command)  # noqa: S606


if __name__ == "__main__":
    main(*sys.argv[1:])
