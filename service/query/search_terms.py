"""Reads what users look for: plain words, "phrases", -without, OR, begin* - and makes Postgres's tsquery of it.

All words of an alternative must be there; OR stands between alternatives. A word of several parts, such as U.S.
or don't, is a phrase. Everything else is text: no input is an error but one that is too long.
"""

import re
from dataclasses import dataclass

from service.errors import BadInput
from service.record import UNSTORABLE
from service.search_text import search_words

MAX_SEARCH = 1_000
"""Characters of what is looked for."""
MAX_WORDS = 64
"""Words of what is looked for: each is looked up in an index."""

NOTHING = "' '"
"""The tsquery that nothing matches: no word is a space."""

_MARKS = str.maketrans(dict.fromkeys("“”„‟«»＂", '"'))
_TOKEN = re.compile(r'(?P<without>-?)(?:"(?P<phrase>[^"]*)"?|(?P<plain>[^\s"]+))')


@dataclass(frozen=True)
class Term:
    """One or more words in a row. `begins`: the last is the beginning of a word; `without`: it must not be there."""

    words: tuple[str, ...]
    begins: bool = False
    without: bool = False


Alternatives = tuple[tuple[Term, ...], ...]
"""Terms that must all hold, or those of the next; each alternative has a term that must be there."""


def read_search(name: str, text: str) -> Alternatives:
    """What a user looks for; nothing where no word says what must be there. Raises BadInput.

    name: the argument that it is, for errors.
    """
    _check(name, text)
    alternatives: list[list[Term]] = [[]]
    for token in _TOKEN.finditer(text.translate(_MARKS)):
        if token[0] == "OR":
            alternatives.append([])
            continue
        wording = token["phrase"] if token["plain"] is None else token["plain"]
        if words := tuple(search_words(wording)):
            begins = wording.rstrip().endswith("*")
            alternatives[-1].append(Term(words, begins, without=bool(token["without"])))
    number = sum(len(term.words) for terms in alternatives for term in terms)
    if number > MAX_WORDS:
        raise BadInput(f"{name}: has {number} words, at most {MAX_WORDS} are taken: shorten it")
    return tuple(tuple(terms) for terms in alternatives if any(not term.without for term in terms))


def tsquery(alternatives: Alternatives) -> str:
    """The text of a tsquery, valid for every Postgres."""
    return " | ".join(" & ".join(map(_operand, terms)) for terms in alternatives) or NOTHING


def name_beginning(name: str, text: str) -> str:
    """The tsquery of names that hold these words in a row, the last one begun: "juan gu" finds Juan Guaidó."""
    _check(name, text)
    words = tuple(search_words(text))
    return _operand(Term(words[:MAX_WORDS], begins=True)) if words else NOTHING


def _operand(term: Term) -> str:
    """A term in a tsquery. Its words are letters and digits alone: none needs escaping."""
    lexemes = " <-> ".join(f"'{word}'" for word in term.words)
    if term.begins:
        lexemes += ":*"
    grouped = f"({lexemes})" if len(term.words) > 1 else lexemes
    return f"!{grouped}" if term.without else grouped


def _check(name: str, text: str) -> None:
    if len(text) > MAX_SEARCH:
        raise BadInput(f"{name}: is {len(text)} characters long, at most {MAX_SEARCH} are taken: shorten it")
    if UNSTORABLE.search(text):
        raise BadInput(f"{name}: holds U+0000 or a lone surrogate, which no stored text holds: remove it")
