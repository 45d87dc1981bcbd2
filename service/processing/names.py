"""Names: which capitalised words make up one name, and which of them are a title or an office before it."""

import re
from itertools import takewhile
from typing import Final

from service.article import ActorKind
from service.processing.document import Token
from service.processing.lexicon import (
    COMMON_WORDS,
    FUNCTION_WORDS,
    GENDERED_TITLES,
    NAME_HEADS,
    ORGANIZATION_WORDS,
    ORGANIZATIONS,
    PARTICLES,
    ROLES,
    SURNAMES,
    TITLES,
    WORD_CLASSES,
    gender_of,
    is_given_name,
)
from service.processing.name_kinds import name_kind
from service.processing.nominals import adjacent
from service.processing.places import country_of, place_kind

_LONGEST: Final = 10
"""Tokens in a name."""
_LONG_NUMBER: Final = 3
"""Digits of a number that is no part of a name: "Movimento 5 Stelle", "Team 2016"."""
_SHORT: Final = 5
"""Letters of a word in -ing that is no participle: "King", "Ming"."""
_BELIEVER: Final = re.compile(r"[a-z]+(?:ologist|crat|ican)")
_NICKNAME: Final = re.compile(r"\.? [\"“'‘][A-Z][\w.’'-]{0,18}[\"”'’] [A-Z]")
"""What stands between a first name and a surname: Ann “Birdie” Lee."""
_SMALL: Final = frozenset({"of", "and", "the", "for"})
_LONG_OFFICES: Final = frozenset({"security", "affairs", "representatives"})
"""Words with which an office after "Secretary of" takes two words."""


def is_capital(token: Token) -> bool:
    """Whether a token's capital may be a name's."""
    return token.text[0].isupper() and token.tag not in "Pt" and token.low not in {"i", "i'm", "i've", "i'll", "i'd"}


def compound_head(token: Token) -> int:
    """The code points of the name in a compound of it and a small word: "Lima" in "Lima-based"; 0 for none."""
    if "-" not in token.text:
        return 0
    head, _, tail = token.text.rpartition("-")
    return len(head) if tail in WORD_CLASSES["compound tails"] and head[:1].isupper() else 0


def paired_countries(token: Token) -> int:
    """The code points of the first of two countries with a hyphen: "Peru" in "Peru-Chile"; 0 where they are not."""
    if "-" not in token.text:
        return 0
    left, _, right = token.text.partition("-")
    pair = place_kind(left) == "country" and place_kind(right) == "country" and not place_kind(token.text)
    return len(left) if pair else 0


def prefixed_start(token: Token) -> int:
    """The code points before the name in a compound: 4 in "pro-Xyzor"; 0 for none."""
    prefix, dash, name = token.text.partition("-")
    return len(prefix) + 1 if dash and name[:1].isupper() and prefix in WORD_CLASSES["compound prefixes"] else 0


def _is_compound(token: Token) -> bool:
    """Whether a token with a hyphen is more than a name: "Lima-based", "Peru-Chile", "T-shirt"."""
    letter = token.text[1:2] == "-" and token.text[2:3].islower()
    return letter or compound_head(token) > 0 or paired_countries(token) > 0


def starts_name(body: str, tokens: list[Token], i: int) -> bool:
    """Whether a name may begin at token i by its capital; of months, "April Jones", not "April" or "Jan. 23"."""
    if tokens[i].tag != "t":
        return is_capital(tokens[i])
    if not is_given_name(tokens[i].low) or i + 1 >= len(tokens):
        return False
    return is_capital(tokens[i + 1]) and body[tokens[i].end : tokens[i + 1].start] == " "


def run_end(body: str, tokens: list[Token], i: int) -> int:
    """The last token of the capitalised words from token i on, with particles and "of" between them."""
    last = i
    count = len(tokens)
    joins = _joins(tokens[i])
    while last + 1 < count and last - i < _LONGEST:
        if not _beside(body, tokens[last], tokens[last + 1]):
            if owned := _owned(body, tokens, last):
                last = owned
                continue
            if last + 2 < count and _NICKNAME.match(body, tokens[last].end) and is_capital(tokens[last + 2]):
                last += 2
                continue
            break
        following = tokens[last + 1]
        if following.low in WORD_CLASSES["captions"] and last + 2 < count and tokens[last + 2].tag == ":":
            break
        if "-" in following.text and _is_compound(following):
            break
        if is_capital(following) and not (
            (following.low in FUNCTION_WORDS or following.tag == "d")
            and not is_given_name(following.low)
            and following.text not in ORGANIZATIONS
            and not opens_organization(tokens, last + 1)
            and not _is_initial(body, following)
        ):
            last += 1
            joins = joins or _joins(following)
            continue
        if owned := _owned(body, tokens, last):
            last = owned
            continue
        step = _step(body, tokens, i, last, joins)
        if not step or last + step >= count or not is_capital(tokens[last + step]):
            break
        if not all(adjacent(body, tokens[k], tokens[k + 1]) for k in range(last + 1, last + step)):
            break
        last += step
    return last


def owns_in_name(tokens: list[Token], k: int) -> bool:
    """Whether an owner of what follows stands at token k of a name: "People's Party"."""
    return tokens[k].low in WORD_CLASSES["owners in names"] and tokens[k + 1].tag in "sc"


def _owned(body: str, tokens: list[Token], last: int) -> int:
    """The token that ends a name in which somebody owns: "the Women's [League]", "Workers' [Party]"; 0 for none."""
    if tokens[last].low not in WORD_CLASSES["owners in names"]:
        return 0
    head = last + 1 + (tokens[last + 1].tag == "s")
    # "the Women's Tennis Association", but the Prime Minister's Labour Party is a name of its own
    reach = _REACH if ROLES.get(tokens[last].low) == "persons" else 1
    words = list(takewhile(is_capital, tokens[head : head + reach]))
    if not any(word.text in ORGANIZATION_WORDS for word in words):
        return 0
    return head if body[tokens[last].end : tokens[head].start].lower() in _OWNING else 0


_REACH: Final = 3
"""Capitalised words in which the head of what is owned is looked for."""
_OWNING: Final = frozenset({"'s ", "’s ", "' ", "’ "})


def _is_initial(body: str, token: Token) -> bool:
    """Whether a token is a letter with a period, even an A: "Julie A. Long"."""
    return len(token.text) == 1 and body[token.end : token.end + 1] == "."


def _beside(body: str, left: Token, right: Token) -> bool:
    return adjacent(body, left, right) or body[left.end : right.start] == " & "


def _step(body: str, tokens: list[Token], first: int, last: int, joins: bool) -> int:
    """How many tokens on the next capital stands that small words join to the name up to `last`; 0 for none."""
    small = tokens[last + 1].low
    count = len(tokens)
    if small in PARTICLES:
        return 2
    if small in _SMALL and last + 2 < count:
        whole = body[tokens[first].start : tokens[last + 2].end]
        if whole in ORGANIZATIONS or (small == "and" and place_kind(whole)):
            return 2
    if small in {"of", "for"} and joins:
        if not _joins(tokens[last]) and any(is_title(token) for token in tokens[first:last]):
            # "Justice Ann Lee | of the Lima High Court"
            return 0
        step = 2
        if last + 3 < count and tokens[last + 2].low == "the" and adjacent(body, tokens[last + 1], tokens[last + 2]):
            step = 3
        # "the University of Lima | of Peru": where it is, not its name
        closed = any(tokens[k].low == "of" or place_kind(tokens[k].text) for k in range(first, last))
        if closed and last + step < count and _country_at(body, tokens, last + step):
            return 0
        return step
    if (
        tokens[last + 1].tag == "0"
        and len(small) < _LONG_NUMBER
        and NAME_HEADS.get(tokens[first].text) == "ORGANIZATION"
    ):
        return 2
    if small == "on" and tokens[last].text in ORGANIZATION_WORDS:
        return 2
    portfolios = WORD_CLASSES["portfolios"]
    if small == "and" and joins and last + 2 < count and {tokens[last].low, tokens[last + 2].low} <= portfolios:
        return 2
    if small == "and" and joins and last + 3 < count and tokens[last].low not in WORD_CLASSES["legal forms"]:
        if tokens[last + 3].text in ORGANIZATION_WORDS:
            return 2
        ends = last + 3 >= count or not is_capital(tokens[last + 3])
        heads = any(tokens[k].low in WORD_CLASSES["joint heads"] for k in range(first, last))
        return 2 if ends and heads and {"of", "for", "the"} & {tokens[last - 1].low, tokens[last - 2].low} else 0
    return 0


def _country_at(body: str, tokens: list[Token], k: int) -> bool:
    one = tokens[k].text
    two = body[tokens[k].start : tokens[k + 1].end] if k + 1 < len(tokens) else one
    return place_kind(one) == "country" or place_kind(two) == "country"


def _joins(token: Token) -> bool:
    """Whether "of" can continue a name after this word: "Secretary of State", "Bank of America"."""
    return token.text in ORGANIZATION_WORDS or token.low in ROLES or token.low in WORD_CLASSES["places of"]


def opens_organization(tokens: list[Token], k: int) -> bool:
    """Whether a known name of two words begins at token k, whatever its first is elsewhere: "the [Met Office]"."""
    return tokens[k].tag != "d" and k + 1 < len(tokens) and f"{tokens[k].text} {tokens[k + 1].text}" in ORGANIZATIONS


def is_ordinary(token: Token, starts_sentence: bool, more: bool, words: set[str]) -> bool:
    """Whether a capitalised word at the front of a run is no part of a name."""
    low = token.low
    if token.text in ORGANIZATIONS and (token.text.isupper() or not starts_sentence):
        return False
    # "US officials" at the front of a sentence, not "Us"
    if len(low) > 1 and token.text.isupper() and place_kind(token.text):
        return False
    if is_given_name(low) and not (starts_sentence and (low in FUNCTION_WORDS or low in COMMON_WORDS)):
        return False
    if low in FUNCTION_WORDS or token.tag == "d":
        return True
    if not starts_sentence:
        return False
    if low in COMMON_WORDS:
        return not (more and low in WORD_CLASSES["proper starts"])
    if token.tag in "VvGgX":
        return True
    if more and low.endswith("ing") and len(low) > _SHORT and not place_kind(token.text):
        return token.text not in SURNAMES
    return low in words and low not in ROLES and (not more or token.tag != "c" or low.endswith(("ing", "ed", "s")))


def country_end(body: str, tokens: list[Token], begin: int, last: int) -> int:
    """The token after a country that a person's name follows: "ambassador to the [United States] Ann Lee"; else 0."""
    if last - begin < 2 or tokens[last].text in ORGANIZATION_WORDS or tokens[last].low in WORD_CLASSES["things"]:
        return 0
    for end in (begin + 2, begin + 1):
        country = body[tokens[begin].start : tokens[end - 1].end]
        plain = not any(token.text in ORGANIZATION_WORDS or token.low in _SMALL for token in tokens[end : last + 1])
        if last - end == 1 and plain and place_kind(country) == "country" and country_of(country) == country:
            return end
    return 0


def person_start(tokens: list[Token], begin: int, last: int) -> int:
    """The token where a person's name follows an organization's: "at [Lima University] Ann Lee"; else 0."""
    if tokens[last].text in ORGANIZATION_WORDS or tokens[last].low in WORD_CLASSES["things"]:
        return 0
    at = last - 1
    if at - begin < 2 or not is_given_name(tokens[at].low) or tokens[at - 1].low in _SMALL:
        return 0
    heads = any(tokens[k].text in ORGANIZATION_WORDS for k in range(begin, at))
    return at if heads and is_capital(tokens[at - 1]) else 0


def title_end(body: str, tokens: list[Token], begin: int, last: int) -> int:
    """The token where the name itself begins after a title: "[Secretary of State] John Kerry"."""
    at = begin
    k = _place_end(body, tokens, begin, last)
    while k <= last:
        low = tokens[k].low
        two = f"{low} {tokens[k + 1].low}" if k < last else ""
        if ROLES.get(two, "").startswith("person"):
            at = k = k + 2
            if k + 1 <= last and tokens[k].low in {"of", "for"}:
                at = k = _office_end(body, tokens, k + 1, last)
            continue
        if is_title(tokens[k]) and not (k == last and _ends_name(tokens[k], k > begin)):
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
                place_kind(tokens[k - 1].text) or _BELIEVER.fullmatch(tokens[k - 1].low)
            ):
                return k
    return at


def _ends_name(token: Token, more: bool) -> bool:
    """Whether a title at the end of a run is none: "the Executive [Council]", "Xyzor [Sen] said"."""
    short = more and len(token.low) == _SHORT_TITLE and token.low in TITLES and token.low not in ROLES
    return short or token.text in ORGANIZATION_WORDS


_SHORT_TITLE: Final = 3
"""Letters of an abbreviated title that may be a name too: "Sen", "Rev"."""


def _place_end(body: str, tokens: list[Token], begin: int, last: int) -> int:
    """The token after a place's name of several words, of which one may be a given name: "[San Francisco] Mayor"."""
    for end in (begin + 2, begin + 1):
        if end < last and not any(token.low in _SMALL for token in tokens[begin : end + 1]):
            text = body[tokens[begin].start : tokens[end].end]
            found = name_kind(text, [token.text for token in tokens[begin : end + 1]])
            if found.kind is ActorKind.PLACE and found.certain:
                return end + 1
    return begin


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
            for end in range(title, begin, -1):
                text = body[tokens[begin].start : tokens[end - 1].end]
                found = name_kind(text, [token.text for token in tokens[begin:end]])
                whole = found.kind is ActorKind.PLACE or text in ORGANIZATIONS
                if whole or (found.kind is ActorKind.ORGANIZATION and tokens[end - 1].text in ORGANIZATION_WORDS):
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
