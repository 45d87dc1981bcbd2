"""The contracts as they were last published, and what of today's would break those who build on them."""

import json
from collections.abc import Iterator
from pathlib import Path

from graphql import build_schema
from graphql.utilities import DangerousChangeType, find_breaking_changes, find_dangerous_changes

from tests.commands import ROOT
from tests.contract.json_schema_changes import Comparer, Side
from tests.contract.openapi_changes import breaking_changes
from tests.contract.versions import Version, read_version

PUBLISHED = Path(__file__).parent / "published"
TODAY = ROOT / "schema"
VERSION = "VERSION"
"""The file that says as which version the others were published."""
CONTRACTS = ("schema.graphql", "openapi.json", "processed-article.schema.json")


def published_version(folder: Path = PUBLISHED) -> Version:
    """The version as which the contracts in the folder were published."""
    return read_version((folder / VERSION).read_text(encoding="utf-8"))


def breaks(name: str, before: str, after: str) -> list[str]:
    """What of the new text of a contract breaks those who build on the old one, a line each."""
    match name:
        case "schema.graphql":
            return list(_graphql(before, after))
        case "openapi.json":
            return breaking_changes(json.loads(before), json.loads(after))
        case _:
            was, now = json.loads(before), json.loads(after)
            return list(Comparer(was, now, Side.SENDER).changes(was, now, "article"))


def _graphql(before: str, after: str) -> Iterator[str]:
    was, now = build_schema(before), build_schema(after)
    yield from (change.description for change in find_breaking_changes(was, now))
    for change in find_dangerous_changes(was, now):
        # An old document that leaves the argument out gets another answer.
        if change.type is DangerousChangeType.ARG_DEFAULT_VALUE_CHANGE:
            yield change.description


def all_breaks(published: Path = PUBLISHED, today: Path = TODAY) -> list[str]:
    """What of today's contracts breaks the published ones; a published one that is gone does."""
    found = []
    for name in CONTRACTS:
        if not (published / name).exists():
            continue
        if not (today / name).exists():
            found.append(f"{name}: is gone")
            continue
        before, after = ((folder / name).read_text(encoding="utf-8") for folder in (published, today))
        found += [f"{name}: {line}" for line in breaks(name, before, after)]
    return found
