"""What a document may ask for: its size, its shape and its cost, told in one pass before it is validated.

The cost counts what is read: an object 1, each of its leaves LEAF; a list as many objects as it may hold: `first` or
`last`, the number of `ids`, PLAIN_LIST where nothing bounds it; and for what runs over more than it shows, as
totalCount, an amount of FIXED (see costs.py). @skip and @include are not looked at, and what two fragments select
counts twice: the cost is a bound, and can be told of the text and the sizes alone.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from graphql import (
    DirectiveNode,
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLSchema,
    InlineFragmentNode,
    IntValueNode,
    ListValueNode,
    OperationDefinitionNode,
    SelectionSetNode,
    VariableNode,
)

from service.errors import QueryTooComplex
from service.query.arguments import MAX_SIZE
from service.query.costs import COUNT, SIZES, UNIT, FieldCost, FieldCosts

MAX_NESTING = 150
"""Selections and fragments within one another: the validator can follow 200."""
KEPT = 100
"""Costs of one operation that are kept, by the sizes in its variables."""
MOST = 10**12
"""Where costs end: what is beyond any limit need not be told exactly."""


@dataclass(frozen=True)
class Limits:
    """How much a document may have of each; `cost` is an operation's with the variables of the request."""

    document_bytes: int = 65_536
    tokens: int = 10_000
    depth: int = 30
    aliases: int = 200
    directives: int = 200
    root_fields: int = 50
    cost: int = 10_000

    def check_bytes(self, text: str) -> None:
        """Raises QueryTooComplex for a document that is too long to be looked at."""
        size = len(text) if len(text) > self.document_bytes else len(text.encode("utf-8", "surrogatepass"))
        if size > self.document_bytes:
            raise QueryTooComplex(f"query: is {size} bytes, at most {self.document_bytes} are taken: shorten it")

    def check_cost(self, cost: int) -> None:
        """Raises QueryTooComplex for an operation that would read too much."""
        if cost > self.cost:
            raise QueryTooComplex(
                f"the operation costs {min(cost, MOST // UNIT)}, at most {self.cost} is taken: "
                "ask for smaller pages (first, last), or in several operations",
                cost,
                self.cost,
            )

    def check(self, name: str, found: int) -> None:
        """Raises QueryTooComplex where a document has too much of what the field `name` bounds."""
        most: int = getattr(self, name)
        if found > most:
            told = {"depth": "levels of fields", "root_fields": "root fields"}.get(name, name)
            raise QueryTooComplex(
                f"the document has {min(found, MOST)} {told}, at most {most} are taken: ask in several operations"
            )


@dataclass(frozen=True)
class Size:
    """How many objects a list may hold: the greatest number that is given, or else the default."""

    variables: tuple[str, ...]
    literals: tuple[int, ...]
    default: int

    def of(self, values: Mapping[str, Any]) -> int:
        """The size with these coerced variables."""
        found = [len(value) if isinstance(value, list) else value for value in map(values.get, self.variables)]
        given = [*self.literals, *(size for size in found if size is not None)]
        return min(max(*given, 1), MAX_SIZE) if given else self.default


class Sum:
    """A cost: an amount, and other sums times the sizes of lists. It does not change once it is part of another."""

    __slots__ = ("amount", "terms")

    def __init__(self, amount: int = 0) -> None:
        self.amount = amount
        self.terms: list[tuple[Size | int, Sum]] = []

    def add(self, other: "Sum", times: Size | int = 1) -> None:
        """Add another sum so many times."""
        if isinstance(times, Size) and not times.variables:
            times = times.of({})
        if times == 1 and len(other.terms) <= 2:
            self.amount = min(self.amount + other.amount, MOST)
            self.terms += other.terms
        elif isinstance(times, int) and not other.terms:
            self.amount = min(self.amount + times * other.amount, MOST)
        else:
            self.terms.append((times, other))


@dataclass(frozen=True)
class Weight:
    """The cost of an operation as it hangs on the variables; each sum stands behind those that it is made of."""

    sums: tuple[Sum, ...]
    variables: tuple[str, ...]
    _kept: dict[tuple[Any, ...], int] = field(default_factory=dict, repr=False)

    def cost(self, values: Mapping[str, Any] | None) -> int:
        """The cost with these coerced variables; with None, pages that variables size hold one object."""
        key = tuple(map(values.get, self.variables)) if values is not None else ()
        if values is None or list in map(type, key):
            return self._cost(values)
        if (kept := self._kept.get(key)) is None:
            if len(self._kept) >= KEPT:
                self._kept.clear()
            kept = self._kept[key] = self._cost(values)
        return kept

    def _cost(self, values: Mapping[str, Any] | None) -> int:
        amounts: dict[Sum, int] = {}
        amount = 0
        for each in self.sums:
            amount = each.amount
            for times, part in each.terms:
                size = times if isinstance(times, int) else 1 if values is None else times.of(values)
                amount += size * (amounts[part] if part.terms else part.amount)
            amounts[each] = amount = min(amount, MOST)
        return -(-amount // UNIT)


@dataclass
class _Selections:
    """What a selection set weighs. `paged`: what each object of the page adds that the set selects of.

    counts: how many counts of the page it has.
    """

    depth: int = 0
    nesting: int = 0
    fields: int = 0
    counts: int = 0
    plain: Sum = field(default_factory=Sum)
    paged: Sum = field(default_factory=Sum)


def weigh(costs: FieldCosts, schema: GraphQLSchema, document: DocumentNode, limits: Limits) -> list[Weight]:
    """The weight of each operation of a document, in their order. Raises QueryTooComplex for what exceeds a limit.

    Takes documents that are not valid too; its time is linear in their length, however fragments are spread.
    """
    weigher = _Weigher(costs, document)
    weights = []
    for definition in document.definitions:
        if isinstance(definition, OperationDefinitionNode):
            root = schema.get_root_type(definition.operation)
            selections = weigher.operation(definition, root.name if root else None)
            limits.check("depth", selections.depth)
            limits.check("root_fields", selections.fields)
            selections.plain.add(selections.paged)
            sums = tuple(_in_order(selections.plain))
            sizes = [times for each in sums for times, _ in each.terms if isinstance(times, Size)]
            weight = Weight(sums, tuple(dict.fromkeys(name for size in sizes for name in size.variables)))
            weights.append(weight)
        elif isinstance(definition, FragmentDefinitionNode):
            limits.check("depth", weigher.fragment(definition.name.value, 1).depth)
    # One of several operations is run: each is held to the limit when it is.
    limits.check_cost(min((weight.cost(None) for weight in weights), default=0))
    limits.check("aliases", weigher.aliases)
    limits.check("directives", weigher.directives)
    return weights


def _in_order(root: Sum) -> Iterator[Sum]:
    """The sums that a sum is made of and that hang on variables, each once and behind its parts; it comes last."""
    seen = {root}
    stack = [(root, iter(root.terms))]
    while stack:
        each, terms = stack[-1]
        for _, part in terms:
            if part.terms and part not in seen:
                seen.add(part)
                stack.append((part, iter(part.terms)))
                break
        else:
            stack.pop()
            yield each


class _Weigher:
    def __init__(self, costs: FieldCosts, document: DocumentNode) -> None:
        self.aliases = 0
        self.directives = 0
        self._costs = costs
        self._definitions = {d.name.value: d for d in document.definitions if isinstance(d, FragmentDefinitionNode)}
        self._fragments: dict[str, _Selections] = {}

    def operation(self, node: OperationDefinitionNode, root: str | None) -> _Selections:
        self._directives(node.directives)
        for variable in node.variable_definitions or ():
            self._directives(variable.directives)
        return self._selections(node.selection_set, root, 1)

    def fragment(self, name: str, level: int) -> _Selections:
        """The weight of a fragment, told once; what is unknown or spread within itself weighs nothing."""
        kept = self._fragments.get(name)
        if kept is None:
            kept = self._fragments[name] = _Selections()
            if (node := self._definitions.get(name)) is not None:
                self._directives(node.directives)
                kept = self._selections(node.selection_set, node.type_condition.name.value, level)
                self._fragments[name] = kept
        return kept

    def _directives(self, directives: Sequence[DirectiveNode] | None) -> None:
        self.directives += len(directives or ())

    def _selections(self, node: SelectionSetNode, holder: str | None, level: int) -> _Selections:
        if level > MAX_NESTING:
            raise _nested_too_deeply()
        found = _Selections()
        for selection in node.selections:
            self._directives(selection.directives)
            if isinstance(selection, FieldNode):
                nesting = self._field(selection, holder, level, found)
            else:
                if isinstance(selection, FragmentSpreadNode):
                    spread = self.fragment(selection.name.value, level + 1)
                elif isinstance(selection, InlineFragmentNode):
                    condition = selection.type_condition
                    spread = self._selections(
                        selection.selection_set, condition.name.value if condition else holder, level + 1
                    )
                nesting = spread.nesting
                found.depth = max(found.depth, spread.depth)
                found.fields += spread.fields
                found.counts = min(found.counts + spread.counts, MOST)
                found.plain.add(spread.plain)
                found.paged.add(spread.paged)
            found.nesting = max(found.nesting, nesting + 1)
        if found.nesting > MAX_NESTING:
            raise _nested_too_deeply()
        return found

    def _field(self, node: FieldNode, holder: str | None, level: int, into: _Selections) -> int:
        """Add what a field weighs; gives how deep the selections below it are nested."""
        self.aliases += node.alias is not None
        cost = self._costs.of(holder, node.name.value)
        below = self._selections(node.selection_set, cost.child, level + 1) if node.selection_set else _Selections()
        into.fields += 1
        into.counts += node.name.value == COUNT
        into.depth = max(into.depth, below.depth + 1)
        into.plain.amount += cost.fixed
        each = Sum(cost.item)
        each.add(below.plain)
        each.add(below.paged, _size(node, cost) if cost.is_page else 1)
        if cost.is_page:
            each.amount = min(each.amount + cost.counting * below.counts, MOST)
            into.plain.add(each)
        elif cost.in_page:
            into.paged.add(each)
        else:
            into.plain.add(each, _size(node, cost))
        return below.nesting


def _nested_too_deeply() -> QueryTooComplex:
    return QueryTooComplex(f"the document is nested over {MAX_NESTING} selections deep: ask in several operations")


def _size(node: FieldNode, cost: FieldCost) -> Size | int:
    """How many objects a field has."""
    if not cost.sized:
        return cost.default
    variables: list[str] = []
    literals: list[int] = []
    for argument in node.arguments or ():
        if argument.name.value in SIZES:
            match argument.value:
                case VariableNode() as variable:
                    variables.append(variable.name.value)
                case IntValueNode(value=value):
                    # More digits than any page has: Python reads no number of thousands of digits.
                    literals.append(int(value) if len(value) <= 10 else MAX_SIZE)
                case ListValueNode(values=values):
                    literals.append(len(values))
                case _:
                    pass
    return Size(tuple(variables), tuple(literals), cost.default)
