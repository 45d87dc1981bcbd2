"""Lists page by page: nothing is lost or repeated, and what has no date comes last."""

from itertools import product
from typing import Any

import pytest

from service.catalog import TYPES
from service.catalog.model import Connection
from service.storage.pool import Pool
from tests.query.asking import Asker, Json
from tests.query.resolvers import World

pytestmark = pytest.mark.anyio

PLAIN = {
    "Article": "id datePublished",
    "Actor": "id",
    "Quote": "id article { datePublished }",
    "Event": "id startDate",
    "Source": "id",
    "Mention": "actor { id } span { start end }",
    "Report": "event { id } article { id datePublished } span { start end }",
}
LISTS = [
    pytest.param(holder.name, field, order, id=f"{holder.name}.{field.name}-{order}")
    for holder in TYPES.values()
    for field in holder.fields
    if isinstance(field, Connection)
    for order in field.orders
]


def _operation(holder: str, field: Connection, order: str) -> str:
    arguments = "first: $first, after: $after" + (f", orderBy: {order}" if field.order_type else "")
    page = (
        f"page: {field.name}({arguments}) {{ edges {{ cursor node {{ {PLAIN[field.node]} }} }} "
        f"nodes {{ {PLAIN[field.node]} }} totalCount "
        "pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }"
    )
    if holder == "Query":
        return f"query ($first: Int, $after: String) {{ {page} }}"
    return f"query ($id: ID!, $first: Int, $after: String) {{ page: node(id: $id) {{ ... on {holder} {{ {page} }} }} }}"


async def _page(asker: Asker, operation: str, **variables: Any) -> Json:
    page: Json = (await asker.data(operation, variables))["page"]
    inner: Json = page.get("page", page)
    return inner


@pytest.mark.parametrize(("holder", "field", "order"), LISTS)
async def test_walking_a_list_loses_and_repeats_nothing(
    reads: Pool, holder: str, field: Connection, order: str
) -> None:
    asker = Asker(reads)
    operation = _operation(holder, field, order)
    ids = (await World.load(reads)).ids().get(holder, [None])
    lengths = set()
    for public_id, size in product(ids, (1, 2, 3)):
        whole = await _page(asker, operation, id=public_id, first=100)
        assert len(whole["nodes"]) == whole["totalCount"]
        walked: list[Json] = []
        after, more = None, True
        while more:
            page = await _page(asker, operation, id=public_id, first=size, after=after)
            info, cursors = page["pageInfo"], [edge["cursor"] for edge in page["edges"]]
            assert page["nodes"] == [edge["node"] for edge in page["edges"]]
            assert (info["startCursor"], info["endCursor"]) == ((cursors[0], cursors[-1]) if cursors else (None, None))
            assert info["hasPreviousPage"] == (after is not None)
            assert page["totalCount"] == whole["totalCount"]
            walked += page["nodes"]
            after, more = info["endCursor"], info["hasNextPage"]
            assert len(cursors) == size or not more
        assert walked == whole["nodes"]
        lengths.add(len(walked))
    assert max(lengths) > 1


@pytest.mark.parametrize("order", ["PUBLISHED_DESC", "PUBLISHED_ASC"])
async def test_undated_articles_come_last(reads: Pool, order: str) -> None:
    data = await Asker(reads).data(f"{{ articles(orderBy: {order}) {{ nodes {{ datePublished }} }} }}")
    dated = [node["datePublished"] is not None for node in data["articles"]["nodes"]]
    assert dated == [True] * 6 + [False] * 2


async def test_next_page_can_begin_at_any_edge(reads: Pool) -> None:
    asker = Asker(reads)
    operation = "query ($after: String) { actors(after: $after) { edges { cursor node { id } } } }"
    edges = (await asker.data(operation))["actors"]["edges"]
    for place, edge in enumerate(edges):
        rest = (await asker.data(operation, {"after": edge["cursor"]}))["actors"]["edges"]
        assert rest == edges[place + 1 :]


CURSOR = "{ articles(first: 1) { pageInfo { endCursor } } }"


@pytest.mark.parametrize(
    "field",
    [
        "articles(first: 1, after: $after, orderBy: PUBLISHED_ASC)",
        "articles(first: 1, after: $after, orderBy: STORED_DESC)",
        'articles(first: 1, after: $after, filter: { languages: ["en"] })',
        'articles(first: 1, after: $after, filter: { published: { since: "2019-02-02T00:00:00Z" } })',
        "events(first: 1, after: $after)",
        "sources(first: 1, after: $after)",
        "quotes(first: 1, after: $after)",
    ],
)
@pytest.mark.parametrize("selection", ["nodes { id }", "pageInfo { endCursor }", "totalCount", "__typename"])
async def test_cursor_of_another_list_is_refused(reads: Pool, field: str, selection: str) -> None:
    asker = Asker(reads)
    cursor = (await asker.data(CURSOR))["articles"]["pageInfo"]["endCursor"]
    await asker.data("query ($after: String) { articles(after: $after) { nodes { id } } }", {"after": cursor})
    code, message = await asker.refused(f"query ($after: String) {{ {field} {{ {selection} }} }}", {"after": cursor})
    assert code == "BAD_USER_INPUT"
    assert message.startswith("after: is a cursor of another list")


@pytest.mark.parametrize("after", ["", "x", "\x00", "\ud800", "Zm9v"])
@pytest.mark.parametrize("selection", ["nodes { id }", "edges { cursor }", "totalCount"])
async def test_what_is_no_cursor_is_refused(reads: Pool, after: str, selection: str) -> None:
    operation = f"query ($after: String) {{ articles(after: $after) {{ {selection} }} }}"
    code, message = await Asker(reads).refused(operation, {"after": after})
    assert code == "BAD_USER_INPUT"
    assert message.startswith("after: is not a cursor")


async def test_filter_of_the_cursor_may_be_given_by_other_means(reads: Pool) -> None:
    asker = Asker(reads)
    literal = '{ quotes(first: 1, filter: { languages: ["en"], attributed: true }) { pageInfo { endCursor } } }'
    after = (await asker.data(literal))["quotes"]["pageInfo"]["endCursor"]
    page = "quotes(after: $after, filter: $filter) { totalCount nodes { id } }"
    variables = {"after": after, "filter": {"attributed": True, "languages": ["en"]}}
    operation = f"query ($after: String, $filter: QuoteFilter) {{ {page} }}"
    rest = (await asker.data(operation, variables))["quotes"]
    assert len(rest["nodes"]) == rest["totalCount"] - 1


@pytest.mark.parametrize("first", [0, 101, -1, 2**31 - 1])
@pytest.mark.parametrize(
    "operation",
    [
        "query ($first: Int!) { articles(first: $first) { nodes { id } } }",
        "query ($first: Int!) { articles(first: $first) { edges { cursor } } }",
        "query ($first: Int!) { articles(first: $first) { totalCount } }",
        "query ($first: Int!) { articles(first: $first) { __typename } }",
        'query ($first: Int!) { actor(id: "x") { aliases(first: $first) { name } } }',
        'query ($first: Int!) { actor(id: "x") { quotes(first: $first) { pageInfo { hasPreviousPage } } } }',
    ],
)
async def test_page_of_no_size_is_refused(reads: Pool, first: int, operation: str) -> None:
    code, message = await Asker(reads).refused(operation, {"first": first})
    assert code == "BAD_USER_INPUT"
    assert message == f"first: must be 1 to 100, not {first}"


@pytest.mark.parametrize(
    "selection",
    [
        "pageInfo { __typename }",
        "pageInfo { hasPreviousPage }",
        "pageInfo { hasPreviousPage } totalCount",
        "pageInfo { endCursor @skip(if: true) }",
        "pageInfo { __typename } __typename",
    ],
)
@pytest.mark.parametrize("filter_", ["", "(filter: { ids: [] })"])
async def test_page_info_alone_is_one_object(reads: Pool, selection: str, filter_: str) -> None:
    data = await Asker(reads).data(f"{{ articles{filter_} {{ {selection} }} }}")
    assert isinstance(data["articles"]["pageInfo"], dict)


async def test_lists_of_all_ids_at_once_are_taken_up_to_a_hundred(reads: Pool) -> None:
    asker = Asker(reads)
    operation = "query ($ids: [ID!]!) { nodes(ids: $ids) { id } articles(filter: { ids: $ids }) { totalCount } }"
    assert (await asker.data(operation, {"ids": ["x"] * 100}))["nodes"] == [None] * 100
    code, message = await asker.refused(operation, {"ids": ["x"] * 101})
    assert code == "BAD_USER_INPUT"
    assert "ids: has 101 values, at most 100 are taken" in message
