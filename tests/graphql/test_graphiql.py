"""The page that browsers are shown at the endpoint, in Chromium with no other host in its reach."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import httpx
import pytest

from service.graphql.graphiql import EXAMPLE
from tests.commands import served
from tests.graphql.browser import Page, browser
from tests.programs import program
from tests.services import Service

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8"
WORDS = "The military’s withdrawal of support from Mr. Maduro is crucial"
"""Of a quote in the seeds' newest article."""


@pytest.fixture(scope="module")
def client(service: Service) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=service.address, timeout=60) as client:
        yield client


@pytest.fixture
def page(tmp_path: Path) -> Iterator[Page]:
    with browser(program("chromium", "chromium"), tmp_path) as page:
        yield page


def get(client: httpx.Client, accept: str, query: str = "") -> tuple[int, str]:
    """The status and the media type of what GET answers."""
    response = client.get(f"/graphql{query}", headers={"Accept": accept})
    return response.status_code, response.headers["content-type"].partition(";")[0]


def test_browsers_get_the_page(client: httpx.Client) -> None:
    response = client.get("/graphql", headers={"Accept": BROWSER})
    assert (response.status_code, response.headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert "accept" in response.headers["vary"].lower()
    policy = dict(part.split(" ", 1) for part in response.headers["content-security-policy"].split("; "))
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == policy["connect-src"] == "'self'"
    assert "//" not in response.text
    assert client.head("/graphql", headers={"Accept": BROWSER}).headers["content-type"] == "text/html; charset=utf-8"


def test_files_of_the_page_are_kept_by_browsers(client: httpx.Client) -> None:
    page = client.get("/graphql", headers={"Accept": BROWSER}).text
    paths = re.findall(r'(?:src|href)="(graphql/[^"]+)"', page)
    assert len(paths) == 2
    for path in paths:
        response = client.get(f"/{path}")
        assert response.status_code == 200
        assert response.headers["cache-control"] == "public, max-age=31536000, immutable"
        assert response.headers["content-type"].partition(";")[0] in {"text/css", "text/javascript"}
    assert client.get("/graphql/assets/graphiql.js").status_code == 404


@pytest.mark.parametrize("accept", ["*/*", "application/json", "application/json, text/html;q=0.5", "text/html;q=0"])
def test_other_clients_get_json(client: httpx.Client, accept: str) -> None:
    _, media_type = get(client, accept, "?query={__typename}")
    assert media_type in {"application/json", "application/graphql-response+json"}


def test_production_has_no_page(service: Service, client: httpx.Client) -> None:
    page = client.get("/graphql", headers={"Accept": BROWSER}).text
    (script,) = re.findall(r'src="([^"]+)"', page)
    with (
        served(service.env | {"ONRECORD_ENVIRONMENT": "production"}) as address,
        httpx.Client(base_url=address, timeout=60) as production,
    ):
        _, media_type = get(production, BROWSER, "?query={__typename}")
        assert media_type in {"application/json", "application/graphql-response+json"}
        assert production.get(f"/{script}").status_code == 404


def test_the_example_shows_the_seeds(client: httpx.Client) -> None:
    answer = client.post("/graphql", json={"query": EXAMPLE.read_text(encoding="utf-8")}).json()
    (found,) = (
        spoken["speaker"]["name"]
        for article in answer["data"]["articles"]["nodes"]
        for spoken in article["quotes"]["nodes"]
        if WORDS in spoken["text"]
    )
    assert found == "Juan Guaido"


def test_the_example_runs_in_a_browser_without_network(page: Page, service: Service) -> None:
    page.open(f"{service.graphql}")
    page.wait_for("document.querySelector('.graphiql-execute-button')")
    editor = page.evaluate("document.querySelector('.graphiql-query-editor').innerText")
    assert "query NewestArticles" in editor
    assert WORDS not in page.evaluate("document.body.innerText")
    assert len(page.colours(".result-window")) < 10
    page.click(".graphiql-execute-button")
    page.wait_for(f"document.querySelector('.result-window').innerText.includes({json.dumps(WORDS)})")
    assert len(page.colours(".graphiql-query-editor")) > 50
    assert len(page.colours(".result-window")) > 50
    assert {url.partition("/graphql")[0] for url in page.asked} == {service.address}
    assert page.said == []


def test_a_link_shows_what_it_asks_for(page: Page, service: Service) -> None:
    page.open(f"{service.graphql}?query={quote('{ sources { totalCount } }')}")
    page.wait_for("document.querySelector('.graphiql-query-editor')?.innerText.includes('sources')")
    page.click(".graphiql-execute-button")
    page.wait_for("document.querySelector('.result-window').innerText.includes('totalCount')")
    page.click("button[aria-label='Open settings dialog']")
    page.wait_for("document.querySelector('[role=dialog]')")
    assert page.said == []


def test_articles_show_as_they_are_stored(page: Page, service: Service) -> None:
    page.open(f"{service.graphql}?query={quote('subscription Follow { articleStored { node { externalId } } }')}")
    page.wait_for("document.querySelector('.graphiql-query-editor')?.innerText.includes('articleStored')")
    page.click(".graphiql-execute-button")
    shown = "document.querySelector('.result-window').innerText"
    service.store_until(lambda: "browser-" in page.evaluate(shown), "browser")
    assert service.graphql.replace("http", "ws") in page.asked
    assert page.said == []
