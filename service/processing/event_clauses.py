"""Clauses of a sentence, as events need them: how deep each lies, where it begins and what opened it.

No parser: subordinators and relative pronouns open a clause, punctuation closes it. That is enough to
tell the main clause from the rest and to keep a participant inside the clause of its event.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from service.folding import fold
from service.processing.document import Span, Token
from service.processing.event_words import word_class
from service.processing.tokens import LONGEST_OFTEN

_CONTRACTIONS = {"won't": ("will", "not"), "can't": ("can", "not"), "cannot": ("can", "not")}
_UNREAD = frozenset(".!?…[]")
_DASHES = {"-": "—", "--": "—", "―": "—"}
_ENDINGS = {"s": "'s", "ll": "will", "ve": "have", "re": "are", "d": "would", "m": "am"}

RELATIVIZERS = word_class("relativizers")
SUBORDINATORS = word_class("subordinators")
_ODD = re.compile(r"[cC](?:annot|ANNOT)|['’](?![sS]\b)|[`\[\]…]|-(?=[-\s])|[^\x00-\x7f\xa0“”‘’—–]")
"""What a sentence has if one of its tokens may be folded otherwise than to lower case, taken apart or left out."""
_FINITE = word_class("finite_auxiliaries")
_PRONOUNS = word_class("pronouns")
_THAT = 4
"""Words between "said" and its "that"."""
_AS_CLAUSE = 10
"""Words after "as" among which an auxiliary shows that a clause follows, not "as president"."""
CONDITIONALS = word_class("conditionals")
STOPS = word_class("stops")
HARD_STOPS = STOPS - {","}
REPORTING = word_class("reporting")
_DIVIDERS = STOPS | RELATIVIZERS | SUBORDINATORS | {"that", "as"}


@dataclass(slots=True)
class Words:
    """The words and clause marks of a sentence, `body[start:end]` each."""

    texts: Sequence[str]
    """Folded, contractions taken apart."""
    starts: Sequence[int]
    ends: Sequence[int]

    def text(self, index: int) -> str:
        """The folded word at `index`, empty outside the sentence."""
        return self.texts[index] if 0 <= index < len(self.texts) else ""


@dataclass(slots=True)
class Clauses(Words):
    """The words of one sentence and, for each, its clause: `level` 0 is the main clause."""

    level: Sequence[int]
    begin: Sequence[int]
    """Index of the first word of the clause, after the word that opened it."""
    opener: Sequence[str]
    """The word that opened the clause ("who", "if", ","); empty at the start of the sentence."""


Part = tuple[int, int, str]
"""Start and end in a token, and the folded text."""


def split(token: str) -> tuple[Part, ...]:
    """A token as one word, or as two where it is a contraction: "doesn't" -> does, not; offsets are in the token."""
    text, end = fold(token), len(token)
    if token in _UNREAD:
        return ()
    if text in _CONTRACTIONS:
        return tuple((0, end, part) for part in _CONTRACTIONS[text])
    stem, mark, ending = text.rpartition("'")
    # folding may change the length of a token ("ﬁ" is two letters then): cut only where it did not
    if mark and stem and len(text) == end:
        if ending == "t" and stem.endswith("n"):
            return ((0, end - 3, stem[:-1]), (end - 3, end, "not")) if stem != "n" else ()
        if whole := _ENDINGS.get(ending):
            cut = end - len(ending) - 1
            return (0, cut, stem), (cut, end, whole)
    return ((0, end, _DASHES.get(text, text)),)


_split_often = lru_cache(maxsize=1 << 15)(split)


def words_of(body: str, sentence: Span, tokens: Sequence[Token]) -> Words:
    """The words of a sentence, given as its tokens too, full stops left out."""
    if not _ODD.search(body, *sentence):
        # Tokens in lower case are folded as they are.
        read = [token for token in tokens if token.tag != "."]
        return Words([token.low for token in read], [token.start for token in read], [token.end for token in read])
    texts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for token in tokens:
        text, at = token.text, token.start
        for first, last, part in _split_often(text) if len(text) <= LONGEST_OFTEN else split(text):
            texts.append(part)
            starts.append(at + first)
            ends.append(at + last)
    return Words(texts, starts, ends)


def _opens_clause(texts: Sequence[str], index: int) -> bool:
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
