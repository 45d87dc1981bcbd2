"""Which media type a response has: content negotiation by Accept (RFC 9110, section 12.5.1)."""

import re
from collections.abc import Sequence
from functools import lru_cache

from service.errors import NotAcceptable

GRAPHQL_RESPONSE = "application/graphql-response+json"
JSON = "application/json"
NDJSON = "application/x-ndjson"
HTML = "text/html"

_QUALITY = re.compile(r"(?i)\s*q\s*=\s*(0(\.[0-9]{0,3})?|1(\.0{0,3})?)\s*")
MAX_ACCEPT = 2_000
"""Characters of an Accept header that are looked at."""


@lru_cache(maxsize=256)
def negotiated(accept: str, offers: tuple[str, ...]) -> str:
    """The one of `offers`, best first, that a client takes best; JSON of those that only a wildcard names.

    Raises NotAcceptable, which names the offers, where it takes none.
    """
    ranges = list(_ranges(accept[:MAX_ACCEPT]))
    if not ranges:
        return JSON
    ranked = []
    for place, offer in enumerate(offers):
        quality, by_name = _rank(offer, ranges)
        ranked.append((quality, by_name, -place if by_name else offer == JSON, offer))
    quality, _, _, best = max(ranked)
    if not quality:
        raise NotAcceptable(f"Accept: must take one of {', '.join(offers)}")
    return best


def _ranges(accept: str) -> Sequence[tuple[str, float]]:
    """(media range, quality) of each part of an Accept header; a quality that is none counts as 1."""
    found = []
    for part in accept.split(","):
        media, *parameters = part.split(";")
        if media.strip():
            qualities = [float(q[1]) for parameter in parameters if (q := _QUALITY.fullmatch(parameter))]
            found.append((media.strip().lower(), qualities[0] if qualities else 1.0))
    return found


def _rank(offer: str, ranges: Sequence[tuple[str, float]]) -> tuple[float, bool]:
    """How well an offer is taken, and whether by its name: the range that is the most exact tells."""
    for media in (offer, f"{offer.partition('/')[0]}/*", "*/*"):
        qualities = [quality for found, quality in ranges if found == media]
        if qualities:
            return max(qualities), media == offer
    return 0.0, False
