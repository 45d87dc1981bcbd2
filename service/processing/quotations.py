"""Quotations: what stands between quotation marks, in all their styles, paragraph by paragraph.

The marks of a paragraph are read once, left to right, over a stack; what an outer pair encloses is one
quotation. Single marks are quotation marks only where a partner is in sight, for most are apostrophes.
"""

import re
from bisect import bisect_left
from typing import Final, NamedTuple

from service.processing.document import Document, Paragraph, ParagraphKind, Quotation, Span
from service.processing.lexicon import COMMON_WORDS, FUNCTION_WORDS

# begins with a class of characters, for which re has a fast search
_MARK: Final = re.compile(r"[“”„‟\"«»‹›‘’'`](?:(?<=')'|(?<=`)`|(?<=‘)‘|(?<=’)’(?!’)|)")
_OPENS_AFTER: Final = frozenset(" \t\u00a0\u2009\u202f([{—–-/“\"‘'«‹„…")
_ENDS_BEFORE: Final = frozenset(" \t\u00a0\u2009\u202f)]}—–-/.,;:!?…”\"’'»›")
_OPENERS: Final = {"“": '"', "„": '"', "‟": '"', "``": '"', "‘‘": '"', "«": "«", "‹": "«"}
_CLOSERS: Final = {"”": '"', "’’": '"', "»": "«", "›": "«"}
_NEUTRAL: Final = {'"': '"', "''": '"'}
_ELISION: Final = re.compile(
    r"(?:\d\ds?|em|til|tis|twas|cause|n|cuz|bout|round|tude|ello|ol)\b(?!['’]\s?\w+['’])", re.IGNORECASE
)
_APOSTROPHE_AFTER: Final = ("s", "S", "in")
_AND: Final = re.compile(r"(?<=\s)['‘’]n['’]\s")
"""rock ’n’ roll"""
_NEXT_WORD: Final = re.compile(r" (\w+)")
_ENDED: Final = re.compile(r"[.!?][’'”\"]?\s{1,3}$")
LABEL: Final = re.compile(r"([A-Z][A-Z.’' -]{2,40}):\s")
"""A speaker's name in a transcript: “PENCE: Well, look, …”."""
_NICKNAME: Final = re.compile(r"(?:[Tt]he )?[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*)?")
_NAME_BEFORE: Final = re.compile(r"\b([A-Z][\w-]*)\.?[ ]$")
_LONGEST_NICKNAME: Final = 20
"""Code points."""
_CREDIT: Final = re.compile(r"(?:[A-Z][\w.’'-]*+,?[ .]?)+")
_LONGEST_CREDIT: Final = 60
"""Code points of a name in a line below a quotation, within its marks."""
_DEEPEST: Final = 6


class _Mark(NamedTuple):
    start: int
    end: int
    family: str
    opens: bool
    closes: bool
    exact: bool
    """The mark's form alone says whether it opens or closes."""


def find_quotations(document: Document) -> None:
    """Fill `quotations`, in the order of the text, none inside another."""
    paragraphs, body = document.paragraphs, document.body
    curly = "“" in body
    opened: _Mark | None = None
    for number, paragraph in enumerate(paragraphs):
        headline = number == 0 and paragraph.kind is ParagraphKind.HEADING
        if paragraph.kind is not ParagraphKind.TEXT and not headline:
            continue
        marks = _marks(body, paragraph)
        if not marks:
            opened = None
            continue
        following = -1 if headline or number + 1 == len(paragraphs) else paragraphs[number + 1].start
        pairs = _carried(body, opened, marks, paragraph)
        going_on = opened is not None and body.startswith(body[opened.start : opened.end], paragraph.start)
        pairs += _pairs(body, marks[len(pairs) :], paragraph, following, curly and not going_on)
        opened = pairs[-1][0] if pairs and pairs[-1][2] is None else None
        for start, end, closing in pairs:
            inner = _trimmed(body, Span(start.end, end))
            if inner.start < inner.end and any(map(str.isalnum, body[inner.start : inner.end])):
                outer = Span(start.start, closing or end)
                if headline or not is_nickname(body, inner, outer):
                    document.quotations.append(Quotation(*inner, outer, number, closing is not None))


def _carried(
    body: str, opened: _Mark | None, marks: list[_Mark], paragraph: Paragraph
) -> list[tuple[_Mark, int, int | None]]:
    """The rest of a speech that the line before left open and this one closes without opening it again.

    A line that holds but a name is none: it says who spoke.
    """
    mark = marks[0]
    if opened is None or mark.opens or not mark.closes or mark.family != opened.family:
        return []
    if mark.start - paragraph.start <= _LONGEST_CREDIT and _CREDIT.fullmatch(body, paragraph.start, mark.start):
        return []
    return [(_Mark(paragraph.start, paragraph.start, mark.family, True, False, True), mark.start, mark.end)]


def is_nickname(body: str, inner: Span, outer: Span) -> bool:
    """Whether a capitalised word or two stand in their marks between two others: Ann “Old Oak” Lee."""
    if inner.end - inner.start > _LONGEST_NICKNAME or not _NICKNAME.fullmatch(body, inner.start, inner.end):
        return False
    before = _NAME_BEFORE.search(body, max(0, outer.start - _LONGEST_NICKNAME), outer.start)
    if not before or before[1].lower() in FUNCTION_WORDS or before[1].lower() in COMMON_WORDS:
        return False
    return body[outer.end : outer.end + 1] == " " and body[outer.end + 1 : outer.end + 2].isupper()


def _trimmed(body: str, span: Span) -> Span:
    start, end = span
    while start < end and body[start].isspace():
        start += 1
    while end > start and body[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _marks(body: str, paragraph: Paragraph) -> list[_Mark]:
    """The marks of a paragraph with the sides on which they can stand; single marks only in pairs."""
    marks: list[_Mark] = []
    singles: list[_Mark] = []
    # of ”" the first is but what is left of the paragraph before
    first = paragraph.start + body.startswith('”"', paragraph.start)
    for found in _MARK.finditer(body, first, paragraph.end):
        text, start, end = found[0], found.start(), found.end()
        before = body[start - 1] if start > first else " "
        after = body[end] if end < paragraph.end else " "
        if text in _OPENERS or text in _CLOSERS or text in _NEUTRAL:
            opens = before in _OPENS_AFTER and not after.isspace()
            closes = after in _ENDS_BEFORE if before.isspace() else (after in _ENDS_BEFORE or not before.isalnum())
            exact = text not in _NEUTRAL
            if text in _OPENERS:
                closes = not before.isspace() and after in _ENDS_BEFORE
                # of „…“ it is the end
                opens = before.isspace() or not (after.isspace() or (closes and before not in _OPENS_AFTER))
            elif text in _CLOSERS:
                opens, closes = before.isspace() and not after.isspace(), True
            family = _OPENERS.get(text) or _CLOSERS.get(text) or _NEUTRAL[text]
            marks.append(_Mark(start, end, family, opens, closes, exact))
        else:
            if _AND.match(body, start) or (start and _AND.match(body, start - 2)):
                continue
            opens = (
                text != "’"
                and before in _OPENS_AFTER
                and (after.isalnum() or after in '$#@“"[(')
                and not (text == "'" and _ELISION.match(body, end))
            )
            closes = text not in "‘`" and not before.isspace() and after in _ENDS_BEFORE
            if opens or closes:
                singles.append(_Mark(start, end, "'", opens, closes, text == "‘"))
    if singles:
        marks = sorted([*marks, *_paired(body, singles, [m.start for m in marks])])
    return marks


def _paired(body: str, singles: list[_Mark], doubles: list[int]) -> list[_Mark]:
    """Those of the single marks that are quotation marks, openers with closers, and no apostrophe of "boys’", "goin’".

    A closer after such an end counts only where no better one comes before the next opener.
    """
    paired: list[_Mark] = []
    opener: _Mark | None = None
    doubtful: _Mark | None = None
    for mark in singles:
        if opener is not None and mark.closes and mark.start > opener.end:
            inside = bisect_left(doubles, mark.start) - bisect_left(doubles, opener.start)
            if inside % 2:
                continue
            if body.endswith(_APOSTROPHE_AFTER, opener.end, mark.start) and body[mark.end : mark.end + 1] == " ":
                if doubtful is None or (_ends(body, mark) and not _ends(body, doubtful)):
                    doubtful = mark
                continue
            paired += [opener, mark]
            opener = doubtful = None
        elif mark.opens:
            if opener is not None and doubtful is not None:
                paired += [opener, doubtful]
            opener, doubtful = mark, None
    if opener is not None and doubtful is not None:
        paired += [opener, doubtful]
    return [mark._replace(opens=i % 2 == 0, closes=i % 2 == 1, exact=True) for i, mark in enumerate(paired)]


def _ends(body: str, mark: _Mark) -> bool:
    """Whether a mark after an s is followed by no noun that would have an owner: "the bosses' lies' and …"."""
    following = _NEXT_WORD.match(body, mark.end)
    return following is not None and following[1].lower() in FUNCTION_WORDS


def _pairs(
    body: str, marks: list[_Mark], paragraph: Paragraph, following: int, curly: bool
) -> list[tuple[_Mark, int, int | None]]:
    """Outer pairs as (opening mark, end of the words, end of the closing mark or None).

    `following` is where the next paragraph starts, `curly` whether a straight mark at the start of this one may be
    none, for the text has curly marks and nothing that is left open goes on here.
    """
    pairs, rest = _nested(marks)
    if rest is None:
        return pairs
    continues = following >= 0 and body.startswith(body[rest.start : rest.end], following)
    if curly and not rest.exact and _marks_block(body, rest, marks, paragraph, following):
        return _nested(marks[1:])[0]
    if len(marks) > 1 and (not continues or _reopened(rest, marks)):
        pairs, rest = _flat(body, marks)
    if rest is not None and (continues or _speaks(body, rest, paragraph)):
        pairs.append((rest, paragraph.end, None))
    return pairs


def _marks_block(body: str, rest: _Mark, marks: list[_Mark], paragraph: Paragraph, following: int) -> bool:
    """Whether a straight mark among curly ones is but what is left of a block quotation in a copied page."""
    if rest.start != paragraph.start or LABEL.match(body, rest.end, paragraph.end):
        return False
    inside = any(mark.exact and mark.family == rest.family for mark in marks)
    return inside or (following >= 0 and body.startswith("“", following))


def _reopened(rest: _Mark, marks: list[_Mark]) -> bool:
    """Whether the same opening mark comes again before the one that stays open was closed."""
    return rest.exact and any(
        mark.start > rest.start and mark.opens and mark.exact and mark.family == rest.family for mark in marks
    )


def _speaks(body: str, mark: _Mark, paragraph: Paragraph) -> bool:
    """Whether words begin at an unclosed mark: at a paragraph's start or after a comma or colon."""
    return mark.family != "'" and (
        mark.start == paragraph.start or body[max(mark.start - 2, 0) : mark.start] in {", ", ": ", ". "}
    )


def _nested(marks: list[_Mark]) -> tuple[list[tuple[_Mark, int, int | None]], _Mark | None]:
    """Outer pairs where marks nest properly, and the outer mark that stays open."""
    pairs: list[tuple[_Mark, int, int | None]] = []
    stack: list[_Mark] = []
    for mark in marks:
        level = -1
        if stack and mark.closes:
            level = next(
                (
                    i
                    for i in range(len(stack) - 1, -1, -1)
                    if stack[i].family == mark.family and not (mark.exact and mark.opens and stack[i].exact)
                ),
                -1,
            )
            if level >= 0 and mark.opens and mark.exact:
                level = -1
        if level >= 0:
            if level == 0:
                pairs.append((stack[0], mark.start, mark.end))
            del stack[level:]
        elif mark.opens and len(stack) < _DEEPEST:
            stack.append(mark)
    return pairs, stack[0] if stack else None


def _flat(body: str, marks: list[_Mark]) -> tuple[list[tuple[_Mark, int, int | None]], _Mark | None]:
    """Pairs of the nearest marks: where one was forgotten, an opener takes the place of the one before.

    What stood before it counts as well if it ends as speech does.
    """
    pairs: list[tuple[_Mark, int, int | None]] = []
    opener: _Mark | None = None
    for mark in marks:
        if opener is not None and mark.closes and mark.family == opener.family and not (mark.exact and mark.opens):
            pairs.append((opener, mark.start, mark.end))
            opener = None
        elif mark.opens and (opener is None or mark.family != "'"):
            if (
                opener is not None
                and (mark.exact or not mark.closes)
                and mark.family == opener.family
                and _ENDED.search(body, opener.end, mark.start)
            ):
                pairs.append((opener, mark.start, None))
            opener = mark
    return pairs, opener
