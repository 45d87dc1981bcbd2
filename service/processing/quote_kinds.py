"""Quote kinds: whole clauses, parts of sentences, and marks around what nobody says."""

import re
from typing import Final

from service.article import QuoteKind
from service.processing.document import Attribution, Mention, Quotation
from service.processing.lexicon import WORD_CLASSES
from service.processing.namings import (
    LONGEST_TITLE,
    bears_name,
    has_author,
    in_title_case,
    is_known_as,
    is_title,
    labelled_by,
    names_work,
)
from service.processing.place import Place, first_word, noun_before, tags_after, tags_before, word
from service.processing.units import Clauses

_CUELESS: Final = frozenset(
    {
        "subject-of-sentence",
        "cue-in-sentence-before",
        "continuation-of-paragraph",
        "continuation-in-paragraph",
        "verb-after",
    }
)
_GOING_ON: Final = frozenset({"continuation-in-paragraph", "cue-in-sentence-before"})
"""Rules by which a quotation is a sentence of somebody who speaks already."""
_SO_CALLED: Final = ("so-called ", "so called ")


def quote_kind(body: str, place: Place) -> QuoteKind:
    """DIRECT for a clause or more: what begins like a sentence or comes after a comma or colon."""
    quotation = place.quotation
    text = body[quotation.start : quotation.end]
    before = tags_before(place)
    initial = next((c for c in text[:50] if c.isalpha()), "")
    words = text.count(" ", 0, 200) + 1
    if initial.isupper() and words > 3:
        return QuoteKind.DIRECT
    if not before or before[-1] in ".!:":
        return QuoteKind.DIRECT
    return QuoteKind.DIRECT if before[-1] == "," and words > 3 else QuoteKind.MIXED


def is_mere_mark(body: str, place: Place, made: Attribution | None) -> bool:
    """Whether the marks stand around a title of a work, a name or a single word that nobody says.

    A title is told by its capitals, by what it stands after ("on", "CNN's"), by its author or by having no cue.
    """
    quotation: Quotation = place.quotation
    words = body[quotation.start : min(quotation.end, quotation.start + 200)].split()
    if words[0][0] in "([" and words[-1][-1] in ")]" and len(words) <= LONGEST_TITLE:
        # "(applause)": a stage direction
        return True
    cued = made is not None and made.rule not in _CUELESS
    if not cued and len(words) <= LONGEST_TITLE and body.endswith(_SO_CALLED, 0, quotation.outer.start):
        return True
    titled = len(words) <= 2 * LONGEST_TITLE and in_title_case(words)
    if bears_name(body, place, titled):
        return True
    if _is_uttered(place):
        return False
    called = made is not None and made.rule != "cue-by" and noun_before(place, 1) == "called"
    if (called or not cued) and has_author(place, titled):
        return True
    if len(words) <= 2 * LONGEST_TITLE and names_work(place, titled, cued):
        return True
    if len(words) > LONGEST_TITLE:
        return False
    if (titled and is_title(place, words)) or (len(words) == 1 and len(words[0].rstrip(",.")) == 1):
        # "grade “A” eggs"
        return True
    before = tags_before(place)
    if cued or _SAYS.search(before):
        return False
    final = body[quotation.end - 1]
    ended = final in ".!?"
    begins = before[-1:] in {"", ".", "!"}
    if (made is not None and ended and made.rule in _GOING_ON) or (final == "?" and begins):
        return False
    if titled and len(words) > 1 and _in_heading(body, quotation):
        return False
    if begins and ended and not titled and len(words) > 1 and tags_after(place)[:1] in {"", ".", "!"}:
        return False
    continued = made is not None and made.continued and ended
    return (titled and not continued) or _is_scare(body, place, len(words), made)


_SAYS: Final = re.compile(r"(?:[:VG]|[VvGg]T)$")
"""What says that words come, whoever says them: "by shouting “…”", "by recognizing that “…”"."""


def _in_heading(body: str, quotation: Quotation) -> bool:
    """Whether all before it in its line is in title case, so that its own capitals tell nothing."""
    start = body.rfind("\n", max(0, quotation.outer.start - _LONGEST_HEADING), quotation.outer.start) + 1
    words = body[start : quotation.outer.start].split()
    return start > 0 and len(words) >= _LEAST_HEADING and in_title_case(words)


_LONGEST_HEADING: Final = 200
"""Code points."""
_LEAST_HEADING: Final = 4
"""Words before the marks."""


def is_quoted_in_headline(body: str, quotation: Quotation, made: Attribution | None) -> bool:
    """Whether somebody says what a headline has in marks: it has a cue, is longer than a title, or is called words."""
    if made is not None and made.rule != "headline-subject":
        return True
    *_, before = "", *body[max(0, quotation.outer.start - 20) : quotation.outer.start].lower().split()
    return before in WORD_CLASSES["utterances"] or body.count(" ", quotation.start, quotation.end) >= _SHORT_TITLE


_SHORT_TITLE: Final = 2
"""Words of a name or a title in a headline."""


def agree_in_lists(body: str, clauses: Clauses) -> None:
    """Of a list in marks, “A,” “B” and “C”, all are quoted or none: as most of them are by themselves."""
    for found in _LIST.finditer(clauses.tags):
        listed = [item for item in clauses.items[found.start() : found.end()] if isinstance(item, Quotation)]
        if all(body.count(" ", item.start, item.end) < LONGEST_TITLE for item in listed):
            quoted = sum(item.quoted for item in listed)
            if 2 * quoted != len(listed):
                for item in listed:
                    item.quoted = 2 * quoted > len(listed)


_LIST: Final = re.compile(r"Q(?:(?:,K?|K)Q){2,}")


def _is_uttered(place: Place) -> bool:
    """Whether the word before says that these are words: "the phrase “…”", "chants of “…”", "a box labeled “…”"."""
    if labelled_by(place) >= 0:
        return True
    back = 1
    if word(place, place.unit - 1) in {"of", "like"}:
        back = 2
    elif word(place, place.unit - 1) == "as" and word(place, place.unit - 2) == "such":
        back = 3
    elif that := _THAT.search(tags_before(place)):
        back = 1 + len(that[0])
    if back > 1 and place.clauses.tags[max(place.unit - back, 0)] == ",":
        back += 1
    return noun_before(place, back) in WORD_CLASSES["utterances"] or (back > 1 and noun_before(place, back) == "names")


_THAT: Final = re.compile(r"Td?$")
"""The message that the “…” never pay."""


def _is_scare(body: str, place: Place, size: int, made: Attribution | None) -> bool:
    """Whether a few words without a cue are only held at arm's length: "the “gun show” loophole"."""
    if place.quotation.kind is QuoteKind.MIXED and _is_attribute(body, place):
        return size < _FEW
    if is_known_as(place) or _is_term(place):
        return size < _FEW
    before = tags_before(place)
    if before.endswith("X") or word(place, place.unit - 1) == "to":
        return False
    if found := _AS.search(before):
        at = place.unit - len(before) + found.start("as")
        if word(place, at) == "as" and isinstance(place.clauses.items[at - 1], Mention):
            return False
    return size == 1 or (made is None and size < _FEW)


def _is_term(place: Place) -> bool:
    """Whether the text defines it, or what it is of has a name: "a “…,” which is defined as", "a policy of “…”"."""
    if word(place, place.unit - 1) == "of" and noun_before(place, 2) in WORD_CLASSES["of terms"]:
        return True
    found = _DEFINED.match(tags_after(place))
    return found is not None and word(place, place.unit + found.end()) == "defined"


_DEFINED: Final = re.compile(r",?W?[DX]{0,2}e")
_AS: Final = re.compile(r"[NROD](?P<as>L)(?:wI)?d?$")
"""She dismissed them as a “…”, herself as part of the “…”."""


def _is_attribute(body: str, place: Place) -> bool:
    """Whether a noun, or what is taken for one, stands right after the quotation."""
    clauses, at = place.clauses, place.unit + 1
    if clauses.tags[at : at + 1] == "R":
        return first_word(body, clauses.items[at]) not in WORD_CLASSES["determiners"]
    return at < len(clauses.tags) and clauses.tags[at] in "wcNe"


_FEW: Final = 4
"""Words that need a speaker to be a quote."""
