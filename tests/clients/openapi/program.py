"""Asks the service by the client that openapi-python-client makes of the OpenAPI document; prints what a test compares.

python program.py URL read|write|batch [KEY]
"""

import io
import json
import sys
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from types import MappingProxyType

from onrecord_client import AuthenticatedClient
from onrecord_client.api.articles import (
    create_article,
    delete_article,
    get_article,
    list_article_quotes,
    list_articles,
    replace_article,
    write_batch,
)
from onrecord_client.api.export import export_articles
from onrecord_client.api.search import search
from onrecord_client.models import (
    Article,
    ArticleOrder,
    ArticlePage,
    FoundQuote,
    Problem,
    ProcessedSource,
    QuoteKind,
    QuotePage,
    RawArticle,
    SearchPage,
)
from onrecord_client.types import UNSET, File, Unset

Told = Mapping[str, object]


def read(client: AuthenticatedClient) -> Told:
    """Articles page by page, the newest one with its quotes, and what search finds."""
    dates: list[str | None] = []
    ids: list[str] = []
    after: str | Unset = UNSET
    while True:
        page = list_articles.sync(
            client=client,
            published_since=datetime(2019, 2, 1, tzinfo=UTC),
            order_by=ArticleOrder.PUBLISHED_DESC,
            first=1,
            after=after,
        )
        assert isinstance(page, ArticlePage), page
        dates += [article.date_published for article in page.nodes]
        ids += [article.id for article in page.nodes]
        if not page.page_info.has_next_page or page.page_info.end_cursor is None:
            break
        after = page.page_info.end_cursor
    article = get_article.sync(ids[0], client=client)
    assert isinstance(article, Article), article
    quotes = list_article_quotes.sync(ids[0], client=client, quote_kinds=[QuoteKind.DIRECT, QuoteKind.MIXED])
    assert isinstance(quotes, QuotePage), quotes
    found = search.sync(client=client, query="democracy")
    assert isinstance(found, SearchPage), found
    return {
        "dates": dates,
        "quotes": [(quote.text, article.body[quote.span.start : quote.span.end]) for quote in quotes.nodes],
        "speakers": [quote.speaker.name if quote.speaker else None for quote in quotes.nodes],
        "found": [edge.node.text for edge in found.edges if isinstance(edge.node, FoundQuote)],
    }


def write(client: AuthenticatedClient) -> Told:
    """An article from its first record to its end, with what is refused on the way."""
    first = RawArticle(body="“I will stay,” Maria Perez said in Lima.", external_id="openapi-python-client")
    second = RawArticle(body="“I will go,” Maria Perez said in Lima.", external_id=first.external_id)
    created = create_article.sync_detailed(client=client, body=first)
    again = create_article.sync_detailed(client=client, body=first)
    article = created.parsed
    assert isinstance(article, Article), article
    conflict = create_article.sync(client=client, body=second)
    assert isinstance(conflict, Problem), conflict
    assert not isinstance(conflict.stored_id, Unset)
    digest = f'"{conflict.stored_digest}"'
    replaced = replace_article.sync_detailed(conflict.stored_id, client=client, body=second, if_match=digest)
    stale = replace_article.sync(article.id, client=client, body=first, if_match=digest)
    source = ProcessedSource(name="Example", domain="no domain")
    wrong = create_article.sync(client=client, body=RawArticle(body="", source=source))
    gone = delete_article.sync_detailed(article.id, client=client)
    missing = get_article.sync(article.id, client=client)
    assert isinstance(replaced.parsed, Article), replaced
    return {
        "statuses": [int(answer.status_code) for answer in (created, again, replaced, gone)],
        "revisions": [article.revision, replaced.parsed.revision],
        "quotes": [[quote.text for quote in shown.quotes.nodes] for shown in (article, replaced.parsed)],
        "refused": [refusal(each) for each in (conflict, stale, wrong, missing)],
    }


def refusal(answer: object) -> tuple[int, str, list[str]]:
    """What went wrong, for programs."""
    assert isinstance(answer, Problem), answer
    places = [error.pointer for error in answer.errors or [] if not isinstance(error.pointer, Unset)]
    return answer.status, answer.type_, places


def batch(client: AuthenticatedClient) -> Told:
    """Lines that are stored, exported and deleted again."""

    def sent(*lines: object) -> list[dict[str, object]]:
        body = File(io.BytesIO("".join(f"{json.dumps(line)}\n" for line in lines).encode()))
        answer = write_batch.sync(client=client, body=body)
        assert isinstance(answer, File), answer
        return [json.loads(line) for line in answer.payload]

    stored = sent(*(RawArticle(body=f"Ana spoke {number} times.").to_dict() for number in range(3)), {"body": ""})
    exported = export_articles.sync(client=client)
    assert isinstance(exported, File), exported
    bodies = [json.loads(line).get("body") for line in exported.payload]
    deleted = sent(*({"delete": line["id"]} for line in stored if "id" in line))
    return {
        "results": [line["result"] for line in (*stored, *deleted)],
        "exported": sum(body in {f"Ana spoke {number} times." for number in range(3)} for body in bodies),
    }


TASKS: Mapping[str, Callable[[AuthenticatedClient], Told]] = MappingProxyType(
    {"read": read, "write": write, "batch": batch}
)

if __name__ == "__main__":
    address, task, *keys = sys.argv[1:]
    # Every function takes a client with a key, though the document says that none may be needed.
    with AuthenticatedClient(base_url=address, token=keys[0] if keys else "none") as opened:
        print(json.dumps(TASKS[task](opened)))  # noqa: T201  what the test reads
