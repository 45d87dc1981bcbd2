"""The golden set: each operation is one statement, the one that was read, and gets the answer that was read."""

from typing import Any

import pytest
from graphql import (
    EnumValueNode,
    FieldNode,
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLObjectType,
    ObjectFieldNode,
    TypeInfo,
    TypeInfoVisitor,
    Visitor,
    get_named_type,
    parse,
    visit,
)

from service.graphql.schema import SCHEMA
from service.storage.pool import Pool
from tests.query.golden import Case, cases, layout, main, run

CASES = cases()


@pytest.mark.anyio
@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
async def test_case(reads: Pool, case: Case) -> None:
    statement, result = await run(reads, case)
    assert result == case.result_path.read_text(encoding="utf-8")
    assert statement == case.statement_path.read_text(encoding="utf-8")


def test_set_is_never_written_in_ci(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    with pytest.raises(SystemExit, match="never in CI"):
        main()


def test_layout_changes_white_space_alone() -> None:
    statement = (
        """select f('a  (select', "b,  c") from (select 1 as "x", 2 where 1 = 1 and 2 = 2) t order by 1 limit 2"""
    )
    laid_out = layout(statement)
    assert laid_out.split("\n") == [
        """select f('a  (select', "b,  c")""",
        "from (",
        '  select 1 as "x",',
        "  2",
        "  where 1 = 1",
        "  and 2 = 2",
        ") t",
        "order by 1",
        "limit 2",
    ]


class _Uses(Visitor):
    """Collects what of the schema an operation uses."""

    def __init__(self, types: TypeInfo, used: set[str]) -> None:
        super().__init__()
        self.types = types
        self.used = used

    def enter_field(self, node: FieldNode, *_: Any) -> None:
        parent = self.types.get_parent_type()
        assert parent
        self.used.add(f"{parent.name}.{node.name.value}")
        self.used.update(f"{parent.name}.{node.name.value}({a.name.value})" for a in node.arguments or ())

    def enter_object_field(self, node: ObjectFieldNode, *_: Any) -> None:
        holder = get_named_type(self.types.get_parent_input_type())
        if isinstance(holder, GraphQLInputObjectType):
            self.used.add(f"{holder.name}.{node.name.value}")

    def enter_enum_value(self, node: EnumValueNode, *_: Any) -> None:
        enum = get_named_type(self.types.get_input_type())
        assert enum
        self.used.add(f"{enum.name}.{node.value}")


def test_set_uses_the_whole_schema() -> None:
    used: set[str] = set()
    for case in CASES:
        types = TypeInfo(SCHEMA)
        visit(parse(case.operation), TypeInfoVisitor(types, _Uses(types, used)))
    known: set[str] = set()
    for kind in SCHEMA.type_map.values():
        if kind.name.startswith("__"):
            continue
        if isinstance(kind, GraphQLObjectType | GraphQLInterfaceType):
            known.add(f"{kind.name}.__typename")
            for name, field in kind.fields.items():
                known.add(f"{kind.name}.{name}")
                known.update(f"{kind.name}.{name}({argument})" for argument in field.args)
        elif isinstance(kind, GraphQLInputObjectType):
            known.update(f"{kind.name}.{name}" for name in kind.fields)
        elif isinstance(kind, GraphQLEnumType) and kind.name.endswith("Order"):
            known.update(f"{kind.name}.{name}" for name in kind.values)
    assert sorted(known - used) == []
