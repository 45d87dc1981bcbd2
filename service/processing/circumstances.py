"""Circumstances: to whom and where words were said, and who passed them on, where the text says it clearly."""

import re

from service.article import ActorKind
from service.processing.document import Mention, Quotation
from service.processing.lexicon import WORD_CLASSES
from service.processing.sieve import Found, Place, word

_MEDIUM = re.compile(
    r"\b(?:[Ii]n|[Oo]n|[Oo]ver|[Vv]ia) (?:(?:a|an|the|his|her|their|its|this) )?"
    r"((?:[\w’'.-]{1,30} ){0,4}?"
    r"(?:video|interview|statement|speech|op-ed|letter|conference|e-?mail|essay|column|memo|memoir|testimony"
    r"|debate|podcast|tweet|post|Twitter account"
    r"|(?:Twitter|Facebook|Instagram|YouTube)(?! (?:video|post|page|interview))))\b"
)
_RELAYED = re.compile(r"[^Q.!]{0,40}?,?A[wdect]{0,4}(?P<s>[NR])")
_REACH = 200
"""Code points on either side of the quotation."""


def addressee_and_venue(body: str, place: Place, found: Found) -> tuple[str | None, str | None]:
    """To whom it was said ("reporters"), and where ("Reuters", "YouTube video"); None where not said."""
    clauses = place.clauses
    addressee = venue = None
    if found.cue >= 0 and word(Place(clauses, found.cue, place.quotation), found.cue) in WORD_CLASSES["addressing"]:
        hearer = clauses.items[found.cue + 1] if found.cue + 1 < len(clauses.items) else None
        if isinstance(hearer, Mention) and clauses.tags[found.cue + 1] in "NR" and found.speaker < found.cue:
            words = _words(body, hearer)
            if hearer.entity is not None and hearer.entity.kind is ActorKind.ORGANIZATION:
                venue = words
            else:
                addressee = words
    return addressee, venue or (_medium(body, place) if found.cue >= 0 else None)


def _words(body: str, mention: Mention) -> str:
    return " ".join(body[mention.start : mention.end].split())


def _medium(body: str, place: Place) -> str | None:
    """The medium named in the narration of the same sentence, beside the quotation."""
    if place.unit >= len(place.clauses.items):
        return None
    quotation = place.quotation
    start = max(_edge(place, -1), quotation.outer.start - _REACH)
    end = min(_edge(place, 1), quotation.outer.end + _REACH)
    found = _MEDIUM.search(body, start, quotation.outer.start) or _MEDIUM.search(body, quotation.outer.end, end)
    return " ".join(found[1].split()) if found else None


def _edge(place: Place, step: int) -> int:
    """Where the narration around the quotation ends: at the sentence's end or at another quotation."""
    tags, items = place.clauses.tags, place.clauses.items
    at = place.unit
    while 0 <= at + step < len(tags) and tags[at + step] not in ".!Q" and abs(at + step - place.unit) < 40:
        at += step
    item = items[at]
    span = item.outer if isinstance(item, Quotation) else item
    return span.start if step < 0 else span.end


def relay(body: str, place: Place, found: Found) -> str | None:
    """Who passed the words on: "“…,” he told them, according to Reuters"."""
    tags, items = place.clauses.tags, place.clauses.items
    start = max(found.speaker, found.cue, place.unit) + 1
    if found.cue >= 0 and tags[found.cue] == "A":
        return None
    if relayed := _RELAYED.match(tags, start, min(len(tags), start + 60)):
        speaker = items[relayed.start("s")]
        if isinstance(speaker, Mention):
            return _words(body, speaker)[:500]
    return None
