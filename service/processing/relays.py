"""Relays: whose words somebody else passes on: what Jones said in "Smith said that Jones had told him …"."""

from operator import itemgetter

from service.processing.circumstances import named
from service.processing.document import Attribution, Document, Reported


def find_relays(document: Document) -> None:
    """Fill `relayed_by` of what is said inside a reported clause by somebody else than who reports it."""
    clauses = sorted(document.reported, key=lambda reported: (reported.start, -reported.end))
    told = [(made.cue.start, made) for made in document.attributions if made is not None and made.cue is not None]
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
    for reported in reversed(around):
        teller = reported.attribution
        inside = made.speaker_span is not None and reported.start <= made.speaker_span.start < reported.end
        if teller is made or not inside or (made.cue is not None and made.cue.end > reported.end):
            continue
        if teller.speaker_span is None or (made.entity is not None and made.entity is teller.entity):
            return None
        if teller.mention is not None:
            return named(document, teller.mention)
        return " ".join(document.body[teller.speaker_span.start : teller.speaker_span.end].split())
    return None
