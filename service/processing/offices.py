"""Offices: which words before a name are a title or an office, and the organization or place it is held in."""

import re
from typing import Final

from service.processing.document import ORGANIZATION, PLACE, Token
from service.processing.lexicon import (
    GENDERED_TITLES,
    ORGANIZATION_WORDS,
    ORGANIZATIONS,
    ROLES,
    SURNAMES,
    TITLES,
    WORD_CLASSES,
    gender_of,
    is_given_name,
)
from service.processing.name_kinds import name_kind
from service.processing.places import place_kind

SMALL_WORDS: Final = frozenset({"of", "and", "the", "for"})
"""Words inside names."""
_LONG_OFFICES: Final = frozenset({"security", "affairs", "representatives"})
"""Words with which an office after "Secretary of" takes two words."""
_BELIEVER: Final = re.compile(r"[a-z]+(?:ologist|crat|ican)")


def title_end(body: str, tokens: list[Token], begin: int, last: int) -> int:
    """The token where the name itself begins after a title: "[Secretary of State] John Kerry"."""
    at = begin
    k = _place_end(body, tokens, begin, last)
    while k <= last:
        low = tokens[k].low
        two = f"{low} {tokens[k + 1].low}" if k < last else ""
        if k < last and tokens[k + 1].tag == "s":
            # "the [People's Party]"
            break
        if ROLES.get(two, "").startswith("person"):
            at = k = k + 2
            if k + 1 <= last and tokens[k].low in {"of", "for"}:
                at = k = _office_end(body, tokens, k + 1, last)
            continue
        ends = k == last and _ends_name(tokens[k], k > begin)
        # "Resident Paul Kim, 67, …"
        part_played = k == begin and k + 1 < last and low in WORD_CLASSES["no titles"] and low in ROLES
        if part_played and is_given_name(tokens[k + 1].low):
            at = k = k + 1
            break
        if is_title(tokens[k]) and not ends and not _begins_organization(tokens, k, last):
            at = k + 1
            if k + 2 <= last and tokens[k + 1].low in {"of", "for"}:
                at = k = _office_end(body, tokens, k + 2, last)
                continue
        elif is_given_name(low) and not (k + 2 <= last and is_title(tokens[k + 1]) and place_kind(tokens[k].text)):
            break
        k += 1
    while at <= last and tokens[at].low in {"of", "for"}:
        at += 1
    if at == begin and begin + 1 < last and not is_given_name(tokens[begin].low):
        for k in range(begin + 1, last):
            if is_given_name(tokens[k].low) and (
                place_kind(tokens[k - 1].text)
                or _BELIEVER.fullmatch(tokens[k - 1].low)
                or place_kind(body[tokens[begin].start : tokens[k - 1].end]) == "demonym"
            ):
                return k
    return at


def _begins_organization(tokens: list[Token], k: int, last: int) -> bool:
    """Whether a title at token k is a part of a name: "[Veterans Affairs]", "[Queen Mary University]", "[Refugees and
    Citizenship Canada]".
    """
    low = tokens[k].low
    if k < last and tokens[k + 1].low == "and" and low in WORD_CLASSES["portfolios"]:
        return True
    if k < last and tokens[k + 1].low in WORD_CLASSES["office ends"]:
        return ROLES.get(low, "").startswith("person") and low not in WORD_CLASSES["of affairs"]
    named = k + 2 <= last and is_given_name(tokens[k + 1].low)
    return named and low in WORD_CLASSES["namesakes"] and tokens[k + 2].text in ORGANIZATION_WORDS


def _ends_name(token: Token, more: bool) -> bool:
    """Whether a title at the end of a run is none: "the Executive [Council]", "Xyzor [Sen] said"."""
    short = more and len(token.low) == _SHORT_TITLE and token.low in TITLES and not token.text.isupper()
    short = short and token.low not in ROLES
    return short or token.text in ORGANIZATION_WORDS


_SHORT_TITLE: Final = 3
"""Letters of an abbreviated title that may be a name too: "Sen", "Rev"."""


def _place_end(body: str, tokens: list[Token], begin: int, last: int) -> int:
    """The token after a place's name of several words, of which one may be a given name: "[San Francisco] Mayor"."""
    for end in (begin + 2, begin + 1):
        if end < last and not any(token.low in SMALL_WORDS for token in tokens[begin : end + 1]):
            text = body[tokens[begin].start : tokens[end].end]
            found = name_kind(text, [token.text for token in tokens[begin : end + 1]])
            if found.kind is PLACE and found.certain:
                return end + 1
    return begin


def is_capital(token: Token) -> bool:
    """Whether a token's capital may be a name's."""
    return token.capital and token.tag not in "Pt" and token.low not in {"i", "i'm", "i've", "i'll", "i'd"}


def is_title(token: Token) -> bool:
    """Whether a word before a name says what its bearer is: "Mr", "President", "Senators"."""
    kind = ROLES.get(token.low, "") if token.low not in WORD_CLASSES["no titles"] else ""
    return token.low in TITLES or token.low in GENDERED_TITLES or kind.startswith(("person", "source"))


def _office_end(body: str, tokens: list[Token], k: int, last: int) -> int:
    """The token after the office that follows "Secretary of": an organization, a country, up to a given name, or
    up to two words before the end.
    """
    title = tokens[k - 2].low
    while k <= last and tokens[k].low == "the":
        k += 1
    held = k
    while held <= last and (tokens[held].low in WORD_CLASSES["portfolios"] or (held > k and tokens[held].low == "and")):
        held += 1
    if held > k and (held > last or tokens[k - 1].low != "the"):
        return held + (held < last and tokens[held - 1].low.endswith(("al", "ic")))
    if organization := office_of(body, tokens, k, last):
        return organization + 1
    for at in range(k + 1, last + 1):
        if is_given_name(tokens[at].low) and at < last:
            return at
    if tokens[k - 1].low == "the":
        return last + 1
    if k + 2 <= last:
        return k + 2 if tokens[k + 1].low in _LONG_OFFICES else k + 1
    if k + 1 <= last and title in WORD_CLASSES["of companies"] and tokens[last].text not in SURNAMES:
        # "CEO of Xyzor Peru"
        return last + 1
    return k + 1 if k + 1 <= last else last + 1


def office_of(body: str, tokens: list[Token], k: int, last: int) -> int:
    """The last token of the organization or place at token k that an office is held in; 0 where none is."""
    for end in range(last, k - 1, -1):
        text = body[tokens[k].start : tokens[end].end]
        if text in ORGANIZATIONS or place_kind(text) in {"country", "city"}:
            return end
    for end in range(last, k, -1):
        if tokens[end].text in ORGANIZATION_WORDS:
            goes_on = end < last and tokens[end + 1].low in {"of", "for", "on"}
            return _before_given(tokens, end + 1, last) if goes_on else end
    return 0


def _before_given(tokens: list[Token], k: int, last: int) -> int:
    """The last token before a person's given name from token k on; `last` where there is none."""
    return next((at - 1 for at in range(k + 2, last) if is_given_name(tokens[at].low)), last)


def prefix_end(body: str, tokens: list[Token], begin: int, last: int) -> int:
    """The token after an organization or a place before a title: "[NATO] Secretary General Ann Lee"; 0 for none."""
    named = _place_end(body, tokens, begin, last)
    for title in range(begin + 1, last + 1):
        if is_title(tokens[title]) and tokens[title].text not in ORGANIZATION_WORDS:
            # the district of a "U.S. District Judge" is a kind of court
            for end in range(title - (tokens[title - 1].text == "District"), begin, -1):
                text = body[tokens[begin].start : tokens[end - 1].end]
                found = name_kind(text, [token.text for token in tokens[begin:end]])
                whole = found.kind is PLACE or text in ORGANIZATIONS
                if whole or (found.kind is ORGANIZATION and tokens[end - 1].text in ORGANIZATION_WORDS):
                    return end
            return 0
        if title >= named and gender_of(tokens[title].low):
            return 0
    return 0


def seat(body: str, tokens: list[Token], first: int, last: int) -> tuple[int, int] | None:
    """The first and last token of the place in the name of something else: at its front or after "of"."""
    tail = tokens[last].low
    if tail in WORD_CLASSES["place tails"] or tail in WORD_CLASSES["businesses"] or tail in WORD_CLASSES["legal forms"]:
        return None
    for end in (first + 1, first):
        if end < last and place_kind(body[tokens[first].start : tokens[end].end]) in {"country", "city"}:
            return first, end
    of = next((k for k in range(last - 1, first, -1) if tokens[k].low == "of"), 0)
    if not of:
        return None
    begin = of + 1 + (tokens[of + 1].low == "the")
    place = place_kind(body[tokens[begin].start : tokens[last].end]) in {"country", "city"}
    return (begin, last) if place or tokens[of - 1].low in WORD_CLASSES["area nouns"] else None
