"""Sources: who the words come from, out of the units that a rule found, and all that the text says about it."""

import re
from typing import Final

from service.processing.circumstances import circumstances
from service.processing.document import PERSON, Attribution, Document, Mention, Span, Token
from service.processing.lexicon import ROLES
from service.processing.place import Found, Place
from service.processing.units import Clauses, Stretch, noun_at, word_at

_APPOSED: Final = re.compile(r"R(?P<of>I[dwcnNRtI]{1,8})?(?:\([^)Q]{0,20}\))?,[wc]{0,3}N(?=[,(.]|$)")


_PARTICLES: Final = {"according": "to"} | dict.fromkeys(("point", "points", "pointed", "pointing"), "out")
"""Words that a cue is not whole without."""


def _after(body: str, start: int, particle: str) -> int:
    """The end of the particle that follows; `start` where another word does."""
    end = start + 1 + len(particle)
    return end if body[start + 1 : end].lower() == particle else start


def _issuer(clauses: Clauses, head: int) -> int:
    """The unit of who issued the text that speaks: "a statement from [the Lima Council] said"; -1 for none."""
    named = _FROM.match(clauses.tags, head)
    issued = named and word_at(clauses.items, head + 1) in {"from", "by"}
    return named.end() - 1 if named and issued and ROLES.get(noun_at(clauses.items, head)) == "words" else -1


_FROM: Final = re.compile(r"[Rwcn]Id?[Dwcen]{0,3}N")


def attributed(document: Document, place: Place, found: Found, rule: str, confidence: float) -> Attribution:
    """An attribution of a quotation."""
    said = Stretch(place.unit, place.unit + 1)
    return attribution_of(document, place.clauses, said, found, rule, confidence)


def attribution_of(
    document: Document, clauses: Clauses, said: Stretch, found: Found, rule: str, confidence: float
) -> Attribution:
    """An attribution of the units `said`; a nominal gives way to the name beside it: "his lawyer, Al Long, said"."""
    items = clauses.items
    speaker = items[found.speaker]
    unnamed = isinstance(speaker, Mention) and speaker.entity is None
    if unnamed and (apposed := _APPOSED.match(clauses.tags, found.speaker)):
        named = items[apposed.end() - 1]
        # "a spokesman for the company, Acme Inc., said": it is the company that is named
        if not apposed["of"] or (isinstance(named, Mention) and named.kind is PERSON):
            speaker = named
    issuer = _issuer(clauses, max(found.speaker, found.last)) if unnamed or isinstance(speaker, Token) else -1
    if issuer >= 0:
        speaker, found = items[issuer], found._replace(speaker=issuer, last=-1)
    last = items[found.last].end if found.last >= 0 else 0
    mention = speaker if isinstance(speaker, Mention) and last <= speaker.end else None
    end = max(speaker.end, last)
    span = Span(speaker.start, end + document.body.startswith("%", end))
    if mention is not None and mention.entity is None and mention.antecedent is not None:
        # who has no name is known by the words for them, not by "he"
        span = Span(mention.antecedent.start, mention.antecedent.end)
    cue = items[found.cue] if found.cue >= 0 else None
    cue_span = None
    if isinstance(cue, Token):
        particle = _PARTICLES.get(cue.low)
        cue_span = Span(cue.start, _after(document.body, cue.end, particle) if particle else cue.end)
    venue, addressee, relayed_by = circumstances(document, clauses, found, said)
    return Attribution(
        mention,
        span,
        cue_span,
        rule,
        confidence,
        entity=mention.entity if mention else None,
        venue=venue,
        addressee=addressee,
        relayed_by=relayed_by,
    )
