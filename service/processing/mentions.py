"""Mentions: names, nominals ("the opposition leader") and third-person pronouns, with titles beside names."""

from service.article import ActorKind, MentionForm
from service.processing.document import Document, Mention, Span, Token
from service.processing.lexicon import (
    ABBREVIATIONS,
    COMMON_WORDS,
    FUNCTION_WORDS,
    GIVEN_NAMES,
    ORGANIZATION_WORDS,
    ORGANIZATIONS,
    PARTICLES,
    PRONOUNS,
    ROLES,
    TITLES,
    WORD_CLASSES,
)
from service.processing.nominals import HUMAN, adjacent, generic_nominal, nominal, phrase_start
from service.processing.places import country_of, place_kind

_LONGEST_NAME = 10
"""Tokens in a name."""
_GENDERED_TITLES = {
    "mr": "m",
    "mrs": "f",
    "ms": "f",
    "miss": "f",
    "sir": "m",
    "lady": "f",
    "madam": "f",
    "lord": "m",
    "sister": "f",
}


def find_mentions(document: Document) -> None:
    """Fill `mentions` in the order of the text; of two that overlap, the name is inside the nominal."""
    body, tokens = document.body, document.tokens
    words = {token.text for token in tokens}
    sentences = {sentence.start for sentence in document.sentences}
    mentions = document.mentions
    count, i = len(tokens), 0
    while i < count:
        token = tokens[i]
        if token.text[0].isupper():
            starts = _starts_sentence(body, tokens, i, sentences)
            if after := _name(body, tokens, i, starts, words, mentions):
                i = after
                continue
        low = token.low
        if low in PRONOUNS:
            case, gender = PRONOUNS[low]
            mentions.append(
                Mention(token.start, token.end, MentionForm.PRONOUN, i, i, None, gender, None, low, case == "p")
            )
        else:
            found = None
            if token.tag in "wenc":
                found = nominal(body, tokens, i) if low in ROLES else None
            elif token.tag in "Vv" and i:
                found = generic_nominal(body, tokens, i - 1, mentions)
            if found is not None:
                mentions.append(found)
        i += 1
    mentions.sort(key=lambda mention: (mention.start, -mention.end))


def _starts_sentence(body: str, tokens: list[Token], i: int, sentences: set[int]) -> bool:
    """Whether a token stands first in a sentence or a quotation, where a capital says nothing."""
    start = tokens[i].start
    return i == 0 or tokens[i - 1].tag in ".:" or body[start - 1] in _OPENING or start in sentences


_OPENING = frozenset("“\"‘'«")


def _capital(token: Token) -> bool:
    return token.text[0].isupper() and token.tag not in "Pt" and token.low not in {"i", "i'm", "i've", "i'll", "i'd"}


def _name(
    body: str, tokens: list[Token], i: int, starts_sentence: bool, words: set[str], mentions: list[Mention]
) -> int:
    """Add the name that begins at token i, if one does; the number of the token after it, or 0."""
    first = tokens[i]
    if not _capital(first) and not (first.tag == "t" and _given_month(body, tokens, i)):
        return 0
    last = _run(body, tokens, i)
    begin = i
    while begin <= last and _ordinary(tokens[begin], begin == i and starts_sentence, begin < last, words):
        begin += 1
    if begin > last:
        return 0
    name_at = _title_end(tokens, begin, last)
    if name_at > last and tokens[begin].text in ORGANIZATION_WORDS and tokens[begin + 1].low == "of":
        name_at = begin
    if name_at > last or (begin == last and first.low in ABBREVIATIONS):
        return 0
    if name_at == begin and (split := _country_end(body, tokens, begin, last)):
        _add_name(body, tokens, begin, begin, split - 1, mentions)
        begin = name_at = split
    if name_at > begin and tokens[last].text in ORGANIZATION_WORDS and tokens[name_at].low not in GIVEN_NAMES:
        name_at = begin
    return _add_name(body, tokens, begin, name_at, last, mentions)


def _country_end(body: str, tokens: list[Token], begin: int, last: int) -> int:
    """The token after a country that a person's name follows: "ambassador to the [United States] Ann Lee"; else 0."""
    if last - begin < 2 or tokens[last].text in ORGANIZATION_WORDS or tokens[last].low in WORD_CLASSES["things"]:
        return 0
    for end in (begin + 2, begin + 1):
        country = body[tokens[begin].start : tokens[end - 1].end]
        plain = not any(token.text in ORGANIZATION_WORDS or token.low in _SMALL for token in tokens[end : last + 1])
        if last - end == 1 and plain and place_kind(country) == "country" and country_of(country) == country:
            return end
    return 0


_SMALL = frozenset({"of", "and", "the", "for"})


def _given_month(body: str, tokens: list[Token], i: int) -> bool:
    """Whether a month's name is a person's: "April Jones", not "April" or "Jan. 23"."""
    if tokens[i].low not in GIVEN_NAMES or i + 1 >= len(tokens):
        return False
    return _capital(tokens[i + 1]) and body[tokens[i].end : tokens[i + 1].start] == " "


def _run(body: str, tokens: list[Token], i: int) -> int:
    """The last token of the capitalised words from token i on, with particles and "of" between them."""
    last = i
    count = len(tokens)
    joins = _joins(tokens[i])
    while last + 1 < count and last - i < _LONGEST_NAME and adjacent(body, tokens[last], tokens[last + 1]):
        following = tokens[last + 1]
        if following.low in WORD_CLASSES["captions"] and last + 2 < count and tokens[last + 2].tag == ":":
            break
        if _capital(following) and not (
            (following.low in FUNCTION_WORDS or following.tag == "d") and following.low not in GIVEN_NAMES
        ):
            last += 1
            joins = joins or _joins(following)
            continue
        step = 0
        if (
            following.low in PARTICLES
            or (joins and following.low in {"of", "for"})
            or (following.low == "on" and tokens[last].text in ORGANIZATION_WORDS)
        ):
            step = 2
            if (
                last + 3 < count
                and following.low == "of"
                and tokens[last + 2].low == "the"
                and adjacent(body, following, tokens[last + 2])
            ):
                step = 3
        elif following.low == "and" and last + 3 < count and joins and tokens[last + 3].text in ORGANIZATION_WORDS:
            step = 2
        if not step or last + step >= count or not _capital(tokens[last + step]):
            break
        if not all(adjacent(body, tokens[k], tokens[k + 1]) for k in range(last + 1, last + step)):
            break
        last += step
    return last


def _joins(token: Token) -> bool:
    """Whether "of" can continue a name after this word: "Secretary of State", "Bank of America"."""
    return token.text in ORGANIZATION_WORDS or token.low in ROLES


def _ordinary(token: Token, starts_sentence: bool, more: bool, words: set[str]) -> bool:
    """Whether a capitalised word at the front of a run is no part of a name."""
    low = token.low
    if low in GIVEN_NAMES and not (starts_sentence and (low in FUNCTION_WORDS or low in COMMON_WORDS)):
        return False
    if low in FUNCTION_WORDS or token.tag == "d":
        return True
    if not starts_sentence:
        return False
    if low in COMMON_WORDS:
        return not (more and low in WORD_CLASSES["proper starts"])
    if token.tag in "VvGgX":
        return True
    return low in words and low not in ROLES and (not more or token.tag != "c" or low.endswith(("ing", "ed", "s")))


def _title_end(tokens: list[Token], begin: int, last: int) -> int:
    """The token where the name itself begins after a title: "[Secretary of State] John Kerry"."""
    at = k = begin
    while k <= last:
        low = tokens[k].low
        two = f"{low} {tokens[k + 1].low}" if k < last else ""
        if ROLES.get(two, "").startswith("person"):
            at = k = k + 2
            continue
        if low in TITLES or low in _GENDERED_TITLES or ROLES.get(low, "").startswith(("person", "source")):
            at = k + 1
            if k + 2 <= last and tokens[k + 1].low in {"of", "for"}:
                at = k = _office_end(tokens, k + 2, last)
                continue
        elif low in GIVEN_NAMES:
            break
        k += 1
    while at <= last and tokens[at].low in {"of", "for"}:
        at += 1
    if at == begin and begin + 1 < last and tokens[begin].low not in GIVEN_NAMES:
        for k in range(begin + 1, last):
            if tokens[k].low in GIVEN_NAMES and place_kind(tokens[k - 1].text):
                return k
    return at


def _office_end(tokens: list[Token], k: int, last: int) -> int:
    """The token after the office that follows "Secretary of": up to a given name or two words before the end."""
    while k <= last and tokens[k].low == "the":
        k += 1
    for at in range(k + 1, last + 1):
        if tokens[at].low in GIVEN_NAMES and at < last:
            return at
    if k + 2 <= last:
        return k + 1 if tokens[k + 1].low not in {"security", "affairs", "representatives"} else k + 2
    return k + 1 if k + 1 <= last else last + 1


def _add_name(body: str, tokens: list[Token], begin: int, name_at: int, last: int, mentions: list[Mention]) -> int:
    first, final = tokens[name_at], tokens[last]
    end = final.end
    if final.low in {"jr", "sr", "inc", "corp", "co", "ltd"} or "." in final.text:
        end += body[end : end + 1] == "." and not final.text.endswith(".")
    words = [token.text for token in tokens[name_at : last + 1]]
    if end - first.start > 200:
        return last + 1
    text = body[first.start : end]
    gender = ""
    role: Span | None = None
    titled = name_at > begin
    if titled:
        role = Span(tokens[begin].start, tokens[name_at - 1].end)
        low = tokens[name_at - 1].low
        gender = _GENDERED_TITLES.get(low) or HUMAN.get(ROLES.get(low, ""), "")
        titled = ROLES.get(low) != "persons"
    else:
        role, gender = _role_before(body, tokens, name_at)
        titled = role is not None
    if len(words) == 1 and place_kind(text) == "demonym":
        if not text.endswith("s") or text.endswith("ss"):
            return 0
        kind: ActorKind | None = ActorKind.GROUP
        role = None
    else:
        kind = name_kind(text, words, titled)
    if kind is ActorKind.PERSON and not gender:
        gender = GIVEN_NAMES.get(words[0].lower().split("-")[0], "")
    if kind is not ActorKind.PERSON:
        role = role if kind is None else None
    after = tokens[last + 1] if last + 1 < len(tokens) else None
    possessive = (
        after is not None and (after.tag == "s" or body[end : end + 1] in {"'", "’"}) and after.start <= end + 1
    )
    front = name_at
    if role is not None:
        while front > 0 and tokens[front - 1].start >= role.start:
            front -= 1
        while mentions and mentions[-1].form is MentionForm.NOMINAL and mentions[-1].end > role.start:
            mentions.pop()
    mentions.append(Mention(first.start, end, MentionForm.NAME, front, last, kind, gender, role, "", possessive))
    return last + 1


def name_kind(text: str, words: list[str], titled: bool) -> ActorKind | None:
    """What a name names by its own words, as far as they say."""
    bare = text.removeprefix("The ")
    if titled:
        return ActorKind.PERSON
    if text in ORGANIZATIONS or bare in ORGANIZATIONS:
        return ActorKind.ORGANIZATION
    last = words[-1].lower()
    if len(words) > 1 and last in WORD_CLASSES["sites"]:
        return ActorKind.PLACE
    place = place_kind(text)
    if place in {"country", "city"}:
        return ActorKind.PLACE
    if words[0].lower() in GIVEN_NAMES and words[-1] not in ORGANIZATION_WORDS:
        return ActorKind.PERSON
    if last in WORD_CLASSES["things"]:
        return None
    if words[-1] in ORGANIZATION_WORDS or (len(words) > 2 and any(word in ORGANIZATION_WORDS for word in words)):
        return ActorKind.ORGANIZATION if len(words) > 1 or text in _PLURAL_PARTIES else None
    return None


_PLURAL_PARTIES = frozenset({"Democrats", "Republicans", "Socialists"})


def _role_before(body: str, tokens: list[Token], i: int) -> tuple[Span | None, str]:
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
    return Span(tokens[phrase_start(body, tokens, k)].start, tokens[k].end), HUMAN[kind]
