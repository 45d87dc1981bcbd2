"""Triggers: the verbs, nouns and phrases of a sentence that say that something happens, and their PLOVER type."""

from dataclasses import dataclass

from service.article import EventType
from service.processing.event_clauses import STOPS, Words
from service.processing.event_forms import Form, Sentence, form_of
from service.processing.event_patterns import LEADS, LONGEST_GAP, Pattern


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


def _read(sentence: Sentence, pattern: Pattern, used: list[int]) -> tuple[int, str, Form] | None:
    """The head of a match, its stem and how it stands; None where it is quoted or no such part of speech."""
    head = used[pattern.head]
    if sentence.quoted[head]:
        return None
    key = pattern.stems[sentence.words.texts[head]]
    if key.startswith("v:"):
        form = form_of(sentence, head, key)
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
    sentence = Sentence(words, quoted, body)
    found = [(pattern, used, read) for pattern, used in candidates if (read := _read(sentence, pattern, used))]
    # the most specific first; nouns last, as a verb's pattern may hold them ("staged a rally")
    found.sort(key=lambda one: (-len(one[1]), one[2][2] is Form.NOUN, one[2][0], one[0].line))
    taken: set[int] = set()
    triggers = []
    for pattern, used, (head, stem, form) in found:
        # "talks between Lima and Quito began": they are told of once
        told = used[0] < head and used[0] in taken
        if head in taken or told or (form is Form.NOUN and not taken.isdisjoint(used)):
            continue
        taken.update(used)
        if pattern.type:
            tail = tuple(words.texts[index] for index in used[pattern.head + 1 :])
            triggers.append(Trigger(pattern.type, pattern.mode, head, stem, form, tail, tuple(used)))
    return sorted(triggers, key=lambda trigger: trigger.head)
