"""What becomes of articles that are sent."""

from uuid import UUID

import pytest

from service.storage.ingest import delete, ingest
from service.storage.pool import Pool
from service.storage.submission import Outcome, Submission
from tests.records import Draft, results, send, store
from tests.storage.consistency import assert_consistent
from tests.storage.drafts import call, speech

pytestmark = pytest.mark.anyio

A, B = "https://news.example/a", "https://news.example/b"


def stored_id(outcome: Outcome) -> UUID:
    assert outcome.id is not None
    return outcome.id


async def test_a_new_article_is_created_and_sent_again_unchanged(pool: Pool) -> None:
    (created,) = await send(pool, speech(A))
    (again,) = await send(pool, speech(A))
    assert results([created, again]) == ["CREATED", "UNCHANGED"]
    assert again.id == created.id
    assert created.digest == again.digest == speech(A).article().digest()
    tables = await assert_consistent(pool)
    assert {name: len(rows) for name, rows in tables.items() if rows} == {
        "articles": 1, "article_keys": 1, "actors": 1, "actor_keys": 1, "aliases": 1, "article_actors": 1,
        "mentions": 1, "utterances": 1, "quotes": 1, "utterance_keys": 1, "attributions": 1,
    }  # fmt: skip


async def test_nothing_sent_is_nothing_done(pool: Pool) -> None:
    assert await ingest(pool, []) == []
    assert await delete(pool, []) == []


async def test_another_record_is_a_conflict_that_names_both_digests(pool: Pool) -> None:
    (first,) = await store(pool, speech(A))
    (other,) = await send(pool, speech(A, headline="Else"))
    assert (other.result, other.id) == ("REFUSED", None)
    assert other.reason == (
        f"article_{first.id} is stored with another record, digest {first.digest}; this one's is {other.digest}: "
        f"say that it replaces {first.digest}, or send it under its own externalId or url"
    )
    (wrong,) = await send(pool, speech(A, headline="Else"), replaces="0" * 64)
    assert wrong.reason == other.reason
    assert await pool.fetchval("select headline from articles") is None
    await assert_consistent(pool)


@pytest.mark.parametrize("by_digest", [True, False])
async def test_a_record_is_replaced_when_the_sender_says_which(pool: Pool, *, by_digest: bool) -> None:
    (first,) = await store(pool, speech(A))
    (second,) = await send(pool, speech(A, headline="Else"), replaces=first.digest if by_digest else "*")
    assert (second.result, second.id) == ("REPLACED", first.id)
    row = await pool.fetchrow("select headline, revision, stored_at, modified_at from articles")
    assert row is not None
    assert (row["headline"], row["revision"]) == ("Else", 2)
    assert row["modified_at"] >= row["stored_at"]
    await assert_consistent(pool)
    assert results(await send(pool, speech(A, headline="Else"), replaces=first.digest)) == ["UNCHANGED"]


async def test_what_is_to_be_replaced_must_be_there(pool: Pool) -> None:
    digest = "ab" * 32
    (outcome,) = await send(pool, speech(A), replaces=digest)
    assert outcome.reason == f"replaces {digest}, but nothing is stored under this externalId or url"
    assert await pool.fetchval("select count(*) from articles") == 0
    assert results(await send(pool, speech(A), replaces="*")) == ["CREATED"]


async def test_doubles_in_a_batch(pool: Pool) -> None:
    outcomes = await send(
        pool, speech(A), speech(B), speech(A), speech(B, headline="Else"), speech("HTTPS://NEWS.example/a#x")
    )
    assert results(outcomes) == ["CREATED", "CREATED", "UNCHANGED", "REFUSED", "REFUSED"]
    assert outcomes[2].id == outcomes[0].id
    assert outcomes[1].digest in (outcomes[3].reason or "")
    await assert_consistent(pool)


async def test_replacements_in_a_batch_go_in_order(pool: Pool) -> None:
    drafts = [speech(A), speech(A, headline="2"), speech(A, headline="3")]
    digests = [draft.article().digest() for draft in drafts]
    submissions = [
        Submission(draft.article(), "local", replaces)
        for draft, replaces in zip(drafts, [None, *digests[:2]], strict=True)
    ]
    assert results(await ingest(pool, submissions)) == ["CREATED", "REPLACED", "REPLACED"]
    assert await pool.fetchval("select (headline, revision)::text from articles") == "(3,3)"
    await assert_consistent(pool)


async def test_two_keys_of_two_articles_are_a_conflict(pool: Pool) -> None:
    one, two = await store(pool, speech(A, externalId="1"), speech(B, externalId="2"))
    outcomes = [
        *await send(pool, speech(A, externalId="2")),
        *await send(pool, speech(A, externalId="2"), replaces="*"),
        *await send(pool, speech(A, externalId="2"), replaces=two.digest),
    ]
    first, second = sorted(f"article_{outcome.id}" for outcome in (one, two))
    reason = f"externalId and url belong to two stored articles, {first} and {second}: send one of the two"
    assert [outcome.reason for outcome in outcomes] == [reason] * 3
    await assert_consistent(pool)


async def test_an_external_id_is_its_senders(pool: Pool) -> None:
    outcomes = [
        *await send(pool, speech(A, externalId="1"), sender="one"),
        *await send(pool, speech(B, externalId="1"), sender="two"),
        *await send(pool, speech(None, externalId="1"), sender="three"),
    ]
    assert results(outcomes) == ["CREATED"] * 3
    (same,) = await send(pool, speech(A, externalId="9"), sender="two", replaces="*")
    assert (same.result, same.id) == ("REPLACED", outcomes[0].id)
    (known_to_one,) = await send(pool, speech(None, externalId="1"), sender="one", replaces="*")
    assert (known_to_one.result, known_to_one.id) == ("REPLACED", outcomes[0].id)
    await assert_consistent(pool)


async def test_a_reprint_is_another_article(pool: Pool) -> None:
    outcomes = await send(pool, speech(A), speech(B), speech(None), speech(None, source={"name": "Example"}))
    assert results(outcomes) == ["CREATED"] * 4
    assert len({outcome.id for outcome in outcomes}) == 4
    tables = await assert_consistent(pool)
    assert len({row["content_hash"] for row in tables["articles"]}) == 1
    assert [row["article_count"] for row in tables["utterances"]] == [4]


async def test_text_alone_is_known_by_source_and_words(pool: Pool) -> None:
    (first,) = await store(pool, speech(None))
    assert results(await send(pool, speech(None))) == ["UNCHANGED"]
    assert results(await send(pool, speech(None, headline="x"))) == ["REFUSED"]
    (again,) = await send(pool, speech(None, headline="x"), replaces="*")
    assert (again.result, again.id) == ("REPLACED", first.id)
    await assert_consistent(pool)


async def test_an_article_that_moved_leaves_its_url_free(pool: Pool) -> None:
    (moved,) = await store(pool, speech(A, externalId="1"))
    await store(pool, speech(B, externalId="1"), replaces="*")
    (new,) = await store(pool, speech(A))
    assert new.id != moved.id
    (back,) = await send(pool, speech(A, externalId="1"), replaces="*")
    assert back.result == "REFUSED"
    await assert_consistent(pool)


async def test_an_id_that_outlived_its_key_is_not_given_twice(pool: Pool) -> None:
    (first,) = await store(pool, speech(A))
    await store(pool, speech(A, externalId="1"), replaces="*")
    await store(pool, speech(B, externalId="1"), replaces="*")
    (second,) = await store(pool, speech(A))
    assert second.id != first.id
    await assert_consistent(pool)


@pytest.mark.parametrize("replaces", [None, "*"])
async def test_one_article_by_two_of_its_keys_in_one_batch(pool: Pool, replaces: str | None) -> None:
    """The first leaves the url free: the second is to find that."""
    (first,) = await store(pool, speech(A, externalId="1"))
    submissions = [
        Submission(speech(B, externalId="1").article(), "local", "*"),
        Submission(Draft("Nothing.", url=A).article(), "local", replaces),
    ]
    outcomes = await ingest(pool, submissions)
    assert results(outcomes) == ["REPLACED", "CREATED"]
    assert outcomes[0].id == first.id
    await assert_consistent(pool)


async def test_deleting_removes_all_that_the_article_alone_said(pool: Pool) -> None:
    source = {"name": "Example", "domain": "news.example"}
    (one,) = await store(pool, speech(A, source=source))
    (two,) = await store(pool, call(B, source=source))
    assert await delete(pool, [stored_id(two), UUID(int=0)]) == [two.id]
    tables = await assert_consistent(pool)
    assert len(tables["sources"]) == 1
    assert not tables["events"]
    assert await delete(pool, [stored_id(one)]) == [one.id]
    assert await delete(pool, [stored_id(one)]) == []
    assert not any((await assert_consistent(pool)).values())
    (again,) = await store(pool, speech(A, source=source))
    assert again.id == one.id


async def test_deleting_all_that_share_leaves_nothing(pool: Pool) -> None:
    outcomes = await store(pool, speech(A), call(B), speech("https://news.example/c"), call("https://news.example/d"))
    assert len(await delete(pool, [stored_id(outcome) for outcome in outcomes])) == 4
    assert not any((await assert_consistent(pool)).values())


async def test_a_retracted_article_stays(pool: Pool) -> None:
    (first,) = await store(pool, speech(A))
    await store(pool, speech(A, status="RETRACTED"), replaces=first.digest)
    tables = await assert_consistent(pool)
    assert [row["status"] for row in tables["articles"]] == ["RETRACTED"]
    assert len(tables["quotes"]) == 1


async def test_article_without_annotations(pool: Pool) -> None:
    await store(pool, Draft("Nothing was said.\r\n\r\n", url=A, datePublished="2019-02"))
    (article,) = (await assert_consistent(pool))["articles"]
    assert article["body"] == "Nothing was said.\r\n\r\n"
    assert article["published"] == "2019-02"
    assert article["word_count"] == 3


async def test_longest_article(pool: Pool) -> None:
    body = "“Let him leave us in peace now!” Juan Guaidó said.\n" * 19_000
    draft = Draft(body, url=A)
    speaker = draft.actor("Juan Guaidó")
    length = body.index("\n") + 1
    for i in range(0, 19_000, 10):
        at = i * length
        draft.actors[0]["mentions"].append({"start": at + 33, "end": at + 44, "form": "NOMINAL"})
        draft.quotes.append(
            {"start": at + 1, "end": at + 31, "text": body[at + 1 : at + 31], "quoteKind": "DIRECT", "speaker": speaker}
        )
    draft.quotes.append({"start": 0, "end": len(body), "text": body, "quoteKind": "MIXED"})
    draft.actors[0]["mentions"] = draft.actors[0]["mentions"][1:]
    await store(pool, draft)
    assert await pool.fetchval("select count(*) from quotes") == 1901
    assert await pool.fetchval(
        "select octet_length(exact) = octet_length(body) from quotes, articles where kind = 'MIXED'"
    )
