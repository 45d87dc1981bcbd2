"""Indirect quotes: what somebody is said to have said, without marks: "Guaido said that …", "…, Guaido said".

The span is the reported clause with all that belongs to it, like the content spans of the corpora PARC 3 (Pareti 2016)
and PolNeAR (Newell et al. 2018): a quotation in it with its marks, but without "that" and the marks at its edges.
Unlike theirs it is one stretch: a clause that its cue interrupts ("The deal, Guaido said, is dead") has the cue in it.
"""

import re
from collections.abc import Iterator
from typing import Final

from service.processing.document import (
    ORGANIZATION,
    PRONOUN,
    Attribution,
    Document,
    Mention,
    ParagraphKind,
    Reported,
    Span,
    Token,
)
from service.processing.lexicon import ROLES, SAYING_VERBS, SAYING_WORDS
from service.processing.place import Found
from service.processing.reported_clauses import slice_of
from service.processing.sayers import is_unsaid, sayer, says
from service.processing.sayings import Saying, according, cue_after, cue_before, passive
from service.processing.sources import attribution_of
from service.processing.units import ClauseReader, Clauses, Stretch, word_at

_LONGEST_SENTENCE: Final = 300
"""Units; what goes on for longer is no sentence."""
_SHORTEST: Final = 3
"""Units of a reported clause."""
_DOUBT: Final = 0.07
"""What a pronoun as speaker takes off the confidence."""
_STOP: Final = re.compile(r"[.!](?!\))")


def find_indirect(document: Document) -> None:
    """Fill `reported` from the running text, in its order."""
    reader = document.reader or ClauseReader(document, document.tokens, document.mentions)
    found: dict[Span, Attribution] = {}
    for number in _telling(document):
        clauses = reader.read(number)
        for sentence in _sentences(clauses.tags):
            for saying in _sayings(document, clauses, sentence):
                span = slice_of(document, clauses, saying.content)
                if span not in found:
                    # of two who are said to say the same words, the first
                    found[span] = made = attribution_of(document, clauses, *saying)
                    if made.mention is not None and made.mention.form is PRONOUN:
                        made.confidence = round(made.confidence - _DOUBT, 2)
    document.reported = [Reported(span.start, span.end, made) for span, made in found.items()]


def _telling(document: Document) -> Iterator[int]:
    """The paragraphs of running text in which a verb of saying or "according" stands."""
    starts = [token.start for token in document.tokens if token.low in SAYING_VERBS or token.low == "according"]
    at = 0
    for number, paragraph in enumerate(document.paragraphs):
        while at < len(starts) and starts[at] < paragraph.start:
            at += 1
        if at < len(starts) and starts[at] < paragraph.end and paragraph.kind is ParagraphKind.TEXT:
            yield number


def _sentences(tags: str) -> Iterator[Stretch]:
    first = 0
    for stop in _STOP.finditer(tags):
        if stop.start() > first:
            yield Stretch(first, stop.start())
        first = stop.end()
    if first < len(tags):
        yield Stretch(first, len(tags))


def _sayings(document: Document, clauses: Clauses, sentence: Stretch) -> Iterator[Saying]:
    if sentence.end - sentence.first > _LONGEST_SENTENCE or _asks(document, clauses, sentence):
        return
    before: Found | None = None
    for at in range(sentence.first, sentence.end):
        tag = clauses.tags[at]
        found = None
        if tag in "VvGg":
            if says(clauses, at) and not is_unsaid(clauses, at, sentence):
                found = cue_before(document, clauses, at, sentence, before) or cue_after(clauses, at, sentence)
        elif tag == "A" and word_at(clauses.items, at) == "according":
            found = according(clauses, at, sentence)
        elif tag == "e":
            found = passive(clauses, at, sentence)
        if found is not None and _is_clause(clauses, found) and _is_source(document, clauses, found.found):
            before = before if tag == "A" else found.found
            yield found


def last_sayer(document: Document, clauses: Clauses) -> Found | None:
    """Who says something, without marks, last in a paragraph; None where what is quoted in it stands behind that."""
    for sentence in reversed(list(_sentences(clauses.tags))):
        if "Q" in clauses.tags[sentence.first : sentence.end]:
            return None
        saying: Saying | None = None
        for later in _sayings(document, clauses, sentence):
            if saying is None or later.content.first >= saying.content.end:
                saying = later
        for at in range(sentence.first, saying.found.cue if saying else sentence.end):
            told = clauses.tags[at] in "Vv" and clauses.tags[at - 1 : at] != "," and says(clauses, at)
            # "the paper reported that night Guaido admits …"
            told = told and (saying is None or word_at(clauses.items, at) in SAYING_WORDS["relating"])
            if told and not is_unsaid(clauses, at, sentence):
                # "Guaido admits in this case, there was none": it is not told where the words begin
                return sayer(document.tokens, clauses, at, sentence, None)
        if saying is not None:
            return saying.found
    return None


def _is_source(document: Document, clauses: Clauses, found: Found) -> bool:
    """Whether the speaker is somebody or a text: "no general" says nothing, nor does "the phrase" suggest it."""
    item = clauses.items[found.speaker]
    first = document.tokens[item.first] if isinstance(item, Mention) else item
    if isinstance(first, Token) and first.low in SAYING_WORDS["nobody"]:
        return False
    cue = word_at(clauses.items, found.cue)
    if isinstance(item, Mention) and item.head == "it" and item.entity is None and clauses.tags[found.cue] in "Gg":
        # "it is worth noting that …"
        return False
    head = clauses.items[found.last] if found.last >= 0 else item
    role = ROLES.get(head.head if isinstance(head, Mention) else word_at(clauses.items, found.last), "")
    body = role in {"words", "body"} or (isinstance(head, Mention) and head.kind is ORGANIZATION)
    if cue in SAYING_WORDS["finding"]:
        return role == "words"
    if cue in SAYING_WORDS["concluding"]:
        return body
    known = isinstance(head, Mention) and (head.entity is not None or head.kind is not None)
    return cue not in SAYING_WORDS["hinting"] or known or bool(role)


def _asks(document: Document, clauses: Clauses, sentence: Stretch) -> bool:
    """Whether the sentence is a question."""
    if sentence.end >= len(clauses.tags):
        return False
    return document.body[clauses.items[sentence.end].start] == "?"


def _is_clause(clauses: Clauses, saying: Saying) -> bool:
    """Whether what was found is more than a quotation and has a verb."""
    first, end = saying.content
    tags = clauses.tags[first:end]
    if "Q" in tags and not tags.startswith("Q"):
        return bool(set(tags) & set("NRPwc0X"))
    return end - first >= _SHORTEST and len(tags.replace("Q", "").strip(",K-")) > 1
