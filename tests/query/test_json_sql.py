"""JSON that Postgres builds, where Postgres has limits."""

import json

import pytest

from service.query.json_sql import MAX_COLUMNS, MAX_IDENTIFIER, flat_object, json_list, json_object
from service.query.plan import MAX_FIELDS
from service.storage.pool import Pool
from tests.query.asking import UNLIMITED, Asker

pytestmark = pytest.mark.anyio

VALUES = [
    "1::int",
    "null::text",
    "true",
    "'a \"quoted\" \\ text'::text",
    "'[1, null]'::json",
    "array['x', null]",
    "1.5::float8",
]
ANSWERS = [1, None, True, 'a "quoted" \\ text', [1, None], ["x", None], 1.5]


@pytest.mark.parametrize("key_length", [1, MAX_IDENTIFIER - 3, MAX_IDENTIFIER - 2, 200])
async def test_objects_with_keys_of_any_length(pool_of_none: Pool, key_length: int) -> None:
    keys = [f"{'k' * key_length}{i}_" for i in range(len(VALUES))]
    pairs = list(zip(keys, VALUES, strict=True))
    expected = dict(zip(keys, ANSWERS, strict=True))
    for sql in (json_object(pairs), f"(select {flat_object(pairs)})"):
        answer = json.loads(await pool_of_none.fetchval(f"select {sql}"))
        assert list(answer.items()) == list(expected.items())


@pytest.mark.parametrize("columns", [0, 1, MAX_COLUMNS, MAX_COLUMNS + 1, MAX_FIELDS])
async def test_objects_of_any_number_of_keys(pool_of_none: Pool, columns: int) -> None:
    pairs = [(f"k{i}", f"{i}::int") for i in range(columns)]
    expected = {key: i for i, (key, _) in enumerate(pairs)}
    assert json.loads(await pool_of_none.fetchval(f"select {json_object(pairs)}")) == expected
    assert json.loads(await pool_of_none.fetchval(f"select {flat_object(pairs)}")) == expected
    rows = json_list(pairs, "from generate_series(1, 2)")
    assert json.loads(await pool_of_none.fetchval(f"select {rows}")) == [expected] * 2


@pytest.mark.parametrize("key", ["k", "k" * 100])
async def test_object_of_no_row_is_null_and_list_of_none_is_empty(pool_of_none: Pool, key: str) -> None:
    pairs = [(key, "1")]
    assert await pool_of_none.fetchval(f"select {json_object(pairs, 'from generate_series(1, 0)')}") is None
    assert await pool_of_none.fetchval(f"select {json_list(pairs, 'from generate_series(1, 0)')}") == b"[]"


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
