"""Sources: who the words come from, out of the units that a rule found, and all that the text says about it."""

import re

from service.processing.circumstances import addressee_and_venue, relay
from service.processing.document import Attribution, Document, Mention, Span, Token
from service.processing.sieve import Found, Place

_APPOSED = re.compile(r"R(?:I[dwcNR]{1,6})?,N(?=[,(])")


def attributed(document: Document, place: Place, found: Found, rule: str, confidence: float) -> Attribution:
    """An attribution out of units; a nominal gives way to the name beside it: "his lawyer, Al Long, said"."""
    clauses = place.clauses
    items = clauses.items
    speaker = items[found.speaker]
    unnamed = isinstance(speaker, Mention) and speaker.entity is None
    if unnamed and (named := _APPOSED.match(clauses.tags, found.speaker)):
        speaker = items[named.end() - 1]
    mention = speaker if isinstance(speaker, Mention) else None
    span = Span(speaker.start, max(speaker.end, items[found.last].end if found.last >= 0 else 0))
    if mention is not None and mention.entity is None and mention.antecedent is not None:
        # who has no name is known by the words for them, not by "he"
        span = Span(mention.antecedent.start, mention.antecedent.end)
    cue = items[found.cue] if found.cue >= 0 else None
    cue_span = None
    if isinstance(cue, Token):
        end = document.body.index("to", cue.end) + 2 if cue.low == "according" else cue.end
        cue_span = Span(cue.start, end)
    made = Attribution(mention, span, cue_span, rule, confidence, entity=mention.entity if mention else None)
    made.addressee, made.venue = addressee_and_venue(document.body, place, found)
    made.relayed_by = relay(document.body, place, found)
    return made
