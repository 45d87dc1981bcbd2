"""Headings: who is named in them, and who says what a headline quotes.

In Title Case a capital says nothing, so a name counts there only if it also stands in the text. The cue of
a headline is a colon or a reporting verb; what has neither is left to the text.
"""

import re
from itertools import takewhile
from typing import Final, NamedTuple

from service.article import QuoteKind
from service.folding import folded_name
from service.processing.document import (
    NAME,
    PERSON,
    Attribution,
    Document,
    Entity,
    Mention,
    ParagraphKind,
    Quotation,
    Span,
    Token,
)
from service.processing.units import ClauseReader, Clauses

_LONGEST_NAME: Final = 10
"""Tokens."""
_SHORT: Final = 2
"""Words of a name as headlines give it."""
_LEAD: Final = "[cdwe0]{0,4}?"
_COLON: Final = re.compile(rf"(?:[cdwe0]{{0,4}}I)?{_LEAD}(?P<s>N)[^:Q]{{0,30}}:")
_SUBJECT: Final = re.compile(rf"(?:(?={_LEAD}N){_LEAD}(?P<s>N)|(?P<words>[cdwe0]{{1,4}}))D?(?P<v>[Vv])")
_AFTER: Final = re.compile(rf"[^.Q]{{0,40}}?,(?:{_LEAD}(?P<s>N)|(?P<words>[cdwI]{{1,5}}))D?(?P<v>[Vv])\.?$")
_FIRST: Final = re.compile(rf"{_LEAD}(?P<s>N)(?!s)")
_LABEL: Final = re.compile(r"(?P<words>[cdw]{1,2}):")


def find_heading_names(document: Document) -> None:
    """Fill `heading_mentions`, and add them to their entities: names of the text that headings repeat."""
    headings = [paragraph for paragraph in document.paragraphs if paragraph.kind is ParagraphKind.HEADING]
    if not headings:
        return
    table = {folded_name(name): entity for entity in document.entities if entity.kind for name in entity.names}
    for entity in document.entities:
        words = folded_name(entity.name).split()
        if entity.kind is PERSON and len(words) > _SHORT:
            # "Ann B. Lee" in the text is "Ann Lee" in its headline
            table.setdefault(f"{words[0]} {words[-1]}", entity)
    begins = {name.split()[0] for name in table}
    aside, at = document.aside, 0
    for heading in headings:
        while at < len(aside) and aside[at].start < heading.start:
            at += 1
        while at < len(aside) and aside[at].start < heading.end:
            named = aside[at].capital and folded_name(aside[at].text) in begins
            at = _mention(document, table, at, heading.end) if named else at + 1


def _mention(document: Document, table: dict[str, Entity], at: int, end: int) -> int:
    """Add the longest name that begins at token `at`, if one does; the number of the token after it."""
    aside = document.aside
    first = aside[at]
    for last in range(min(at + _LONGEST_NAME, len(aside)) - 1, at - 1, -1):
        if aside[last].end > end:
            continue
        entity = table.get(folded_name(document.body[first.start : aside[last].end]))
        if entity is not None:
            owns = last + 1 < len(aside) and aside[last + 1].tag == "s"
            mention = Mention(first.start, aside[last].end, NAME, at, last, entity.kind, possessive=owns)
            mention.entity = entity
            entity.mentions.append(mention)
            document.heading_mentions.append(mention)
            return last + 1
    return at + 1


class _Words(NamedTuple):
    """The units of a speaker, first and last, and of the cue (-1 for none), by which rule."""

    first: int
    last: int
    cue: int
    rule: str
    confidence: float


def attribute_headline(document: Document, quotation: Quotation) -> Attribution | None:
    """Who says what a headline quotes; fills the quotation's `kind` too."""
    end = document.paragraphs[quotation.paragraph].end
    tokens = list(takewhile(lambda token: token.start < end, document.aside))
    mentions = list(takewhile(lambda mention: mention.start < end, document.heading_mentions))
    clauses = ClauseReader(document, tokens, mentions).read(quotation.paragraph)
    unit = next(i for i, item in enumerate(clauses.items) if item is quotation)
    before = clauses.tags[:unit]
    quotation.kind = QuoteKind.DIRECT if before.endswith((":", ",")) or not before else QuoteKind.MIXED
    found = _found(clauses, unit)
    if found is None:
        return None
    first, last = clauses.items[found.first], clauses.items[found.last]
    cue = clauses.items[found.cue] if found.cue >= 0 else None
    mention = first if isinstance(first, Mention) else None
    return Attribution(
        mention,
        Span(first.start, last.end),
        Span(cue.start, cue.end) if isinstance(cue, Token) else None,
        found.rule,
        found.confidence,
        entity=mention.entity if mention else None,
    )


def _found(clauses: Clauses, unit: int) -> _Words | None:
    tags = clauses.tags
    if found := _COLON.match(tags, 0, unit):
        return _Words(found.start("s"), found.start("s"), -1, "headline-colon", 0.9)
    for found in (_SUBJECT.match(tags, 0, unit), _AFTER.match(tags, unit + 1)):
        if found:
            part = "s" if found["s"] else "words"
            return _Words(found.start(part), found.end(part) - 1, found.start("v"), "headline-cue", 0.9)
    if found := _LABEL.match(tags, 0, unit):
        return _Words(0, found.end("words") - 1, -1, "headline-colon", 0.6)
    if found := _FIRST.match(tags, 0, unit):
        return _Words(found.start("s"), found.start("s"), -1, "headline-subject", 0.6)
    return None
