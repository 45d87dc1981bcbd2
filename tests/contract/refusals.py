"""Whether a refused GraphQL document shows why: types can't say what sizes, cursors and texts a service takes."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from graphql import (
    ArgumentNode,
    DocumentNode,
    FieldNode,
    IntValueNode,
    ListValueNode,
    ObjectFieldNode,
    StringValueNode,
    ValueNode,
    Visitor,
    visit,
)

MAX_SIZE = 100
MAX_VALUES = 100
MAX_TEXT = 1_000
MAX_WORDS = 64
MAX_ALIASES = 200
CODES = {"BAD_USER_INPUT", "QUERY_TOO_COMPLEX", "CURSOR_EXPIRED"}
"""Of what is refused though it fits the schema."""

_NAMES = re.compile(r"([\w., ]+): ")
"""What a message begins with: `first`, `first, last` or `filter.search`."""


def unexplained(document: DocumentNode, errors: list[dict[str, Any]]) -> list[str]:
    """The messages of the errors that the document, which fits the schema, gives no reason for."""
    return [error["message"] for error in errors if not _is_explained(document, error)]


def _is_explained(document: DocumentNode, error: Mapping[str, Any]) -> bool:
    extensions = error["extensions"]
    match extensions["code"]:
        case "QUERY_TOO_COMPLEX":
            cost = extensions.get("cost")
            return bool(cost and cost["requested"] > cost["limit"]) or _aliases(document) > MAX_ALIASES
        case "CURSOR_EXPIRED":
            return any(name == "after" for name, _ in _given(document))
        case "BAD_USER_INPUT":
            named = _NAMES.match(error["message"])
            names = [name.rpartition(".")[2] for name in named[1].split(", ")] if named else []
            return bool(names) and all(_is_refusable(name, document) for name in names)
    return False


def _is_refusable(name: str, document: DocumentNode) -> bool:
    """Whether an argument or an input field of this name has a value that a description of the schema rules out."""
    values = [value for given, value in _given(document) if given == name]
    if name in {"first", "last"} and {"first", "last"} in _together(document):
        return True
    return any(_is_ruled_out(name, value) for value in values)


def _is_ruled_out(name: str, value: ValueNode) -> bool:
    match value:
        case IntValueNode(value=number):
            return not 1 <= int(number) <= MAX_SIZE
        case StringValueNode(value=text):
            # Any cursor may be one of another list.
            return name in {"after", "before"} or _is_text_ruled_out(text)
        case ListValueNode(values=values):
            return len(values) > MAX_VALUES or any(_is_ruled_out(name, each) for each in values)
    return False


def _is_text_ruled_out(text: str) -> bool:
    return "\0" in text or len(text) > MAX_TEXT or len(re.findall(r"\w+", text)) > MAX_WORDS


def _aliases(document: DocumentNode) -> int:
    found = 0

    class _Fields(Visitor):
        def enter_field(self, node: FieldNode, *_: Any) -> None:
            nonlocal found
            found += node.alias is not None

    visit(document, _Fields())
    return found


def _given(document: DocumentNode) -> Iterator[tuple[str, ValueNode]]:
    """Every argument and input field, by its name."""
    found: list[tuple[str, ValueNode]] = []

    class _Values(Visitor):
        def enter(self, node: Any, *_: Any) -> None:
            if isinstance(node, ArgumentNode | ObjectFieldNode):
                found.append((node.name.value, node.value))

    visit(document, _Values())
    yield from found


def _together(document: DocumentNode) -> list[set[str]]:
    """For each field that has both, which of first and last have a value."""
    found: list[set[str]] = []

    class _Fields(Visitor):
        def enter_field(self, node: FieldNode, *_: Any) -> None:
            found.append(
                {argument.name.value for argument in node.arguments or () if isinstance(argument.value, IntValueNode)}
                & {"first", "last"}
            )

    visit(document, _Fields())
    return found
