"""Compiles operations: document -> plan -> statement, each kept as long as it may serve again."""

from collections import OrderedDict
from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from graphql import (
    FragmentDefinitionNode,
    GraphQLSchema,
    GraphQLSyntaxError,
    OperationDefinitionNode,
    parse,
    validate,
)
from graphql.execution.values import get_variable_values

from service.errors import BadInput, DocumentRefused, ParseFailed
from service.query.arguments import Variables, shape
from service.query.parameters import Statement
from service.query.plan import plan
from service.query.statement import write_statement

MAX_TOKENS = 10_000
"""Tokens of a document."""
MAX_ERRORS = 20
"""Errors that the validator looks for."""

Value = TypeVar("Value")


class Cache(Generic[Value]):
    """The values last used, up to `size` of them."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._values: OrderedDict[Hashable, Value] = OrderedDict()

    def get(self, key: Hashable) -> Value | None:
        """The value of `key`, if it is kept."""
        if (value := self._values.get(key)) is not None:
            self._values.move_to_end(key)
        return value

    def put(self, key: Hashable, value: Value) -> None:
        """Keep a value, and forget the one that was used longest ago."""
        self._values[key] = value
        if len(self._values) > self._size:
            self._values.popitem(last=False)


@dataclass(frozen=True)
class Document:
    """A valid document."""

    operations: Mapping[str, OperationDefinitionNode]
    fragments: Mapping[str, FragmentDefinitionNode]

    def operation(self, name: str | None) -> OperationDefinitionNode:
        """The operation to run. Raises BadInput where the name does not tell one."""
        if name is None:
            if len(self.operations) == 1:
                return next(iter(self.operations.values()))
            known = ", ".join(self.operations)
            raise BadInput(f"operationName: is required, the document holds several operations: {known}")
        if name not in self.operations:
            raise BadInput(f"operationName: the document holds no operation {name!r}")
        return self.operations[name]


@dataclass(frozen=True)
class Compiled:
    """What answers an operation: the statement for what is read of tables, and the fields that ask for the schema.

    keys: the response's keys in order, each with whether it asks for the schema.
    """

    statement: Statement | None
    keys: tuple[tuple[str, bool], ...]

    @property
    def introspects(self) -> bool:
        """Whether some fields ask for the schema."""
        return any(asks for _, asks in self.keys)


INTROSPECTION = frozenset({"__schema", "__type"})


@dataclass
class Compiler:
    """Compiles operations against one schema."""

    schema: GraphQLSchema
    documents: Cache[Document] = field(default_factory=lambda: Cache(1_000))
    compiled: Cache[Compiled] = field(default_factory=lambda: Cache(2_000))

    def document(self, text: str) -> Document:
        """Parse and validate. Raises ParseFailed or DocumentRefused."""
        if (kept := self.documents.get(text)) is not None:
            return kept
        try:
            ast = parse(text, no_location=False, max_tokens=MAX_TOKENS)
        except GraphQLSyntaxError as error:
            raise ParseFailed(error.message) from error
        except RecursionError:
            raise ParseFailed("the document is nested too deeply") from None
        problems = validate(self.schema, ast, max_errors=MAX_ERRORS)
        if problems:
            raise DocumentRefused(problems[0].message, problems)
        definitions = ast.definitions
        document = Document(
            {d.name.value if d.name else "": d for d in definitions if isinstance(d, OperationDefinitionNode)},
            {d.name.value: d for d in definitions if isinstance(d, FragmentDefinitionNode)},
        )
        self.documents.put(text, document)
        return document

    def variables(self, operation: OperationDefinitionNode, given: dict[str, Any]) -> Variables:
        """The variables of a request, coerced. Raises BadInput with a problem for each that does not fit."""
        coerced = get_variable_values(self.schema, operation.variable_definitions or (), given, max_errors=5)
        if isinstance(coerced, list):
            raise BadInput("; ".join(error.message for error in coerced))
        return coerced

    def compile(self, text: str, operation_name: str | None, variables: Variables) -> Compiled:
        """What answers an operation with variables of this shape."""
        key = (text, operation_name, shape(variables.coerced))
        if (kept := self.compiled.get(key)) is not None:
            return kept
        document = self.document(text)
        operation = document.operation(operation_name)
        fields = plan(self.schema, operation, document.fragments, variables)
        read = tuple(selected for selected in fields if selected.name not in INTROSPECTION)
        compiled = Compiled(
            write_statement(read) if read else None,
            tuple((selected.key, selected.name in INTROSPECTION) for selected in fields),
        )
        self.compiled.put(key, compiled)
        return compiled
