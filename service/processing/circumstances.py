"""Circumstances: to whom and where words were said, and who passed them on, where the text says it clearly.

They stand in the narration: in the sentence, outside what was said, and not in another quotation's part of it.
"""

import re
from typing import Final, NamedTuple

from service.processing.document import NAME, PRONOUN, Document, Mention, Token
from service.processing.lexicon import SAYING_VERBS, SAYING_WORDS, VENUES
from service.processing.place import Found
from service.processing.units import Clauses, Stretch, sentence_start, word_at
from service.processing.venues import FARTHEST, medium_at, outlet_at, program_of, text_of, venue_of


class Circumstances(NamedTuple):
    """What the text says of how the words came to it; None where it says nothing."""

    venue: str | None = None
    """Where it was said: "news conference", "interview with CNN", or to which outlet: "Reuters"."""
    addressee: str | None = None
    """To whom: "reporters", or the name of whom a pronoun speaks."""
    relayed_by: str | None = None
    """Who passed it on: "“…,” he told them, according to Reuters"."""


_LONGEST_HEARER: Final = 10
"""Units."""
_RELAYED: Final = re.compile(r"[^Q.!]{0,40}?,?A[wdect]{0,4}(?P<s>[NR])")


def circumstances(document: Document, clauses: Clauses, found: Found, said: Stretch) -> Circumstances:
    """The circumstances of what the units `said` hold and `found` attributes."""
    if found.cue < 0 or clauses.tags[found.cue] == "A":
        return Circumstances()
    speaker = clauses.items[found.speaker]
    venue, addressee = _hearer(document, clauses, found)
    addressee = addressee or _spoken_to(document, clauses, found)
    if isinstance(speaker, Mention) and addressee == named(document, speaker):
        addressee = None
    venue = venue or venue_of(document, clauses, found, said)
    return Circumstances(venue, addressee, _relayed(document, clauses, found, said))


def named(document: Document, mention: Mention) -> str | None:
    """Whom a mention means: a name if one is known, else its own words; None for a pronoun of somebody unknown."""
    if mention.entity is not None and mention.entity.kind is not None:
        return mention.entity.name
    return None if mention.form is PRONOUN else text_of(document, mention)


def _hearer(document: Document, clauses: Clauses, found: Found) -> tuple[str | None, str | None]:
    """The venue and the addressee that follow the cue: "told Reuters", "told lawmakers", "said to her"."""
    tags, items = clauses.tags, clauses.items
    cue = items[found.cue]
    at = found.cue + 1
    if not isinstance(cue, Token) or at >= len(items):
        return None, None
    if cue.low not in SAYING_WORDS["addressing"]:
        to = items[at]
        if not (cue.low in SAYING_VERBS and isinstance(to, Token) and to.low == "to"):
            return None, None
        at += 1
    elif found.speaker > found.cue:
        return None, None
    if phrase := medium_at(document, clauses, at, VENUES["occasion"] | VENUES["press"]):
        return phrase, None
    first = at
    while at < len(tags) and at - found.cue < _LONGEST_HEARER and _goes_on(document, clauses, at):
        at += 1
    item = items[at] if at < len(items) else None
    if not isinstance(item, Mention) or (item.form is PRONOUN and item.possessive):
        return None, None
    if outlet := outlet_at(document, clauses, at):
        return program_of(document, clauses, at, outlet)
    last = at
    while last + 1 < len(tags) and tags[last + 1] in "wc" and last - found.cue < _LONGEST_HEARER:
        if word_at(items, last + 1) in SAYING_WORDS["dating"]:
            break
        last += 1
    if item.form is NAME and last > at:
        # "the Springfield Glee Club audience"
        return None, " ".join(document.body[items[first].start : items[last].end].split())
    return None, named(document, item)


def _goes_on(document: Document, clauses: Clauses, at: int) -> bool:
    """Whether the words for the hearer go on after unit `at`: "the town’s main [baker]"."""
    tags = clauses.tags
    owner = tags[at] in "NR" and tags[at + 1 : at + 2] == "s" and outlet_at(document, clauses, at) is None
    return owner or tags[at] in "dDwec0s"


def _spoken_to(document: Document, clauses: Clauses, found: Found) -> str | None:
    """To whom somebody speaks in the words before: "Speaking to reporters, Long said"."""
    items = clauses.items
    for at in range(sentence_start(clauses.tags, found.cue, FARTHEST), found.speaker - 2):
        item, to, hearer = items[at : at + 3]
        if not (isinstance(item, Token) and isinstance(to, Token) and isinstance(hearer, Mention)):
            continue
        if item.low in SAYING_WORDS["speaking"] and to.low in {"to", "with", "before"}:
            return named(document, hearer)
    return None


def _relayed(document: Document, clauses: Clauses, found: Found, said: Stretch) -> str | None:
    if word_at(clauses.items, found.cue) not in SAYING_VERBS:
        return None
    start = max(found.speaker, found.cue, said.end - 1) + 1
    if relayed := _RELAYED.match(clauses.tags, start, min(len(clauses.tags), start + 60)):
        speaker = clauses.items[relayed.start("s")]
        if isinstance(speaker, Mention):
            return named(document, speaker)
    return None
