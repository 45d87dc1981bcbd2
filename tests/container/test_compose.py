"""compose.yaml and the secrets that it reads."""

import json
import re
import shutil
import subprocess
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import jsonschema_rs
import pytest
import yaml

from service.settings import Settings
from tests.commands import ROOT
from tests.container.facts import app_paths, instruction, unknown_settings

COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "compose.yaml").read_text(encoding="utf-8"))
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]


def test_it_is_as_compose_takes_it() -> None:
    schema = files("check_jsonschema").joinpath("builtin_schemas/vendor/compose-spec.json").read_text(encoding="utf-8")
    assert [error.message for error in jsonschema_rs.iter_errors(json.loads(schema), COMPOSE)] == []


def test_the_settings_are_those_of_the_service() -> None:
    named = {name for service in SERVICES.values() for name in service["environment"]}
    assert unknown_settings(named) == set()


def test_every_file_that_is_named_is_a_secret_that_the_service_has() -> None:
    for service in SERVICES.values():
        paths = [value for name, value in service["environment"].items() if name.endswith("_FILE")]
        assert sorted(paths) == [f"/run/secrets/{name}" for name in sorted(service["secrets"])]
        assert set(service["secrets"]) <= COMPOSE["secrets"].keys()


def test_nothing_may_more_than_it_has_to() -> None:
    for service in SERVICES.values():
        assert service["read_only"] is True
        assert service["cap_drop"] == ["ALL"]
        assert service["security_opt"] == ["no-new-privileges:true"]
        assert any(folder.partition(":")[0] == "/tmp" for folder in service["tmpfs"])  # noqa: S108
        assert "privileged" not in service
    assert [name for name, service in SERVICES.items() if "ports" in service] == ["onrecord"]


def test_temporary_folders_have_options_that_every_engine_takes() -> None:
    options = [folder.partition(":")[2] for service in SERVICES.values() for folder in service["tmpfs"]]
    named = {option.partition("=")[0] for some in options for option in some.split(",") if option}
    assert named == {"size", "mode"}, "Podman takes no owner of a temporary folder"


def test_health_checks_have_no_blanks_at_which_podman_would_part_them() -> None:
    checks = [service["healthcheck"]["test"] for service in SERVICES.values() if "healthcheck" in service]
    assert len(checks) == 2
    assert [word for check in checks for word in check if re.search(r"\s", word)] == []


def test_a_collector_of_traces_that_is_not_told_is_not_told_to_the_replicas_either() -> None:
    # Without a value: what it is for who starts them. An empty one is an address to some programs.
    assert SERVICES["onrecord"]["environment"]["OTEL_EXPORTER_OTLP_ENDPOINT"] is None


def test_the_replicas_wait_for_the_migration_and_have_a_port_each() -> None:
    service = SERVICES["onrecord"]
    assert service["depends_on"]["migrate"] == {"condition": "service_completed_successfully"}
    assert SERVICES["migrate"]["depends_on"]["postgres"] == {"condition": "service_healthy"}
    assert SERVICES["migrate"]["restart"] == "no"
    (published,) = service["ports"]
    first, last, inside = map(int, re.findall(r"\d{4}", published))
    assert last - first + 1 == service["deploy"]["replicas"] == 2
    assert str(inside) == instruction("EXPOSE")


def test_the_replicas_are_asked_where_the_app_answers() -> None:
    program = SERVICES["onrecord"]["healthcheck"]["test"][-1]
    (path,) = re.findall(r'"(/\w+)"', program)
    compile(program, "health check", "exec")
    assert path in app_paths()


@pytest.fixture
def secrets(tmp_path: Path) -> tuple[Path, str]:
    """The folder of the secrets that the script writes, and the key that it shows."""
    shutil.copy(ROOT / "deploy" / "make_secrets.sh", tmp_path)
    shown = subprocess.check_output(["sh", tmp_path / "make_secrets.sh"], text=True)
    return tmp_path / "secrets", shown.removeprefix("API key: ").strip()


def test_the_secrets_are_what_the_services_take(secrets: tuple[Path, str], monkeypatch: pytest.MonkeyPatch) -> None:
    folder, key = secrets
    told = {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()}
    assert {f"deploy/secrets/{name}" for name in told} == {one["file"] for one in COMPOSE["secrets"].values()}
    monkeypatch.setenv("ONRECORD_API_KEYS", told["api_keys"])
    (first,) = Settings().api_keys or ()
    assert (first.sha256, first.scopes) == (sha256(key.encode()).hexdigest(), frozenset({"admin"}))
    url = urlsplit(told["database_url"])
    assert (url.hostname, url.password) == ("postgres", told["postgres_password"])
    assert (url.username, url.path) == (
        SERVICES["postgres"]["environment"]["POSTGRES_USER"],
        f"/{SERVICES['postgres']['environment']['POSTGRES_DB']}",
    )
    assert all(len(secret) >= 64 for secret in (key, told["postgres_password"]))


def test_the_secrets_are_open_to_the_containers_users_and_their_folder_to_its_owner(secrets: tuple[Path, str]) -> None:
    folder, _ = secrets
    assert folder.stat().st_mode & 0o777 == 0o700
    assert {path.stat().st_mode & 0o777 for path in folder.iterdir()} == {0o644}


def test_the_secrets_are_written_once(secrets: tuple[Path, str]) -> None:
    folder, _ = secrets
    before = {path: path.read_bytes() for path in folder.iterdir()}
    again = subprocess.run(["sh", folder.parent / "make_secrets.sh"], check=False, capture_output=True, text=True)
    assert again.returncode == 1
    assert "is there already" in again.stderr
    assert {path: path.read_bytes() for path in folder.iterdir()} == before
