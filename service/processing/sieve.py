"""The sieve: rules that find the speaker of one quotation, the most precise first.

A rule looks at the units around a quotation (see units.py) and finds its cue and speaker, or passes. Every
pattern is of bounded length. Confidences are shares of right answers measured on news articles.
"""

import re
from collections.abc import Callable
from typing import Final

from service.article import QuoteKind
from service.processing.document import Mention
from service.processing.governing import cue_governs, is_idle, outermost
from service.processing.lexicon import CUES, NOUN_CUES, WORD_CLASSES
from service.processing.namings import labelled_by
from service.processing.place import Found, Place, is_cued, sentence_before, tags_after, tags_before, window_start, word
from service.processing.subjects import subject_before

_POST: Final = (
    r"(?:\([^)Q]{0,40}\))?(?:I[^QVvX.,]{1,20})?(?:K[dwce0]{0,4}[NR])?(?:e[tI][dwctNR]{0,4})?"
    r"(?:,[^.!]{1,40}?,|s?[wc]{1,3}|-[^.!]{1,40}-)?"
)
_LEAD: Final = r"(?:(?:d?[wce0]{0,3}[NR]s?|[dcwen0])[dcwen0]{0,5})?"
_SPEAKS: Final = rf"{_LEAD}(?P<s>[NRP]){_POST}D?[DX]{{0,3}}(?P<v>[Vv])"
_AFTER: Final = (
    re.compile(rf",?L?{_SPEAKS}"),
    re.compile(rf"!{_SPEAKS}(?![TQ:d])"),
    re.compile(r"\.(?P<s>[NRP])D?(?P<v>V)(?=\.|$)"),
)
_INVERTED: Final = re.compile(r",?!?D?(?P<v>[Vv])D?[wdecnKD]{0,6}(?P<s>[NR]|P(?![XVve]))")
_INVERTED_WORDS: Final = re.compile(r",?!?(?P<v>V)(?P<s>d[dwcen0]{0,5})(?![s-])")
_WORDS_AFTER: Final = re.compile(r",?(?P<s>d[wcenN0]{1,5})(?:I[^QVv.,]{1,12})?D?[DX]{0,3}(?P<v>V)")
_VERB_AFTER: Final = re.compile(rf"(?:,?|!(?![NRP]{_POST}D?X))(?:(?P<s>[NRP]){_POST}D?[eXv]|e(?P<s2>[NRP])(?!s))")
_ANY_VERB_AFTER: Final = re.compile(rf"[,!](?P<s>[NRP]){_POST}D?w")
_POSSESSOR: Final = re.compile(r"(?P<s>[NR])s[ce0w]?$")
_WAS_REPLY: Final = re.compile(r",?X(?P<s>[NRd])s?[ce0w]?(?P<c>w)")
"""“…” was Guaido's reply."""
_IN_VIEW: Final = re.compile(r",?I(?P<s>[NRd])s?[ce0w]?(?P<c>w)")
"""It is “…” in Guaido's view."""
_ANSWERS: Final = re.compile(r"(?P<s>[NR])s[ce0w]?w\.$")
"""Guaido's answer? “…”"""
_OWNER: Final = re.compile(r"(?P<s>[NR](?=s)|d)s?[wce0]{0,2}$")
_BEFORE: Final = re.compile(r"(?P<v>[VvGg])(?P<gap>[DT]{0,2}[,:]?T?)$")
_BEFORE_COLON: Final = re.compile(r"(?P<v>[VvGg])(?P<gap>[^.!QVvGg]{0,40}:)$")
_INTERRUPTING: Final = re.compile(r",(?P<v>V)[dwcenK]{0,5}(?:N[wn]{1,3})?(?P<s>[NR]),$")
_TOLD: Final = re.compile(r"(?P<v>[VvGg])(?P<gap>[DIdwct]{0,4}(?:[NROP])(?:[It][dwctNR]{0,6})?[,:]?T?)$")
_ACCORDING: Final = re.compile(r"A[wdect]{0,4}(?P<s>[NRP])")
_ACCORDING_AFTER: Final = re.compile(rf",?{_ACCORDING.pattern}")
_PER_AFTER: Final = re.compile(r",(?P<a>I)[wdect]{0,4}(?P<s>[NRP])(?!s)")
_ACCORDING_LATER: Final = re.compile(r"[^.!]{0,60},(?P<a>A)[wdect]{0,4}(?P<s>[NRP])")
_PASSIVE: Final = re.compile(r"[ev][dwceDIL]{0,4}$")
_BY_AS: Final = re.compile(r"(?P<v>[ev])D?(?P<b>I)[dwce]{0,4}(?P<s>[NRO])L?d?$")
_BY: Final = re.compile(r",?(?P<b>I)[dwce]{0,4}(?P<s>[NRP])")
_OPENS: Final = re.compile(r"[LI]?D?(?P<v>[Gg])[^.!;:Vv]{0,20}$")
_MAIN_SUBJECT: Final = re.compile(r"[^.!;:,VvXQ]{0,20},D?,?(?:[NR]s)?[dcwe0]{0,4}?(?P<s>[NRP])(?!s)")
_CREDIT: Final = re.compile(r"[.,!]?-(?P<s>N)(?:[,.]|$)")
_LOOSELY: Final = re.compile(rf"[^.!QVv]{{0,40}}?,{_LEAD}(?P<s>[NRP]){_POST}D?[DX]{{0,3}}(?P<v>V)")
_LOOSELY_INVERTED: Final = re.compile(r"[^.!Q]{0,40}?,D?(?P<v>V)D?[wdecD]{0,6}(?P<s>[NR]|P(?![XVve]))")
_FAR: Final = re.compile(
    rf"(?:[^.!]{{0,60}}Q)?[^.!Q]{{0,60}},{_LEAD}(?P<s>[NRP]){_POST}D?[DX]{{0,3}}(?P<v>V)[^.Q]{{0,40}}(?:[.!]|$)"
)
_FAR_INVERTED: Final = re.compile(r"[^.!]{0,60}Q[^.!Q]{0,60}?,D?(?P<v>V)D?[wdecD]{0,6}(?P<s>[NR]|P(?![XVve]))")


def _found(place: Place, found: re.Match[str]) -> Found:
    """What a pattern found in the tags after the quotation; of "Reuters quoted Long as saying" it is Long."""
    first = place.unit + 1
    if through := _AS_SAYING.match(place.clauses.tags, first + found.end("v")):
        return Found(through.start("s"), through.end("s") + 1)
    return Found(first + found.start("s"), first + found.start("v"))


_AS_SAYING: Final = re.compile(r"[dwc]{0,3}(?P<s>[NRO])LG")


def _cue_after(place: Place) -> Found | None:
    """“…,” Guaido said."""
    after = tags_after(place)
    if _is_asked(place):
        return None
    for pattern in _AFTER:
        found = pattern.match(after)
        if found and after[0] == "." and _BEFORE.search(tags_before(place)):
            # "he said: “…” She left."
            return None
        if found and not _subordinate(place, after, found):
            return _found(place, found)
    return None


def _is_asked(place: Place) -> bool:
    """Whether they are another's words: "Asked about “…,” Guaido said"."""
    before = sentence_before(place)
    if not _ASKED.match(before):
        return False
    return word(place, place.unit - len(before)) in WORD_CLASSES["asking"]


_ASKED: Final = re.compile(r"[Vve](?!.*,D?d?[cw]{0,2}[NRP])")


def _subordinate(place: Place, after: str, found: re.Match[str]) -> bool:
    """Whether what follows is a clause of its own: "“a mess” because he said so", "“a mess,” after he blasted it"."""
    comma = after.startswith(",")
    if after.startswith("L", comma):
        return not comma or found["v"] == "v" or word(place, place.unit + 1 + comma) != "as"
    return not comma and place.quotation.kind is QuoteKind.MIXED and after[0] in "NRPdwce0"


def _cue_inverted(place: Place) -> Found | None:
    """“…,” said Guaido."""
    found = _INVERTED.match(tags_after(place))
    if not found or word(place, place.unit + 1 + found.start("v")) in {"told", "tells"}:
        return None
    if "'" in word(place, place.unit + 1 + found.start("s")):
        # "the “…” man said he'd go"
        return None
    return _found(place, found)


def _words_after(place: Place) -> Found | None:
    """“…,” said one; “…,” a voice-over in the ad says."""
    found = _INVERTED_WORDS.match(tags_after(place)) or _WORDS_AFTER.match(tags_after(place))
    if not found or word(place, place.unit + 1 + found.start("v")) in {"told", "tells"}:
        return None
    at = place.unit + 1
    return Found(at + found.start("s"), at + found.start("v"), at + found.end("s") - 1)


def _verb_after(place: Place) -> Found | None:
    """“…,” he surmised; “…!” beamed Guaido: a verb of any kind beside a whole quotation."""
    if place.quotation.kind is not QuoteKind.DIRECT or sentence_before(place).strip("Q,KDL-"):
        return None
    after = tags_after(place)
    if found := _VERB_AFTER.match(after):
        return Found(place.unit + 1 + found.start("s" if found["s"] else "s2"), -1)
    if found := _ANY_VERB_AFTER.match(after):
        return Found(place.unit + 1 + found.start("s"), -1)
    return None


def _cue_before(place: Place) -> Found | None:
    """Guaido said: “…”; the war, said Guaido, “…”"""
    if found := _INTERRUPTING.search(tags_before(place)):
        speaker, cue = (window_start(place) + found.start(part) for part in "sv")
        if word(place, cue) != "told":
            return Found(speaker, cue)
    for pattern in (_BEFORE, _TOLD, _BEFORE_COLON):
        if found := pattern.search(tags_before(place)):
            cue = window_start(place) + found.start("v")
            if cue == labelled_by(place) or is_idle(place, cue):
                return None
            speaker = subject_before(place.clauses, cue)
            if speaker >= 0:
                return outermost(place, Found(speaker, cue))
    return None


def _strong_cue_before(place: Place) -> Found | None:
    """Guaido said: “…” - with a verb that says nothing but that words were said."""
    found = _cue_before(place)
    return found if found and place.clauses.tags[found.cue] in "VG" else None


def _according_to(place: Place) -> Found | None:
    """According to Guaido, “…”; “…,” according to Guaido; “…,” per Guaido."""
    if (found := _PER_AFTER.match(tags_after(place))) and word(place, place.unit + 1 + found.start("a")) == "per":
        return Found(place.unit + 1 + found.start("s"), place.unit + 1 + found.start("a"))
    if found := _ACCORDING_AFTER.match(tags_after(place)):
        return Found(place.unit + 1 + found.start("s"), place.unit + 1 + found.group().index("A"))
    before = sentence_before(place)
    offset = place.unit - len(before)
    if found := _ACCORDING.search(before):
        return Found(offset + found.start("s"), offset + found.start())
    return None


def _according_to_later(place: Place) -> Found | None:
    """A nationwide “…” was held, according to Guaido."""
    if found := _ACCORDING_LATER.match(tags_after(place)):
        return Found(place.unit + 1 + found.start("s"), place.unit + 1 + found.start("a"))
    return None


def _cue_by(place: Place) -> Found | None:
    """The plan was called “…” by Guaido; it was described by Guaido as “…”."""
    if (called := _BY_AS.search(tags_before(place))) and word(place, window_start(place) + called.start("b")) == "by":
        cue, speaker = (window_start(place) + called.start(part) for part in "vs")
        return Found(speaker, cue) if word(place, cue) in CUES else None
    before, after = _PASSIVE.search(tags_before(place)), _BY.match(tags_after(place))
    if not before or not after or word(place, place.unit + 1 + after.start("b")) != "by":
        return None
    cue = window_start(place) + before.start()
    if word(place, cue) not in CUES and word(place, cue) not in WORD_CLASSES["labelling"]:
        return None
    if word(place, cue) == "called" and place.clauses.tags[cue - 1 : cue] not in {"X", "D"}:
        # "a book called “…” by Guaido"
        return None
    if any(word(place, unit) in WORD_CLASSES["whereabouts"] for unit in range(cue + 1, place.unit)):
        # "reported in a “…” by Guaido"
        return None
    return Found(place.unit + 1 + after.start("s"), cue)


def _cue_opens(place: Place) -> Found | None:
    """Describing it as “…,” Guaido left: a sentence opens with a verb whose subject is that of its main clause."""
    before, after = _OPENS.match(sentence_before(place)), _MAIN_SUBJECT.match(tags_after(place))
    if not before or not after:
        return None
    start = place.unit - len(before.string)
    return Found(place.unit + 1 + after.start("s"), start + before.start("v"))


def _noun_cue(place: Place) -> Found | None:
    """Guaido's claim that it was “…”; his call for a “…”; his words: “…”; Guaido's “…” remark."""
    before = sentence_before(place)
    offset = place.unit - len(before)
    after = tags_after(place)
    for pattern, nouns in ((_WAS_REPLY, NOUN_CUES), (_IN_VIEW, WORD_CLASSES["views"])):
        if (found := pattern.match(after)) and word(place, place.unit + 1 + found.start("c")) in nouns:
            speaker = place.unit + 1 + found.start("s")
            if isinstance(place.clauses.items[speaker], Mention):
                return Found(speaker, place.unit + 1 + found.start("c"))
    if word(place, place.unit + 1) in NOUN_CUES and (found := _POSSESSOR.search(before)):
        speaker = offset + found.start("s")
        if isinstance(place.clauses.items[speaker], Mention):
            return Found(speaker, place.unit + 1)
    if not before and (asked := _ANSWERS.search(place.clauses.tags, window_start(place), place.unit)):
        cue = place.unit - 2
        if word(place, cue) in NOUN_CUES and word(place, cue + 1) == "?":
            return Found(asked.start("s"), cue)
    for at in range(len(before) - 1, max(0, len(before) - 15), -1):
        if before[at] in "wG" and word(place, offset + at) in NOUN_CUES and _CLAIMED.fullmatch(before, at + 1):
            if found := _OWNER.search(before[:at]):
                speaker = offset + found.start("s")
                if isinstance(place.clauses.items[speaker], Mention):
                    return Found(speaker, offset + at)
        elif before[at] in "VGQ":
            return None
    return None


_CLAIMED: Final = re.compile(r"T.{0,14}|[-,:]|Id?w?")


def _cue_loosely_after(place: Place) -> Found | None:
    """The “…” goal is near, Guaido said."""
    if _is_asked(place) or is_cued(place):
        return None
    for pattern in (_LOOSELY, _LOOSELY_INVERTED):
        found = pattern.match(tags_after(place))
        if found and (
            pattern is _LOOSELY or word(place, place.unit + 1 + found.start("v")) in WORD_CLASSES["invertible"]
        ):
            return _found(place, found)
    return None


def _cue_far_after(place: Place) -> Found | None:
    """The “…” goal is “…,” Guaido said."""
    if _is_asked(place) or is_cued(place):
        return None
    for pattern in (_FAR, _FAR_INVERTED):
        found = pattern.match(tags_after(place))
        if found and (pattern is _FAR or word(place, place.unit + 1 + found.start("v")) in WORD_CLASSES["invertible"]):
            return _found(place, found)
    return None


def _as_put(place: Place) -> Found | None:
    """As Guaido put it, “…”; “…,” as Guaido calls it; “…” is how, or what, Guaido called it."""
    if found := _HOW.match(tags_after(place)):
        asked, verb = place.unit + 1 + found.start("h"), place.unit + 1 + found.start("v")
        if word(place, asked) == "how" or (word(place, asked) == "what" and word(place, verb) in _CALLS):
            return Found(place.unit + 1 + found.start("s"), verb)
    after = _AS_PUT.match(place.clauses.tags, place.unit + 1)
    before = _AS_PUT_BEFORE.search(tags_before(place))
    for found, offset in ((after, 0), (before, window_start(place))):
        if found and word(place, offset + found.start("v")) in _PUTS:
            return Found(offset + found.start("s"), offset + found.start("v"))
    return None


_CALLS: Final = frozenset({"call", "calls", "called", "term", "terms", "termed"})
_PUTS: Final = _CALLS | {"put", "puts", "describe", "describes", "described"}
_AS_PUT: Final = re.compile(rf",?L{_LEAD}(?P<s>[NRP])D?X?(?P<v>[Xwv])P")
_HOW: Final = re.compile(rf"[,-]?-?T?X(?P<h>W){_LEAD}(?P<s>[NRP])D?X?(?P<v>[vVXw])[PO]")
_AS_PUT_BEFORE: Final = re.compile(rf"L{_LEAD}(?P<s>[NRP])D?(?P<v>[Xwv])P[^.!QVv]{{0,20}},[IDdwc]{{0,3}}$")


def _credit(place: Place) -> Found | None:
    """“…” - Juan Guaido"""
    if found := _CREDIT.match(tags_after(place)):
        return Found(place.unit + 1 + found.start("s"), -1)
    return None


SIEVE: Final[tuple[tuple[str, Callable[[Place], Found | None], float], ...]] = (
    ("cue-after", _cue_after, 0.97),
    ("cue-inverted", _cue_inverted, 0.97),
    ("words-after", _words_after, 0.9),
    ("credit", _credit, 0.9),
    ("as-put", _as_put, 0.9),
    ("cue-before", _strong_cue_before, 0.92),
    ("according-to", _according_to, 0.95),
    ("cue-by", _cue_by, 0.85),
    ("cue-loosely-after", _cue_loosely_after, 0.9),
    ("cue-far-after", _cue_far_after, 0.75),
    ("verb-after", _verb_after, 0.75),
    ("noun-cue", _noun_cue, 0.6),
    ("weak-cue-before", _cue_before, 0.8),
    ("cue-governs", cue_governs, 0.87),
    ("cue-opens", _cue_opens, 0.85),
    ("according-to-later", _according_to_later, 0.75),
)
"""Rules that find a cue in the sentence, most precise first."""
