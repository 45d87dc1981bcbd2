"""A client in TypeScript of the OpenAPI document: types by openapi-typescript, requests by openapi-fetch."""

import json
import re
from typing import Any

import httpx
import pytest

from tests.access.keys import ADMIN, READER, bearing
from tests.clients.conftest import Clients
from tests.services import Service

Json = dict[str, Any]

PROBLEMS = [
    (409, "/problems/article-conflict", []),
    (412, "/problems/precondition-failed", []),
    (422, "/problems/invalid-article", ["/body", "/source/domain"]),
    (404, "/problems/not-found", []),
    (400, "/problems/invalid-parameters", ["first"]),
]
"""Status, type and places of the problems that the program runs into on purpose."""


@pytest.fixture(scope="module")
def typescript(clients: Clients) -> Clients:
    """The program in TypeScript, compiled strictly with the types that openapi-typescript makes of the document."""
    clients.run("node_modules/openapi-typescript/bin/cli.js", "openapi.json", "--output", "openapi/service.ts")
    clients.run("node_modules/typescript/bin/tsc", "--project", "openapi")
    return clients


def asked(clients: Clients, address: str, *arguments: str) -> Json:
    """What the program prints of the service."""
    answer: Json = json.loads(clients.run("openapi/program.js", address, *arguments))
    return answer


def test_types_leave_nothing_open_that_the_document_knows(typescript: Clients) -> None:
    types = (typescript.folder / "openapi" / "service.ts").read_text(encoding="utf-8")
    code = re.sub(r"/\*.*?\*/", "", types, flags=re.DOTALL)
    # Headers that are not told are open, and what the document has none of is empty.
    code = re.sub(r"\[name: string\]: unknown;|export type (webhooks|\$defs) = Record<string, never>;", "", code)
    assert not re.findall(r".*(?:\bunknown\b|\bany\b|Record<string, never>).*", code)


def test_articles_are_listed_page_by_page_and_read(typescript: Clients, service: Service) -> None:
    answer = asked(typescript, service.address, "read")
    assert answer["dates"] == ["2019-02-02", "2019-02-01"]
    assert (answer["pages"], answer["linked"], answer["total"]) == (2, 1, 2)
    assert answer["words"]
    assert all(text == there for text, there in answer["words"])
    assert "Juan Guaido" in answer["speakers"]
    assert "CUE" in answer["methods"]


def test_what_search_finds_is_told_apart_by_type(typescript: Clients, service: Service) -> None:
    answer = asked(typescript, service.address, "find")
    assert ["Quote", "The time of democracy has arrived."] in answer["found"]
    assert ["Article", "article"] in answer["found"]
    assert ["Quotation", "The time of democracy has arrived.", "Francisco Yanez"] in answer["quotations"]
    assert answer["exported"] == 38


@pytest.mark.parametrize("key", [None, ADMIN], ids=["without a key", "with a key"])
def test_an_article_is_stored_replaced_and_deleted(
    typescript: Clients, service: Service, keyed: str, key: str | None
) -> None:
    answer = asked(typescript, keyed, "write", key) if key else asked(typescript, service.address, "write")
    assert answer["statuses"] == [201, 200, 200, 200, 204]
    assert answer["location"] is True
    assert answer["revisions"] == [1, 1, 2, 2]
    assert answer["quotes"] == [["I will stay,"], ["I will go,"]]
    assert [text for text, speaker in answer["processed"] if speaker] == ["I will stay,"]
    assert [(told["status"], told["type"], told["at"]) for told in answer["refused"]] == PROBLEMS
    assert answer["help"] == [200, "text/html"]


def test_a_key_is_needed_where_keys_are_configured(typescript: Clients, keyed: str) -> None:
    assert asked(typescript, keyed, "read", READER)["total"] == 2
    assert httpx.get(f"{keyed}/v1/articles", headers=bearing(READER)).status_code == 200
    with pytest.raises(AssertionError, match="UNAUTHENTICATED"):
        asked(typescript, keyed, "read")
    with pytest.raises(AssertionError, match="FORBIDDEN"):
        asked(typescript, keyed, "write", READER)
