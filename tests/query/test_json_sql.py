"""JSON that Postgres builds, where Postgres has limits."""

import json
from typing import Any

import pytest

from service.query.json_sql import (
    MAX_ARGUMENTS,
    Json,
    columns_of,
    joined,
    json_list,
    json_name,
    json_object,
    json_value,
    literal,
)
from service.query.plan import MAX_FIELDS
from service.storage.pool import Pool
from tests.query.asking import UNLIMITED, Asker

pytestmark = pytest.mark.anyio

VALUES: list[tuple[Json, object]] = [
    (json_value("1::int", "Int!"), 1),
    (json_value("null::int", "Int"), None),
    (json_value("true", "Boolean!"), True),
    (json_value("1 > 2", "Boolean!"), False),
    (json_value("null::bool", "Boolean"), None),
    (json_value("'a \"quoted\" \\ text'::text", "String!"), 'a "quoted" \\ text'),
    (json_value("E'line\\n\\ttab'::text", "String"), "line\n\ttab"),
    (json_value("null::text", "String"), None),
    (json_value("null::text", "PartialDate"), None),
    (json_value("'2019-02'::text", "PartialDate"), "2019-02"),
    (json_value("7", "ID!", "quote_"), "quote_7"),
    (json_value("'PERSON'::text", "ActorKind!"), "PERSON"),
    (json_value("array['x', null, '\"']", "[String!]!"), ["x", None, '"']),
    (json_value("'[1, null]'::json", "[URL!]!"), [1, None]),
    (json_value("1.5::float8", "Float!"), 1.5),
    (json_value("null::float8", "Float"), None),
    (json_name("Quote"), "Quote"),
    (json_object([]), {}),
]


async def answered(pool: Pool, value: Json) -> Any:
    return json.loads(await pool.fetchval(f"select {value.sql}"))


@pytest.mark.parametrize("key_length", [1, 60, 61, 200])
async def test_objects_of_values_of_any_type_with_keys_of_any_length(pool_of_none: Pool, key_length: int) -> None:
    keys = [f"{'k' * key_length}{i}_" for i in range(len(VALUES))]
    built = json_object(zip(keys, [value for value, _ in VALUES], strict=True))
    answer = await answered(pool_of_none, built)
    assert list(answer.items()) == list(zip(keys, [expected for _, expected in VALUES], strict=True))


@pytest.mark.parametrize("count", [0, 1, MAX_ARGUMENTS - 1, MAX_ARGUMENTS, MAX_ARGUMENTS + 1, MAX_FIELDS])
async def test_objects_of_any_number_of_keys(pool_of_none: Pool, count: int) -> None:
    built = json_object([(f"k{i}", json_value(f"{i}::int", "Int!")) for i in range(count)])
    expected = {f"k{i}": i for i in range(count)}
    assert await answered(pool_of_none, built) == expected
    assert await answered(pool_of_none, json_list(built, "from generate_series(1, 2)")) == [expected] * 2


async def test_a_list_keeps_the_order_of_its_rows_and_may_be_empty(pool_of_none: Pool) -> None:
    item = json_object([("n", json_value("n", "Int!"))])
    ordered = "from generate_series(1, {most}) n order by n desc"
    assert await answered(pool_of_none, json_list(item, ordered.format(most=3))) == [{"n": 3}, {"n": 2}, {"n": 1}]
    assert await answered(pool_of_none, json_list(item, ordered.format(most=0))) == []


def test_literals_that_meet_are_one() -> None:
    assert joined(literal("[1"), literal(",2]")).sql == "concat('[1,2]')"


WIDE = {
    "columns": "{articles(first:1){nodes{" + " ".join(f"a{i}:headline" for i in range(1_600)) + "}}}",
    "long names": "{articles(first:1){nodes{" + " ".join(f"{'a' * 70}{i}:headline" for i in range(500)) + "}}}",
    "root fields": "{" + " ".join(f"a{i}:__typename" for i in range(1_990)) + "}",
    "lists": "{" + " ".join(f"a{i}:sources{{totalCount}}" for i in range(990)) + "}",
    "numbered lists": "{" + " ".join(f"a{i}:sources(first:1){{pageInfo{{endCursor}}}}" for i in range(660)) + "}",
    "nodes of one page": "{sources{pageInfo{endCursor}" + " ".join(f"a{i}:nodes{{id}}" for i in range(980)) + "}}",
    "page infos": "{sources{nodes{id}" + " ".join(f"a{i}:pageInfo{{endCursor}}" for i in range(980)) + "}}",
    "relations": '{article(id:"x"){' + " ".join(f"a{i}:source{{name}}" for i in range(980)) + "}}",
    "nodes of every type": "{" + " ".join(f'a{i}:node(id:"x"){{id}}' for i in range(280)) + "}",
    "edges of many fields": "{articles(last:1){edges{cursor node{"
    + " ".join(f"a{i}:headline {'b' * 70}{i}:quotes(last:1){{edges{{cursor}}}}" for i in range(390))
    + "}}}}",
    "long names in edges": "{articles{pageInfo{endCursor} edges{"
    + " ".join(f"{'a' * 70}{i}:cursor {'b' * 70}{i}:node{{id}}" for i in range(330))
    + "}}}",
    "facets": "{articles{" + " ".join(f"a{i}:facets{{sampled}}" for i in range(990)) + "}}",
    "counts of one facet": "{articles{facets{" + " ".join(f"a{i}:byDate{{count}}" for i in range(990)) + "}}}",
    "counts of every facet": "{quotes{facets{"
    + " ".join(
        f"a{i}:bySource{{count}} b{i}:bySpeaker{{count}} c{i}:byDate(interval:WEEK){{count}}" for i in range(100)
    )
    + "}}}",
    "long names in facets": "{articles{facets{"
    + " ".join(f"{'a' * 70}{i}:byActor{{{'b' * 70}{i}:count {'c' * 70}{i}:actor{{id}}}}" for i in range(200))
    + "}}}",
    "co-actors": "{actors{nodes{" + " ".join(f"a{i}:coActors{{sampled}}" for i in range(990)) + "}}}",
    "long names in co-actors": "{actors(first:2){nodes{coActors(first:2){"
    + " ".join(f"{'a' * 70}{i}:items{{{'b' * 70}{i}:articleCount {'c' * 70}{i}:actor{{id}}}}" for i in range(200))
    + "}}}}",
    "depth": "{actors{nodes{" + "quotes(first:1){nodes{speaker{" * 9 + "id" + "}}}" * 9 + "}}}",
    "depth of paged lists": "{actors{edges{cursor node{"
    + "quotes(first:1){edges{cursor node{speaker{" * 6
    + "id"
    + "}}}}" * 6
    + "}}}}",
}


@pytest.mark.parametrize("name", WIDE)
async def test_widest_and_deepest_documents_that_are_taken_are_answered(reads: Pool, name: str) -> None:
    assert await Asker(reads, UNLIMITED).data(WIDE[name])


LIKE_ROWS = " ".join(f"t{i}: __typename" for i in range(1, 40))
NAMED_AS_ROWS = {
    "objects": "{ articles { nodes { a: source { LIKE_ROWS } b: source { LIKE_ROWS } } } }",
    "edges": "{ quotes { edges { LIKE_ROWS node { a: span { LIKE_ROWS } b: span { start } } } } }",
    "lists": "{ actors { LIKE_ROWS nodes { LIKE_ROWS quotes { LIKE_ROWS nodes { LIKE_ROWS speaker { LIKE_ROWS } "
    "article { LIKE_ROWS source { LIKE_ROWS } } } } } } }",
    "counts": "{ articles { facets { LIKE_ROWS byActor { LIKE_ROWS actor { LIKE_ROWS coActors { LIKE_ROWS "
    "items { LIKE_ROWS actor { LIKE_ROWS } } } } } } } }",
    "long names": "{ quotes { nodes { "
    + " ".join(f"{'a' * 70}{i}: speaker {{ {'b' * 70}: name c: name }} d{i}: span {{ start }}" for i in range(3))
    + " } } }",
}


@pytest.mark.parametrize("name", NAMED_AS_ROWS)
async def test_aliases_may_be_what_rows_are_called(reads: Pool, name: str) -> None:
    assert await Asker(reads, UNLIMITED).data(NAMED_AS_ROWS[name].replace("LIKE_ROWS", LIKE_ROWS))


def test_columns_that_expressions_read_are_found_once_each_by_the_row_of_all_others() -> None:
    read = "concat(t1.name, t11.age, '\"t1\"', (select t2.t1_id from x t2 where t2.id = t1.utf16_end)), t1.name"
    assert columns_of("t1", read, "t1.id desc") == ["t1.id", "t1.name", "t1.utf16_end"]
