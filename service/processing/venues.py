"""Venues: where words were said or to which outlet, read from phrases beside the cue: "in an interview with CNN".

A phrase counts only where it goes with the cue: right after it, between it and its subject, in front of the clause,
right after the quotation, or at the end of the sentence after a comma.
"""

import re
from typing import Final

from service.processing.document import NOMINAL, PLACE, PRONOUN, Document, Mention, Quotation, Token
from service.processing.lexicon import VENUES, WORD_CLASSES
from service.processing.place import Found
from service.processing.units import Clauses, Stretch, sentence_start

_LONGEST_PHRASE: Final = 10
"""Units of a venue."""
FARTHEST: Final = 40
"""Units between a venue, or other words in front of a clause, and what was said."""
_BEFORE_VENUES: Final = frozenset({"in", "on", "at", "during", "via", "through", "over"})
_AFTER_MEDIA: Final = frozenset({"with", "on", "to", "for", "in", "by"})
_DETERMINERS: Final = WORD_CLASSES["determiners"] | {"his", "her", "its", "their"}
_PHRASES: Final = re.compile(r"[DtI0dwcensNRPO]*")
"""Phrases without a finite verb or a comma."""
_LAST: Final = re.compile(r",I[^,;:.!]{1,30}$")
_OPENING: Final = re.compile(r"[KD,]*(?P<p>[IGgn][DtI0dwcensNRPO]*),")


def venue_of(document: Document, clauses: Clauses, found: Found, said: Stretch) -> str | None:
    """Where it was said, by the first of the places beside the cue where a phrase tells it."""
    for part in _parts(clauses, found, said):
        gathering = None
        for at in range(part.first, part.end):
            item = clauses.items[at]
            if clauses.tags[at] != "I" or not isinstance(item, Token) or item.low not in _BEFORE_VENUES:
                continue
            if phrase := medium_at(document, clauses, at + 1, VENUES["medium"]) or _site(document, clauses, at + 1):
                return phrase
            gathering = gathering or medium_at(document, clauses, at + 1, VENUES["occasion"])
        if gathering:
            return gathering
    return None


def _parts(clauses: Clauses, found: Found, said: Stretch) -> list[Stretch]:
    """The units beside the cue, outside what was said, in which a phrase goes with the cue."""
    tags = clauses.tags
    parts = []
    after = max(found.cue, found.speaker) + 1
    if found.speaker < found.cue or tags[found.speaker] != "R":
        # "said one source on the panel" tells who it was, not where
        parts.append(Stretch(after, _phrases_end(tags, after, said)))
    if found.speaker < found.cue:
        between = tags[found.speaker + 1 : found.cue]
        parts.append(Stretch(found.speaker + 1, found.cue if not set(between) & set("WXVvGgTL") else found.speaker + 1))
    start = sentence_start(tags, found.cue, FARTHEST)
    if opening := _OPENING.match(tags, start, min(found.cue, start + FARTHEST)):
        parts.append(Stretch(opening.start("p"), opening.end("p")))
    if found.cue < said.first:
        parts.append(Stretch(said.end, _phrases_end(tags, said.end, said)))
        stop = min((at for at in (tags.find(mark, said.end) for mark in ".!") if at >= 0), default=len(tags))
        if stop - said.end < FARTHEST and (last := _LAST.search(tags, said.end, stop)):
            parts.append(Stretch(last.start() + 1, stop))
    return parts


def _phrases_end(tags: str, start: int, said: Stretch) -> int:
    phrases = _PHRASES.match(tags, start, said.first if start <= said.first else len(tags))
    return phrases.end() if phrases else start


def text_of(document: Document, item: Token | Mention | Quotation) -> str:
    """The words of a unit in one line."""
    return " ".join(document.body[item.start : item.end].split())


def _low(document: Document, item: Token | Mention | Quotation) -> str:
    return item.low if isinstance(item, Token) else text_of(document, item).lower()


def outlet_at(document: Document, clauses: Clauses, at: int) -> str | None:
    """The name of the news medium that unit `at` begins with; None for anything else."""
    items = clauses.items
    item = items[at] if at < len(items) else None
    if item is None or isinstance(item, Quotation) or not document.body[item.start].isupper():
        return None
    name = text_of(document, item)
    following = items[at + 1] if at + 1 < len(items) else None
    for whole in (f"{name} {following.text}", name) if isinstance(following, Token) else (name,):
        bare = whole.removeprefix("The ")
        words = bare.split()
        if bare in VENUES["outlet"] or bare.title() in VENUES["outlet"] or words[0].title() in VENUES["brand"]:
            return whole if whole in VENUES["outlet"] else name
        if words[0] in VENUES["brand"] or (len(words) > 1 and words[-1] in VENUES["ending"] and whole == name):
            return name
    return None


def program_of(document: Document, clauses: Clauses, at: int, outlet: str) -> tuple[str, str | None]:
    """The outlet at `at` with its program, and its reporter: "CNN’s “New Day”"; "CNN’s Wolf Blitzer"."""
    tags, items = clauses.tags, clauses.items
    after = at + 1 + (tags[at + 1 : at + 2] == "s")
    if after < len(tags) and after > at + 1 and tags[after] == "Q":
        program = items[after]
        if isinstance(program, Quotation) and _is_title(document, program):
            return " ".join(document.body[items[at].start : program.outer.end].split()), None
    if after < len(tags) and tags[after] == "N":
        return outlet, text_of(document, items[after])
    return outlet, None


def _is_title(document: Document, quotation: Quotation) -> bool:
    """Whether the marks stand around the name of a program."""
    words = document.body[quotation.start : quotation.end][:80].split()
    large = [word for word in words if word.lower() not in WORD_CLASSES["small in titles"]]
    return len(words) <= _LONGEST_PHRASE and all(word[0].isupper() for word in large)


def _site(document: Document, clauses: Clauses, at: int) -> str | None:
    """A platform or an outlet: "on Twitter", "on CNN", "in the New York Times"."""
    tags, items = clauses.tags, clauses.items
    while at < len(tags) and tags[at] == "d":
        at += 1
    if at >= len(tags) or not isinstance(items[at], Mention | Token):
        return None
    item = items[at]
    name = text_of(document, item)
    if name in VENUES["platform"]:
        return name
    outlet = outlet_at(document, clauses, at)
    return program_of(document, clauses, at, outlet)[0] if outlet else None


def medium_at(document: Document, clauses: Clauses, at: int, nouns: frozenset[str]) -> str | None:
    """The noun phrase that begins at unit `at` without its determiner, if its head is one of `nouns`."""
    tags, items = clauses.tags, clauses.items
    words: list[str] = []
    last = min(len(tags), at + _LONGEST_PHRASE)
    while at < last and tags[at] in "dDt" and not words:
        at += 1
    while at < last and tags[at] in "wecn0sNRQtV":
        item = items[at]
        if isinstance(item, Quotation) and item.quoted:
            return None
        following = _low(document, items[at + 1]) if at + 1 < len(items) else ""
        own = text_of(document, item)
        if words and tags[at] == "R" and own.partition(" ")[0].lower() in _DETERMINERS:
            # "told the council [the site could …]"
            return None
        head = own.lower().split()[-1] in nouns or " ".join(own.lower().split()[-2:]) in nouns
        words.append(own)
        two = f"{words[-2].lower()} {own.lower()}" if len(words) > 1 else ""
        if (head or two in nouns) and following not in nouns and f"{own.lower()} {following}" not in nouns:
            return _phrase(words) + _with_whom(document, clauses, at + 1)
        if tags[at] == "t" and len(words) > 1:
            return None
        at += 1
    return None


def _phrase(words: list[str]) -> str:
    """The words as one phrase, without the determiner that the first of them may hold."""
    phrase = " ".join(words).replace(" 's", "'s").replace(" ’s", "’s")
    first, _, rest = phrase.partition(" ")
    return rest if rest and first.lower() in _DETERMINERS else phrase


def _with_whom(document: Document, clauses: Clauses, at: int) -> str:
    """What goes on to say which interview or letter it was: " with CNN"; empty for nothing."""
    tags, items = clauses.tags, clauses.items
    while at < len(tags) and tags[at] == "t":
        at += 1
    if at + 1 >= len(tags) or tags[at] != "I" or not isinstance(items[at], Token):
        return ""
    preposition = text_of(document, items[at])
    if preposition not in _AFTER_MEDIA:
        return ""
    at += 1
    the = ""
    if tags[at] == "d" and at + 1 < len(tags):
        the = text_of(document, items[at]) + " "
        at += 1
    item = items[at]
    if not isinstance(item, Mention) or item.form is PRONOUN:
        return ""
    if text_of(document, item) in VENUES["platform"]:
        return f" {preposition} {text_of(document, item)}"
    if outlet := outlet_at(document, clauses, at):
        return f" {preposition} {the}{program_of(document, clauses, at, outlet)[0]}"
    if preposition in {"with", "to"} and (item.form is NOMINAL or item.kind is not PLACE):
        return f" {preposition} {the}{text_of(document, item)}"
    return ""
