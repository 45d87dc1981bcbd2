"""Programs and schemas of different versions: several migrate at once, and nobody works on a schema of another."""

import asyncio
import subprocess
from collections.abc import Iterator

import asyncpg
import httpx
import pytest

from service.storage.pool import open_pool
from service.storage.schema import SCHEMA_VERSION, check_schema
from tests.commands import BIN, SECONDS, environment, onrecord
from tests.conftest import short_folder
from tests.databases import Server, run
from tests.faults.killing import creating
from tests.faults.program import running

OLD = "0003"
"""A revision that databases of an older program have."""
NEWER = (
    f"the database's schema is 9999, newer than this program's {SCHEMA_VERSION}: "
    "install the release of On Record that made it"
)


@pytest.fixture(params=[None, OLD])
def before(request: pytest.FixtureRequest, server: Server) -> Iterator[str]:
    """A database that is empty, or of an old revision."""
    with server.database() as url:
        if request.param:
            subprocess.run([BIN / "python", "-c", UPGRADE, url, request.param], check=True, timeout=SECONDS)
        yield url


UPGRADE = """
import asyncio, sys
from alembic import command
from alembic.config import Config
from sqlalchemy.ext.asyncio import create_async_engine
import asyncpg, migrations
from pathlib import Path

async def upgrade(url, revision):
    config = Config()
    config.set_main_option("script_location", str(Path(migrations.__file__).parent))
    def run(connection):
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
    engine = create_async_engine("postgresql+asyncpg://", async_creator=lambda: asyncpg.connect(url))
    async with engine.begin() as connection:
        await connection.run_sync(run)
    await engine.dispose()

asyncio.run(upgrade(*sys.argv[1:]))
"""


def migrate_at_once(count: int, env: dict[str, str]) -> list[tuple[int, bytes, bytes]]:
    """The exit code and what was told, of each of several commands."""
    commands = [
        subprocess.Popen([BIN / "onrecord", "migrate"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=env)
        for _ in range(count)
    ]
    told = [command.communicate(timeout=SECONDS) for command in commands]
    return [(command.returncode, *output) for command, output in zip(commands, told, strict=True)]


async def columns(url: str) -> list[asyncpg.Record]:
    connection = await asyncpg.connect(url)
    try:
        return list(
            await connection.fetch(
                "select table_name, column_name, data_type from information_schema.columns "
                "where table_schema = 'public' order by 1, 2"
            )
        )
    finally:
        await connection.close()


async def check(url: str) -> None:
    async with open_pool(url, 1) as pool:
        await check_schema(pool)


def test_five_migrate_at_once(before: str, server: Server, template: str) -> None:
    done = (0, f"The database's schema is {SCHEMA_VERSION}.\n".encode(), b"")
    assert migrate_at_once(5, environment(before)) == [done] * 5
    asyncio.run(check(before))
    assert asyncio.run(columns(before)) == asyncio.run(columns(server.url_of(template)))


def test_two_migrate_at_once_where_no_database_runs_yet() -> None:
    with short_folder() as folder:
        done = (0, f"The database's schema is {SCHEMA_VERSION}.\n".encode(), b"")
        assert migrate_at_once(2, environment(ONRECORD_DATA_DIR=str(folder))) == [done] * 2


@pytest.mark.parametrize("command", [["serve", "--port", "0"], ["migrate"], ["ingest", "-"], ["export", "articles"]])
def test_a_program_refuses_a_newer_schema(server: Server, template: str, command: list[str]) -> None:
    with server.database(template) as url:
        asyncio.run(run(url, "update alembic_version set version_num = '9999'"))
        ended = onrecord(*command, env=environment(url), stdin=b'{"body": "Ana spoke."}')
        assert (ended.returncode, ended.stdout, ended.stderr) == (1, "", f"onrecord: {NEWER}\n")


def test_programs_work_on_a_schema_to_which_a_newer_release_added(server: Server, template: str) -> None:
    """As while it is rolled out, or taken back: nobody is out of the balance, and what is started anew starts."""
    later = f"{SCHEMA_VERSION}.1"
    with server.database(template) as url, running(environment(url)) as program:
        asyncio.run(run(url, f"update alembic_version set version_num = '{later}'"))  # noqa: S608
        with httpx.Client(base_url=program.address, timeout=SECONDS) as client:
            assert client.get("/readyz").status_code == 200
            assert client.post("/v1/articles", json=creating(1).line).status_code == 201
        migrated = onrecord("migrate", env=environment(url))
        assert (migrated.returncode, migrated.stdout) == (0, f"The database's schema is {later}.\n")
        assert onrecord("export", "articles", env=environment(url)).stdout.count("\n") == 1
        asyncio.run(check(url))


def test_a_service_tells_when_its_schema_has_gone_on(server: Server, template: str) -> None:
    """As while a newer release is rolled out: the older one is taken out of the balance, and is not ended."""
    with (
        server.database(template) as url,
        running(environment(url)) as program,
        httpx.Client(base_url=program.address, timeout=SECONDS) as client,
    ):
        assert client.get("/readyz").status_code == 200
        asyncio.run(run(url, "update alembic_version set version_num = '9999'"))
        told = client.get("/readyz")
        assert (told.status_code, told.json()["detail"]) == (503, NEWER)
        assert client.get("/livez").status_code == 200
        asyncio.run(run(url, f"update alembic_version set version_num = '{SCHEMA_VERSION}'"))  # noqa: S608
        assert client.get("/readyz").status_code == 200
        assert client.post("/v1/articles", json=creating(1).line).status_code == 201
