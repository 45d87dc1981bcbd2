"""Pages of lists: the links of each lead to everything, once."""

import re
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from tests.rest.asking import first_id, got


def pages(client: httpx.Client, url: str, relation: str = "next") -> Iterator[dict[str, Any]]:
    """A page, and those that its links lead to."""
    for _ in range(100):
        response = client.get(url)
        assert response.status_code == 200, response.text
        yield response.json()
        if relation not in response.links:
            return
        url = response.links[relation]["url"]
    raise AssertionError("the pages have no end")


PAGED = [
    "/v1/articles?first=2",
    "/v1/articles?first=2&languages=en&languages=de&orderBy=STORED_ASC",
    "/v1/actors?first=3&orderBy=NAME_ASC",
    "/v1/quotes?first=3&attributed=true",
    "/v1/events?first=2",
    "/v1/sources?first=1",
    "/v1/changes?first=40",
]


@pytest.mark.parametrize("url", PAGED)
def test_the_links_lead_to_everything_once(client: httpx.Client, url: str) -> None:
    found = [node.get("id") or (node["nodeId"], node["at"]) for page in pages(client, url) for node in page["nodes"]]
    whole = client.get(re.sub(r"first=\d+", "first=100", url))
    if "next" not in whole.links:
        assert found == [node.get("id") or (node["nodeId"], node["at"]) for node in whole.json()["nodes"]]
    assert len(set(found)) == len(found) > 3


@pytest.mark.parametrize("url", [url for url in PAGED if "changes" not in url])
def test_the_links_lead_back(client: httpx.Client, url: str) -> None:
    forwards = [node["id"] for page in pages(client, url) for node in page["nodes"]]
    backwards = list(pages(client, url.replace("first=", "last="), "prev"))
    assert [node["id"] for page in reversed(backwards) for node in page["nodes"]] == forwards
    assert len(backwards) > 1


def test_search_has_pages(client: httpx.Client) -> None:
    found = [edge["node"]["id"] for page in pages(client, "/v1/search?query=caracas&first=2") for edge in page["edges"]]
    whole = got(client, "/v1/search", query="caracas", first=100)["edges"]
    assert found == [edge["node"]["id"] for edge in whole]
    assert len(found) > 4
    assert "prev" not in client.get("/v1/search?query=caracas&first=2").links


def test_links_keep_the_other_parameters(client: httpx.Client) -> None:
    response = client.get('/v1/quotes?search="let him"&quoteKinds=DIRECT&quoteKinds=MIXED&first=1&totalCount=true')
    links = {relation: httpx.URL(link["url"]) for relation, link in response.links.items()}
    assert set(links) == {"first", "next"}
    kept = [("search", '"let him"'), ("quoteKinds", "DIRECT"), ("quoteKinds", "MIXED"), ("totalCount", "true")]
    assert links["first"].params.multi_items() == [*kept, ("first", "1")]
    end = response.json()["pageInfo"]["endCursor"]
    assert links["next"].params.multi_items() == [*kept, ("first", "1"), ("after", end)]
    assert links["next"].path == "/v1/quotes"
    back = client.get(str(links["next"]))
    assert httpx.URL(back.links["prev"]["url"]).params.multi_items() == [
        *kept, ("last", "1"), ("before", back.json()["pageInfo"]["startCursor"])
    ]  # fmt: skip


def test_an_article_shows_where_its_quotes_go_on(client: httpx.Client) -> None:
    article = first_id(client, "articles", externalIds="r-1")
    quotes = got(client, f"/v1/articles/{article}")["quotes"]
    page = got(client, f"/v1/articles/{article}/quotes", first=1)
    assert page["nodes"][0]["id"] == quotes["nodes"][0]["id"]
    rest = got(client, f"/v1/articles/{article}/quotes", after=page["pageInfo"]["endCursor"])
    assert [node["id"] for node in rest["nodes"]] == [node["id"] for node in quotes["nodes"][1:]]
    behind = got(client, f"/v1/articles/{article}/quotes", after=quotes["pageInfo"]["endCursor"])
    assert behind["nodes"] == []
