"""Organizations: by which shorter names an article speaks of them, "the Times", "the Court", "EU", "Pirelli"."""

from collections import defaultdict
from typing import Final

from service.processing.document import ORGANIZATION, PERSON, PLACE, Entity
from service.processing.lexicon import ORGANIZATION_WORDS, ROLES, WORD_CLASSES
from service.processing.places import place_kind

_SMALL: Final = frozenset({"of", "the", "and", "for"})
_NEAREST: Final = 8
"""How many organizations with the same head are looked at."""


class OrganizationIndex:
    """Entities by the shorter names that their full names allow."""

    def __init__(self) -> None:
        self._heads: defaultdict[str, list[Entity]] = defaultdict(list)
        """By each head word: "court" of the Supreme Court of Appeal."""
        self._acronyms: dict[str, Entity] = {}
        self._stems: dict[str, Entity | None] = {}
        """By the name without its legal form, or without the place where it is; None where two have it."""

    def add(self, entity: Entity, words: tuple[str, ...]) -> None:
        """Take in an entity under the folded words of its name."""
        if len(words) < 2 or entity.kind is PERSON:
            return
        if entity.kind is PLACE and words[0] in WORD_CLASSES["directions"]:
            # "South Korea" is "Korea", where nothing else is
            self._add_stem(" ".join(words[1:]), entity)
        self._acronyms.setdefault("".join(word[0] for word in words if word not in _SMALL), entity)
        if entity.kind is not ORGANIZATION:
            return
        for word in dict.fromkeys(words):
            if word.capitalize() in ORGANIZATION_WORDS:
                self._heads[word].append(entity)
        for stem in _stems(words):
            self._add_stem(stem, entity)

    def _add_stem(self, stem: str, entity: Entity) -> None:
        known = self._stems.setdefault(stem, entity)
        if known is not None and not known.name.startswith(entity.name):
            # "Xyzor and Qwand Council" and "… Council of Peru" are one
            self._stems[stem] = entity if entity.name.startswith(known.name) else None

    def by_head(self, name: str, start: int) -> Entity | None:
        """The organization that a head word alone speaks of at `start`: the last one named before, else the first."""
        if name not in ORGANIZATION_WORDS:
            return None
        named = self._heads.get(name.lower(), ())[-_NEAREST:]
        before = [entity for entity in named if entity.mentions and entity.mentions[0].start < start]
        return before[-1] if before else next(iter(named), None)

    def whole(self, entity: Entity) -> Entity | None:
        """The entity that `entity` is a short form of; None where it is none."""
        name = entity.name.replace(".", "")
        found = None
        if name.isupper() and name.isalpha() and len(name) > 1:
            found = self._acronyms.get(name.lower())
            if found is not None and name in found.name.split():
                # the DC of "DC Comics" is no short form of it
                found = None
        elif entity.kind in {ORGANIZATION, None} or " " not in name:
            known = entity.kind in {PERSON, PLACE} and entity.weight > 1
            found = None if known else self._stems.get(name.lower().removeprefix("the "))
        return found if found is not entity else None


_PAIRED: Final = 4
"""Words of a name as "Xyzor and Qwand Council"."""
_NATIONAL: Final = 3
"""Words of a name as "Veterans Affairs Canada"."""
_HEAD_OF: Final = 3
"""Words of a name as "Church of Xyzor"."""


def _names(word: str) -> bool:
    """Whether the word after "of" can be the name without the rest: Xyzor of its church, not the Lima of its court."""
    ordinary = word in WORD_CLASSES["portfolios"] or word in ROLES or word.capitalize() in ORGANIZATION_WORDS
    return not ordinary and place_kind(word.capitalize()) is None


def _stems(words: tuple[str, ...]) -> list[str]:
    """The shorter names of an organization: "pirelli" of "pirelli spa", "home office" of "uk home office"."""
    stems = []
    end = len(words)
    while end > 1 and words[end - 1].rstrip(".") in WORD_CLASSES["legal forms"]:
        end -= 1
    if end < len(words):
        stems.append(" ".join(words[:end]).removesuffix(" &"))
    if len(words) == _HEAD_OF and words[1] == "of" and _names(words[2]):
        stems.append(words[2])
    if len(words) >= _PAIRED and words[1] == "and" and words[3].capitalize() in ORGANIZATION_WORDS:
        stems.append(" ".join(words[:3]))
    if len(words) == _NATIONAL and words[1] in WORD_CLASSES["office ends"] and place_kind(words[2].title()):
        stems.append(" ".join(words[:2]))
    if "of" in words[2:]:
        stems.append(" ".join(words[: words.index("of", 2)]))
    for begin in (1, 2):
        front = " ".join(words[:begin])
        if (
            len(words) - begin > 1
            and words[begin] != "of"
            and place_kind(front.title() if len(front) > 3 else front.upper())
        ):
            stems.append(" ".join(words[begin:]))
            stems += _stems(words[begin:]) if begin < 3 else []
    return stems
