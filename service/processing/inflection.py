"""Inflection: the forms of the English verbs and nouns that the event lexicon names by their stems."""

from importlib.resources import files
from typing import Final, NamedTuple


class Forms(NamedTuple):
    """The five forms of a verb: reject, rejects, rejected, rejected, rejecting."""

    base: str
    third: str
    past: str
    participle: str
    gerund: str


def _irregular() -> dict[str, tuple[str, str, str]]:
    text = files("service.processing").joinpath("lexicons", "irregular_verbs.tsv").read_text(encoding="utf8")
    rows = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return {stem: (past, participle, gerund) for stem, past, participle, gerund in rows}


_IRREGULAR: Final = _irregular()
_IRREGULAR_PLURALS: Final = {"man": "men", "woman": "women"}
_VOWELS: Final = "aeiou"


def plural(noun: str) -> str:
    """The plural of a singular noun: rally -> rallies. Also the third person of a verb: push -> pushes."""
    if noun in _IRREGULAR_PLURALS:
        return _IRREGULAR_PLURALS[noun]
    if noun.endswith("y") and noun[-2:-1] not in _VOWELS:
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "z", "ch", "sh")) or noun in {"go", "veto"} else "s")


def inflect(stem: str) -> Forms:
    """The forms of a verb; its stem doubles no consonant unless the irregular verbs say so."""
    if stem.endswith("e"):
        past, gerund = stem + "d", stem[:-1] + "ing"
    elif stem.endswith("y") and stem[-2:-1] not in _VOWELS:
        past, gerund = stem[:-1] + "ied", stem + "ing"
    else:
        past, gerund = stem + ("d" if stem.endswith("ee") else "ed"), stem + "ing"
    participle = past
    if stem in _IRREGULAR:
        past, participle, irregular_gerund = _IRREGULAR[stem]
        gerund = gerund if irregular_gerund == "-" else irregular_gerund
    third = {"have": "has", "be": "is"}.get(stem) or plural(stem)
    return Forms(stem, third, past, participle, gerund)
