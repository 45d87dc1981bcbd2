"""Modality: whether a sentence asserts an event, denies it, supposes it or expects it.

Auxiliaries and negations of the trigger's own verb count, then the verb that governs an infinitive or a
gerund, then the clause it stands in.
"""

from typing import Final

from service.article import EventType, Modality
from service.processing.event_clauses import CONDITIONALS, STOPS, Clauses
from service.processing.event_forms import Form, is_adverb
from service.processing.event_triggers import Trigger
from service.processing.event_words import word_class
from service.processing.inflection import inflect
from service.processing.participants import OBJECT_CONTROL, controller

_NEGATIONS: Final = word_class("negations")
_EXPECTED: Final = word_class("expected")
_SUPPOSED: Final = word_class("supposed")
_BEFORE_VERBS: Final = _NEGATIONS | _EXPECTED | _SUPPOSED | word_class("auxiliaries") | word_class("skipped")


def _forms(stems: str) -> frozenset[str]:
    return frozenset(form for stem in stems.split() for form in inflect(stem))


_DENYING: Final = _forms("refuse decline fail reject stop avoid cease forget prevent ban bar block cancel") | {
    "failure",
    "refusal",
}
_RULING: Final = _forms("rule")
_DISPUTING: Final = _forms("deny dispute")
_MEETINGS: Final = frozenset({"talks", "negotiations"})
"""Nouns whose patterns are phrases."""
_NEAR: Final = 4
"""Words before "out" among which a negation denies that something is ruled out."""
_EXPECTING: Final = _forms(
    "plan intend prepare agree promise pledge vow swear expect schedule vote decide offer announce organize "
    "organise commit slate"
) | word_class("expected_words")
_HAPPENING: Final = _forms(
    "begin start continue manage help force proceed go resume use gather come join return"
) | word_class("ordinals")
_SPEECH: Final = {EventType.REQUEST, EventType.ACCUSE, EventType.PROTEST}
ANNOUNCING: Final = frozenset({"announce", "plan", "schedule", "call"})
"""Verbs whose demonstration is yet to come."""
_IS: Final = frozenset({"am", "are", "is", "was", "were"})
_BEFORE_MONTHS: Final = word_class("determiners") | {"in", "last", "since", "until", "early", "late"}
_UNREAL: Final = word_class("unreal")
_SAID: Final = 16
"""Words between "said" and what was said."""
_GOVERNED: Final = 12
"""Words between an infinitive and the verb that governs it."""

_COOPERATIVE: Final = {
    EventType.CONSULT,
    EventType.SUPPORT,
    EventType.COOPERATE,
    EventType.AID,
    EventType.CONCEDE,
    EventType.RETREAT,
}
_HOSTILE: Final = {EventType.SANCTION, EventType.COERCE, EventType.ASSAULT, EventType.MOBILIZE}


def _before(clauses: Clauses, trigger: Trigger) -> list[str]:
    """The auxiliaries, negations and adverbs right before the trigger, nearest first."""
    words: list[str] = []
    index = trigger.head - 1
    while index >= 0 and len(words) < 8:
        word = clauses.text(index)
        if word not in _BEFORE_VERBS and not is_adverb(word):
            break
        # "and" joins two verbs under one auxiliary only right before the second: "will march and protest"
        if word == "may" and clauses.text(index - 1) in _BEFORE_MONTHS:
            break
        words.append(word)
        index -= 1
    return words


def _governor(clauses: Clauses, index: int) -> Modality | None:
    """What the nearest governing word before `index`, in its clause, says of an infinitive or gerund."""
    for at in range(index - 1, max(index - _GOVERNED, clauses.begin[index] - 1, -1), -1):
        word = clauses.text(at)
        if word in _DENYING:
            return Modality.NEGATED
        if word in _EXPECTING:
            return Modality.FUTURE
        if word in _HAPPENING and clauses.text(at - 1) != "to":
            return Modality.ASSERTED
        if word in OBJECT_CONTROL:
            return Modality.HYPOTHETICAL
    return None


def _conditional(clauses: Clauses, index: int) -> bool:
    """Whether a clause only supposes what it tells: "if he attacks", "denied that he had attacked"."""
    opener = clauses.opener[index]
    return opener in CONDITIONALS or (opener == "that" and clauses.text(clauses.begin[index] - 2) in _DISPUTING)


def modality(clauses: Clauses, trigger: Trigger) -> Modality:
    """Whether the sentence says that the event of `trigger` happened."""
    before = _before(clauses, trigger)
    if _conditional(clauses, trigger.head):
        return Modality.HYPOTHETICAL
    denied = not _NEGATIONS.isdisjoint(before) and clauses.text(trigger.used[0]) != "not"
    if denied:
        return Modality.NEGATED
    if not _EXPECTED.isdisjoint(before):
        return Modality.HYPOTHETICAL if _alternative(clauses, trigger.head) else Modality.FUTURE
    if not _SUPPOSED.isdisjoint(before):
        # "said that he would be sworn in": "will" as one reports it
        told = "would" in before and _reported(clauses, trigger.head)
        return Modality.FUTURE if told and not _alternative(clauses, trigger.head) else Modality.HYPOTHETICAL
    if trigger.form is Form.INFINITIVE:
        if "to" in before and _leads(before[before.index("to") + 1 :]):
            return Modality.FUTURE
        if governed := _governor(clauses, trigger.head):
            return governed
        return Modality.ASSERTED if trigger.type in _SPEECH else Modality.HYPOTHETICAL
    if trigger.form is Form.GERUND and trigger.stem not in ANNOUNCING:
        return _of_gerund(clauses, trigger)
    if trigger.form is Form.NOUN or trigger.stem in _MEETINGS:
        return _of_noun(clauses, trigger)
    # "announced a demonstration": it is to come
    return Modality.FUTURE if trigger.type is EventType.PROTEST and trigger.stem in ANNOUNCING else Modality.ASSERTED


def _leads(before: list[str]) -> bool:
    """Whether the words before "to", nearest first, tell of what is to come: "is to meet", "is about to meet"."""
    return bool(before) and (before[0] in {"going", "about"} or before[0] in _IS)


def _ruled_out(clauses: Clauses, index: int) -> Modality | None:
    """What "out" at `index` says of what follows: "ruled out sending troops"; None where nothing is ruled out."""
    if clauses.text(index) != "out" or clauses.text(index - 1) not in _RULING:
        return None
    near = range(max(index - _NEAR, clauses.begin[index]), index)
    return Modality.HYPOTHETICAL if any(clauses.text(at) in _NEGATIONS for at in near) else Modality.NEGATED


def _of_gerund(clauses: Clauses, trigger: Trigger) -> Modality:
    word = clauses.text(trigger.head - 1)
    if ruled := _ruled_out(clauses, trigger.head - 1):
        return ruled
    if word in _DISPUTING:
        return Modality.HYPOTHETICAL
    if word == "without" or clauses.text(trigger.head - 2) == "instead":
        return Modality.NEGATED
    if word == "from":
        return _governor(clauses, trigger.head - 1) or Modality.ASSERTED
    if word in _DENYING:
        # "stopped backing" is over; "convince them to stop backing" has not begun
        real = controller(clauses, trigger.head - 1) is None and clauses.text(trigger.head - 2) != "to"
        return Modality.NEGATED if real else Modality.HYPOTHETICAL
    # "accused of restoring", "charged with supporting", "warned about visiting": somebody speaks of it
    if word in {"of", "with", "about", "against"}:
        return Modality.HYPOTHETICAL
    return Modality.ASSERTED


def _of_noun(clauses: Clauses, trigger: Trigger) -> Modality:
    """A noun is expected or supposed where the words before it, or what happens to it, say so."""
    for at in range(trigger.head - 1, max(trigger.head - 6, clauses.begin[trigger.head] - 1), -1):
        word = clauses.text(at)
        if word in STOPS:
            break
        if word in {"no", "without"} or word in _DENYING:
            return Modality.NEGATED
        if ruled := _ruled_out(clauses, at):
            return ruled
        if word in _EXPECTING:
            return Modality.FUTURE
        if word in _UNREAL or word in _WANTING:
            return Modality.HYPOTHETICAL
    after = {clauses.text(at) for at in range(trigger.last + 1, trigger.last + 4)}
    if after & {"scheduled", "planned", "set", "due", "will"}:
        return Modality.FUTURE
    return Modality.HYPOTHETICAL if after & {"could", "would", "might", "may"} else Modality.ASSERTED


_WANTING: Final = _forms("demand urge want seek propose threaten call warn fear risk consider request suggest") | {
    "threat"
}


def _reported(clauses: Clauses, index: int) -> bool:
    """Whether somebody says it: "said" stands before."""
    return any(clauses.says(at) for at in range(max(index - _SAID, 0), index))


def _alternative(clauses: Clauses, index: int) -> bool:
    """Whether "or" opens the clause: what comes if something else does not."""
    return any(clauses.text(at) == "or" for at in range(max(index - 6, 0), index))


def speech_act(clauses: Clauses, trigger: Trigger) -> EventType | None:
    """The one PLOVER type of a future event, in place of a type and "future" (PLOVER manual, auxiliary modes).

    To say that one will cooperate is AGREE, that one will use force or sanctions THREATEN, that one will
    not cooperate REJECT. None where the words are no such statement.
    """
    if trigger.form is not Form.FINITE or clauses.level[trigger.head] or _conditional(clauses, trigger.head):
        return None
    before = _before(clauses, trigger)
    reported = _reported(clauses, trigger.head)
    expected = not _EXPECTED.isdisjoint(before) or (reported and "would" in before)
    if not expected or _alternative(clauses, trigger.head):
        return None
    negated = not _NEGATIONS.isdisjoint(before)
    if trigger.type is EventType.REJECT:
        # "will not accept": the refusal is now
        return EventType.REJECT if negated else None
    if trigger.type in _COOPERATIVE or trigger.type is EventType.AGREE:
        return EventType.REJECT if negated else None if trigger.type is EventType.AGREE else EventType.AGREE
    hostile = trigger.type in _HOSTILE or trigger.mode in {"boycott", "obstruct"}
    return EventType.THREATEN if hostile and reported and not negated else None
