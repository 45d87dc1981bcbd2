"""Interviews: who answers where paragraphs begin with Q for a question and A for its answer."""

import re
from typing import Final

from service.processing.document import PERSON, Attribution, Document, Entity, Quotation, Span

_QUESTION: Final = re.compile(r"[“\"]?Q[.:]\s")
_ANSWER: Final = re.compile(r"[“\"]?(?P<label>A)[.:]\s?")


def find_answerer(document: Document) -> Entity | None:
    """The person of whom alone the text speaks before its first question; None without questions."""
    body = document.body
    first = next((p.start for p in document.paragraphs if _QUESTION.match(body, p.start, p.end)), -1)
    persons = [
        entity
        for entity in document.entities
        if entity.kind is PERSON and any(mention.start < first for mention in entity.mentions)
    ]
    return persons[0] if len(persons) == 1 else None


def answered(document: Document, quotation: Quotation, answerer: Entity | None) -> Attribution | None:
    """What an answer begins with is said by who answers: A: “…”."""
    paragraph = document.paragraphs[quotation.paragraph]
    if answerer is None or not (found := _ANSWER.match(document.body, paragraph.start, paragraph.end)):
        return None
    if quotation.outer.start > found.end():
        return None
    return Attribution(None, Span(*found.span("label")), None, "interview-answer", 0.8, entity=answerer)
