"""What the environment decides, and what is said of a wrong value."""

import json
import os
import re
from pathlib import Path

import pytest
from pydantic import ValidationError

from service.errors import BadSettings
from service.settings import Settings, read_settings
from tests.access.keys import KEYS
from tests.commands import ROOT, environment, onrecord


@pytest.fixture(autouse=True)
def _clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in os.environ:
        if name.startswith("ONRECORD_"):
            monkeypatch.delenv(name)


def test_defaults() -> None:
    settings = read_settings()
    assert settings.database_url is None
    assert settings.data_dir == Path(".onrecord")
    assert settings.pool_size == 26


def test_environment_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONRECORD_DATABASE_URL", "postgresql://host/name")
    monkeypatch.setenv("ONRECORD_POOL_SIZE", "9")
    monkeypatch.setenv("ONRECORD_STATEMENT_TIMEOUT", "0.5")
    settings = read_settings()
    assert (settings.database_url, settings.pool_size, settings.statement_timeout) == ("postgresql://host/name", 9, 0.5)


def test_settings_are_frozen() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        read_settings().pool_size = 3


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("POOL_SIZE", "many", "unable to parse string as an integer"),
        ("POOL_SIZE", "8", "greater than or equal to 9"),
        ("POOL_SIZE", "1001", "less than or equal to 1000"),
        ("STATEMENT_TIMEOUT", "0.0004", "greater than or equal to 0.01"),
        ("STATEMENT_TIMEOUT", "1e9", "less than or equal to 86400"),
        ("STATEMENT_TIMEOUT", "inf", "finite number"),
        ("STATEMENT_TIMEOUT", "nan", "finite number"),
        ("MAX_DOCUMENT_BYTES", "0", "greater than 0"),
        ("MAX_COST", "0", "greater than 0"),
        ("MAX_DEPTH", "101", "less than or equal to 100"),
        ("MAX_ALIASES", "-1", "greater than or equal to 0"),
        ("ENVIRONMENT", "test", "should be 'development' or 'production'"),
        ("INTROSPECTION", "true", "should be 'on' or 'off'"),
        ("MAX_REQUEST_BYTES", "2e6", "unable to parse string as an integer"),
        ("RATE_LIMIT", "-1", "greater than or equal to 0"),
        ("PUBLIC_READS", "yes", "should be 'on' or 'off'"),
    ],
)
def test_wrong_value_is_told_with_its_variable(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, message: str
) -> None:
    monkeypatch.setenv(f"ONRECORD_{name}", value)
    with pytest.raises(BadSettings) as caught:
        read_settings()
    assert str(caught.value).startswith(f"ONRECORD_{name}: ")
    assert message in str(caught.value)
    assert str(caught.value).endswith(f"not {value!r}")


def test_all_wrong_values_are_told_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONRECORD_POOL_SIZE", "x")
    monkeypatch.setenv("ONRECORD_MAX_REQUEST_BYTES", "y")
    with pytest.raises(BadSettings) as caught:
        read_settings()
    assert "\n" not in str(caught.value)
    assert str(caught.value).count("; ONRECORD_") == 1


def test_every_setting_is_described() -> None:
    assert [name for name, field in Settings.model_fields.items() if not field.description] == []


def test_a_value_may_stand_in_a_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    values = {
        "DATABASE_URL": "postgresql://host/name\n",
        "API_KEYS": f"{json.dumps(KEYS)}\r\n",
        "POOL_SIZE": "9",
        "CORS_ORIGINS": "https://a.example, https://b.example\n",
    }
    for name, text in values.items():
        (tmp_path / name).write_text(text, newline="")
        monkeypatch.setenv(f"ONRECORD_{name}_FILE", str(tmp_path / name))
    settings = read_settings()
    assert (settings.database_url, settings.pool_size) == ("postgresql://host/name", 9)
    assert settings.cors_origins == ("https://a.example", "https://b.example")
    assert settings.api_keys
    assert [key.name for key in settings.api_keys] == [key["name"] for key in KEYS]


def refusal() -> str:
    """What is said of the environment, in one line."""
    with pytest.raises(BadSettings) as caught:
        read_settings()
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_a_file_that_can_not_be_taken_is_told_with_its_variable(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "empty").write_text("\n")
    (tmp_path / "bytes").write_bytes(b"\xff\xfe")
    (tmp_path / "wrong").write_text("s3cret")
    for name, told in (
        ("missing", f"{tmp_path}/missing: can't be read: no such file or directory"),
        ("", f"{tmp_path}/: can't be read: is a directory"),
        ("empty", f"{tmp_path}/empty: is empty"),
        ("bytes", f"'{tmp_path}/bytes': must be the path of a text in UTF-8"),
    ):
        monkeypatch.setenv("ONRECORD_POOL_SIZE_FILE", f"{tmp_path}/{name}")
        assert refusal() == f"ONRECORD_POOL_SIZE_FILE: {told}"
    monkeypatch.setenv("ONRECORD_POOL_SIZE_FILE", str(tmp_path / "wrong"))
    assert refusal().startswith("ONRECORD_POOL_SIZE: Input should be a valid integer")
    assert "s3cret" not in refusal()


def test_a_value_is_told_once(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "size").write_text("9")
    monkeypatch.setenv("ONRECORD_POOL_SIZE", "9")
    monkeypatch.setenv("ONRECORD_POOL_SIZE_FILE", str(tmp_path / "size"))
    assert refusal() == "ONRECORD_POOL_SIZE_FILE: is given beside ONRECORD_POOL_SIZE: leave one of them out"


@pytest.mark.parametrize(
    ("variable", "told"),
    [
        ("ONRECORD_POOLSIZE", "is no setting; did you mean ONRECORD_POOL_SIZE?"),
        ("ONRECORD_API_KEY", "is no setting; did you mean ONRECORD_API_KEYS?"),
        ("ONRECORD_API_KEY_FILE", "is no setting; did you mean ONRECORD_API_KEYS_FILE?"),
        ("ONRECORD_DB_URL", "is no setting; did you mean ONRECORD_DATABASE_URL?"),
        ("ONRECORD_PORT", "is no setting: leave it out"),
        ("ONRECORD_", "is no setting: leave it out"),
    ],
)
def test_a_variable_that_is_no_setting_is_refused(monkeypatch: pytest.MonkeyPatch, variable: str, told: str) -> None:
    monkeypatch.setenv(variable, "s3cret")
    assert refusal() == f"{variable}: {told}"


def test_what_kubernetes_tells_of_a_service_with_this_name_is_no_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {
        "SERVICE_HOST": "10.0.0.1",
        "SERVICE_PORT": "80",
        "SERVICE_PORT_HTTP": "80",
        "PORT": "tcp://10.0.0.1:80",
        "PORT_80_TCP": "tcp://10.0.0.1:80",
        "PORT_80_TCP_PROTO": "tcp",
        "PORT_80_TCP_ADDR": "10.0.0.1",
        "DB_SERVICE_HOST": "10.0.0.2",
        "DB_PORT": "tcp://10.0.0.2:5432",
    }.items():
        monkeypatch.setenv(f"ONRECORD_{name}", value)
    assert read_settings() == Settings()


@pytest.mark.parametrize("url", ["", "host/name", "mysql://user:s3cret@host/name", "user:s3cret@host"])
def test_an_address_of_another_kind_is_refused_without_being_shown(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    monkeypatch.setenv("ONRECORD_DATABASE_URL", url)
    assert refusal() == "ONRECORD_DATABASE_URL: must be postgresql://user:password@host/name"


def test_every_variable_that_documents_and_deployments_name_is_a_setting() -> None:
    places = [ROOT / "README.md", *(ROOT / "docs").glob("*.md"), ROOT / "compose.yaml", ROOT / "Dockerfile"]
    places += (ROOT / "deploy").glob("*.*")
    known = {f"ONRECORD_{name.upper()}" for name in Settings.model_fields}
    named = {
        variable.removesuffix("_FILE")
        for place in places
        for variable in re.findall(r"ONRECORD_[A-Z_]*[A-Z]", place.read_text(encoding="utf-8"))
    }
    assert named - known == set()
    assert len(named) > 20


@pytest.mark.parametrize("command", [("serve",), ("migrate",), ("process", "-"), ("export", "quotes")])
def test_every_command_ends_at_a_wrong_setting_with_one_line(command: tuple[str, ...]) -> None:
    run = onrecord(*command, env=environment(ONRECORD_POOLSIZE="9"))
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr == "onrecord: ONRECORD_POOLSIZE: is no setting; did you mean ONRECORD_POOL_SIZE?\n"
