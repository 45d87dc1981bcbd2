"""Clauses of a sentence, as events need them: how deep each lies, where it begins and what opened it.

No parser: subordinators and relative pronouns open a clause, punctuation closes it. That is enough to
tell the main clause from the rest and to keep a participant inside the clause of its event.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from service.processing.contractions import folded_parts
from service.processing.document import Token
from service.processing.event_words import word_class
from service.processing.remembered import Remembered

RELATIVIZERS: Final = word_class("relativizers")
SUBORDINATORS: Final = word_class("subordinators")
_FINITE: Final = word_class("finite_auxiliaries")
_PRONOUNS: Final = word_class("pronouns")
_THAT: Final = 4
"""Words between "said" and its "that"."""
_AS_CLAUSE: Final = 10
"""Words after "as" among which an auxiliary shows that a clause follows, not "as president"."""
CONDITIONALS: Final = word_class("conditionals")
STOPS: Final = word_class("stops")
HARD_STOPS: Final = STOPS - {","}
REPORTING: Final = word_class("reporting")
_BEFORE_STATE: Final = frozenset({"united", "of"})
_DIVIDERS: Final = STOPS | RELATIVIZERS | SUBORDINATORS | {"that", "as"}


@dataclass(slots=True)
class Words:
    """The words and clause marks of a sentence, `body[start:end]` each."""

    texts: list[str]
    """Folded, contractions taken apart."""
    starts: list[int]
    ends: list[int]

    def text(self, index: int) -> str:
        """The folded word at `index`, empty outside the sentence."""
        return self.texts[index] if 0 <= index < len(self.texts) else ""

    def says(self, index: int) -> bool:
        """Whether the word at `index` is a verb of saying: "states", not "the United States"."""
        word = self.text(index)
        return word in REPORTING and not (word[:5] == "state" and self.text(index - 1) in _BEFORE_STATE)


@dataclass(slots=True)
class Clauses(Words):
    """The words of one sentence and, for each, its clause: `level` 0 is the main clause."""

    level: list[int]
    begin: list[int]
    """Index of the first word of the clause, after the word that opened it."""
    opener: list[str]
    """The word that opened the clause ("who", "if", ","); empty at the start of the sentence."""


_PARTS: Final = Remembered(folded_parts)


def read_tokens(tokens: Sequence[Token]) -> list[Token]:
    """The tokens of a sentence that part its clauses or are words: no full stop, nor the comma of "5,200"."""
    read = [token for token in tokens if token.tag != "."]
    groups = [at for at, token in enumerate(read) if token.tag == "," and _within_number(read, at)]
    for at in reversed(groups):
        del read[at]
    return read


def _within_number(tokens: list[Token], at: int) -> bool:
    if not 0 < at < len(tokens) - 1:
        return False
    before, comma, after = tokens[at - 1 : at + 2]
    return before.end == comma.start and comma.end == after.start and after.text[0].isdigit()


def texts_of(read: Sequence[Token]) -> list[str]:
    """The words of a sentence, given as its read_tokens: folded, contractions taken apart."""
    texts = [token.folded for token in read]
    if "" not in texts:
        return texts
    return [folded for token in read for _, _, folded in _PARTS[token.text]]


def words_of(read: Sequence[Token], texts: list[str]) -> Words:
    """The words of a sentence, given as its read_tokens, with where they stand; `texts` are those of texts_of."""
    if all(token.folded for token in read):
        return Words(texts, [token.start for token in read], [token.end for token in read])
    placed = [(token.start, first, end) for token in read for first, end, _ in _PARTS[token.text]]
    return Words(texts, [start + first for start, first, _ in placed], [start + end for start, _, end in placed])


def _opens_clause(texts: list[str], index: int) -> bool:
    """Whether the "as" at `index` stands before a clause: "as they continued", "as the army was advancing"."""
    if index + 1 < len(texts) and texts[index + 1] in _PRONOUNS:
        return True
    for text in texts[index + 1 : index + 1 + _AS_CLAUSE]:
        if text in STOPS or text in RELATIVIZERS or text in SUBORDINATORS:
            return False
        if text in _FINITE:
            return True
    return False


def clauses_of(words: Words) -> Clauses:
    """Divide a sentence, given as its words, into clauses in one pass."""
    texts = words.texts
    level, begin, opener = [], [], []
    depth, first, opened = 0, 0, ""
    for index, text in enumerate(texts):
        if text not in _DIVIDERS:
            pass
        elif text in STOPS:
            depth, first, opened = 0, index + 1, text
        elif text == "that" and not REPORTING.isdisjoint(texts[max(first, index - _THAT) : index]):
            # "announced on Monday that": what follows is what the sentence is about
            first, opened = index + 1, text
        elif (
            text in RELATIVIZERS
            or text in SUBORDINATORS
            or (text == "that" and index and texts[index - 1] not in STOPS)
            or (text == "as" and _opens_clause(texts, index))
        ):
            depth, first, opened = 2, index + 1, text
        level.append(depth)
        begin.append(first)
        opener.append(opened)
    return Clauses(texts, words.starts, words.ends, level, begin, opener)
