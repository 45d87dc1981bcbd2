"""The caller of a request: what it is known as, and what it may do."""

from typing import NamedTuple

from service.api_key import LOCAL, KeyScope
from service.errors import Forbidden

EVERYTHING: frozenset[KeyScope] = frozenset({"read", "write", "admin"})
READS: frozenset[KeyScope] = frozenset({"read"})


class Caller(NamedTuple):
    """Who a request is of. `name` is the sender of what it writes: the key's, or `local` without one."""

    name: str = LOCAL
    scopes: frozenset[KeyScope] = READS
    counted: str = ""
    """Under what its requests are counted."""
    has_key: bool = False

    @property
    def key(self) -> str | None:
        """The name of its key, where it has one."""
        return self.name if self.has_key else None

    def require(self, scope: KeyScope, what: str = "this") -> None:
        """Raise Forbidden, which names the scope, unless the caller has it. what: what needs it, for the message."""
        if scope not in self.scopes:
            raise Forbidden(
                f"Authorization: {what} needs a key with the scope {scope}", scope if self.has_key else None
            )
