"""Patterns by which Postgres finds the words looked for in a text as it was written, accents, case and all.

Nothing in them depends on the database's locale: letters and the ends of words are told by code points.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import chain, islice
from unicodedata import category, combining

from service.folding import fold
from service.query.search_terms import Alternatives, Term
from service.search_text import UNSPACED

MAX_PATTERN = 50_000
"""Characters of a pattern: a letter stands for some dozens."""

MAX_READINGS = 24
"""Ways of writing the same letters that a pattern tells apart."""

NEVER = "(?!)"
"""The pattern that nothing matches."""

_UNSPACED = re.compile(f"[{UNSPACED}]")


def highlight_pattern(alternatives: Alternatives) -> str:
    """A regular expression of Postgres for the words that must be there; as many as its size allows."""
    terms = dict.fromkeys(term for terms in alternatives for term in terms if not term.without)
    by_ends: dict[tuple[bool, bool], list[str]] = defaultdict(list)
    size = 0
    for term in terms:
        pattern = _term_pattern(term)
        size += len(pattern)
        if size > MAX_PATTERN:
            break
        first, last = term.words[0][0], term.words[-1][-1]
        by_ends[_is_unspaced(first), _is_unspaced(last)].append(pattern)
    begin, end = f"(?<![{_in_words()}])", f"(?![{_in_words()}])"
    groups = [
        f"{'' if anywhere else begin}(?:{'|'.join(patterns)}){'' if on else end}"
        for (anywhere, on), patterns in by_ends.items()
    ]
    return "|".join(groups) or NEVER


def _term_pattern(term: Term) -> str:
    pattern = ""
    for i, word in enumerate(term.words):
        if i:
            touching = _is_unspaced(word[0]) or _is_unspaced(term.words[i - 1][-1])
            pattern += f"[^{_in_words()}{UNSPACED}]{'*' if touching else '+'}"
        pattern += _word_pattern(word)
    return f"{pattern}[{_in_words()}]*" if term.begins and not _is_unspaced(term.words[-1][-1]) else pattern


def _word_pattern(word: str) -> str:
    """The word's letters in all their forms; two or three of them may be one character, as ss is ß."""
    _, joined = _forms()
    spans = [(start, start + length) for start in range(len(word)) for length in (2, 3)]
    spans = [span for span in spans if word[slice(*span)] in joined]
    pattern, place = "", 0
    while place < len(word):
        end = place + 1
        for start, after in spans:
            if place <= start < end:
                end = max(end, after)
        pattern += _run_pattern(word[place:end])
        place = end
    return pattern


def _run_pattern(run: str) -> str:
    """Letters of which any may be part of a character that stands for several: ms and ss in mss."""
    readings = list(islice(_readings(run), MAX_READINGS + 1))
    if len(readings) == 1:
        return readings[0]
    if len(readings) <= MAX_READINGS:
        return f"(?:{'|'.join(readings)})"
    # So many that they are told by their letters alone.
    letters, joined = _forms()
    pieces = {run[start : start + length] for start in range(len(run)) for length in (2, 3)}
    written = "".join(joined[piece] for piece in sorted(pieces) if piece in joined)
    apart = "".join(sorted({letter + letters.get(letter, "") for letter in run}))
    return f"(?:[{apart}{written}][{_accents(run[0])}]*){{{-(-len(run) // 3)},{len(run)}}}"


def _readings(run: str) -> Iterator[str]:
    """Patterns of the ways in which these letters can be written."""
    letters, joined = _forms()
    if not run:
        yield ""
    for length in range(1, min(3, len(run)) + 1):
        piece = run[:length]
        if length == 1:
            head = f"[{piece}{letters.get(piece, '')}][{_accents(piece)}]*"
        elif piece in joined:
            head = f"[{joined[piece]}]"
        else:
            continue
        for rest in _readings(run[length:]):
            yield head + rest


def _is_unspaced(letter: str) -> bool:
    return _UNSPACED.match(letter) is not None


def _accents(letter: str) -> str:
    """The marks that folding takes off a letter: those that go with any, and those of its script."""
    return f"\u0300-\u036f{_accents_of_block(ord(letter) >> 8)}"


@cache
def _accents_of_block(block: int) -> str:
    return "".join(c for c in map(chr, range(block << 8, (block + 1) << 8)) if combining(c))


@cache
def _in_words() -> str:
    """What words are made of, as ranges; but for the first scripts roughly, which at worst leaves a match unmarked."""
    ranges: list[list[str]] = []
    for code in range(0x2000):
        character = chr(code)
        if not (fold(character).isalnum() or category(character)[0] == "M") or _is_unspaced(character):
            continue
        if ranges and ord(ranges[-1][1]) == code - 1:
            ranges[-1][1] = character
        else:
            ranges.append([character, character])
    return "".join(f"{first}-{last}" for first, last in ranges) + (
        "\u2070-\u209f\u20d0-\u20f0\u2100-\u218f\u2c00-\u2dff\ua000-\ud7ff\ufb00-\ufdff\ufe20-\ufe2f\ufe70-\ufefc"
        "\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\U00010000-\U0001efff"
    )


@cache
def _forms() -> tuple[dict[str, str], dict[str, str]]:
    """Folded letter -> the characters that fold to it; folded letters -> the characters that fold to all of them.

    Ideographs and Hangul have one form and are not looked at.
    """
    letters: dict[str, str] = defaultdict(str)
    joined: dict[str, str] = defaultdict(str)
    for code in chain(range(0x3400), range(0xA000, 0xAC00), range(0xF900, 0xFFFE), range(0x1D400, 0x1D800)):
        character = chr(code)
        folded = fold(character)
        if not folded.isalnum():
            continue
        if len(folded) == 1 and folded != character:
            letters[folded] += character
        elif 1 < len(folded) <= 3:
            joined[folded] += character
    return dict(letters), dict(joined)
