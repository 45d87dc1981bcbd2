"""The gate: lets a request in as its caller, or says why not."""

import time
from collections.abc import Callable
from functools import lru_cache
from ipaddress import IPv6Address, ip_address

from starlette.types import Scope

from service.access.caller import EVERYTHING, READS, Caller
from service.access.keys import Keys, bearer
from service.access.local import is_loopback, why_not_local
from service.access.origins import Origins
from service.access.rate import RateLimit
from service.api_key import LOCAL, KeyScope
from service.errors import Forbidden, Unauthenticated
from service.settings import Settings

_READER = Caller(LOCAL, READS)


class Gate:
    """Who may do what, by the settings. One serves a process: it counts requests.

    clock: seconds that never go back.
    """

    def __init__(self, settings: Settings, clock: Callable[[], float] = time.monotonic) -> None:
        self.origins = Origins(settings.cors_origins or ())
        self._place = settings.host or "where the service listens, of which it is not told,"
        self._on_loopback = settings.host is not None and is_loopback(settings.host)
        self._keys = Keys(settings.api_keys or ())
        self._open_reads = not self._keys or settings.public_reads == "on"
        self._limit = RateLimit(settings.rate_limit, clock) if settings.rate_limit else None
        self._open = not self._keys and self._limit is None

    def admit(self, scope: Scope, needs: KeyScope, authorization: bytes | None = None) -> Caller:
        """The caller of a request that may do what it needs; it is counted.

        scope: of ASGI. authorization: in place of the header, where a client can't send that one.
        Raises Unauthenticated, Forbidden and TooManyRequests.
        """
        if self._open and needs == "read":
            return _READER
        key = _presented(scope, authorization) if self._keys else None
        known = None if key is None else self._keys.find(key)
        caller = known or self._without_key(scope)
        self.count(caller)
        if key is not None and known is None:
            raise Unauthenticated("Authorization: this key is none of those that are configured", invalid=True)
        if needs == "read" and self._open_reads:
            return caller
        if known is not None:
            known.require(needs)
            return known
        if self._keys:
            raise Unauthenticated(f"Authorization: must be Bearer and an API key with the scope {needs}")
        self._check_local(scope, needs)
        return caller._replace(scopes=EVERYTHING)

    def count(self, caller: Caller) -> None:
        """Count one more request of a caller. Raises TooManyRequests where that is one too many."""
        if self._limit is not None:
            self._limit.take(caller.counted)

    @property
    def summary(self) -> str:
        """Who may do what, in one line."""
        if self._keys:
            keys = "1 API key is" if len(self._keys) == 1 else f"{len(self._keys)} API keys are"
            needed = "every write needs one; reads are open" if self._open_reads else "every request needs one"
            return f"{keys} configured: {needed}."
        writes = "taken from this machine alone"
        if not self._on_loopback:
            writes = f"refused, as {self._place} is not loopback"
        return f"No API key is configured: reads are open, and writes are {writes}."

    def _without_key(self, scope: Scope) -> Caller:
        return _READER if self._limit is None else _READER._replace(counted=_address(scope))

    def _check_local(self, scope: Scope, needs: KeyScope) -> None:
        """Raise Forbidden unless a request without a key may do what it needs."""
        reason: str | None = f"{self._place} is not loopback"
        if self._on_loopback:
            reason = why_not_local(scope, self.origins)
        if reason:
            raise Forbidden(
                f"Authorization: {needs} needs an API key where {reason}: configure one by ONRECORD_API_KEYS"
            )


def _presented(scope: Scope, authorization: bytes | None) -> bytes | None:
    """The key that came with a request."""
    if authorization is None:
        authorization = next((value for name, value in scope["headers"] if name == b"authorization"), b"")
    return bearer(authorization)


@lru_cache(maxsize=10_000)
def _network(host: str) -> str:
    """What one subscriber of a network provider has: an IPv4 address, or 64 bits of IPv6."""
    try:
        address = ip_address(host)
    except ValueError:
        return host
    if not isinstance(address, IPv6Address):
        return host
    return str(address.ipv4_mapped or address.exploded[:19])


def _address(scope: Scope) -> str:
    """The address that a request came from, as it is counted; empty over a Unix socket."""
    client = scope.get("client")
    return _network(client[0]) if client else ""
