"""Compiles operations: document -> plan -> statement, each kept as long as it may serve again."""

from collections import OrderedDict
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from graphql import GraphQLSchema
from graphql.execution.values import get_variable_values

from service.errors import VariablesRefused
from service.query.arguments import Variables, shape
from service.query.costs import FieldCosts
from service.query.document import INTROSPECTION, MAX_ERRORS, Document, DocumentReader, Operation, bounded
from service.query.limits import Limits
from service.query.parameters import Statement
from service.query.plan import Selected, plan
from service.query.statement import write_statement
from service.query.version import Versioned, write_versioned

MAX_TEXT = 200_000
"""Characters of documents that are kept parsed, in all: a parsed one takes about fifty times its text."""

MAX_SQL = 4_000_000
"""Characters of statements that are kept, in all."""

Value = TypeVar("Value")


class Cache(Generic[Value]):
    """The values last used: up to `size` of them, whose weights add up to `most` at the most.

    hits, misses: lookups that found a value, and that did not.
    """

    def __init__(self, size: int, most: int | None = None) -> None:
        self._size = size
        self._most = most
        self._weight = 0
        self.hits = 0
        self.misses = 0
        self._values: OrderedDict[Hashable, tuple[Value, int]] = OrderedDict()

    def __len__(self) -> int:
        return len(self._values)

    def get(self, key: Hashable) -> Value | None:
        """The value of `key`, if it is kept."""
        if (kept := self._values.get(key)) is None:
            self.misses += 1
            return None
        self.hits += 1
        self._values.move_to_end(key)
        return kept[0]

    def put(self, key: Hashable, value: Value, weight: int = 1) -> None:
        """Keep a value, and forget those that were used longest ago."""
        self._weight += weight - self._values.pop(key, (None, 0))[1]
        self._values[key] = value, weight
        while len(self._values) > self._size or (self._most is not None and self._weight > self._most):
            _, (_, forgotten) = self._values.popitem(last=False)
            self._weight -= forgotten


@dataclass(frozen=True)
class Compiled:
    """What answers an operation: the statement for what is read of tables, and the fields that ask for the schema.

    keys: the response's keys in order, each with whether it asks for the schema.
    """

    statement: Statement | None
    keys: tuple[tuple[str, bool], ...]
    introspects: bool
    """Whether some fields ask for the schema."""


class Compiler:
    """Compiles operations against one schema."""

    def __init__(
        self,
        schema: GraphQLSchema,
        limits: Limits | None = None,
        *,
        introspection: bool = True,
        suggestions: bool = True,
    ) -> None:
        self.schema = schema
        self.limits = limits or Limits()
        self.documents: Cache[Document] = Cache(1_000, MAX_TEXT)
        self.compiled: Cache[Compiled] = Cache(2_000, MAX_SQL)
        self.versioned: Cache[Versioned] = Cache(2_000, MAX_SQL)
        self._suggestions = suggestions
        self._reader = DocumentReader(schema, FieldCosts(schema), self.limits, introspection, suggestions)

    def document(self, text: str) -> Document:
        """The document of a text. Raises QueryTooComplex, ParseFailed or DocumentRefused."""
        if (kept := self.documents.get(text)) is not None:
            return kept
        document = self._reader.read(text)
        self.documents.put(text, document, len(text))
        return document

    def variables(self, document: Document, operation: Operation, given: Mapping[str, Any]) -> Variables:
        """The variables of a request, coerced. Raises VariablesRefused with a problem for each that does not fit."""
        if (fitting := operation.variables.read(given)) is not None:
            return fitting
        definitions = document.located(operation).variable_definitions or ()
        coerced = get_variable_values(
            self.schema, definitions, dict(given), MAX_ERRORS, hide_suggestions=not self._suggestions
        )
        if isinstance(coerced, list):
            raise VariablesRefused(bounded(coerced))
        return coerced

    def cost(self, operation: Operation, variables: Variables) -> int:
        """What an operation costs with these variables. Raises QueryTooComplex where that is over the limit."""
        cost = operation.weight.cost(variables.coerced)
        self.limits.check_cost(cost)
        return cost

    def compile(self, text: str, operation_name: str | None, variables: Variables) -> Compiled:
        """What answers an operation with variables of this shape."""
        key = (text, operation_name, shape(variables.coerced))
        if (kept := self.compiled.get(key)) is not None:
            return kept
        fields = self._plan(text, operation_name, variables)
        read = tuple(selected for selected in fields if selected.name not in INTROSPECTION)
        compiled = Compiled(
            write_statement(read) if read else None,
            tuple((selected.key, selected.name in INTROSPECTION) for selected in fields),
            len(read) < len(fields),
        )
        for selected in fields:
            selected.forget()
        self.compiled.put(key, compiled, len(compiled.statement.text) if compiled.statement else 1)
        return compiled

    def compile_versioned(self, text: str, operation_name: str | None, variables: Variables) -> Versioned:
        """What gives the version of an operation's answer, without the answer and before it.

        The operation asks for nothing of the schema: what this process tells has no version.
        """
        key = (text, operation_name, shape(variables.coerced))
        if (kept := self.versioned.get(key)) is not None:
            return kept
        fields = self._plan(text, operation_name, variables)
        if any(selected.name in INTROSPECTION for selected in fields):
            raise TypeError("an operation that asks for the schema has no version")
        versioned = write_versioned(fields)
        for selected in fields:
            selected.forget()
        self.versioned.put(key, versioned, len(versioned.version.text) + len(versioned.answer.text))
        return versioned

    def _plan(self, text: str, operation_name: str | None, variables: Variables) -> tuple[Selected, ...]:
        document = self.document(text)
        operation = document.operation(operation_name)
        return plan(self.schema, operation.node, document.fragments, variables)
