"""What Postgres's planner makes of statements, where an answer's time hangs on it."""

import pytest

from service.graphql.schema import SCHEMA
from service.query.compiler import Compiler
from service.storage.pool import PLANNED_ONCE, open_pool

pytestmark = pytest.mark.anyio


async def test_a_speaker_of_several_quotes_is_read_once(filled_url: str) -> None:
    text = "{ articles { nodes { quotes { nodes { speaker { name quotes(first: 3) { nodes { text } } } } } } } }"
    compiler = Compiler(SCHEMA)
    document = compiler.document(text)
    statement = compiler.compile(text, None, compiler.variables(document, document.operation(None), {})).statement
    assert statement
    async with open_pool(filled_url, 1, planner=PLANNED_ONCE) as pool:
        await pool.execute("analyze quotes")
        distinct = await pool.fetchval(
            "select n_distinct from pg_stats where tablename = 'quotes' and attname = 'speaker_id'"
        )
        plan = "\n".join(row[0] for row in await pool.fetch(f"explain {statement.text}"))
    assert distinct == pytest.approx(-0.02), "what ANALYZE finds of many quotes is no share of them"
    (memoized,) = [line.strip() for line in plan.splitlines() if "Cache Key" in line]
    assert memoized.endswith(".speaker_id")
