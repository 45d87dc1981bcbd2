"""What each connection of a pool knows."""

import asyncio

from service.storage.pool import open_pool
from tests.databases import Server, run


async def _known(url: str) -> str | None:
    async with open_pool(url, 1) as pool:
        found: str | None = await pool.fetchval("select current_setting('onrecord.database', true)")
    return found


def test_a_connection_knows_its_database(server: Server, template: str) -> None:
    with server.database(template) as one, server.database(template) as other:
        before = asyncio.run(_known(one))
        assert before
        assert asyncio.run(_known(one)) == before
        asyncio.run(run(one, "update database_identity set id = gen_random_uuid()"))
        assert len({before, asyncio.run(_known(one)), asyncio.run(_known(other))}) == 3


def test_a_database_without_tables_is_connected_to(server: Server) -> None:
    with server.database() as url:
        assert asyncio.run(_known(url)) is None
