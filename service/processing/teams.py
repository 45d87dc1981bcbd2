"""Teams: places that an account of a game speaks of as who plays it, "Peru beat Chile 2-1", "Lima's striker"."""

from collections.abc import Iterator
from typing import Final

from service.processing.document import GROUP, NAME, ORGANIZATION, PLACE, Entity, Mention, Token
from service.processing.evidence import in_place
from service.processing.lexicon import WORD_CLASSES
from service.processing.name_kinds import CERTAIN
from service.processing.places import country_of

_LEAST_WORDS: Final = 5
"""Words of sports in a text that tells of a game."""
_LEAST_PLAYS: Final = 2.0
"""Plays that make a place a team; a score beside it is as good as two."""


def is_game(tokens: list[Token]) -> bool:
    """Whether a text tells of a game."""
    sports = WORD_CLASSES["sports"]
    found = 0
    for token in tokens:
        if token.low in sports:
            found += 1
            if found == _LEAST_WORDS:
                return True
    return False


def name_teams(tokens: list[Token], entities: list[Entity]) -> None:
    """Make organizations of the places that play more often than somebody is in them, and their people part of them."""
    teams: dict[str | None, Entity] = {}
    for entity in entities:
        if entity.kind is PLACE:
            weights = list(_plays(tokens, entity.mentions))
            if sum(weights) >= _LEAST_PLAYS:
                entity.kind, entity.weight = ORGANIZATION, CERTAIN
                teams[country_of(entity.name)] = entity
    teams.pop(None, None)
    for entity in entities:
        team = teams.get(country_of(entity.name)) if entity.kind is GROUP else None
        if team is not None:
            # "the Peruvians equalised"
            team.absorb(entity)


def _plays(tokens: list[Token], mentions: list[Mention]) -> Iterator[float]:
    """Of each mention how surely it is who plays; less than nothing where it is where."""
    for mention in mentions:
        if mention.form is not NAME or mention.last >= len(tokens):
            continue
        after = tokens[mention.last + 1 : mention.last + 4]
        before = tokens[max(mention.first - 3, 0) : mention.first]
        if _is_score(after) or _is_score(before):
            yield 2.0
        elif in_place(tokens, mention):
            yield -1.0
        elif any(token.low in WORD_CLASSES["plays"] for token in (*after[:1], *before[-1:])):
            yield 1.0


def _is_score(tokens: list[Token]) -> bool:
    """Whether tokens are a score: "2 – 1" or "2-1"."""
    if any(_halves(token.text) for token in tokens):
        return True
    texts = [token.text for token in tokens]
    return len(texts) == 3 and texts[0].isdigit() and tokens[1].tag == "-" and texts[2].isdigit()


def _halves(text: str) -> bool:
    left, dash, right = text.partition("-")
    return bool(dash) and left.isdigit() and right.isdigit() and len(left) < 3 and len(right) < 3
