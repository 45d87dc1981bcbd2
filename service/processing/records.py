"""Records: actors and quotes as they leave the pipeline, within the limits of the processed article."""

from operator import itemgetter
from typing import Any, Final

from pydantic import TypeAdapter

from service.article import (
    MAX_ANNOTATIONS,
    MAX_SPAN,
    Actor,
    AttributionMethod,
    Quote,
    QuoteKind,
)
from service.processing.attribution import LEAST_CONFIDENCE
from service.processing.document import PERSON, PRONOUN, Document, Entity, Quotation, Reported
from service.processing.document import Attribution as Found

_LONGEST_NAME: Final = 500
_MOST_ALIASES: Final = 100
# made of one dict all at once: it costs half of what it does made of models one by one
_ACTORS: Final = TypeAdapter(list[Actor])
_QUOTES: Final = TypeAdapter(list[Quote])


def build_actors(document: Document) -> None:
    """Fill `actors` and `keys`: entities of a known kind; the last ones are left out past the limits."""
    left = MAX_ANNOTATIONS
    made: list[dict[str, Any]] = []
    for entity in document.entities:
        if entity.kind is None or left <= 0 or len(entity.name) > _LONGEST_NAME:
            continue
        key = f"a{len(made) + 1}"
        document.keys[id(entity)] = key
        mentions = _mentions(document.body, entity)[:left]
        left -= len(mentions)
        aliases = tuple(name for name in entity.names if name != entity.name and len(name) <= _LONGEST_NAME)
        made.append(
            {
                "key": key,
                "kind": entity.kind,
                "name": _plain(entity.name),
                "aliases": tuple(dict.fromkeys(map(_plain, aliases)))[:_MOST_ALIASES],
                "mentions": mentions,
            }
        )
    document.actors = _ACTORS.validate_python(made)


def _plain(name: str) -> str:
    return " ".join(name.split())


def _mentions(body: str, entity: Entity) -> list[dict[str, Any]]:
    """As their actor takes them."""
    entity.mentions.sort(key=lambda mention: mention.start)
    made = []
    for mention in entity.mentions:
        if mention.end - mention.start > MAX_SPAN:
            continue
        role = None
        fits = mention.role is not None and mention.role.end - mention.role.start <= _LONGEST_NAME
        if mention.role and fits and entity.kind is PERSON:
            start, end = mention.role
            role = {"start": start, "end": end, "title": body[start:end]}
        made.append({"start": mention.start, "end": mention.end, "form": mention.form, "role": role})
    return made


def build_quotes(document: Document) -> None:
    """Fill `quotes`, in the order of the text: the quotations whose marks say that somebody speaks, and reported words.

    What is left out past the limits are reported words.
    """
    marked = zip(document.quotations, document.attributions, strict=True)
    made = [_quote(document, span, span.kind, why) for span, why in marked if span.quoted]
    made += [_quote(document, span, QuoteKind.INDIRECT, span.attribution) for span in document.reported]
    document.quotes = _QUOTES.validate_python(sorted(made[:MAX_ANNOTATIONS], key=itemgetter("start", "end")))


def _quote(document: Document, span: Quotation | Reported, kind: QuoteKind, found: Found | None) -> dict[str, Any]:
    sure = found is not None and found.confidence >= LEAST_CONFIDENCE
    speaker = document.keys.get(id(found.entity)) if found is not None and sure else None
    return {
        "start": span.start,
        "end": span.end,
        "text": document.body[span.start : span.end],
        "quote_kind": kind,
        "speaker": speaker,
        "attribution": _attribution(document, found) if found is not None and sure else None,
    }


def _attribution(document: Document, found: Found) -> dict[str, Any]:
    """As its quote takes it."""
    method = AttributionMethod.CUE
    if found.continued:
        method = AttributionMethod.CONTINUATION
    elif found.mention is not None and found.mention.form is PRONOUN:
        method = AttributionMethod.PRONOUN
    span, cue = found.speaker_span, found.cue
    if span and span.end - span.start > MAX_SPAN:
        span = None
    return {
        "speaker_span": {"start": span.start, "end": span.end} if span else None,
        "cue_span": {"start": cue.start, "end": cue.end} if cue else None,
        "cue": document.body[cue.start : cue.end] if cue else None,
        "method": method,
        "rule": found.rule,
        "confidence": found.confidence,
        "venue": _short(found.venue),
        "addressee": _short(found.addressee),
        "relayed_by": _short(found.relayed_by),
    }


def _short(name: str | None) -> str | None:
    """A name within the record's limit; a longer one is none."""
    return name if name and len(name) <= _LONGEST_NAME else None
