"""What rows take of a record alone: it can be made while Postgres is busy with other articles."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from service.article import ProcessedArticle
from service.folding import fold_words
from service.search_text import article_vector, quote_vector
from service.storage.identity import ActorKeys, actor_keys, content_hash
from service.storage.pool import Pool
from service.storage.spans import SpanReader

if TYPE_CHECKING:
    from service.storage.submission import Submission

_STORED = """
select k.key, encode(a.record_digest, 'hex') from article_keys k join articles a on a.id = k.article_id
where k.key = any($1::bytea[])
"""


class PreparedQuote(NamedTuple):
    """A quote's folded words, and its tsvector."""

    folded: list[str]
    words: bytes


class Prepared:
    """What is made of one record. words: its tsvector; quotes and actor_keys: in the order of the record."""

    def __init__(self, article: ProcessedArticle) -> None:
        self.content_hash = content_hash(article.body)
        self.word_count = len(article.body.split())
        self.words = article_vector(article.headline, article.body)
        self.quotes = [PreparedQuote(fold_words(quote.text), quote_vector(quote.text)) for quote in article.quotes]
        self.actor_keys: list[ActorKeys] = [actor_keys(actor) for actor in article.actors]
        self.spans = SpanReader(article.body)
        self.record = kept_record(article)


def kept_record(article: ProcessedArticle) -> str:
    """The record as it is kept beside the body: its digest follows from both."""
    return article.model_dump_json(by_alias=True, exclude={"body"}, exclude_none=True)


async def worth_preparing(pool: Pool, submissions: Sequence["Submission"]) -> list["Submission"]:
    """Those that are likely to be written: another record, or none, is stored under one of their keys."""
    keys = [key for submission in submissions for _, key in submission.keys]
    stored: dict[bytes, str] = dict(await pool.fetch(_STORED, keys)) if keys else {}
    return [
        submission
        for submission in submissions
        if any(stored.get(key) != submission.digest for _, key in submission.keys)
    ]


def prepare(submissions: Sequence["Submission"]) -> None:
    """Make what storing them takes. Pure, and long at work: not for the thread of an event loop."""
    for submission in submissions:
        _ = submission.prepared
