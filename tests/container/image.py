"""`make image-test`: the Dockerfile built without an engine and run as by one, in minutes, apart from `make test`.

The base is a stand-in (tests/container/standin.py), so sizes are told of what comes over it.
"""

import hashlib
import json
import os
import re
import shutil
import signal
import stat
import tempfile
import time
import tomllib
from collections.abc import Callable, Iterator
from contextlib import suppress
from http import HTTPStatus
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from service.storage.embedded import embedded_postgres
from service.storage.schema import SCHEMA_VERSION
from tests.commands import ROOT, SECONDS, SEEDS
from tests.conftest import short_folder
from tests.container.box import Box
from tests.container.standin import make_base
from tests.container.storage import Storage

BASE = "docker.io/library/python:3.13-slim"
IMAGE = "localhost/onrecord:tested"
MAX_MEGABYTES = 100
GRACE = 10
"""Seconds that an engine gives a container to end where nothing else is told."""
VERSION = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
KEY = "a key for the tests of the image"
KEYS = json.dumps([{"name": "test", "sha256": hashlib.sha256(KEY.encode()).hexdigest(), "scopes": ["read", "write"]}])
HEADERS = {"Authorization": f"Bearer {KEY}", "Content-Type": "application/json"}
UNREACHED = "postgresql://127.0.0.1:1/nothing"


@pytest.fixture(scope="session")
def storage() -> Iterator[Storage]:
    """An empty one, without what it held in the end: that is gigabytes."""
    lacking = [name for name in ("buildah", "debootstrap", "unshare", "nsenter") if not shutil.which(name)]
    assert os.geteuid() == 0, "image-test lays out files of several users: run it as root"
    assert not lacking, f"image-test needs {', '.join(lacking)}: apt-get install buildah debootstrap util-linux"
    with tempfile.TemporaryDirectory(prefix="onrecord-image-") as folder:
        opened = Storage(Path(folder))
        try:
            yield opened
        finally:
            opened.close()


@pytest.fixture(scope="session")
def base(storage: Storage) -> Path:
    """The files of the base."""
    container, root = storage.new()
    make_base(root)
    storage.commit(container, BASE)
    return storage.new(BASE)[1]


@pytest.fixture(scope="session")
def box(storage: Storage, base: Path) -> Iterator[Box]:
    """The image, with a Postgres."""
    assert base.is_dir()
    storage.build(ROOT, IMAGE, VERSION=VERSION, REVISION="0" * 40)
    _, root = storage.new(IMAGE)
    with short_folder() as folder, embedded_postgres(folder) as url:
        (sockets,) = parse_qs(urlsplit(url).query)["host"]
        yield Box(root, storage.config(IMAGE), Path(sockets, ".s.PGSQL.5432"))
    until(lambda: not running_in(root), "what ran in the image has not ended")


@pytest.fixture(scope="session")
def url(box: Box) -> str:
    """A database that the image migrated and filled, as its containers see it."""
    found = box.url("postgres")
    migrated = box.run("migrate", ONRECORD_DATABASE_URL=found)
    assert (migrated.returncode, migrated.stdout) == (0, f"The database's schema is {SCHEMA_VERSION}.\n"), migrated
    lines = "".join(json.dumps({"body": seed.read_text(encoding="utf-8")}) + "\n" for seed in SEEDS)
    ingested = box.run("ingest", "-", ONRECORD_DATABASE_URL=found, stdin=lines)
    assert ingested.stdout == f"{len(SEEDS)} stored, 0 replaced, 0 unchanged, 0 refused\n", ingested
    return found


def running_in(root: Path) -> list[str]:
    """Processes that have an image's files as their root."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):  # it has ended meanwhile, or is the kernel's
            if os.readlink(process / "root").startswith(str(root)):
                found.append(process.name)
    return found


def added(base: Path, root: Path) -> dict[str, os.stat_result]:
    """What an image has over its base, or otherwise: path -> status."""
    found = {}
    for folder, folders, files in os.walk(root):
        for path in (Path(folder, name) for name in folders + files):
            status, before = path.lstat(), base / path.relative_to(root)
            if path.is_dir() and not path.is_symlink():
                if not before.is_dir():
                    found[str(path.relative_to(root))] = status
            elif not os.path.lexists(before) or _content(status) != _content(before.lstat()):
                found[str(path.relative_to(root))] = status
    return found


def _content(status: os.stat_result) -> tuple[int, ...]:
    """What tells that a file was written anew."""
    return status.st_mode, status.st_uid, status.st_size, int(status.st_mtime)


def until(holds: Callable[[], bool], what: str) -> None:
    """Wait for something that comes to hold."""
    deadline = time.monotonic() + SECONDS
    while not holds():
        assert time.monotonic() < deadline, f"{what} in {SECONDS} seconds"
        time.sleep(0.05)


def test_it_says_what_it_is(box: Box) -> None:
    labels = {
        name.rpartition(".")[2]: value for name, value in box.config["Labels"].items() if "opencontainers" in name
    }
    assert (labels["title"], labels["version"], labels["licenses"]) == ("On Record", VERSION, "Apache-2.0")
    assert labels["revision"] == "0" * 40
    assert box.run("--version").stdout == f"onrecord, version {VERSION}\n"
    assert box.config["ExposedPorts"] == {"8000/tcp": {}}
    assert box.config["StopSignal"] == "SIGTERM"


def test_what_it_weighs(base: Path, box: Box, capsys: pytest.CaptureFixture[str]) -> None:
    files = (status for status in added(base, box.root).values() if stat.S_ISREG(status.st_mode))
    megabytes = sum(status.st_size for status in files) / 1e6
    with capsys.disabled():
        print(f"\nThe image has {megabytes:.1f} MB over its base.")  # noqa: T201  what one wants to know
    assert megabytes <= MAX_MEGABYTES


def test_it_has_what_runs_and_nothing_else(base: Path, box: Box) -> None:
    paths = added(base, box.root)
    packages = "opt/onrecord/lib/python3.13/site-packages"
    assert {f"{packages}/service/app.py", f"{packages}/migrations/env.py", "opt/onrecord/bin/onrecord"} <= paths.keys()
    assert [path for path in paths if re.fullmatch(rf"{packages}/service/processing/tokens\.[\w-]+\.so", path)] != []
    assert [path for path in paths if not re.match(r"opt(/onrecord|$)", path)] == []
    assert [
        path for path in paths if re.search(r"/(pip|setuptools|wheel|tests/container|seeds|docs|bench)(/|-|$)", path)
    ] == []
    assert [name for name in ("pip", "gcc", "cc", "ld", "as", "strip", "make") if in_path(box.root, name)] == []
    assert not (box.root / "root/.cache").exists()
    assert not (box.root / "build").exists()


def in_path(root: Path, name: str) -> bool:
    """Whether an image has a program."""
    return any((root / folder / name).exists() for folder in ("opt/onrecord/bin", "usr/local/bin", "usr/bin", "bin"))


def test_nobody_in_it_can_change_what_runs(base: Path, box: Box) -> None:
    others = stat.S_IWGRP | stat.S_IWOTH
    changeable = [
        path
        for path, status in added(base, box.root).items()
        if status.st_uid or (status.st_mode & others and not stat.S_ISLNK(status.st_mode))
    ]
    assert changeable == []


def test_nothing_can_be_installed_into_it(box: Box) -> None:
    with box.running("process", "-", ONRECORD_DATABASE_URL=UNREACHED) as running:
        for python in ("python3", "/usr/bin/python3"):
            assert "No module named pip" in running.execute(python, "-m", "pip").stderr


def test_a_database_is_asked_for(box: Box) -> None:
    done = box.run("serve")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("onrecord: ONRECORD_DATABASE_URL: is required")


def test_it_answers_as_its_user_and_writes_only_temporary_files(box: Box, url: str) -> None:
    with box.running(ONRECORD_DATABASE_URL=url, ONRECORD_API_KEYS=KEYS) as running:
        until(running.healthy, "it is not healthy")
        assert (
            Path(f"/proc/{running.pid}/status").read_text(encoding="utf-8").count("\t10001\t10001\t10001\t10001\n") == 2
        )
        assert running.execute("id", "-G").stdout == "10001\n"
        assert "Read-only file system" in running.execute("touch", "/opt/file").stderr
        query = '{actors(filter: {name: "Francisco Yanez"}) {nodes {quotes(first: 1) {nodes {text}}}}}'
        status, answer = running.asked("/graphql", json.dumps({"query": query}), HEADERS)
        (actor,) = json.loads(answer)["data"]["actors"]["nodes"]
        assert (status, bool(actor["quotes"]["nodes"])) == (HTTPStatus.OK, True)
        # More than waits in memory: the results of a batch spill into a temporary file.
        lines = "".join(json.dumps({"externalId": str(n), "body": "Ana spoke."}) + "\n" for n in range(3_000))
        _, results = running.asked("/v1/articles/batch", lines, HEADERS | {"Content-Type": "application/x-ndjson"})
        assert [json.loads(line)["result"] for line in results.splitlines()] == ["CREATED"] * 3_000


def test_it_takes_no_write_without_a_key_and_serves_no_page(box: Box, url: str) -> None:
    with box.running(ONRECORD_DATABASE_URL=url) as running:
        until(running.healthy, "it is not healthy")
        article = json.dumps({"body": "Ana spoke."})
        assert running.asked("/v1/articles", article, {"Content-Type": "application/json"})[0] == HTTPStatus.FORBIDDEN
        assert running.asked("/graphql/assets/graphiql.js", "", {})[0] == HTTPStatus.NOT_FOUND


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_it_within_the_grace_period(box: Box, url: str, number: int) -> None:
    with box.running(ONRECORD_DATABASE_URL=url) as running:
        until(running.healthy, "it is not healthy")
        os.kill(running.pid, number)
        assert running.process.wait(timeout=GRACE) == 0


def test_it_is_not_healthy_when_it_does_not_answer(box: Box) -> None:
    with box.running("process", "-", ONRECORD_DATABASE_URL=UNREACHED) as running:
        assert not running.healthy()


def test_nothing_is_compiled_at_its_start_also_where_it_traces(box: Box, url: str) -> None:
    program = (
        "import os, sys, service.cli.serving, service.__main__\n"
        "from service.operations.tracing import Tracing; Tracing('postgresql:///onrecord')\n"
        "print([m.__cached__ for m in sys.modules.values() if getattr(m, '__cached__', None) "
        "and m.__file__.endswith('.py') and not os.path.exists(m.__cached__)])"
    )
    with box.running(ONRECORD_DATABASE_URL=url) as running:
        until(running.healthy, "it is not healthy")
        assert running.execute("python3", "-c", program).stdout == "[]\n"
