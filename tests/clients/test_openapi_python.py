"""A client in Python of the OpenAPI document, as openapi-python-client makes it."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.access.keys import ADMIN
from tests.commands import BIN, ROOT, SECONDS
from tests.services import Service

Json = dict[str, Any]

HERE = Path(__file__).parent / "openapi"
PROGRAM = HERE / "program.py"


def run(*command: str | Path, folder: Path) -> str:
    """What a program prints that finds the client in a folder; fails where it fails."""
    done = subprocess.run(
        [str(part) for part in command],
        check=False,
        capture_output=True,
        text=True,
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(folder), "MYPYPATH": str(folder)},
        timeout=SECONDS,
    )
    assert done.returncode == 0, f"{done.stdout}{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the client is, as a package; the generator warns of nothing that it leaves out."""
    made = tmp_path_factory.mktemp("python")
    run(
        *(BIN / "openapi-python-client", "generate", "--path", ROOT / "schema" / "openapi.json"),
        *("--config", HERE / "generator.yaml", "--meta", "none", "--output-path", made / "onrecord_client"),
        "--fail-on-warning",
        folder=made,
    )
    return made


def asked(folder: Path, address: str, *arguments: str) -> Json:
    """What the program prints of the service."""
    answer: Json = json.loads(run(sys.executable, PROGRAM, address, *arguments, folder=folder))
    return answer


def test_client_and_what_uses_it_pass_mypy_strictly(folder: Path) -> None:
    checked = folder / PROGRAM.name
    checked.write_bytes(PROGRAM.read_bytes())
    told = run(BIN / "mypy", "--strict", "--config-file=", "onrecord_client", checked.name, folder=folder)
    assert told.startswith("Success")


def test_articles_are_listed_page_by_page_and_read(folder: Path, service: Service) -> None:
    answer = asked(folder, service.address, "read")
    assert answer["dates"] == ["2019-02-02", "2019-02-01"]
    assert answer["quotes"]
    assert all(text == there for text, there in answer["quotes"])
    assert "Juan Guaido" in answer["speakers"]
    assert "The time of democracy has arrived." in answer["found"]


def test_an_article_is_stored_replaced_and_deleted(folder: Path, keyed: str) -> None:
    answer = asked(folder, keyed, "write", ADMIN)
    assert answer["statuses"] == [201, 200, 200, 204]
    assert answer["revisions"] == [1, 2]
    assert answer["quotes"] == [["I will stay,"], ["I will go,"]]
    assert answer["refused"] == [
        [409, "/problems/article-conflict", []],
        [412, "/problems/precondition-failed", []],
        [422, "/problems/invalid-article", ["/body", "/source/domain"]],
        [404, "/problems/not-found", []],
    ]


def test_a_batch_is_stored_exported_and_deleted(folder: Path, service: Service) -> None:
    answer = asked(folder, service.address, "batch")
    assert answer["results"] == ["CREATED"] * 3 + ["REFUSED"] + ["DELETED"] * 3
    assert answer["exported"] == 3
