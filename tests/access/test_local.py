"""Without a key, requests of this machine alone write."""

import asyncio
from typing import Any

import httpx
import pytest

from service.access.local import is_loopback, why_not_local
from service.access.origins import Origins
from tests.access.gated import SECONDS, gated

pytestmark = pytest.mark.anyio

FORWARDING = [
    "Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Forwarded-Anything", "X-Real-IP", "Via",
    "CF-Connecting-IP", "CF-Ray", "True-Client-IP", "X-Client-IP", "X-Cluster-Client-IP", "X-Original-URL",
]  # fmt: skip


async def status(client: httpx.AsyncClient, path: str = "/write", headers: Any = None) -> int:
    response = await client.get(path, headers=headers)
    if response.status_code != 200:
        assert response.json()["code"] == "FORBIDDEN"
        assert "ONRECORD_API_KEYS" in response.json()["message"]
        # No key that could be sent would mend it.
        assert "www-authenticate" not in response.headers
    return response.status_code


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.9.1", "::1", "localhost"])
async def test_a_service_on_loopback_takes_writes(host: str) -> None:
    async with gated(host=host) as client:
        assert (await client.get("/write")).json() == {"name": "local", "scopes": ["admin", "read", "write"]}
        assert (await client.get("/admin")).json() == {"name": "local", "scopes": ["admin", "read", "write"]}


@pytest.mark.parametrize("host", [None, "0.0.0.0", "::", "10.0.0.5", "news.example", "localhost.news.example", ""])  # noqa: S104
async def test_a_service_elsewhere_or_that_is_not_told_where_takes_none(host: str | None) -> None:
    async with gated(host=host) as client:
        assert await status(client) == 403
        assert await status(client, "/admin") == 403
        assert await status(client, "/read") == 200


@pytest.mark.parametrize("name", FORWARDING)
async def test_what_was_passed_on_does_not_write(name: str) -> None:
    async with gated(host="127.0.0.1") as client:
        for value in ("127.0.0.1", ""):
            assert await status(client, headers={name: value}) == 403
            assert await status(client, "/read", headers={name: value}) == 200


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        ("127.0.0.1", 200),
        ("127.0.0.1:9999", 200),
        ("LocalHost:8000", 200),
        ("[::1]:8000", 200),
        ("news.example", 403),
        ("127.0.0.1.news.example", 403),
        ("localhost.news.example:8000", 403),
        ("10.0.0.5:8000", 403),
        ("", 403),
    ],
)
async def test_a_name_that_only_resolves_to_loopback_does_not_write(host: str, expected: int) -> None:
    async with gated(host="127.0.0.1") as client:
        assert await status(client, headers={"Host": host}) == expected


@pytest.mark.parametrize(
    ("origin", "expected"),
    [
        ("http://127.0.0.1:8000", 200),
        ("http://localhost:8000", 403),
        ("http://127.0.0.1:5173", 403),
        ("https://news.example", 403),
        ("null", 403),
        ("", 403),
    ],
)
async def test_pages_of_other_origins_do_not_write(origin: str, expected: int) -> None:
    async with gated(host="127.0.0.1") as client:
        assert await status(client, headers={"Host": "127.0.0.1:8000", "Origin": origin}) == expected


async def test_pages_of_origins_that_are_configured_by_name_write() -> None:
    origin = {"Origin": "http://localhost:5173"}
    async with gated(host="127.0.0.1", cors_origins="http://localhost:5173") as client:
        assert await status(client, headers=origin) == 200
        assert await status(client, headers={"Origin": "https://news.example"}) == 403
    async with gated(host="127.0.0.1", cors_origins="*") as client:
        assert await status(client, headers=origin) == 403


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (b"GET /write HTTP/1.1\r\nHost: 127.0.0.1\r\n", 200),
        (b"GET /write HTTP/1.0\r\nHost: 127.0.0.1\r\n", 403),
        (b"GET /write HTTP/1.1\r\nHost: 127.0.0.1\r\nHost: news.example\r\n", 403),
        (b"GET /write HTTP/1.1\r\n", 403),
    ],
)
async def test_heads_that_no_client_of_this_machine_sends_do_not_write(head: bytes, expected: int) -> None:
    async with gated(host="127.0.0.1") as client:
        reader, writer = await asyncio.open_connection("127.0.0.1", client.base_url.port)
        try:
            writer.write(head + b"\r\n")
            async with asyncio.timeout(SECONDS):
                assert int((await reader.readline()).split()[1]) == expected
        finally:
            writer.close()
            await writer.wait_closed()


def test_where_a_request_comes_in_counts_more_than_what_is_told_of_it() -> None:
    scope = {"http_version": "1.1", "headers": [(b"host", b"127.0.0.1:8000")]}
    for server, reason in (
        (("127.0.0.1", 8000), None),
        (("10.0.0.5", 8000), "a request comes in at 10.0.0.5"),
        (("/run/onrecord.sock", None), None),
        (None, None),
    ):
        assert why_not_local({**scope, "server": server}, Origins(())) == reason


@pytest.mark.parametrize(
    ("host", "loopback"),
    [("127.0.0.1", True), ("::1", True), ("0.0.0.0", False), ("127.1", False), ("x", False)],  # noqa: S104
)
async def test_what_is_loopback(host: str, *, loopback: bool) -> None:
    assert is_loopback(host) == loopback
