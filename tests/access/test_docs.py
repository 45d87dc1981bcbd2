"""What docs/access.md shows is what the service takes."""

import re
import subprocess
from hashlib import sha256

import pytest

from service.settings import Settings, read_settings
from tests.commands import ROOT

ACCESS = (ROOT / "docs" / "access.md").read_text(encoding="utf-8")


def block(language: str) -> str:
    """The one block in this language."""
    (found,) = re.findall(rf"^```{language}\n(.*?)^```$", ACCESS, flags=re.MULTILINE | re.DOTALL)
    return str(found)


def test_the_keys_that_are_shown_are_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONRECORD_API_KEYS", block("json"))
    assert [key.name for key in read_settings().api_keys or ()] == ["newsroom", "website"]


def test_the_hash_that_is_shown_is_that_of_the_key() -> None:
    printed = subprocess.check_output(["sh", "-c", f'{block("sh")}printf %s "$key"'], text=True)
    digest, key = re.fullmatch(r"([0-9a-f]{64})  -\n(.{40,})", printed).groups()  # type: ignore[union-attr]
    assert sha256(key.encode()).hexdigest() == digest


def test_the_settings_that_are_named_are_settings() -> None:
    named = {name.lower() for name in re.findall(r"ONRECORD_([A-Z_]+)", ACCESS)}
    assert named <= Settings.model_fields.keys()
    assert named >= {"host", "api_keys", "public_reads", "rate_limit", "cors_origins"}
