"""Languages: which ones the rules are made for, and whether a text is in another."""

import re
from typing import Final

import gcld3

from service.article import RawArticle
from service.processing.lexicon import ENGLISH_WORDS

LANGUAGES: Final = ("en",)
"""Primary subtags of the languages that the rules read."""

_UNTOLD: Final = {"und", "mul", "mis"}
"""Subtags that leave open what the text is written in."""
_RENAMED: Final = {"iw": "he"}
"""What the detector calls by a subtag that BCP 47 has given up."""
_WORD: Final = re.compile(r"[^\W\d_]+")
_SAMPLE: Final = 600
"""Code points at the start and in the middle that a text is judged by."""
_LEAST_BYTES: Final = 80
"""Of letters in UTF-8: with fewer the detector takes short English for Norwegian."""
_MOST_BYTES: Final = 4 * (2 * _SAMPLE + 1)
_LEAST_PROBABILITY: Final = 0.8


def other_language(article: RawArticle) -> str | None:
    """How it is known that the rules can't read the text, and its language: "detected fr"; None where they can.

    What the sender said of the language is taken as true. Where it said nothing, and nothing is plain, it's English.
    """
    told = article.language.lower().partition("-")[0]
    if told not in _UNTOLD:
        return None if told in LANGUAGES else f"language {article.language}"
    sample = _sample(article.body)
    if _is_plainly_english(sample):
        return None
    found = _detected(sample)
    return None if found is None or found in LANGUAGES else f"detected {found}"


def _sample(body: str) -> str:
    if len(body) <= 2 * _SAMPLE:
        return body
    middle = len(body) // 2
    return f"{body[:_SAMPLE]} {body[middle : middle + _SAMPLE]}"


def _is_plainly_english(sample: str) -> bool:
    """Whether English's own small words are frequent: so they are beside any number of foreign names."""
    words = _WORD.findall(sample.lower())
    known = sum(map(ENGLISH_WORDS.__contains__, words))
    return known > 1 and known * 10 >= len(words)


def _detected(sample: str) -> str | None:
    """The language, as BCP 47 tag, where there is enough text to be sure."""
    # One of its own for each text: it works outside of Python's lock and is not made for two threads at once.
    detector = gcld3.NNetLanguageIdentifier(min_num_bytes=_LEAST_BYTES, max_num_bytes=_MOST_BYTES)
    found = detector.FindLanguage(text=sample)
    if not found.is_reliable or found.probability < _LEAST_PROBABILITY:
        return None
    language: str = found.language
    return _RENAMED.get(language, language)
