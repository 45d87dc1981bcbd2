"""The JavaScript clients, installed, in a folder of their own to be built in."""

import fcntl
import hashlib
import json
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.access.keys import KEYS
from tests.commands import ROOT, SECONDS, served
from tests.programs import missing, program
from tests.services import Service, service

__all__ = ["service"]

HERE = Path(__file__).parent
INSTALL = [
    *("npm", "install", "--no-package-lock", "--no-audit", "--no-fund", "--loglevel=error"),
    # where there is no network, that is told soon
    *("--fetch-retries=1", "--fetch-retry-mintimeout=1000", "--fetch-timeout=20000"),
]
INSTALL_SECONDS = 300


@dataclass(frozen=True)
class Clients:
    """A copy of this folder's programs with their packages installed."""

    folder: Path
    node: str

    @contextmanager
    def started(self, script: str, *arguments: str) -> "Iterator[subprocess.Popen[str]]":
        """A script of the folder, running there; ended with the context."""
        command = [self.node, script, *arguments]
        pipe = subprocess.PIPE
        with subprocess.Popen(command, cwd=self.folder, stdout=pipe, stderr=pipe, text=True) as process:
            try:
                yield process
            finally:
                process.kill()

    def run(self, script: str, *arguments: str) -> str:
        """What a script prints; fails where it fails."""
        with self.started(script, *arguments) as process:
            printed, told = process.communicate(timeout=SECONDS)
        assert process.returncode == 0, f"{script}: {printed}{told}"
        return printed


@pytest.fixture(scope="session")
def clients(tmp_path_factory: pytest.TempPathFactory) -> Clients:
    """The JavaScript clients, to be built on the published schema."""
    node = program("node", "nodejs")
    program("npm", "npm")
    _install()
    folder = tmp_path_factory.mktemp("clients")
    shutil.copytree(HERE, folder, ignore=shutil.ignore_patterns("node_modules", "*.py", "__*"), dirs_exist_ok=True)
    for contract in ("schema.graphql", "openapi.json"):
        shutil.copy(ROOT / "schema" / contract, folder)
    (folder / "node_modules").symlink_to(HERE / "node_modules")
    return Clients(folder, node)


@pytest.fixture(scope="module")
def keyed(service: Service) -> Iterator[str]:
    """The address of another process on the service's database, one that asks for keys."""
    with served({**service.env, "ONRECORD_API_KEYS": json.dumps(KEYS)}) as address:
        yield address


def _install() -> None:
    """Install what package.json names, unless that is done; one test run at a time."""
    with (HERE / "package.json").open("rb") as wanted:
        fcntl.flock(wanted, fcntl.LOCK_EX)
        installed = HERE / "node_modules" / f".installed-{hashlib.sha256(wanted.read()).hexdigest()}"
        if not installed.exists():
            shutil.rmtree(HERE / "node_modules", ignore_errors=True)
            done = subprocess.run(
                INSTALL, check=False, capture_output=True, text=True, cwd=HERE, timeout=INSTALL_SECONDS
            )
            if done.returncode:
                missing(f"npm can't install tests/clients/package.json: {done.stderr.partition(chr(10))[0]}")
            installed.touch()
