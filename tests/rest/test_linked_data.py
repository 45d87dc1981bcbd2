"""An article in JSON-LD, as schema.org words it."""

from typing import Any

import httpx
import pytest

from tests.rest.asking import first_id, got, problem

LD = "application/ld+json"
PERSON_OR_ORGANIZATION = {"Person", "Organization"}


def linked(client: httpx.Client, external_id: str | None = None, **parameters: str) -> dict[str, Any]:
    if external_id:
        parameters["externalIds"] = external_id
    response = client.get(f"/v1/articles/{first_id(client, 'articles', **parameters)}", headers={"Accept": LD})
    assert (response.status_code, response.headers["content-type"]) == (200, LD)
    return dict(response.json())


def test_an_article_is_a_news_article_with_its_quotations(client: httpx.Client) -> None:
    told = linked(client, "r-1")
    article = got(client, told["@id"])
    assert told["@context"] == "https://schema.org"
    assert told["@type"] == "NewsArticle"
    assert told["@id"] == f"/v1/articles/{told['identifier']}"
    assert (told["url"], told["headline"]) == ("https://www.reuters.com/rally", "Thousands rally 😀 in “Caracas”")
    assert told["articleBody"] == article["body"]
    assert (told["inLanguage"], told["datePublished"]) == ("en", article["datePublished"])
    assert told["publisher"] == {
        "@type": "NewsMediaOrganization",
        "identifier": article["source"]["id"],
        "name": "Reuters",
        "url": "https://reuters.com",
    }
    quotes = article["quotes"]["nodes"]
    assert [part["text"] for part in told["hasPart"]] == [quote["text"] for quote in quotes]
    for part, quote in zip(told["hasPart"], quotes, strict=True):
        assert part["@type"] == "Quotation"
        assert part["isPartOf"] == {"@id": told["@id"]}
        assert got(client, part["@id"])["text"] == part["text"]
        assert part["spokenByCharacter"]["name"] == quote["speaker"]["name"]
        assert part["spokenByCharacter"]["@type"] in PERSON_OR_ORGANIZATION
    guaido = next(actor for actor in told["mentions"] if actor["name"] == "Juan Guaido")
    assert (guaido["@type"], guaido["sameAs"]) == ("Person", got(client, guaido["@id"])["sameAs"])
    assert {event["@type"] for event in told["about"]} == {"Event"}
    assert all(got(client, event["@id"])["name"] == event["name"] for event in told["about"])


def test_what_is_not_known_is_left_out(client: httpx.Client) -> None:
    told = linked(client, languages="und", search="Talks")
    assert not {"url", "headline", "inLanguage", "datePublished", "dateModified", "publisher"} & set(told)
    assert all("spokenByCharacter" not in part for part in told["hasPart"])
    assert "hasPart" not in linked(client, "live")


def test_json_ld_is_of_articles_alone(client: httpx.Client) -> None:
    quote = first_id(client, "quotes")
    problem(client.get(f"/v1/quotes/{quote}", headers={"Accept": LD}), 406, "NOT_ACCEPTABLE")
    problem(client.get("/v1/articles/x", headers={"Accept": LD}), 404, "NOT_FOUND")


@pytest.mark.parametrize(
    ("accept", "media"),
    [
        ("*/*", "application/json"),
        ("application/json, application/ld+json;q=0.9", "application/json"),
        ("application/json;q=0.5, application/ld+json", LD),
        ("application/*, application/ld+json", LD),
    ],
)
def test_a_client_gets_what_it_takes_best(client: httpx.Client, accept: str, media: str) -> None:
    response = client.get(f"/v1/articles/{first_id(client, 'articles')}", headers={"Accept": accept})
    assert response.headers["content-type"] == media
