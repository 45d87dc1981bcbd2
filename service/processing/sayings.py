"""Sayings: the rules that find a reported clause and who says it, from a verb of saying or "according to"."""

import re
from typing import Final, NamedTuple

from service.article import QuoteKind
from service.processing.document import Document, Mention, Quotation
from service.processing.lexicon import NOUN_VERBS, SAYING_VERBS, SAYING_WORDS
from service.processing.place import Found
from service.processing.reported_clauses import aims, begins_clause, content_after, content_end, has_clause
from service.processing.sayers import is_unsaid, sayer
from service.processing.units import Clauses, Stretch, word_at


class Saying(NamedTuple):
    """A reported clause, who says it, and the rule that found it."""

    content: Stretch
    found: Found
    rule: str
    confidence: float


_SHORTEST: Final = 3
"""Units of a clause whose verb is not looked for."""


def _subordinate(clauses: Clauses, found: Found, sentence: Stretch) -> str:
    """What opens the clause of the verb of saying, if it is no main clause."""
    tags, items = clauses.tags, clauses.items
    at = found.cue - 1
    while at > found.speaker and tags[at] in "DX":
        at -= 1
    if tags[at] == "W":
        return "who"
    at = found.speaker
    while at > sentence.first and tags[at - 1] in "dDwecn0s":
        at -= 1
    if at > sentence.first and (tags[at - 1] in "LW" or (tags[at - 1] == "I" and tags[found.cue] in "Gg")):
        return word_at(items, at - 1)
    return ""


def cue_before(
    document: Document, clauses: Clauses, verb: int, sentence: Stretch, before: Found | None
) -> Saying | None:
    """Guaido said that it was over; Guaido told them it was over; …, adding that it was over."""
    tags = clauses.tags
    if (
        tags[verb] in "Vv"
        and verb
        and tags[verb - 1] in ",!Q"
        and _INVERTED.match(tags, verb - 1)
        and not (_DESCRIBED.fullmatch(tags, sentence.first, verb) and begins_clause(clauses, verb + 1, sentence.end))
    ):
        return None
    first = content_after(clauses, verb, sentence.end)
    if first < 0:
        return None
    found = sayer(document.tokens, clauses, verb, sentence, before)
    if found is None:
        return None
    opener = _subordinate(clauses, found, sentence)
    if opener in SAYING_WORDS["unsaid"]:
        return None
    end = content_end(clauses, first, sentence.end, bounded=bool(opener))
    if first <= found.speaker < end:
        # "critics of what is known as “rain” say it is late": who speaks stands before the verb
        return None
    rule = "reported-that" if tags[first - 1] == "T" else "reported-clause"
    near = not tags[max(found.speaker, found.last) + 1 : verb].strip("DX")
    confidence = (0.95 if near else 0.88) - (0.1 if opener else 0) - (0.05 if tags[verb] in "Gg" else 0)
    return Saying(Stretch(first, _trimmed(tags, first, end)), found, rule, round(confidence, 2))


_INVERTED: Final = re.compile(r"[,!Q]V[dDwcen]{0,6}(?:[NR]|P(?!D?w))(?![,]?[dDwcen0]{0,4}[XVv])")
_DESCRIBED: Final = re.compile(r"(?:K|[IL][^,.;]{1,40},)?[dDwcen0s]{0,6}[NRP](?:I[dDwcen0sNR]{1,12})?,[^.;]{1,60},")
"""A subject with what describes it, before its verb: "Bob Long, the mayor, said"."""
_ADJUNCT: Final = r"(?:D|t|0|,?I[dDwcen0tsNRPQO]{1,12}?|O|e)"
_AFTER: Final = re.compile(
    r",(?P<n>[dDwcen0]{0,6}(?P<s>[NRP])(?:s?[wc]{0,3}|\([^)Q]{0,30}\)|,[^.!;QVv]{1,60}?,|I[^QVvX.,;]{1,20})?[DX]{0,3})(?P<v>[Vv])"
)
_AFTER_WORDS: Final = re.compile(r",(?P<n>d?[wcen0]{1,4})[DX]{0,3}V$")
_AFTER_INVERTED: Final = re.compile(r",D?(?P<v>V)[dDwecn]{0,6}(?P<s>[NR])")
_TAIL: Final = re.compile(rf"(?P<hearer>[dcw]{{0,5}}[NRPO])?{_ADJUNCT}{{0,6}}(?P<end>,|-|$)")


def cue_after(clauses: Clauses, verb: int, sentence: Stretch) -> Saying | None:
    """It was over, Guaido said; it was over, said Guaido; the war, Guaido said, was over."""
    tags = clauses.tags
    comma = -1
    if words := _AFTER_WORDS.search(tags, max(sentence.first, verb - 10), min(sentence.end, verb + 1)):
        last = words.end("n") - 1
        content = _around(clauses, sentence, words.start(), sentence.end)
        plural = word_at(clauses.items, last).endswith("s")
        if content is None or not plural or verb + 1 < sentence.end or words.start() <= sentence.first:
            return None
        return Saying(content, Found(words.start("n"), verb, last), "reported-before-cue", 0.93)
    for pattern in (_AFTER, _AFTER_INVERTED):
        begin = max(sentence.first, verb - 45)
        for found in pattern.finditer(tags, begin, min(sentence.end, verb + 12)):
            if found.start("v") == verb:
                comma, speaker, after = found.start(), found.start("s"), max(found.end("s"), verb + 1)
    if comma <= sentence.first or not isinstance(clauses.items[speaker], Mention):
        return None
    item = clauses.items[comma - 1]
    if isinstance(item, Quotation) and item.kind is QuoteKind.DIRECT:
        return None
    tail = _TAIL.match(tags, after, sentence.end)
    told = SAYING_VERBS[word_at(clauses.items, verb)] == "told"
    if (
        tail is None
        or aims(clauses, after, min(tail.end() + 2, sentence.end))
        or (told and speaker > verb)
        or (tail["hearer"] is not None and not told)
    ):
        return None
    content = _around(clauses, sentence, comma, tail.start("end") if tail["end"] == "," else sentence.end)
    if content is None:
        return None
    return Saying(content, Found(speaker, verb), "reported-before-cue", 0.93)


def _around(clauses: Clauses, sentence: Stretch, comma: int, resumes: int) -> Stretch | None:
    """The clause before the cue that stands after `comma`, or the one that the cue interrupts."""
    tags = clauses.tags
    first = sentence.first
    while first < comma and (tags[first] in "K," or (tags[first] == "D" and tags[first + 1] == ",")):
        first += 1
    if first >= comma:
        return None
    item = clauses.items[first]
    if isinstance(item, Quotation) and item.kind is QuoteKind.DIRECT:
        return None
    if tags[first] in "ILtD" and tags[resumes + 1 : resumes + 2] == "Q":
        # "In the spring after it rained, Mr. Long said, “…”"
        return None
    interrupted = tags[resumes + 1 : resumes + 3].lstrip("D")[:1] in {"X", "V", "v", "e", "T"}
    closed = resumes >= sentence.end and comma - first > _SHORTEST and tags[first] != "I"
    main = first if tags[first] != "L" else (tags.find(",", first, comma) + 1 or -1)
    if main >= first and not interrupted and (closed or has_clause(clauses, main, comma)):
        return Stretch(first, _trimmed(tags, first, comma))
    rest = tags[resumes + 1 : sentence.end].strip("Q,")
    if resumes >= sentence.end or tags[resumes + 1 : resumes + 2] in {"G", "g", "K", "W", "n", ""} or not rest:
        return None
    if tags[resumes + 1 : resumes + 2] == "T":
        # "no plan - a hope, Mr. Long said, that is old"
        first = max(first, tags.rfind("-", first, comma) + 1)
    end = content_end(clauses, resumes + 1, sentence.end, bounded=False)
    return Stretch(first, _trimmed(tags, first, end)) if re.search("[XVve]", tags[resumes:end]) else None


def _trimmed(tags: str, first: int, end: int) -> int:
    while end > first and (tags[end - 1] in ",:-;K" or (tags[end - 1] == ")" and "(" not in tags[first:end])):
        end -= 1
    return end


_DATING: Final = SAYING_WORDS["dating"]
_SOURCE: Final = re.compile(r"d?[Dwcen0sNR]{0,8}|P")


def according(clauses: Clauses, at: int, sentence: Stretch) -> Saying | None:
    """According to Guaido, it was over; it was over, according to Guaido; the war, according to Guaido, was over."""
    tags = clauses.tags
    source = _source(clauses, at, sentence)
    if source is None:
        return None
    last = source.end - 1
    head = isinstance(clauses.items[last], Mention) and tags[last - 1] != "s"
    found = Found(last, at) if head else Found(source.first, at, last)
    if tags[at - 1 : at] == "T" or not tags[sentence.first : at].strip("KD,"):
        comma = _source_end(clauses, source.end, sentence)
        if comma < 0:
            return None
        end = content_end(clauses, comma + 1, sentence.end, bounded=False)
        return Saying(Stretch(comma + 1, _trimmed(tags, comma + 1, end)), found, "reported-according-to", 0.93)
    comma = at - 1 if tags[at - 1] == "," else at
    resumes = tags.find(",", source.end, sentence.end)
    content = _around(clauses, sentence, comma, resumes if resumes >= 0 else sentence.end)
    return Saying(content, found, "reported-according-to", 0.93) if content else None


def _source(clauses: Clauses, at: int, sentence: Stretch) -> Stretch | None:
    """The noun phrase after "according to", without a day after it."""
    words = _SOURCE.match(clauses.tags, at + 1, sentence.end)
    end = words.end() if words else at + 1
    if word_at(clauses.items, end) in NOUN_VERBS and end > at + 1:
        end += 1
    while end > at + 1 and (
        clauses.tags[end - 1] in "eDd" or word_at(clauses.items, end - 1) in SAYING_WORDS["dating"]
    ):
        end -= 1
    if end == at + 1 or word_at(clauses.items, end - 1) in SAYING_WORDS["no sources"]:
        return None
    return Stretch(at + 1, end)


def _source_end(clauses: Clauses, at: int, sentence: Stretch) -> int:
    """The comma after a source with all that describes it, before what it says; -1 for none."""
    comma = clauses.tags.find(",", at, min(sentence.end, at + 40))
    for _ in range(3):
        if comma < 0:
            return -1
        if begins_clause(clauses, comma + 1, sentence.end) and clauses.tags[comma + 1] != "W":
            return comma
        comma = clauses.tags.find(",", comma + 1, min(sentence.end, at + 60))
    return -1


_BY: Final = re.compile(r"eI(?P<n>[dDwcen0]{0,6}(?P<s>[NRP]))(?:D|t|I[dDwcen0tsNR]{1,8}?)?T")


def passive(clauses: Clauses, verb: int, sentence: Stretch) -> Saying | None:
    """They were told by Guaido that it was over."""
    found = _BY.match(clauses.tags, verb, sentence.end)
    if found is None or word_at(clauses.items, verb) not in SAYING_VERBS or word_at(clauses.items, verb + 1) != "by":
        return None
    speaker = found.start("s")
    if is_unsaid(clauses, verb, sentence) or not isinstance(clauses.items[speaker], Mention):
        return None
    end = content_end(clauses, found.end(), sentence.end, bounded=False)
    return Saying(
        Stretch(found.end(), _trimmed(clauses.tags, found.end(), end)), Found(speaker, verb), "reported-by", 0.9
    )
