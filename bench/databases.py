"""Databases on the bench's Postgres: empty ones that are dropped again, and data sets that are kept."""

import hashlib
import os
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

import asyncpg

from bench import filler, filling, sentences
from bench.placement import OTHER_CORE, parent, place
from service.storage.schema import migrate

_HURRIED = {"autovacuum": "off", "fsync": "off", "full_page_writes": "off", "max_wal_size": "'16GB'"}
_MIGRATIONS = Path(__file__).parents[1] / "migrations" / "versions"


@dataclass
class Databases:
    """Makes migrated databases on the Postgres at `url`."""

    url: str
    _numbers: Iterator[int] = field(default_factory=count)

    @asynccontextmanager
    async def fresh(self) -> AsyncIterator[str]:
        """The URL of an empty, migrated database, dropped at the end."""
        name = f"bench_{os.getpid()}_{next(self._numbers)}"
        await self._run(f"create database {name}")
        url = self._url_of(name)
        try:
            await migrate(url)
            yield url
        finally:
            await self._run(f"drop database {name} with (force)")

    async def filled(self, articles: int) -> str:
        """The URL of the data set of this size, filled where it is not there yet or was made by other code."""
        name, made_by = f"made_{articles}", _fingerprint()
        url = self._url_of(name)
        connection = await asyncpg.connect(self.url)
        try:
            known = await connection.fetchval(
                "select shobj_description(oid, 'pg_database') from pg_database where datname = $1", name
            )
            if known != made_by:
                await connection.execute(f"drop database if exists {name} with (force)")
                await connection.execute(f"create database {name}")
                await migrate(url)
                await self._fill(url, articles)
                await connection.execute(f"comment on database {name} is '{made_by}'")
        finally:
            await connection.close()
        return url

    async def _fill(self, url: str, articles: int) -> None:
        print(f"filling {articles} articles", flush=True)
        begun = time.monotonic()
        async with self._hurried():
            await filler.fill(url, articles)
        print(f"filled {articles} articles in {time.monotonic() - begun:.0f} s", flush=True)

    @asynccontextmanager
    async def _hurried(self) -> AsyncIterator[None]:
        """Postgres on all cores, without care for a crash: nothing is measured meanwhile, and all can be made anew."""
        connection = await asyncpg.connect(self.url)
        try:
            postmaster = parent(await connection.fetchval("select pg_backend_pid()"))
            for name, value in _HURRIED.items():
                await connection.execute(f"alter system set {name} = {value}")
            await connection.execute("select pg_reload_conf()")
            place(postmaster, set(range(os.cpu_count() or 1)))
            try:
                yield
            finally:
                place(postmaster, {OTHER_CORE})
                await self.settle()
        finally:
            await connection.close()

    async def settle(self) -> None:
        """Postgres with its own settings, also where a fill was broken off, and with nothing left to write."""
        for name in _HURRIED:
            await self._run(f"alter system reset {name}")
        await self._run("select pg_reload_conf()")
        await self._run("checkpoint")

    def _url_of(self, name: str) -> str:
        return self.url.replace("/postgres?", f"/{name}?")

    async def _run(self, statement: str) -> None:
        connection = await asyncpg.connect(self.url)
        try:
            await connection.execute(statement)
        finally:
            await connection.close()


def _fingerprint() -> str:
    """What tells data sets apart: the code that fills them and the schema that they are filled into."""
    files = [Path(str(module.__file__)) for module in (filler, filling, sentences)]
    digest = hashlib.sha256()
    for path in (*files, *sorted(_MIGRATIONS.glob("*.sql"))):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
