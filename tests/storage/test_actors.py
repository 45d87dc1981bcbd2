"""Which actors of different articles are one."""

from typing import Any

import pytest

from service.storage.pool import Pool
from tests.records import Draft, store
from tests.storage.consistency import assert_consistent

pytestmark = pytest.mark.anyio

Q1, Q2 = "https://www.wikidata.org/wiki/Q1", "https://www.wikidata.org/wiki/Q2"
VIAF = "https://viaf.org/viaf/1"


def naming(*actors: tuple[str, dict[str, Any]], url: str) -> Draft:
    """An article that names these actors, each (name, fields)."""
    draft = Draft("; ".join(name for name, _ in actors), url=f"https://news.example/{url}")
    for name, fields in actors:
        draft.actor(name, **fields)
    return draft


async def store_each(pool: Pool, *actors: tuple[str, dict[str, Any]]) -> list[int]:
    """Store an article for each actor; the actor of each as a number, equal where they are one."""
    for i, actor in enumerate(actors):
        await store(pool, naming(actor, url=str(i)))
    await assert_consistent(pool)
    found = await pool.fetch(
        "select p.actor_id from article_actors p join articles a on a.id = p.article_id order by a.url"
    )
    order = list(dict.fromkeys(row["actor_id"] for row in found))
    return [order.index(row["actor_id"]) for row in found]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Juan Guaido", {}), ("Juan Guaidó", {})),
        (("Juan Guaido", {}), ("JUAN  GUAIDO", {})),
        (("Conan O'Brien", {}), ("Conan O’Brien", {})),
        (("Juan Guaido", {"sameAs": [Q1]}), ("Juan Guaido", {})),
        (("Juan Guaido", {}), ("Juan Guaido", {"sameAs": [Q1]})),
        (("Juan Guaido", {"sameAs": [Q1]}), ("Juan Guaido", {"sameAs": [VIAF]})),
        (("Guaido", {"sameAs": [Q1]}), ("Juan Gerardo Guaido", {"sameAs": [Q1]})),
        (("Guaido", {"sameAs": [Q1, VIAF]}), ("Guaido", {"sameAs": [VIAF]})),
        (("Caracas", {"kind": "PLACE"}), ("CARACAS", {"kind": "PLACE"})),
        (("Reuters", {"kind": "ORGANIZATION"}), ("Reuters", {"kind": "ORGANIZATION"})),
    ],
)  # fmt: skip
async def test_one_actor(pool: Pool, one: tuple[str, Any], other: tuple[str, Any]) -> None:
    assert await store_each(pool, one, other) == [0, 0]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Maduro", {}), ("Maduro", {})),
        (("Maduro", {}), ("Nicolas Maduro", {"aliases": ["Maduro"]})),
        (("Nicolas Maduro", {"aliases": ["Maduro"]}), ("Maduro", {})),
        (("Nicolas Maduro", {"aliases": ["Nico Maduro"]}), ("Nico Maduro", {})),
        (("Juan Guaido", {}), ("Juan Gerardo Guaido", {})),
        (("Juan Guaido", {"sameAs": [Q1]}), ("Juan Guaido", {"sameAs": [Q2]})),
        (("Victoria Falls", {}), ("Victoria Falls", {"kind": "PLACE"})),
        (("Maduro", {"sameAs": [Q1]}), ("Maduro", {})),
    ],
)
async def test_two_actors(pool: Pool, one: tuple[str, Any], other: tuple[str, Any]) -> None:
    assert await store_each(pool, one, other) == [0, 1]


async def test_identifier_is_stronger_than_the_name(pool: Pool) -> None:
    actors = [
        ("Juan Guaido", {"sameAs": [Q1]}),
        ("Nicolas Maduro", {"sameAs": [Q2]}),
        ("Juan Guaido", {"sameAs": [Q2]}),
    ]
    assert await store_each(pool, *actors) == [0, 1, 1]


async def test_identifiers_of_two_actors_make_a_new_one(pool: Pool) -> None:
    actors = [
        ("Juan Guaido", {"sameAs": [Q1]}),
        ("Nicolas Maduro", {"sameAs": [VIAF]}),
        ("Diosdado C", {"sameAs": [Q1, VIAF]}),
    ]
    assert await store_each(pool, *actors) == [0, 1, 2]


async def test_an_identifier_learned_later_tells_from_then_on(pool: Pool) -> None:
    actors: list[Any] = [
        ("Juan Guaido", {}),
        ("Juan Guaido", {"sameAs": [Q1]}),
        ("The Interim President", {"sameAs": [Q1]}),
    ]
    assert await store_each(pool, *actors) == [0, 0, 0]


async def test_a_name_of_two_tells_of_none(pool: Pool) -> None:
    actors: list[Any] = [
        ("Juan Guaido", {"sameAs": [Q1]}),
        ("Juan Guaido", {"sameAs": [Q2]}),
        ("Juan Guaido", {}),
        ("Juan Guaido", {}),
        ("Juan Guaido", {"sameAs": [Q1]}),
    ]
    assert await store_each(pool, *actors) == [0, 1, 2, 3, 0]


async def test_two_of_one_name_in_one_article_are_two_and_the_name_tells_of_none(pool: Pool) -> None:
    await store(pool, naming(("Juan Guaido", {}), ("Juan Guaido", {}), url="two"))
    assert len((await assert_consistent(pool))["actors"]) == 2
    await store(pool, naming(("Juan Guaido", {}), url="third"))
    assert len((await assert_consistent(pool))["actors"]) == 3


async def test_a_batch_joins_as_its_articles_one_by_one_do(pool: Pool) -> None:
    actors: list[Any] = [
        ("Juan Guaido", {}),
        ("Juan Guaidó", {"sameAs": [Q1]}),
        ("Guaido", {"sameAs": [Q1]}),
        ("Juan Guaido", {"sameAs": [Q2]}),
        ("Juan Guaido", {}),
        ("Maduro", {}),
        ("Maduro", {}),
    ]
    await store(pool, *(naming(actor, url=str(i)) for i, actor in enumerate(actors)))
    tables = await assert_consistent(pool)
    assert sorted(row["article_count"] for row in tables["actors"]) == [1, 1, 1, 1, 3]


async def test_two_entries_with_one_identifier_are_one_actor(pool: Pool) -> None:
    draft = Draft("Guaido, the interim president", url="https://news.example/a")
    draft.actor("Guaido", sameAs=[Q1])
    draft.actor("Juan Guaido", "Guaido", "the interim president", sameAs=[Q1])
    await store(pool, draft)
    (actor,) = (await assert_consistent(pool))["actors"]
    assert (actor["name"], actor["mention_count"], actor["article_count"]) == ("Guaido", 2, 1)


async def test_names_titles_and_identifiers_are_counted(pool: Pool) -> None:
    draft = Draft("General Francisco\n Yanez. Gen. Yanez. General Yanez, he said.", url="https://news.example/a")
    yanez = draft.actor(
        "Francisco Yanez", "Francisco\n Yanez", ("Yanez", 1), ("Yanez", 2), aliases=["Paco"], sameAs=[Q1]
    )
    draft.mention(yanez, "General", "NOMINAL", role="General")
    draft.mention(yanez, "Gen. Yanez", "NAME", role="Gen.")
    draft.mention(yanez, "General Yanez", "NAME", role=("General", 1))
    draft.mention(yanez, "he", "PRONOUN")
    await store(pool, draft)
    tables = await assert_consistent(pool)
    assert {row["name"]: row["mention_count"] for row in tables["aliases"]} == {
        "Francisco Yanez": 1, "Yanez": 2, "Paco": 0, "Gen. Yanez": 1, "General Yanez": 1,
    }  # fmt: skip
    assert {row["title"]: row["mention_count"] for row in tables["roles"]} == {"General": 2, "Gen.": 1}
    assert [(row["name"], row["mention_count"]) for row in tables["actors"]] == [("Francisco Yanez", 7)]


async def test_an_actor_keeps_its_name_while_an_article_gives_it(pool: Pool) -> None:
    await store_each(pool, ("Juan Guaido", {}), ("Juan Guaidó", {}), ("Juan Guaidó", {}))
    assert await pool.fetchval("select name from actors") == "Juan Guaido"
    await store(pool, Draft("Nothing.", url="https://news.example/0"), replaces="*")
    assert await pool.fetchrow("select name, name_folded from actors") == ("Juan Guaidó", "juan guaido")
    await assert_consistent(pool)
