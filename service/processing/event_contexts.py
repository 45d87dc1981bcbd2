"""Contexts: PLOVER's fields of politics that the words of a sentence show (Halterman et al. 2023)."""

from collections.abc import Iterable
from importlib.resources import files
from typing import Final


def _load() -> dict[str, str]:
    text = files("service.processing").joinpath("lexicons", "event_contexts.tsv").read_text(encoding="utf8")
    rows = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return {word: context for context, words in rows for word in words.split()}


_CONTEXTS: Final = _load()


def contexts_of(words: Iterable[str]) -> list[str]:
    """The contexts of folded words, each once, in the order of the words."""
    return list(dict.fromkeys(_CONTEXTS[word] for word in words if word in _CONTEXTS))
