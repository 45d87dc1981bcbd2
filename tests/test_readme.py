"""What the README says holds: its examples are run, its tables are compared with the code."""

import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from service.__main__ import main
from service.article import ProcessedArticle, read_article
from service.settings import Settings
from tests.commands import ROOT, SECONDS, SEEDS, environment, onrecord, served

README = (ROOT / "README.md").read_text(encoding="utf-8")
ADDRESS = "http://127.0.0.1:8000"


def blocks(language: str) -> list[str]:
    """The fenced blocks of the README in this language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", README, flags=re.MULTILINE | re.DOTALL)


def examples(block: str) -> Iterator[tuple[str, str]]:
    """(command, what it prints) in a console block: a command goes from `$ ` over lines that are indented."""
    for example in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        found = re.match(r"(.*\n(?: .*\n)*)((?:.*\n)*)", example)
        assert found
        yield found[1], found[2]


def values(text: str) -> list[object]:
    """The JSON values that stand one after another in a text."""
    found: list[object] = []
    at = 0
    while at < len(text.rstrip()):
        value, at = json.JSONDecoder().raw_decode(text, at)
        found.append(value)
        at += len(text[at:]) - len(text[at:].lstrip())
    return found


@pytest.fixture(scope="module")
def seeded_url(shared_database_url: str) -> str:
    """A database as `make run` leaves it."""
    assert onrecord("ingest", *SEEDS, env=environment(shared_database_url)).returncode == 0
    return shared_database_url


def test_the_examples_print_what_the_readme_says(seeded_url: str, tmp_path: Path) -> None:
    env = environment(seeded_url)
    ran = 0
    with served(env) as address:
        for block in blocks("console"):
            for command, printed in examples(block):
                run = subprocess.run(
                    ["bash", "-c", command.replace(ADDRESS, address)],
                    check=False,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.STDOUT,
                    env=env,
                    cwd=tmp_path,
                    timeout=SECONDS,
                )
                shown = run.stdout.decode()
                if printed.startswith("{"):
                    assert values(shown) == values(printed), command
                else:
                    assert shown == printed, command
                ran += 1
    assert ran >= 4


def test_the_record_of_the_readme_is_taken() -> None:
    (record,) = map(json.loads, blocks("json"))
    assert isinstance(read_article(record), ProcessedArticle)


def test_the_commands_of_the_start_are_those_of_the_makefile() -> None:
    block = blocks("sh")[0]
    targets = re.findall(r"^make (\w+)", block, flags=re.MULTILINE)
    assert targets == ["run", "test"]
    for target in targets:
        printed = subprocess.check_output(["make", "--dry-run", target, "PORT=8123"], cwd=ROOT, text=True)
        assert ("--port 8123" in printed) == (target == "run")


def test_every_setting_is_documented() -> None:
    rows = []
    for name, field in Settings.model_fields.items():
        default = "–" if field.default is None else f"`{field.default}`"
        rows.append(f"| `ONRECORD_{name.upper()}` | {default} | {field.description} |")
    assert [line for line in README.splitlines() if line.startswith("| `ONRECORD_")] == rows


def test_every_command_is_documented() -> None:
    assert isinstance(main, click.Group)
    assert set(re.findall(r"^\| `onrecord (\w+)", README, flags=re.MULTILINE)) == main.commands.keys()


def test_what_the_readme_points_at_is_there() -> None:
    layout = README[README.index("## The code") : README.index("## Why these parts")]
    paths = re.findall(r"`([\w./]+)`", layout) + re.findall(r"\]\(([\w./-]+)\)", README)
    assert len(paths) > 10
    assert [path for path in paths if not (ROOT / path).exists()] == []
