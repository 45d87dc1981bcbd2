"""The one door through which values enter SQL: `$1::uuid`, bound anew for each request."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from service.catalog.model import Condition, Conversion, PgType
from service.errors import BadInput
from service.folding import folded_name
from service.natural_key import url_key
from service.query.arguments import Leaf, Variables
from service.query.identifier import NOTHING, uuid_text
from service.query.search_terms import name_beginning, read_search, tsquery
from service.record import UNSTORABLE

MAX_VALUES = 100
"""Values of a list in a filter."""

MAX_TEXT = 2_000
"""Characters of a text in a filter: what nothing that is stored and looked for by it exceeds."""

Binder = Callable[[Variables], Any]


@dataclass(frozen=True)
class Statement:
    """SQL and what gives its parameters. Raises BadInput where a request's value does not fit."""

    text: str
    binders: tuple[Binder, ...]
    checks: tuple[Binder, ...] = ()
    """Arguments that the text does not need, and that must be right all the same."""
    generic: bool = True
    """Whether one plan serves all values, as for what is looked up by id; planning costs more than such a read."""

    def bind(self, variables: Variables) -> list[Any]:
        """The parameters for one request's coerced variables, in order."""
        for check in self.checks:
            check(variables)
        return [bind(variables) for bind in self.binders]


class Parameters:
    """Collects the parameters of a statement while its text is written."""

    def __init__(self) -> None:
        self._binders: list[Binder] = []
        self._checks: list[Binder] = []
        self._generic = True

    def plan_by_value(self) -> None:
        """Have Postgres plan anew for each request: how many rows there are depends on the values.

        On a million articles a generic plan of a filter by actors can be a thousand times slower.
        """
        self._generic = False

    def add(self, binder: Binder, pg_type: PgType) -> str:
        """The placeholder for what `binder` gives."""
        self._binders.append(binder)
        return f"${len(self._binders)}::{pg_type}"

    def check(self, binder: Binder) -> None:
        """Have an argument checked that gives no parameter."""
        self._checks.append(binder)

    def statement(self, text: str) -> Statement:
        """The statement whose placeholders were added."""
        return Statement(text, tuple(self._binders), tuple(self._checks), self._generic)


def convert(name: str, condition: Condition, leaf: Leaf) -> Binder:
    """What gives a condition's parameter; `name` is the argument's, for errors."""
    if condition.convert == "ids":
        node = str(condition.node)
        return lambda variables: [uuid_text(value, node) or NOTHING for value in few(name, leaf(variables))]
    if condition.convert == "id":
        node = str(condition.node)
        return lambda variables: uuid_text(leaf(variables), node)
    function = _CONVERSIONS[condition.convert]
    return lambda variables: function(name, leaf(variables))


def few(name: str, values: Sequence[Any]) -> Sequence[Any]:
    """The values of a list, of which there are MAX_VALUES at the most. Raises BadInput, which names the argument."""
    if len(values) > MAX_VALUES:
        raise BadInput(f"{name}: has {len(values)} values, at most {MAX_VALUES} are taken: ask in several operations")
    return values


def _text(name: str, value: Any) -> str:
    """A text that Postgres can hold; nothing stored holds another."""
    if len(value) > MAX_TEXT:
        raise BadInput(f"{name}: is {len(value)} characters long, at most {MAX_TEXT} are taken: shorten it")
    if UNSTORABLE.search(value):
        raise BadInput(f"{name}: holds U+0000 or a lone surrogate, which no stored text holds: remove it")
    return str(value)


def _texts(name: str, values: Any) -> list[str]:
    return [_text(name, getattr(value, "value", value)) for value in few(name, values)]


_CONVERSIONS: dict[Conversion, Callable[[str, Any], Any]] = {
    "texts": _texts,
    "folded": lambda name, value: folded_name(_text(name, value)),
    "instant": lambda _, value: value,
    "url_key": lambda name, value: url_key(_text(name, value)),
    "search": lambda name, value: tsquery(read_search(name, value)),
    "prefix": name_beginning,
    "same": lambda _, value: value,
}


def id_of(leaf: Leaf, node: str) -> Callable[[Variables], str | None]:
    """What gives the UUID of an id, where it is one of the type `node`."""
    return lambda variables: uuid_text(leaf(variables), node)


def ids_of(name: str, leaf: Leaf, node: str) -> Callable[[Variables], list[str | None]]:
    """What gives the UUIDs of a list of ids, None in the place of those of other types."""
    return lambda variables: [uuid_text(value, node) for value in few(name, leaf(variables))]
