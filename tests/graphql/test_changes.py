"""`changes`: the feed as a list that is paged through."""

from typing import Any

import pytest

from service.storage.ingest import delete
from service.storage.pool import Pool
from tests.query.asking import Asker, recorded
from tests.records import send, store
from tests.storage.drafts import call, speech

pytestmark = pytest.mark.anyio

PAGE = """
query ($first: Int, $after: String) { changes(first: $first, after: $after) {
    edges { cursor node { kind nodeId typeName at node { __typename id } } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
} }
"""
STORED = "select kind, lower(type_name) || '_' || node_id as id, type_name from changes order by xid, node_id"

Change = dict[str, Any]


async def feed(asker: Asker, size: int, after: str | None = None) -> list[Change]:
    """All changes, page by page."""
    found: list[Change] = []
    more = True
    while more:
        page = (await asker.data(PAGE, {"first": size, "after": after}))["changes"]
        assert page["pageInfo"]["hasPreviousPage"] is (after is not None)
        assert [edge["cursor"] for edge in page["edges"]][-1:] == [page["pageInfo"]["endCursor"]][: len(page["edges"])]
        more, after = page["pageInfo"]["hasNextPage"], page["pageInfo"]["endCursor"]
        found += [edge["node"] for edge in page["edges"]]
    return found


@pytest.mark.parametrize("size", [1, 3, 100])
async def test_every_change_is_given_once_in_the_order_of_the_feed(pool: Pool, size: int) -> None:
    await store(pool, speech("https://news.example/a", source={"name": "One"}), call("https://news.example/b"))
    (other,) = await store(pool, speech("https://news.example/c"))
    await send(pool, speech("https://news.example/a", headline="Anew"), replaces="*")
    assert other.id
    await delete(pool, [other.id])
    changes = await feed(Asker(pool), size)
    rows = [tuple(row) for row in await pool.fetch(STORED)]
    assert [(change["kind"], change["nodeId"], change["typeName"]) for change in changes] == rows
    assert {change["kind"] for change in changes} == {"CREATED", "UPDATED", "DELETED"}
    stored = {f"article_{row['id']}" for row in await pool.fetch("select id from articles")}
    for change in changes:
        assert change["at"].endswith("Z")
        if change["typeName"] == "Article":
            there = change["nodeId"] in stored
            assert change["node"] == ({"__typename": "Article", "id": change["nodeId"]} if there else None)


async def test_a_page_is_one_statement_with_the_objects_as_they_are_now(pool: Pool) -> None:
    await store(pool, speech("https://news.example/a"))
    await send(pool, speech("https://news.example/a", headline="Anew"), replaces="*")
    query = """{
        first: changes(first: 100) { nodes { t: typeName node {
            ... on Article { headline } ... on Quote { text speaker { name } }
        } } }
        changes(first: 1) { __typename nodes { kind } }
    }"""
    async with recorded(pool) as statements:
        data = await Asker(pool).data(query)
    assert len(statements) == 1
    told = [change["node"] for change in data["first"]["nodes"] if change["t"] in {"Article", "Quote"}]
    assert told.count({"headline": "Anew"}) == 2
    assert {"text": "The time of democracy has arrived", "speaker": {"name": "Juan Guaido"}} in told
    assert data["changes"]["__typename"] == "ChangeConnection"


async def test_the_last_change_is_where_to_begin_to_follow(pool: Pool) -> None:
    asker = Asker(pool)
    newest = "{ changes(last: 1) { pageInfo { endCursor hasNextPage } } }"
    assert (await asker.data(newest))["changes"]["pageInfo"] == {"endCursor": None, "hasNextPage": False}
    await store(pool, speech("https://news.example/a"))
    after = (await asker.data(newest))["changes"]["pageInfo"]["endCursor"]
    assert await feed(asker, 3, after) == []
    (later,) = await store(pool, speech("https://news.example/b"))
    followed = await feed(asker, 3, after)
    assert f"article_{later.id}" in {change["nodeId"] for change in followed}
    assert followed == (await feed(asker, 3))[-len(followed) :]


async def test_nothing_stored_is_an_empty_page(pool: Pool) -> None:
    assert await feed(Asker(pool), 100) == []


async def test_a_wrong_cursor_is_refused(pool: Pool) -> None:
    await store(pool, speech("https://news.example/a"))
    asker = Asker(pool)
    sources = await asker.data("{ articles { pageInfo { endCursor } } }")
    for cursor in ("x", sources["articles"]["pageInfo"]["endCursor"]):
        code, message = await asker.refused(PAGE, {"after": cursor})
        assert code == "BAD_USER_INPUT"
        assert message.startswith("after: ")
    page = (await asker.data(PAGE, {"first": 1}))["changes"]["pageInfo"]
    await pool.execute(
        "insert into changes_horizon select true, xid, node_id from changes order by 2, 3 offset 1 limit 1"
    )
    code, message = await asker.refused(PAGE, {"after": page["endCursor"]})
    assert code == "CURSOR_EXPIRED"
    assert "read everything anew" in message
