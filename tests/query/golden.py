"""The golden set: operations beside the statements that they are compiled to and the answers that they get.

`python -m tests.query.golden` writes statements and answers anew, to be read in the diff before they are kept.
"""

import asyncio
import json
import os
import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from service.storage.embedded import embedded_postgres
from service.storage.pool import Pool, open_pool
from service.storage.schema import migrate
from tests.conftest import short_folder
from tests.databases import Server
from tests.query.asking import Asker, recorded
from tests.query.fixture import fill

FOLDER = Path(__file__).parents[1] / "golden" / "query"


@dataclass(frozen=True)
class Case:
    """One operation of the set."""

    folder: Path

    @property
    def name(self) -> str:
        return self.folder.name

    @property
    def operation(self) -> str:
        return (self.folder / "operation.graphql").read_text(encoding="utf-8")

    @property
    def variables(self) -> dict[str, Any]:
        path = self.folder / "variables.json"
        return dict(json.loads(path.read_text(encoding="utf-8"))) if path.exists() else {}

    @property
    def statement_path(self) -> Path:
        return self.folder / "statement.sql"

    @property
    def result_path(self) -> Path:
        return self.folder / "result.json"


def cases() -> list[Case]:
    """The cases, by name."""
    return [Case(folder) for folder in sorted(FOLDER.iterdir())]


async def run(pool: Pool, case: Case) -> tuple[str, str]:
    """The statement and the answer of a case, as its files hold them; fails where not exactly one statement ran."""
    async with recorded(pool) as statements:
        data = await Asker(pool).data(case.operation, case.variables)
    assert len(statements) == 1, (case.name, statements)
    (statement,) = statements
    return f"{layout(statement)}\n", f"{json.dumps(data, indent=2, ensure_ascii=False)}\n"


_WORD = re.compile(r"""'(?:[^']|'')*'|"[^"]*"|[()]|\s+|[^\s()'"]+""")
_BREAKS = {"from", "where", "order", "limit", "having", "join", "and"}


def layout(statement: str) -> str:
    """The statement with a line for each part of each select: nothing but white space is changed."""
    words = _WORD.findall(statement)
    lines = [""]
    selects = [True]  # for each parenthesis that is open, and the statement, whether it holds a select

    def begin_line() -> None:
        lines.append("  " * (sum(selects) - 1))

    for word, following in zip(words, [*words[1:], ""], strict=True):
        if word == ")" and selects.pop():
            begin_line()
        if word.isspace() and selects[-1] and (following in _BREAKS or lines[-1].endswith(",")):
            begin_line()
        else:
            lines[-1] += word
        if word == "(":
            selects.append(following == "select")
            if selects[-1]:
                begin_line()
    return "\n".join(lines)


async def _write(url: str) -> None:
    await migrate(url)
    async with open_pool(url, 2) as pool:
        await fill(pool)
    async with open_pool(url, 1) as pool:
        for case in cases():
            statement, result = await run(pool, case)
            case.statement_path.write_text(statement, encoding="utf-8")
            case.result_path.write_text(result, encoding="utf-8")


def main() -> None:
    """Write the set anew."""
    if os.environ.get("CI"):
        raise SystemExit("the golden set is written by hand, never in CI")
    with short_folder() as folder, embedded_postgres(folder) as url, Server(url).database() as database:
        asyncio.run(_write(database))
    sys.stdout.write(f"{len(cases())} cases are written: read `git diff {FOLDER}` before you keep them\n")


if __name__ == "__main__":
    main()
