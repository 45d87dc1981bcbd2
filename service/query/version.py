"""Writes the version of an answer: a short value that is equal only where the answer is, and cheaper to tell.

It is the digest of the answer's text, in which rows that are written once and seldom changed are told by their keys
and by the transaction that wrote them (xmin) in the place of what is shown of them: bodies and quotes are not read.
What changes often, as the counts of actors do, and what is computed stands there as the answer shows it.
"""

import hashlib
import re
from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from service.catalog import TYPES
from service.catalog.model import Column, Connection, Embedded, ObjectType, Search, ToOne
from service.query.cursor import cursor_of
from service.query.json_sql import ROW, Joins, Json, joined, json_members, json_value, literal, quoted, written
from service.query.parameters import Binder, Statement
from service.query.plan import Selected
from service.query.search import SearchWriter, by_kind
from service.query.statement import StatementWriter

VERSION_LENGTH = 32
"""Characters of a version: hexadecimal digits."""

MARK = "\x01"
"""What JSON never holds. In an answer with its version it stands before and after what is of the version alone, and
after what is of the JSON alone, which follows that."""
_MARK = literal(MARK)

CURSOR_MARK = "\x02"
"""In an answer with its version it stands before and after the payload of each cursor, which is made of it here.

To Postgres, whose time all processes share, a cursor is as much work as a row.
"""
_PAYLOAD = re.compile(f"{CURSOR_MARK}([^{CURSOR_MARK}]*){CURSOR_MARK}".encode())

_DATABASE = "current_setting('onrecord.database')"
"""Ids and the numbers of transactions are those of one database, which each connection knows (storage/pool.py)."""


class Versioned(NamedTuple):
    """The statements of an operation's version alone, and of its answer with the version; each gives one value.

    Equal versions of one operation with equal variables mean equal bytes of JSON, until 2^32 transactions have passed.
    written_as: what another program may make otherwise of the same rows.
    """

    version: Statement
    answer: Statement
    written_as: bytes

    def version_of(self, found: bytes) -> str:
        """The version, by what `version` gave."""
        return hashlib.sha256(self.written_as + found).hexdigest()[:VERSION_LENGTH]

    def opened(self, found: bytes) -> tuple[str, bytes]:
        """The version, and the JSON of the operation's data, by what `answer` gave: both of one snapshot."""
        parts = found.split(MARK.encode())
        told = parts.copy()
        del told[2::3]
        del parts[1::3]
        shown = _PAYLOAD.sub(lambda marked: cursor_of(marked[1]), b"".join(parts))
        return self.version_of(b"".join(told)), shown


def write_versioned(fields: Sequence[Selected]) -> Versioned:
    """The statements of a plan."""
    version, answer = (_VersionWriter(shown=shown).write(fields) for shown in (False, True))
    return Versioned(version, answer, hashlib.sha256(answer.text.encode()).digest())


class _VersionWriter(StatementWriter):
    """Writes the text whose digest is the version; `shown`: with the JSON that is not told by it."""

    def __init__(self, *, shown: bool) -> None:
        super().__init__()
        self.shown = shown
        self._plain = StatementWriter(self)

    def data(self, fields: Sequence[Selected]) -> str:
        told = self.told(written(_DATABASE), Json(()))
        return joined(told, self.object(TYPES["Query"], fields, "")).sql

    def told(self, version: Json, shown: Json) -> Json:
        """A stretch of the version, and the JSON that it stands for."""
        return joined(_MARK, version, _MARK, shown, _MARK) if self.shown else version

    def cursor(
        self, fingerprint: Binder, keys: Sequence[str], present: str | None = None, *, of_shown: bool = False
    ) -> Json:
        # The keys are most of a cursor, and the rest is of the operation; the version of a row tells its keys too.
        version = Json(()) if of_shown else written(f"json_build_array({', '.join(keys)})")
        shown = super().cursor(fingerprint, keys, present) if self.shown else Json(())
        return self.told(version, shown)

    def cursor_text(self, payload: str) -> str:
        return f"{quoted(CURSOR_MARK)} || {payload} || {quoted(CURSOR_MARK)}"

    def search(self, search: Search, selected: Selected) -> SearchWriter:
        return _SearchVersionWriter(self, search, selected)

    def object(self, holder: ObjectType, fields: Sequence[Selected], row: str, joins: Joins | None = None) -> Json:
        if not holder.key:
            return super().object(holder, fields, row, joins)
        parts = [literal(f"{{{ROW}")]
        version, following = row_version(holder, row), False
        for of_row, group in groupby(fields, lambda selected: _is_of_row(holder, selected)):
            selected = list(group)
            if of_row:
                shown = self._plain.pairs(holder, selected, row, joins) if self.shown else ()
                parts.append(self.told(version, json_members(shown, following=following)))
            else:
                if not following:
                    parts.append(self.told(version, Json(())))
                parts.append(json_members(self.pairs(holder, selected, row, joins), following=following))
            version, following = Json(()), True
        return joined(*parts, literal("}"))


class _SearchVersionWriter(SearchWriter):
    """Writes a search in which the row that an excerpt is taken from stands for it."""

    def __init__(self, writer: _VersionWriter, search: Search, selected: Selected) -> None:
        super().__init__(writer, search, selected)
        self._versions = writer

    def excerpt(self, field: Selected, found: str) -> Json:
        choices = []
        for searched in self._search.over:
            child, node = self._writer.row(), TYPES[searched.node]
            text = "" if node.key else searched.text.format(row=child, query=self._query, pattern="")
            version = row_version(node, child) if node.key else json_value(text, "String")
            choices.append((searched, f"(select {version.sql} {self.stored(searched, child, found)})"))
        shown = super().excerpt(field, found) if self._versions.shown else Json(())
        return self._versions.told(written(by_kind(choices, found)), shown)


def row_version(holder: ObjectType, row: str) -> Json:
    """What tells a row of a type that has a key, as it is now, from any other."""
    key = (part for column in holder.key for part in (written(f"{row}.{column}"), literal(" ")))
    return joined(*key, written(f"{row}.xmin"))


def _is_of_row(holder: ObjectType, selected: Selected) -> bool:
    """Whether a field shows what stands in the object's own row, or in rows that are written with it."""
    match holder.by_name.get(selected.name):
        case None | Column() | Embedded():
            return True
        case ToOne() as relation:
            return relation.part or relation.is_told_by(field.name for field in selected.fields)
        case Connection() as connection:
            # A filter may look at other rows.
            filters = ("filter", *(argument.name for argument in connection.arguments))
            filtered = any(selected.arguments.value(name) is not None for name in filters)
            return connection.part and not filtered and _are_of_rows(TYPES[connection.node], selected.fields)
        case _:
            return False


def _are_of_rows(node: ObjectType, fields: Sequence[Selected]) -> bool:
    """Whether fields of a connection show what stands in its rows, or in rows that are written with these."""
    for field in fields:
        if field.name == "edges" and not _are_of_rows(node, field.fields):
            return False
        if field.name in {"node", "nodes"} and not all(_is_of_row(node, each) for each in field.fields):
            return False
    return True
