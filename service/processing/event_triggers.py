"""Triggers: the verbs, nouns and phrases of a sentence that say that something happens, and their PLOVER type.

The patterns are data (lexicons/event_triggers.tsv); types and modes are PLOVER 2.0's (Halterman et al. 2023).
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from service.article import EventType
from service.processing.event_clauses import STOPS, Words
from service.processing.event_words import word_class
from service.processing.inflection import inflect, plural

_GAPS = {"..": 3, "...": 8, "....": 16}


class Form(StrEnum):
    """How a trigger stands in its clause."""

    FINITE = "finite"
    INFINITIVE = "infinitive"
    GERUND = "gerund"
    PASSIVE = "passive"
    NOUN = "noun"
    PHRASE = "phrase"


@dataclass(frozen=True, slots=True)
class Pattern:
    """One line of the lexicon; each part is the set of keys (word, "v:stem", "n:stem") that fit, or a gap."""

    parts: tuple[frozenset[str] | int, ...]
    words: tuple[frozenset[str], ...]
    """`parts` without the gaps."""
    head: int
    """Index in `words` of the verb, else noun, else word that carries the trigger."""
    type: EventType | None
    """None: words that look like an event and are none ("declined to comment"); they stop other patterns."""
    mode: str | None
    line: int
    """Its place in the lexicon: of two that fit equally the first wins."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """A pattern found in a sentence; indices count its words."""

    type: EventType
    mode: str | None
    head: int
    stem: str
    form: Form
    tail: tuple[str, ...]
    """The words after the head that the pattern names, without gaps: ("for",) of "called for"."""
    used: tuple[int, ...]
    """The indices of all its words, in order."""

    @property
    def last(self) -> int:
        """The index of its last word."""
        return self.used[-1]


def _part(word: str) -> frozenset[str] | int:
    if word in _GAPS:
        return _GAPS[word]
    kind = ""
    keys = []
    # "v:stage|hold" are two verbs; in "n:truce|aid" a word without a mark of its own is a plain word or noun
    for choice in word.split("|"):
        if choice[:2] in {"v:", "n:"}:
            kind, stem = choice[:2], choice[2:]
            keys.append(kind + stem)
        else:
            keys.append((kind if kind == "v:" else "") + choice)
    return frozenset(keys)


def _pattern(text: str, line: int) -> Pattern:
    shape, kind, mode = text.split("\t")
    parts = tuple(_part(word) for word in shape.split(" "))
    words = tuple(part for part in parts if isinstance(part, frozenset))
    kinds = [{key[:2] for key in part} & {"v:", "n:"} for part in words]
    verbs = [index for index, marks in enumerate(kinds) if "v:" in marks]
    nouns = [index for index, marks in enumerate(kinds) if "n:" in marks]
    head = (*verbs, *nouns, 0)[0]
    return Pattern(parts, words, head, None if kind == "-" else EventType(kind), None if mode == "-" else mode, line)


def _patterns() -> list[Pattern]:
    text = files("service.processing").joinpath("lexicons", "event_triggers.tsv").read_text(encoding="utf8")
    lines = enumerate(text.splitlines())
    return [_pattern(line, number) for number, line in lines if line and not line.startswith("#")]


_FORM_NAMES = ("base", "third", "past", "participle", "gerund")
_PATTERNS = _patterns()
_BY_FIRST: dict[str, list[Pattern]] = defaultdict(list)
"""Patterns by each key that can stand first."""
_KEYS: dict[str, set[str]] = defaultdict(set)
"""The verbs and nouns that a word of a text can be: rallies -> v:rally, n:rally."""
_VERB_FORMS: dict[tuple[str, str], str] = {}
"""(word, verb key) -> which of the five forms it is, the first that fits."""


def _index(key: str) -> None:
    """Enter the forms of a verb or noun of the lexicon into the tables."""
    stem = key[2:]
    if key.startswith("n:"):
        _KEYS[stem].add(key)
        _KEYS[plural(stem)].add(key)
    elif key.startswith("v:"):
        for name, form in zip(_FORM_NAMES, inflect(stem), strict=True):
            _KEYS[form].add(key)
            _VERB_FORMS.setdefault((form, key), name)


for _one in _PATTERNS:
    for _key in _one.words[0]:
        _BY_FIRST[_key].append(_one)
    for _key in frozenset().union(*_one.words):
        _index(_key)
for _word in ("am", "are", "were"):
    _KEYS[_word].add("v:be")


class _Lead(NamedTuple):
    """What the lexicon has of a word of a text."""

    can_be: frozenset[str]
    """Itself and its verbs and nouns: rallies -> rallies, v:rally, n:rally."""
    alone: tuple[Pattern, ...]
    """The patterns that it makes by itself."""
    begun: tuple[Pattern, ...]
    """The longer patterns that it begins."""
    seconds: frozenset[str]
    """Their second words."""


def _lead(word: str) -> _Lead:
    can_be = frozenset((word, *_KEYS.get(word, ())))
    patterns = list(dict.fromkeys(pattern for key in sorted(can_be) for pattern in _BY_FIRST.get(key, ())))
    alone = tuple(pattern for pattern in patterns if len(pattern.words) == 1)
    begun = tuple(pattern for pattern in patterns if len(pattern.words) > 1)
    return _Lead(can_be, alone, begun, frozenset[str]().union(*(pattern.words[1] for pattern in begun)))


_LEADS = {
    word: _lead(word)
    for word in (*_KEYS, *(key for one in _PATTERNS for part in one.words for key in part if ":" not in key))
}
_ALONE = frozenset(word for word, lead in _LEADS.items() if lead.alone)
_STARTS = {word: lead for word, lead in _LEADS.items() if lead.alone or lead.begun}
_inflected = lru_cache(maxsize=None)(inflect)
_BE = word_class("be")
_HAVE = word_class("have")
_DO = word_class("do")
_MODALS = word_class("modals")
AUXILIARIES = _BE | _HAVE | _DO | _MODALS
_NOUN_VERBS = word_class("noun_verbs")
_DETERMINERS = word_class("determiners")
_BEFORE_PARTICIPLE = word_class("before_participle")
_SKIPPED = word_class("skipped")
_BEFORE_NOUN = word_class("before_noun")
_BEFORE_VERB = _MODALS | _DO | word_class("pronouns") | {"to", "not", "and", "or"}


def verb_before(words: Words, index: int) -> int:
    """The index of the nearest word before `index` that is neither adverb nor day: its auxiliary, if it has one."""
    texts = words.texts
    index -= 1
    while index >= 0 and ((text := texts[index]) in _SKIPPED or (text.endswith("ly") and len(text) > 4)):
        index -= 1
    return index


class _Sentence(NamedTuple):
    """What is asked of a sentence beside its words."""

    words: Words
    quoted: Sequence[bool]
    body: str

    def capital(self, index: int) -> bool:
        """Whether the word at `index` begins with a capital letter."""
        return self.body[self.words.starts[index]].isupper()


def _form(sentence: _Sentence, index: int, key: str) -> Form | None:
    """How the verb at `index` stands; None where the word is no verb there."""
    words = sentence.words
    word, forms = words.texts[index], _inflected(key[2:])
    which = _VERB_FORMS.get((word, key), "base")
    auxiliary = verb_before(words, index)
    before, direct = words.text(auxiliary), words.text(index - 1)
    if which == "gerund":
        if before in _BE:
            return Form.FINITE
        return None if direct in _DETERMINERS else Form.GERUND
    if word == forms.participle and before in _BE and word != forms.base:
        return Form.PASSIVE
    if word == forms.participle and before in _HAVE:
        return Form.FINITE
    if which in {"past", "participle"}:
        # "the accused man", "by armed men"
        return None if direct in _DETERMINERS or direct in _BEFORE_PARTICIPLE else Form.FINITE
    if before == "to":
        # "answers to questions": an infinitive has no ending
        return Form.INFINITIVE if which == "base" else None
    if direct in _BEFORE_NOUN or (before in _BE and which == "base"):
        return None
    if "n:" + key[2:] in _KEYS[word] or key[2:] in _NOUN_VERBS:
        # a word that is verb and noun is a verb after a subject or an auxiliary, a noun otherwise
        subject = before.endswith("s") and not before.endswith("ss") and which == "base" and before not in _BE
        named = which == "third" and sentence.capital(max(auxiliary, 0))
        if not (before in _BEFORE_VERB or subject or named):
            return None
    return Form.FINITE if index and not (which == "base" and sentence.capital(index)) else None


def _keys(word: str) -> frozenset[str]:
    lead = _LEADS.get(word)
    return lead.can_be if lead else frozenset((word,))


def _match(pattern: Pattern, texts: Sequence[str], start: int) -> list[int] | None:
    """The indices of the words that fit the parts of `pattern` from `start` on, or None."""
    found = [start]
    at, gap = start + 1, 0
    for part in pattern.parts[1:]:
        if isinstance(part, int):
            gap = part
            continue
        stop = min(at + gap, len(texts) - 1)
        while at <= stop and _keys(texts[at]).isdisjoint(part):
            if texts[at] in STOPS and gap < _GAPS["...."]:
                return None
            at += 1
        if at > stop:
            return None
        found.append(at)
        at, gap = at + 1, 0
    return found


def _read(sentence: _Sentence, pattern: Pattern, used: list[int]) -> tuple[int, str, Form] | None:
    """The head of a match, its stem and how it stands; None where it is quoted or no such part of speech."""
    head = used[pattern.head]
    if sentence.quoted[head]:
        return None
    key = min(_keys(sentence.words.texts[head]) & pattern.words[pattern.head], key=lambda one: (one[:2] != "v:", one))
    if key.startswith("v:"):
        form = _form(sentence, head, key)
        return (head, key[2:], form) if form else None
    if key.startswith("n:"):
        # a capital makes a noun part of a name: "the Rally for Congolese Democracy"
        return None if head and sentence.capital(head) else (head, key[2:], Form.NOUN)
    return head, key, Form.PHRASE


def keys_of(texts: Sequence[str]) -> frozenset[str] | None:
    """What the words of a sentence can be; None where it has no trigger: of most this is cheap to tell."""
    known = [lead for lead in map(_LEADS.get, texts) if lead]
    begun = [lead for lead in known if lead.begun]
    alone = not _ALONE.isdisjoint(texts)
    if not begun and not alone:
        return None
    present = frozenset[str]().union(*[lead.can_be for lead in known])
    return present if alone or any(not present.isdisjoint(lead.seconds) for lead in begun) else None


def _candidates(texts: Sequence[str], present: frozenset[str]) -> Iterator[tuple[int, Pattern]]:
    """The patterns that begin with a word of the sentence and whose second word stands in it somewhere."""
    for start, text in enumerate(texts):
        lead = _STARTS.get(text)
        if lead is None:
            continue
        for pattern in lead.alone:
            yield start, pattern
        if not present.isdisjoint(lead.seconds):
            for pattern in lead.begun:
                if not present.isdisjoint(pattern.words[1]):
                    yield start, pattern


def find_triggers(words: Words, present: frozenset[str], quoted: Sequence[bool], body: str) -> list[Trigger]:
    """The triggers of a sentence in order, no word the head of two.

    `present` is what its words can be (keys_of). `quoted` says of each word whether it stands inside quotation
    marks: then it is no head, as what somebody says is no report of the article.
    """
    sentence = _Sentence(words, quoted, body)
    found = [
        (pattern, used, read)
        for start, pattern in _candidates(words.texts, present)
        if (used := _match(pattern, words.texts, start)) and (read := _read(sentence, pattern, used))
    ]
    # the most specific first; nouns last, as a verb's pattern may hold them ("staged a rally")
    found.sort(key=lambda one: (-len(one[1]), one[2][2] is Form.NOUN, one[2][0], one[0].line))
    taken: set[int] = set()
    triggers = []
    for pattern, used, (head, stem, form) in found:
        if head in taken or (form is Form.NOUN and not taken.isdisjoint(used)):
            continue
        taken.update(used)
        if pattern.type:
            tail = tuple(words.texts[index] for index in used[pattern.head + 1 :])
            triggers.append(Trigger(pattern.type, pattern.mode, head, stem, form, tail, tuple(used)))
    return sorted(triggers, key=lambda trigger: trigger.head)
