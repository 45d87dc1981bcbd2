"""Quoted parts: words in marks inside a clause that somebody is reported to have said are theirs, too."""

from bisect import bisect_right
from dataclasses import replace
from operator import attrgetter
from typing import Final

from service.article import QuoteKind
from service.processing.document import Document, Reported, Span

_UNSURE: Final = frozenset({"cue-by", "cue-governs", "credit"})
"""Rules that may take somebody inside the clause for the speaker: "Lee said that Long’s firm is called a “mess”"."""
_SURE: Final = 0.9
"""From it on such a rule is asked alone."""
_CONFIDENCE: Final = 0.87
"""The share of parts that were right on news articles."""
_NEAR: Final = 20
"""Reported clauses before a quotation that are looked at."""


def attribute_parts(document: Document) -> None:
    """Give parts of sentences in marks whose speaker is unknown or unsure to who says the clause that they stand in."""
    reported = sorted(document.reported, key=attrgetter("start"))
    starts = [clause.start for clause in reported]
    cues = {token.end for token in document.tokens if token.tag in "VG"}
    for number, (quotation, made) in enumerate(zip(document.quotations, document.attributions, strict=True)):
        unsure = made is None or (made.rule in _UNSURE and made.confidence < _SURE)
        # "men shouting “…” came by, Lee said": theirs, whoever they are
        cued = made is None and quotation.outer.start - 1 in cues
        if cued or not (unsure and quotation.quoted and quotation.kind is QuoteKind.MIXED):
            continue
        behind = bisect_right(starts, quotation.start)
        clause = _innermost(reported[max(0, behind - _NEAR) : behind], quotation.outer)
        if clause and not (made and _overlap(made.speaker_span, clause.attribution.speaker_span)):
            confidence = min(clause.attribution.confidence, _CONFIDENCE)
            document.attributions[number] = replace(clause.attribution, confidence=confidence)


def _overlap(one: Span | None, other: Span | None) -> bool:
    return one is not None and other is not None and one.start < other.end and other.start < one.end


def _innermost(clauses: list[Reported], outer: Span) -> Reported | None:
    """The shortest of the clauses that hold a quotation with its marks."""
    around = [clause for clause in clauses if clause.start <= outer.start and outer.end <= clause.end]
    return min(around, key=lambda clause: clause.end - clause.start, default=None)
