"""Origins: which pages of browsers may call the service (CORS), and which may open a WebSocket."""

from collections.abc import Sequence

from starlette.middleware.cors import CORSMiddleware
from starlette.types import ASGIApp

METHODS = ("GET", "HEAD", "POST", "PUT", "DELETE")
TAKEN_HEADERS = ("Accept", "Authorization", "Content-Type", "If-Match", "If-None-Match", "Traceparent", "X-Request-ID")
TOLD_HEADERS = ("ETag", "Link", "Location", "Retry-After", "X-Request-ID")


class Origins:
    """The origins that are configured, beside which there is always the service's own."""

    def __init__(self, origins: Sequence[str]) -> None:
        self._origins = frozenset(origin.encode() for origin in origins)

    def has(self, origin: bytes, host: bytes, *, by_name: bool = False) -> bool:
        """Whether pages of an origin may call the service that they know by the header Host.

        by_name: it must be the service's own, or be configured by its name and not by `*`.
        """
        origin = origin.lower()
        if origin.partition(b"://")[2] == host.lower() != b"":
            return True
        return origin in self._origins or (not by_name and b"*" in self._origins)


def with_cors(app: ASGIApp, origins: Sequence[str]) -> ASGIApp:
    """The application, callable from pages of these origins; itself where there are none.

    No credentials are let in: browsers have none for this service, as a key is sent by who knows it.
    """
    if not origins:
        return app
    return CORSMiddleware(
        app,
        allow_origins=origins,
        allow_methods=METHODS,
        allow_headers=TAKEN_HEADERS,
        expose_headers=TOLD_HEADERS,
    )
