"""Sentences: stretches of a paragraph up to a full stop that ends something."""

import re
from typing import Final

from service.processing.document import Document, Paragraph, ParagraphKind, Span
from service.processing.lexicon import ABBREVIATIONS, WORD_CLASSES

# begins with a class of characters and nothing else, for which re has a fast search
_STOP: Final = re.compile(
    r"[.!?…。！？](?:(?<=[。！？])|(?<![.!?…].)[.!?…]*+[\"”’'»)\]]*+\s++(?=[\"“‘'«(\[—–-]*+[A-Z0-9À-ÞА-Я]))"
)
_EDGE: Final = re.compile(r"[\s\"“‘'«(]")
_INITIALS: Final = re.compile(r"[^\W\d_](?:\.[^\W\d_])*")
_WORD_AFTER: Final = re.compile(r"\s([A-Z][a-z]*)\b(?![.'’-])")
_LONGEST_WORD: Final = 20
"""Code points before a period that are looked at."""


def split_sentences(document: Document) -> None:
    """Fill `sentences`: spans without white space around them; none crosses a paragraph."""
    for paragraph in document.paragraphs:
        if paragraph.kind is ParagraphKind.TEXT:
            document.sentences.extend(_sentences(document.body, paragraph))
        else:
            document.sentences.append(Span(paragraph.start, paragraph.end))


def _sentences(body: str, paragraph: Paragraph) -> list[Span]:
    spans = []
    start = paragraph.start
    for stop in _STOP.finditer(body, paragraph.start, paragraph.end):
        if stop.end() <= start or (body[stop.start()] == "." and not ends_sentence(body, stop.start(), start)):
            continue
        end = start + len(body[start : stop.end()].rstrip())
        if end > start:
            spans.append(Span(start, end))
        start = stop.end()
    if start < paragraph.end:
        spans.append(Span(start, paragraph.end))
    return spans


def ends_sentence(body: str, stop: int, start: int) -> bool:
    """Whether the period at `stop` is more than the end of an abbreviation or an initial."""
    word = body[max(start, stop - _LONGEST_WORD) : stop].rpartition(" ")[2]
    low = (word if word.isalnum() else _EDGE.split(word)[-1]).lower()
    if not low:
        return True
    after = body[stop + 1 : stop + 3]
    if after[:1] in {'"', "”", "'", "’", ")"}:
        return not (after[0] == ")" and low.rpartition("-")[2] in ABBREVIATIONS)
    if after[:1] in {",", ";"} or after.strip()[:1].islower():
        return False
    initials = _INITIALS.fullmatch(low)
    if low == "i" or not (initials or low in ABBREVIATIONS):
        return True
    # "left the U.S. He returned", but "the U.S. Senate", "J.D. Smith", "Sen. Will Lee"
    closing = initials or low in WORD_CLASSES["closing abbreviations"]
    following = _WORD_AFTER.match(body, stop + 1) if closing else None
    return following is not None and following[1].lower() in WORD_CLASSES["sentence starts"]
