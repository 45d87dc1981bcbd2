"""Nominals: noun phrases without a name that speak of somebody, "the opposition leader", "one worker"."""

from typing import Final

from service.processing.document import NAME, NOMINAL, ORGANIZATION, PERSON, Mention, Span, Token
from service.processing.lexicon import ABBREVIATIONS, ROLES, WORD_CLASSES

_LONGEST: Final = 6
"""Tokens before the head."""
HUMAN: Final = {"person": "", "person-m": "m", "person-f": "f", "source": ""}
"""Kinds of roles that one human can have, with the gender that they tell."""


def adjacent(body: str, left: Token, right: Token) -> bool:
    """Whether nothing but one space, or the period of an abbreviation, stands between two tokens."""
    gap = right.start - left.end
    if gap == 1:
        return body[left.end] in " \u00a0"
    if gap != 2 or body[left.end] != "." or body[left.end + 1] not in " \u00a0":
        return False
    return len(left.text) == 1 or left.low in ABBREVIATIONS


def phrase_start(body: str, tokens: list[Token], k: int, mentions: list[Mention]) -> int:
    """The first token of the noun phrase whose head is token k, without its determiner; `mentions` are those before."""
    begin = k
    while begin > 0 and k - begin < _LONGEST and _modifier(body, tokens, begin):
        begin -= 1
    for name in mentions[-2:]:
        if name.form is NAME and name.first < begin <= name.last:
            # "a [University of Lima] dean"
            return name.first
    return begin + (0 < begin < k and tokens[begin - 1].low == "to")


def _modifier(body: str, tokens: list[Token], k: int) -> bool:
    """Whether the token before k belongs to the same noun phrase as an attribute."""
    before = tokens[k - 1]
    if before.tag == "e" and (k < 2 or tokens[k - 2].tag not in "dsD"):
        return False
    participle = before.tag == "n" and before.low in WORD_CLASSES["offices in -ing"]
    return (
        (before.tag in "wec0" or participle) and before.low not in _NO_MODIFIERS and adjacent(body, before, tokens[k])
    )


_NO_MODIFIERS: Final = frozenset({"more", "less", "much"})


def nominal(body: str, tokens: list[Token], i: int, mentions: list[Mention]) -> Mention | None:
    """The noun phrase whose head is token i, with its determiner or possessor; None if it is none."""
    head = tokens[i]
    kind = ROLES[head.low]
    begin = phrase_start(body, tokens, i, mentions)
    determined = False
    if begin > 0 and _near(body, tokens[begin - 1], tokens[begin]):
        before = tokens[begin - 1]
        if before.tag == "d" or before.low == "her":
            begin -= 1
            determined = True
        elif before.tag == "s":
            begin = _possessor(body, tokens, begin - 1)
            determined = True
    plural = kind == "persons"
    if i + 1 < len(tokens) and adjacent(body, head, tokens[i + 1]):
        following = tokens[i + 1]
        if following.low in ROLES or (
            kind != "persons" and following.tag in "wc" and following.low not in WORD_CLASSES["after heads"]
        ):
            return None
    if not (determined or plural or begin < i or kind in {"person", "person-m", "person-f"}):
        return None
    actor_kind = ORGANIZATION if kind == "body" else PERSON
    gender = "x" if plural else HUMAN.get(kind, "n")
    word = head.low
    two = f"{tokens[i - 1].low} {word}" if i > begin else ""
    if two in ROLES:
        word = two
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    return Mention(
        tokens[begin].start,
        head.end,
        NOMINAL,
        begin,
        i,
        None if kind == "words" else actor_kind,
        gender,
        Span(tokens[i - (two in ROLES)].start, head.end),
        word,
        after is not None and after.start == head.end and after.tag == "s",
    )


def generic_nominal(body: str, tokens: list[Token], i: int, mentions: list[Mention]) -> Mention | None:
    """A noun phrase of any head before a reporting verb: "the Khan family said", "one worker said"."""
    head = tokens[i]
    if head.tag != "w" or not head.text[0].islower() or (mentions and mentions[-1].end >= head.end):
        return None
    begin = phrase_start(body, tokens, i, mentions)
    if (
        not begin
        or not _near(body, tokens[begin - 1], tokens[begin])
        or (tokens[begin - 1].tag not in "ds" and tokens[begin - 1].low != "her")
    ):
        return None
    begin = begin - 1 if tokens[begin - 1].tag != "s" else _possessor(body, tokens, begin - 1)
    return Mention(tokens[begin].start, head.end, NOMINAL, begin, i, None, "", None, head.low)


def _near(body: str, left: Token, right: Token) -> bool:
    return 0 < right.start - left.end <= 2 and body[left.end : right.start].isspace()


def _possessor(body: str, tokens: list[Token], s: int) -> int:
    """The first token of the noun phrase before a possessive 's: "[the country's] air force"."""
    k = s - 1
    while k > 0 and s - k < 4 and tokens[k - 1].tag in "cwd" and adjacent(body, tokens[k - 1], tokens[k]):
        k -= 1
        if tokens[k].tag == "d":
            break
    return max(k, 0)
