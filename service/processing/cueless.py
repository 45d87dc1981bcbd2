"""Cueless quotations: who says what no reporting verb beside it introduces.

A colon after a clause of any verb gives the word to its subject; a quotation that is a sentence of its own
belongs to whom the sentence before lets speak; part of a sentence may be the words of its subject.
"""

import re
from typing import Final

from service.article import QuoteKind
from service.processing.document import Mention, Quotation
from service.processing.lexicon import ROLES, WORD_CLASSES
from service.processing.place import Found, Place, sentence_before, word
from service.processing.subjects import own_subject, subject_before
from service.processing.units import Clauses, noun_at, word_at

_FAR: Final = 60
"""Units of the sentence before that are looked at."""
_ENDS_ALONE: Final = re.compile(r"Q?(?:[.!]|$)")


def subject_of_sentence(place: Place) -> Found | None:
    """Guaido wants a “…”."""
    before = sentence_before(place)
    offset = place.unit - len(before)
    for at, tag in enumerate(before):
        if tag in "NRP" and not (at and before[at - 1] == "I") and before[at + 1 : at + 2] != "s":
            item = place.clauses.items[offset + at]
            # "it was a “rather odd” day": a thing says nothing
            return None if isinstance(item, Mention) and item.head == "it" else Found(offset + at, -1)
    return None


def is_called(place: Place, subject: int) -> bool:
    """Whether others say of the subject what is quoted: "Guaido was called everything from “…” to “…”"."""
    found = _PASSIVE.match(place.clauses.tags, subject + 1, place.unit)
    return found is not None and word(place, found.end() - 1) in WORD_CLASSES["calling"]


_PASSIVE: Final = re.compile(r"D?X[DX]{0,2}e")


def before_colon(place: Place) -> Found | None:
    """Guaido shot back: “…”; the letter makes a case: “…”; a word from Guaido: “…”."""
    before = sentence_before(place)
    if place.quotation.kind is not QuoteKind.DIRECT or not (before.endswith(":") or _in_document(place)):
        return None
    offset = place.unit - len(before)
    for at in range(len(before) - 1, -1, -1):
        if before[at] in "VvXe":
            words = _phrase(place.clauses, offset + at)
            if words and before[words.speaker - offset - 1 : words.speaker - offset] != "I":
                return words
            speaker = subject_before(place.clauses, offset + at)
            return Found(speaker, -1) if speaker >= 0 else None
    named = place.unit - 2
    return Found(named, -1) if place.clauses.tags[named : named + 1] in {"N", "R"} and named >= 0 else None


def _in_document(place: Place) -> bool:
    """Whether a noun for written words and a comma stand before: "Guaido issued a statement, “…”"."""
    if place.unit < 2 or place.clauses.tags[place.unit - 1] != ",":
        return False
    return ROLES.get(noun_at(place.clauses.items, place.unit - 2)) == "words"


def sentence_ahead(place: Place) -> Found | None:
    """Guaido criticized the rally. “…”: the subject of the cue in the sentence before."""
    clauses, unit = place.clauses, place.unit
    tags = clauses.tags
    if place.quotation.kind is not QuoteKind.DIRECT or tags[unit - 1 : unit] != "." or not _ends_alone(tags, unit):
        return None
    start = max(tags.rfind(stop, max(0, unit - _FAR), unit - 1) for stop in ".!") + 1
    if any(isinstance(item, Quotation) and item.quoted for item in clauses.items[start:unit]):
        return None
    return _first_cue(clauses, start, unit)


def _first_cue(clauses: Clauses, start: int, stop: int) -> Found | None:
    for at in range(start, stop):
        if clauses.tags[at] in "Vv":
            speaker = subject_before(clauses, at)
            if speaker >= start:
                return Found(speaker, at)
    return None


def _ends_alone(tags: str, unit: int) -> bool:
    return _ENDS_ALONE.match(tags, unit + 1) is not None


def words_govern(place: Place) -> Found | None:
    """Several groups argued that it was “…”: a cue whose subject is nothing but words."""
    before = sentence_before(place)
    offset = place.unit - len(before)
    for at in range(len(before) - 1, -1, -1):
        if "," in before[at + 2 :] or before[at : at + 2] == "-L":
            break
        if (before[at] in "Vv" or own_subject(place.clauses, offset + at)) and (
            found := _phrase(place.clauses, offset + at)
        ):
            return found
    return None


def _phrase(clauses: Clauses, verb: int) -> Found | None:
    """The bare noun phrase right before a verb, with its determiner or possessor."""
    tags = clauses.tags
    last = verb - 1
    while last >= 0 and tags[last] in "DX":
        last -= 1
    while last > 1 and tags[last] in "NR" and tags[last - 1] == "I":
        last -= 2
    first = last
    while first >= 0 and last - first < _LONGEST_PHRASE and tags[first] in "wcen0":
        first -= 1
    if first == last:
        alone = last >= 0 and tags[last] == "d" and word_at(clauses.items, last) in WORD_CLASSES["alone"]
        # "One read: “…”"
        return Found(last, verb, last) if alone and (last == 0 or tags[last - 1] in ".!") else None
    if first >= 0 and tags[first] == "d":
        first -= 1
    elif first > 0 and tags[first] == "s" and tags[first - 1] in "NR":
        first -= 2
    return Found(first + 1, verb, last)


_LONGEST_PHRASE: Final = 6
"""Units."""
