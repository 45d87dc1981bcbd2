"""API keys and origins as settings have them, and what is said of wrong ones."""

import json
from hashlib import sha256
from typing import Any

import pytest

from service.errors import BadInput
from service.settings import read_settings

HASH = sha256(b"s3cret").hexdigest()
KEY: dict[str, Any] = {"name": "newsroom", "sha256": HASH, "scopes": ["read", "write"]}


@pytest.fixture(autouse=True)
def _no_others(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("API_KEYS", "CORS_ORIGINS"):
        monkeypatch.delenv(f"ONRECORD_{name}", raising=False)


def test_keys_are_a_json_list(monkeypatch: pytest.MonkeyPatch) -> None:
    other = {"name": "x" * 100, "sha256": "AB" * 32, "scopes": ["admin"]}
    monkeypatch.setenv("ONRECORD_API_KEYS", json.dumps([KEY, other]))
    first, second = read_settings().api_keys or ()
    assert (first.name, first.sha256, first.scopes) == ("newsroom", HASH, frozenset({"read", "write"}))
    assert (second.name, second.sha256, second.scopes) == ("x" * 100, "ab" * 32, frozenset({"admin"}))


@pytest.mark.parametrize(
    ("keys", "message"),
    [
        ("", ": must be JSON, "),
        ("s3cret", ": must be JSON, "),
        ("{}", ": "),
        ("[]", ": must hold a key"),
        ("null", ": "),
        ("[1]", "[0]: "),
        ([{**KEY, "name": ""}], "[0].name: must be 1 to 100 of "),
        ([{**KEY, "name": "x" * 101}], "[0].name: must be 1 to 100 of "),
        ([{**KEY, "name": "a b"}], "[0].name: must be 1 to 100 of "),
        ([{**KEY, "name": "newsroom\n"}], "[0].name: must be 1 to 100 of "),
        ([{**KEY, "name": "local"}], "[0].name: must not be local"),
        ([{**KEY, "sha256": "s3cret"}], "[0].sha256: must be the SHA-256 of the key, 64 "),
        ([{**KEY, "sha256": HASH + "\n"}], "[0].sha256: must be the SHA-256 of the key, 64 "),
        ([{**KEY, "sha256": sha256(b"").hexdigest()}], "[0].sha256: is the SHA-256 of nothing"),
        ([{**KEY, "scopes": []}], "[0].scopes: "),
        ([{**KEY, "scopes": ["read", "all"]}], "[0].scopes[1]: "),
        ([{**KEY, "key": "s3cret"}], "[0].key: "),
        ([{"name": "newsroom", "scopes": ["read"]}], "[0].sha256: Field required"),
        ([KEY, {**KEY, "name": "other"}], ": other has the sha256 of another key"),
        ([KEY, {**KEY, "sha256": "ab" * 32}], ": newsroom is the name of two keys"),
    ],
)
def test_what_is_wrong_with_keys_is_told_without_what_may_be_a_key(
    monkeypatch: pytest.MonkeyPatch, keys: Any, message: str
) -> None:
    monkeypatch.setenv("ONRECORD_API_KEYS", keys if isinstance(keys, str) else json.dumps(keys))
    with pytest.raises(BadInput) as caught:
        read_settings()
    assert str(caught.value).startswith(f"ONRECORD_API_KEYS{message}")
    assert "s3cret" not in str(caught.value)


@pytest.mark.parametrize(
    ("value", "origins"),
    [
        ("", ()),
        ("*", ("*",)),
        ("https://News.example, http://localhost:5173,", ("https://news.example", "http://localhost:5173")),
        ('["https://news.example", "http://[::1]:80"]', ("https://news.example", "http://[::1]:80")),
    ],
)
def test_origins_are_a_list(monkeypatch: pytest.MonkeyPatch, value: str, origins: tuple[str, ...]) -> None:
    monkeypatch.setenv("ONRECORD_CORS_ORIGINS", value)
    assert read_settings().cors_origins == origins


@pytest.mark.parametrize(
    "value", ["news.example", "https://news.example/", "https://*.example", "null", "[", '["*", 1]']
)
def test_what_is_no_origin_is_told(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("ONRECORD_CORS_ORIGINS", value)
    with pytest.raises(BadInput, match=r"^ONRECORD_CORS_ORIGINS(\[[01]\])?: "):
        read_settings()
