"""API keys over HTTP: which are let in to what, and what the others are told."""

import pytest

from service.access.keys import bearer
from tests.access.gated import gated
from tests.access.keys import ADMIN, KEYS, READER, WRITER, bearing

pytestmark = pytest.mark.anyio


@pytest.mark.parametrize(
    ("key", "name", "allowed"),
    [
        (READER, "frontend", {"read"}),
        (WRITER, "newsroom", {"write"}),
        (ADMIN, "desk", {"read", "write", "admin"}),
    ],
)
async def test_a_key_allows_its_scopes_and_no_other(key: str, name: str, allowed: set[str]) -> None:
    async with gated(api_keys=KEYS, host="127.0.0.1") as client:
        for scope in ("read", "write", "admin"):
            response = await client.get(f"/{scope}", headers=bearing(key))
            if scope in allowed:
                assert (response.status_code, response.json()["name"]) == (200, name)
                assert set(response.json()["scopes"]) == allowed
            else:
                assert (response.status_code, response.json()["code"]) == (403, "FORBIDDEN")
                assert f"scope {scope}" in response.json()["message"]
                assert response.headers["www-authenticate"] == (
                    f'Bearer realm="On Record", error="insufficient_scope", scope="{scope}"'
                )


@pytest.mark.parametrize("scope", ["read", "write", "admin"])
async def test_without_a_key_nothing_is_allowed_where_keys_are_configured(scope: str) -> None:
    async with gated(api_keys=KEYS, host="127.0.0.1") as client:
        for headers in ({}, {"Authorization": "Basic dXNlcjpwYXNz"}, {"Authorization": READER}):
            response = await client.get(f"/{scope}", headers=headers)
            assert (response.status_code, response.json()["code"]) == (401, "UNAUTHENTICATED")
            assert f"scope {scope}" in response.json()["message"]
            assert response.headers["www-authenticate"] == 'Bearer realm="On Record"'


@pytest.mark.parametrize("key", ["", "x", READER[:-1], f"{READER}x", READER.upper(), f"{READER} {WRITER}", "ä" * 9000])
@pytest.mark.parametrize("public", ["on", "off"])
async def test_a_wrong_key_is_refused_also_where_reads_are_open(key: str, public: str) -> None:
    async with gated(api_keys=KEYS, public_reads=public) as client:
        header = [(b"Authorization", f"Bearer {key}".strip().encode())]
        response = await client.get("/read", headers=header)
        assert (response.status_code, response.json()["code"]) == (401, "UNAUTHENTICATED")
        assert response.headers["www-authenticate"] == 'Bearer realm="On Record", error="invalid_token"'
        if key:
            assert key not in response.text


async def test_reads_may_be_open_where_keys_are_configured() -> None:
    async with gated(api_keys=KEYS, public_reads="on", host="127.0.0.1") as client:
        anyone = await client.get("/read")
        assert (anyone.status_code, anyone.json()) == (200, {"name": "local", "scopes": ["read"]})
        assert (await client.get("/read", headers=bearing(WRITER))).json()["name"] == "newsroom"
        assert (await client.get("/write")).status_code == 401
        assert (await client.get("/write", headers=bearing(READER))).status_code == 403


async def test_a_key_is_found_among_many() -> None:
    others = [{"name": f"k{i}", "sha256": f"{i:064x}", "scopes": ["read"]} for i in range(200)]
    async with gated(api_keys=[*others, *KEYS]) as client:
        for key, name in ((READER, "frontend"), (ADMIN, "desk")):
            assert (await client.get("/read", headers=bearing(key))).json()["name"] == name


async def test_without_keys_a_key_is_no_matter() -> None:
    async with gated() as client:
        response = await client.get("/read", headers=bearing("anything"))
        assert response.json() == {"name": "local", "scopes": ["read"]}


@pytest.mark.parametrize(
    ("authorization", "key"),
    [
        (b"Bearer a", b"a"),
        (b"bearer a", b"a"),
        (b"BEARER  a ", b"a"),
        (b"Bearer", b""),
        (b"Basic a", None),
        (b"", None),
    ],
)
async def test_the_scheme_is_read_in_any_case(authorization: bytes, key: bytes | None) -> None:
    assert bearer(authorization) == key
