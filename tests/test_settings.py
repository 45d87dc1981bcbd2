"""What the environment decides, and what is said of a wrong value."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from service.errors import BadInput
from service.settings import Settings, read_settings


@pytest.fixture(autouse=True)
def _clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(f"ONRECORD_{name.upper()}", raising=False)


def test_defaults() -> None:
    settings = read_settings()
    assert settings.database_url is None
    assert settings.data_dir == Path(".onrecord")
    assert settings.pool_size == 20


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
    with pytest.raises(BadInput) as caught:
        read_settings()
    assert str(caught.value).startswith(f"ONRECORD_{name}: ")
    assert message in str(caught.value)
    assert str(caught.value).endswith(f"not {value!r}")


def test_all_wrong_values_are_told_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONRECORD_POOL_SIZE", "x")
    monkeypatch.setenv("ONRECORD_MAX_REQUEST_BYTES", "y")
    with pytest.raises(BadInput) as caught:
        read_settings()
    assert "\n" not in str(caught.value)
    assert str(caught.value).count("; ONRECORD_") == 1


def test_every_setting_is_described() -> None:
    assert [name for name, field in Settings.model_fields.items() if not field.description] == []
