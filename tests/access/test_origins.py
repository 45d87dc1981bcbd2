"""Origins: what browsers are told of by CORS, and which pages may open a WebSocket."""

from typing import Any

import httpx
import pytest
from websockets.exceptions import ConnectionClosed

from tests.access.keys import KEYS, READER, bearing
from tests.graphql.serving import SECONDS, Address, serving, socket

pytestmark = pytest.mark.anyio

OURS, OTHER = "https://news.example", "https://evil.example"
QUERY = {"query": "{ __typename }"}


async def request(address: Address, method: str, path: str = "/graphql", **options: Any) -> httpx.Response:
    async with httpx.AsyncClient(timeout=SECONDS, base_url=address.http.removesuffix("/graphql")) as client:
        return await client.request(method, path, **options)


async def preflight(address: Address, origin: str, method: str = "POST", headers: str = "authorization") -> Any:
    asked = {"Access-Control-Request-Method": method, "Access-Control-Request-Headers": headers}
    return await request(address, "OPTIONS", headers={"Origin": origin, **asked})


def told(response: httpx.Response) -> dict[str, str]:
    """What a response tells of CORS."""
    return {name: value for name, value in response.headers.items() if name.startswith("access-control-")}


async def test_by_default_no_page_is_told_anything(shared_database_url: str) -> None:
    async with serving(shared_database_url) as address:
        answer = await request(address, "POST", json=QUERY, headers={"Origin": OURS})
        assert (answer.status_code, told(answer)) == (200, {})
        assert told(await preflight(address, OURS)) == {}


@pytest.mark.parametrize("path", ["/graphql", "/livez", "/nothing"])
async def test_pages_of_an_origin_that_is_configured_may_read(shared_database_url: str, path: str) -> None:
    async with serving(shared_database_url, cors_origins=f"https://a.example, {OURS}") as address:
        answer = await request(address, "POST", path, json=QUERY, headers={"Origin": OURS})
        assert told(answer) == {
            "access-control-allow-origin": OURS,
            "access-control-expose-headers": "ETag, Link, Location, Retry-After, X-Request-ID",
        }
        assert "Origin" in answer.headers["vary"]
        other = await request(address, "POST", path, json=QUERY, headers={"Origin": OTHER})
        assert "access-control-allow-origin" not in told(other)


async def test_what_is_refused_can_be_read_too(shared_database_url: str) -> None:
    async with serving(shared_database_url, cors_origins=OURS, api_keys=KEYS) as address:
        answer = await request(address, "POST", json=QUERY, headers={"Origin": OURS})
        assert (answer.status_code, told(answer)["access-control-allow-origin"]) == (401, OURS)


async def test_preflights_need_no_key(shared_database_url: str) -> None:
    async with serving(shared_database_url, cors_origins=OURS, api_keys=KEYS) as address:
        headers = "authorization,content-type,if-match,if-none-match"
        for method in ("GET", "POST", "PUT", "DELETE"):
            answer = await preflight(address, OURS, method, headers)
            assert (answer.status_code, told(answer)["access-control-allow-origin"]) == (200, OURS)
            assert "access-control-allow-credentials" not in told(answer)
        for wrong in (
            await preflight(address, OTHER),
            await preflight(address, OURS, "PATCH"),
            await preflight(address, OURS, headers="x-other"),
        ):
            assert wrong.status_code == 400
        answer = await request(address, "POST", json=QUERY, headers={"Origin": OURS, **bearing(READER)})
        assert answer.status_code == 200


async def test_every_origin_may_be_let_in(shared_database_url: str) -> None:
    async with serving(shared_database_url, cors_origins="*") as address:
        answer = await request(address, "POST", json=QUERY, headers={"Origin": OTHER})
        assert told(answer)["access-control-allow-origin"] == "*"


# WebSockets, which browsers open to any origin


class Proxied(Address):
    """The service as a proxy asks that ends TLS for news.example and passes Host on."""

    @property
    def ws(self) -> str:
        return "ws://news.example/graphql"


async def opens(address: Address, origin: str | None) -> int | None:
    """The code that the connection is closed with; None where it is taken."""
    async with socket(address, init=False, origin=origin, host="127.0.0.1", port=address.port) as client:
        try:
            await client.send(type="connection_init", payload={"Authorization": f"Bearer {READER}"})
            assert await client.receive() == {"type": "connection_ack"}
        except ConnectionClosed:
            code, reason = await client.closed()
            assert "ONRECORD_CORS_ORIGINS" in (reason or "")
            return code
        return None


@pytest.mark.parametrize("settings", [{}, {"host": "127.0.0.1"}, {"api_keys": KEYS}])
async def test_pages_of_another_origin_open_no_websocket(shared_database_url: str, settings: dict[str, Any]) -> None:
    async with serving(shared_database_url, **settings) as address:
        assert await opens(address, None) is None
        assert await opens(address, f"http://127.0.0.1:{address.port}") is None
        assert await opens(address, f"http://localhost:{address.port}") == 4403
        assert await opens(address, OTHER) == 4403
        assert await opens(address, "null") == 4403
        assert await opens(Proxied(address.port), OURS) is None
        assert await opens(Proxied(address.port), OTHER) == 4403


async def test_pages_of_origins_that_are_configured_open_websockets(shared_database_url: str) -> None:
    async with serving(shared_database_url, cors_origins=OURS) as address:
        assert await opens(address, OURS) is None
        assert await opens(address, OURS.upper()) is None
        assert await opens(address, OTHER) == 4403
    async with serving(shared_database_url, cors_origins="*") as address:
        assert await opens(address, OTHER) is None
