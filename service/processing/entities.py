"""Entities: which names in one article name the same, and what kind of actor each is.

Full names come first, then surnames, first names and acronyms. Every look-up is by a table, so a text
of nothing but names takes no longer a name than any other.
"""

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Final

from service.article import ActorKind
from service.folding import fold, folded_name
from service.processing.document import NAME, ORGANIZATION, PERSON, PLACE, Document, Entity, Mention, Span, Token
from service.processing.evidence import in_place, may_be_person, weigh_kind
from service.processing.lexicon import GENDERED_TITLES, PLACE_ALIASES, ROLES, SPELLED_TITLES, WORD_CLASSES
from service.processing.name_kinds import CERTAIN
from service.processing.nominals import HUMAN
from service.processing.organizations import OrganizationIndex
from service.processing.teams import is_game, name_teams

_SUFFIXES: Final = frozenset({"jr", "sr", "jr.", "sr.", "ii", "iii", "iv"})
_NEAREST: Final = 8
"""How many of those with the same surname are looked at."""
_FAINT: Final = 1.0
"""The weight up to which the names in a list beside it say what a name is."""
_LONGEST_LINK: Final = 6
"""Code points between two names of a list: ", and ", and no mark of a quotation."""
_LINKS: Final = 2
"""Tokens between them at the most."""
_LISTING: Final = frozenset({",", "and", "or", "&"})


class _Index:
    """Entities by what full and short names refer to."""

    def __init__(self) -> None:
        self.entities: list[Entity] = []
        self.full: dict[str, Entity] = {}
        self.last: defaultdict[str, list[Entity]] = defaultdict(list)
        self.first: defaultdict[str, list[Entity]] = defaultdict(list)
        self.near: defaultdict[str, set[str]] = defaultdict(set)
        """Surnames by what is left of them with a letter dropped, and by themselves."""
        self.organizations = OrganizationIndex()

    def add(self, name: str, words: tuple[str, ...], mention: Mention) -> Entity:
        entity = Entity(name, mention.kind, mention.weight)
        self.entities.append(entity)
        self.full[" ".join(words)] = entity
        if mention.kind in {PERSON, None} and len(words) > 1:
            self.last[words[-1]].append(entity)
            self.first[words[0]].append(entity)
            if len(words[-1]) <= _LONGEST_MISSPELLED:
                for key in (words[-1], *_deletions(words[-1])):
                    self.near[key].add(words[-1])
        self.organizations.add(entity, words)
        return entity


def find_entities(document: Document) -> None:
    """Fill `entities`, and `entity` of every mention by name."""
    index, body, tokens = _Index(), document.body, document.tokens
    names = [mention for mention in document.mentions if mention.form is NAME]
    words = [_words(body[mention.start : mention.end], mention.kind) for mention in names]
    alone = [len(parts) == 1 and _is_short(mention) for mention, parts in zip(names, words, strict=True)]
    for mention, parts, short in zip(names, words, alone, strict=True):
        if not short:
            _join(body, mention, _by_full_name(index, body, mention, parts))
    for mention, short in zip(names, alone, strict=True):
        if short:
            _join(body, mention, _by_short_name(index, body, tokens, mention))
    _join_bracketed(body, tokens, names)
    for entity in index.entities:
        whole = index.organizations.whole(entity)
        if whole is not None and whole.mentions:
            whole.absorb(entity)
    for entity in index.entities:
        if bearer := _bearer(index, body, tokens, entity):
            entity.weight = 0.0
            bearer.absorb(entity)
    entities = [entity for entity in index.entities if entity.mentions]
    for entity in entities:
        entity.mentions.sort(key=lambda mention: mention.start)
        if entity.weight < CERTAIN:
            entity.kind, entity.weight = weigh_kind(body, tokens, entity, document.words)
        entity.name = _best_name(entity)
    _follow_lists(body, tokens, names)
    if is_game(tokens):
        name_teams(tokens, entities)
    document.entities = [entity for entity in entities if entity.mentions]


def _best_name(entity: Entity) -> str:
    """The fullest name; of a person the commonest of several words, for the fullest may be "Crooked Ann Lee"."""
    if entity.kind is PERSON:
        return max(entity.names, key=lambda name: (" " in name, entity.names[name], len(name)))
    states = WORD_CLASSES["states"]
    return max(
        entity.names,
        key=lambda name: (len(name.split()), name.rstrip(".").lower() not in states, entity.names[name], -len(name)),
    )


def _is_short(mention: Mention) -> bool:
    """Whether a single word may be a part of the name of somebody who is named in full elsewhere."""
    return mention.kind in {PERSON, None} or (mention.kind is PLACE and mention.weight < CERTAIN)


@lru_cache(maxsize=1 << 13)
def _words(name: str, kind: ActorKind | None) -> tuple[str, ...]:
    """The folded words of a name by which it is looked up: "U.S." and "US" are one."""
    folded = fold(name).removeprefix("the ")
    folded = folded.replace(".", "") if name.isupper() and " " not in folded else folded
    words = (PLACE_ALIASES.get(folded.rstrip("."), folded) if kind is PLACE else folded).split()
    while len(words) > 1 and words[-1] in _SUFFIXES:
        words.pop()
    return tuple(words)


def _by_full_name(index: _Index, body: str, mention: Mention, words: tuple[str, ...]) -> Entity:
    """The entity of a name of several words, or of a place or an organization of any number."""
    if known := index.full.get(" ".join(words)):
        return known
    if mention.kind in {PERSON, None} and len(words) > 1:
        for entity in reversed(index.last[words[-1]][-_NEAREST:]):
            if _compatible(_words(entity.name, entity.kind), words):
                index.full[" ".join(words)] = entity
                return entity
    return index.add(body[mention.start : mention.end], words, mention)


def _compatible(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two full names with one surname can be one person's: equal, with an initial, or shortened."""
    x, y = a[0].rstrip("."), b[0].rstrip(".")
    if x == y or (len(x) == 1 and y.startswith(x)) or (len(y) == 1 and x.startswith(y)):
        return True
    return (len(a) != len(b) and (x in b[:-1] or y in a[:-1])) or (x[:3] == y[:3] and len(x) != len(y))


def _by_short_name(index: _Index, body: str, tokens: list[Token], mention: Mention) -> Entity:
    """The entity of a single word: whose surname it is, else whose first name, else one of its own."""
    name = body[mention.start : mention.end]
    word = folded_name(name)
    if mention.kind is None and (organization := index.organizations.by_head(name, mention.start)):
        return organization
    place = mention.kind is PLACE
    for table in (index.last,) if place else (index.last, index.first):
        # "Warren" alone may be a man's given name and is Elizabeth Warren all the same, "Senator Warren" too
        gender = mention.gender
        if table is index.last and (mention.role is None or not _title_tells(body, mention.role)):
            gender = ""
        candidates = [
            entity
            for entity in table.get(word, ())[-_NEAREST:]
            if not (gender and entity.gender and gender != entity.gender)
            and not (place and (entity.kind is not PERSON or in_place(tokens, mention)))
        ]
        if candidates:
            if place:
                mention.kind, mention.weight = PERSON, 0.0
            # who is named in full only later is not meant by the surname yet
            introduced = [one for one in candidates if one.mentions and one.mentions[0].start < mention.start]
            return max(introduced or candidates, key=lambda entity: len(entity.mentions))
    if mention.kind is None and (bearer := _misspelled(index, word)):
        return bearer
    words = _words(name, mention.kind)
    known = index.full.get(" ".join(words))
    if known is not None and not (mention.weight >= CERTAIN and known.kind not in {mention.kind, None}):
        return known
    return index.add(name, words, mention)


def _title_tells(body: str, role: Span) -> bool:
    """Whether a title tells its bearer's gender, as "Mrs" does, but not the "Judge" of "Judge Clark"."""
    head = body[role.start : role.end].lower().split()[-1]
    return head in GENDERED_TITLES or bool(HUMAN.get(ROLES.get(head, "")))


def _bearer(index: _Index, body: str, tokens: list[Token], entity: Entity) -> Entity | None:
    """Who has the name of a known organization as a surname and is meant by it: Ann Ford by "Ford"; None for nobody."""
    if entity.kind is not ORGANIZATION or not entity.mentions or " " in entity.name:
        return None
    bearers = index.last.get(folded_name(entity.name), [])
    if len(bearers) != 1 or bearers[0].kind is not PERSON or not bearers[0].mentions:
        return None
    first = min(mention.start for mention in entity.mentions)
    if bearers[0].mentions[0].start > first or not may_be_person(body, tokens, entity):
        return None
    return bearers[0]


def _misspelled(index: _Index, word: str) -> Entity | None:
    """Whose surname a word would be but for one letter, dropped, added or changed; None where that is not clear."""
    if not _LEAST_MISSPELLED <= len(word) <= _LONGEST_MISSPELLED or word in index.full:
        return None
    meant = {surname for key in (word, *_deletions(word)) for surname in index.near.get(key, ())}
    meant = {surname for surname in meant if surname[0] == word[0] and f"{surname}s" != word}
    bearers = [entity for surname in meant for entity in index.last[surname]]
    return bearers[0] if len(bearers) == 1 else None


_LEAST_MISSPELLED: Final = 5
_LONGEST_MISSPELLED: Final = 20
"""Letters."""


@lru_cache(maxsize=1 << 12)
def _deletions(word: str) -> tuple[str, ...]:
    """A word with one letter dropped, in every way."""
    return tuple([word[:i] + word[i + 1 :] for i in range(len(word))])


def _join(body: str, mention: Mention, entity: Entity) -> None:
    name = body[mention.start : mention.end]
    mention.entity = entity
    entity.mentions.append(mention)
    entity.names[name] = entity.names.get(name, 0) + 1
    if mention.weight > entity.weight:
        entity.kind, entity.weight = mention.kind, mention.weight
    if name.split()[0] == entity.name.split()[0] or (mention.role is not None and _title_tells(body, mention.role)):
        entity.gender = entity.gender or mention.gender
    if mention.role:
        head = folded_name(body[mention.role.start : mention.role.end]).split()
        noun = head[-1].rstrip(".")
        entity.roles.update((noun, " ".join(head[-2:]), *SPELLED_TITLES.get(noun, ())))


def _join_bracketed(body: str, tokens: list[Token], names: list[Mention]) -> None:
    """Join an abbreviation in brackets to the name before it: "Union of Free Cooks (UFRC)"."""
    whole: Mention | None = None
    for before, right in pairwise(names):
        # "University of [Lima] (LIU)" has a place at its end
        left = whole = whole if whole is not None and before.last <= whole.last else before
        a, b = left.entity, right.entity
        if a is None or b is None or a is b or right.first != left.last + 2 or tokens[left.last + 1].tag != "(":
            continue
        closed = right.last + 1 < len(tokens) and tokens[right.last + 1].tag == ")"
        one, other = (body[mention.start : mention.end].replace(".", "") for mention in (left, right))
        full, short = (other, one) if one.isupper() and not other.isupper() else (one, other)
        if closed and _abbreviates(short, full) and PERSON not in {a.kind, b.kind}:
            if a.kind is None:
                a.kind, a.weight = ORGANIZATION, 2.0
            a.absorb(b)


def _abbreviates(short: str, whole: str) -> bool:
    """Whether letters can stand for a name: capitals of which the first is the name's, or all in the order of another
    language; or a word whose letters stand in the name in that order, "Afreximbank".
    """
    if not 1 < len(short) < len(whole) or " " in short:
        return False
    if not short.isupper():
        letters = iter(whole.lower())
        several = len(short) >= _LEAST_MISSPELLED and " " in whole
        return several and all(letter in letters for letter in short.lower())
    initials = sorted(word[0] for word in whole.split() if word[0].isupper())
    return short[0] == whole[0].upper() or sorted(short) == initials


def _follow_lists(body: str, tokens: list[Token], names: list[Mention]) -> None:
    """Give a name that nothing clear is known of the kind of those in a list with it: "Lima, Victoria and Paris"."""
    beside: defaultdict[int, set[ActorKind | None]] = defaultdict(set)
    faint: dict[int, Entity] = {}
    for members, is_list in _rows(body, tokens, names):
        for left, right in pairwise(members):
            for one, other in ((left.entity, right.entity), (right.entity, left.entity)):
                if one is None or other is None or one.weight > _FAINT or other.weight <= _FAINT:
                    continue
                # "Lima, N.Q." is a place in another, while "Xyzor, Ann Lee" is an apposition
                if is_list or (one.name.isupper() and other is left.entity and other.kind is PLACE):
                    faint[id(one)] = one
                    beside[id(one)].add(other.kind)
    for number, entity in faint.items():
        kinds = beside[number]
        if len(kinds) == 1 and None not in kinds:
            entity.kind = kinds.pop()


def _rows(body: str, tokens: list[Token], names: list[Mention]) -> Iterator[tuple[list[Mention], bool]]:
    """Names with nothing but commas and conjunctions between, and whether they are a list: three, or with an "and"."""
    members: list[Mention] = []
    joined = False
    for left, right in pairwise(names):
        between = tokens[left.last + 1 : right.first]
        if (
            between
            and len(between) <= _LINKS
            and right.start - left.end <= _LONGEST_LINK
            and all(token.low in _LISTING for token in between)
            and '"' not in body[left.end : right.start]
        ):
            members.extend((right,) if members else (left, right))
            joined = joined or between[-1].low != ","
        elif members:
            yield members, joined or len(members) > _LINKS
            members, joined = [], False
    if members:
        yield members, joined or len(members) > _LINKS
