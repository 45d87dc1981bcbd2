"""Event names: one readable line from the trigger and the participants, "Francisco Yanez rejects Nicolas Maduro"."""

from collections.abc import Sequence
from typing import Final

from service.article import EventType, Modality
from service.processing.event_forms import Form
from service.processing.event_triggers import Trigger
from service.processing.inflection import inflect
from service.processing.modality import ANNOUNCING

_LONGEST: Final = 200
_NAMED: Final = 3
"""Participants of a side that the name spells out."""
_NAMED_BY: Final = frozenset({"talks", "negotiations"})
"""Words of phrases that name an event as a noun does."""
_ACTS: Final = {
    EventType.AGREE: ("agrees", "agree"),
    EventType.THREATEN: ("threatens", "threaten"),
    EventType.REJECT: ("rejects", "reject"),
}


def _listed(names: Sequence[str]) -> str:
    shown = list(names[:_NAMED])
    if len(names) > _NAMED:
        shown = [*shown[:-1], "others"]
    return " and ".join([", ".join(shown[:-1]), shown[-1]]) if len(shown) > 1 else "".join(shown)


def _verb(trigger: Trigger, act: EventType | None, manner: Modality, many: bool) -> str:
    """The verb phrase in the present: "rejects", "call on", "does not support", "will march", "may attack"."""
    if act is not None:
        return f"{_ACTS[act][many]}{' to ' + inflect(trigger.stem).base if act is not EventType.REJECT else ''}"
    forms = inflect(trigger.stem)
    if trigger.form is Form.PHRASE:
        return f"{'are' if many else 'is'} {trigger.stem}"
    base = forms.base
    if manner is Modality.NEGATED or trigger.used[0] < trigger.head:
        return f"{'do' if many else 'does'} not {base}"
    if manner is Modality.FUTURE and trigger.stem not in ANNOUNCING:
        return f"will {base}"
    if manner is Modality.HYPOTHETICAL:
        return f"may {base}"
    return base if many else forms.third


def _particles(trigger: Trigger) -> str | None:
    """The words of the pattern right after its verb ("on" of "call on"); None where it goes on after a gap."""
    indices = trigger.used[trigger.used.index(trigger.head) :]
    return " ".join(trigger.tail) if indices[-1] - indices[0] == len(indices) - 1 else None


def event_name(
    trigger: Trigger,
    act: EventType | None,
    manner: Modality,
    actors: Sequence[str],
    recipients: Sequence[str],
    words: str,
    rest: str,
) -> str:
    """A name of 1 to 200 code points from the names of the two sides.

    `words` are those of the clause, the name where nobody named acts; `rest` those after the verb, which
    say what an event without named recipient is about.
    """
    acting, receiving = _listed(actors), _listed(recipients)
    noun = trigger.form is Form.NOUN or trigger.stem in _NAMED_BY
    if noun and (acting or receiving):
        sides = " and ".join(side for side in (acting, receiving) if side)
        name = f"{trigger.stem.capitalize()}: {sides}"
    elif acting and not noun:
        particles = _particles(trigger)
        verb = _verb(trigger, act, manner, len(actors) > 1)
        # what follows "to" is what they are ready to do, not to whom
        named = receiving and particles is not None and act is None and trigger.form is not Form.PHRASE
        about = f"{particles} {receiving}" if named else rest
        name = f"{acting} {verb} {about if trigger.form not in {Form.PASSIVE, Form.REDUCED} else receiving}"
    else:
        name = words
    name = " ".join(name.split()) or trigger.stem
    return name if len(name) <= _LONGEST else name[: _LONGEST - 1].rstrip() + "…"
