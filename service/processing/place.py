"""Places: where a quotation stands among the units around it, as the rules for speakers look at it."""

from typing import Final, NamedTuple

from service.processing.document import Quotation
from service.processing.units import Clauses, Item, noun_at, sentence_start, word_at


class Found(NamedTuple):
    """What a rule found: the numbers of the speaker's and the cue's units, -1 for none."""

    speaker: int
    cue: int
    last: int = -1
    """The last unit of a speaker that is words without a mention."""


class Place(NamedTuple):
    """Where a quotation stands: its unit in the clauses of its paragraph."""

    clauses: Clauses
    unit: int
    quotation: Quotation


_WINDOW: Final = 80
"""Units that a rule looks at on either side."""


def tags_after(place: Place) -> str:
    """The tags of the units after the quotation, as far as rules look."""
    return place.clauses.tags[place.unit + 1 : place.unit + 1 + _WINDOW]


def window_start(place: Place) -> int:
    """The first unit before the quotation that rules look at."""
    return max(0, place.unit - _WINDOW)


def tags_before(place: Place) -> str:
    """The tags of the units before the quotation, as far as rules look."""
    return place.clauses.tags[window_start(place) : place.unit]


def sentence_before(place: Place) -> str:
    """The tags of the units before the quotation in its own sentence."""
    tags = place.clauses.tags
    return tags[sentence_start(tags, place.unit, _WINDOW) : place.unit]


def word(place: Place, unit: int) -> str:
    """The lower-case word of a unit around the quotation (see units.word_at)."""
    return word_at(place.clauses.items, unit)


def noun_before(place: Place, back: int) -> str:
    """The word, or the head of the noun phrase, that many units before the quotation."""
    return noun_at(place.clauses.items, place.unit - back)


def first_word(body: str, item: Item) -> str:
    """The first word of what a unit holds, in lower case."""
    return body[item.start : item.end].split(None, 1)[0].lower()


def is_cued(place: Place) -> bool:
    """Whether a verb of saying stands right before: "Men shouting “…” came by, Smith said"."""
    return place.clauses.tags[place.unit - 1 : place.unit] in {"V", "G"}
