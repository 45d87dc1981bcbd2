"""Sayers: whose words a verb of saying reports, and whether anything was said at all."""

import re
from typing import Final

from service.processing.document import Mention, Token
from service.processing.lexicon import NOUN_VERBS, SAYING_VERBS, SAYING_WORDS
from service.processing.place import Found
from service.processing.subjects import main_subject, subject_before
from service.processing.units import Clauses, Stretch, word_at

_OBJECT: Final = re.compile(r"[NRwc]I[dDwcen0s]{0,4}[NRPwc]K[dDwcen0]{0,4}$|I[Xwv][dDwcen0]{0,4}$|Id[wcen]{0,3}$")
"""Before what is no subject: "polls in Iowa and [Ohio] said", "those who want to win [the nomination] say"."""
_RELATIVE: Final = re.compile(r"[NR]W[DX]*[XVve][dDwcen0]{0,4}$")
_BY_SAYING: Final = re.compile(r"[XVve][^,.;XVveKLW]{0,20}$")
_EDGES: Final = frozenset(",:;KLTQ-(VvW")
"""Before the first word of a subject."""
_DEGREES: Final = frozenset({"so", "much", "quite"})
"""Between "not" and its verb."""
_ADDING: Final = frozenset({"add", "adds", "added", "adding"})
_OWN: Final = frozenset({"his", "her", "its", "their"})
_CONTRACTED: Final = ("n't", "'d", "'ll")


def is_unsaid(clauses: Clauses, verb: int, sentence: Stretch) -> bool:
    """Whether the verb of saying is negated or hypothetical: "did not say", "would say", "to say"."""
    tags, items = clauses.tags, clauses.items
    at = verb - 1
    while at >= sentence.first and (tags[at] in "DX" or word_at(items, at) in _DEGREES):
        word = word_at(items, at)
        if word in SAYING_WORDS["unsaid"] or word.endswith(_CONTRACTED):
            return True
        at -= 1
    if at < sentence.first:
        return False
    if tags[at] == "I" and tags[verb] in "Gg":
        goes_on = word_at(items, at) == "to" and word_at(items, at - 1) in SAYING_WORDS["going on"]
        return word_at(items, at) != "by" and not goes_on
    return word_at(items, at).endswith(_CONTRACTED)


def sayer(tokens: list[Token], clauses: Clauses, verb: int, sentence: Stretch, before: Found | None) -> Found | None:
    """Who says what the verb reports, and the verb as the cue; None where it is not told.

    `tokens` are those of the running text; `before`: who said what the last verb of saying in the sentence reports.
    """
    tags = clauses.tags
    at = verb - 1
    while at >= sentence.first and tags[at] in "DX":
        at -= 1
    if at < sentence.first:
        return None
    if tags[at] == "T" and tags[verb] in "Vv":
        # "the panel that ruled that …": where its words end is not told
        return None
    if tags[at] == "K" and before is not None:
        return before._replace(cue=verb)
    word = word_at(clauses.items, verb)
    if word in NOUN_VERBS and (tags[verb - 1] in "eVv" or (tags[at] == "K" and not word.endswith(("s", "ed")))):
        # "cited reports that …", "the committee and state offices"
        return None
    if tags[at] in "wcn0" and tags[verb] in "Vv" and (words := _words_before(clauses, at, sentence)):
        return Found(words.first, verb, at)
    if (some := _SOME.search(tags, max(sentence.first, at - _LONGEST_SOME), at + 1)) and _is_some(
        clauses, some, sentence
    ):
        return Found(some.start(), verb, some.end("all") - 1)
    may_be_text = tags[at] in "wRcnt" and tags[verb] in "Gg" and word not in SAYING_WORDS["persons alone"]
    if may_be_text and (found := _text_saying(tokens, clauses, at, verb, sentence)):
        return found
    speaker = _subject(clauses, at, verb)
    if speaker < 0 and tags[max(verb - 3, 0) : verb] == ",N,":
        # "one of her lawyers, Bob Long, said"
        speaker = verb - 2
    if speaker < sentence.first or isinstance(clauses.items[speaker], Token):
        return None
    before_speaker = tags[max(speaker - 12, sentence.first) : speaker]
    if relative := _RELATIVE.search(before_speaker):
        # "[a woman] who had accused Mr. Long said"
        speaker -= len(before_speaker) - relative.start()
    elif _is_noun(clauses, speaker, verb) or _OBJECT.search(before_speaker):
        return None
    return _with_partner(clauses, speaker, verb, sentence)


_LONGEST_SOME: Final = 60
"""Units."""
_SOME: Final = re.compile(r"[d0cw](?P<all>w?I[dDwcen0sNRO]{1,10})(?:,W[^.;:]{1,40},)?$")


def _is_some(clauses: Clauses, some: re.Match[str], sentence: Stretch) -> bool:
    """Whether a part of many is a verb's subject: "some in the town say", "42 percent of them say"."""
    first = some.start()
    if first > sentence.first and clauses.tags[first - 1] not in _EDGES | {"D"}:
        return False
    return clauses.tags[first] == "0" or word_at(clauses.items, first) in SAYING_WORDS["some of"]


def _subject(clauses: Clauses, at: int, verb: int) -> int:
    """The unit of the verb's subject; `at` is the one before the verb and its auxiliaries."""
    if word_at(clauses.items, at) == "as":
        return _quoted_as(clauses, at)
    tags = clauses.tags
    if tags[at - 1 : at + 1] == ",K":
        return main_subject(clauses.tags, at)
    if tags[at] == "," and tags[at - 1] in "Vv":
        # "a charge that Mr. Long denied, noting that …"
        return subject_before(clauses, at - 1)
    if tags[at] == "I" and (verb_before := _BY_SAYING.search(tags, max(at - 24, 0), at)):
        # "Mr. Long began by saying that …"
        return subject_before(clauses, verb_before.start())
    return subject_before(clauses, verb)


def _text_saying(tokens: list[Token], clauses: Clauses, last: int, verb: int, sentence: Stretch) -> Found | None:
    """A text that says something, as words: "with polls saying that …"; of one who issues it the issuer."""
    tags, items = clauses.tags, clauses.items
    while last > sentence.first and tags[last] in "tD":
        last -= 1
    first = last
    while first > sentence.first and tags[first - 1] in "dDwcn0s":
        first -= 1
    item = items[first]
    word = tokens[item.first].low if isinstance(item, Mention) else word_at(items, first)
    if tags[first - 1] == "O" or word in _OWN:
        # "she revised her statement saying that …"
        return None
    if tags[last] not in "wRcn" or first == sentence.first:
        return None
    if tags[first] != "d" and tags[last] != "R" and not word_at(items, last).endswith("s"):
        # "it is worth noting that …"
        return None
    if tags[first - 1] == "I":
        return Found(first, verb, last) if word_at(items, first - 1) == "with" else None
    if tags[first - 1] in "wVveXP" and word_at(items, first - 1) not in SAYING_WORDS["issuing"]:
        return Found(first, verb, last)
    return None


def _words_before(clauses: Clauses, last: int, sentence: Stretch) -> Stretch | None:
    """The words without a mention that are a verb's subject: "59 percent said"; None where it is not clear."""
    tags = clauses.tags
    first = last
    while first > sentence.first and tags[first - 1] in "dDwcen0sNR":
        first -= 1
    if first > sentence.first and tags[first - 1] not in _EDGES:
        return None
    return Stretch(first, last + 1)


def _quoted_as(clauses: Clauses, as_: int) -> int:
    """Whose words "as saying" gives: "they quoted Jones as saying", "Jones was quoted as saying"."""
    before = clauses.tags[as_ - 1]
    if before in "NRPO" and clauses.tags[as_ - 2] != "I":
        return as_ - 1
    return subject_before(clauses, as_ - 1) if before in "eVv" else -1


def _is_noun(clauses: Clauses, speaker: int, verb: int) -> bool:
    """Whether the verb's form is a noun after all: "a confirmed News Agency report that …"."""
    word = word_at(clauses.items, verb)
    if speaker != verb - 1 or word not in NOUN_VERBS or word.endswith("s"):
        return False
    name = clauses.items[speaker]
    return clauses.tags[speaker] == "N" and isinstance(name, Mention) and clauses.tags[max(speaker - 1, 0)] != "K"


def _with_partner(clauses: Clauses, speaker: int, verb: int, sentence: Stretch) -> Found:
    """Two who speak together are words, no one actor: "Mr. Long and his lawyers said"."""
    first = speaker - 2
    together = (
        first >= sentence.first
        and clauses.tags[speaker - 1] == "K"
        and word_at(clauses.items, speaker - 1) == "and"
        and clauses.tags[first] in "NRP"
        and (first == sentence.first or clauses.tags[first - 1] in _EDGES)
    )
    return Found(first, verb, speaker) if together else Found(speaker, verb)


def says(clauses: Clauses, unit: int) -> bool:
    """Whether a unit is a verb of saying; "a warning" is none."""
    tags = clauses.tags
    if tags[unit] in "Gg" and unit and tags[unit - 1] in "ds0":
        return False
    if word_at(clauses.items, unit) in _ADDING and word_at(clauses.items, unit + 1) == "to":
        # "her words add to the worries"
        return False
    return tags[unit] in "VvGg" and word_at(clauses.items, unit) in SAYING_VERBS
