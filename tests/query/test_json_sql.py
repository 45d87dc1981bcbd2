"""JSON that Postgres builds, where Postgres has limits."""

import json

import pytest

from service.query.json_sql import MAX_COLUMNS, MAX_IDENTIFIER, flat_object, json_list, json_object
from service.query.plan import MAX_FIELDS
from service.storage.pool import Pool
from tests.query.asking import Asker

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
    "depth": "{actors{nodes{" + "quotes(first:1){nodes{speaker{" * 9 + "id" + "}}}" * 9 + "}}}",
    "depth of paged lists": "{actors{edges{cursor node{"
    + "quotes(first:1){edges{cursor node{speaker{" * 6
    + "id"
    + "}}}}" * 6
    + "}}}}",
}


@pytest.mark.parametrize("name", WIDE)
async def test_widest_and_deepest_documents_that_are_taken_are_answered(reads: Pool, name: str) -> None:
    assert await Asker(reads).data(WIDE[name])
