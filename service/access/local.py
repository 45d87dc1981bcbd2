"""Requests of this machine: the only ones that write where no key is configured.

A service that listens on loopback is reached from elsewhere by two ways: through a proxy, and by pages of a browser on
this machine, also under a name that resolves to loopback (DNS rebinding).
"""

from ipaddress import ip_address

from starlette.types import Scope

from service.access.origins import Origins

_PASSED_ON = frozenset(
    {
        b"cdn-loop", b"client-ip", b"fastly-client-ip", b"fly-client-ip", b"forwarded", b"forwarded-for",
        b"proxy-client-ip", b"true-client-ip", b"via", b"wl-proxy-client-ip", b"x-appengine-user-ip",
        b"x-azure-clientip", b"x-client-ip", b"x-cluster-client-ip", b"x-envoy-external-address", b"x-host",
        b"x-original-forwarded-for", b"x-original-host", b"x-original-url", b"x-proxyuser-ip", b"x-real-ip",
        b"x-rewrite-url",
    }
)  # fmt: skip
_PASSED_ON_BEGINS = (b"x-forwarded", b"cf-")


def is_loopback(host: str) -> bool:
    """Whether an address, or a name of one, is reached from this machine alone."""
    if host.lower() == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def why_not_local(scope: Scope, origins: Origins) -> str | None:
    """Why a request to a service on loopback may be of someone elsewhere; None where it is of this machine."""
    # What ONRECORD_HOST says is wrong where another server than ours listens.
    if (server := scope.get("server")) and server[1] is not None and not is_loopback(server[0]):
        return f"a request comes in at {server[0]}"
    # nginx asks by HTTP/1.0 unless it is told otherwise, and adds no header then.
    if scope["http_version"] == "1.0":
        return "a request is made by HTTP/1.0, as proxies do"
    hosts = [value for name, value in scope["headers"] if name == b"host"]
    if len(hosts) != 1 or not is_loopback(_name(hosts[0])):
        return "the header Host names another machine than this one"
    for name, value in scope["headers"]:
        if name in _PASSED_ON or name.startswith(_PASSED_ON_BEGINS):
            return f"a request was passed on, as its header {name.decode('latin-1')} tells"
        if name == b"origin" and not origins.has(value, hosts[0], by_name=True):
            return "the header Origin names a page of another origin"
    return None


def _name(host: bytes) -> str:
    """The host in a Host header, without its port."""
    text = host.decode("latin-1")
    if text.startswith("["):
        return text[1:].partition("]")[0]
    return text.partition(":")[0]
