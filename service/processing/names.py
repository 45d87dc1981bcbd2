"""Names: which capitalised words make up one name."""

import re
from collections.abc import Callable
from itertools import takewhile
from typing import Final

from service.processing.document import Token
from service.processing.joint_names import is_alone, listed, opening_pair, shares_head
from service.processing.lexicon import (
    COMMON_WORDS,
    FUNCTION_WORDS,
    NAME_HEADS,
    ORGANIZATION_WORDS,
    ORGANIZATIONS,
    PARTICLES,
    ROLES,
    SURNAMES,
    WORD_CLASSES,
    is_given_name,
)
from service.processing.nominals import adjacent
from service.processing.offices import SMALL_WORDS, is_capital, is_title
from service.processing.places import country_of, place_kind

_LONGEST: Final = 10
"""Tokens in a name."""
_LONG_NUMBER: Final = 3
"""Digits of a number that is no part of a name: "Movimento 5 Stelle", "Team 2016"."""
_SHORT: Final = 5
"""Letters of a word in -ing that is no participle: "King", "Ming"."""
_DERIVED: Final = re.compile(
    r"[a-z]{3,}(?:[ai][bn]tly|antly|ently|[ai]bly|edly|ingly|fully|lessly|[io]usly|ively|ately|[a-z]{3}ally|arily"
    r"|ness(?:es)?|versy|versies|[ts]ions?|ments?|i[ct]ies|[a-z]{2}ity|isms?|ologies|[ts]ors|ists)"
)
"""What is an adverb or a noun by its ending: "Importantly", "Diversification"."""
_PARTICIPLE: Final = re.compile("[a-z]{4,}(?:ed|ing)")
"""The end of "Qwand-nominated", and of no name as "Cheng-ling"."""
_NICKNAME: Final = re.compile(r"\.? [\"“'‘][A-Z][\w.’'-]{0,18}[\"”'’] [A-Z]")
"""What stands between a first name and a surname: Ann “Birdie” Lee."""


def compound_head(token: Token) -> int:
    """The code points of the name in a compound of it and a small word: "Lima" in "Lima-based"; 0 for none."""
    if "-" not in token.text:
        return 0
    head, _, tail = token.text.rpartition("-")
    compound = tail in WORD_CLASSES["compound tails"] or _PARTICIPLE.fullmatch(tail)
    return len(head) if compound and head[:1].isupper() else 0


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


def starts_name(body: str, tokens: list[Token], i: int, learned: set[str]) -> bool:
    """Whether a name may begin at token i by its capital; of months, "April Jones", not "April" or "Jan. 23".

    `learned` has the months that are surnames in the text.
    """
    if tokens[i].text in learned:
        return _names_bearer(tokens, i)
    if tokens[i].tag != "t":
        return is_capital(tokens[i])
    if not is_given_name(tokens[i].low) or i + 1 >= len(tokens):
        return False
    return is_capital(tokens[i + 1]) and body[tokens[i].end : tokens[i + 1].start] == " "


_SURNAME_MONTHS: Final = WORD_CLASSES["surname months"]


def is_surname_month(tokens: list[Token], k: int) -> bool:
    """Whether the month at token k is the surname of whom the word before it names: "Theresa May", "Ms. May"."""
    if tokens[k].low not in _SURNAME_MONTHS or not k or not tokens[k].capital:
        return False
    before = tokens[k - 1]
    dated = k + 1 < len(tokens) and tokens[k + 1].tag == "0"
    if dated or not is_capital(before) or before.low in FUNCTION_WORDS:
        return False
    return is_title(before) or (is_given_name(before.low) and not place_kind(before.text))


def _names_bearer(tokens: list[Token], i: int) -> bool:
    """Whether a month alone at token i names somebody with that surname: "May said", "with May's", not "in May"."""
    before = tokens[i - 1].tag if i else "."
    after = tokens[i + 1].tag if i + 1 < len(tokens) else "."
    if after == "s":
        return True
    return before not in "I0tX" and after not in "0,dPOc" and tokens[i - 1].low not in WORD_CLASSES["dating"]


def run_end(body: str, tokens: list[Token], i: int, learned: set[str]) -> int:
    """The last token of the capitalised words from token i on, with particles and "of" between them.

    `learned` gets the front of a name with "and" for its short forms: "the [Xyzor and Qwand] Council".
    """
    last = i
    count = len(tokens)
    joins = _joins(tokens[i])
    while last + 1 < count and last - i < _LONGEST:
        if not _beside(body, tokens[last], tokens[last + 1]):
            if owned := _owned(body, tokens, last) or listed(tokens, i, last, joins):
                last = owned
                continue
            if last + 2 < count and is_capital(tokens[last + 2]) and _NICKNAME.match(body, tokens[last].end):
                last += 2
                continue
            break
        following = tokens[last + 1]
        if following.low in WORD_CLASSES["captions"] and last + 2 < count and tokens[last + 2].tag == ":":
            break
        if "-" in following.text and _is_compound(following):
            break
        if is_surname_month(tokens, last + 1):
            return last + 1
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
        step = _step(body, tokens, i, last, joins) or opening_pair(body, tokens, i, last, learned)
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
    saint = last > 0 and tokens[last - 1].low in {"st", "saint"}
    if not saint and tokens[last].low not in WORD_CLASSES["owners in names"]:
        return 0
    head = last + 1 + (tokens[last + 1].tag == "s")
    # "the Women's Tennis Association", but the Prime Minister's Labour Party is a name of its own
    reach = _REACH if saint or ROLES.get(tokens[last].low) == "persons" else 1
    words = list(takewhile(is_capital, tokens[head : head + reach]))
    if not any(word.text in ORGANIZATION_WORDS for word in words):
        return 0
    return head if body[tokens[last].end : tokens[head].start].lower() in _OWNING else 0


_REACH: Final = 3
"""Capitalised words in which the head of what is owned is looked for."""
_OWNING: Final = frozenset({"'s ", "’s ", "' ", "’ "})


def is_state(tokens: list[Token], k: int) -> bool:
    """Whether a state's or province's abbreviation stands at token k behind a town: "Milton, [Ont.], …"."""
    if k < 2 or tokens[k - 1].tag != "," or tokens[k].low.rstrip(".") not in WORD_CLASSES["states"]:
        return False
    closed = k + 1 >= len(tokens) or not tokens[k + 1].capital
    return closed and tokens[k].capital and is_capital(tokens[k - 2])


def agency_end(body: str, tokens: list[Token], i: int, last: int) -> int:
    """The last token of the news agency that a run begins with, whatever the next caption begins with; else `last`."""
    begin = i + (tokens[i].low == "the")
    end = begin + 1
    if last <= end or body[tokens[begin].start : tokens[end].end].lower() not in WORD_CLASSES["agencies"]:
        return last
    return last if last == end + 1 and tokens[last].text in ORGANIZATION_WORDS else end


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
    if small in SMALL_WORDS and last + 2 < count:
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
    if small == "and" and shares_head(tokens, first, last):
        return 2
    if small == "and" and tokens[last].text in ORGANIZATIONS and is_alone(tokens, first, last):
        # "the Senate and Justice Department" are two
        return 0
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


def is_label(body: str, tokens: list[Token], i: int, last: int) -> bool:
    """Whether several words in capitals head a paragraph: "OIL PRICES: …", but not the speaker of "ANN LEE: …"."""
    if last == i or body[tokens[last].end : tokens[last].end + 1] != ":" or not tokens[i].text.isupper():
        return False
    text = body[tokens[i].start : tokens[last].end]
    if body[tokens[i].start - 1 : tokens[i].start] not in _LINE_STARTS or not text.isupper():
        return False
    named = is_given_name(tokens[i].low) or is_title(tokens[i]) or tokens[last].text in SURNAMES
    return not (named or place_kind(text) or text in ORGANIZATIONS)


_LINE_STARTS: Final = frozenset({"", "\n"})


def opens_organization(tokens: list[Token], k: int) -> bool:
    """Whether a known name of two words begins at token k, whatever its first is elsewhere: "the [Met Office]"."""
    return tokens[k].tag != "d" and k + 1 < len(tokens) and f"{tokens[k].text} {tokens[k + 1].text}" in ORGANIZATIONS


def is_ordinary(
    token: Token, starts_sentence: bool, more: bool, words: set[str], inner: Callable[[], set[str]]
) -> bool:
    """Whether a capitalised word at the front of a run is no part of a name.

    `words` are those of the text; `inner` tells its capitalised ones that begin no sentence, which few texts need.
    """
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
    if not more and low[:-1] in WORD_CLASSES["no titles"] and low[-1] == "s" and token.text not in inner():
        # "Liberals cheered" may be those of any party, but "the Liberals" are one
        return True
    if low in COMMON_WORDS:
        return not (more and low in WORD_CLASSES["proper starts"])
    if token.tag in "VvGgX":
        return True
    if low.endswith("ing") and len(low) > _SHORT and not place_kind(token.text) and (more or token.text not in inner()):
        return token.text not in SURNAMES and (more or token.text not in ORGANIZATIONS)
    if not more and _DERIVED.fullmatch(low) and token.text not in inner():
        return not (token.text in SURNAMES or token.text in ORGANIZATIONS or token.text in ORGANIZATION_WORDS)
    return low in words and low not in ROLES and (not more or token.tag != "c" or low.endswith(("ing", "ed", "s")))


def holder_end(body: str, tokens: list[Token], begin: int, last: int) -> int:
    """The token after a country or a known organization that a person's name follows: "ambassador to the [United
    States] Ann Lee", "Secretary to the [Treasury] Ann Lee"; else 0.
    """
    if last - begin < 2 or tokens[last].text in ORGANIZATION_WORDS or tokens[last].low in WORD_CLASSES["things"]:
        return 0
    for end in (begin + 2, begin + 1):
        held = body[tokens[begin].start : tokens[end - 1].end]
        plain = not any(
            token.text in ORGANIZATION_WORDS or token.low in SMALL_WORDS for token in tokens[end : last + 1]
        )
        if last - end != 1 or not plain:
            continue
        if place_kind(held) == "country" and country_of(held) == held:
            return end
        if held in ORGANIZATIONS and is_given_name(tokens[end].low):
            return end
    return 0


def person_start(tokens: list[Token], begin: int, last: int) -> int:
    """The token where a person's name follows an organization's: "at [Lima University] Ann Lee"; else 0."""
    if tokens[last].text in ORGANIZATION_WORDS or tokens[last].low in WORD_CLASSES["things"]:
        return 0
    at = last - 1
    if at - begin < 2 or not is_given_name(tokens[at].low) or tokens[at - 1].low in SMALL_WORDS:
        return 0
    heads = any(tokens[k].text in ORGANIZATION_WORDS for k in range(begin, at))
    return at if heads and is_capital(tokens[at - 1]) else 0
