"""Relevance: which triggers tell of politics and society, not of a game, a thing that does something, or damage."""

from collections.abc import Callable, Sequence
from typing import Final

from service.article import EventType
from service.processing.document import Token
from service.processing.event_clauses import STOPS, Clauses
from service.processing.event_forms import Form, before_auxiliaries
from service.processing.event_triggers import Trigger
from service.processing.event_words import word_class
from service.processing.lexicon import ROLES, WORD_CLASSES
from service.processing.participants import Parties

_SPORTS: Final = (WORD_CLASSES["sports"] | word_class("leagues")) - {"penalty", "penalties"}
_LEAST_SPORTS: Final = 5
_LEAST_KINDS: Final = 3
"""Words of sports in a text that tells of games, and how many of them differ."""
_PLAYS: Final = word_class("plays")
"""Verbs of force that mean a move in a game where no force is named."""
_FORCE: Final = word_class("force")
_PRONOUNS: Final = word_class("pronouns")
_COLLECTIVE: Final = word_class("collective") | word_class("crowds")
_MEETINGS: Final = frozenset({"talks", "negotiations"})
"""What somebody always holds: "talks will begin"."""
_CAPTIVES: Final = word_class("captives")
"""Who is released, where a report or a film may be too."""
_DAMAGES: Final = word_class("damages")
_NEEDS_SOMEBODY: Final = {
    EventType.AGREE,
    EventType.CONSULT,
    EventType.SUPPORT,
    EventType.COOPERATE,
    EventType.AID,
    EventType.CONCEDE,
    EventType.REQUEST,
    EventType.ACCUSE,
    EventType.REJECT,
    EventType.THREATEN,
}
"""What only people and bodies do, with verbs that things have too: "the app provides", "the roof supports"."""
_ASKED: Final = 24
"""Words from "asked" to what was asked for."""
_AROUND: Final = 12
"""Words on either side of a trigger among which somebody stands."""


def is_of_sports(tokens: Sequence[Token]) -> bool:
    """Whether a text tells of games."""
    found = [token.low for token in tokens if token.low in _SPORTS]
    return len(found) >= _LEAST_SPORTS and len(set(found)) >= _LEAST_KINDS


def is_relevant(body: str, clauses: Clauses, trigger: Trigger, sides: Parties, sports: Callable[[], bool]) -> bool:
    """Whether an event is one of politics or society; `sports`: whether the text tells of games."""
    if trigger.stem in _PLAYS and sports() and _FORCE.isdisjoint(clauses.texts):
        return False
    if trigger.stem == "ask" and len(trigger.used) == 1 and not _asks_for(clauses, trigger):
        return False
    if trigger.form is Form.NOUN and clauses.text(trigger.head) == "demand":
        # "strong demand for cars" is the market's
        return bool(sides.actors)
    if trigger.mode == "release" and len(trigger.used) == 1 and not sides.recipients:
        return _near(clauses, trigger, _CAPTIVES)
    if trigger.stem in _DAMAGES:
        # the flood, and whoever is not named: "hundreds of buildings were damaged"
        return bool(sides.actors) or (
            trigger.form not in {Form.PASSIVE, Form.REDUCED} and _somebody(clauses, trigger, ahead=0)
        )
    if trigger.type not in _NEEDS_SOMEBODY or trigger.form is Form.NOUN or sides.actors or sides.recipients:
        return True
    if clauses.text(trigger.used[0]) in _MEETINGS:
        return True
    return _somebody(clauses, trigger, ahead=_AROUND) or _named(body, clauses, trigger)


def _near(clauses: Clauses, trigger: Trigger, words: frozenset[str]) -> bool:
    first = max(trigger.head - _AROUND, 0)
    return not words.isdisjoint(clauses.texts[first : trigger.last + _AROUND])


def _asks_for(clauses: Clauses, trigger: Trigger) -> bool:
    """Whether somebody is asked to do something: "asked the mayor to leave"; else they are asked a question."""
    return any(clauses.text(at) in {"to", "for", "that"} for at in range(trigger.head + 1, trigger.head + _ASKED))


def _named(body: str, clauses: Clauses, trigger: Trigger) -> bool:
    """Whether a name stands right before a verb: "WATCH: Lima rejects the plan"."""
    at = before_auxiliaries(clauses, trigger.head)
    return at >= 0 and clauses.text(at) not in _PRONOUNS and body[clauses.starts[at]].isupper()


def _somebody(clauses: Clauses, trigger: Trigger, ahead: int) -> bool:
    """Whether people or a body stand near a trigger, up to `ahead` words after it."""
    first = max(trigger.head - _AROUND, 0)
    for at in range(first, min(trigger.last + ahead + 1, len(clauses.texts))):
        word = clauses.text(at)
        if (
            at not in trigger.used
            and word not in STOPS
            and (word in _COLLECTIVE or ROLES.get(word, "words") != "words")
        ):
            return True
    return False
