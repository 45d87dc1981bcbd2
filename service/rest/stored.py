"""Stored operations: the GraphQL documents beside this file, which REST runs and answers with as Postgres wrote it.

A file holds one operation under its own name. What it spreads of fragments stands in it or in fragments.graphql.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from time import perf_counter
from typing import Any, NamedTuple, Protocol

from graphql import (
    DefinitionNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    Node,
    OperationDefinitionNode,
    SelectionSetNode,
    Visitor,
    VisitorAction,
    parse,
    print_ast,
    visit,
)

from service.query.arguments import Variables
from service.query.compiler import Compiler
from service.query.json_sql import ROW
from service.query.parameters import Statement
from service.query.version import Versioned
from service.storage.reader import Reader
from service.tally import NOTES

FOLDER = Path(__file__).parent


class Reads(Protocol):
    """The services that a read takes."""

    @property
    def reader(self) -> Reader:
        """What runs its statement."""

    @property
    def compiler(self) -> Compiler:
        """What makes it of the document."""


class Read(NamedTuple):
    """What was read: its JSON, and its strong entity tag as headers have it, in quotation marks."""

    body: bytes
    etag: str


@dataclass(frozen=True)
class StoredOperation:
    """One operation of a file, with the fragments that it spreads.

    place: the response's keys that lead to what is answered, e.g. ("article", "quotes").
    """

    text: str
    definition: OperationDefinitionNode
    fragments: Mapping[str, FragmentDefinitionNode]
    place: tuple[str, ...]

    @property
    def name(self) -> str:
        """Its name, which is that of its file."""
        return _name(self.definition)

    @cached_property
    def _opening(self) -> re.Pattern[bytes]:
        return re.compile("".join(rf'\{{{ROW}?"{key}":' for key in self.place).encode())

    def cut(self, data: bytes) -> bytes | None:
        """What is answered, out of the JSON of `data`; None where that is null, or what it would stand in."""
        opening = self._opening.match(data)
        if opening is None:
            return None
        answered = data[opening.end() : -len(self.place)]
        return None if answered == b"null" else answered


async def read(services: Reads, operation_name: str, variables: Mapping[str, Any]) -> Read | None:
    """What an operation answers to these variables, as JSON has their values, and its tag, of one snapshot.

    None where that is null. Raises BadInput where the variables don't fit.
    """
    stored = STORED[operation_name]
    versioned, coerced = _prepared(services, stored, variables)
    version, data = versioned.opened(await _fetch(services, versioned.answer, coerced))
    body = stored.cut(data)
    return None if body is None else Read(body, f'"{version}"')


async def current_tag(services: Reads, operation_name: str, variables: Mapping[str, Any]) -> str:
    """The tag that `read` would give now, told without making the answer; one that nothing has where that is null."""
    versioned, coerced = _prepared(services, STORED[operation_name], variables)
    version = versioned.version_of(await _fetch(services, versioned.version, coerced))
    return f'"{version}"'


def _prepared(services: Reads, stored: StoredOperation, given: Mapping[str, Any]) -> tuple[Versioned, Variables]:
    compiler = services.compiler
    missed = compiler.versioned.misses
    began = perf_counter()
    document = compiler.document(stored.text)
    operation = document.operation(None)
    variables = compiler.variables(document, operation, given)
    versioned = compiler.compile_versioned(stored.text, None, variables)
    if (notes := NOTES.get()) is not None:
        notes.known = compiler.versioned.misses == missed
        notes.took("prepare", began, perf_counter())
    return versioned, variables


async def _fetch(services: Reads, statement: Statement, variables: Variables) -> bytes:
    notes, began = NOTES.get(), perf_counter()
    try:
        return await services.reader.fetch(statement.text, statement.bind(variables), generic=statement.generic)
    finally:
        if notes is not None:
            notes.took("database", began, perf_counter(), "SELECT")


def _name(definition: OperationDefinitionNode | FragmentDefinitionNode) -> str:
    return definition.name.value if definition.name else ""


def _definitions(path: Path) -> Iterator[DefinitionNode]:
    yield from parse(path.read_text(encoding="utf-8"), no_location=True).definitions


class _Spreads(Visitor):
    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []

    def enter_fragment_spread(self, node: FragmentSpreadNode, *_: object) -> VisitorAction:
        self.names.append(node.name.value)
        return None


def _spread(node: Node, known: Mapping[str, FragmentDefinitionNode]) -> dict[str, FragmentDefinitionNode]:
    """The fragments that a node spreads, and those that these spread, in the order in which they are met."""
    found: dict[str, FragmentDefinitionNode] = {}
    waiting: list[Node] = [node]
    while waiting:
        spreads = _Spreads()
        visit(waiting.pop(0), spreads)
        for name in spreads.names:
            if name not in found:
                found[name] = known[name]
                waiting.append(known[name])
    return found


def _place(selections: SelectionSetNode) -> tuple[str, ...]:
    """The keys down to the first object of which more than one field is selected."""
    if len(selections.selections) != 1:
        return ()
    (selection,) = selections.selections
    if not isinstance(selection, FieldNode) or selection.selection_set is None:
        return ()
    key = selection.alias or selection.name
    return (key.value, *_place(selection.selection_set))


def _stored(paths: Iterable[Path]) -> Iterator[StoredOperation]:
    definitions = [definition for path in paths for definition in _definitions(path)]
    fragments = {_name(each): each for each in definitions if isinstance(each, FragmentDefinitionNode)}
    for definition in definitions:
        if isinstance(definition, OperationDefinitionNode):
            spread = _spread(definition, fragments)
            text = "\n".join(print_ast(each) for each in (definition, *spread.values()))
            yield StoredOperation(text, definition, spread, _place(definition.selection_set))


STORED: Mapping[str, StoredOperation] = {each.name: each for each in _stored(sorted(FOLDER.glob("*.graphql")))}
"""Name -> operation."""
