"""Joint names: where "and" and commas join the words of one name, "the Public and Commercial Services Union"."""

from itertools import takewhile
from typing import Final

from service.processing.document import Token
from service.processing.lexicon import (
    COMMON_WORDS,
    ORGANIZATION_WORDS,
    ORGANIZATIONS,
    ROLES,
    WORD_CLASSES,
    is_given_name,
)
from service.processing.offices import is_capital
from service.processing.places import place_kind

_NAMED: Final = 2
"""Words behind "and" of which the last is what a body is: "and Commercial Services"."""
_REACH: Final = 3
"""Capitalised words before "and", and those in which a country is looked for."""
_LONGEST: Final = 10
"""Tokens after "and"."""


def opening_pair(body: str, tokens: list[Token], first: int, last: int, learned: set[str]) -> int:
    """2 where a word, "and" and another begin one name at token `last`, here or in the text before; else 0."""
    if tokens[last + 1].low != "and" or not is_alone(tokens, first, last) or last + 2 >= len(tokens):
        return 0
    front = body[tokens[last].start : tokens[last + 2].end]
    if _names_one(tokens, last):
        learned.add(front)
    return 2 if front in learned else 0


def is_alone(tokens: list[Token], first: int, last: int) -> bool:
    """Whether a run is one word so far, after none or one that opens a sentence: "Then Qwand"."""
    return last == first or (last == first + 1 and tokens[first].low in COMMON_WORDS)


def _names_one(tokens: list[Token], first: int) -> bool:
    """Whether "the", two words with "and" and what an organization is are one name: "the Xyzor and Qwand Council"."""
    if not first or tokens[first - 1].low != "the" or first + 3 >= len(tokens):
        return False
    one, two, head = tokens[first], tokens[first + 2], tokens[first + 3]
    known = any(token.text in ORGANIZATION_WORDS or token.text in ORGANIZATIONS for token in (one, two))
    plain = not known and not place_kind(one.text) and one.tag == two.tag == "c" and not one.low.endswith("s")
    return plain and head.text in ORGANIZATION_WORDS and not head.low.endswith("s")


def _shares_country(tokens: list[Token], last: int) -> bool:
    """Whether "and" joins what one department of a country is for: "Water and Rural Development [Canada]"."""
    portfolios = WORD_CLASSES["portfolios"]
    if (
        tokens[last].low not in portfolios
        or tokens[last + 2 : last + 3] == []
        or tokens[last + 2].low not in portfolios
    ):
        return False
    words = takewhile(is_capital, tokens[last + 3 : last + 3 + _REACH])
    return any(place_kind(word.text) == "country" for word in words)


def _shares_committee(tokens: list[Token], last: int) -> bool:
    """Whether "and" joins what one committee is for: "Procedure and House Affairs [Committee]"."""
    lows = [token.low for token in tokens[last + 2 : last + 5]]
    return lows[2:] == ["committee"] and lows[1] in WORD_CLASSES["portfolios"]


def shares_head(tokens: list[Token], first: int, last: int) -> bool:
    """Whether "and" joins what one body or department is for."""
    return _shares_country(tokens, last) or _shares_committee(tokens, last) or _shares_body(tokens, first, last)


def _shares_body(tokens: list[Token], first: int, last: int) -> bool:
    """Whether "and" joins what a body further on is for: "the [Public and Commercial Services Union]"."""
    begin = first + (tokens[first].low == "the")
    front = tokens[begin : last + 1]
    if not begin or tokens[begin - 1].low != "the" or not 0 < len(front) <= _REACH:
        return False
    if any(_is_known(token) for token in front) or tokens[last].text in ORGANIZATION_WORDS:
        return False
    rest = list(takewhile(is_capital, tokens[last + 2 : last + 2 + _LONGEST]))
    if len(rest) < _NAMED or rest[-1].text not in ORGANIZATION_WORDS or any(_is_known(token) for token in rest[:-1]):
        return False
    if len(rest) > _NAMED and not rest[-1].low.endswith("s"):
        return True
    after = tokens[last + 2 + len(rest)].low if last + 2 + len(rest) < len(tokens) else ""
    return ROLES.get(after) == "body" and not after.endswith("s")


def _is_known(token: Token) -> bool:
    """Whether a word names somebody or somewhere by itself, so that "and" joins two names."""
    if token.text in ORGANIZATIONS or place_kind(token.text) is not None or is_given_name(token.low):
        return True
    return token.low in WORD_CLASSES["directions"]


def listed(tokens: list[Token], first: int, last: int, joins: bool) -> int:
    """The token of the next thing that a ministry is for: "Ministry of Economy, [Trade] and Industry"; 0 for none."""
    portfolios = WORD_CLASSES["portfolios"]
    if tokens[last].low not in portfolios or last + 4 >= len(tokens) or tokens[last + 1].tag != ",":
        return 0
    one, link, other = tokens[last + 2 : last + 5]
    if link.low not in {"and", ","} or not {one.low, other.low} <= portfolios or not one.capital or not other.capital:
        return 0
    ministry = joins and any(tokens[k].low in {"of", "for"} for k in range(first + 1, last))
    return last + 2 if ministry or _shares_country(tokens, last + 2) else 0
