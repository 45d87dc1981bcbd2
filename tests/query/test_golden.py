"""The golden set: each operation is one statement, the one that was read, and gets the answer that was read."""

from typing import Any

import pytest
from graphql import (
    EnumValueNode,
    FieldNode,
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLNamedType,
    GraphQLObjectType,
    GraphQLUnionType,
    ObjectFieldNode,
    TypeInfo,
    TypeInfoVisitor,
    Visitor,
    get_named_type,
    is_specified_scalar_type,
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


def _read_types() -> set[str]:
    """The types that an operation of Query can come upon."""
    found: set[str] = set()
    ahead: list[GraphQLNamedType] = [SCHEMA.type_map["Query"]]
    while ahead:
        kind = ahead.pop()
        if kind.name in found:
            continue
        found.add(kind.name)
        if isinstance(kind, GraphQLObjectType | GraphQLInterfaceType):
            for field in kind.fields.values():
                ahead += [get_named_type(field.type), *(get_named_type(a.type) for a in field.args.values())]
        elif isinstance(kind, GraphQLInputObjectType):
            ahead += [get_named_type(given.type) for given in kind.fields.values()]
        if isinstance(kind, GraphQLInterfaceType | GraphQLUnionType):
            ahead += SCHEMA.get_possible_types(kind)
    return found


CHOICES = ("Order", "Interval", "SearchType")
"""How the names of enums end whose every value is another statement."""


def test_set_uses_the_whole_schema() -> None:
    used: set[str] = set()
    for case in CASES:
        types = TypeInfo(SCHEMA)
        visit(parse(case.operation), TypeInfoVisitor(types, _Uses(types, used)))
    known: set[str] = set()
    for name in _read_types():
        kind = SCHEMA.type_map[name]
        if isinstance(kind, GraphQLObjectType | GraphQLInterfaceType):
            known.add(f"{name}.__typename")
            for field_name, field in kind.fields.items():
                known.add(f"{name}.{field_name}")
                known.update(f"{name}.{field_name}({argument})" for argument in field.args)
        elif isinstance(kind, GraphQLInputObjectType):
            known.update(f"{name}.{field_name}" for field_name in kind.fields)
        elif isinstance(kind, GraphQLEnumType) and name.endswith(CHOICES):
            known.update(f"{name}.{value}" for value in kind.values)
    assert sorted(known - used) == []


def test_types_of_reads_are_all_but_those_of_subscriptions() -> None:
    own = {name for name in SCHEMA.type_map if not name.startswith("__")}
    assert {name for name in own - _read_types() if not is_specified_scalar_type(SCHEMA.type_map[name])} <= {
        "Subscription",
        "ArticleStored",
        "QuoteStored",
    }
