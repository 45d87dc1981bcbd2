"""Recognises API keys by their hashes."""

from collections.abc import Sequence
from hashlib import sha256
from hmac import compare_digest

from service.access.caller import EVERYTHING, Caller
from service.api_key import ApiKey


class Keys:
    """The keys that are configured."""

    def __init__(self, keys: Sequence[ApiKey]) -> None:
        self._hashes = [bytes.fromhex(key.sha256) for key in keys]
        self._callers = [_caller(key) for key in keys]

    def __len__(self) -> int:
        return len(self._callers)

    def find(self, key: bytes) -> Caller | None:
        """Whose key this is. It takes as long whichever it is, and where it is none."""
        digest = sha256(key).digest()
        matches = [compare_digest(digest, known) for known in self._hashes]
        return self._callers[matches.index(True)] if True in matches else None


def bearer(authorization: bytes) -> bytes | None:
    """The key in the value of an Authorization header; None where it is of another scheme."""
    scheme, _, key = authorization.partition(b" ")
    return key.strip(b" ") if scheme.lower() == b"bearer" else None


def _caller(key: ApiKey) -> Caller:
    scopes = EVERYTHING if "admin" in key.scopes else key.scopes
    # No address begins like this: see Gate.
    return Caller(key.name, scopes, f"key {key.name}", has_key=True)
