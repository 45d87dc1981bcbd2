"""Entity tags: equal as long as an answer is, told of rows' versions; and what is held already is not told again."""

import asyncio
from collections.abc import Callable, Iterator

import httpx
import pytest

from service.graphql.schema import SCHEMA
from service.query.compiler import Compiler
from service.rest.freshness import holds
from service.rest.reads import READS
from service.rest.stored import STORED, current_tag, read
from service.storage.pool import Pool, open_pool
from service.storage.reader import Reader
from tests.commands import SECONDS, environment, served
from tests.query.asking import SharedLane, recorded
from tests.records import Draft, store
from tests.rest.asking import first_id, got
from tests.storage.drafts import speech

LD = "application/ld+json"

URLS = (
    "/v1/articles?totalCount=true",
    "/v1/articles/{article}",
    "/v1/articles/{article}/quotes",
    "/v1/actors",
    "/v1/actors/{actor}",
    "/v1/actors/{actor}/quotes",
    "/v1/quotes?first=3",
    "/v1/quotes/{quote}",
    "/v1/events",
    "/v1/events/{event}",
    "/v1/search?query=guaido",
    "/v1/sources",
    "/v1/changes?last=5",
)


def test_every_read_is_tried() -> None:
    assert len(URLS) == len(READS)


@pytest.fixture(scope="module")
def urls(client: httpx.Client) -> list[str]:
    kinds = {kind: first_id(client, f"{kind}s") for kind in ("article", "actor", "quote", "event")}
    return [url.format(**kinds) for url in URLS]


def test_an_answer_has_a_strong_tag_that_stays(client: httpx.Client, urls: list[str]) -> None:
    tags = []
    for url in urls:
        one, other = client.get(url), client.get(url)
        assert one.headers["etag"] == other.headers["etag"]
        assert one.headers["etag"].startswith('"')
        assert one.headers["cache-control"] == "no-cache"
        assert one.headers["vary"] == "Accept"
        tags.append(one.headers["etag"])
    assert len(set(tags)) == len(urls)


@pytest.mark.parametrize("held", ["{}", "W/{}", '"other", {}', 'W/"a" , W/{} ,"b"', "*"])
def test_what_is_held_is_not_told_again(client: httpx.Client, urls: list[str], held: str) -> None:
    for url in urls:
        whole = client.get(url)
        response = client.get(url, headers={"If-None-Match": held.format(whole.headers["etag"])})
        assert (response.status_code, response.content) == (304, b"")
        for name in ("etag", "cache-control", "vary"):
            assert response.headers[name] == whole.headers[name]
        assert "content-type" not in response.headers


@pytest.mark.parametrize("held", ['"other"', "{bare}", '"other"{}', "", ",", '"', "{},"])
def test_what_is_not_held_is_told(client: httpx.Client, urls: list[str], held: str) -> None:
    for url in urls:
        whole = client.get(url)
        tag = whole.headers["etag"]
        sent = held.format(tag, bare=tag.strip('"'))
        response = client.get(url, headers={"If-None-Match": sent})
        assert response.status_code == (304 if held == "{}," else 200)
        assert response.content == (b"" if held == "{}," else whole.content)


def test_headers_of_one_name_are_read_together(client: httpx.Client, urls: list[str]) -> None:
    tag = client.get(urls[0]).headers["etag"]
    assert client.get(urls[0], headers=[("If-None-Match", '"a"'), ("If-None-Match", tag)]).status_code == 304


def test_a_tag_is_of_its_parameters_and_media_type(client: httpx.Client) -> None:
    article = f"/v1/articles/{first_id(client, 'articles')}"
    tags = [client.get(f"/v1/articles?first={size}").headers["etag"] for size in (1, 2, 3)]
    tags += [client.get(article, headers={"Accept": accept}).headers["etag"] for accept in ("application/json", LD)]
    assert len(set(tags)) == 5
    assert tags[4].endswith('-ld-1"')
    assert client.get(article, headers={"Accept": LD, "If-None-Match": tags[3]}).status_code == 200
    assert client.get(article, headers={"Accept": LD, "If-None-Match": tags[4]}).status_code == 304


@pytest.mark.parametrize("held", ['"a"', "*"])
def test_nothing_is_not_found_whatever_is_held(client: httpx.Client, held: str) -> None:
    for url in ("/v1/articles/x", "/v1/actors/x/quotes"):
        response = client.get(url, headers={"If-None-Match": held})
        assert (response.status_code, "etag" in response.headers) == (404, False)


@pytest.mark.parametrize(
    ("told", "held"),
    [('"a"', True), ('W/"a"', True), ('"b","a"', True), ("*", True), (' "a" ', True), ('"b" "a"', False),
     ("a", False), ('w/"a"', False), ("", False), ('"a', False), ('"b","', False), ('*, "b"', False)],
)  # fmt: skip
def test_tags_are_read_as_rfc_9110_has_them(told: str, held: bool) -> None:
    assert holds(told, '"a"') is held


# What changes a tag


@pytest.fixture
def own(database_url: str) -> Iterator[tuple[httpx.Client, Callable[..., None]]]:
    """A client of a service on a database of the test's own, and what stores articles there."""

    def stored(*drafts: Draft, replaces: str | None = None) -> None:
        async def write() -> None:
            async with open_pool(database_url, 1) as pool:
                await store(pool, *drafts, replaces=replaces)

        asyncio.run(write())

    with served(environment(database_url)) as address, httpx.Client(base_url=address, timeout=SECONDS) as opened:
        yield opened, stored


def test_a_change_of_what_is_shown_changes_the_tag(own: tuple[httpx.Client, Callable[..., None]]) -> None:
    client, stored = own
    stored(speech("https://news.example/one"))
    article, quote = first_id(client, "articles"), first_id(client, "quotes")
    urls = [f"/v1/articles/{article}", "/v1/articles", f"/v1/quotes/{quote}", "/v1/quotes", "/v1/actors", "/v1/changes"]
    held = {url: client.get(url).headers["etag"] for url in urls}

    def fresh() -> set[str]:
        """What is still as it is held."""
        answers = {url: client.get(url, headers={"If-None-Match": tag}) for url, tag in held.items()}
        return {url for url, response in answers.items() if response.status_code == 304}

    assert fresh() == set(urls)
    stored(speech("https://news.example/one"))
    assert fresh() == set(urls)
    draft = speech("https://news.example/one")
    draft.fields["headline"] = "Another headline"
    stored(draft, replaces="*")
    # Nothing of an actor has changed that its list shows.
    assert fresh() == {"/v1/actors"}
    assert got(client, urls[0])["headline"] == "Another headline"


def test_another_article_leaves_the_tag_of_one(own: tuple[httpx.Client, Callable[..., None]]) -> None:
    client, stored = own
    stored(speech("https://news.example/one"))
    url = f"/v1/articles/{first_id(client, 'articles')}"
    tag = client.get(url).headers["etag"]
    stored(speech("https://news.example/two"))
    assert client.get(url, headers={"If-None-Match": tag}).status_code == 304
    assert len(got(client, "/v1/articles")["nodes"]) == 2


# What is run


@pytest.mark.anyio
@pytest.mark.parametrize("name", sorted(set(STORED) - {"linkedArticle"}))
async def test_a_read_is_one_statement_and_its_tag_another(reads: Pool, name: str) -> None:
    services = _Reads(reads)
    variables = await _variables(reads, name)
    async with recorded(reads) as statements:
        found = await read(services, name, variables)
        assert len(statements) == 1
        assert found is not None
        assert await current_tag(services, name, variables) == found.etag
    assert len(statements) == 2
    # The version reads no text of an article.
    assert ".body" in statements[0] or name != "article"
    assert ".body" not in statements[1]


class _Reads:
    """What reads need of the services."""

    def __init__(self, pool: Pool) -> None:
        lane = SharedLane(pool)
        self.reader = Reader(lane, lane)
        self.compiler = Compiler(SCHEMA)


async def _variables(pool: Pool, name: str) -> dict[str, str]:
    if name == "search":
        return {"query": "guaido"}
    kind = STORED[name].place[0]
    if kind not in {"article", "actor", "quote", "event"}:
        return {}
    return {"id": f"{kind}_{await pool.fetchval(f'select id from {kind}s order by id limit 1')}"}  # noqa: S608
