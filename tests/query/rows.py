"""Counts the rows in an answer by the type that each of its objects tells, to hold what is told of it against that."""

from typing import Any

from graphql import DocumentNode, FieldNode, NameNode, SelectionSetNode, Visitor, parse, visit

from service.tally import NOTES, Notes
from tests.query.asking import Asker, Json

ROWS = frozenset({
    "Source", "Article", "Mention", "Actor", "Alias", "ActorRole", "Quote", "Attribution", "Utterance", "Event",
    "Report", "Participant", "Change",
})  # fmt: skip
"""Types whose objects are rows of tables, and not pages, places in a text or counts."""

TYPE = FieldNode(name=NameNode(value="__typename"), alias=NameNode(value="typeOfThis"), arguments=(), directives=())


class _Typing(Visitor):
    def enter_selection_set(self, node: SelectionSetNode, *_: Any) -> SelectionSetNode:
        return SelectionSetNode(selections=(TYPE, *node.selections))


def typed(text: str) -> DocumentNode:
    """A document that asks for the type of each object, too."""
    document: DocumentNode = visit(parse(text), _Typing())
    return document


def untyped(answer: Any) -> Any:
    """The answer to a typed document without what that asks for more."""
    if isinstance(answer, list):
        return [untyped(each) for each in answer]
    if not isinstance(answer, dict):
        return answer
    return {key: untyped(value) for key, value in answer.items() if key != "typeOfThis"}


def counted(answer: Any) -> int:
    """The rows in the answer to a typed document."""
    if isinstance(answer, list):
        return sum(map(counted, answer))
    if not isinstance(answer, dict):
        return 0
    return (answer["typeOfThis"] in ROWS) + sum(map(counted, answer.values()))


async def told(asker: Asker, text: str, variables: dict[str, Any]) -> tuple[Json, int | None]:
    """The answer to an operation, and how many rows it is told to hold."""
    notes = Notes("1")
    before = NOTES.set(notes)
    try:
        answer = await asker.answer(text, variables)
        return answer, notes.rows
    finally:
        NOTES.reset(before)
