"""How many rows an answer holds is told exactly; test_differential.py has any operation at all."""

import pytest
from graphql import print_ast

from service.storage.pool import Pool
from tests.query.asking import Asker
from tests.query.golden import Case, cases
from tests.query.rows import counted, told, typed


@pytest.mark.anyio
@pytest.mark.parametrize("case", cases(), ids=[case.name for case in cases()])
async def test_rows_of_each_kind_of_operation_are_counted(reads: Pool, case: Case) -> None:
    asker = Asker(reads)
    expected = counted(await asker.data(print_ast(typed(case.operation)), case.variables))
    _, rows = await told(asker, case.operation, case.variables)
    assert rows == expected > 0
