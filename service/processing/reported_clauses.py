"""Reported clauses: where the words begin and end that somebody is said to have said, without marks.

Everything is told from the units of one paragraph (see units.py). A clause is a subject and a finite verb; what
may be the narrator's again ("…, but the army denied it") is cut off, for a wrong quote is worse than a short one.
"""

import re
from typing import Final

from service.processing.document import Document, Mention, Quotation, Span
from service.processing.lexicon import NOUN_CUES, SAYING_VERBS, SAYING_WORDS
from service.processing.units import Clauses, Item, Stretch, noun_at, word_at

_BASES: Final = frozenset(form for form in SAYING_VERBS if not form.endswith(("s", "ed", "ing"))) - {
    "said",
    "told",
    "wrote",
    "swore",
}
"""Forms of an infinitive or a plural: "let them run and tell the town"."""
_LONGEST_GAP: Final = 18
"""Units between a verb of saying and what was said."""
_PHRASES: Final = r"(?:I[dDwcen0sNRtOQ]{1,10}?){0,2}"
_SUBJECT: Final = (
    r"(?:[dO]?[Dwcen0]{0,2}d?[Dwcen0]{0,6}(?:[NRwc0n]|Q)(?:s[Dwcen0]{0,4}(?:[NRwc]|Q)|(?<=N)w{1,2})?|P|dt|dd?|T)"
    rf"{_PHRASES}(?:K[dDwcen0s]{{0,6}}[NRwcQ]{_PHRASES})?"
)
_FINITE: Final = r"(?:,[^,.;Q]{1,60},)?D{0,2}(?:[XVv]|(?<=[NRPwc0t,])e|(?<=[NRPDwc])(?P<w>w))"
_CLAUSE: Final = re.compile(rf"(?:D,?)?(?P<s>{_SUBJECT}){_FINITE}")
_CERTAIN: Final = re.compile(rf"(?:D,?)?{_SUBJECT}(?:,[^,.;Q]{{1,60}},)?D{{0,2}}(?:[XVv]|(?<=[NRPwc0t,])e)")
"""A clause whose verb no noun can be."""
_CONTRACTED: Final = re.compile("['’]")
_DESCRIBED: Final = re.compile(rf"{_SUBJECT}W")
"""A subject that a relative clause parts from its verb: "the man who lives there is old"."""
_LEADING: Final = re.compile(r"(?:D|t|[IL][^,.;:TVvQ]{1,60}),(?P<c>)")
_NP_END: Final = frozenset("NROPwctn0")


def begins_clause(clauses: Clauses, at: int, end: int, says_plainly: bool = True) -> bool:
    """Whether a clause begins at unit `at`: a subject and its finite verb before the unit `end`.

    `says_plainly`: it stands where nothing but a clause is expected, as after "said".
    """
    tags = clauses.tags
    if word_at(clauses.items, at) == "there":
        return tags[at + 1 : at + 2] in {"X", "D"}
    if tags[at : at + 1] == "P" and _CONTRACTED.search(word_at(clauses.items, at)):
        # "he'd like rain": the pronoun has its verb in it
        return True
    found = _CLAUSE.match(tags, at, min(end, at + 60))
    if found is None and says_plainly and _DESCRIBED.match(tags, at, min(end, at + 60)):
        return True
    if found is None:
        return False
    if not says_plainly and found["s"] and tags[found.start("s") : found.end("s")] in {"T", "d"}:
        return False
    participle = tags[found.end() - 1] == "e" or word_at(clauses.items, found.end() - 1).endswith("ed")
    if participle and tags[found.start("s")] not in "PN" and not says_plainly:
        # no clause: "announced the deal reached …"
        return False
    if not says_plainly and word_at(clauses.items, found.end()) == "by":
        # no clause: "announced the bridge built by the town"
        return False
    if found["w"] is None or (says_plainly and _CERTAIN.match(tags, at, min(end, at + 60))):
        return True
    verb = found.start("w")
    if found["s"] == "P" or (tags[verb - 1] in "NR" and _in_the_present(word_at(clauses.items, verb))):
        return True
    return any(_is_of_many(clauses.items, at, unit) for unit in range(at + 1, verb + 1))


def _is_of_many(items: list[Item], first: int, verb: int) -> bool:
    """Whether a verb in the plural stands behind its noun: "the roads [need] money", "people here [want] rain"."""
    if word_at(items, verb) not in SAYING_WORDS["of many"]:
        return False
    nouns = (noun_at(items, at) for at in range(first, verb))
    return any((noun.endswith("s") and not noun.endswith("ss")) or noun in SAYING_WORDS["many"] for noun in nouns)


def _in_the_present(word: str) -> bool:
    """Whether a word that is in no lexicon of verbs may be one: "Springfield needs rain"."""
    return word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3


def content_after(clauses: Clauses, verb: int, end: int) -> int:
    """The unit at which the clause begins that the verb of saying at `verb` introduces; -1 for none."""
    tags, items = clauses.tags, clauses.items
    kind = SAYING_VERBS[word_at(items, verb)]
    at = verb + 1
    if tags[verb] in "vg" and word_at(items, verb) in _POINTING:
        if word_at(items, at) != "out":
            return -1
        at += 1
    if tags[at : at + 3] == ",D,":
        at += 3
    if word_at(items, at) in SAYING_WORDS["nearly"] and tags[at + 1 : at + 2] in {"R", "c", "0"}:
        # "says about 500 guests came"
        return at if begins_clause(clauses, at + 1, end) else -1
    last = min(end, at + _LONGEST_GAP)
    # "said this week that …", but "said the week was long"
    dated = tags[at : at + 2] in {"dt", "wt"} and tags[at + 2 : at + 3] not in {"X", "V", "v"}
    adjunct = dated or tags[at : at + 1] in {"t", "D", "I", "0"}
    if kind == "told" or adjunct or tags[at : at + 1] == "T":
        that = _that_after(clauses, _TOLD_THAT if kind == "told" else _THAT, at, last, end)
        if that >= 0:
            return that
    if kind == "that":
        return -1
    if kind != "told" and not dated and tags[at : at + 1] not in {"I", "t"} and not _is_time(word_at(items, at)):
        plainly = word_at(items, verb) in SAYING_WORDS["saying"]
        if plainly and word_at(items, at) in SAYING_WORDS["conditions"]:
            return at if has_clause(clauses, at, end) else -1
        if plainly and word_at(items, at) in SAYING_WORDS["times"]:
            leading = _LEADING.match(tags, at, end)
            return at if leading and begins_clause(clauses, leading.start("c"), end) else -1
        if plainly and word_at(items, at) in SAYING_WORDS["said alone"]:
            return -1
        if plainly and (_RUNNING.match(tags, at, end) or _has_present(clauses, at, end)):
            return at
        return at if begins_clause(clauses, at, end, plainly) else -1
    return _bare_after(clauses, at, last, end)


_OWN_CLAUSE: Final = r"(?:W[dDwcen0sNROPI]{0,8}?[XVve]|(?<=[NRwc])PD?[XVve])[dDwcen0sNROIXtgv]{0,20}"
_RUNNING: Final = re.compile(
    r"D?[dwcenONRvVgG0](?:[dDwcen0sNROIQ]|(?<=I)T|K(?![DPOX])|(?<=0),(?=0)|,(?=K)){0,30}"
    rf"(?:{_OWN_CLAUSE}|(?:,[dDwcenI](?:[dDwcen0sNROI]|(?<=0),(?=0)){{1,30}},)?(?<![KI]))D?X"
)
"""A subject that no pattern describes runs up to its verb: "said talks on the old bridge would go on"."""

_PRESENT_VERB: Final = re.compile(r"[dNRc][dDwcen0sNRO]{0,8}[NRwc](?P<w>w)(?=[IdPON])")


def _has_present(clauses: Clauses, at: int, end: int) -> bool:
    """Whether what ends like a verb in the present has nouns before and an object behind: "the union plans to"."""
    found = _PRESENT_VERB.match(clauses.tags, at, end)
    return found is not None and _in_the_present(word_at(clauses.items, found.start("w")))


_THOSE_TIMES: Final = frozenset({"day", "night", "morning", "afternoon", "evening", "week", "month", "year", "time"})
_DEGREES: Final = frozenset({"so", "such"})
"""Before a "that" of consequence: "tells so many lies that …"."""
_POINTING: Final = frozenset({"point", "points", "pointed", "pointing"})
_ASIDE: Final = r"(?:-[^-.;!TVv]{1,30}-|\([^).]{1,20}\))?T"
_THAT: Final = re.compile(rf"(?:[Dt0]|[dw]{{1,2}}t|I[DtdwcenI0sNROQ]{{1,14}}){{0,4}}?{_ASIDE}")
_TOLD_THAT: Final = re.compile(rf"[DtIdwcen0sNROPQ]{{0,17}}?{_ASIDE}")


def _that_after(clauses: Clauses, pattern: re.Pattern[str], first: int, last: int, end: int) -> int:
    """Where the clause begins whose "that" follows within a hearer and adjuncts; -1 for none."""
    found = pattern.match(clauses.tags, first, last)
    if found is None or not _is_said(clauses, found.end() - 1, end) or aims(clauses, first, found.end()):
        return -1
    words = [word_at(clauses.items, unit) for unit in range(first, found.end())]
    if not _DEGREES.isdisjoint(words) or (clauses.tags[found.end() - 2] == "w" and "to" in words):
        # "so often that", "replied to the charge that"
        return -1
    return found.end() + (clauses.tags[found.end()] == ",")


def aims(clauses: Clauses, first: int, end: int) -> bool:
    """Whether an infinitive stands among the units: "replied to prove that …"."""
    tags, items = clauses.tags, clauses.items
    for at in range(first, min(end, len(tags)) - 1):
        verb = at + 1 + (tags[at + 1] == "D")
        if tags[at] == "I" and tags[verb : verb + 1] in {"w", "v", "X"} and word_at(items, at) == "to":
            return True
    return False


def _bare_after(clauses: Clauses, start: int, last: int, end: int) -> int:
    """Where a clause without "that" begins after a hearer or an adjunct: "told them it …", "said Friday it …"."""
    tags, items = clauses.tags, clauses.items
    for at in range(start + 1, last):
        tag = tags[at]
        if tag not in "DtIdwcen0sNROP" or (tags[at - 1] == "I" and aims(clauses, at - 1, at + 2)):
            return -1
        word = word_at(items, at)
        if word == "about" or (word == "of" and word_at(items, start - 1) not in SAYING_WORDS["telling"]):
            # "reminded voters of the years he lived there", "told them about the day he came"
            return -1
        if tag == "0" and tags[at - 1] == "t":
            # "wrote on Aug. 30 …"
            continue
        after = tags[at - 1] in _NP_END or _is_time(word_at(items, at - 1))
        plural = tag == "w" and tags[at - 1] == "N" and word.endswith("s") and tags[at + 1 : at + 2] == "X"
        if after and (tag in "PNRd0D" or plural) and not _is_time(word) and begins_clause(clauses, at, end):
            return at
        if word == "than" and tags[at + 1 : at + 2] in {"c", "0", "R"} and begins_clause(clauses, at + 1, end):
            # "told them more than 90 guests came"
            return at - 1
        if tag == "P":
            return -1
    return -1


def _is_said(clauses: Clauses, that: int, end: int) -> bool:
    """Whether a clause follows "that": "said that he left", not "said that to them", "said that."."""
    at = that + 1
    if at + 1 >= end or (clauses.tags[at] == "," and clauses.tags[at + 1] not in "LID"):
        return False
    relative = clauses.tags[at : at + 2] == "DX" and word_at(clauses.items, at) != "there"
    verb = relative or clauses.tags[at] in "XVv" or (clauses.tags[at] == "e" and not begins_clause(clauses, at, end))
    if verb or word_at(clauses.items, at) in _THOSE_TIMES:
        # "remarks that were prominently featured", "reported that night"
        return False
    if clauses.tags[at] in "ILDt,":
        if leading := _LEADING.match(clauses.tags, at, end):
            at = leading.start("c")
        return begins_clause(clauses, at, end) or re.search("[XVveQ]", clauses.tags[at:end]) is not None
    return begins_clause(clauses, at, end) or re.search("[XVveQ]", clauses.tags[at : min(end, at + 30)]) is not None


def _is_time(word: str) -> bool:
    return word in SAYING_WORDS["saying when"]


def content_end(clauses: Clauses, first: int, end: int, bounded: bool) -> int:
    """The unit before which the reported clause that begins at `first` ends; `end` is its sentence's.

    `bounded`: the verb of saying stands in a subordinate clause, which a comma ends.
    """
    tags, items = clauses.tags, clauses.items
    for at in range(first + 1, end):
        tag = tags[at]
        if tag == ";" or (tag == "," and (bounded or _narrator_resumes(clauses, at, end))):
            return at
        if tag == "-" and (tags[at + 1 : at + 2] == "K" or _subject_says(clauses, at + 1, end)):
            return at
        if tag == "A" or (tag == "K" and _turns_to_the_past(clauses, first, at, end)):
            return at
        if tag == "K" and word_at(items, at + 1) in SAYING_WORDS["resuming"]:
            return at
        if tag == "K" and (_says(clauses, at + 1, end) or _subject_says(clauses, at + 1, end)):
            return at
    return end


_PRESENT: Final = re.compile(r"[^W,]{0,30}?[NRPwc]D{0,2}(?P<x>X)(?!D{0,2}[Xen])")


def _turns_to_the_past(clauses: Clauses, first: int, conjunction: int, end: int) -> bool:
    """Whether a verb in the past follows words in the present: "said he is no dictator and accused the army"."""
    tags, items = clauses.tags, clauses.items
    verb = conjunction + 1 + (tags[conjunction + 1 : conjunction + 2] == "D")
    # "they are tired and overworked": a narrator's verb has something behind it
    if verb + 1 >= end or tags[verb] not in "eVv" or not word_at(items, verb).endswith("ed") or "W" in tags[first:verb]:
        return False
    present = _PRESENT.match(tags, first, conjunction)
    return present is not None and word_at(items, present.start("x")) in SAYING_WORDS["present"]


def _narrator_resumes(clauses: Clauses, comma: int, end: int) -> bool:
    """Whether the narrator speaks again after a comma: ", adding that …", ", but the army …", ", Jones said"."""
    tags, items = clauses.tags, clauses.items
    at = comma + 1
    if at >= end:
        return True
    word = word_at(items, at)
    if tags[at] in "GgA" or word in SAYING_WORDS["narrating"]:
        return True
    if word_at(items, at + (tags[at] == "d")) in NOUN_CUES:
        # ", a claim that …"
        return True
    if (told := _SAID_BY.match(tags, at, end)) and word_at(items, told.start("v")) in SAYING_VERBS:
        # ", reported the Springfield Times"
        return True
    if tags[at] in "KL" and word in SAYING_WORDS["turning"]:
        return tags[at + 1 : at + 2] != "T"
    if tags[at] == "K":
        return _says(clauses, at + 1, end) or _subject_says(clauses, at + 1, end)
    return _subject_says(clauses, at, end)


_SAID_BY: Final = re.compile(r"D?(?P<v>V)[dDwcen]{0,5}[NR](?:[,IDt][^VvX]{0,30})?$")


def _says(clauses: Clauses, at: int, end: int) -> bool:
    """Whether a verb of saying follows at once: "… and added that …"."""
    while at < end and clauses.tags[at] in "DX":
        at += 1
    if at >= end:
        return False
    word = word_at(clauses.items, at)
    if clauses.tags[at] in "VG" and word in SAYING_VERBS:
        return word not in _BASES
    # "… but implied that …", "… and asked whether …"
    if word_at(clauses.items, at + 1) == "whether":
        return True
    return word.endswith("ed") and re.match("[eVv](?:O|R|N)?T", clauses.tags[at : at + 3]) is not None


_SAYS: Final = re.compile(r"d?[Dwcen0]{0,5}[NRPw](?:\([^)]{0,20}\))?(?:,[^,.;]{1,40},)?[DX]{0,3}(?P<v>[Vv])")


def _subject_says(clauses: Clauses, at: int, end: int) -> bool:
    """Whether somebody's saying follows: "… and Jones says …", "… and he accused …"."""
    found = _SAYS.match(clauses.tags, at, min(end, at + 60))
    if found is None:
        return False
    word = word_at(clauses.items, found.start("v"))
    return word in SAYING_VERBS or (clauses.tags[found.start("v") - 1] == "P" and word in SAYING_WORDS["resuming"])


def has_clause(clauses: Clauses, first: int, end: int) -> bool:
    """Whether a finite verb with something before it stands among the units."""
    tags = clauses.tags
    if begins_clause(clauses, first, end):
        return True
    if leading := _LEADING.match(tags, first, end):
        return begins_clause(clauses, leading.start("c"), end)
    return re.search(r"[NRPwcQ0].{0,6}?[XVvQ]", tags[first:end]) is not None


def slice_of(document: Document, clauses: Clauses, stretch: Stretch) -> Span:
    """The stretch of the body that units take, with the marks of quotations, titles of names and signs at numbers."""
    first, last = clauses.items[stretch.first], clauses.items[stretch.end - 1]
    start, end, body = first.start, last.end, document.body
    if isinstance(first, Quotation):
        start = first.outer.start
    elif isinstance(first, Mention):
        start = document.tokens[first.first].start
    elif start and body[start - 1] in "$£€#@":
        start -= 1
    if isinstance(last, Quotation):
        end = last.outer.end
    elif body[end : end + 1] == "%":
        end += 1
    return Span(start, end)
