"""Event patterns: the lexicon of verbs, nouns and phrases that say that something happens, and their PLOVER type.

The patterns are data (lexicons/event_triggers.tsv); types and modes are PLOVER 2.0's (Halterman et al. 2023). Stems
are spelled out into the words of a text when they are read, so that a text is looked up word by word.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Final, NamedTuple

from service.article import EventType
from service.processing.inflection import inflect, plural

_GAPS: Final = {"..": 3, "...": 8, "....": 16}
LONGEST_GAP: Final = max(_GAPS.values())


@dataclass(frozen=True, slots=True, eq=False)
class Pattern:
    """One line of the lexicon."""

    words: tuple[frozenset[str], ...]
    """For each of its words the words of a text that fit, folded."""
    gaps: tuple[int, ...]
    """How many other words may stand before each."""
    head: int
    """Index in `words` of the verb, else noun, else word that carries the trigger."""
    stems: Mapping[str, str]
    """The words that fit as its head -> which of its keys they are: "v:stem", "n:stem" or the word itself."""
    type: EventType | None
    """None: words that look like an event and are none ("declined to comment"); they stop other patterns."""
    mode: str | None
    line: int
    """Its place in the lexicon: of two that fit equally the first wins."""


class Lead(NamedTuple):
    """What the lexicon has of a word that patterns begin with."""

    alone: tuple[Pattern, ...]
    """The patterns that it makes by itself."""
    begun: tuple[Pattern, ...]
    """The longer patterns that it begins."""
    seconds: frozenset[str]
    """Their second words."""
    reach: int
    """Words after it of which the last may still be a second word."""


_FORM_NAMES: Final = ("base", "third", "past", "participle", "gerund")
VERB_FORMS: Final[dict[tuple[str, str], str]] = {}
"""(word, "v:stem") -> which of the five forms it is, the first that fits."""
NOUN_FORMS: Final[set[tuple[str, str]]] = set()
"""(word, "n:stem") for the lexicon's nouns."""


def _forms(key: str) -> Sequence[str]:
    """The words that a "v:stem" or "n:stem" stands for; a word without a mark stands for itself."""
    kind, stem = key[:2], key[2:]
    if kind == "v:":
        forms = inflect(stem)
        for name, form in zip(_FORM_NAMES, forms, strict=True):
            VERB_FORMS.setdefault((form, key), name)
        return (*forms, "am", "are", "were") if stem == "be" else forms
    if kind == "n:":
        nouns = stem, plural(stem)
        NOUN_FORMS.update((noun, key) for noun in nouns)
        return nouns
    return (key,)


def _stems(part: str) -> dict[str, str]:
    """The words that fit a part of a pattern -> which of its keys they are, a verb before all else."""
    kind = ""
    keys = []
    # "v:stage|hold" are two verbs; in "n:truce|aid" a word without a mark of its own is a plain word or noun
    for choice in part.split("|"):
        if choice[:2] in {"v:", "n:"}:
            kind = choice[:2]
            keys.append(choice)
        else:
            keys.append((kind if kind == "v:" else "") + choice)
    keys.sort(key=lambda key: (key[:2] != "v:", key))
    return {form: key for key in reversed(keys) for form in _forms(key)}


def _pattern(text: str, line: int) -> Pattern:
    shape, kind, mode = text.split("\t")
    words: list[dict[str, str]] = []
    gaps: list[int] = []
    gap = 0
    for part in shape.split(" "):
        if part in _GAPS:
            gap = _GAPS[part]
            continue
        words.append(_stems(part))
        gaps.append(gap)
        gap = 0
    kinds = [{key[:2] for key in stems.values()} for stems in words]
    verbs = [index for index, marks in enumerate(kinds) if "v:" in marks]
    nouns = [index for index, marks in enumerate(kinds) if "n:" in marks]
    head = (*verbs, *nouns, 0)[0]
    type_ = None if kind == "-" else EventType(kind)
    return Pattern(
        tuple(map(frozenset, words)), tuple(gaps), head, words[head], type_, None if mode == "-" else mode, line
    )


def _lead(patterns: Sequence[Pattern]) -> Lead:
    alone = tuple(pattern for pattern in patterns if len(pattern.words) == 1)
    begun = tuple(pattern for pattern in patterns if len(pattern.words) > 1)
    seconds = frozenset[str]().union(*(pattern.words[1] for pattern in begun))
    return Lead(alone, begun, seconds, max((pattern.gaps[1] + 1 for pattern in begun), default=0))


def _leads() -> dict[str, Lead]:
    text = files("service.processing").joinpath("lexicons", "event_triggers.tsv").read_text(encoding="utf8")
    by_first: dict[str, list[Pattern]] = defaultdict(list)
    for number, line in enumerate(text.splitlines()):
        if line and not line.startswith("#"):
            pattern = _pattern(line, number)
            for word in pattern.words[0]:
                by_first[word].append(pattern)
    return {word: _lead(patterns) for word, patterns in by_first.items()}


LEADS: Final = _leads()
"""Folded words of a text -> what begins with them."""
