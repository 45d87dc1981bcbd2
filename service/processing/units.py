"""Units: a paragraph as a row of units, in which a whole quotation or mention is one unit.

Units are tagged like tokens, and Q for a quotation, N for a name, R for a nominal, P and O for pronouns,
A for "according to", ! for the end of a quotation that may end its sentence. Rules read the row of tags as
text, by regular expressions of bounded length; subjects.py walks it from a verb to its subject.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from service.processing.document import NAME, NOMINAL, PERSON, Document, Mention, Quotation, Token

Item = Token | Mention | Quotation
_SOURCES: Final = {"according": "to", "words": "of"}


@dataclass(slots=True)
class Clauses:
    """The units of one paragraph; `tags[i]` is the tag of `items[i]`."""

    tags: str = ""
    items: list[Item] = field(default_factory=list)
    subjects: dict[int, int] = field(default_factory=dict)
    """The subjects found so far by verb, so that each is looked for once."""


class Stretch(NamedTuple):
    """Units of a paragraph from `first` up to `end`, which is not among them."""

    first: int
    end: int


class ClauseReader:
    """Reads paragraphs into clauses, each once, in any order."""

    def __init__(self, document: Document, tokens: Sequence[Token], mentions: Sequence[Mention]) -> None:
        """`tokens` are those that are read, and `mentions` those in them."""
        # Not the document, which holds this: the whole of it would be garbage in a cycle.
        self._body, self._paragraphs = document.body, document.paragraphs
        self._tokens = tokens
        self._starts = [token.start for token in tokens]
        self._quotations = document.quotations
        self._quotation_starts = [quotation.outer.start for quotation in document.quotations]
        self._read: dict[int, Clauses] = {}
        self._widest: dict[int, Mention] = {}
        for mention in mentions:
            known = self._widest.get(mention.first)
            if known is None or mention.last > known.last:
                self._widest[mention.first] = mention

    def read(self, paragraph: int) -> Clauses:
        """The clauses of a paragraph by its number."""
        if (known := self._read.get(paragraph)) is not None:
            return known
        span = self._paragraphs[paragraph]
        clauses = self._read[paragraph] = self._clauses(span.start, span.end)
        return clauses

    def _clauses(self, start: int, end: int) -> Clauses:
        tokens, starts, widest, quotations = self._tokens, self._starts, self._widest, self._quotations
        tags: list[str] = []
        items: list[Item] = []
        i, last = bisect_left(starts, start), bisect_left(starts, end)
        q = bisect_left(self._quotation_starts, start)
        # where the next quotation of the paragraph begins
        opening = quotations[q].outer.start if q < len(quotations) else end
        while i < last:
            token = tokens[i]
            if opening <= token.start < end:
                quotation = quotations[q]
                q += 1
                _read_aloud(tags, items)
                opening = quotations[q].outer.start if q < len(quotations) else end
                tags.append("Q")
                items.append(quotation)
                i = bisect_left(starts, quotation.outer.end, i, last)
                if stop := self._stop(quotation, tokens[i] if i < last else None):
                    tags.append(stop)
                    items.append(token)
                continue
            mention = widest.get(i)
            if mention is not None and mention.last < last:
                tag = _mention_tag(mention, token)
                tags.append(tag)
                items.append(mention)
                i = mention.last + 1
                if mention.possessive and tag == "N" and i < last and tokens[i].tag != "s":
                    tags.append("s")
                    items.append(token)
                continue
            items.append(token)
            if token.low in _SOURCES and i + 1 < last and tokens[i + 1].low == _SOURCES[token.low]:
                tags.append("A")
                i += 2
                continue
            tags.append(token.tag)
            i += 1
        return Clauses(_described("".join(tags), items), items)

    def _stop(self, quotation: Quotation, following: Token | None) -> str:
        """The tag of the end that a quotation brings with it, if its last character ends a sentence."""
        body, end = self._body, quotation.end
        # the inner mark of "“He said ‘no,’” she added" hides the comma
        final = body[end - 2] if end - quotation.start > 1 and body[end - 1] in "'’" else body[end - 1]
        if final == ",":
            return "" if following is not None and following.tag == "," else ","
        if final not in ".!?…" or (following is not None and following.tag in ".,:"):
            return ""
        if following is not None and not following.capital and following.tag not in "(-":
            return ""
        return "." if final in ".…" or following is None else "!"


def _read_aloud(tags: list[str], items: list[Item]) -> None:
    """Make a verb of what looks like a noun before marks: "the sign on the door reads “…”"."""
    at = len(tags) - 1
    if at > 0 and tags[at] in ",:":
        at -= 1
    if at > 0 and tags[at] == "w" and word_at(items, at) in {"read", "reads"}:
        tags[at] = "V"


_DESCRIBED: Final = re.compile(r"(?<![IA])N(?=(?P<words>w{1,4})N)")
_HUMAN_NOUN: Final = re.compile(r"(?:er|or|ist|ian|ant|ent|man|woman|eur|ee)$")


def _described(tags: str, items: list[Item]) -> str:
    """The tags, with names as words that only describe a person: "[Lima Hospital] heart surgeon Ann Lee"."""
    for found in _DESCRIBED.finditer(tags):
        bearer = items[found.end("words")]
        whole = isinstance(bearer, Mention) and bearer.kind is PERSON and bearer.last > bearer.first
        name, noun = items[found.start()], word_at(items, found.end("words") - 1)
        if whole and isinstance(name, Mention) and name.kind is not PERSON and _HUMAN_NOUN.search(noun):
            tags = f"{tags[: found.start()]}c{tags[found.end() :]}"
    return tags


def _mention_tag(mention: Mention, token: Token) -> str:
    if mention.form is NAME:
        return "N"
    if mention.form is NOMINAL:
        return "R"
    return token.tag


def word_at(items: list[Item], unit: int) -> str:
    """The lower-case word of a unit; empty for a mention or a quotation and outside the paragraph."""
    item = items[unit] if 0 <= unit < len(items) else None
    return item.low if isinstance(item, Token) else ""


def noun_at(items: list[Item], unit: int) -> str:
    """The lower-case word of a unit, or the head noun of a nominal; empty for all else."""
    item = items[unit] if 0 <= unit < len(items) else None
    return item.head if isinstance(item, Mention) else word_at(items, unit)


def sentence_start(tags: str, unit: int, farthest: int) -> int:
    """The first unit of the sentence that `unit` stands in, at most `farthest` units before it."""
    stop = max(0, unit - farthest)
    return max(tags.rfind(".", stop, unit) + 1, tags.rfind("!", stop, unit) + 1, stop)
