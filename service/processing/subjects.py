"""Subjects: whose verb it is, found by walking a row of units from the verb to its left."""

import re
from itertools import islice
from typing import Final

from service.processing.lexicon import ROLES, WORD_CLASSES
from service.processing.units import Clauses, noun_at, sentence_start, word_at

_FARTHEST: Final = 60
"""Units that a walk looks back."""


def subject_before(clauses: Clauses, verb: int, depth: int = 0) -> int:
    """The unit that is the subject of the verb at `verb`, to its left; -1 where none is found."""
    if depth > _DEEPEST:
        return -1
    if verb not in clauses.subjects:
        clauses.subjects[verb] = _subject(clauses, verb, depth)
    return clauses.subjects[verb]


def _subject(clauses: Clauses, verb: int, depth: int) -> int:
    """A finite verb's subject is the nearest noun phrase outside prepositional phrases and parentheses; an
    -ing form, an infinitive and the second of two coordinated verbs share that of the verb before them.
    """
    tags = clauses.tags
    if tags[verb] in "Gg" and not (verb and tags[verb - 1] == "X"):
        beside = _BESIDE.search(tags, max(0, verb - 8), verb)
        if beside and word_at(clauses.items, beside.start()) == "with":
            return beside.start("s")
        if (letter := _LETTER.search(tags, max(0, verb - 6), verb)) and _is_letter(clauses, letter):
            return _governing(clauses, letter.start(), depth)
        if verb > 1 and tags[verb - 1] in "NRP" and tags[verb - 2] == "I":
            return verb - 1
        shown = verb > 1 and tags[verb - 1] in "NRO" and word_at(clauses.items, verb - 2) in WORD_CLASSES["perceiving"]
        if shown and word_at(clauses.items, verb) in WORD_CLASSES["voicing"]:
            # "the film shows Smith saying"
            return verb - 1
        if verb > 2 and tags[verb - 1] == "L" and tags[verb - 3] in "vV" and tags[verb - 2] in "NRO":
            # "Reuters quoted Long as saying"
            return verb - 2
        if own_subject(clauses, verb) or noun_at(clauses.items, verb - 1) in WORD_CLASSES["lettered"]:
            return -1
        if (led := _LED.search(tags, max(0, verb - 4), verb)) and _leads(clauses, led.start(), verb):
            return led.start("s")
        if verb and tags[verb - 1] in ",K":
            if parenthetical := _PARENTHETICAL.search(tags, max(0, verb - _FARTHEST), verb):
                return parenthetical.start("s")
            if (main := main_subject(tags, verb)) >= 0:
                return main
        return _governing(clauses, verb, depth)
    inverted = _INVERTED.match(tags, max(verb - 2, 0)) if verb and tags[verb - 1] in "Q,!" else None
    if inverted and "'" not in word_at(clauses.items, inverted.start("s")):
        return inverted.start("s")
    i = verb - 1
    stop = max(-1, verb - _FARTHEST)
    while i > stop and tags[i] in "DX":
        i -= 1
    if i > stop and tags[i] == "Q" and i < verb - 1:
        # "“old friends” were telling him"
        return i
    while i > stop:
        tag = tags[i]
        if tag in "NRP":
            held = i - (tag == "N" and tags[i - 1 : i] == "d")
            if held > 0 and tags[held - 1] in "IA":
                # "Ann Lee of the Lima Council"
                i = held - 2
            elif tags[i + 1] == "s":
                i -= 1
            else:
                return i
        elif tag == ")":
            opening = tags.rfind("(", max(0, i - 20), i)
            i = (opening if opening >= 0 else i) - 1
        elif tag in ",-":
            apposed = _apposed(tags, i)
            if apposed >= 0:
                return apposed
            return _governing(clauses, i, depth)
        elif tag == "K":
            return _governing(clauses, i, depth)
        elif tag == "W":
            while i > stop and tags[i] in "W,I-":
                i -= 1
            return i if i > stop and tags[i] in "NR" else -1
        elif tag in "VvXe" and i < verb - 1:
            return subject_before(clauses, i, depth + 1)
        elif tag in ".!:;L":
            break
        else:
            i -= 1
    return -1


def _leads(clauses: Clauses, leading: int, verb: int) -> bool:
    """Whether the verb at `leading` has its object do what the infinitive at `verb` says: "it led Smith to fear …"."""
    return word_at(clauses.items, verb - 1) == "to" and word_at(clauses.items, leading) in WORD_CLASSES["leading"]


_LED: Final = re.compile(r"[Xewn]d?(?P<s>[NRO])I$")


def own_subject(clauses: Clauses, verb: int) -> bool:
    """Whether an -ing form has bare words as a subject of its own: "with one poster writing …"."""
    if clauses.tags[verb] not in "Gg" or not (found := _ABSOLUTE.search(clauses.tags, max(0, verb - 5), verb)):
        return False
    return word_at(clauses.items, found.start()) == "with"


_ABSOLUTE: Final = re.compile(r"Id[wce0]{1,3}$")
_INVERTED: Final = re.compile(r"(?:Q[,!]?|.Q)V(?P<s>[NRP])")
_PARENTHETICAL: Final = re.compile(r",[dwce0]{0,4}(?P<s>[NRP])D?V(?:I?[tD]|I[dwcNR]{1,4}){0,2},$")
"""The bill is dead, Smith said on Monday, adding …"""
_BESIDE: Final = re.compile(r"I(?P<s>[NR])Id?[wce]{0,2}[NRwc]$")
"""It went on, with a spokesman for the company saying …"""
_LETTER: Final = re.compile(r"[Rwc](?P<to>I)d?[wce]{0,2}[NRO]$")


def _is_letter(clauses: Clauses, found: re.Match[str]) -> bool:
    """Whether a text goes to somebody: "Smith sent a letter to Jones saying …" are Smith's words."""
    written = ROLES.get(noun_at(clauses.items, found.start())) == "words"
    return written and word_at(clauses.items, found.start("to")) == "to"


_CLEFT: Final = re.compile(r"PX[NR]W")
_COORDINATED: Final = re.compile(r"[,;]K(?:D?[dwce0]{0,4})(?P<s>[NRP])D?[XVve]")


def main_subject(tags: str, unit: int) -> int:
    """The subject of the main clause that `unit`, an -ing form after a comma say, goes with; -1 where it is not clear.

    It is the first noun phrase of the sentence outside subordinate clauses and prepositional phrases, unless
    a second main clause begins after it: "Smith said that Jones had left, adding …".
    """
    start = sentence_start(tags, unit, _FARTHEST)
    latest = -1
    for found in _COORDINATED.finditer(tags, start, unit):
        latest = found.start("s")
    if latest >= 0:
        return latest
    subordinate = bracketed = False
    for i in range(start, unit):
        tag = tags[i]
        if bracketed or tag == "(":
            bracketed = tag != ")"
        elif tag in "LWT":
            subordinate = True
        elif tag == ",":
            subordinate = False
        elif tag in "NRP" and not subordinate and tags[i + 1] not in "swc" and not _oblique(tags, start, i):
            # "it was Smith who left, adding …"
            return i + 2 if _CLEFT.match(tags, i) else i
    return -1


def _oblique(tags: str, start: int, i: int) -> bool:
    """Whether the noun phrase at i is no subject: after a preposition, "in Springfield, Ohio," or a verb."""
    if i > start and tags[i - 1] in "IA":
        return True
    if tags[i + 1] == "," and i > start + 2 and tags[i - 3 : i] == "IN,":
        return True
    return _OBJECT.search(tags, start, i) is not None


_OBJECT: Final = re.compile(r"(?<!Q)(?<!Q[,!])[eVvXGgn]d?[wec0]{0,3}$")
_DEEPEST: Final = 3
"""Verbs that share a subject, one through the other."""
_MOST_TRIED: Final = 3
"""Verbs that are asked for their subject."""
_REPORTING: Final = re.compile("V+")
_FINITE: Final = re.compile("[XVv]+|(?<=[NRPDKW,])e")


def _apposed(tags: str, closing: int) -> int:
    """The noun phrase before an apposition or a relative clause that ends with the comma at `closing`."""
    mark = tags[closing]
    opening = closing
    for _ in range(4):
        opening = tags.rfind(mark, max(0, closing - 40), opening)
        if opening <= 0 or set(".!;") & set(tags[opening:closing]):
            return -1
        if (headed := _HEADED.search(tags, max(0, opening - 8), opening)) and tags[opening + 1] in "NW":
            # "a spokesman for the builders, Acme Inc., said"
            return headed.start()
        if tags[opening - 1] in "NRP)" and _APPOSITION.match(tags, opening + 1):
            i = opening - 1
            if tags[i] == ")":
                i = tags.rfind("(", 0, i) - 1
            if whole := _COMPLEMENTS.search(tags, max(0, i - 12), i + 1):
                i = whole.start()
            if i > 1 and tags[i - 2 : i + 1] == "RKR":
                # "Bob Long, a trader and a member of the council, who …, said"
                i -= 2
            if i > 1 and tags[i - 2 : i + 1] == "N,R" and tags[opening + 1] == "W" and tags[max(i - 3, 0)] != "I":
                # "Bob Long, head of the union of teachers, which …, said"
                i -= 2
            if i >= 0 and tags[i] in "NRP" and not _HELD.search(tags, max(0, i - 2), i):
                return i
    return -1


_HEADED: Final = re.compile(r"RId?[ce0]{0,2}w$")
_COMPLEMENTS: Final = re.compile(r"[NRwc](?:Id?[NR])+$")
"""A noun with what it is of: "head of the union of teachers"."""
_HELD: Final = re.compile(r"[IA]d?$")
"""Before a noun that another word holds: "a memo seen by [the Times], dated May,"."""
_APPOSITION: Final = re.compile(r"[WdwRNc0neIDGO]|[vVX][LI]")


def _governing(clauses: Clauses, before: int, depth: int) -> int:
    """The subject that a verb shares with one before it in the same sentence: a reporting verb, if any."""
    tags = clauses.tags
    start = sentence_start(tags, before, _FARTHEST)
    for verbs in (_REPORTING, _FINITE):
        latest = reversed([found.start() for found in verbs.finditer(tags, start, before)])
        for verb in islice(latest, _MOST_TRIED):
            found = subject_before(clauses, verb, depth + 1)
            if found >= 0:
                return found
    return -1
