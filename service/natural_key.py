"""Natural keys as SHA-256: long unique texts go by a digest, since a btree key ends at 2.7 kB."""

import hashlib
from urllib.parse import urlsplit, urlunsplit

_MAPPED_BY_IDNA_2003 = frozenset("ßς\u200c\u200d")


def digest(*parts: str) -> bytes:
    """SHA-256 over the parts, each with its length: no two lists of parts read alike."""
    joined = "".join([f"{len(part)}:{part}" for part in parts])
    return hashlib.sha256(joined.encode()).digest()


def normal_url(url: str) -> str:
    """The URL with what RFC 3986 6.2 calls equivalent made equal: case of scheme and host, a host's name in
    Unicode or in DNS's form, default port, empty path; the fragment is left out.
    """
    parts = urlsplit(url)
    host = _dns_name(parts.hostname or "")
    if ":" in host:
        host = f"[{host}]"
    user, at, _ = parts.netloc.rpartition("@")
    standard = {"http": 80, "https": 443}[parts.scheme.lower()]
    port = f":{parts.port}" if parts.port not in {None, standard} else ""
    return urlunsplit((parts.scheme.lower(), user + at + host + port, parts.path or "/", parts.query, ""))


def _dns_name(host: str) -> str:
    """A host in the form of DNS, münchen.example as xn--mnchen-3ya.example; what is no name, in lower case."""
    # IDNA 2003, which Python has, would take these letters for others; IDNA 2008 tells them apart.
    if host.isascii() or not _MAPPED_BY_IDNA_2003.isdisjoint(host):
        return host.lower()
    try:
        return host.encode("idna").decode().lower()
    except UnicodeError:
        return host.lower()


def url_key(url: str) -> bytes:
    """The key of the article at `url`."""
    return digest("url", normal_url(url))
