"""Decides for each submission whether it is new, the same again, a replacement or a conflict."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple
from uuid import UUID, uuid4

from service.storage.identity import name_id
from service.storage.lines import StoredState
from service.storage.pool import Connection
from service.storage.submission import Accepted, Given, Outcome, Refusal, Result, Rival, Submission, now

_BY_KEYS = """
select k.key, a.id, a.revision, a.stored_at, encode(a.record_digest, 'hex') as digest
from article_keys k join articles a on a.id = k.article_id where k.key = any($1::bytea[])
union all
select null, a.id, a.revision, a.stored_at, encode(a.record_digest, 'hex')
from articles a where a.id = any($2::uuid[])
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
    first_ids = [_first_id(submission) for submission in submissions]
    targets = [submission.target for submission in submissions if submission.target]
    by_key: dict[bytes, StoredArticle] = {}
    by_id: dict[UUID, StoredArticle] = {}
    for key, *row in await connection.fetch(_BY_KEYS, keys, [*first_ids, *targets]):
        article = by_id[row[0]] = StoredArticle(*row)
        if key is not None:
            by_key[key] = article
    found = [{by_key[key] for _, key in submission.keys if key in by_key} for submission in submissions]
    decisions = []
    for submission, first_id, articles in zip(submissions, first_ids, found, strict=True):
        if submission.target is None:
            decisions.append(_decide(submission, first_id, by_id.get(first_id), articles))
        else:
            articles.update(filter(None, [by_id.get(submission.target)]))
            decisions.append(_decide_target(submission, submission.target, articles))
    finders = Counter(article.id for articles in found for article in articles)
    if any(decision.accepted and finders[decision.accepted.id] > 1 for decision in decisions):
        raise OneAfterAnother
    return decisions


def _first_id(submission: Submission) -> UUID:
    """The id that an article has where nothing is stored under its keys."""
    return submission.stored.id if submission.stored else name_id("article", submission.keys[0].key.hex())


def _decide(
    submission: Submission, first_id: UUID, holder: StoredArticle | None, found: set[StoredArticle]
) -> Decision:
    """holder: the article that has the first id."""
    if len(found) > 1:
        ids = " and ".join(sorted(f"article_{article.id}" for article in found))
        reason = f"externalId and url belong to two stored articles, {ids}: send one of the two"
        return _refuse(submission, Refusal.AMBIGUOUS, reason, found)
    if found:
        (article,) = found
        return _replace(submission, article)
    if submission.replaces not in {None, "*"}:
        reason = f"replaces {submission.replaces}, but nothing is stored under this externalId or url"
        return _refuse(submission, Refusal.MISMATCH, reason)
    if submission.stored:
        if holder is None:
            return _restore(submission, submission.stored)
        reason = f"article_{holder.id} is stored under another externalId and url: leave out `stored`"
        return _refuse(submission, Refusal.AMBIGUOUS, reason, [holder])
    # An id may outlive its key: the article that had it has gone on under another url.
    new_id = uuid4() if holder else first_id
    instant = now()
    accepted = Accepted(submission, new_id, 1, instant, instant, submission.digest)
    return Decision(Outcome(Result.CREATED, submission.digest, new_id, revision=1), accepted)


def _decide_target(submission: Submission, target: UUID, found: set[StoredArticle]) -> Decision:
    """found: the target, where it is stored, and what the submission's keys lead to."""
    own = next((article for article in found if article.id == target), None)
    if own is None:
        return _refuse(submission, Refusal.MISSING, f"article_{target} is not stored: send it as a new article")
    if others := found - {own}:
        ids = " and ".join(sorted(f"article_{article.id}" for article in others))
        reason = f"externalId or url belong to another stored article, {ids}: leave out what is not this article's"
        return _refuse(submission, Refusal.AMBIGUOUS, reason, others)
    return _replace(submission, own)


def _replace(submission: Submission, article: StoredArticle) -> Decision:
    if article.digest == submission.digest:
        return Decision(Outcome(Result.UNCHANGED, submission.digest, article.id, revision=article.revision))
    if submission.replaces in {article.digest, "*"}:
        revision = article.revision + 1
        accepted = Accepted(
            submission, article.id, revision, now(), article.stored_at, submission.digest, replaced=True
        )
        return Decision(Outcome(Result.REPLACED, submission.digest, article.id, revision=revision), accepted)
    reason = (
        f"article_{article.id} is stored with another record, digest {article.digest}; this one's is "
        f"{submission.digest}: say that it replaces {article.digest}, or send it under its own externalId or url"
    )
    refusal = Refusal.DIFFERS if submission.replaces is None else Refusal.MISMATCH
    return _refuse(submission, refusal, reason, [article])


def _restore(submission: Submission, stored: StoredState) -> Decision:
    """The article as it was stored before."""
    given = Given(
        stored.actors,
        stored.events,
        stored.utterances,
        stored.retold,
        stored.keys,
        stored.ambiguous_keys,
        stored.shown,
    )
    accepted = Accepted(
        submission,
        stored.id,
        stored.revision,
        stored.modified_at or stored.stored_at,
        stored.stored_at,
        submission.digest,
        given=given,
    )
    return Decision(Outcome(Result.CREATED, submission.digest, stored.id, revision=stored.revision), accepted)


def _refuse(submission: Submission, refusal: Refusal, reason: str, found: Iterable[StoredArticle] = ()) -> Decision:
    rivals = tuple(sorted(Rival(article.id, article.digest) for article in found))
    return Decision(Outcome(Result.REFUSED, submission.digest, reason=reason, refusal=refusal, rivals=rivals))
