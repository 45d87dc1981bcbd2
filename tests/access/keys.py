"""Keys for tests: one of each scope, and how they are configured and sent."""

from hashlib import sha256
from typing import Any

READER, WRITER, ADMIN = "reader-key-4f1c", "writer-key-93ab", "admin-key-d07e"


def configured(key: str, name: str, *scopes: str) -> dict[str, Any]:
    """A key as ONRECORD_API_KEYS has it."""
    return {"name": name, "sha256": sha256(key.encode()).hexdigest(), "scopes": list(scopes)}


KEYS = (
    configured(READER, "frontend", "read"),
    configured(WRITER, "newsroom", "write"),
    configured(ADMIN, "desk", "admin"),
)


def bearing(key: str) -> dict[str, str]:
    """The header by which a key is sent."""
    return {"Authorization": f"Bearer {key}"}
