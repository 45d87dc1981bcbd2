"""What was stored before there was search is searched like what is stored since."""

import asyncio
from collections.abc import Iterator

import pytest

from service.storage.pool import open_pool
from service.storage.schema import migrate
from tests.databases import Server, run
from tests.query.fixture import fill
from tests.records import Draft, store
from tests.storage.consistency import Stored, read_tables

BEFORE = """
alter table articles drop column words;
alter table quotes drop column words;
alter table aliases drop column words;
alter table events drop column words;
alter table article_events drop column words;
drop function excerpt;
drop table former_actors, database_identity;
drop function refuse_change cascade;
alter table articles drop column sender, drop column record, drop column resolved;
alter table article_actors drop column home_ids;
alter table events drop column told_by;
update alembic_version set version_num = '0002'
"""
"""Takes a database back to where it had no search."""

SCRIPTS = (
    "Ø. Æther, Łódź, Đorđe, Þór und Œuvre; Straße, İstanbul. ΑΘΉΝΑ, Ώρες! МОСКВА́, ЄЇҐ. 中国の会議。 서울에서 집회가.\n"
    "קריאה: שָׁלוֹם! القاهرة، مُحَمَّد؟ नमस्ते दुनिया। it’s don't 1,000 snake_case 😀 ﬁnal Nº ½ ™"
)


@pytest.fixture
def own_url(server: Server, template: str) -> Iterator[str]:
    """A database of this test's own, whose schema it changes."""
    with server.database(template) as url:
        yield url


def test_words_of_what_is_stored_are_filled_in(own_url: str) -> None:
    async def go_back_and_forth() -> Stored:
        async with open_pool(own_url, 2) as pool:
            await fill(pool)
            await store(pool, Draft(SCRIPTS, headline="Größe: ÇA VA?", url="https://a.example/1"))
            changes = await pool.fetchval("select count(*) from changes")
        await run(own_url, BEFORE)
        await migrate(own_url)
        async with open_pool(own_url, 2) as pool:
            assert await pool.fetchval("select count(*) from changes") == changes
            return Stored(await read_tables(pool))

    stored = asyncio.run(go_back_and_forth())
    assert len(stored.articles) > 5
    stored.check_words()


def test_long_bodies_are_filled_in_from_their_beginning(own_url: str) -> None:
    async def go_back_and_forth() -> list[bool]:
        async with open_pool(own_url, 2) as pool:
            long = " ".join(f"{number:07}" for number in range(100_000))
            await store(pool, Draft(long, url="https://a.example/1"), Draft("é" * 300_000, url="https://a.example/2"))
        await run(own_url, BEFORE)
        await migrate(own_url)
        async with open_pool(own_url, 2) as pool:
            wanted = ("'0000000' <-> '0000001'", "'0012000'", "'0020000'")
            return [await pool.fetchval("select bool_or(words @@ $1::text::tsquery) from articles", w) for w in wanted]

    assert asyncio.run(go_back_and_forth()) == [True, True, False]
