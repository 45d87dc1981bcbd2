"""Documents that are named by their hash: kept automatically, or trusted alone."""

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from service.errors import BadInput, PersistedQueryNotFound
from service.graphql import persisted
from service.graphql.endpoint import documents_of
from service.graphql.persisted import AutomaticDocuments
from service.graphql.request import GraphQLRequest, PersistedQuery
from service.settings import Settings
from service.storage.pool import Pool
from tests.query.asking import Asker

pytestmark = pytest.mark.anyio

QUERY = "query Sources($n: Int = 1) { sources(first: $n) { nodes { name } } }"
HASH = hashlib.sha256(QUERY.encode()).hexdigest()
OTHER = "{ __typename }"
ANSWER = {"sources": {"nodes": [{"name": "BBC"}]}}


def by_hash(digest: str) -> dict[str, Any]:
    return {"persistedQuery": {"version": 1, "sha256Hash": digest}}


async def test_document_that_was_sent_with_its_hash_is_asked_for_by_it(reads: Pool) -> None:
    asker = Asker(reads)
    missing = await asker.post({"extensions": by_hash(HASH)})
    assert missing.status_code == 200
    assert missing.headers["cache-control"] == "no-store"
    (error,) = missing.json()["errors"]
    assert error == {"message": "PersistedQueryNotFound", "extensions": {"code": "PERSISTED_QUERY_NOT_FOUND"}}
    assert (await asker.post({"query": QUERY, "extensions": by_hash(HASH)})).json() == {"data": ANSWER}
    for named in ({"extensions": by_hash(HASH)}, {"documentId": f"sha256:{HASH}"}, {"documentId": HASH}):
        assert (await asker.post(named)).json() == {"data": ANSWER}
    two = await asker.post({"documentId": HASH, "variables": {"n": 2}, "operationName": "Sources"})
    assert len(two.json()["data"]["sources"]["nodes"]) == 2


async def test_document_is_asked_for_by_its_hash_in_a_query_string(reads: Pool) -> None:
    asker = Asker(reads)
    named = {"extensions": json.dumps(by_hash(HASH)), "variables": "{}"}
    missing = await asker.get(named)
    assert (missing.status_code, missing.headers["cache-control"]) == (200, "no-store")
    assert (await asker.get({"query": QUERY, **named})).json() == {"data": ANSWER}
    found = await asker.get(named)
    assert (found.json(), found.headers["vary"]) == ({"data": ANSWER}, "Accept")
    assert "cache-control" not in found.headers
    assert (await asker.get({"documentId": f"sha256:{HASH}"})).json() == {"data": ANSWER}


async def test_hash_of_another_document_is_refused(reads: Pool) -> None:
    asker = Asker(reads)
    for named, field in (
        ({"extensions": by_hash(HASH)}, "extensions.persistedQuery.sha256Hash"),
        ({"documentId": f"sha256:{HASH}"}, "documentId"),
        ({"documentId": HASH.upper()}, "documentId"),
    ):
        code, message = await asker.refused_post({"query": OTHER, **named})
        assert (code, message) == ("BAD_USER_INPUT", f"{field}: is not the SHA-256 of query, in lower-case hex")
    assert await asker.refused_post({"documentId": HASH}) == ("PERSISTED_QUERY_NOT_FOUND", "PersistedQueryNotFound")


async def test_document_that_is_refused_is_not_kept(reads: Pool) -> None:
    asker = Asker(reads)
    wrong = "{ nothing }"
    digest = hashlib.sha256(wrong.encode()).hexdigest()
    await asker.refused_post({"query": wrong, "documentId": digest})
    assert (await asker.refused_post({"documentId": digest}))[0] == "PERSISTED_QUERY_NOT_FOUND"


@pytest.mark.parametrize(
    ("parameters", "field"),
    [
        ({"extensions": {"persistedQuery": {"version": 2, "sha256Hash": HASH}}}, "extensions.persistedQuery: "),
        ({"extensions": {"persistedQuery": {"version": True, "sha256Hash": HASH}}}, "extensions.persistedQuery: "),
        ({"extensions": {"persistedQuery": {"sha256Hash": HASH}}}, "extensions.persistedQuery: "),
        ({"extensions": {"persistedQuery": HASH}}, "extensions.persistedQuery: "),
        ({"extensions": {"persistedQuery": {"version": 1}}}, "extensions.persistedQuery.sha256Hash: "),
        ({"extensions": {"persistedQuery": {"version": 1, "sha256Hash": 5}}}, "extensions.persistedQuery.sha256Hash: "),
        ({"documentId": 5}, "documentId: "),
        ({"documentId": ""}, "documentId: "),
        ({"extensions": {"cost": 1}}, "query: "),
        ({"query": OTHER, "extensions": {"cost": 1}}, "extensions.cost: "),
    ],
)
async def test_parameter_of_the_wrong_form_is_named(reads: Pool, parameters: dict[str, Any], field: str) -> None:
    code, message = await Asker(reads).refused_post(parameters)
    assert code == "BAD_USER_INPUT"
    assert message.startswith(field)


@pytest.mark.parametrize(("bound", "most"), [("MAX_KEPT", 2), ("MAX_KEPT_TEXT", 5)])
async def test_what_was_used_longest_ago_is_forgotten(monkeypatch: pytest.MonkeyPatch, bound: str, most: int) -> None:
    monkeypatch.setattr(persisted, bound, most)
    documents = AutomaticDocuments()
    asked = [GraphQLRequest(text, PersistedQuery(persisted.sha256(text), "documentId")) for text in ("aa", "bb", "cc")]
    for each in asked:
        documents.keep(each, documents.find(each))
    for each, kept in zip(asked, (False, True, True), strict=True):
        named = GraphQLRequest(None, each.persisted)
        if kept:
            assert documents.find(named) == each.query
        else:
            with pytest.raises(PersistedQueryNotFound):
                documents.find(named)


@pytest.fixture(params=["hashes", "manifest"])
def trusted(request: pytest.FixtureRequest, tmp_path: Path) -> Settings:
    """Settings with a file of one trusted document, as the tools of clients write it."""
    content: dict[str, Any] = {HASH: QUERY, "named": QUERY}
    if request.param == "manifest":
        operations = [{"id": name, "name": "Sources", "type": "query", "body": body} for name, body in content.items()]
        content = {"format": "apollo-persisted-query-manifest", "version": 1, "operations": operations}
    path = tmp_path / "documents.json"
    path.write_text(json.dumps(content), encoding="utf-8")
    return Settings(trusted_documents=path)


async def test_trusted_documents_are_run(reads: Pool, trusted: Settings) -> None:
    asker = Asker(reads, trusted)
    for named in (
        {"documentId": HASH},
        {"documentId": f"sha256:{HASH}"},
        {"documentId": "named"},
        {"extensions": by_hash(HASH)},
        {"query": QUERY},
        {"query": QUERY, "extensions": by_hash(HASH)},
    ):
        assert (await asker.post(named)).json() == {"data": ANSWER}, named


async def test_nothing_but_trusted_documents_is_run(reads: Pool, trusted: Settings) -> None:
    asker = Asker(reads, trusted)
    digest = hashlib.sha256(OTHER.encode()).hexdigest()
    for named in (
        {"query": OTHER},
        {"query": f"{QUERY} "},
        {"query": OTHER, "documentId": HASH},
        {"query": OTHER, "extensions": by_hash(digest)},
        {"documentId": digest},
        {"extensions": by_hash(digest)},
        {"query": "{ __schema { queryType { name } } }"},
    ):
        code, message = await asker.refused_post(named)
        assert code == "PERSISTED_QUERY_NOT_FOUND", named
        assert "trusted documents" in message


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "can't be read: no such file or directory"),
        (b"{", "not JSON: "),
        (b"\xff", "not UTF-8"),
        (b'{"a": "{ __typename }", "a": "{ __typename }"}', "'a' stands twice"),
        (b"[]", "must be a JSON object of documents"),
        (b"{}", "must be a JSON object of documents"),
        (b'{"a": 1}', "document 'a': must be a string"),
        (b'{"a": "{"}', "document 'a': Syntax Error"),
        (b'{"a": "{ nothing }"}', "document 'a': Cannot query field 'nothing' on type 'Query'."),
        (b'{"format": "apollo-persisted-query-manifest"}', "operations: must be a list"),
        (b'{"format": "apollo-persisted-query-manifest", "operations": [{}]}', "document 'None': must be a string"),
    ],
)
def test_wrong_file_of_trusted_documents_is_told(tmp_path: Path, content: bytes | None, message: str) -> None:
    path = tmp_path / "documents.json"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(BadInput) as caught:
        documents_of(Settings(trusted_documents=path))
    assert str(caught.value).startswith(f"ONRECORD_TRUSTED_DOCUMENTS: {path}: ")
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)
