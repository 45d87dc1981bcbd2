"""The version of the database's schema: brought up by `migrate`, asked for by `serve`."""

from pathlib import Path
from typing import Any

import asyncpg

from service.errors import SchemaOutdated
from service.storage.pool import Connection, Pool

SCHEMA_VERSION = "0005"
"""The newest revision in migrations/versions, which this program is written for."""

MIGRATION_LOCK = 0x6F6E7265636F7264
"""The advisory lock under which migrations run, one at a time."""


async def check_schema(connection: Connection | Pool) -> None:
    """Raises SchemaOutdated, with the command that mends it, where the schema is of another version."""
    found = await _version(connection)
    _refuse_newer(found)
    if found != SCHEMA_VERSION:
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
    if found is not None and found > SCHEMA_VERSION:
        raise SchemaOutdated(
            f"the database's schema is {found}, newer than this program's {SCHEMA_VERSION}: "
            "install the release of On Record that made it"
        )


async def migrate(url: str) -> str:
    """Bring the schema at `url` to SCHEMA_VERSION and return it. Safe when several start at once.

    Raises SchemaOutdated where the schema is newer than this program.
    """
    connection = await asyncpg.connect(url)
    try:
        _refuse_newer(await _version(connection))
    finally:
        await connection.close()
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
