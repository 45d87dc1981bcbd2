"""Quote kinds: whole clauses, parts of sentences, and marks around what nobody says."""

from service.article import QuoteKind
from service.processing.document import Attribution, Mention, Quotation, Token
from service.processing.lexicon import WORD_CLASSES
from service.processing.sieve import Place, tags_before, word

_CUELESS = frozenset(
    {
        "subject-of-sentence",
        "cue-in-sentence-before",
        "continuation-of-paragraph",
        "continuation-in-paragraph",
        "verb-after",
    }
)
_LONGEST_TITLE = 6
"""Words."""


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

    A title is told by its capitals, by what it stands after ("on", "CNN's") or by having no cue.
    """
    quotation: Quotation = place.quotation
    words = body[quotation.start : min(quotation.end, quotation.start + 200)].split()
    if words[0][0] in "([" and words[-1][-1] in ")]" and len(words) <= _LONGEST_TITLE:
        # "(applause)": a stage direction
        return True
    large = [word for word in words if word.lower() not in WORD_CLASSES["small in titles"]]
    titled = any(w[0].isupper() for w in large) and not any(w[0].islower() for w in large)
    before = tags_before(place)
    if titled and before and len(words) <= 2 * _LONGEST_TITLE:
        item = place.clauses.items[place.unit - (2 if before[-1] == "," and len(before) > 1 else 1)]
        noun = item.head if isinstance(item, Mention) else item.low if isinstance(item, Token) else ""
        if noun in WORD_CLASSES["works"]:
            return True
    if len(words) > _LONGEST_TITLE:
        return False
    if titled and before and (before[-1] == "s" or word(place, place.unit - 1) in WORD_CLASSES["works after"]):
        return True
    if made is not None and made.rule not in _CUELESS:
        return False
    speaks = made is not None and made.continued and body[quotation.end - 1] in ".!?"
    return (titled and not speaks) or len(words) == 1 or (made is None and len(words) < 4)
