"""Objects of which the id alone is asked for are told by the rows that refer to them."""

import pytest

from service.catalog import TYPES
from service.catalog.model import ToOne
from service.graphql.schema import SCHEMA
from service.query.compiler import Compiler
from service.storage.pool import Pool

pytestmark = pytest.mark.anyio

REFERENCES = [
    pytest.param(holder.table, field.reference, TYPES[field.type.rstrip("!")].table, id=f"{holder.name}.{field.name}")
    for holder in TYPES.values()
    for field in holder.fields
    if holder.table and isinstance(field, ToOne) and field.reference
]

FOREIGN_KEYS = """
with recursive kept as (
    select c.conrelid, unnest(c.conkey) as held, c.confrelid, unnest(c.confkey) as referred
    from pg_constraint c where c.contype = 'f'
), led as (
    select conrelid, held, confrelid, referred from kept
    union select l.conrelid, l.held, k.confrelid, k.referred from led l join kept k
        on k.conrelid = l.confrelid and k.held = l.referred
)
select a.attname, l.confrelid::regclass::text from led l
join pg_attribute a on a.attrelid = l.conrelid and a.attnum = l.held
join pg_attribute b on b.attrelid = l.confrelid and b.attnum = l.referred and b.attname = 'id'
where l.conrelid = $1::regclass
"""


def statement_of(text: str) -> str:
    compiler = Compiler(SCHEMA)
    document = compiler.document(text)
    statement = compiler.compile(text, None, compiler.variables(document, document.operation(None), {})).statement
    assert statement
    return statement.text


def test_references_are_known() -> None:
    assert len(REFERENCES) == 11


@pytest.mark.parametrize(("table", "reference", "target"), REFERENCES)
async def test_what_is_referred_to_is_there(reads: Pool, table: str, reference: str, target: str) -> None:
    keys = [tuple(row) for row in await reads.fetch(FOREIGN_KEYS, table)]
    assert (reference.removeprefix("{row}."), target) in keys


def test_rows_of_objects_whose_id_alone_is_asked_for_are_not_read() -> None:
    asked = "{ quotes { nodes { text speaker { id } article { __typename again: id } %s } } }"
    assert " actors " not in statement_of(asked % "")
    assert " articles " not in statement_of(asked % "")
    assert " actors " in statement_of(asked % "speaker { name }")
    assert " articles " in statement_of(asked % "article { url }")
