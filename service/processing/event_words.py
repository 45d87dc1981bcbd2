"""Event words: the closed classes of words that the rules for events read, from lexicons/event_words.tsv."""

from importlib.resources import files
from typing import Final


def _load() -> dict[str, frozenset[str]]:
    text = files("service.processing").joinpath("lexicons", "event_words.tsv").read_text(encoding="utf8")
    rows = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return {name: frozenset(members.split()) for name, members in rows}


_CLASSES: Final = _load()


def word_class(name: str) -> frozenset[str]:
    """The folded words of the class called `name`; KeyError where there is none."""
    return _CLASSES[name]
