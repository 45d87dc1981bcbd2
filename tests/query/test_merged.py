"""The id of an actor that was merged: it stands for what the actor became, wherever an id is taken."""

from typing import Any

import pytest

from service.catalog import TYPES
from service.catalog.filters import FILTERS
from service.catalog.model import Connection
from service.graphql.schema import SCHEMA
from service.query.compiler import Compiler
from service.query.live import write_live
from service.query.plan import plan
from service.storage.pool import PLANNED_ONCE, Pool, open_pool
from tests.query.asking import Asker, Json

pytestmark = pytest.mark.anyio

TAKEN = [
    pytest.param(list_of.name, field.name, id=f"{kind.name}.{field.name}")
    for kind in FILTERS
    for field in kind.fields
    if any(condition.node == "Actor" for condition in field.conditions)
    for list_of in TYPES["Query"].fields
    if isinstance(list_of, Connection) and list_of.filter is kind
]


async def merged(pool: Pool) -> list[tuple[str, str]]:
    """The id of each actor that was merged, and of what it became."""
    rows = await pool.fetch("select former_id, actor_id from former_actors order by former_id")
    return [(f"actor_{row['former_id']}", f"actor_{row['actor_id']}") for row in rows]


def test_filters_by_actors_are_known() -> None:
    assert len(TAKEN) == 8


@pytest.mark.parametrize(("list_of", "field"), TAKEN)
async def test_filter_finds_by_a_merged_id_what_it_finds_by_that_of_what_it_became(
    reads: Pool, list_of: str, field: str
) -> None:
    asker = Asker(reads)
    query = f"query ($ids: [ID!]) {{ found: {list_of}(filter: {{ {field}: $ids }}) {{ totalCount nodes {{ id }} }} }}"

    async def found(*ids: str) -> Json:
        page: Json = (await asker.data(query, {"ids": ids}))["found"]
        assert page["totalCount"] == len(page["nodes"])
        return page

    counts = set()
    for former, into in await merged(reads):
        by_into = await found(into)
        assert await found(former) == by_into
        assert await found(former, into, former) == by_into
        counts.add(by_into["totalCount"])
    assert max(counts) > 0


async def test_objects_are_found_by_a_merged_id(reads: Pool) -> None:
    asker = Asker(reads)
    query = (
        "query ($id: ID!, $ids: [ID!]!) { actor(id: $id) { id formerIds } node(id: $id) { id } nodes(ids: $ids) { id } "
        "articles { nodes { mentions(actor: $id) { totalCount nodes { actor { id } } } } } }"
    )
    formers: dict[str, list[str]] = {}
    for former, into in await merged(reads):
        formers.setdefault(into, []).append(former)
    assert sorted(map(len, formers.values())) == [1, 2]
    for into, merged_ids in formers.items():
        answer = await asker.data(query, {"id": into, "ids": [into, "wrong", into]})
        assert answer["actor"] == {"id": into, "formerIds": merged_ids}
        assert any(node["mentions"]["totalCount"] for node in answer["articles"]["nodes"])
        for former in merged_ids:
            assert await asker.data(query, {"id": former, "ids": [into, "wrong", former]}) == answer


async def test_changes_of_a_merged_actor_show_what_it_became(pool: Pool) -> None:
    await pool.execute(
        "insert into actors values ($2, 'PERSON', 'Juan Guaido', 'juan guaido', 1, 1, 0);"
        "insert into former_actors values ($1, $2, $2, now());".replace("$1", f"'{OLD}'").replace("$2", f"'{NEW}'")
    )
    await pool.execute("insert into changes values (pg_current_xact_id(), $1, 'MERGED', 'Actor')", OLD)
    query = "{ changes { nodes { kind nodeId node { id ... on Actor { name } } } } }"
    shown: list[Any] = (await Asker(pool).data(query))["changes"]["nodes"]
    became = {"id": f"actor_{NEW}", "name": "Juan Guaido"}
    assert shown == [
        {"kind": "CREATED", "nodeId": f"actor_{NEW}", "node": became},
        {"kind": "MERGED", "nodeId": f"actor_{OLD}", "node": became},
    ]


OLD, NEW = "00000000-0000-8000-8000-000000000001", "00000000-0000-8000-8000-000000000002"


async def test_subscription_filters_by_a_merged_id(reads: Pool) -> None:
    text = "subscription ($ids: [ID!]) { quoteStored(filter: { speakers: $ids }) { node { id } } }"
    compiler = Compiler(SCHEMA)
    document = compiler.document(text)
    operation = document.operation(None)

    async def told(public_id: str) -> list[bytes]:
        variables = compiler.variables(document, operation, {"ids": [public_id]})
        statement = write_live(plan(SCHEMA, operation.node, document.fragments, variables)).statement
        ends = await reads.fetchrow("select max(xid) as xid from changes")
        assert ends
        start, end = (0, OLD), (ends["xid"], "ffffffff-ffff-ffff-ffff-ffffffffffff")
        rows = await reads.fetch(statement.text, *statement.bind(variables), *start, *end)
        return [row["data"] for row in rows if row["data"]]

    counts = set()
    for former, into in await merged(reads):
        assert await told(former) == await told(into)
        counts.add(len(await told(into)))
    assert max(counts) > 0


@pytest.mark.parametrize(
    "text",
    [
        "query ($id: ID!) { actor(id: $id) { name } }",
        "query ($id: ID!) { node(id: $id) { id } }",
        "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }",
    ],
)
async def test_plan_that_serves_all_ids_looks_them_up_in_indexes(filled_url: str, text: str) -> None:
    compiler = Compiler(SCHEMA)
    document = compiler.document(text)
    operation = document.operation(None)
    given = {"ids": [f"actor_{OLD}"]} if "$ids" in text else {"id": f"actor_{OLD}"}
    variables = compiler.variables(document, operation, given)
    statement = compiler.compile(text, None, variables).statement
    assert statement
    assert statement.generic
    async with open_pool(filled_url, 1, planner={**PLANNED_ONCE, "enable_seqscan": "off"}) as pool:
        rows = await pool.fetch(f"explain {statement.text}", *statement.bind(variables))
    plan_of = "\n".join(row[0] for row in rows)
    assert "former_actors_pkey" in plan_of
    assert "Seq Scan" not in plan_of
