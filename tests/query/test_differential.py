"""The compiled statements answer what plain resolvers over the same rows answer."""

import asyncio
import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, event, given, settings
from hypothesis import strategies as st

from service.storage.pool import open_pool
from tests.query.asking import UNLIMITED, Asker
from tests.query.operations import Operation, operations
from tests.query.resolvers import World, opened
from tests.query.rows import counted, told, typed, untyped

EXAMPLES = 300


class Both:
    """The compiler and the resolvers over one database, on a loop of their own."""

    def __init__(self, runner: asyncio.Runner, asker: Asker, world: World) -> None:
        self.runner = runner
        self.asker = asker
        self.world = world

    def agree(self, operation: Operation, variables: dict[str, Any]) -> Any:
        """The answer that both give, with cursors as they came; fails where they differ, or in how many rows it has."""
        asked = f"{operation.text}\n{json.dumps(variables, ensure_ascii=False)}"
        compiled, rows = self.runner.run(told(self.asker, operation.text, variables))
        assert "errors" not in compiled, f"{compiled}\n{asked}"
        resolved = self.world.answer(typed(operation.text), variables)
        assert not resolved.errors, f"{resolved.errors}\n{asked}"
        assert _text(compiled["data"]) == _text(untyped(resolved.data)), asked
        assert rows == counted(resolved.data), asked
        return compiled["data"]


@pytest.fixture(scope="module")
def both(filled_url: str) -> Iterator[Both]:
    with asyncio.Runner() as runner:
        context = open_pool(filled_url, 1)
        pool = runner.run(context.__aenter__())
        try:
            yield Both(runner, Asker(pool, UNLIMITED), runner.run(World.load(pool)))
        finally:
            runner.run(context.__aexit__(None, None, None))


def _text(answer: Any) -> str:
    return json.dumps(opened(answer), ensure_ascii=False, indent=1)


def _values(answer: Any, key: str) -> Iterator[Any]:
    if isinstance(answer, dict):
        for name, value in answer.items():
            if name == key:
                yield value
            yield from _values(value, key)
    elif isinstance(answer, list):
        for value in answer:
            yield from _values(value, key)


@settings(
    max_examples=EXAMPLES,
    deadline=None,
    # What is dressed by a seed shrinks to nothing smaller, and takes long over it.
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(data=st.data())
def test_compiled_answers_are_those_of_plain_resolvers(both: Both, data: st.DataObject) -> None:
    operation = data.draw(operations(both.world.ids()))
    answer = both.agree(operation, operation.variables)
    event(f"holds more than nulls: {any(answer.values())}")
    if operation.walks:
        cursors = [cursor for probe in _values(answer, "probe") for cursor in probe.values() if cursor]
        event(f"walks: {bool(cursors)}")
        if cursors:
            sides = data.draw(st.sampled_from([["after"], ["before"], ["after", "before"]]))
            window = {side: data.draw(st.sampled_from(sorted(cursors))) for side in sides}
            both.agree(operation, {**operation.variables, **window})
