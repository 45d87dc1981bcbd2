"""What the Dockerfile says of itself; what it makes is tested by `make image-test`."""

import json
import os
import re
import subprocess
import tomllib
from pathlib import Path

import pytest

from tests.commands import ROOT
from tests.container.facts import DOCKERFILE, app_paths, instruction, unknown_settings

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def test_both_stages_have_one_base() -> None:
    bases = re.findall(r"^FROM (\S+)", DOCKERFILE, flags=re.MULTILINE)
    assert bases == ["docker.io/library/python:3.13-slim"] * 2


def test_what_is_installed_is_checked_by_hash_or_made_here() -> None:
    commands = re.split(r"&&|\n(?=[A-Z]+ )", DOCKERFILE.replace("\\\n", ""))
    installs = [command for command in commands if re.search(r"\bpip\b.* install ", command)]
    assert len(installs) == 3
    assert [one for one in installs if "--require-hashes" not in one and "--no-deps wheel/*.whl" not in one] == []
    assert [one for one in installs if "--no-cache-dir" not in one] == []


def test_it_runs_as_a_user_that_is_told_by_number() -> None:
    assert re.fullmatch(r"[1-9]\d{4}:[1-9]\d{4}", instruction("USER"))


def test_its_health_is_asked_where_the_app_answers() -> None:
    command = json.loads(instruction("HEALTHCHECK").partition(" CMD ")[2])
    (path,) = re.findall(r"'(/\w+)'", command[-1])
    (port,) = re.findall(r"'127\.0\.0\.1', (\d+)", command[-1])
    assert path in app_paths()
    assert port == instruction("EXPOSE")


def test_its_settings_and_version_are_those_of_the_project() -> None:
    assert unknown_settings(set(re.findall(r"ONRECORD_\w+", DOCKERFILE))) == set()
    assert f"ARG VERSION={PROJECT['version']}" in DOCKERFILE
    assert f'description="{PROJECT["description"]}"' in DOCKERFILE
    assert f'licenses="{PROJECT["license"]}"' in DOCKERFILE


def test_what_it_copies_is_in_its_context() -> None:
    copied = {
        name
        for line in re.findall(r"^COPY (?!--from)(.*) \S+$", DOCKERFILE, flags=re.MULTILINE)
        for name in line.split()
    }
    let_in = re.findall(r"^!(.*)$", (ROOT / ".dockerignore").read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert copied == set(let_in)
    assert all((ROOT / name).exists() for name in copied)


def made(folder: Path, **engines: str) -> subprocess.CompletedProcess[str]:
    """`make image` where these programs are the engines: name -> its script."""
    for name in ("docker", "podman"):
        program = folder / name
        program.write_text(f"#!/bin/sh\n{engines.get(name, 'exit 1')}\n", encoding="utf-8")
        program.chmod(0o755)
    env = os.environ | {"PATH": f"{folder}{os.pathsep}{os.environ['PATH']}"}
    return subprocess.run(
        ["make", "--no-print-directory", "image"], cwd=ROOT, env=env, check=False, capture_output=True, text=True
    )


def test_make_image_says_that_it_needs_an_engine(tmp_path: Path) -> None:
    done = made(tmp_path)
    assert done.returncode != 0
    assert done.stderr.startswith("image: neither docker nor podman has an engine that answers: start one\n")


@pytest.mark.parametrize("engine", ["docker", "podman"])
def test_make_image_builds_by_the_engine_that_answers(tmp_path: Path, engine: str) -> None:
    done = made(tmp_path, **{engine: f'test "$1" = info || echo {engine} $BUILDAH_FORMAT "$@"'})
    assert done.returncode == 0, done.stderr
    line = done.stdout.splitlines()[-1]
    assert line.startswith(f"{engine} docker build --build-arg VERSION={PROJECT['version']} ")
    assert line.endswith(f" --tag onrecord:{PROJECT['version']} --tag onrecord:latest .")
