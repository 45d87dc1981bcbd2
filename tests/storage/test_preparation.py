"""What is made of a record before it is stored, and for which records."""

from typing import Any

import pytest

from service.article import ProcessedArticle
from service.storage.ingest import ingest
from service.storage.pool import Pool
from service.storage.preparation import Prepared, prepare, worth_preparing
from service.storage.submission import Submission
from tests.records import Draft

pytestmark = pytest.mark.anyio


def sent(body: str, **fields: Any) -> Submission:
    return Submission(Draft(body, **fields).article())


async def test_what_is_stored_as_it_is_takes_no_preparing(pool: Pool) -> None:
    await ingest(pool, [sent("Ana spoke.", url="https://news.example/1", externalId="1")])
    same = sent("Ana spoke.", url="https://news.example/1", externalId="1")
    other = sent("Ana left.", url="https://news.example/1", externalId="1")
    second_key = sent("Ana spoke.", url="https://news.example/2", externalId="1")
    new = sent("Ana spoke.", url="https://news.example/3")
    assert await worth_preparing(pool, [same, other, second_key, new]) == [other, second_key, new]
    assert await worth_preparing(pool, []) == []


async def test_what_is_prepared_is_made_once(pool: Pool, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    make = Prepared.__init__

    def note(prepared: Prepared, article: ProcessedArticle) -> None:
        made.append(article.body)
        make(prepared, article)

    monkeypatch.setattr(Prepared, "__init__", note)
    first, second = sent("Ana spoke.", url="https://news.example/1"), sent("Eva spoke.", url="https://news.example/2")
    prepare([first])
    await ingest(pool, [first, second])
    await ingest(pool, [sent("Ana spoke.", url="https://news.example/1")])
    assert made == ["Ana spoke.", "Eva spoke."]
