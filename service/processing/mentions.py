"""Mentions: names, nominals ("the opposition leader") and third-person pronouns, with titles beside names."""

from collections.abc import Callable
from functools import cache, partial
from typing import Final

from service.processing.document import (
    GROUP,
    NAME,
    NOMINAL,
    ORGANIZATION,
    PERSON,
    PLACE,
    PRONOUN,
    Document,
    Mention,
    Span,
    Token,
)
from service.processing.lexicon import (
    ABBREVIATIONS,
    GENDERED_TITLES,
    ORGANIZATION_WORDS,
    ORGANIZATIONS,
    PRONOUNS,
    ROLES,
    WORD_CLASSES,
    gender_of,
    is_given_name,
)
from service.processing.name_kinds import CERTAIN, NameKind, is_party_and_state, name_kind
from service.processing.names import (
    agency_end,
    compound_head,
    holder_end,
    is_label,
    is_ordinary,
    is_state,
    is_surname_month,
    opens_organization,
    owns_in_name,
    paired_countries,
    person_start,
    prefixed_start,
    run_end,
    starts_name,
)
from service.processing.nominals import HUMAN, adjacent, generic_nominal, nominal, phrase_start
from service.processing.offices import office_of, prefix_end, seat, title_end
from service.processing.places import place_kind

_LONGEST_NAME: Final = 200
"""Code points."""


def find_mentions(document: Document) -> None:
    """Fill `mentions` in the order of the text; of two that overlap, the name is inside the nominal."""
    body, tokens = document.body, document.tokens
    words = document.words
    sentences = {sentence.start for sentence in document.sentences}
    # no function of this one's: compiled, all that it holds would be garbage in a cycle
    inner = cache(partial(_inner_capitals, body, tokens, sentences))
    mentions = document.mentions
    learned: set[str] = set()
    count, i = len(tokens), 0
    while i < count:
        token = tokens[i]
        if token.capital:
            if _compound(body, tokens, i, words, mentions):
                i += 1
                continue
            starts = _starts_sentence(body, tokens, i, sentences)
            if after := _name(body, tokens, i, starts, words, inner, learned, mentions):
                if is_surname_month(tokens, after - 1):
                    learned.add(tokens[after - 1].text)
                i = after
                continue
        low, found = token.low, None
        if token.tag in "POdDc" and low in PRONOUNS:
            case, gender = PRONOUNS[low]
            found = Mention(token.start, token.end, PRONOUN, i, i, None, gender, None, low, case == "p")
        elif token.tag in "wenc":
            if low in ROLES:
                found = nominal(body, tokens, i, mentions)
            if "-" in low:
                _compound(body, tokens, i, words, mentions)
        elif token.tag in "Vv" and i:
            found = generic_nominal(body, tokens, _before_verb(tokens, i), mentions)
        if found is not None:
            mentions.append(found)
        i += 1
    mentions.sort(key=lambda mention: (mention.start, -mention.end))


def _place_before(body: str, tokens: list[Token], i: int, stop: int) -> int:
    """The token where the place begins that the first letters of token i end: "[San] Francisco-based"; 0 for none."""
    end = tokens[i].start + stop
    for begin in range(max(i - 2, 1), i):
        if (
            tokens[begin].capital
            and tokens[begin].low != "the"
            and place_kind(body[tokens[begin].start : end]) in {"country", "city"}
        ):
            return begin
    return 0


def _compound(body: str, tokens: list[Token], i: int, words: set[str], mentions: list[Mention]) -> bool:
    """Add the names in a compound, if a token is one: "Lima-based", "Peru-Chile" or "pro-Xyzor"."""
    token = tokens[i]
    if begin := prefixed_start(token):
        parts = [(begin, len(token.text))]
    elif end := paired_countries(token):
        parts = [(0, end), (end + 1, len(token.text))]
    elif end := compound_head(token):
        parts = [(0, end)]
    else:
        return False
    # "Oscar-nominated" and "Long-standing" name nobody, where "Lima-based" does
    usual = token.text.rpartition("-")[2] in WORD_CLASSES["compound tails"] or parts[0][1] == len(token.text)
    for start, stop in parts:
        text = token.text[start:stop]
        if start == 0 and (before := _place_before(body, tokens, i, stop)):
            # "San Francisco-based"
            while mentions and mentions[-1].end > tokens[before].start:
                mentions.pop()
            first, end = tokens[before].start, token.start + stop
            mentions.append(Mention(first, end, NAME, before, i, PLACE, weight=CERTAIN))
            continue
        found = name_kind(text, (text,))
        adjective = place_kind(text) == "demonym" or text.lower() in WORD_CLASSES["creeds"]
        told = found.kind is not None and (usual or found.kind is not PERSON)
        if not adjective and (told or text in words):
            first = token.start + start
            weight = CERTAIN if found.kind is PLACE else found.weight
            mention = Mention(first, token.start + stop, NAME, i, i, found.kind, weight=weight)
            mentions.append(mention)
    return True


def _before_verb(tokens: list[Token], i: int) -> int:
    """The token before a verb and its auxiliaries: the "reader" of "a reader would now ask"."""
    k = i - 1
    while k > 0 and i - k <= _AUXILIARIES and tokens[k].tag in "XD" and tokens[k].low != "ago":
        k -= 1
    return k


_AUXILIARIES: Final = 3
"""Tokens between a subject and its verb."""


def _inner_capitals(body: str, tokens: list[Token], sentences: set[int]) -> set[str]:
    return {
        token.text
        for i, token in enumerate(tokens)
        if token.capital and not _starts_sentence(body, tokens, i, sentences)
    }


def _starts_sentence(body: str, tokens: list[Token], i: int, sentences: set[int]) -> bool:
    """Whether a token stands first in a sentence or a quotation, where a capital says nothing."""
    start = tokens[i].start
    return i == 0 or tokens[i - 1].tag in ".:" or body[start - 1] in _OPENING or start in sentences


_OPENING: Final = frozenset("“\"‘'«")


def _name(
    body: str,
    tokens: list[Token],
    i: int,
    starts_sentence: bool,
    words: set[str],
    inner: Callable[[], set[str]],
    learned: set[str],
    mentions: list[Mention],
) -> int:
    """Add the names that begin at token i, if any do; the number of the token after them, or 0."""
    if not starts_name(body, tokens, i, learned):
        return 0
    if tokens[i].text in learned:
        return _add_name(body, tokens, i, i, i, mentions)
    last = agency_end(body, tokens, i, run_end(body, tokens, i, learned))
    if is_label(body, tokens, i, last):
        return last + 1
    begin = i
    while begin <= last and is_ordinary(tokens[begin], begin == i and starts_sentence, begin < last, words, inner):
        if begin < last and tokens[begin].text in ORGANIZATION_WORDS and tokens[begin + 1].low == "of":
            break
        if opens_organization(tokens, begin) or (begin < last and owns_in_name(tokens, begin)):
            break
        begin += 1
    if begin > last:
        return 0
    name_at = title_end(body, tokens, begin, last)
    if name_at > last and tokens[begin].text in ORGANIZATION_WORDS and tokens[begin + 1].low == "of":
        name_at = begin
    prefix = prefix_end(body, tokens, begin, last) if name_at > begin else 0
    if name_at > last:
        if prefix:
            return _add_name(body, tokens, begin, begin, prefix - 1, mentions)
        # "the Minister of Finance": what is held is no name
        return last + 1 if tokens[last].low in WORD_CLASSES["portfolios"] and last > begin else 0
    capitals = tokens[i].text.isupper() and body[tokens[i].end : tokens[i].end + 1] != "."
    if begin == last and tokens[i].low in ABBREVIATIONS and not capitals:
        return 0
    if name_at == begin and (split := holder_end(body, tokens, begin, last) or person_start(tokens, begin, last)):
        _add_name(body, tokens, begin, begin, split - 1, mentions)
        begin = name_at = split
    if name_at > begin and tokens[last].text in ORGANIZATION_WORDS and not is_given_name(tokens[name_at].low):
        if any(token.low == "of" for token in tokens[begin:name_at]):
            return 0
        name_at, prefix = begin, 0
    if prefix:
        _add_name(body, tokens, begin, begin, prefix - 1, mentions)
    elif name_at > begin:
        _add_office(body, tokens, begin, name_at - 1, mentions)
    return _add_name(body, tokens, begin, name_at, last, mentions)


def _add_office(body: str, tokens: list[Token], begin: int, last: int, mentions: list[Mention]) -> None:
    """Add the organization or the place that a title is held in: "CEO of the [Lima Council] Ann Lee"."""
    of = next((k for k in range(begin, last) if tokens[k].low in {"of", "for"}), last)
    first = of + 1 + (of < last and tokens[of + 1].low == "the")
    if first <= last and (end := office_of(body, tokens, first, last)):
        _add_name(body, tokens, first, first, end, mentions)


def _add_name(body: str, tokens: list[Token], begin: int, name_at: int, last: int, mentions: list[Mention]) -> int:
    """Add the name from token `name_at` to `last` with its title from `begin`; the number of the token after it."""
    first, final = tokens[name_at], tokens[last]
    end = final.end
    state = name_at == last and is_state(tokens, last)
    if state or final.low in _ABBREVIATED or "." in final.text:
        end += body[end : end + 1] == "." and not final.text.endswith(".")
    words = [token.text for token in tokens[name_at : last + 1]]
    if "-" in first.text and is_party_and_state(first.text):
        return last + 1
    if final.text == "Brent" and last + 1 < len(tokens) and tokens[last + 1].low in {"crude", "oil", "futures"}:
        return last + 1
    # "US$ 100" is an amount, "@QwandXyzor" an account
    amount = body[end : end + 1] == "$"
    if end - first.start > _LONGEST_NAME or amount or body[first.start - 1 : first.start] in {"@", "#"}:
        return last + 1
    after = tokens[last + 1] if last + 1 < len(tokens) else None
    if after is not None and after.tag == "s" and body[first.start : after.end].replace("’", "'") in ORGANIZATIONS:
        end, last = after.end, last + 1
        after = tokens[last + 1] if last + 1 < len(tokens) else None
    text = body[first.start : end]
    role, gender, titled = _title(body, tokens, begin, name_at, mentions)
    # "Labor Day"; a people's or a creed's adjective
    dated = after is not None and after.low in _DAYS and after.capital and not titled
    if after is not None and text in _COLOURS and not titled and _is_noun(after):
        # "Black voters"
        return last + 1
    if dated or text.lower() in WORD_CLASSES["creeds"]:
        return last + 1
    article = tokens[name_at - 1].text if name_at else ""
    if place_kind(text) == "demonym" and not (article == "The" and f"The {text}" in ORGANIZATIONS):
        if not text.endswith("s") or text.endswith("ss"):
            return last + 1 if len(words) > 1 else 0
        found = NameKind(GROUP)
    else:
        # an adjective of the lower case, "the official TASS", "communist Poland", may be no title
        found = _kind(text, words, article, titled, name_at > begin)
    if state:
        found = NameKind(PLACE)
    if found.kind is PERSON and not gender:
        gender = gender_of(words[0].lower())
    if found.kind is not PERSON:
        role = None
    possessive = (
        after is not None and (after.tag == "s" or body[end : end + 1] in {"'", "’"}) and after.start <= end + 1
    )
    front = name_at
    if role is not None:
        while front > 0 and tokens[front - 1].start >= role.start:
            front -= 1
        while mentions and mentions[-1].form is NOMINAL and mentions[-1].end > role.start:
            mentions.pop()
    mention = Mention(first.start, end, NAME, front, last, found.kind, gender, role, "", possessive)
    mention.weight = found.weight
    mentions.append(mention)
    held = words[-1].lower() in WORD_CLASSES["events"] if found.thing else found.kind in _SEATED
    if held and text not in ORGANIZATIONS:
        _add_seat(body, tokens, name_at, last, mentions)
    if found.thing:
        _add_maker(body, tokens, name_at, last, mentions)
    return last + 1


def _is_noun(token: Token) -> bool:
    """Whether what follows a name that may be an adjective is no verb."""
    if not token.low.endswith("s"):
        return token.tag in "wn" and token.text[0].islower()
    return ROLES.get(token.low, "").startswith("person")


def _title(
    body: str, tokens: list[Token], begin: int, name_at: int, mentions: list[Mention]
) -> tuple[Span | None, str, bool]:
    """The title before the name at token `name_at`, the gender it tells, and whether it is one person's."""
    if name_at == begin:
        role, gender = _role_before(body, tokens, name_at, mentions)
        # "rival Qwand" may be a firm
        firm = tokens[name_at - 1].low in WORD_CLASSES["firms too"] and not is_given_name(tokens[name_at].low)
        return role, gender, role is not None and not firm
    low = tokens[name_at - 1].low
    gender = GENDERED_TITLES.get(low) or HUMAN.get(ROLES.get(low, ""), "")
    return Span(tokens[begin].start, tokens[name_at - 1].end), gender, ROLES.get(low) != "persons"


def _kind(text: str, words: list[str], article: str, titled: bool, capital: bool) -> NameKind:
    """What a name names by its words, the article before it and its title, which may be in capitals."""
    if article == "The" and f"The {text}" in ORGANIZATIONS:
        return NameKind(ORGANIZATION)
    found = name_kind(text, words)
    if not titled or (words[-1].lower() in WORD_CLASSES["things"] and not is_given_name(words[0].lower())):
        return found
    known = found.kind in {PLACE, ORGANIZATION} and found.weight > _DOUBTED
    if len(words) == _NAMED and found.kind is PLACE and is_given_name(words[0].lower()):
        # "correspondent Ann Cape"
        known = place_kind(text) is not None
    if not capital and (known or (text.isupper() and len(text) > 2)):
        return found if known else NameKind(None, 0.0)
    return NameKind(PERSON)


def _add_seat(body: str, tokens: list[Token], first: int, last: int, mentions: list[Mention]) -> None:
    """Add the place that a longer name says it is of: "[Lima] Police Department", "University of [Lima]"."""
    if span := seat(body, tokens, first, last):
        begin, end = span
        start, stop = tokens[begin].start, tokens[end].end
        mention = Mention(start, stop, NAME, begin, end, PLACE)
        mention.weight = CERTAIN
        mentions.append(mention)


def _add_maker(body: str, tokens: list[Token], first: int, last: int, mentions: list[Mention]) -> None:
    """Add the organization at the front of the name of what it makes or holds: "[Google] Chrome"."""
    for end in (first + 1, first):
        if end < last and body[tokens[first].start : tokens[end].end] in ORGANIZATIONS:
            kind = ORGANIZATION
            mention = Mention(tokens[first].start, tokens[end].end, NAME, first, end, kind, weight=CERTAIN)
            mentions.append(mention)
            return


_SEATED: Final = frozenset({ORGANIZATION, PLACE})
_COLOURS: Final = frozenset({"Black", "White", "Brown"})
_DAYS: Final = frozenset({"day", "week", "month", "year"})
_NAMED: Final = 2
"""Words of a person's name."""
_DOUBTED: Final = 2.0
"""The weight of a kind up to which a title says otherwise."""
_ABBREVIATED: Final = frozenset({"jr", "sr", "inc", "corp", "co", "ltd", "bros"})


def _role_before(body: str, tokens: list[Token], i: int, mentions: list[Mention]) -> tuple[Span | None, str]:
    """The lower-case title right before a name ("opposition leader Juan Guaido"), and its gender."""
    k = i - 1
    if k < 0 or not adjacent(body, tokens[k], tokens[i]):
        return None, ""
    kind = ROLES.get(tokens[k].low, "")
    if kind not in HUMAN or not tokens[k].text[0].islower():
        two = f"{tokens[k - 1].low} {tokens[k].low}" if k else ""
        if two not in ROLES:
            return None, ""
        kind = ROLES[two]
        if kind not in HUMAN:
            return None, ""
    return Span(tokens[phrase_start(body, tokens, k, mentions)].start, tokens[k].end), HUMAN[kind]
