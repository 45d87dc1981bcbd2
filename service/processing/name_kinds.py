"""Name kinds: what a name names by its own words, and how sure that is before its company is asked."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final, NamedTuple

from service.article import ActorKind
from service.processing.document import GROUP, ORGANIZATION, PERSON, PLACE
from service.processing.lexicon import (
    NAME_HEADS,
    ORGANIZATION_WORDS,
    ORGANIZATIONS,
    SURNAMES,
    WORD_CLASSES,
    gender_of,
    is_given_name,
    plain,
)
from service.processing.places import place_kind

CERTAIN: Final = 3.0
"""The weight with which a kind stands against all that its company says."""

SEAT: Final = 1.0
"""The weight of a house that stands for who sits in it: "the White House" is a place too."""


class NameKind(NamedTuple):
    """What a name is; `thing` for a product, a law, a disease: no actor at all."""

    kind: ActorKind | None
    weight: float = CERTAIN
    thing: bool = False

    @property
    def certain(self) -> bool:
        """Whether nothing can say otherwise."""
        return self.weight >= CERTAIN


_UNKNOWN: Final = NameKind(None, 0.0)
_THING: Final = NameKind(None, CERTAIN, True)
_AREAS: Final = frozenset({"country", "city"})
_CAMEL: Final = re.compile(
    r"(?!Mc|Mac|De|Di|La|Le|Du|Fitz|Van|O['’])[A-Z][a-z]+[A-Z][A-Za-z]*|[A-Z]\w+\.(?:com|org|net|co)"
)
_HYPHENED: Final = re.compile(r"[A-Z][a-z]{1,5}-[A-Za-z][a-z]{1,5}")
_INITIAL: Final = "(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?"
_FINAL: Final = "(?:[iu]ang|iong|[aeio]ng|i?an|i?ao|uai?n?|[aeu]i|ou|i[eu]|ue|[eiu]n|er|[aeiou])"
_PINYIN: Final = re.compile(f"(?:{_INITIAL}{_FINAL}){{2}}")
"""Two Chinese syllables as one word: "Guangjun"."""
_ROMANIZED: Final = re.compile(r"[A-Z][a-z]{1,5} [A-Z](?:[a-z]{1,5}|hs[a-z]{1,4})-[a-z]{2,5}")
"""A family's name and two syllables: "Yiu Chun-hei"."""
_PATRONYMIC: Final = re.compile(
    r"[a-z]+(?:[oe]va?|sk[iya]y?|vich|vi[cć]|enko|chuk|yan|shvili|adze|oglu|escu|[oi]poulos|akis|idis|sson|sdottir"
    r"|stein|baum|mann|ullah|zadeh|[iu]ddin|[aeiou]nen|quist|qvist|czyk|[rn]dez|[lr]ini|[eo]lli|etti)"
)
_PARTY_AND_STATE: Final = re.compile(r"[DRI]-(?:[A-Z][a-z]+|[A-Z]\.[A-Z])\.?")
"""Of whom "Lee, D-Va.," speaks."""
_NUMBERED: Final = re.compile(r"[A-Z]{1,3}-\d+[A-Z]?")
"""The end of "Bill C-48"."""
_ROMAN: Final = re.compile("[IVX]+")
_ACRONYMS: Final = re.compile("[A-Z]{2,}s")
"""Things or people of a sort: "DVDs", "MPs"."""
_INITIALS: Final = re.compile(r"[A-Z]\.?(?:[A-Z]\.?)?")
_CENTERS: Final = frozenset({"center", "centre", "complex"})
_LONGEST_OFTEN: Final = 40
"""Code points of a name that is worth remembering: longer ones could fill the memory."""
_LONGEST_FAMILY: Final = 3
"""Words of a name that begins with the family's, as in China or Korea."""


def name_kind(text: str, words: Iterable[str]) -> NameKind:
    """What the words of a name say of its kind."""
    return _known_often(text, tuple(words)) if len(text) <= _LONGEST_OFTEN else _name_kind(text, tuple(words))


def _name_kind(text: str, words: tuple[str, ...]) -> NameKind:
    text = text.replace("’", "'")
    bare = text.removeprefix("The ")
    if text in ORGANIZATIONS or bare in ORGANIZATIONS:
        return NameKind(ORGANIZATION, SEAT if bare.lower() in WORD_CLASSES["seats"] else CERTAIN)
    return _by_one_word(text) if " " not in text else _by_words(text, words)


_known_often = lru_cache(maxsize=1 << 13)(_name_kind)


def is_party_and_state(word: str) -> bool:
    """Whether a word says of which party and state an American politician is."""
    return _PARTY_AND_STATE.fullmatch(word) is not None


def _by_one_word(word: str) -> NameKind:
    low = plain(word.lower())
    place = place_kind(word)
    if place in _AREAS:
        return NameKind(PLACE, 2.5 if place == "country" else 1.5)
    if low in WORD_CLASSES["peoples"]:
        return NameKind(GROUP)
    if low in WORD_CLASSES["things"] or _is_abbreviation(word, low):
        return _THING
    if is_given_name(low) or word in SURNAMES:
        return NameKind(PERSON, 1.0)
    if _CAMEL.fullmatch(word):
        return NameKind(ORGANIZATION, 1.5)
    if _PATRONYMIC.fullmatch(low) and len(low) > 5:
        return NameKind(PERSON, 0.5)
    return _UNKNOWN


def _by_words(text: str, words: tuple[str, ...]) -> NameKind:
    first, last = words[0], words[-1]
    low = plain(last.lower())
    given = is_given_name(plain(first.lower()))
    if _NUMBERED.fullmatch(last):
        return _THING
    if _ROMAN.fullmatch(last) and (
        first.lower() in WORD_CLASSES["numbered"] or words[-2].lower() in WORD_CLASSES["things"]
    ):
        # "Phase II", "World War II"
        return _THING
    tail = low in WORD_CLASSES["sites"] or low in WORD_CLASSES["districts"]
    if place_kind(text) in _AREAS:
        return NameKind(PLACE)
    front = words[:-1]
    area = place_kind(" ".join(front)) in _AREAS or _directed(front)
    if _directed(words) or (low in WORD_CLASSES["place tails"] and area):
        return NameKind(PLACE)
    if " ".join(words[1:]) in ORGANIZATIONS and (place_kind(first) or first.lower() in WORD_CLASSES["directions"]):
        return NameKind(ORGANIZATION)
    if low in _CENTERS and words[-2].lower() in WORD_CLASSES["gatherings"]:
        return NameKind(PLACE)
    if tail and not (given and last in SURNAMES and len(words) == 2):
        named = low in WORD_CLASSES["sites"] or not any(word in ORGANIZATION_WORDS for word in words[:-1])
        return NameKind(PLACE if named else ORGANIZATION)
    if low in WORD_CLASSES["peoples"] or _are_people(words, given):
        return NameKind(GROUP)
    if low in WORD_CLASSES["creeds"] or _is_abbreviation(last, low):
        return _THING
    heads = [word in ORGANIZATION_WORDS for word in words]
    weak = low in WORD_CLASSES["weak heads"]
    if given and not any(heads[:-1]) and (not heads[-1] or (weak and len(words) == 2)):
        return _THING if low in WORD_CLASSES["things"] else NameKind(PERSON, 2.0)
    if low in WORD_CLASSES["laws"]:
        return _THING
    if heads[-1] or (any(heads) and (len(words) > 2 or "of" in words)):
        return NameKind(ORGANIZATION, 2.0 if weak and not place_kind(first) else CERTAIN)
    if low in WORD_CLASSES["things"]:
        return _THING
    return _by_pattern(text, words, given)


def _is_abbreviation(word: str, low: str) -> bool:
    """Whether a word is short for a noun: "HIV", "DVDs"."""
    return (word.isupper() and low in WORD_CLASSES["acronyms no organization"]) or bool(_ACRONYMS.fullmatch(word))


def _are_people(words: tuple[str, ...], given: bool) -> bool:
    """Whether a name is a people's: "New Zealanders", "Asian Peruvians", but not the team of "Lima Peruvians"."""
    if not words[-1].endswith("s") or given or place_kind(words[0]) in _AREAS:
        return False
    return any(place_kind(" ".join(words[-size:])) == "demonym" for size in (1, 2))


def _directed(words: tuple[str, ...]) -> bool:
    """Whether a name is a place's with a direction before it: "South Korea", "Upper Silesia", "Greater London"."""
    return words[0].lower() in WORD_CLASSES["directions"] and place_kind(" ".join(words[1:])) in _AREAS


def _by_pattern(text: str, words: tuple[str, ...], given: bool) -> NameKind:
    """What the form of a name says of several words that no list has."""
    first, last = words[0], words[-1]
    low = plain(last.lower())
    short = len(words) <= _LONGEST_FAMILY
    if short and first.lower() in WORD_CLASSES["family names first"] and _family_first(words):
        return NameKind(PERSON, 2.5)
    if _ROMANIZED.fullmatch(text) and not place_kind(first):
        return NameKind(PERSON, 1.5)
    if _INITIALS.fullmatch(first) and place_kind(" ".join(words[1:])) in _AREAS:
        return NameKind(ORGANIZATION, 2.5)
    office = any(word.lower() in WORD_CLASSES["office ends"] for word in words[1:])
    if office or (first.lower() in WORD_CLASSES["portfolios"] and place_kind(last) == "country"):
        # "Veterans Affairs Canada", "Health Canada"
        return NameKind(ORGANIZATION, 2.5)
    place = place_kind(first) in _AREAS or place_kind(" ".join(words[:2])) in _AREAS
    if place and low.endswith("s"):
        # "Los Angeles Kings", though "Los" begins the names of places
        return NameKind(ORGANIZATION, 1.5)
    head = NAME_HEADS.get(first)
    if head is not None and not is_given_name(plain(first.lower())):
        return NameKind(ActorKind(head), 2.5)
    if ("&" in text and not given) or any(map(_CAMEL.fullmatch, words)):
        return NameKind(ORGANIZATION, 1.5)
    if any(word.lower() in {"of", "and", "the", "for"} for word in words):
        return _UNKNOWN
    if short and (last in SURNAMES or _INITIALS.fullmatch(first) or gender_of(plain(words[1].lower()))):
        acronym = first.lower() in WORD_CLASSES["acronyms no organization"]
        known = place_kind(first) or first in ORGANIZATIONS or acronym or (first.isupper() and len(first) > 2)
        return _UNKNOWN if known else NameKind(PERSON, 1.5)
    if short and _PATRONYMIC.fullmatch(low) and len(low) > 5:
        return NameKind(PERSON, 1.5)
    return _UNKNOWN


def _family_first(words: tuple[str, ...]) -> bool:
    """Whether what follows a family's name looks like the given name of East Asia: "Park Joo-Ho", "Li Na"."""
    rest = words[1:]
    if len(rest) == 1:
        word = rest[0].lower()
        written = _HYPHENED.fullmatch(rest[0]) or _PINYIN.fullmatch(word)
        return bool(written) or is_given_name(word) or len(word) <= _SYLLABLE
    return all(word.isalpha() and len(word) <= _SYLLABLE for word in rest)


_SYLLABLE: Final = 5
