"""Confidence: how often a rule's answer is right in its situation, as measured on news articles."""

from typing import Final

from service.processing.document import PRONOUN, Attribution
from service.processing.place import Found, Place
from service.processing.units import sentence_start

_NEAR: Final = 80
"""Units before a speaker in which a subordinate clause counts."""
_WAYS: Final = {"cue-before": (-0.05, 0.04), "cue-governs": (-0.12, 0.08), "weak-cue-before": (0.0, 0.1)}
"""Rules whose cue stands before the quotation -> what it adds that its clause is subordinate, and that it is plain."""
_NEW_TURN: Final = 0.8
"""Of pronouns that give the word to somebody else than who spoke before."""
_UNKNOWN: Final = 0.7
"""Of pronouns for whom nobody was found."""


def clearness(rule: str, place: Place, found: Found) -> float:
    """What the way to the subject adds to a rule's confidence: most mistakes stand inside subordinate clauses."""
    if rule not in _WAYS:
        return 0.0
    subordinate, plain = _WAYS[rule]
    tags = place.clauses.tags
    start = sentence_start(tags, found.speaker, _NEAR)
    if set(tags[start : found.speaker]) & set("LVvXTW"):
        return subordinate
    return plain if not tags[found.speaker + 1 : found.cue].strip("DX") else 0.0


def weigh_pronoun(made: Attribution, last: Attribution | None) -> None:
    """Lower the confidence of a pronoun that speaks of nobody known, or of another than the last speaker."""
    if made.mention is None or made.mention.form is not PRONOUN or made.continued:
        return
    if made.entity is None:
        made.confidence = min(made.confidence, _UNKNOWN)
    elif last is None or last.entity is not made.entity:
        made.confidence = min(made.confidence, _NEW_TURN)
