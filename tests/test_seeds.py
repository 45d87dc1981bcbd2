"""The three articles are as they came, and the manifest tells the truth about them."""

import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pytest

from service.article import RawArticle, partial_date_start, read_article

SEEDS = Path(__file__).parents[1] / "seeds"
MANIFEST: list[dict[str, Any]] = json.loads((SEEDS / "manifest.json").read_text(encoding="utf-8"))

seeds = pytest.mark.parametrize("seed", MANIFEST, ids=[entry["file"] for entry in MANIFEST])


def text_of(seed: dict[str, Any]) -> str:
    data: bytes = (SEEDS / seed["file"]).read_bytes()
    return data.decode()


def test_the_manifest_lists_every_file() -> None:
    listed = [entry["file"] for entry in MANIFEST]
    assert listed == sorted(path.name for path in SEEDS.iterdir() if path.suffix == ".txt")
    assert len(listed) == 3


@seeds
def test_entries_have_one_form(seed: dict[str, Any]) -> None:
    assert list(seed) == ["file", "sha256", "outlet", "datePublished", "odd"]
    assert seed["odd"]
    assert seed["outlet"] is None


@seeds
def test_files_are_as_they_came(seed: dict[str, Any]) -> None:
    assert hashlib.sha256((SEEDS / seed["file"]).read_bytes()).hexdigest() == seed["sha256"]


@seeds
def test_the_date_is_what_the_text_carries(seed: dict[str, Any]) -> None:
    found = re.match(r" date (\d{4}-\d\d-\d\d) ", text_of(seed))
    assert (found[1] if found else None) == seed["datePublished"]
    if found:
        assert partial_date_start(found[1]).year == 2019


@seeds
def test_what_is_called_odd_is_there(seed: dict[str, Any]) -> None:
    text = text_of(seed)
    for note in seed["odd"]:
        for words in re.findall(r'"([^"]+)"', note):
            assert words in text


def test_marks_are_as_the_manifest_says() -> None:
    straight, curly, mixed = map(text_of, MANIFEST)
    assert not set(straight) & set("“”‘’")
    assert not set(curly) & set("\"'")
    assert ('"' not in mixed, mixed.count("'"), "“" in mixed) == (True, 1, True)
    assert straight.endswith("\n\n")
    assert len(curly) == 4_985


@seeds
def test_seeds_are_articles(seed: dict[str, Any]) -> None:
    article = read_article({"body": text_of(seed), "datePublished": seed["datePublished"], "language": "en"})
    assert type(article) is RawArticle
    assert article.body.encode() == (SEEDS / seed["file"]).read_bytes()
