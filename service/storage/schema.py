"""The version of the database's schema: brought up by `migrate`, asked for by `serve`."""

from pathlib import Path
from typing import Any

import asyncpg

from service.errors import SchemaOutdated
from service.storage.pool import Connection, Pool

SCHEMA_VERSION = "0005"
"""The newest revision in migrations/versions, which this program is written for.

0006 changes what programs of before rely on; 0005.1 adds to 0005 what these do without, and they go on beside it.
"""

MIGRATION_LOCK = 0x6F6E7265636F7264
"""The advisory lock under which migrations run, one at a time."""


async def check_schema(connection: Connection | Pool) -> None:
    """Raises SchemaOutdated, with the command that mends it, where the program does not work on the schema."""
    found = await _version(connection)
    _refuse_newer(found)
    if found is None or _parts(found) < _parts(SCHEMA_VERSION):
        raise SchemaOutdated(
            f"the database's schema is {found or 'empty'}, this program needs {SCHEMA_VERSION}: run `onrecord migrate`"
        )


async def _version(connection: Connection | Pool) -> str | None:
    """The revision of the database's schema; None where it has none."""
    try:
        found = await connection.fetchval("select version_num from alembic_version")
    except asyncpg.UndefinedTableError:
        return None
    return None if found is None else str(found)


def _refuse_newer(found: str | None) -> None:
    if found is not None and _parts(found)[0] > _parts(SCHEMA_VERSION)[0]:
        raise SchemaOutdated(
            f"the database's schema is {found}, newer than this program's {SCHEMA_VERSION}: "
            "install the release of On Record that made it"
        )


def _parts(version: str) -> tuple[str, int]:
    """The number of a revision, and of what was added to it."""
    number, _, added = version.partition(".")
    return number, int(added) if added.isdecimal() else 0


async def migrate(url: str) -> str:
    """Bring the schema at `url` to SCHEMA_VERSION, and return which it has then. Safe when several start at once.

    A release that goes back leaves alone what a later one added.

    Raises SchemaOutdated where the schema is newer than this program.
    """
    connection = await asyncpg.connect(url)
    try:
        found = await _version(connection)
    finally:
        await connection.close()
    _refuse_newer(found)
    if found is not None and _parts(found) > _parts(SCHEMA_VERSION):
        return found
    # Alembic and SQLAlchemy are for this command alone: a server starts without them.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415
    from sqlalchemy import Connection, text  # noqa: PLC0415
    from sqlalchemy.ext.asyncio import create_async_engine  # noqa: PLC0415
    from sqlalchemy.pool import NullPool  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parents[2] / "migrations"))

    def upgrade(connection: Connection) -> None:
        connection.execute(text(f"select pg_advisory_xact_lock({MIGRATION_LOCK})"))
        config.attributes["connection"] = connection
        command.upgrade(config, "head")

    async def connect() -> "asyncpg.Connection[Any]":
        return await asyncpg.connect(url)

    engine = create_async_engine("postgresql+asyncpg://", async_creator=connect, poolclass=NullPool)
    try:
        async with engine.begin() as transaction:
            await transaction.run_sync(upgrade)
    finally:
        await engine.dispose()
    return SCHEMA_VERSION
