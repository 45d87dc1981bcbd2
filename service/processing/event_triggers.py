"""Triggers: the verbs, nouns and phrases of a sentence that say that something happens, and their PLOVER type."""

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final, NamedTuple

from service.article import EventType
from service.processing.event_clauses import STOPS, Words
from service.processing.event_patterns import LEADS, LONGEST_GAP, NOUN_FORMS, VERB_FORMS, Pattern
from service.processing.event_words import word_class
from service.processing.inflection import inflect


class Form(StrEnum):
    """How a trigger stands in its clause."""

    FINITE = "finite"
    INFINITIVE = "infinitive"
    GERUND = "gerund"
    PASSIVE = "passive"
    NOUN = "noun"
    PHRASE = "phrase"


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


_inflected = lru_cache(maxsize=None)(inflect)
_BE: Final = word_class("be")
_HAVE: Final = word_class("have")
_DO: Final = word_class("do")
_MODALS: Final = word_class("modals")
AUXILIARIES: Final = _BE | _HAVE | _DO | _MODALS
_NOUN_VERBS: Final = word_class("noun_verbs")
_DETERMINERS: Final = word_class("determiners")
_BEFORE_PARTICIPLE: Final = word_class("before_participle")
_SKIPPED: Final = word_class("skipped")
_BEFORE_NOUN: Final = word_class("before_noun")
_BEFORE_VERB: Final = _MODALS | _DO | word_class("pronouns") | {"to", "not", "and", "or"}


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
    quoted: list[bool]
    body: str

    def capital(self, index: int) -> bool:
        """Whether the word at `index` begins with a capital letter."""
        return self.body[self.words.starts[index]].isupper()


def _form(sentence: _Sentence, index: int, key: str) -> Form | None:
    """How the verb at `index` stands; None where the word is no verb there."""
    words = sentence.words
    word, forms = words.texts[index], _inflected(key[2:])
    which = VERB_FORMS.get((word, key), "base")
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
    if (word, "n:" + key[2:]) in NOUN_FORMS or key[2:] in _NOUN_VERBS:
        # a word that is verb and noun is a verb after a subject or an auxiliary, a noun otherwise
        subject = before.endswith("s") and not before.endswith("ss") and which == "base" and before not in _BE
        named = which == "third" and sentence.capital(max(auxiliary, 0))
        if not (before in _BEFORE_VERB or subject or named):
            return None
    return Form.FINITE if index and not (which == "base" and sentence.capital(index)) else None


def _match(pattern: Pattern, texts: list[str], start: int) -> list[int] | None:
    """The indices of the words that fit those of `pattern` from `start` on, or None."""
    found = [start]
    at = start + 1
    for words, gap in zip(pattern.words[1:], pattern.gaps[1:], strict=True):
        stop = min(at + gap, len(texts) - 1)
        while at <= stop and texts[at] not in words:
            if gap < LONGEST_GAP and texts[at] in STOPS:
                return None
            at += 1
        if at > stop:
            return None
        found.append(at)
        at += 1
    return found


def candidates_of(texts: list[str]) -> list[tuple[Pattern, list[int]]]:
    """The patterns that fit words of a sentence, and the indices of these; of most sentences there are none."""
    found = []
    for start, text in enumerate(texts):
        if text not in LEADS:
            continue
        lead = LEADS[text]
        found += [(pattern, [start]) for pattern in lead.alone]
        # of most words no second word is near
        if not lead.seconds.isdisjoint(texts[start + 1 : start + 1 + lead.reach]):
            found += [(pattern, used) for pattern in lead.begun if (used := _match(pattern, texts, start))]
    return found


def _read(sentence: _Sentence, pattern: Pattern, used: list[int]) -> tuple[int, str, Form] | None:
    """The head of a match, its stem and how it stands; None where it is quoted or no such part of speech."""
    head = used[pattern.head]
    if sentence.quoted[head]:
        return None
    key = pattern.stems[sentence.words.texts[head]]
    if key.startswith("v:"):
        form = _form(sentence, head, key)
        return (head, key[2:], form) if form else None
    if key.startswith("n:"):
        # a capital makes a noun part of a name: "the Rally for Congolese Democracy"
        return None if head and sentence.capital(head) else (head, key[2:], Form.NOUN)
    return head, key, Form.PHRASE


def find_triggers(
    words: Words, candidates: list[tuple[Pattern, list[int]]], quoted: list[bool], body: str
) -> list[Trigger]:
    """The triggers of a sentence in order, no word the head of two.

    `candidates` are the patterns that fit its words (candidates_of). `quoted` says of each word whether it stands
    inside quotation marks: then it is no head, as what somebody says is no report of the article.
    """
    sentence = _Sentence(words, quoted, body)
    found = [(pattern, used, read) for pattern, used in candidates if (read := _read(sentence, pattern, used))]
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
