"""Forms: how a verb of the event lexicon stands in its sentence, or that the word is no verb there.

No tagger: what stands right before and right after a word tells "they fund the school" from "the school's fund", and
"rebels held the town" from "rebels held in the town".
"""

from enum import StrEnum
from functools import lru_cache
from typing import Final, NamedTuple

from service.processing.event_clauses import STOPS, Words
from service.processing.event_patterns import NOUN_FORMS, VERB_FORMS
from service.processing.event_words import word_class
from service.processing.inflection import inflect


class Form(StrEnum):
    """How a trigger stands in its clause."""

    FINITE = "finite"
    INFINITIVE = "infinitive"
    GERUND = "gerund"
    PASSIVE = "passive"
    REDUCED = "reduced"
    """A participle behind its noun: "two men detained in Lima"."""
    NOUN = "noun"
    PHRASE = "phrase"


_inflected = lru_cache(maxsize=None)(inflect)
_BE: Final = word_class("be")
_HAVE: Final = word_class("have")
_DO: Final = word_class("do")
_MODALS: Final = word_class("modals")
AUXILIARIES: Final = _BE | _HAVE | _DO | _MODALS
_NOUN_VERBS: Final = word_class("noun_verbs")
_NOUN_GERUNDS: Final = word_class("noun_gerunds")
_DETERMINERS: Final = word_class("determiners")
_BEFORE_PARTICIPLE: Final = word_class("before_participle")
_RANKING: Final = frozenset({"the", "'s", "his", "her", "its", "their", "our", "my", "your"})
_SKIPPED: Final = word_class("skipped")
_NO_ADVERBS: Final = word_class("no_adverbs")
_BEFORE_NOUN: Final = word_class("before_noun")
_DEGREES: Final = word_class("degrees")
_OBJECTS: Final = word_class("objects")
"""Words that begin the object of a verb, or tell that there is one."""
_AFTER_NOUN: Final = STOPS | AUXILIARIES | word_class("after_noun") | {""}
_TRANSITIVE: Final = word_class("transitive")
"""Verbs that have an object wherever they are no participle."""
_AFTER_PARTICIPLE: Final = STOPS | word_class("after_participle") | {""}
_AFTER_MONTH: Final = STOPS | {""}
_BEFORE_VERB: Final = _MODALS | _DO | word_class("pronouns") | {"to", "not"}
_JOINING: Final = frozenset({"and", "or"})


def is_adverb(word: str) -> bool:
    """Whether a word ends as adverbs do and is none of the nouns that end so too."""
    return word[-2:] == "ly" and len(word) > 4 and word not in _NO_ADVERBS


def verb_before(words: Words, index: int) -> int:
    """The index of the nearest word before `index` that is neither adverb nor day: its auxiliary, if it has one."""
    texts = words.texts
    index -= 1
    while index >= 0 and ((text := texts[index]) in _SKIPPED or is_adverb(text)):
        index -= 1
    return index


def before_auxiliaries(words: Words, verb: int, first: int = 0) -> int:
    """The index of the word before a verb, its auxiliaries and adverbs; none before `first` is passed over."""
    index = verb_before(words, verb)
    while index > first and words.text(index) in AUXILIARIES:
        index = verb_before(words, index)
    return index


class Sentence(NamedTuple):
    """What is asked of a sentence beside its words."""

    words: Words
    quoted: list[bool]
    body: str

    def capital(self, index: int) -> bool:
        """Whether the word at `index` begins with a capital letter."""
        return 0 <= index < len(self.words.starts) and self.body[self.words.starts[index]].isupper()

    def governs(self, index: int) -> bool:
        """Whether what follows the word at `index` looks like the object of a verb: "a town", "him", "Lima"."""
        following = self.words.text(index + 1)
        return following in _OBJECTS or following[:1].isdigit() or self.capital(index + 1)

    def owned(self, index: int) -> bool:
        """Whether the word at `index` is somebody's: "Lima's", "the teachers'"."""
        if self.words.text(index - 1) == "'s":
            return True
        before = self.words.ends[index - 1] if index else 0
        return index > 0 and self.words.text(index - 1).endswith("s") and self.body[before : before + 1] in {"'", "’"}


def form_of(sentence: Sentence, index: int, key: str) -> Form | None:
    """How the verb at `index` stands; None where the word is no verb there. `key` is its "v:stem"."""
    words = sentence.words
    word, forms = words.texts[index], _inflected(key[2:])
    which = VERB_FORMS.get((word, key), "base")
    auxiliary = verb_before(words, index)
    before, direct = words.text(auxiliary), words.text(index - 1)
    if which == "gerund":
        if before in _BE:
            return Form.FINITE
        return None if direct in _DETERMINERS or _is_named(sentence, index, key[2:]) else Form.GERUND
    if word == forms.participle and before in _BE and word != forms.base:
        return Form.PASSIVE
    if word == forms.participle and before in _HAVE:
        return Form.FINITE
    if which in {"past", "participle"}:
        # "the accused man", "a recently accused man", "by armed men", "Lima's most admired man"
        ranked = direct in {"most", "least", "best"} and words.text(index - 2) in _RANKING
        if {direct, before} & _DETERMINERS or direct in _BEFORE_PARTICIPLE or ranked:
            return None
        return Form.REDUCED if word == forms.participle and _is_reduced(sentence, index, key[2:]) else Form.FINITE
    if before == "to":
        # "answers to questions": an infinitive has no ending; "the year to March"
        following = words.text(index + 1)
        month = word == "march" and sentence.capital(index) and (following[:1].isdigit() or following in _AFTER_MONTH)
        return Form.INFINITIVE if which == "base" and not month else None
    if direct in _BEFORE_NOUN or (before in _BE and which == "base") or sentence.owned(index):
        return None
    if ((word, "n:" + key[2:]) in NOUN_FORMS or key[2:] in _NOUN_VERBS) and not _has_subject(sentence, index, which):
        return None
    return Form.FINITE if index and not (which == "base" and sentence.capital(index)) else None


def _is_reduced(sentence: Sentence, index: int, stem: str) -> bool:
    """Whether a participle tells what was done to the noun before it: "a plan rejected by Lima"."""
    following = sentence.words.text(index + 1)
    if following == "by":
        return not sentence.words.text(index + 2)[:1].isdigit()
    direct = sentence.words.text(index - 1)
    led = direct in _BEFORE_VERB or direct in _JOINING or direct in STOPS or direct in _SKIPPED
    return stem in _TRANSITIVE and following in _AFTER_PARTICIPLE and not led and not direct.endswith("ly")


def _is_named(sentence: Sentence, index: int, stem: str) -> bool:
    """Whether a gerund names a thing, "the committee meeting", "less demanding", and tells of no act."""
    direct = sentence.words.text(index - 1)
    if direct in _DEGREES or (index and sentence.capital(index)):
        return True
    if stem not in _NOUN_GERUNDS or sentence.governs(index):
        return False
    # "officials meeting in Lima" act; "the officials' meeting in Lima" and "arts funding is" are things
    return sentence.owned(index) or not direct.endswith("s") or sentence.words.text(index + 1) in AUXILIARIES


def _has_subject(sentence: Sentence, index: int, which: str) -> bool:
    """Whether a word that is verb and noun is a verb: after a subject or an auxiliary."""
    words = sentence.words
    auxiliary = verb_before(words, index)
    before = words.text(auxiliary)
    if before in _BEFORE_VERB:
        return True
    if before in _JOINING:
        # "they march and attack the town", but "oil and gas"
        return sentence.governs(index)
    if which == "third":
        # "Brazil demands a vote", but "the Western demands were"
        named = sentence.capital(max(auxiliary, 0)) and not sentence.capital(index) and not before.endswith("ern")
        return named and words.text(index + 1) not in _AFTER_NOUN
    return which == "base" and before.endswith("s") and before[-2:] not in {"ss", "'s"} and before not in _BE
