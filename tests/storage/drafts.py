"""Small articles that share actors, words and events."""

from typing import Any

from tests.records import Draft

WORDS = "The time of democracy has arrived"
CALL = "Juan Guaido called for elections in Caracas."


def speech(url: str | None, words: str = WORDS, speaker: str = "Juan Guaido", **fields: Any) -> Draft:
    """One quote and who said it; keyword `actor` holds fields of the actor."""
    actor = fields.pop("actor", {})
    draft = Draft(f"“{words},” {speaker} said.", url=url, **fields)
    draft.quote(words, draft.actor(speaker, **actor))
    return draft


def call(url: str, start: str | None = "2019-02-02", roles: tuple[tuple[str, str], ...] = (), **fields: Any) -> Draft:
    """One event with Guaido as actor, or with these (actor, role), in Caracas."""
    event = fields.pop("event", {})
    draft = Draft(CALL, url=url, **fields)
    place = draft.actor("Caracas", kind="PLACE")
    participants = [(draft.actor(name), role) for name, role in roles or (("Juan Guaido", "ACTOR"),)]
    told = {"startDate": start, "location": place, **event}
    kind, name = told.pop("type", "REQUEST"), told.pop("name", "Guaido calls for elections")
    draft.event(kind, name, CALL, participants=participants, **told)
    return draft
