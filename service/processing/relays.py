"""Relays: whose words somebody else passes on: what Jones said in "Smith said that Jones had told him …"."""

from operator import itemgetter
from typing import Final

from service.processing.circumstances import named
from service.processing.document import Attribution, Document, Reported, Span
from service.processing.lexicon import SAYING_VERBS


def find_relays(document: Document) -> None:
    """Fill `relayed_by` of what is said inside a reported clause by somebody else than who reports it."""
    clauses = sorted(document.reported, key=lambda reported: (reported.start, -reported.end))
    told = [
        (made.cue.start, made)
        for made in document.attributions
        if made is not None and made.cue and document.body[made.cue.start : made.cue.end].lower() in SAYING_VERBS
    ]
    told += [(made.cue.start, made) for *_, made in document.reported if made.cue is not None]
    around: list[Reported] = []
    at = 0
    for cue, made in sorted(told, key=itemgetter(0)):
        while at < len(clauses) and clauses[at].start <= cue:
            around.append(clauses[at])
            at += 1
        while around and around[-1].end <= cue:
            around.pop()
        if made.relayed_by is None and made.speaker_span is not None:
            made.relayed_by = _relay(document, made, around)


def _relay(document: Document, made: Attribution, around: list[Reported]) -> str | None:
    """Who tells of the speaker: of the innermost clause in which cue and speaker stand."""
    speaker, cue = made.speaker_span, made.cue
    words = _words(document, speaker)
    if speaker is None or cue is None or words.lower() in _READERS:
        return None
    for reported in reversed(around):
        teller = reported.attribution
        inside = reported.start <= speaker.start and cue.end <= reported.end
        if teller is made or teller.speaker_span is None or not inside:
            continue
        if words == _words(document, teller.speaker_span) or (made.entity and made.entity is teller.entity):
            return None
        return named(document, teller.mention) if teller.mention else _words(document, teller.speaker_span)
    return None


_READERS: Final = frozenset({"i", "we", "you"})
"""Those who write and read: nobody tells of them."""


def _words(document: Document, span: Span | None) -> str:
    return " ".join(document.body[span.start : span.end].split()) if span else ""
