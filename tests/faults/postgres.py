"""A Postgres of a test's own that may be killed, stopped and started again, on the binaries of the embedded wheel."""

import asyncio
import signal
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import asyncpg

from service.storage.schema import migrate
from tests.commands import SECONDS
from tests.conftest import short_folder
from tests.databases import embedded_wheel

NOT_YET = (OSError, asyncpg.PostgresError, asyncpg.InterfaceError)


class Postgres:
    """A cluster in a folder. prefix: words before the command of the server; port: where it listens over TCP, too."""

    def __init__(self, folder: Path, prefix: Sequence[str] = (), port: int | None = None) -> None:
        self.data = folder / "data"
        self.url = f"postgresql://postgres@/postgres?host={self.data}" + (f"&port={port}" if port else "")
        self._log = folder / "log"
        wheel = embedded_wheel().get_server(self.data, start=False)
        wheel.ensure_pgdata_inited()
        self._bin: Path = wheel.bin_path
        self.user: str | None = wheel.system_user
        self._prefix = prefix
        self._listen = ["-h", "127.0.0.1", "-p", str(port)] if port else ["-h", ""]
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it, and come back once it accepts connections."""
        deadline = time.monotonic() + SECONDS
        while True:
            assert time.monotonic() < deadline, self.log()
            if self.process is None or self.process.poll() is not None:
                # Backends of one that was killed may hold its memory for a moment: it ends then, and is started anew.
                self.process = self._start()
            try:
                asyncio.run(_connect(self.url))
            except NOT_YET:
                time.sleep(0.01)
            else:
                return

    def kill(self) -> None:
        """SIGKILL of the server; its backends end once they see that it is gone."""
        assert self.process
        self.process.kill()
        self.process.wait(SECONDS)

    def stop(self) -> None:
        """End it, with all connections."""
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
            try:
                self.process.wait(SECONDS)
            finally:
                self.process.kill()

    def backends(self) -> list[int]:
        """The processes that serve connections of the service."""
        found = asyncio.run(_fetch(self.url, "select pid from pg_stat_activity where application_name = 'onrecord'"))
        return [row[0] for row in found]

    def log(self) -> str:
        """The last that it told."""
        return self._log.read_text(encoding="utf-8", errors="replace")[-3_000:]

    def _start(self) -> "subprocess.Popen[bytes]":
        # Postgres does not run as root; setpriv becomes it, so that what is killed is Postgres.
        switch = ["setpriv", f"--reuid={self.user}", f"--regid={self.user}", "--init-groups"] if self.user else []
        command = [*self._prefix, *switch, str(self._bin / "postgres"), "-D", str(self.data), *self._listen]
        with self._log.open("ab") as log:
            return subprocess.Popen([*command, "-k", str(self.data)], stdout=log, stderr=log, cwd="/")


@contextmanager
def own_postgres(port: int | None = None) -> Iterator[Postgres]:
    """A started cluster with a migrated database, `postgres`."""
    with short_folder() as folder:
        postgres = Postgres(folder, port=port)
        try:
            postgres.start()
            asyncio.run(migrate(postgres.url))
            yield postgres
        finally:
            postgres.stop()


async def _connect(url: str) -> None:
    connection = await asyncpg.connect(url, timeout=5)
    await connection.close()


async def _fetch(url: str, statement: str) -> list[asyncpg.Record]:
    connection = await asyncpg.connect(url)
    try:
        return list(await connection.fetch(statement))
    finally:
        await connection.close()
