"""Governing: the verb of saying that part of a sentence is said by, and who is outermost of those who say it."""

import re
from typing import Final

from service.article import QuoteKind
from service.processing.document import Mention
from service.processing.lexicon import WORD_CLASSES
from service.processing.namings import labelled_by
from service.processing.place import Found, Place, sentence_before, word
from service.processing.subjects import main_subject, subject_before


def is_said_by_others(place: Place) -> bool:
    """Whether the nearest verb of saying before, in the sentence, has a subject that is no name: "those here say"."""
    before = sentence_before(place)
    at = before.rfind("V")
    if at < 1 or before[at - 1] not in "wct":
        return False
    return subject_before(place.clauses, place.unit - len(before) + at) < 0


def cue_governs(place: Place) -> Found | None:
    """Guaido said that it was “…”: the nearest cue before, in the same sentence.

    Of a weak verb inside what somebody says ("Trump said that Clinton described …") that one is the cue. Over a
    dash and a clause of its own behind it ("Clinton saw a win — though it was “…”") a weak verb reaches not.
    """
    if is_said_by_others(place):
        return None
    before = sentence_before(place)
    offset = place.unit - len(before)
    weak: Found | None = None
    aside = False
    for at in range(len(before) - 1, -1, -1):
        if before[at : at + 2] == "-L":
            aside = True
        if before[at] in ("V" if weak else "VG" if aside else "VvGg"):
            cue = offset + at
            if cue == labelled_by(place) or is_idle(place, cue) or _meets(place, cue):
                continue
            if "," in before[at + 2 :] and _SUBORDINATE.search(before, 0, at):
                # "Smith said that while Lee thinks otherwise, it was “…”"
                continue
            speaker = subject_before(place.clauses, cue)
            if speaker < 0:
                continue
            if before[at] in "VG":
                return outermost(place, Found(speaker, cue))
            weak = Found(speaker, cue)
            if _is_set_against(place, speaker):
                break
    return outermost(place, weak) if weak else None


def _meets(place: Place, cue: int) -> bool:
    """Whether the verb says that somebody met somebody: who "spoke with a “very tall” man" said nothing."""
    return word(place, cue) in _MEETS and word(place, cue + 1) == "with"


_MEETS: Final = frozenset({"speak", "speaks", "spoke", "speaking", "talk", "talks", "talked", "talking"})


def is_idle(place: Place, cue: int) -> bool:
    """Whether the verb says when, not that something was said: "the rain would continue “until it ends”"."""
    return place.quotation.kind is QuoteKind.MIXED and word(place, cue) in WORD_CLASSES["going on"]


_SUBORDINATE: Final = re.compile(r"[VvGg].*L[dDwcen0]{0,5}[NRP][DX]{0,2}$")


def _is_set_against(place: Place, speaker: int) -> bool:
    """Whether a subject opens a clause against the one before: "Smith said it was over, but Lee called it “…”"."""
    for unit in range(speaker - 1, max(speaker - 1 - _LONGEST_SUBJECT, 0), -1):
        if place.clauses.tags[unit] == ",":
            return False
        if word(place, unit) in {"but", "while", "whereas"}:
            return place.clauses.tags[unit - 1] == ","
    return False


_LONGEST_SUBJECT: Final = 5
"""Units of "but the opposition's Ann Lee"."""


def outermost(place: Place, found: Found) -> Found:
    """Who says what "he" is said to say: "Smith said he recalls a “…”", "Smith denounced what he called “…”"."""
    tags = place.clauses.tags
    for _ in range(_MOST_NESTED):
        # "Smith said Peru wants “peace”": who wishes says nothing
        wishing = word(place, found.cue) in _WISHING
        if not (wishing or tags[found.speaker] == "P") or found.speaker > found.cue:
            break
        if found.speaker and word(place, found.speaker - 1) == "what":
            outer, cue = main_subject(place.clauses.tags, found.speaker), found.cue
        else:
            said = _SAYS_THAT.search(tags, max(0, found.speaker - _NEAR), found.speaker)
            if not said:
                break
            cue = said.start("v")
            outer = subject_before(place.clauses, cue)
        if outer < 0 or not (wishing or _agree(place, outer, found.speaker)):
            break
        found = Found(outer, cue)
    return found


def _agree(place: Place, outer: int, inner: int) -> bool:
    """Whether a pronoun can speak of the subject before it, by gender."""
    a, b = place.clauses.items[outer], place.clauses.items[inner]
    if not isinstance(a, Mention) or not isinstance(b, Mention):
        return False
    known = a.gender or (a.entity.gender if a.entity else "")
    return b.gender not in {"m", "f"} or not known or known in {"x", b.gender}


_SAYS_THAT: Final = re.compile(r"(?P<v>[VvGg])(?:[Dt]{0,2}(?:,D,)?T?[Dt]?|[^VvGgXe.!Q;:,L]{0,25}T)$")
_WISHING: Final = frozenset({"want", "wants", "wanted", "hope", "hopes", "hoped", "expect", "expects", "expected"})
_MOST_NESTED: Final = 3
_NEAR: Final = 40
"""Units in which a verb stands before its clause."""
