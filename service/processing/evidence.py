"""Evidence: what the company of a name says of its kind, "the town of X", "X, 59,", "X's shares", weighed.

Each witness is a word at a bounded distance from the name; its weight is how much more often it stands by
names of that kind than by others. A name that says its kind with certainty is not asked.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from service.article import ActorKind
from service.processing.document import ORGANIZATION, PERSON, PLACE, Entity, Mention, Token
from service.processing.lexicon import NOUN_VERBS, ORGANIZATION_WORDS, ORGANIZATIONS, ROLES, SURNAMES, WORD_CLASSES
from service.processing.name_kinds import CERTAIN, SEAT
from service.processing.names import is_state
from service.processing.places import place_kind

_WITNESSES: Final = 20
"""How many mentions of a name are asked what it is."""
_LEAST: Final = 1.0
"""The weight under which nothing is said."""
_HUMAN_VERBS: Final = frozenset({"has", "had", "can", "could", "would", "did", "does", "knew", "took", "came", "went"})
_PRODUCT: Final = re.compile(r"[A-Z]|[A-Z]{2,}\d+")
"""The end of "Group G", "IE6"."""
_ROMAN: Final = frozenset("IVXLCDM")
_ITS: Final = frozenset({"its", "itself"})
_SPOKEN_FOR: Final = frozenset({"spokesman", "spokeswoman", "spokesperson", "spokespeople"})
"""Who a body has: "a Xyzor spokeswoman"."""
_QUOTES: Final = frozenset("“\"‘'«”’»")
_PERSON: Final = PERSON
_ORGANIZATION: Final = ORGANIZATION
_PLACE: Final = PLACE
_PHRASE: Final = 3
"""Tokens after a possessive in which a noun that tells is looked for."""
_APPOSITION: Final = 6
"""Tokens after a comma in which the head of an apposition is looked for."""
_LONGEST_PLACE: Final = 3
"""Words."""
_REGIONAL: Final = frozenset({"central", "northern", "southern", "eastern", "western", "greater", "upper", "lower"})
"""Words that no person's name has: "Central Xyzor"."""
_LED: Final = frozenset({"government", "administration", "campaign", "family"})
"""What is called by the surname of who leads it: "the Xyzor government"."""
_NAMED: Final = 2
"""Words of a person's name, or one more."""
_LONGEST_ROLE: Final = 10
"""Tokens before a name in which the role of its bearer is looked for."""
_HUMAN_ROLES: Final = frozenset({"person", "person-m", "person-f"})
_Vote = tuple[ActorKind, float]


def weigh_kind(body: str, tokens: list[Token], entity: Entity, texts: set[str]) -> tuple[ActorKind | None, float]:
    """What an entity is by its names and their company, and how surely; None where nothing says it.

    `texts` are the tokens as they stand.
    """
    words = entity.name.split()
    if words[-1].lower() in WORD_CLASSES["things"] or _PRODUCT.fullmatch(words[-1]):
        return None, CERTAIN
    weights: defaultdict[ActorKind, float] = defaultdict(float)
    if entity.kind is not None:
        weights[entity.kind] = entity.weight
    for mention in entity.mentions[:_WITNESSES]:
        for kind, weight in _votes(body, tokens, mention):
            weights[kind] += weight
    common = entity.kind is None and len(words) == 1 and _is_common(tokens, entity)
    # "the Qwand Porters" where the text has "porters"
    plural = len(words) > 1 and words[-1].endswith("s") and words[-1].lower() in texts
    if common or (entity.kind is not _PERSON and plural):
        weights.pop(_PERSON, None)
    elif entity.name in ORGANIZATIONS or (entity.kind is not _PERSON and any(map(_names_no_person, words))):
        acting = weights.pop(_PERSON, 0.0)
        if acting > 0 and entity.kind is not _PLACE and words[0].lower() not in _REGIONAL:
            # "Downing Street said", "US Water said"
            weights[_ORGANIZATION] += acting
    if not weights:
        several = len({name.split()[-1] for name in entity.names if " " in name}) == 1 and len(entity.names) > 1
        return (_PERSON, _LEAST) if several and not plural else (None, 0.0)
    kind = max(weights, key=weights.__getitem__)
    return (kind, weights[kind]) if weights[kind] >= _LEAST else (None, 0.0)


def may_be_person(body: str, tokens: list[Token], entity: Entity) -> bool:
    """Whether nothing in the company of a known organization's name speaks of one: not "the Xyzor", "at Xyzor"."""
    for mention in entity.mentions[:_WITNESSES]:
        if any(kind is _ORGANIZATION and weight > 0 for kind, weight in _votes(body, tokens, mention)):
            return False
        before = tokens[mention.first - 1].low if mention.first else ""
        after = tokens[mention.last + 1].low if mention.last + 1 < len(tokens) else ""
        if before == "at" or (before == "the" and after not in _LED):
            return False
    return True


def _is_common(tokens: list[Token], entity: Entity) -> bool:
    """Whether "the" stands before a word as often as not: "the Opposition"."""
    mentions = entity.mentions[:_WITNESSES]
    return 2 * sum(mention.first > 0 and tokens[mention.first - 1].low == "the" for mention in mentions) >= len(
        mentions
    )


def _names_no_person(word: str) -> bool:
    """Whether a word in a name makes it the name of something else: "Google Chrome", "Expo Canada", "UN Women"."""
    acronym = len(word) > 1 and word.isalpha() and word.isupper() and not set(word) <= _ROMAN
    return (
        acronym
        or word.lower() in _REGIONAL
        or word in ORGANIZATIONS
        or word in ORGANIZATION_WORDS
        or place_kind(word) == "country"
    )


def _votes(body: str, tokens: list[Token], mention: Mention) -> Iterator[_Vote]:
    first, last = mention.first, mention.last
    before = tokens[first - 1] if first and "\n" not in body[tokens[first - 1].end : mention.start] else None
    after = tokens[last + 1] if last + 1 < len(tokens) else None
    if after is not None and "\n" in body[mention.end : after.start]:
        after = None
    size = last - first + 1
    acts = after is not None and after.tag in "VvXs"
    if size == 1 and mention.kind is None and _is_acronym(tokens[first]):
        if acts or (before is not None and before.low == "the"):
            yield _ORGANIZATION, 1.0
        return
    if before is not None:
        yield from _votes_before(body, tokens, mention, before)
    if before is not None and before.low == "the":
        if size > 1 and _is_plural(tokens, last):
            # "the Carolina Qwands": a team, a band, a body
            yield from ((_ORGANIZATION, 2.0), (_PERSON, -2.0))
        elif size > 1:
            yield (_ORGANIZATION, 1.5) if acts else (_PERSON, -1.5)
            if first > 1 and tokens[first - 2].low in WORD_CLASSES["whereabouts"]:
                yield _PLACE, 1.2 if mention.kind is _ORGANIZATION and mention.weight == SEAT else 0.8
    elif after is not None and size <= 4 and tokens[first].low not in ROLES:
        yield from _acting(tokens, mention, before, after, size)
    if after is not None:
        yield from _votes_after(tokens, last, before, after)
        if after.tag in "Vv" and any(token.low in _ITS for token in tokens[last + 2 : last + 5]):
            # "Xyzor said on its website"
            yield from ((_PERSON, -1.5), (_ORGANIZATION, 1.5))
        if before is not None and before.low in {"a", "the"} and after.low in _SPOKEN_FOR:
            yield from ((_PERSON, -1.5), (_ORGANIZATION, 1.5))


def _is_plural(tokens: list[Token], last: int) -> bool:
    """Whether the last word of a name is in the plural, and no noun follows that the name only describes."""
    text, low = tokens[last].text, tokens[last].low
    if not text.endswith("s") or text.endswith("ss") or text in SURNAMES or low in ROLES or low[:-1] in ROLES:
        return False
    return last + 1 >= len(tokens) or tokens[last + 1].tag not in "wcn"


def in_place(tokens: list[Token], mention: Mention) -> bool:
    """Whether somebody is in, at, from or near what a mention names, or a larger place follows: "in X", "X, Texas"."""
    if mention.first and tokens[mention.first - 1].low in WORD_CLASSES["whereabouts"]:
        return True
    k = mention.last + 2
    return k < len(tokens) and tokens[k - 1].tag == "," and _area_at(tokens, k)


def _acting(tokens: list[Token], mention: Mention, before: Token | None, after: Token, size: int) -> Iterator[_Vote]:
    """What a name without an article does: to say and to have is human."""
    first, last = mention.first, mention.last
    at = first - 3 if before is not None and before.tag == "s" and first > 2 else first - 1
    inverted = before is not None and tokens[at].low in WORD_CLASSES["invertible"] and not follows_subject(tokens, at)
    says = after.tag == "V" and (size > 1 or after.low not in NOUN_VERBS)
    if says or inverted:
        yield _PERSON, 1.5 if 1 < size < 4 else 1.0
    elif size in {2, 3} and (after.tag == "e" or (after.tag == "X" and after.low in _HUMAN_VERBS)):
        yield _PERSON, 1.0
    if after.low in {"who", "whose"} or (after.tag == "," and describes_person(tokens, last + 2)):
        yield _PERSON, 3.0
    elif size in {2, 3} and after.tag == "," and _opens(tokens, mention):
        yield _PERSON, 1.5


def follows_subject(tokens: list[Token], verb: int) -> bool:
    """Whether a verb stands right after a word: "Smith said Long …", not "“…,” said Long"."""
    return verb > 0 and tokens[verb].start - tokens[verb - 1].end == 1


def _votes_before(body: str, tokens: list[Token], mention: Mention, before: Token) -> Iterator[_Vote]:
    """What the words right before a name say: "in X", "the town of X", "the newspaper X", "southern X"."""
    first = mention.first
    low = before.low
    second = tokens[first - 2].low if first > 1 else ""
    if low == "of":
        if second in WORD_CLASSES["area nouns"]:
            yield _PLACE, 4.0 if second not in WORD_CLASSES["before areas"] else 1.5
        elif second in WORD_CLASSES["before areas"]:
            yield _PLACE, 1.5
        elif second in WORD_CLASSES["of organizations"]:
            yield _ORGANIZATION, 1.0
    elif low in {"in", "near"}:
        # "in X: The Beginning" is in a work, "in X's third year" in a time
        if (
            mention.last - first < _LONGEST_PLACE
            and not mention.possessive
            and body[mention.end : mention.end + 1] != ":"
        ):
            yield _PLACE, 1.5
    elif low == "late" and second in {"the", "his", "her"}:
        yield _PERSON, 1.5
    elif low in {"at", "for", "with"} and second in WORD_CLASSES["of organizations"]:
        yield _ORGANIZATION, 1.5
    elif low == "to" and second in WORD_CLASSES["motion"]:
        yield _PLACE, 1.5
    elif low == "to" and second == "according" and mention.first == mention.last:
        # who is first named by one word is a newspaper, an agency
        yield _ORGANIZATION, 1.0
    elif low in {"from", "across", "outside", "around", "through", "via", "toward", "towards"}:
        yield _PLACE, 0.6
    elif before.text[0].islower():
        yield from _attribute(low)
    elif low == "," and _introduced(tokens, mention):
        yield _PERSON, 1.5
    if body[mention.start - 1] in _QUOTES and body[mention.end : mention.end + 1] in _QUOTES:
        yield _PERSON, -1.0


def _introduced(tokens: list[Token], mention: Mention) -> bool:
    """Whether the phrase before a comma and a name is about its one bearer: "the head of the Lima clinic, X Y"."""
    comma = mention.first - 1
    if not _NAMED <= mention.last - comma <= _NAMED + 1 or place_kind(tokens[mention.first].text):
        return False
    for k in range(comma - 1, max(comma - _LONGEST_ROLE, 0), -1):
        token = tokens[k]
        if ROLES.get(token.low, "") in _HUMAN_ROLES:
            return tokens[k - 1].tag in "dswec"
        if token.tag not in "wecnds0" and token.low not in {"of", "for", "at", "in"}:
            return False
    return False


def _attribute(low: str) -> Iterator[_Vote]:
    """What a word before a name in the same phrase says: "southern X", "the newspaper X", "her novel X"."""
    if low in WORD_CLASSES["things before"]:
        yield from ((_PERSON, -4.0), (_ORGANIZATION, -4.0), (_PLACE, -4.0))
    elif low in WORD_CLASSES["directions"] or low in WORD_CLASSES["area nouns"]:
        yield _PLACE, 2.0
    elif ROLES.get(low) == "body":
        yield _ORGANIZATION, 2.5


def _votes_after(tokens: list[Token], last: int, before: Token | None, after: Token) -> Iterator[_Vote]:
    """What the words right after a name say: "X's shares", "X, which", "X province", "X, Texas"."""
    following = tokens[last + 2] if last + 2 < len(tokens) else None
    if after.low in WORD_CLASSES["after areas"]:
        yield _PLACE, 1.5
    elif after.low in WORD_CLASSES["after organizations"]:
        # "Executive director …": a capital that only the sentence gives
        if before is not None and before.tag != ".":
            yield _ORGANIZATION, 1.0
    elif after.low in WORD_CLASSES["after businesses"]:
        yield _ORGANIZATION, 2.0
    elif after.low in WORD_CLASSES["business verbs"]:
        yield _ORGANIZATION, 1.0
    elif following is None:
        return
    elif after.tag == "s":
        yield from _owned(tokens, last + 2)
    elif after.tag == ",":
        if following.low == "which":
            yield from ((_ORGANIZATION, 1.0), (_PLACE, 0.5), (_PERSON, -1.0))
        elif is_state(tokens, last + 2):
            yield from ((_PLACE, 2.5), (_PERSON, -1.5))
        elif following.capital and _area_at(tokens, last + 2):
            yield _PLACE, 2.5 if before is not None and before.tag == "I" else 1.0
        else:
            yield from _apposed(tokens, last + 2)


def _owned(tokens: list[Token], k: int) -> Iterator[_Vote]:
    """What the phrase that a name owns says by its first noun that tells: "X's wife", "X's third-quarter profit"."""
    for token in tokens[k : k + _PHRASE]:
        if token.low in WORD_CLASSES["persons own"]:
            yield _PERSON, 1.0
        elif token.low in WORD_CLASSES["organizations own"]:
            yield _ORGANIZATION, 1.5
        elif token.low in WORD_CLASSES["areas own"]:
            yield _PLACE, 1.5
        elif token.tag in "wecn0":
            continue
        return


def _area_at(tokens: list[Token], k: int) -> bool:
    one = tokens[k].text
    return place_kind(one) == "country" or (
        k + 1 < len(tokens) and place_kind(f"{one} {tokens[k + 1].text}") == "country"
    )


def _apposed(tokens: list[Token], i: int) -> Iterator[_Vote]:
    """What the head of an apposition says: "X, a local newspaper", "X, a town of 300"."""
    if tokens[i].tag not in "d0":
        return
    for token in tokens[i : i + _APPOSITION]:
        if token.low in WORD_CLASSES["area nouns"]:
            yield _PLACE, 2.5
            return
        if ROLES.get(token.low) == "body":
            yield _ORGANIZATION, 2.5
            return
        if token.tag not in "dwecn0s" or token.low in ROLES:
            return


def _is_acronym(token: Token) -> bool:
    """Whether a word is of two to six capitals, and no Roman numeral: "IAEA", not "XVII" nor "IE9"."""
    text = token.text
    plain = 2 <= len(text) <= 6 and text.isalpha() and text.isupper() and not set(text) <= _ROMAN
    return plain and token.low not in WORD_CLASSES["acronyms no organization"]


def _opens(tokens: list[Token], mention: Mention) -> bool:
    """Whether a name opens its sentence and is followed by "of" a place: "Johnnie Wilson, of Springfield"."""
    before = tokens[mention.first - 1] if mention.first else None
    second = tokens[mention.last + 2] if mention.last + 2 < len(tokens) else None
    return (before is None or before.tag == ".") and second is not None and second.low in {"of", "from"}


def describes_person(tokens: list[Token], i: int) -> bool:
    """Whether an apposition that begins at token i is about a human: "who …", "59,", "a professor at …"."""
    following = tokens[i : i + 6]
    if not following:
        return False
    first = following[0]
    if first.low in {"who", "whose"}:
        return True
    if first.tag == "0" and first.text.isdigit() and len(first.text) == 2:
        return len(following) > 1 and following[1].tag in ",."
    for token in following:
        if ROLES.get(token.low, "").startswith("person") and ROLES[token.low] != "persons":
            return token.text[0].islower()
        if token.tag not in "dwecn":
            return False
    return False
