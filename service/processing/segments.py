"""Segments: paragraphs and what each is there for, before any rule could take a subhead for a name."""

import re
from typing import Final

from service.article import ValueOrigin
from service.processing.dates import find_dates
from service.processing.document import Document, Paragraph, ParagraphKind, Span
from service.processing.lexicon import WORD_CLASSES
from service.processing.places import place_kind

_LINE: Final = re.compile(r"[^\n\r\u2028\u2029\x85\x0b\x0c]+")
_PREFIX: Final = re.compile(r"\s{0,20}date[: ]\s{0,5}(\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))\s+")
_SEAT: Final = r"(?:[A-Z][A-Z.'’-]+,?\s){1,4}"
_NEWSWIRE: Final = r"(?:\((?:[A-Z][\w.]{1,20}\s?){1,4}\)\s{0,2})?"
_DATELINE: Final = re.compile(
    rf"{_SEAT}(?:[A-Z][\w.]{{1,12}},?\s){{0,2}}(?:\d{{1,2}},?\s)?{_NEWSWIRE}[—–-]{{1,2}}\s"
    r"|\([A-Z][\w.]{1,20}\)\s?[—–-]{1,2}\s"
)
_DATED_DATELINE: Final = re.compile(rf"{_SEAT}(?P<date>[\w ,.]{{6,40}}?)\s?{_NEWSWIRE}(?:—|–|--?)\s")
_CASED: Final = r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,2}"
_CASED_DATELINE: Final = re.compile(rf"(?:{_CASED}, )?(?P<area>{_CASED}) {_NEWSWIRE}[—–-]{{1,2}} (?=[“\"]?[A-Z])")
_WEEKDAY: Final = re.compile(r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)?")
_LATEST_DATE_LINE: Final = 3
"""Lines before one that holds the article's date, or a dateline in small letters: headline, subhead, byline."""
_LONGEST_DATE: Final = 40
"""Code points of such a line, or of a date in a dateline."""
_BYLINE: Final = re.compile(r"(?:By|BY|by)\s+[A-Z][\w.'’-]+(?:\s(?:[A-Z][\w.'’-]*|and|for|of|de|van|von|\|),?){0,12}$")
_AGENCY: Final = re.compile(
    r"(?:(?:The\s)?(?:Associated Press|AP|Reuters|AFP|dpa|CNN|Bloomberg)[\w\s,.'’-]{0,80}contributed\b"
    r"|\(?(?:Additional )?(?:[Rr]eporting|[Ww]riting|[Ee]diting) by\b"
    r"|[a-z]{1,5}(?:/[a-z]{1,5}){1,3}\s?\([\w\s,]+\)$"
    r"|(?:©|Copyright\b)|(?:Click here|Read more|Follow\s.{0,60}\son (?:Twitter|Facebook)|READ MORE|Read the)\b"
    r"|(?:WATCH|LISTEN|RELATED|SEE ALSO|SEE MORE|VIDEO|PHOTOS|GALLERY|MORE)(?: [A-Z]{2,12})?:\s)"
)
_CONTRIBUTED: Final = re.compile(r".{0,200}\bcontributed (?:to )?(?:this|the)? ?(?:report|story|article)")
_SENTENCE_END: Final = re.compile(r"[.!?…:;,][”\"'’»)\]]*$")
_WORDS: Final = re.compile(r"[^\W\d_][\w'’-]*")
_LONGEST_HEADING: Final = 200
"""Code points."""
_LONGEST_SUBHEAD: Final = 10
"""Words."""


def segment(document: Document) -> None:
    """Fill `paragraphs`, and `date_published` from a scraper's prefix where the sender gave no date."""
    body, article = document.body, document.article
    start = 0
    if found := _PREFIX.match(body):
        start = found.end()
        if article.date_published is None:
            document.date_published, document.date_origin = found[1], ValueOrigin.TEXT
    if article.date_published is not None:
        document.date_published, document.date_origin = article.date_published, ValueOrigin.SUPPLIED
    lines = [(m.start(), m[0]) for m in _LINE.finditer(body, start) if not m[0].isspace()]
    for i, (at, line) in enumerate(lines):
        begin = at + len(line) - len(line.lstrip())
        end = at + len(line.rstrip())
        kind = _kind(body[begin:end], i == 0, i == len(lines) - 1)
        stated = None
        if i <= _LATEST_DATE_LINE and end - begin <= _LONGEST_DATE:
            stated = _stated_date(body, Span(begin, end))
        if dated := _DATED_DATELINE.match(body, begin, min(end, begin + 120)):
            stated = _stated_date(body, Span(*dated.span("date")))
            begin = dated.end() if stated else begin
        if stated and document.date_published is None:
            document.date_published, document.date_origin = stated, ValueOrigin.TEXT
        if kind is ParagraphKind.TEXT and (dateline := _dateline(body, begin, min(end, begin + 120), i)):
            begin = min(dateline.end(), end - 1)
        document.paragraphs.append(Paragraph(begin, end, kind))


def _dateline(body: str, begin: int, end: int, line: int) -> re.Match[str] | None:
    """The dateline that a paragraph begins with; in small letters too where a known place is named on a first line."""
    if found := _DATELINE.match(body, begin, end):
        return found
    cased = _CASED_DATELINE.match(body, begin, end) if line <= _LATEST_DATE_LINE else None
    return cased if cased and place_kind(cased["area"]) in {"city", "country"} else None


def _stated_date(body: str, place: Span) -> str | None:
    """The day that is spelled out at `place`, if nothing but one date and its weekday stands there."""
    found = find_dates(body, [place], None)
    if len(found) != 1 or len(found[0].value) != len("2019-02-02"):
        return None
    around = body[place.start : found[0].start] + body[found[0].end : place.end]
    return found[0].value if _WEEKDAY.fullmatch(around.strip(" ,.")) else None


def _kind(line: str, first: bool, last: bool) -> ParagraphKind:
    if len(line) <= _LONGEST_HEADING:
        if _BYLINE.match(line):
            return ParagraphKind.BYLINE
        begin = 1 if line.startswith(('"', "“")) else 0
        if _AGENCY.match(line, begin) or ("contributed" in line and _CONTRIBUTED.match(line, begin)):
            return ParagraphKind.AGENCY
        marked = not first and _all_in_single_marks(line)
        open_ended = not last and not line.endswith((",", ":", ";")) and (first or not _SENTENCE_END.search(line))
        if not (marked or open_ended or _may_be_capitals(line)):
            # so are most lines
            return ParagraphKind.TEXT
        words = _WORDS.findall(line)
        if marked and len(words) <= _LONGEST_SUBHEAD:
            return ParagraphKind.HEADING
        if len(words) > 1 and _capitals(words):
            return ParagraphKind.HEADING if first else ParagraphKind.LINK
        if open_ended and words and _heading(line, words, first):
            return ParagraphKind.HEADING
    return ParagraphKind.TEXT


def _all_in_single_marks(line: str) -> bool:
    return line[0] in "'‘" and line[-1] in "'’" and not line.startswith("''")


def _may_be_capitals(line: str) -> bool:
    """Whether a tenth or less of a line are small vowels; else nearly all its letters can't be capitals."""
    return 10 * sum([line.count(vowel) for vowel in "aeiou"]) <= len(line)


def _capitals(words: list[str]) -> bool:
    """Whether nearly all letters are capitals, as in lines that link to other articles."""
    letters = "".join(words)
    upper = sum(map(str.isupper, letters))
    return upper > 3 and upper >= 0.9 * sum(map(str.isalpha, letters))


def _heading(line: str, words: list[str], first: bool) -> bool:
    """Title case, or a short line without a sentence's end."""
    large = [word for word in words if word.lower() not in WORD_CLASSES["small in titles"]]
    titled = sum(word[0].isupper() for word in large)
    if len(large) > 1 and titled >= 0.85 * len(large):
        return len(words) <= 25 and (first or line[0] not in '“"')
    return (
        not first
        and len(words) <= 9
        and words[0][0].isupper()
        and line[0] not in "“\"'‘«-–—•*"
        and not line.endswith("said")
    )
