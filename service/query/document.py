"""A document: read, held to the limits, validated - once for each text."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    GraphQLError,
    GraphQLSchema,
    GraphQLSyntaxError,
    OperationDefinitionNode,
    OperationType,
    ValidationRule,
    parse,
    specified_rules,
    validate,
)
from graphql.validation.rules import overlapping_fields_can_be_merged

from service.errors import BadInput, DocumentRefused, MutationRefused, ParseFailed, QueryTooComplex
from service.query.costs import FieldCosts
from service.query.limits import Limits, Weight, weigh
from service.query.variables import VariableReader

INTROSPECTION = frozenset({"__schema", "__type"})
"""Fields of Query that ask for the schema."""

MAX_ERRORS = 20
"""Errors of one document that are told."""


overlapping_fields_can_be_merged.MAX_COMPLEXITY_BUDGET = 200_000
"""Comparisons of fields that would fall together in the answer: about half a second of them."""


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation of a valid document; `name` is empty where it has none. Its nodes do not say where they stand."""

    name: str
    node: OperationDefinitionNode
    weight: Weight
    variables: VariableReader

    @property
    def type(self) -> OperationType:
        """Whether it is a query or a subscription."""
        return self.node.operation


@dataclass(frozen=True)
class Document:
    """A valid document, with its operations and fragments by their names."""

    text: str
    operations: Mapping[str, Operation]
    fragments: Mapping[str, FragmentDefinitionNode]

    @cached_property
    def hash(self) -> str:
        """The first 16 digits of the text's SHA-256, in hex: by which the log tells documents apart."""
        return sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()[:16]

    @cached_property
    def _only(self) -> Operation | None:
        return next(iter(self.operations.values())) if len(self.operations) == 1 else None

    def operation(self, name: str | None) -> Operation:
        """The operation to run. Raises BadInput where the name does not tell one."""
        if name is None:
            if self._only is not None:
                return self._only
            known = ", ".join(list(self.operations)[:MAX_ERRORS])
            raise BadInput(f"operationName: is required, the document holds several operations: {known}")
        if name not in self.operations:
            raise BadInput(f"operationName: the document holds no operation {name[:100]!r}")
        return self.operations[name]

    def located(self, operation: Operation) -> OperationDefinitionNode:
        """One of the operations with the places of its nodes, for errors."""
        definitions = [d for d in parse(self.text).definitions if isinstance(d, OperationDefinitionNode)]
        return next(each for each in definitions if _name(each) == operation.name)


def _name(operation: OperationDefinitionNode) -> str:
    return operation.name.value if operation.name else ""


class _NoIntrospection(ValidationRule):
    """No document may ask for the schema."""

    def enter_field(self, node: FieldNode, *_: object) -> None:
        if node.name.value in INTROSPECTION:
            self.report_error(GraphQLError(f"Introspection is off: '{node.name.value}' can't be asked for here.", node))


@dataclass(frozen=True)
class DocumentReader:
    """Makes documents of texts.

    introspection: whether they may ask for the schema. suggestions: whether errors name what was perhaps meant.
    """

    schema: GraphQLSchema
    costs: FieldCosts
    limits: Limits
    introspection: bool = True
    suggestions: bool = True

    def read(self, text: str) -> Document:
        """A document. Raises QueryTooComplex, ParseFailed or DocumentRefused."""
        self.limits.check_bytes(text)
        ast = self._parsed(text)
        operations = [each for each in ast.definitions if isinstance(each, OperationDefinitionNode)]
        fragments = [each for each in ast.definitions if isinstance(each, FragmentDefinitionNode)]
        weights = weigh(self.costs, self.schema, ast, self.limits)
        if any(each.operation is OperationType.MUTATION for each in operations) and not self.schema.mutation_type:
            raise MutationRefused([GraphQLError("This service has no mutations: send a query.", operations)])
        rules = specified_rules if self.introspection else (*specified_rules, _NoIntrospection)
        problems = validate(self.schema, ast, rules, MAX_ERRORS, hide_suggestions=not self.suggestions)
        if problems:
            raise DocumentRefused(bounded(problems))
        if not operations:
            raise DocumentRefused([GraphQLError("The document holds no operation: add a query.", fragments[:1])])
        # Where each node stands takes more memory than the nodes: what is kept is read again without it.
        ast = parse(text, no_location=True)
        operations = [each for each in ast.definitions if isinstance(each, OperationDefinitionNode)]
        fragments = [each for each in ast.definitions if isinstance(each, FragmentDefinitionNode)]
        return Document(
            text,
            {
                _name(each): Operation(
                    _name(each), each, weight, VariableReader(self.schema, each.variable_definitions or ())
                )
                for each, weight in zip(operations, weights, strict=True)
            },
            {each.name.value: each for each in fragments},
        )

    def _parsed(self, text: str) -> DocumentNode:
        try:
            return parse(text, max_tokens=self.limits.tokens)
        except GraphQLSyntaxError as error:
            if f"more than {self.limits.tokens} tokens" in error.message:
                raise QueryTooComplex(
                    f"the document has over {self.limits.tokens} tokens: ask in several operations"
                ) from None
            raise ParseFailed(error.message) from error
        except RecursionError:
            raise ParseFailed("the document is nested too deeply") from None


def bounded(problems: Sequence[GraphQLError]) -> Sequence[GraphQLError]:
    """The validator's errors as users are told them, where it gave up looking for more."""
    *before, last = problems
    if not last.message.endswith("aborted."):
        return problems
    if len(before) >= MAX_ERRORS:
        message = f"There are more errors: these are the first {MAX_ERRORS}."
    else:
        message = "The document is too intricate to be checked: ask in several operations."
    return [*before, GraphQLError(message)]
