"""Entities: which names in one article name the same, and what kind of actor each is.

Full names come first, then surnames, first names and acronyms. Every look-up is by a table, so a text
of nothing but names takes no longer a name than any other.
"""

from collections import defaultdict

from service.article import ActorKind, MentionForm
from service.folding import fold
from service.processing.document import Document, Entity, Mention
from service.processing.evidence import weigh_kind
from service.processing.lexicon import ORGANIZATION_WORDS, SPELLED_TITLES
from service.processing.name_kinds import CERTAIN

_SUFFIXES = frozenset({"jr", "sr", "jr.", "sr.", "ii", "iii", "iv"})
_NEAREST = 8
"""How many of those with the same surname are looked at."""
_SMALL = frozenset({"of", "the", "and", "for"})


class _Index:
    """Entities by what full and short names refer to."""

    def __init__(self) -> None:
        self.entities: list[Entity] = []
        self.full: dict[str, Entity] = {}
        self.last: defaultdict[str, list[Entity]] = defaultdict(list)
        self.first: defaultdict[str, list[Entity]] = defaultdict(list)
        self.organization: dict[str, Entity] = {}
        """Organizations by their last word, for "the Times"."""
        self.acronym: dict[str, Entity] = {}

    def add(self, name: str, words: list[str], kind: ActorKind | None) -> Entity:
        entity = Entity(name, kind)
        self.entities.append(entity)
        self.full[" ".join(words)] = entity
        if kind in {ActorKind.PERSON, None} and len(words) > 1:
            self.last[words[-1]].append(entity)
            self.first[words[0]].append(entity)
        if kind is ActorKind.ORGANIZATION and len(words) > 1:
            self.organization[words[-1]] = entity
        if kind in {ActorKind.ORGANIZATION, ActorKind.PLACE, None} and len(words) > 1:
            self.acronym.setdefault("".join(word[0] for word in words if word not in _SMALL), entity)
        return entity


def find_entities(document: Document) -> None:
    """Fill `entities`, and `entity` of every mention by name."""
    index, body = _Index(), document.body
    names = [mention for mention in document.mentions if mention.form is MentionForm.NAME]
    words = [_words(body[mention.start : mention.end]) for mention in names]
    alone = [len(w) == 1 and m.kind in {ActorKind.PERSON, None} for m, w in zip(names, words, strict=True)]
    for mention, parts, short in zip(names, words, alone, strict=True):
        if not short:
            _join(body, mention, _by_full_name(index, body, mention, parts))
    for mention, parts, short in zip(names, words, alone, strict=True):
        if short:
            _join(body, mention, _by_short_name(index, body, mention, parts[0]))
    _join_acronyms(index)
    document.entities = [entity for entity in index.entities if entity.mentions]
    for entity in document.entities:
        entity.mentions.sort(key=lambda mention: mention.start)
        if entity.weight < CERTAIN:
            entity.kind = weigh_kind(body, document.tokens, entity)
        entity.name = max(entity.names, key=lambda name: (len(name.split()), entity.names[name], -len(name)))


def _words(name: str) -> list[str]:
    """The folded words of a name by which it is looked up: "U.S." and "US" are one."""
    folded = fold(name).removeprefix("the ")
    words = [folded.replace(".", "")] if name.isupper() and " " not in folded else folded.split()
    while len(words) > 1 and words[-1] in _SUFFIXES:
        words.pop()
    return words


def _by_full_name(index: _Index, body: str, mention: Mention, words: list[str]) -> Entity:
    """The entity of a name of several words, or of a place or an organization of any number."""
    if known := index.full.get(" ".join(words)):
        return known
    if mention.kind in {ActorKind.PERSON, None} and len(words) > 1:
        for entity in reversed(index.last[words[-1]][-_NEAREST:]):
            if _compatible(_words(entity.name), words):
                index.full[" ".join(words)] = entity
                return entity
    return index.add(body[mention.start : mention.end], words, mention.kind)


def _compatible(a: list[str], b: list[str]) -> bool:
    """Whether two full names with one surname can be one person's: equal, with an initial, or shortened."""
    x, y = a[0].rstrip("."), b[0].rstrip(".")
    if x == y or (len(x) == 1 and y.startswith(x)) or (len(y) == 1 and x.startswith(y)):
        return True
    return (len(a) != len(b) and (x in b[:-1] or y in a[:-1])) or (x[:3] == y[:3] and len(x) != len(y))


def _by_short_name(index: _Index, body: str, mention: Mention, word: str) -> Entity:
    """The entity of a single word: whose surname it is, else whose first name, else one of its own."""
    if mention.kind is None and word in index.organization and word.title() in ORGANIZATION_WORDS:
        return index.organization[word]
    for table in (index.last, index.first):
        # "Warren" alone may be a man's given name and is Elizabeth Warren all the same
        gender = "" if table is index.last and mention.role is None else mention.gender
        candidates = [
            entity
            for entity in table.get(word, ())[-_NEAREST:]
            if not (gender and entity.gender and gender != entity.gender)
        ]
        if candidates:
            return max(candidates, key=lambda entity: len(entity.mentions))
    return index.full.get(word) or index.add(body[mention.start : mention.end], [word], mention.kind)


def _join(body: str, mention: Mention, entity: Entity) -> None:
    name = body[mention.start : mention.end]
    mention.entity = entity
    entity.mentions.append(mention)
    entity.names[name] = entity.names.get(name, 0) + 1
    if mention.weight > entity.weight:
        entity.kind, entity.weight = mention.kind, mention.weight
    if mention.role is not None or name.split()[0] == entity.name.split()[0]:
        entity.gender = entity.gender or mention.gender
    if mention.role:
        head = fold(body[mention.role.start : mention.role.end]).split()
        noun = head[-1].rstrip(".")
        entity.roles.update((noun, " ".join(head[-2:]), *SPELLED_TITLES.get(noun, ())))


def _join_acronyms(index: _Index) -> None:
    for entity in index.entities:
        name = entity.name.replace(".", "")
        if name.isupper() and name.isalpha() and len(name) > 1:
            whole = index.acronym.get(name.lower())
            if whole is not None and whole is not entity and whole.mentions:
                _merge(entity, whole)


def _merge(entity: Entity, into: Entity) -> None:
    for mention in entity.mentions:
        mention.entity = into
    into.mentions += entity.mentions
    for name, count in entity.names.items():
        into.names[name] = into.names.get(name, 0) + count
    if entity.weight > into.weight:
        into.kind, into.weight = entity.kind, entity.weight
    entity.mentions = []
