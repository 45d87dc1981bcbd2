"""Coreference: which named person a role nominal ("the general") or a pronoun speaks of.

One pass over the mentions in the order of the text, with the persons last in focus: subjects of clauses
before others, as in centering theory; pronouns and nominals inside quotations are left alone, for there
somebody else is speaking.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import takewhile
from typing import Final

from service.processing.bodies import Bodies
from service.processing.document import (
    GROUP,
    NAME,
    NOMINAL,
    ORGANIZATION,
    PERSON,
    PRONOUN,
    Document,
    Entity,
    Mention,
    ParagraphKind,
    Token,
)
from service.processing.evidence import describes_person, follows_subject
from service.processing.lexicon import WORD_CLASSES

_OWNING: Final = frozenset({"my", "our", "your", "his", "her", "their"})
_LONGEST_APPOSITION: Final = 16
"""Tokens."""
_INSIDE: Final = 3
"""Mentions after a nominal of which one may stand in it or in apposition to it."""
_REACH: Final = 3
"""Sentences back in which an antecedent of a pronoun is looked for."""
_INDEFINITE: Final = frozenset({"a", "an", "one", "another"})
_DEFINITE: Final = frozenset({"the", "this", "that", "his", "her", "its", "their"})


@dataclass(slots=True)
class _Focus:
    """The entity that a gender's pronouns speak of, since which sentence, and how prominent there."""

    entity: Entity | None
    """None for somebody unnamed, of whom pronouns then speak."""
    sentence: int
    prominence: int
    nominal: Mention | None = None
    """The words for somebody unnamed."""


@dataclass(slots=True)
class _State:
    focus: dict[str, _Focus] = field(default_factory=dict)
    roles: dict[str, Entity] = field(default_factory=dict)
    known: dict[str, _Focus] = field(default_factory=dict)
    """Who was named last of those known to be of a gender."""
    bodies: Bodies = field(default_factory=Bodies)
    phrases: dict[str, Entity] = field(default_factory=dict)
    """Folded words of an indefinite nominal that was found to introduce somebody."""


def resolve_references(document: Document) -> None:
    """Fill `entity` of nominals and pronouns, where the text so far names somebody they fit."""
    state = _State()
    tokens = document.tokens
    starts, numbers = _narrated(document)
    quoted = document.quotations
    _introduce(document, state)
    at, covered = 0, -1
    previous: Mention | None = None
    ends = -1  # the last token of the previous one's phrase
    for i, mention in enumerate(document.mentions):
        following = document.mentions[i + 1] if i + 1 < len(document.mentions) else None
        while at < len(quoted) and quoted[at].end <= mention.start:
            at += 1
        if at < len(quoted) and quoted[at].start <= mention.start:
            continue
        number = bisect_right(starts, mention.start) - 1
        sentence = numbers[number]
        # "[NATO] Secretary General Ann Lee": what a title names is no party of the clause
        titled = following is not None and following.first <= mention.first and following.start > mention.end
        inside = mention.last <= covered or titled
        covered = max(covered, mention.last)
        if mention.form is NOMINAL:
            _nominal(tokens, state, mention, previous, document.mentions[i + 1 : i + 1 + _INSIDE], sentence)
        elif mention.form is PRONOUN:
            _pronoun(tokens, state, mention, sentence)
        elif previous is not None and _appose(tokens, previous, ends, mention):
            _attend(state, previous, sentence, _prominence(tokens, previous, starts[number]))
        if previous is not None and _held(tokens, previous, mention):
            ends = mention.last
        elif not inside and mention.form is not PRONOUN:
            previous, ends = mention, mention.last
        entity = mention.entity
        if entity is not None and mention.form is not NAME:
            entity.mentions.append(mention)
        prominence = 1 if inside else _prominence(tokens, mention, starts[number])
        aside = _stands_aside(document.body, tokens, mention)
        if not aside and (entity is not None or _newcomer(tokens, mention)):
            _attend(state, mention, sentence, prominence)
        elif not aside and mention.form is NOMINAL and mention.kind is PERSON and prominence > 1:
            _keep_in_focus(state, mention.gender, sentence, prominence)
        if entity is not None and mention.form is NAME:
            state.bodies.note(entity, sentence)
        if entity is not None and entity.kind is PERSON:
            for role in entity.roles:
                state.roles[role] = entity


def _stands_aside(body: str, tokens: list[Token], mention: Mention) -> bool:
    """Whether no pronoun speaks of a mention: "Ann Lee/Reuters" took a picture; "Smith, he said, is …" is another's."""
    if body.startswith(("/", " /"), mention.end):
        return True
    if mention.form is not NAME:
        return False
    before = tokens[mention.first - 1].tag if mention.first else ""
    tags = "".join(token.tag for token in tokens[mention.last + 1 : mention.last + 5])
    return before != "I" and tags in {",PV,", ",Pv,"}


def _keep_in_focus(state: _State, gender: str, sentence: int, prominence: int) -> None:
    """Keep who is in focus there: "the new mayor", not resolved, most likely is who was spoken of."""
    for each in _genders(gender):
        focus = state.focus.get(each)
        if focus is not None and sentence - focus.sentence == 1:
            state.focus[each] = _Focus(focus.entity, sentence, prominence, focus.nominal)


def _newcomer(tokens: list[Token], mention: Mention) -> bool:
    """Whether an unresolved nominal brings in somebody unnamed: "a worker", "the man", "his wife"."""
    first = tokens[mention.first]
    if first.low in _INDEFINITE or mention.gender == "x" or mention.head in {"man", "woman", "boy", "girl"}:
        return True
    owned = first.low in _OWNING or any(token.tag == "s" for token in tokens[mention.first : mention.last])
    return owned and mention.gender in {"m", "f", "n"}


def _narrated(document: Document) -> tuple[list[int], list[int]]:
    """Where sentences start, and for each its number among those outside quotations."""
    starts, numbers = [], []
    quoted, at, number = document.quotations, 0, 0
    for sentence in document.sentences:
        while at < len(quoted) and quoted[at].end <= sentence.start:
            at += 1
        if not (at < len(quoted) and quoted[at].start < sentence.start and sentence.end <= quoted[at].outer.end):
            number += 1
        starts.append(sentence.start)
        numbers.append(number)
    return starts, numbers


def _prominence(tokens: list[Token], mention: Mention, sentence: int) -> int:
    """4 for a reporting verb's subject, 3 for somebody introduced, 2 for another subject, 1 for the rest."""
    before = tokens[mention.first - 1] if mention.first else None
    if mention.possessive or (before is not None and before.tag == "I" and before.start >= sentence):
        return 1
    verb = mention.first - (3 if before is not None and before.tag == "s" and mention.first > 2 else 1)
    if verb >= 0 and tokens[verb].low in WORD_CLASSES["invertible"] and not follows_subject(tokens, verb):
        return 4
    following = mention.last + 1
    if (closed := _apposition_end(tokens, following)) and tokens[closed].tag == "V":
        return 4
    for token in tokens[following : following + 3]:
        if token.tag == "V":
            return 4
        if token.tag in "vXe":
            return 2
        if token.tag != "D":
            break
    if before is None or before.start < sentence:
        return 2
    return 3 if mention.form is NAME and describes_person(tokens, mention.last + 2) else 1


def _apposition_end(tokens: list[Token], opening: int) -> int:
    """The token after the comma that closes what the comma at `opening` opens: "Long, his lawyer, said"; else 0."""
    if opening >= len(tokens) or tokens[opening].tag != ",":
        return 0
    for at in range(opening + 1, min(opening + _LONGEST_APPOSITION, len(tokens) - 1)):
        if tokens[at].tag == ",":
            return at + 1
        if tokens[at].tag in ".;:":
            break
    return 0


def _attend(state: _State, mention: Mention, sentence: int, prominence: int) -> None:
    """A new sentence's subject takes the focus; in the same sentence only who is more prominent does."""
    entity = mention.entity
    if entity is None:
        if prominence == 1 or mention.form is not NOMINAL or mention.kind is None:
            return
        genders = _SEVERAL.get(mention.gender) or _genders(mention.gender)
    elif entity.kind is PERSON:
        genders = _genders(entity.gender)
    elif entity.kind in {ORGANIZATION, GROUP} and prominence > 1:
        genders = ("n", "x")
    else:
        return
    for gender in genders:
        if entity is not None and entity.gender == gender:
            state.known[gender] = _Focus(entity, sentence, prominence)
        old = state.focus.get(gender)
        if old is not None and old.entity is entity:
            before = old.prominence if old.sentence == sentence else 0
            state.focus[gender] = _Focus(entity, sentence, max(prominence, before))
        elif (
            old is None
            or (
                sentence == old.sentence
                and prominence + _known(entity, gender) > old.prominence + _known(old.entity, gender)
            )
            or sentence > old.sentence
        ):
            state.focus[gender] = _Focus(entity, sentence, prominence, None if entity else mention)


def _known(entity: Entity | None, gender: str) -> int:
    """What it adds to prominence that somebody named is known to be of a pronoun's gender."""
    return 1 if entity is not None and entity.gender == gender else 0


_SEVERAL: Final = {"x": ("x",), "n": ("n", "x")}
"""The pronouns of those who are not one human: an organization is "it" or "they"."""


def _genders(gender: str) -> tuple[str, ...]:
    if gender == "x":
        return ()
    return (gender,) if gender in {"m", "f"} else ("m", "f")


def _pronoun(tokens: list[Token], state: _State, mention: Mention, sentence: int) -> None:
    if mention.gender in {"x", "n"} and not _speaks(tokens, mention):
        return
    focus = state.focus.get(mention.gender)
    if focus is None or sentence - focus.sentence > _REACH:
        return
    known = state.known.get(mention.gender)
    if known and focus.entity and not focus.entity.gender and known.sentence == focus.sentence and focus.prominence < 4:
        # "Smith met Mary Long when she …": of two the one known to be a woman
        focus = known
    mention.antecedent = focus.nominal
    if focus.entity is not None:
        mention.entity = focus.entity
        if mention.gender in {"m", "f"} and not focus.entity.gender:
            focus.entity.gender = mention.gender


def _speaks(tokens: list[Token], mention: Mention) -> bool:
    """Whether words come out of "it" or "they": "it said", "they later called", "in what it calls"."""
    following = tokens[mention.last + 1 : mention.last + 4]
    return any(token.tag in "VvGg" for token in takewhile(lambda token: token.tag in "VvGgDX", following))


def _nominal(
    tokens: list[Token],
    state: _State,
    mention: Mention,
    previous: Mention | None,
    following: Sequence[Mention],
    sentence: int,
) -> None:
    """A nominal in apposition to a name, or a definite one that speaks of who was last named with its role."""
    if mention.kind is ORGANIZATION:
        for name in following:
            if _describes(tokens, mention, name):
                mention.entity = name.entity
                return
        apposed = previous is not None and previous.form is NAME and _apposed(tokens, previous.last, mention)
        if apposed and previous and previous.entity and previous.entity.kind is ORGANIZATION:
            mention.entity = previous.entity
            state.bodies.describe(previous.entity, mention.head)
        else:
            mention.entity = state.bodies.find(tokens, mention, sentence)
        return
    if mention.kind is not PERSON or mention.gender == "x":
        return
    if previous is not None and previous.form is NAME and _apposed(tokens, previous.last, mention):
        entity = previous.entity
        if entity is not None and entity.kind is PERSON and _agree(mention, entity):
            mention.entity = entity
            entity.roles.add(mention.head)
            return
    if any(name.kind is PERSON and _apposed(tokens, mention.last, name) for name in following):
        # "its chairman, Ann Lee": whoever else was a chairman before
        return
    if tokens[mention.first].low not in _DEFINITE:
        mention.entity = state.phrases.get(_phrase(tokens, mention))
        return
    for head in (mention.head, mention.head.split()[-1]):
        candidate = state.roles.get(head)
        if candidate is not None and _agree(mention, candidate):
            mention.entity = candidate
            return


def _phrase(tokens: list[Token], mention: Mention) -> str:
    """The words of an indefinite nominal without what ranks it: "a top air force general"."""
    words = [token.low for token in tokens[mention.first : mention.last + 1]]
    return " ".join(word for word in words if word not in WORD_CLASSES["ranking"])


def _introduce(document: Document, state: _State) -> None:
    """News leads with "an air force general" and names him later: who alone has that role is meant."""
    holders: dict[str, list[Entity]] = {}
    for entity in document.entities:
        if entity.kind is PERSON:
            for role in entity.roles:
                holders.setdefault(role, []).append(entity)
    lead = next((p for p in document.paragraphs if p.kind is ParagraphKind.TEXT), None)
    for mention in document.mentions:
        if lead is None or mention.start >= lead.end:
            return
        if mention.form is NOMINAL and document.tokens[mention.first].low in {"a", "an"}:
            named = holders.get(mention.head, [])
            if len(named) == 1 and mention.kind is PERSON and _agree(mention, named[0]):
                state.phrases[_phrase(document.tokens, mention)] = named[0]
            return


def _describes(tokens: list[Token], nominal: Mention, name: Mention) -> bool:
    """Whether a nominal says what the name in it is: "the Qwandal union", not "the Qwandal council"."""
    entity = name.entity
    named = name.form is NAME and nominal.first < name.first and entity is not None and entity.kind is ORGANIZATION
    words = [token.low for token in tokens[name.last + 1 : nominal.last + 1]]
    return named and words[-1:] != [] and " ".join(words) in WORD_CLASSES["named bodies"]


def _held(tokens: list[Token], nominal: Mention, other: Mention) -> bool:
    """Whether what an office is held in or of follows it: "a spokesman for [the ministry]", "head of [Qwandal]"."""
    if nominal.form is not NOMINAL or nominal.kind is not PERSON or other.kind is PERSON or other.form is PRONOUN:
        return False
    return other.first == nominal.last + 2 and tokens[nominal.last + 1].low in _HOLDING


_HOLDING: Final = frozenset({"for", "of", "at", "with", "from"})


def _appose(tokens: list[Token], nominal: Mention, ends: int, name: Mention) -> bool:
    """Join a nominal, whose phrase ends at a token, to the name that follows: "the president, Juan Guaido"; "a man
    identified as …".
    """
    entity = name.entity
    if (
        nominal.form is not NOMINAL
        or nominal.entity is not None
        or nominal.kind is not PERSON
        or nominal.gender == "x"
        or entity is None
        or entity.kind is not PERSON
        or not _agree(nominal, entity)
        or not (_apposed(tokens, ends, name) or _identified(tokens, ends, name))
    ):
        return False
    nominal.entity = entity
    entity.mentions.append(nominal)
    entity.roles.add(nominal.head)
    return True


def _identified(tokens: list[Token], ends: int, name: Mention) -> bool:
    between = [token.low for token in tokens[ends + 1 : name.first][:6]]
    return len(between) < 6 and between[-1:] == ["as"] and bool({"identified", "named", "introduced"} & set(between))


def _apposed(tokens: list[Token], ends: int, right: Mention) -> bool:
    """Whether a mention stands behind a token with a comma between, and is closed off again."""
    if right.first != ends + 2 or tokens[ends + 1].tag != ",":
        return False
    for token in tokens[right.last + 1 : right.last + 9]:
        if token.tag in ",.;:-W":
            return True
        if token.tag in "VvXK":
            return False
    return right.last + 1 >= len(tokens)


def _agree(mention: Mention, entity: Entity) -> bool:
    return not (mention.gender and entity.gender and mention.gender != entity.gender)
