"""Circumstances: to whom and where words were said, and who passed them on, where the text says it clearly.

They stand in the narration: in the sentence, outside what was said, and not in another quotation's part of it.
"""

import re
from typing import NamedTuple

from service.article import ActorKind, MentionForm
from service.processing.document import Document, Mention, Quotation, Token
from service.processing.lexicon import SAYING_VERBS, SAYING_WORDS, VENUES, WORD_CLASSES
from service.processing.sieve import Found
from service.processing.units import Clauses, Stretch


class Circumstances(NamedTuple):
    """What the text says of how the words came to it; None where it says nothing."""

    venue: str | None = None
    """Where it was said: "news conference", "interview with CNN", or to which outlet: "Reuters"."""
    addressee: str | None = None
    """To whom: "reporters", or the name of whom a pronoun speaks."""
    relayed_by: str | None = None
    """Who passed it on: "“…,” he told them, according to Reuters"."""


_FARTHEST = 40
"""Units of narration on either side."""
_LONGEST_PHRASE = 10
"""Units of a venue or hearer."""
_BEFORE_VENUES = frozenset({"in", "on", "at", "during", "via", "through", "over"})
_AFTER_MEDIA = frozenset({"with", "on", "to", "for", "in", "by"})
_DETERMINERS = WORD_CLASSES["determiners"] | {"his", "her", "its", "their"}
_RELAYED = re.compile(r"[^Q.!]{0,40}?,?A[wdect]{0,4}(?P<s>[NR])")


def circumstances(document: Document, clauses: Clauses, found: Found, said: Stretch) -> Circumstances:
    """The circumstances of what the units `said` hold and `found` attributes."""
    if found.cue < 0 or clauses.tags[found.cue] == "A":
        return Circumstances()
    narration = (_narration(clauses, said.first - 1, -1), _narration(clauses, said.end, 1))
    venue, addressee = _hearer(document, clauses, found)
    if venue is None:
        places = [place for part in narration for place in _venues(document, clauses, part)]
        if places:
            venue = min(places, key=lambda place: (place.occasion, abs(place.unit - found.cue))).words
    if addressee is None:
        addressee = _spoken_to(document, clauses, narration[0])
    return Circumstances(venue, addressee, _relayed(document, clauses, found, said))


class _Venue(NamedTuple):
    """Where the words were said, the unit that tells, and whether that is a gathering, no text or broadcast."""

    unit: int
    words: str
    occasion: bool


def _narration(clauses: Clauses, at: int, step: int) -> Stretch:
    """The units beside what was said, up to the end of the sentence or another quotation."""
    tags = clauses.tags
    stop = at
    while 0 <= stop < len(tags) and tags[stop] not in ".!Q" and abs(stop - at) < _FARTHEST:
        stop += step
    return Stretch(stop + 1, at + 1) if step < 0 else Stretch(at, stop)


def _text(document: Document, item: Token | Mention | Quotation) -> str:
    return " ".join(document.body[item.start : item.end].split())


def _low(document: Document, item: Token | Mention | Quotation) -> str:
    return item.low if isinstance(item, Token) else _text(document, item).lower()


def _is_outlet(document: Document, item: Token | Mention | Quotation) -> bool:
    name = _text(document, item).removeprefix("The ").removeprefix("the ")
    return (
        name in VENUES["outlet"]
        or name.title() in VENUES["outlet"]
        or (" " in name and name.split()[-1] in VENUES["ending"])
    )


def named(document: Document, mention: Mention) -> str | None:
    """Whom a mention means: a name if one is known, else its own words; None for a pronoun of somebody unknown."""
    if mention.entity is not None and mention.entity.kind is not None:
        return mention.entity.name
    return None if mention.form is MentionForm.PRONOUN else _text(document, mention)


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
    if phrase := _medium(document, clauses, at, VENUES["occasion"] | VENUES["press"]):
        return phrase, None
    while at < len(tags) and at - found.cue < _LONGEST_PHRASE and _goes_on(document, clauses, at):
        at += 1
    item = items[at] if at < len(items) else None
    if not isinstance(item, Mention) or (item.form is MentionForm.PRONOUN and item.possessive):
        return None, None
    if item.form is MentionForm.NAME and _is_outlet(document, item):
        return _program(document, clauses, at)
    return None, named(document, item)


def _goes_on(document: Document, clauses: Clauses, at: int) -> bool:
    """Whether the words for the hearer go on after unit `at`: "the town’s main [baker]"."""
    tags = clauses.tags
    owner = tags[at] in "NR" and tags[at + 1 : at + 2] == "s" and not _is_outlet(document, clauses.items[at])
    return owner or tags[at] in "dDwec0s"


def _program(document: Document, clauses: Clauses, at: int) -> tuple[str, str | None]:
    """The outlet at `at` with its program, and its reporter: "CNN’s “New Day”"; "CNN’s Wolf Blitzer"."""
    tags, items = clauses.tags, clauses.items
    outlet = _text(document, items[at])
    after = at + 1 + (tags[at + 1 : at + 2] == "s")
    if after < len(tags) and after > at + 1 and tags[after] == "Q":
        program = items[after]
        if isinstance(program, Quotation) and _is_title(document, program):
            return " ".join(document.body[items[at].start : program.outer.end].split()), None
    if after < len(tags) and tags[after] == "N":
        return outlet, _text(document, items[after])
    return outlet, None


def _is_title(document: Document, quotation: Quotation) -> bool:
    """Whether the marks stand around the name of a program."""
    words = document.body[quotation.start : quotation.end][:80].split()
    large = [word for word in words if word.lower() not in WORD_CLASSES["small in titles"]]
    return len(words) <= _LONGEST_PHRASE and all(word[0].isupper() for word in large)


def _spoken_to(document: Document, clauses: Clauses, part: Stretch) -> str | None:
    """To whom somebody speaks in the words before: "Speaking to reporters, Long said"."""
    items = clauses.items
    for at in range(part.first, part.end - 2):
        item, to, hearer = items[at : at + 3]
        if not (isinstance(item, Token) and isinstance(to, Token) and isinstance(hearer, Mention)):
            continue
        if item.low in SAYING_WORDS["speaking"] and to.low in {"to", "with", "before"}:
            return named(document, hearer)
    return None


def _venues(document: Document, clauses: Clauses, part: Stretch) -> list[_Venue]:
    """Where the prepositional phrases of the narration say that the words were said, by unit."""
    tags, items = clauses.tags, clauses.items
    found = []
    relative = False
    for at in range(part.first, part.end):
        if tags[at] == "W":
            relative = True
        elif tags[at] == ",":
            relative = False
        item = items[at]
        if tags[at] == "I" and not relative and isinstance(item, Token) and item.low in _BEFORE_VENUES:
            phrase = _medium(document, clauses, at + 1, VENUES["medium"]) or _site(document, clauses, at + 1)
            gathering = None if phrase else _medium(document, clauses, at + 1, VENUES["occasion"])
            if words := phrase or gathering:
                found.append(_Venue(at, words, phrase is None))
    return found


def _site(document: Document, clauses: Clauses, at: int) -> str | None:
    """A platform or an outlet: "on Twitter", "on CNN", "in the New York Times"."""
    tags, items = clauses.tags, clauses.items
    while at < len(tags) and tags[at] == "d":
        at += 1
    if at >= len(tags) or not isinstance(items[at], Mention | Token):
        return None
    item = items[at]
    name = _text(document, item)
    if name in VENUES["platform"]:
        return name
    if isinstance(item, Mention) and item.form is MentionForm.NAME and _is_outlet(document, item):
        return _program(document, clauses, at)[0]
    return None


def _medium(document: Document, clauses: Clauses, at: int, nouns: frozenset[str]) -> str | None:
    """The noun phrase that begins at unit `at` without its determiner, if its head is one of `nouns`."""
    tags, items = clauses.tags, clauses.items
    words: list[str] = []
    last = min(len(tags), at + _LONGEST_PHRASE)
    while at < last and tags[at] in "dDt" and not words:
        at += 1
    while at < last and tags[at] in "wecn0sNRQtV":
        item = items[at]
        if isinstance(item, Quotation) and item.quoted:
            return None
        following = _low(document, items[at + 1]) if at + 1 < len(items) else ""
        own = _text(document, item)
        head = own.lower().split()[-1] in nouns or " ".join(own.lower().split()[-2:]) in nouns
        words.append(own)
        two = f"{words[-2].lower()} {own.lower()}" if len(words) > 1 else ""
        if (head or two in nouns) and following not in nouns and f"{own.lower()} {following}" not in nouns:
            return _phrase(words) + _with_whom(document, clauses, at + 1)
        if tags[at] == "t" and len(words) > 1:
            return None
        at += 1
    return None


def _phrase(words: list[str]) -> str:
    """The words as one phrase, without the determiner that the first of them may hold."""
    phrase = " ".join(words).replace(" 's", "'s").replace(" ’s", "’s")
    first, _, rest = phrase.partition(" ")
    return rest if rest and first.lower() in _DETERMINERS else phrase


def _with_whom(document: Document, clauses: Clauses, at: int) -> str:
    """What goes on to say which interview or letter it was: " with CNN"; empty for nothing."""
    tags, items = clauses.tags, clauses.items
    while at < len(tags) and tags[at] == "t":
        at += 1
    if at + 1 >= len(tags) or tags[at] != "I" or not isinstance(items[at], Token):
        return ""
    preposition = _text(document, items[at])
    if preposition not in _AFTER_MEDIA:
        return ""
    at += 1
    the = ""
    if tags[at] == "d" and at + 1 < len(tags):
        the = _text(document, items[at]) + " "
        at += 1
    item = items[at]
    if not isinstance(item, Mention) or item.form is MentionForm.PRONOUN:
        return ""
    if item.form is MentionForm.NAME and (_is_outlet(document, item) or _text(document, item) in VENUES["platform"]):
        return f" {preposition} {the}{_program(document, clauses, at)[0]}"
    if preposition in {"with", "to"} and (item.form is MentionForm.NOMINAL or item.kind is not ActorKind.PLACE):
        return f" {preposition} {the}{_text(document, item)}"
    return ""


def _relayed(document: Document, clauses: Clauses, found: Found, said: Stretch) -> str | None:
    start = max(found.speaker, found.cue, said.end - 1) + 1
    if relayed := _RELAYED.match(clauses.tags, start, min(len(clauses.tags), start + 60)):
        speaker = clauses.items[relayed.start("s")]
        if isinstance(speaker, Mention):
            return named(document, speaker)
    return None
