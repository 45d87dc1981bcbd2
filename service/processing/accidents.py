"""Accidents: what nature or chance does to people is no assault, though the verbs are the same."""

from typing import Final

from service.article import EventType
from service.processing.event_clauses import RELATIVIZERS, Clauses
from service.processing.event_forms import AUXILIARIES, Form
from service.processing.event_triggers import Trigger
from service.processing.event_words import word_class

_ACCIDENTS: Final = word_class("accidents")
_PREPOSITIONS: Final = word_class("locative") | word_class("prepositions")
_CAUSES: Final = frozenset({"in", "by", "during", "when", "after", "as"})
_RELATIVES: Final = RELATIVIZERS | {"that"}
_NEAR: Final = 8
"""Words on either side of the verb."""
_PHRASE: Final = 4
"""Words of "in the worst floods"."""


def is_accident(clauses: Clauses, trigger: Trigger) -> bool:
    """Whether no actor did it: "a landslide in the north killed two", "two were killed in a crash"."""
    if trigger.type is not EventType.ASSAULT:
        return False
    if trigger.form in {Form.PASSIVE, Form.REDUCED}:
        return _befell(clauses, trigger)
    return trigger.form is Form.FINITE and _has_such_a_subject(clauses, trigger)


def _has_such_a_subject(clauses: Clauses, trigger: Trigger) -> bool:
    begin = clauses.begin[trigger.head]
    if clauses.text(begin - 1) in _RELATIVES and clauses.text(begin - 2) in _ACCIDENTS:
        return True
    for at in range(max(begin, trigger.head - _NEAR), trigger.head):
        if clauses.text(at) in _PREPOSITIONS:
            return False
        if clauses.text(at) in _ACCIDENTS:
            following = clauses.text(at + 1)
            if at + 1 == trigger.head or following in _PREPOSITIONS or following in AUXILIARIES:
                return True
    return False


def _befell(clauses: Clauses, trigger: Trigger) -> bool:
    for at in range(trigger.last + 1, trigger.last + _NEAR):
        if clauses.text(at) in _CAUSES:
            for near in range(at + 1, at + 1 + _PHRASE):
                if clauses.text(near) in _ACCIDENTS:
                    return True
                if clauses.text(near) in _PREPOSITIONS:
                    break
            if clauses.text(at) == "by":
                return False
    return False
