"""Natural keys as SHA-256: long unique texts go by a digest, since a btree key ends at 2.7 kB."""

import hashlib
from urllib.parse import urlsplit, urlunsplit


def digest(*parts: str) -> bytes:
    """SHA-256 over the parts, each with its length: no two lists of parts read alike."""
    joined = "".join(f"{len(part)}:{part}" for part in parts)
    return hashlib.sha256(joined.encode()).digest()


def normal_url(url: str) -> str:
    """The URL with what RFC 3986 6.2 calls equivalent made equal: case of scheme and host, default port,
    empty path; the fragment is left out.
    """
    parts = urlsplit(url)
    host = (parts.hostname or "").lower()
    if ":" in host:
        host = f"[{host}]"
    standard = {"http": 80, "https": 443}[parts.scheme.lower()]
    port = f":{parts.port}" if parts.port not in {None, standard} else ""
    return urlunsplit((parts.scheme.lower(), host + port, parts.path or "/", parts.query, ""))


def url_key(url: str) -> bytes:
    """The key of the article at `url`."""
    return digest("url", normal_url(url))
