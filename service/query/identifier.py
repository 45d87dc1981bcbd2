"""Public ids: the type of a node, an underscore, its UUID. Opaque to clients, read here."""

import re
from uuid import UUID

_ID = re.compile(r"([a-z]+)_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})")

NOTHING = str(UUID(int=0))
"""The UUID of no object: what an id of the wrong form finds."""


def read_id(value: object, node: str) -> UUID | None:
    """The UUID in an id of the type `node`; None where it is of another type or form."""
    text = uuid_text(value, node)
    return None if text is None else UUID(text)


def uuid_text(value: object, node: str) -> str | None:
    """As `read_id`, but as text, which the driver takes as well: a UUID costs three times as much to make."""
    found = _ID.fullmatch(value) if isinstance(value, str) else None
    return found[2] if found and found[1] == node.lower() else None
