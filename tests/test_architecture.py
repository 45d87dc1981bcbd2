"""Arrows point one way, and files stay of a size to read."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import service

FOLDER = Path(service.__file__).parent
MAX_LINES = 400

BASE = {
    "errors", "settings", "folding", "natural_key", "vocabulary", "record", "record_checks", "strict_json",
    "search_text", "api_key", "causes", "environment", "tally",
}  # fmt: skip
RECORDS = BASE | {"article", "catalog"}
MAY_IMPORT = {
    "errors": set[str](),
    "api_key": set[str](),
    "causes": set[str](),
    "folding": set[str](),
    "natural_key": set[str](),
    "search_text": {"folding"},
    "vocabulary": set[str](),
    "environment": {"errors"},
    "settings": {"errors", "api_key", "environment"},
    "logs": {"settings", "tally"},
    "stop_signal": set[str](),
    "stopping": {"errors", "stop_signal"},
    "collector": set[str](),
    "tally": set[str](),
    "strict_json": {"errors"},
    "record": {"errors", "vocabulary"},
    "record_checks": {"record", "vocabulary"},
    "article": BASE,
    "adapters": RECORDS,
    "catalog": RECORDS,
    "processing": RECORDS,
    "processor": RECORDS | {"processing"},
    "query": RECORDS,
    "storage": RECORDS,
    "http": RECORDS | {"storage"},
    "access": RECORDS | {"http"},
    "graphql": RECORDS | {"query", "storage", "http", "access"},
    "rest": RECORDS | {"query", "storage", "processor", "http", "access", "graphql"},
    "cli": RECORDS
    | {
        "query",
        "storage",
        "processor",
        "http",
        "access",
        "graphql",
        "rest",
        "operations",
        "app",
        "stop_signal",
        "logs",
    },
    "operations": RECORDS | {"query", "storage", "logs"},
    "app": RECORDS
    | {"query", "storage", "processor", "http", "access", "graphql", "rest", "operations", "stopping", "collector"},
    "__main__": RECORDS | {"storage", "processor", "cli", "app", "collector"},
}
"""Part of the program -> the parts that it may import beside itself."""

SOURCES = sorted(FOLDER.rglob("*.py"))


def part_of(module: str) -> str | None:
    """The part of "service.storage.pool" is "storage"; None for what is not of this program."""
    top, _, rest = module.partition(".")
    return rest.partition(".")[0] if top == "service" and rest else None


def imported(tree: ast.AST, package: list[str]) -> Iterator[str]:
    """The modules that a file of `package` imports, wherever in the file."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            module = ".".join([*base, *([node.module] if node.module else [])])
            yield from (f"{module}.{name.name}" for name in node.names)


def upward(source: str, path: Path) -> list[str]:
    """Imports of a file in service/ that its part may not make."""
    package = ["service", *path.parent.parts]
    part = part_of(".".join([*package, path.stem]))
    assert part is not None
    wrong = []
    for module in imported(ast.parse(source), package):
        other = part_of(module)
        if other is not None and other != part and other not in MAY_IMPORT[part]:
            wrong.append(module)
    return wrong


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(FOLDER)))
def test_imports_point_one_way(path: Path) -> None:
    relative = path.relative_to(FOLDER)
    if relative != Path("__init__.py"):
        assert upward(path.read_text(encoding="utf-8"), relative) == []


@pytest.mark.parametrize(
    ("source", "path", "wrong"),
    [
        ("from service.storage.pool import Pool", "query/plan.py", ["service.storage.pool.Pool"]),
        ("import service.query.plan", "processing/pipeline.py", ["service.query.plan"]),
        ("from service import storage", "processing/pipeline.py", ["service.storage"]),
        ("from ..storage import pool", "query/plan.py", ["service.storage.pool"]),
        ("def late():\n    from service.graphql.schema import sdl", "storage/pool.py", ["service.graphql.schema.sdl"]),
        ("from service.article import Span", "errors.py", ["service.article.Span"]),
        ("from . import article", "errors.py", ["service.article"]),
        ("from service.app import app", "graphql/endpoint.py", ["service.app.app"]),
        ("import json\nfrom service.article import Span\nfrom .plan import Plan", "query/statement.py", []),
    ],
)
def test_what_is_upward(source: str, path: str, wrong: list[str]) -> None:
    assert upward(source, Path(path)) == wrong


def test_arrows_make_no_circle() -> None:
    arrows = {(part, other) for part, others in MAY_IMPORT.items() for other in others - {part}}
    left = set(MAY_IMPORT)
    while left:
        lowest = {part for part in left if not any(other in left for one, other in arrows if one == part)}
        assert lowest, left
        left -= lowest


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(FOLDER)))
def test_files_are_of_a_size_to_read(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MAX_LINES


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(FOLDER)))
def test_every_module_says_what_it_is_in_charge_of(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    if source.strip():
        assert ast.get_docstring(ast.parse(source))
