"""Attribution: who says each quotation, where the sieve or the words before tell.

The order of the rules is after Lee et al., "Deterministic Coreference Resolution Based on Entity-Centric,
Precision-Ranked Rules" (2013), and Muzny et al., "A Two-stage Sieve Approach for Quote Attribution" (2017).
"""

import re
from typing import Final

from service.article import QuoteKind
from service.folding import folded_name
from service.processing.confidence import clearness, weigh_pronoun
from service.processing.cueless import before_colon, is_called, sentence_ahead, subject_of_sentence, words_govern
from service.processing.document import (
    ORGANIZATION,
    PERSON,
    Attribution,
    Document,
    Entity,
    Mention,
    ParagraphKind,
    Quotation,
    Span,
)
from service.processing.governing import is_said_by_others
from service.processing.headings import attribute_headline
from service.processing.indirect import last_sayer
from service.processing.interviews import answered, find_answerer
from service.processing.namings import labelled_by
from service.processing.place import Found, Place, is_cued, sentence_before, tags_before
from service.processing.quotations import LABEL
from service.processing.quote_kinds import agree_in_lists, is_mere_mark, is_quoted_in_headline, quote_kind
from service.processing.sieve import SIEVE
from service.processing.sources import attributed
from service.processing.subjects import subject_before
from service.processing.units import ClauseReader, Clauses

LEAST_CONFIDENCE: Final = 0.5
"""Below it the speaker stays unknown."""
_SURE: Final = 0.75
"""Below it the words before a quotation are asked as well."""
_BROKEN: Final = re.compile(r"Q,[^Q.!,]{1,8},")
"""What stands before the second part of a quotation that its speaker breaks in two."""
_BESIDE: Final = frozenset({"cue-after", "cue-inverted"})


def attribute(document: Document) -> None:
    """Fill `attributions` (one, or None, for every quotation), and `kind` and `quoted` of quotations."""
    reader = document.reader = ClauseReader(document, document.tokens, document.mentions)
    persons = (entity for entity in document.entities if entity.kind is PERSON)
    surnames = {folded_name(entity.name).split()[-1]: entity for entity in persons}
    answerer = find_answerer(document)
    current, previous = Clauses(), Clauses()
    paragraph, unit = -1, -1
    last: Attribution | None = None
    unclosed = False
    for quotation in document.quotations:
        if document.paragraphs[quotation.paragraph].kind is ParagraphKind.HEADING:
            made = attribute_headline(document, quotation)
            quotation.quoted = is_quoted_in_headline(document.body, quotation, made)
            document.attributions.append(made)
            continue
        first = quotation.paragraph != paragraph
        if first:
            agree_in_lists(document.body, current)
            previous = current if paragraph == quotation.paragraph - 1 else _read(reader, quotation.paragraph - 1)
            current, paragraph, unit = reader.read(quotation.paragraph), quotation.paragraph, -1
        unit = current.tags.index("Q", unit + 1)
        place = Place(current, unit, quotation)
        quotation.kind = quote_kind(document.body, place)
        made = (
            _labelled(document, quotation, surnames)
            or _sift(document, place)
            or _credited(document, place, reader)
            or answered(document, quotation, answerer)
        )
        if made is None or made.confidence < _SURE:
            made = _cueless(document, place) or made
        if made is None or made.confidence < _SURE:
            ahead = (document, place, previous, last, unclosed)
            made = (_from_before(*ahead) if first else _repeated(document, place, last)) or made
        if made is None and last is not None and _BROKEN.fullmatch(sentence_before(place)):
            # "“If you leave,” the song goes, “leave for good.”"
            made = _same_speaker(last, "continuation-in-paragraph", _SURE)
        found = _subject(place) if made is None else None
        if found:
            made = attributed(document, place, found, "subject-of-sentence", 0.8)
        quotation.quoted = not is_mere_mark(document.body, place, made)
        if not quotation.quoted and _is_answer(document, place):
            quotation.quoted, made = True, None
        if found and made and (not _somebody(made.entity) or is_called(place, found.speaker)):
            # the marks count as a quote's, but who has neither cue nor name would be guessed
            made = None
        if made is not None:
            weigh_pronoun(made, last)
            if not first and _leads_up(document, quotation, made):
                document.attributions[-1] = _same_speaker(made, "continuation-in-paragraph", 0.8)
            if first and unclosed and (last is None or last.continued) and _goes_on(document, quotation, made):
                document.attributions[-1] = _same_speaker(made, "continuation-of-open-quote", 0.8)
        document.attributions.append(made)
        if quotation.quoted:
            last = made or (None if quotation.kind is QuoteKind.DIRECT else last)
            unclosed = not quotation.closed
    agree_in_lists(document.body, current)


def _cueless(document: Document, place: Place) -> Attribution | None:
    if found := before_colon(place):
        return attributed(document, place, found, "before-colon", 0.85)
    if found := sentence_ahead(place):
        return attributed(document, place, found, "cue-in-sentence-before", 0.8)
    if found := words_govern(place):
        return attributed(document, place, found, "words-govern", 0.6)
    return None


def _leads_up(document: Document, quotation: Quotation, made: Attribution) -> bool:
    """Whether the words right before are the same speech: “We left.” “It was late,” Guaido said."""
    number = len(document.attributions) - 1
    before = document.quotations[number]
    touching = not document.body[before.outer.end : quotation.outer.start].strip(" .")
    spoken = before.kind is QuoteKind.DIRECT and before.paragraph == quotation.paragraph
    return made.rule in _BESIDE and touching and spoken and document.attributions[number] is None


def _goes_on(document: Document, quotation: Quotation, made: Attribution) -> bool:
    """Whether who has a cue of their own here also spoke what the paragraph before left open."""
    opened = document.quotations[len(document.attributions) - 1]
    near = opened.paragraph == quotation.paragraph - 1
    markless = quotation.outer.start == quotation.start
    alike = markless or document.body[opened.outer.start] == document.body[quotation.outer.start]
    return near and alike and made.rule in _BESIDE


def _subject(place: Place) -> Found | None:
    """The subject of the sentence, where nothing says that the words are a name or somebody else's."""
    if labelled_by(place) >= 0 or is_cued(place) or is_said_by_others(place):
        return None
    return subject_of_sentence(place)


def _is_answer(document: Document, place: Place) -> bool:
    """Whether it is a line of a dialogue: a sentence alone in its paragraph, after a paragraph with a quote."""
    number, quotation = len(document.attributions) - 1, place.quotation
    words = document.body[quotation.start : quotation.end]
    if number < 0 or place.clauses.tags.strip(".!") != "Q" or words[0] in "([" or words[-1] not in ".!?":
        return False
    before = document.quotations[number]
    return before.quoted and before.paragraph == quotation.paragraph - 1


def _somebody(entity: Entity | None) -> bool:
    return entity is not None and entity.kind in {PERSON, ORGANIZATION}


def _labelled(document: Document, quotation: Quotation, surnames: dict[str, Entity]) -> Attribution | None:
    """A transcript names its speakers in capitals: “PENCE: Well, look, …”."""
    label = LABEL.match(document.body, quotation.start, quotation.end)
    if label is None:
        return None
    entity = surnames.get(folded_name(label[1]).split()[-1])
    return Attribution(None, Span(*label.span(1)), None, "transcript-label", 0.9, entity=entity)


def _credited(document: Document, place: Place, reader: ClauseReader) -> Attribution | None:
    """“…” and in a line below: “— Juan Guaido, Caracas”, or his name before the closing mark."""
    number = place.quotation.paragraph + 1
    tags = place.clauses.tags
    if len(tags) > _LONGEST_CREDITED or tags.strip("Q.!,") or number >= len(document.paragraphs):
        return None
    below = document.paragraphs[number]
    body, size = document.body, below.end - below.start
    inside = not place.quotation.closed and size <= _LONGEST_INSIDE and body[below.end - 1] in '"”'
    if not inside and (body[below.start] not in "-–—―" or size > _LONGEST_CREDIT):
        return None
    clauses = reader.read(number)
    unit = clauses.tags.find("N")
    if unit < 0 or clauses.tags[:unit].strip("-cwd"):
        return None
    return attributed(document, Place(clauses, 0, place.quotation), Found(unit, -1), "credit", 0.9)


_LISTED: Final = re.compile(r"Q[,K]{1,2}$")
_LONGEST_CREDITED: Final = 100
"""Units of a paragraph of quotations alone that a credit may stand below."""
_LONGEST_INSIDE: Final = 60
_LONGEST_CREDIT: Final = 120
"""Code points."""


def _read(reader: ClauseReader, paragraph: int) -> Clauses:
    return reader.read(paragraph) if paragraph >= 0 else Clauses()


def _sift(document: Document, place: Place) -> Attribution | None:
    for name, rule, confidence in SIEVE:
        if found := rule(place):
            sure = round(confidence + clearness(name, place, found), 2)
            return attributed(document, place, found, name, sure)
    return None


def _same_speaker(last: Attribution, rule: str, confidence: float) -> Attribution:
    return Attribution(last.mention, last.speaker_span, None, rule, min(confidence, last.confidence), True, last.entity)


def _is_part(place: Place) -> bool:
    """Whether a part of a sentence is quoted that has a subject of its own."""
    return place.quotation.kind is QuoteKind.MIXED and bool(sentence_before(place).strip("KDTI,"))


def _is_alone(place: Place) -> bool:
    """Whether nothing but quotations stands in the paragraph."""
    return not place.clauses.tags.strip("Q.!,-")


def _repeated(document: Document, place: Place, last: Attribution | None) -> Attribution | None:
    """“…,” he said. “…”: who spoke before in the paragraph speaks on, but not in a list that begins with nobody's."""
    if last is None or _is_part(place):
        return None
    if document.attributions[-1] is None and _LISTED.search(tags_before(place)):
        return None
    return _same_speaker(last, "continuation-in-paragraph", 0.96)


def _introduced(document: Document, place: Place, previous: Clauses) -> Attribution | None:
    """A paragraph that ends with a colon introduces the quotation that the next begins with."""
    if place.unit or not (previous.tags.endswith((":", ":.")) or _CUE_AND_COMMA.search(previous.tags)):
        return None
    whole = Place(previous, len(previous.tags), place.quotation)
    cue = max(previous.tags.rfind(tag) for tag in "VvGg")
    if cue >= 0 and (speaker := subject_before(previous, cue)) >= 0:
        return attributed(document, whole, Found(speaker, cue), "introduced-by-paragraph-before", 0.9)
    if found := before_colon(whole) or subject_of_sentence(whole):
        return attributed(document, whole, found, "introduced-by-paragraph-before", _SURE)
    return None


_CUE_AND_COMMA: Final = re.compile(r"[VG]D?,$")


def _from_before(
    document: Document, place: Place, previous: Clauses, last: Attribution | None, unclosed: bool
) -> Attribution | None:
    """Who speaks where a paragraph begins with a quotation, by the paragraph before."""
    made = _introduced(document, place, previous)
    if made is None and _is_alone(place) and not unclosed:
        made = _told(document, place, previous) or (_turned(document, place, previous, last) if last else None)
    return made or _continued(place, last, unclosed)


def _told(document: Document, place: Place, previous: Clauses) -> Attribution | None:
    """A paragraph that tells what somebody said, before one that gives nothing but their words."""
    if found := last_sayer(document, previous):
        whole = Place(previous, len(previous.tags), place.quotation)
        return attributed(document, whole, found, "told-in-paragraph-before", 0.8)
    return None


def _turned(document: Document, place: Place, previous: Clauses, last: Attribution) -> Attribution | None:
    """A paragraph about somebody else than who spoke last, before one that holds nothing but words: theirs."""
    if "Q" in previous.tags:
        return None
    spoken_of = {item.entity for item in previous.items if isinstance(item, Mention)}
    stop = len(previous.tags.rstrip(".!"))
    found = subject_of_sentence(Place(previous, stop, place.quotation))
    if found is None or last.entity in spoken_of:
        return None
    made = attributed(
        document, Place(previous, len(previous.tags), place.quotation), found, "subject-of-paragraph-before", 0.7
    )
    person = made.entity is not None and made.entity.kind is PERSON
    return made if person else None


def _continued(place: Place, last: Attribution | None, unclosed: bool) -> Attribution | None:
    """A speech that goes on in the next paragraph: its marks stay open, or nothing else stands there."""
    if last is None or _is_part(place):
        return None
    if unclosed:
        return _same_speaker(last, "continuation-of-open-quote", 0.8)
    if _is_alone(place):
        return _same_speaker(last, "continuation-of-paragraph", 0.8)
    return None
