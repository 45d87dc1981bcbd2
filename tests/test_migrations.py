"""The schema's version, and migrations on every Postgres that is promised."""

import asyncio
import atexit
import os
import pwd
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import asyncpg
import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory

import migrations
from service.errors import SchemaOutdated
from service.storage.merging import merge_actors, split_actor
from service.storage.pool import open_pool
from service.storage.schema import SCHEMA_VERSION, check_schema, migrate
from tests.conftest import short_folder
from tests.databases import embedded_wheel, run
from tests.records import store
from tests.storage.consistency import TABLES, assert_consistent
from tests.storage.drafts import speech
from tests.storage.test_database_refuses import LONG, whole

FOLDER = Path(migrations.__file__).parent
DEBIANS = Path("/usr/lib/postgresql/15/bin")


async def version_at(url: str) -> object:
    connection = await asyncpg.connect(url)
    try:
        return await connection.fetchval("select array_agg(version_num) from alembic_version")
    finally:
        await connection.close()


async def check(url: str) -> None:
    async with open_pool(url, 1) as pool:
        await check_schema(pool)


def test_the_version_is_the_newest_migration() -> None:
    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    scripts = ScriptDirectory.from_config(config)
    assert scripts.get_heads() == [SCHEMA_VERSION]
    # What `check_schema` calls older and newer is the order of these names.
    versions = [script.revision for script in scripts.walk_revisions()]
    assert versions == sorted(versions, reverse=True)


def test_every_migration_comes_with_its_sql() -> None:
    files = {path.name for path in (FOLDER / "versions").iterdir() if path.suffix in {".py", ".sql"}}
    scripts = {name for name in files if re.match(r"\d{4}(\.\d+)?_", name) and name.endswith(".py")}
    assert scripts
    assert {name.replace(".py", ".sql") for name in scripts} == {name for name in files if name.endswith(".sql")}


@pytest.mark.anyio
async def test_eight_migrate_at_once(empty_url: str) -> None:
    assert await asyncio.gather(*(migrate(empty_url) for _ in range(8))) == [SCHEMA_VERSION] * 8
    assert await version_at(empty_url) == [SCHEMA_VERSION]
    await check(empty_url)


def test_migrating_processes_at_once(empty_url: str) -> None:
    code = "import asyncio, sys; from service.storage.schema import migrate; print(asyncio.run(migrate(sys.argv[1])))"
    ended = [
        process.communicate()
        for process in [
            subprocess.Popen(
                [sys.executable, "-W", "error", "-c", code, empty_url], stdout=subprocess.PIPE, stderr=subprocess.PIPE
            )
            for _ in range(3)
        ]
    ]
    assert ended == [(f"{SCHEMA_VERSION}\n".encode(), b"")] * 3


@pytest.mark.anyio
async def test_migrating_again_changes_nothing(database_url: str) -> None:
    connection = await asyncpg.connect(database_url)
    try:
        oids = "select array_agg(oid order by oid) from pg_class where relnamespace = 'public'::regnamespace"
        before = await connection.fetchval(oids)
        assert await migrate(database_url) == SCHEMA_VERSION
        assert await connection.fetchval(oids) == before
    finally:
        await connection.close()


@pytest.mark.anyio
async def test_an_empty_database_is_told_with_what_mends_it(empty_url: str) -> None:
    with pytest.raises(SchemaOutdated) as caught:
        await check(empty_url)
    assert str(caught.value) == (
        f"the database's schema is empty, this program needs {SCHEMA_VERSION}: run `onrecord migrate`"
    )
    assert (caught.value.status, caught.value.code) == (503, "UNAVAILABLE")
    await migrate(empty_url)
    await check(empty_url)


@pytest.mark.anyio
async def test_a_table_of_versions_without_one_is_an_empty_database(empty_url: str) -> None:
    """What a migration that Alembic stamped back leaves."""
    await run(empty_url, "create table alembic_version (version_num varchar(32) primary key)")
    with pytest.raises(SchemaOutdated, match="the database's schema is empty"):
        await check(empty_url)
    assert await migrate(empty_url) == SCHEMA_VERSION
    await check(empty_url)


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("version", "message"),
    [
        ("0000", f"the database's schema is 0000, this program needs {SCHEMA_VERSION}: run `onrecord migrate`"),
        (
            "9999",
            f"the database's schema is 9999, newer than this program's {SCHEMA_VERSION}: "
            "install the release of On Record that made it",
        ),
    ],
)
async def test_another_version_is_told_with_what_mends_it(database_url: str, version: str, message: str) -> None:
    await run(database_url, f"update alembic_version set version_num = '{version}'")  # noqa: S608
    with pytest.raises(SchemaOutdated) as caught:
        await check(database_url)
    assert str(caught.value) == message


@pytest.mark.anyio
async def test_a_newer_schema_is_not_migrated(database_url: str) -> None:
    await run(database_url, "update alembic_version set version_num = '9999'")
    with pytest.raises(SchemaOutdated, match="schema is 9999, newer than this program's"):
        await migrate(database_url)
    assert await version_at(database_url) == ["9999"]


@pytest.mark.anyio
async def test_a_failed_migration_leaves_nothing(empty_url: str) -> None:
    await run(empty_url, "create table events (id int)")
    with pytest.raises(asyncpg.DuplicateTableError):
        await migrate(empty_url)
    connection = await asyncpg.connect(empty_url)
    try:
        assert await connection.fetchval("select count(*) from pg_tables where schemaname = 'public'") == 1
    finally:
        await connection.close()


@contextmanager
def wheels(version: int) -> Iterator[str]:
    """A Postgres of the embedded wheel."""
    with short_folder() as folder:
        running = embedded_wheel().get_server(folder / "postgres", start=False, postgres_version=version)
        running._lock = type(running._lock)(folder / "postgres.lock")
        running.start()
        try:
            yield running.get_uri()
        finally:
            running.cleanup()
            atexit.unregister(running._cleanup)


@contextmanager
def debians() -> Iterator[str]:
    """A Postgres 15 of Debian's package, run by a user that is not root."""
    user = "postgres" if os.geteuid() == 0 else pwd.getpwuid(os.geteuid()).pw_name

    def command(*words: str) -> None:
        switch = ["runuser", "-u", user, "--"] if os.geteuid() == 0 else []
        subprocess.run([*switch, *words], check=True, stdout=subprocess.DEVNULL, cwd="/")

    with short_folder() as folder:
        data = folder / "data"
        data.mkdir()
        shutil.chown(data, user)
        command(str(DEBIANS / "initdb"), "-D", str(data), "-U", "postgres", "-A", "trust", "-E", "UTF8", "-N")
        options = f"-k {data} -c listen_addresses='' -c fsync=off"
        command(str(DEBIANS / "pg_ctl"), "-w", "-D", str(data), "-l", str(data / "log"), "-o", options, "start")
        try:
            yield f"postgresql://postgres@/postgres?host={data}"
        finally:
            command(str(DEBIANS / "pg_ctl"), "-w", "-D", str(data), "-m", "immediate", "stop")


@pytest.fixture(params=[15, 16, 18])
def old_and_new(request: pytest.FixtureRequest) -> Iterator[tuple[int, str]]:
    version: int = request.param
    if version == 15 and not DEBIANS.exists():
        pytest.skip("Debian's postgresql-15 is not installed")
    with debians() if version == 15 else wheels(version) as url:
        yield version, url


@pytest.mark.anyio
async def test_every_promised_postgres(old_and_new: tuple[int, str]) -> None:
    version, url = old_and_new
    await migrate(url)
    async with open_pool(url, 2) as pool:
        await check_schema(pool)
        assert await pool.fetchval("select current_setting('server_version_num')::int / 10000") == version
        await store(pool, whole(), whole(LONG, "https://news.example/long"), speech("https://news.example/b"))
        former, into = [row["id"] for row in await pool.fetch("select id from actors")]
        await merge_actors(pool, former, into)
        tables = await assert_consistent(pool)
        assert [name for name in TABLES if not tables[name]] == []
        await split_actor(pool, former)
        with pytest.raises(asyncpg.CheckViolationError):
            await pool.execute("update quotes set exact = upper(exact)")
