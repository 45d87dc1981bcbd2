"""Lists page by page, from either end: nothing is lost or repeated, and what has no date comes last."""

from itertools import product
from typing import Any

import pytest

from service.catalog import TYPES
from service.catalog.model import Connection
from service.storage.pool import Pool
from tests.query.asking import Asker
from tests.query.resolvers import World
from tests.query.walking import Walk, operation_of

pytestmark = pytest.mark.anyio

LISTS = [
    pytest.param(holder.name, field, order, id=f"{holder.name}.{field.name}-{order}")
    for holder in TYPES.values()
    for field in holder.fields
    if isinstance(field, Connection) and field.counted
    for order in field.orders
]


@pytest.mark.parametrize(("holder", "field", "order"), LISTS)
async def test_walking_a_list_either_way_loses_and_repeats_nothing(
    reads: Pool, holder: str, field: Connection, order: str
) -> None:
    asker = Asker(reads)
    operation = operation_of(holder, field, order)
    ids = (await World.load(reads)).ids().get(holder, [None])
    lengths = set()
    for public_id, size in product(ids, (1, 2, 3)):
        whole = await Walk(asker, operation, id=public_id).page(first=100)
        assert whole.get("totalCount", len(whole["nodes"])) == len(whole["nodes"])
        for way in ("forwards", "backwards"):
            walk = Walk(asker, operation, id=public_id)
            pages = [page async for page in (walk.forwards(size) if way == "forwards" else walk.backwards(size))]
            in_order = pages if way == "forwards" else pages[::-1]
            assert [node for page in in_order for node in page["nodes"]] == whole["nodes"]
            assert [len(page["nodes"]) for page in pages[:-1]] == [size] * (len(pages) - 1)
            assert {page.get("totalCount") for page in pages} == {whole.get("totalCount")}
        lengths.add(len(whole["nodes"]))
    assert max(lengths) > 1


ARTICLES = next(f for f in TYPES["Query"].fields if isinstance(f, Connection) and f.name == "articles")


@pytest.mark.parametrize("plain", [True, False], ids=["nodes", "edges"])
@pytest.mark.parametrize("order", ["PUBLISHED_DESC", "STORED_ASC"])
async def test_every_window_is_the_stretch_that_relay_says(reads: Pool, order: str, plain: bool) -> None:
    """Every size from either end, between every two cursors, of a list of eight."""
    asker = Asker(reads)
    walk = Walk(asker, operation_of("Query", ARTICLES, order))
    edges = (await walk.page(first=100))["edges"]
    everything = [edge["node"] for edge in edges]
    cursors = [None, *(edge["cursor"] for edge in edges)]
    alone = (
        "query ($first: Int, $after: String, $last: Int, $before: String) { page: articles("
        f"first: $first, after: $after, last: $last, before: $before, orderBy: {order}) "
        "{ nodes { id datePublished } } }"
    )
    for begin, end in product(range(len(cursors)), range(len(cursors))):
        after, before = cursors[begin], cursors[end]
        between = everything[begin : end - 1 if before else None]
        for way, size in (("first", 1), ("first", 3), ("first", 9), ("last", 1), ("last", 3), ("last", 9)):
            given = {"after": after, "before": before, way: size}
            expected = between[:size] if way == "first" else between[-size:]
            if plain:
                assert (await asker.data(alone, given))["page"]["nodes"] == expected, given
                continue
            page = await walk.page(**given)
            more = len(between) > size
            assert page["nodes"] == expected, given
            info = page["pageInfo"]
            assert info["hasNextPage"] == (before is not None or (more and way == "first")), given
            assert info["hasPreviousPage"] == (after is not None or (more and way == "last")), given


async def test_cursors_before_and_after_may_be_of_what_is_not_between(reads: Pool) -> None:
    walk = Walk(Asker(reads), operation_of("Query", ARTICLES, "STORED_ASC"))
    edges = (await walk.page(first=100))["edges"]
    page = await walk.page(after=edges[3]["cursor"], before=edges[2]["cursor"])
    assert (page["nodes"], page["totalCount"]) == ([], len(edges))
    assert page["pageInfo"] == {
        "hasNextPage": True,
        "hasPreviousPage": True,
        "startCursor": None,
        "endCursor": None,
    }


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


NULLS = [None, {}, {"search": None}, {"published": None, "ids": None}, {"published": {"since": None}}]


@pytest.mark.parametrize("given", NULLS)
@pytest.mark.parametrize("then", NULLS)
async def test_cursor_is_taken_where_filters_differ_in_nulls_alone(reads: Pool, given: Any, then: Any) -> None:
    asker = Asker(reads)
    operation = """query ($filter: ArticleFilter, $after: String) {
        articles(first: 1, filter: $filter, after: $after) { nodes { id } pageInfo { endCursor } } }"""
    first = (await asker.data(operation, {"filter": given}))["articles"]
    second = (await asker.data(operation, {"filter": then, "after": first["pageInfo"]["endCursor"]}))["articles"]
    assert second["nodes"] not in ([], first["nodes"])


CURSOR = "{ articles(first: 1) { pageInfo { endCursor } } }"


@pytest.mark.parametrize("side", ["after", "before"])
@pytest.mark.parametrize(
    "field",
    [
        "articles(first: 1, SIDE: $cursor, orderBy: PUBLISHED_ASC)",
        "articles(last: 1, SIDE: $cursor, orderBy: STORED_DESC)",
        'articles(first: 1, SIDE: $cursor, filter: { languages: ["en"] })',
        'articles(last: 1, SIDE: $cursor, filter: { published: { since: "2019-02-02T00:00:00Z" } })',
        "events(first: 1, SIDE: $cursor)",
        "sources(last: 1, SIDE: $cursor)",
        "quotes(first: 1, SIDE: $cursor)",
    ],
)
@pytest.mark.parametrize("selection", ["nodes { id }", "pageInfo { endCursor }", "totalCount", "__typename"])
async def test_cursor_of_another_list_is_refused(reads: Pool, side: str, field: str, selection: str) -> None:
    asker = Asker(reads)
    cursor = (await asker.data(CURSOR))["articles"]["pageInfo"]["endCursor"]
    own = f"query ($cursor: String) {{ articles({side}: $cursor) {{ nodes {{ id }} }} }}"
    await asker.data(own, {"cursor": cursor})
    other = f"query ($cursor: String) {{ {field.replace('SIDE', side)} {{ {selection} }} }}"
    code, message = await asker.refused(other, {"cursor": cursor})
    assert code == "BAD_USER_INPUT"
    assert message.startswith(f"{side}: is a cursor of another list")


@pytest.mark.parametrize("side", ["after", "before"])
@pytest.mark.parametrize("cursor", ["", "x", "\x00", "\ud800", "Zm9v"])
@pytest.mark.parametrize("selection", ["nodes { id }", "edges { cursor }", "totalCount", "facets { sampled }"])
async def test_what_is_no_cursor_is_refused(reads: Pool, side: str, cursor: str, selection: str) -> None:
    operation = f"query ($cursor: String) {{ articles({side}: $cursor) {{ {selection} }} }}"
    code, message = await Asker(reads).refused(operation, {"cursor": cursor})
    assert code == "BAD_USER_INPUT"
    assert message.startswith(f"{side}: is not a cursor")


async def test_filter_of_the_cursor_may_be_given_by_other_means(reads: Pool) -> None:
    asker = Asker(reads)
    literal = '{ quotes(first: 1, filter: { languages: ["en"], attributed: true }) { pageInfo { endCursor } } }'
    after = (await asker.data(literal))["quotes"]["pageInfo"]["endCursor"]
    page = "quotes(after: $after, filter: $filter) { totalCount nodes { id } }"
    variables = {"after": after, "filter": {"attributed": True, "languages": ["en"]}}
    operation = f"query ($after: String, $filter: QuoteFilter) {{ {page} }}"
    rest = (await asker.data(operation, variables))["quotes"]
    assert len(rest["nodes"]) == rest["totalCount"] - 1


@pytest.mark.parametrize("size", [0, 101, -1, 2**31 - 1])
@pytest.mark.parametrize("name", ["first", "last"])
@pytest.mark.parametrize(
    "operation",
    [
        "query ($n: Int!) { articles(NAME: $n) { nodes { id } } }",
        "query ($n: Int!) { articles(NAME: $n) { edges { cursor } } }",
        "query ($n: Int!) { articles(NAME: $n) { totalCount } }",
        "query ($n: Int!) { articles(NAME: $n) { __typename } }",
        "query ($n: Int!) { articles(NAME: $n) { facets { sampled } } }",
        'query ($n: Int!) { actor(id: "x") { quotes(NAME: $n) { pageInfo { hasPreviousPage } } } }',
    ],
)
async def test_page_of_no_size_is_refused(reads: Pool, name: str, size: int, operation: str) -> None:
    asker = Asker(reads)
    operation = operation.replace("NAME", name)
    assert await asker.data(operation, {"n": 1})
    code, message = await asker.refused(operation, {"n": size})
    assert code == "BAD_USER_INPUT"
    assert message == f"{name}: must be 1 to 100, not {size}"


@pytest.mark.parametrize("size", [0, 101, -1, 2**31 - 1])
@pytest.mark.parametrize(
    "selection",
    [
        "articles { facets { bySource(first: $n) { count } } }",
        "articles { facets { byActor(first: $n) { count } } }",
        "quotes { facets { bySpeaker(first: $n) { count } } }",
        'actor(id: "x") { aliases(first: $n) { name } }',
        'actor(id: "x") { coActors(first: $n) { items { articleCount } } }',
        'actor(id: "x") { coActors(first: $n) { sampled } }',
    ],
)
async def test_list_of_no_size_is_refused(reads: Pool, selection: str, size: int) -> None:
    asker = Asker(reads)
    operation = f"query ($n: Int!) {{ {selection} }}"
    assert await asker.data(operation, {"n": 1})
    assert await asker.refused(operation, {"n": size}) == (
        "BAD_USER_INPUT",
        f"first: must be 1 to 100, not {size}",
    )


@pytest.mark.parametrize("selection", ["nodes { id }", "edges { cursor }", "totalCount", "facets { sampled }"])
async def test_first_and_last_together_are_refused(reads: Pool, selection: str) -> None:
    code, message = await Asker(reads).refused(f"{{ articles(first: 1, last: 1) {{ {selection} }} }}")
    assert code == "BAD_USER_INPUT"
    assert message.startswith("first, last: give one of the two")


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
