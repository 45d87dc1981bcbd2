"""Namings: marks around the title of a work, and around what somebody or something is called."""

import re
from typing import Final

from service.article import QuoteKind
from service.processing.document import PERSON, PRONOUN, Mention
from service.processing.lexicon import WORD_CLASSES
from service.processing.place import Place, first_word, noun_before, tags_after, tags_before, window_start, word
from service.processing.subjects import subject_before
from service.processing.units import noun_at

LONGEST_TITLE: Final = 6
"""Words; of a title beside what says that it is one, twice as many."""


def in_title_case(words: list[str]) -> bool:
    """Whether all words but the small ones begin with a capital."""
    large = [word for word in words if word.lower() not in WORD_CLASSES["small in titles"]]
    return any(w[0].isupper() for w in words) and not any(w[0].islower() for w in large)


def names_work(place: Place, titled: bool, cued: bool) -> bool:
    """Whether the words before say that a title follows: by what it is the title of, or by who reads it."""
    tags, before = place.clauses.tags, word(place, place.unit - 1)
    if before in _TITLED:
        return True
    links = before == "called" or tags[place.unit - 1 : place.unit] == "X"
    if titled and links and noun_before(place, 2) in WORD_CLASSES["works"]:
        # "a book called “…”", "his best film was “…”"
        return True
    if titled and before in _READ and _is_read(place, before):
        return True
    comma = place.unit > 1 and tags[place.unit - 1] == ","
    return noun_before(place, 1 + comma) in WORD_CLASSES["works"] and (titled or (comma and not cued))


def _is_read(place: Place, verb: str) -> bool:
    """Whether no sign reads it, but somebody does, or is who wrote it."""
    if verb == "wrote":
        return word(place, place.unit - 2) == "who"
    subject = subject_before(place.clauses, place.unit - 1)
    reader = place.clauses.items[subject] if subject >= 0 else None
    if not isinstance(reader, Mention):
        return False
    return reader.kind is PERSON or (reader.form is PRONOUN and reader.head != "it")


_TITLED: Final = frozenset({"titled", "entitled", "headlined"})
_READ: Final = frozenset({"read", "reads", "reading", "wrote"})


def has_author(place: Place, titled: bool) -> bool:
    """Whether its author follows: "“The Way Home” by Ann Lee"; after what is no title in form, behind a comma alone."""
    comma = place.clauses.tags[place.unit + 1 : place.unit + 2] == ","
    if word(place, place.unit + 1 + comma) != "by":
        return False
    return (_BY_AUTHOR if titled else _COMMA_BY_AUTHOR).match(tags_after(place)) is not None


_BY_AUTHOR: Final = re.compile(r",?I(?:[cw]|d?N)")
_COMMA_BY_AUTHOR: Final = re.compile(r",I(?:[cw]|d?N)")


def is_title(place: Place, words: list[str]) -> bool:
    """Whether what is in title case stands where titles and names do."""
    after = noun_before(place, -1)
    if after in WORD_CLASSES["after works"] or after in WORD_CLASSES["lettered"]:
        return True
    before = tags_before(place)
    if not before:
        return False
    if (
        before[-1] == "s"
        or noun_before(place, 1) in WORD_CLASSES["naming"]
        or is_known_as(place)
        or _is_given(place)
        or _comes_after_works(place)
    ):
        return True
    # "at a “Women in Science Forum”"
    return before[-1] == "d" and len(words) > 1 and words[-1].strip(",.").lower() in WORD_CLASSES["occasions"]


def is_known_as(place: Place) -> bool:
    """Whether it is what something or somebody is known as: "also known as the “…”"."""
    end = place.unit - (place.clauses.tags[place.unit - 1 : place.unit] == "d")
    return word(place, end - 1) == "as" and word(place, end - 2) == "known"


def _comes_after_works(place: Place) -> bool:
    """Whether titles come after the word before: "on “…”", "a fan of “…”"; not "a kind of “…”"."""
    if noun_before(place, 2) in {"kind", "sort", "type"}:
        return False
    return word(place, place.unit - 1) in WORD_CLASSES["works after"]


def _is_given(place: Place) -> bool:
    """Whether somebody gives it as a name: "they named their robot “…”"."""
    found = _GIVEN.search(place.clauses.tags, window_start(place), place.unit + 1)
    return found is not None and word(place, found.start()) in {"named", "renamed", "christened"}


_GIVEN: Final = re.compile(r"[ve](?:[dO][wce]{1,2}|[OPRN])Q$")


def bears_name(body: str, place: Place, titled: bool) -> bool:
    """Whether somebody or something bears it as a name: "a group called “…” is new", "a user dubbed “…”"."""
    verb, tags = place.unit - 1, place.clauses.tags
    if tags[max(0, place.unit - 2) : place.unit + 2] == "N(Q)":
        # "the North Fund (“the Fund”)"
        owner = place.clauses.items[place.unit - 2]
        person = isinstance(owner, Mention) and owner.kind is PERSON
        return place.quotation.kind is QuoteKind.MIXED and not person
    if word(place, verb) == "called":
        found = (_CALLED_TITLE if titled else _CALLED).search(tags, window_start(place), place.unit + 2)
        # of "the deal critics called “…” is off" they are the critics' words
        return found is not None and first_word(body, place.clauses.items[found.start("n")]) in _ONE
    if not titled or labelled_by(place) != verb or not _LABELLED.search(tags, max(0, verb - 2), place.unit + 2):
        return False
    bearer = place.clauses.items[verb - 1 - (tags[verb - 1] == ",")]
    return isinstance(bearer, Mention) and bearer.kind is not None


_LABELLED: Final = re.compile(r"(?:[NR],.Q|[NR].Q[.,VvX])")
_CALLED: Final = re.compile(r"(?P<n>d[wcen0]{0,4}w|R)vQ[VvX]$")
_CALLED_TITLE: Final = re.compile(r"(?P<n>d[wcen0]{0,4}w|R),?vQ[.,VvXI]$")
_ONE: Final = frozenset({"a", "an", "another", "one"})


def labelled_by(place: Place) -> int:
    """The unit of a verb by which something bears the words as a name: "a bill dubbed “…”", "so called “…”"; else -1.

    It stands right before the marks, so that it has no object, and its subject is no speaker.
    """
    unit = place.unit - (2 if word(place, place.unit - 1) == "as" else 1)
    so_called = word(place, unit) == "called" and noun_at(place.clauses.items, unit - 1) == "so"
    return unit if so_called or word(place, unit) in WORD_CLASSES["labelling"] else -1
