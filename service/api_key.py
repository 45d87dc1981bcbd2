"""An API key as it is configured: whose it is, its hash and what it allows. The key is known to its owner alone."""

import json
import re
from hashlib import sha256
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

KeyScope = Literal["read", "write", "admin"]
"""What a request may need and a key may allow."""

LOCAL = "local"
"""The sender of what is written without a key."""

_NAME = re.compile(r"[A-Za-z0-9._-]{1,100}")
_HASH = re.compile(r"[0-9a-f]{64}")
_OF_NOTHING = sha256(b"").hexdigest()


def _name(name: str) -> str:
    if not _NAME.fullmatch(name):
        raise ValueError("must be 1 to 100 of the characters A-Z a-z 0-9 . _ -")
    if name == LOCAL:
        raise ValueError(f"must not be {LOCAL}, the sender of what is written without a key")
    return name


def _hash(digest: str) -> str:
    if not _HASH.fullmatch(digest.lower()):
        raise ValueError("must be the SHA-256 of the key, 64 hexadecimal digits")
    if digest.lower() == _OF_NOTHING:
        raise ValueError("is the SHA-256 of nothing: give that of the key")
    return digest.lower()


class ApiKey(BaseModel):
    """Whose key it is, its SHA-256 in hex, and what it allows: `admin` includes both others, `write` no reading."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: Annotated[str, AfterValidator(_name)]
    """The sender of the articles that are written with it."""
    sha256: Annotated[str, AfterValidator(_hash)]
    scopes: Annotated[frozenset[KeyScope], Field(min_length=1)]


def _decoded(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    try:
        return json.loads(value)
    except ValueError as error:
        raise ValueError(f'must be JSON, [{{"name": …, "sha256": …, "scopes": […]}}]: {error}') from None


def _told_apart(keys: tuple[ApiKey, ...]) -> tuple[ApiKey, ...]:
    if not keys:
        raise ValueError("must hold a key; without any, leave the variable out")
    names: set[str] = set()
    hashes: set[str] = set()
    for key in keys:
        if key.name in names:
            raise ValueError(f"{key.name} is the name of two keys: give each its own")
        if key.sha256 in hashes:
            raise ValueError(f"{key.name} has the sha256 of another key: make a key for each")
        names.add(key.name)
        hashes.add(key.sha256)
    return keys


ApiKeys = Annotated[
    tuple[ApiKey, ...],
    BeforeValidator(_decoded),
    AfterValidator(_told_apart),
]
"""Keys as a setting has them: a JSON list. No two have one name or one hash."""
