"""SQL is put together of names that this program knows; whatever a request tells enters as a parameter."""

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from graphql import (
    GraphQLEnumType,
    GraphQLField,
    GraphQLInputObjectType,
    GraphQLInputType,
    GraphQLObjectType,
    get_named_type,
    get_nullable_type,
    is_composite_type,
    is_list_type,
    is_required_argument,
)
from hypothesis import given, settings
from hypothesis import strategies as st

import service
from service.errors import OnRecordError
from service.graphql.schema import SCHEMA
from service.query.compiler import Compiler
from tests.security.sql_names import KNOWN

FOLDER = Path(service.__file__).parent
SOURCES = [path for part in ("query", "catalog", "storage") for path in sorted((FOLDER / part).glob("*.py"))]
NO_SQL = {"embedded.py", "highlight.py", "limits.py"}
"""Files with messages and regular expressions that look like SQL."""

_SQL = re.compile(
    r"\b(?:select|from|where|order by|group by|limit|with|join|lateral|case when|cast|array_agg|over|filter|"
    r"insert into|update|delete from|values|any|coalesce|concat|unnest|is null)\b|::|\$\d|\|\|"
)
_RUNS = {"execute", "executemany", "fetch", "fetchrow", "fetchval", "cursor", "prepare"}
_WRITTEN = {
    "text", "statement", "self.table.upsert_statement()", "self.table.adjust_statement()",
    "text(f'select pg_advisory_xact_lock({MIGRATION_LOCK})')",
}  # fmt: skip
"""Statements that are no constants: those of the writer of statements, of counts, of exports, of migration."""


def interpolated(node: ast.AST) -> Iterator[str]:
    """The expressions that are put into SQL. What is told of errors is none."""
    if isinstance(node, ast.Raise) or (isinstance(node, ast.keyword) and node.arg == "reason"):
        return
    if isinstance(node, ast.JoinedStr) and _SQL.search("".join(_constant(part) for part in node.values)):
        yield from (ast.unparse(part.value) for part in node.values if isinstance(part, ast.FormattedValue))
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "format":
        yield from (ast.unparse(each) for each in (*node.args, *(keyword.value for keyword in node.keywords)))
    elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mod | ast.Add):
        sides = (node.left, node.right)
        if any(_SQL.search(_constant(side)) for side in sides):
            yield from (ast.unparse(side) for side in sides if not isinstance(side, ast.Constant | ast.JoinedStr))
    for child in ast.iter_child_nodes(node):
        yield from interpolated(child)


def _constant(node: ast.AST) -> str:
    """The text of a literal; a space in the place of all else."""
    if isinstance(node, ast.JoinedStr):
        return "".join(map(_constant, node.values))
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else " "


def run(node: ast.AST) -> Iterator[str]:
    """The statements that are run and are neither a literal nor a constant of the module."""
    for call in ast.walk(node):
        if not (isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.args):
            continue
        if call.func.attr in _RUNS:
            holder, told = ast.unparse(call.func.value), ast.unparse(call.args[0])
            known = isinstance(call.args[0], ast.Constant) or re.fullmatch(
                r"_?[A-Z_]+( if self\.\w+ else _?[A-Z_]+)?", told
            )
            if not known and ("connection" in holder or "pool" in holder):
                yield told


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_nothing_but_known_names_is_put_into_sql(path: Path) -> None:
    if path.name not in NO_SQL:
        assert set(interpolated(ast.parse(path.read_text(encoding="utf-8")))) - KNOWN == set()


def test_no_name_is_known_that_is_not_used() -> None:
    used = {name for path in SOURCES for name in interpolated(ast.parse(path.read_text(encoding="utf-8")))}
    assert used >= KNOWN


@pytest.mark.parametrize("path", sorted(FOLDER.rglob("*.py")), ids=lambda path: str(path.relative_to(FOLDER)))
def test_statements_that_run_are_constants_or_of_the_writer(path: Path) -> None:
    assert set(run(ast.parse(path.read_text(encoding="utf-8")))) <= _WRITTEN


@pytest.mark.parametrize(
    "source",
    [
        'sql = f"select * from articles where id = {variables.coerced[name]}"',
        "sql = \"select * from articles where id = '{}'\".format(request.text)",
        'sql = "select * from articles where id = %s" % given',
        'sql = "select * from articles where id = " + given',
        'sql = given + " order by id"',
        'where = f"{child}.name = {quoted(arguments.leaf(name)(variables))} and {row}.id is null"',
    ],
)
def test_a_value_of_a_request_would_be_noticed(source: str) -> None:
    assert set(interpolated(ast.parse(source))) - KNOWN


def test_a_statement_that_is_put_together_where_it_runs_would_be_noticed() -> None:
    assert set(run(ast.parse('await connection.fetch(f"select {x}")'))) - _WRITTEN


CANARY = "c4n4ry"
HOSTILE = st.sampled_from(
    [
        "'", "''", '"', '""', "\\", "\\'", "';select 1;--", "$1", "$$", "%s", "{0}", "{value}", "{child}", "/*", "*/",
        "--", "\n",
        "\0", "\ud800", "\u2028", "E'", "U&'", "::text", ") or (1=1", "&", "|", "!", ":*", "<->", "OR", "*", "_", "%",
    ]
)  # fmt: skip


def _arguments() -> Iterator[tuple[str, str, str, GraphQLInputType]]:
    """(document with the argument's value as %s, field, argument, its type) of every argument of the schema."""
    assert SCHEMA.query_type
    seen: set[str] = set()
    waiting: list[tuple[GraphQLObjectType, str]] = [(SCHEMA.query_type, "%s")]
    while waiting:
        holder, path = waiting.pop(0)
        if holder.name in seen:
            continue
        seen.add(holder.name)
        for name, field in holder.fields.items():
            inner = " { __typename }" if is_composite_type(get_named_type(field.type)) else ""
            for argument, definition in field.args.items():
                others = [_required(field, other) for other in field.args if other != argument]
                told = ", ".join([f"{argument}: $v", *filter(None, others)])
                yield path % f"{name}({told}){inner}", name, argument, definition.type
            target = get_named_type(field.type)
            if isinstance(target, GraphQLObjectType):
                told = ", ".join(filter(None, (_required(field, other) for other in field.args)))
                waiting.append((target, path % f"{name}{f'({told})' if told else ''} {{ %s }}"))


def _required(field: GraphQLField, argument: str) -> str | None:
    """An argument that must be there, with a value that fits."""
    definition = field.args[argument]
    if not is_required_argument(definition):
        return None
    kind = get_named_type(definition.type)
    value = next(iter(kind.values)) if isinstance(kind, GraphQLEnumType) else _literal(_values(definition.type, "a")[0])
    return f"{argument}: {value}"


def _values(kind: GraphQLInputType, text: str) -> list[Any]:
    """Values of a type that hold the text, each in another place."""
    nullable = get_nullable_type(kind)
    if is_list_type(nullable):
        return [[value] for value in _values(nullable.of_type, text)]
    if isinstance(nullable, GraphQLInputObjectType):
        return [{name: value} for name, field in nullable.fields.items() for value in _values(field.type, text)]
    return {"String": [text], "ID": [text], "URL": [f"https://news.example/{text}"]}.get(str(nullable), [])


def _literal(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{name}: {_literal(part)}" for name, part in value.items()) + "}"
    return f"[{', '.join(map(_literal, value))}]" if isinstance(value, list) else json.dumps(value)


PLACES = [(document, kind, index) for document, _, _, kind in _arguments() for index in range(len(_values(kind, "a")))]
COMPILER = Compiler(SCHEMA, introspection=False)


def _text(document: str, kind: GraphQLInputType, value: Any, *, literal: bool) -> str | None:
    """The statement of an operation with a value; None where the value is refused."""
    query, given = f"query ($v: {kind}) {{ {document} }}", {"v": value}
    if literal:
        query, given = f"{{ {document} }}".replace("$v", _literal(value)), {}
    try:
        read = COMPILER.document(query)
        variables = COMPILER.variables(read, read.operation(None), given)
        compiled = COMPILER.compile(query, None, variables)
    except OnRecordError:
        return None
    assert compiled.statement
    return compiled.statement.text


def test_there_are_texts_in_many_places() -> None:
    assert len(PLACES) > 40


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(PLACES), st.lists(HOSTILE, max_size=4), st.booleans())
def test_no_text_of_a_request_is_in_a_statement(
    place: tuple[str, GraphQLInputType, int], parts: list[str], literal: bool
) -> None:
    document, kind, index = place
    text = CANARY.join(["", *parts, ""])
    found = _text(document, kind, _values(kind, text)[index], literal=literal)
    assert found == _text(document, kind, _values(kind, "a")[index], literal=literal) or found is None
    assert CANARY not in (found or "")


def test_harmless_texts_are_taken_everywhere() -> None:
    refused = [
        (document, literal)
        for document, kind, index in PLACES
        for literal in (False, True)
        if _text(document, kind, _values(kind, "a")[index], literal=literal) is None
    ]
    assert refused == []
