"""Decides for each submission whether it is new, the same again, a replacement or a conflict."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple
from uuid import UUID, uuid4

from service.storage.identity import name_id
from service.storage.pool import Connection
from service.storage.submission import Accepted, Outcome, Result, Submission, now

_BY_KEYS = """
select k.key, a.id, a.revision, a.stored_at, encode(a.record_digest, 'hex') as digest
from article_keys k join articles a on a.id = k.article_id where k.key = any($1::bytea[])
union all
select null, a.id, null, null, null from articles a where a.id = any($2::uuid[])
"""


class StoredArticle(NamedTuple):
    """What is stored under a key."""

    id: UUID
    revision: int
    stored_at: datetime
    digest: str


class OneAfterAnother(Exception):
    """Submissions are of one stored article, which they know by different keys: each must meet the former stored."""


@dataclass(frozen=True)
class Decision:
    """The outcome of one submission, and what is to be written, if anything is."""

    outcome: Outcome
    accepted: Accepted | None = None


async def decide(connection: Connection, submissions: Sequence[Submission]) -> list[Decision]:
    """A decision for each submission, in order. No two submissions may share a key.

    Raises OneAfterAnother where the decision on one changes what another finds.
    """
    keys = [key for submission in submissions for _, key in submission.keys]
    first_ids = [name_id("article", submission.keys[0].key.hex()) for submission in submissions]
    stored: dict[bytes, StoredArticle] = {}
    taken: set[UUID] = set()
    for key, *article in await connection.fetch(_BY_KEYS, keys, first_ids):
        taken.add(article[0])
        if key is not None:
            stored[key] = StoredArticle(*article)
    found = [{stored[key] for _, key in submission.keys if key in stored} for submission in submissions]
    decisions = [
        # An id may outlive its key: the article that had it has gone on under another url.
        _decide(submission, uuid4() if first_id in taken else first_id, articles)
        for submission, first_id, articles in zip(submissions, first_ids, found, strict=True)
    ]
    finders = Counter(article.id for articles in found for article in articles)
    if any(decision.accepted and finders[decision.accepted.id] > 1 for decision in decisions):
        raise OneAfterAnother
    return decisions


def _decide(submission: Submission, new_id: UUID, found: set[StoredArticle]) -> Decision:
    if len(found) > 1:
        ids = " and ".join(sorted(f"article_{article.id}" for article in found))
        return _refuse(submission, f"externalId and url belong to two stored articles, {ids}: send one of the two")
    if not found:
        if submission.replaces not in {None, "*"}:
            return _refuse(
                submission,
                f"replaces {submission.replaces}, but nothing is stored under this externalId or url",
            )
        instant = now()
        accepted = Accepted(submission, new_id, 1, instant, instant)
        return Decision(Outcome(Result.CREATED, submission.digest, new_id), accepted)
    (article,) = found
    if article.digest == submission.digest:
        return Decision(Outcome(Result.UNCHANGED, submission.digest, article.id))
    if submission.replaces in {article.digest, "*"}:
        accepted = Accepted(submission, article.id, article.revision + 1, now(), article.stored_at)
        return Decision(Outcome(Result.REPLACED, submission.digest, article.id), accepted)
    return _refuse(
        submission,
        f"article_{article.id} is stored with another record, digest {article.digest}; this one's is "
        f"{submission.digest}: say that it replaces {article.digest}, or send it under its own externalId or url",
    )


def _refuse(submission: Submission, reason: str) -> Decision:
    return Decision(Outcome(Result.REFUSED, submission.digest, reason=reason))
