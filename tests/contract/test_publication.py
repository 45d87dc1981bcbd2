"""What is published doesn't break, save in a major version; what is released is kept as published."""

import json
from pathlib import Path

import pytest

from tests.commands import ROOT
from tests.contract.publication import CONTRACTS, PUBLISHED, TODAY, all_breaks, breaks, published_version
from tests.contract.publish import publish
from tests.contract.versions import Version, may_break, next_version, read_version

CHANGELOG = ROOT / "CHANGELOG.md"


def test_nothing_published_breaks_unless_the_next_version_is_major() -> None:
    breaking = all_breaks()
    following = next_version(CHANGELOG.read_text(encoding="utf-8"))
    assert not breaking or may_break(published_version(), following), "\n".join(
        ["CHANGELOG.md must begin with a greater major version, or this must not break:", *breaking]
    )


def test_every_contract_is_kept_as_it_was_published() -> None:
    assert {path.name for path in TODAY.iterdir()} <= set(CONTRACTS)
    assert {path.name for path in PUBLISHED.iterdir()} == {"VERSION", *(path.name for path in TODAY.iterdir())}


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("  quote(", "  oneQuote(", "Field Query.quote was removed."),
        ("  first: Int! = 20", "  first: Int! = 10", "Actor.aliases(first:) has changed defaultValue from 20 to 10."),
        ("  headline: String\n", "  headline: URL\n", "Field Article.headline changed type from String to URL."),
        ("    id: ID!", "    id: ID!\n    more: ID!", "A required argument Query.node(more:) was added."),
    ],
)
def test_breaking_change_of_graphql_is_told(before: str, after: str, said: str) -> None:
    text = (TODAY / "schema.graphql").read_text(encoding="utf-8")
    assert before in text
    assert said in breaks("schema.graphql", text, text.replace(before, after))


def test_breaking_change_of_the_record_is_told() -> None:
    text = (TODAY / "processed-article.schema.json").read_text(encoding="utf-8")
    changed = json.loads(text)
    changed["required"].append("headline")
    assert breaks("processed-article.schema.json", text, json.dumps(changed)) == ["article.headline: is required now"]


@pytest.mark.parametrize(
    ("changelog", "version"),
    [
        ("# Changelog\n\n## 1.0.0 (unreleased)\n\n## 0.1.0 (2026-01-01)\n", (1, 0, 0)),
        ("## [2.10.3] (Unreleased)\n", (2, 10, 3)),
        ("## [Unreleased]\n\n## 1.0.0 (unreleased)\n", None),
        ("## 1.0.0 (2026-01-01)\n\n## 2.0.0 (unreleased)\n", None),
        ("# Changelog\n", None),
    ],
)
def test_next_version_is_that_of_the_first_heading(changelog: str, version: Version | None) -> None:
    assert next_version(changelog) == version


@pytest.mark.parametrize(
    ("published", "following", "may"),
    [("0.1.0", "1.0.0", True), ("1.9.0", "2.0.0", True), ("0.1.0", "0.2.0", False), ("1.0.0", "1.1.0", False)],
)
def test_major_version_alone_may_break(published: str, following: str, may: bool) -> None:
    assert may_break(read_version(published), read_version(following)) is may
    assert not may_break(read_version(published), None)


def test_release_is_kept_unless_it_breaks_without_being_major(tmp_path: Path) -> None:
    today, published = tmp_path / "schema", tmp_path / "published"
    today.mkdir()
    schema = today / "schema.graphql"
    schema.write_text("type Query { a: Int b: Int }", encoding="utf-8")
    assert publish("0.1.0", today, published) == []
    assert published_version(published) == (0, 1, 0)
    schema.write_text("type Query { a: Int }", encoding="utf-8")
    assert publish("0.2.0", today, published) == ["schema.graphql: Field Query.b was removed."]
    assert published_version(published) == (0, 1, 0)
    assert publish("1.0.0", today, published) == []
    assert (published / "schema.graphql").read_text(encoding="utf-8") == "type Query { a: Int }"
    schema.unlink()
    assert all_breaks(published, today) == ["schema.graphql: is gone"]
