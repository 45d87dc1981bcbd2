"""Lines of a batch: what they may say, and what is wrong with others."""

from typing import Any

import pytest

from service.article import RawArticle
from service.errors import InvalidArticle
from service.storage.lines import ArticleLine, DeleteLine, MergeLine, read_line
from tests.records import Json
from tests.storage.drafts import speech

ID = "00000000-0000-8000-8000-00000000000a"
OTHER = "00000000-0000-8000-8000-00000000000b"
STATE: Json = {
    "id": f"article_{ID}",
    "sender": "one",
    "revision": 2,
    "storedAt": "2019-02-02T17:30:00.123Z",
    "modifiedAt": "2019-02-03T00:00:00Z",
    "actors": {"a0": f"actor_{ID}"},
    "events": {},
    "utterances": [f"utterance_{ID}"],
}
RECORD = speech("https://news.example/a").record()


def problems(value: object) -> list[tuple[str, str]]:
    with pytest.raises(InvalidArticle) as caught:
        read_line(value)
    return [(problem.pointer, problem.message) for problem in caught.value.problems]


def test_an_article_may_say_what_it_replaces_and_how_it_was_stored() -> None:
    assert read_line({"body": "x"}) == ArticleLine(RawArticle(body="x"))
    for replaces in ("*", "ab" * 32):
        assert read_line({"body": "x", "replaces": replaces}) == ArticleLine(RawArticle(body="x"), replaces)
    line = read_line({**RECORD, "stored": STATE})
    assert isinstance(line, ArticleLine)
    assert line.stored
    assert str(line.stored.id) == ID
    assert (line.stored.revision, line.stored.stored_at.microsecond) == (2, 123_000)


def test_deletions_and_merges() -> None:
    deletion = read_line({"delete": f"article_{ID}"})
    assert isinstance(deletion, DeleteLine)
    assert str(deletion.id) == ID
    line = read_line({"merge": {"actor": f"actor_{ID}", "into": f"actor_{OTHER}"}})
    assert isinstance(line, MergeLine)
    assert (str(line.merge.actor), str(line.merge.into)) == (ID, OTHER)


@pytest.mark.parametrize(
    ("value", "pointer", "message"),
    [
        ([], "", "must be a JSON object with at least `body`"),
        ({"body": "x", "replaces": "AB"}, "/replaces", "string should match pattern '^([0-9a-f]{64}|\\*)$'"),
        ({"delete": f"actor_{ID}"}, "/delete", "must be an id that begins with article_"),
        ({"delete": None}, "/delete", "must be an id that begins with article_"),
        (
            {"delete": f"article_{ID}", "body": "x"},
            "/body",
            "is not a field of this record: remove it or mend its name",
        ),
        ({"merge": {"actor": f"actor_{ID}"}}, "/merge/into", "is required"),
        ({"merge": {"actor": f"actor_{ID}", "into": f"actor_{ID}"}}, "/merge", "must name two actors"),
        ({"body": "x", "stored": STATE}, "/stored", "is told of a processed article only: leave it out"),
        ({"body": "", "replaces": "*"}, "/body", "must not be empty"),
    ],
)
def test_what_is_wrong_is_told_with_a_pointer(value: Any, pointer: str, message: str) -> None:
    assert (pointer, message) in problems(value)


@pytest.mark.parametrize(
    ("changes", "pointer", "message"),
    [
        ({"id": ID}, "/stored/id", "must be an id that begins with article_"),
        ({"revision": 0}, "/stored/revision", "input should be greater than or equal to 1"),
        ({"revision": 1}, "/stored", "needs modifiedAt where revision is above 1, and only there"),
        (
            {"storedAt": "2019-02-30T00:00:00Z"},
            "/stored/storedAt",
            "must be an instant in UTC, e.g. 2019-02-02T17:30:00.000Z",
        ),
        (
            {"storedAt": 5},
            "/stored/storedAt",
            "must be an instant in UTC, e.g. 2019-02-02T17:30:00.000Z",
        ),
        ({"actors": {}}, "/stored/actors", "must have the keys of the record's actors, each once"),
        ({"events": {"e": f"event_{ID}"}}, "/stored/events", "must have the keys of the record's events, each once"),
        ({"utterances": []}, "/stored/utterances", "must have an id for each of the record's 1 quotes"),
    ],
)
def test_a_state_must_fit_its_record(changes: Json, pointer: str, message: str) -> None:
    assert (pointer, message) in problems({**RECORD, "stored": {**STATE, **changes}})
