"""Search and the filters that search, through the endpoint on a real database."""

import re
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest

from service.search_text import INDEXED_BYTES
from service.storage.pool import Pool
from tests.query.asking import Asker, Json, recorded
from tests.query.operations import VALUES
from tests.query.resolvers import World, begins, matches
from tests.query.test_cursor import forged
from tests.records import Draft, store

pytestmark = pytest.mark.anyio

NAMES = "__typename ... on Article { headline } ... on Actor { name } ... on Quote { text } ... on Event { name }"
SEARCH = f"""
query ($query: String!, $types: [SearchType!], $first: Int, $after: String) {{
  search(query: $query, types: $types, first: $first, after: $after) {{
    edges {{ cursor rank excerpt {{ text matched }} node {{ {NAMES} ... on Node {{ id }} }} }}
    nodes {{ ... on Node {{ id }} }}
    pageInfo {{ hasNextPage hasPreviousPage startCursor endCursor }}
  }}
}}
"""


async def search(pool: Pool, query: str, **variables: Any) -> Json:
    """A page of what a search finds."""
    found: Json = (await Asker(pool).data(SEARCH, {"query": query, **variables}))["search"]
    assert [edge["node"]["id"] for edge in found["edges"]] == [node["id"] for node in found["nodes"]]
    return found


async def names(pool: Pool, query: str, **variables: Any) -> list[str]:
    """What a search finds, by headline, name or words."""
    edges = (await search(pool, query, first=100, **variables))["edges"]
    return [next(value for name, value in edge["node"].items() if name not in {"__typename", "id"}) for edge in edges]


def shown(edge: Json) -> str:
    """An excerpt with its matches in brackets."""
    return "".join(f"[{part['text']}]" if part["matched"] else part["text"] for part in edge["excerpt"])


# Filters


@pytest.mark.parametrize("text", VALUES["search"])
async def test_filters_let_pass_what_holds_the_words(reads: Pool, text: str) -> None:
    operation = """query ($text: String) {
      articles(first: 100, filter: { search: $text }) { nodes { id } }
      quotes(first: 100, filter: { search: $text }) { nodes { id } }
      events(first: 100, filter: { search: $text }) { nodes { id } }
    }"""
    data = await Asker(reads).data(operation, {"text": text})
    tables = (await World.load(reads)).tables
    texts: dict[str, Callable[[Json], tuple[str, ...]]] = {
        "article": lambda row: (row["headline"] or "", row["body"]),
        "quote": lambda row: (row["exact"],),
        "event": lambda row: (row["name"],),
    }
    for kind, read in texts.items():
        expected = {f"{kind}_{row['id']}" for row in tables[f"{kind}s"] if matches(read(row), text)}
        assert {node["id"] for node in data[f"{kind}s"]["nodes"]} == expected


@pytest.mark.parametrize("text", VALUES["namePrefix"])
async def test_names_are_found_by_how_their_words_begin(reads: Pool, text: str) -> None:
    operation = "query ($text: String) { actors(first: 100, filter: { namePrefix: $text }) { nodes { id } } }"
    data = await Asker(reads).data(operation, {"text": text})
    rows = (await World.load(reads)).tables["aliases"]
    expected = {f"actor_{row['actor_id']}" for row in rows if begins(row["name"], text)}
    assert {node["id"] for node in data["actors"]["nodes"]} == expected


def test_examples_of_filters_hit_and_miss() -> None:
    assert matches(("In Caracas they rally",), '"in caracas" rall* -coup')
    assert not matches(("In Caracas they rally",), "rall")
    assert begins("Juan Guaidó", "JUAN gu")
    assert not begins("Juan Guaidó", "uan")


@pytest.mark.parametrize("holder", ["articles", "quotes", "events"])
async def test_filter_of_too_much_names_its_field(reads: Pool, holder: str) -> None:
    operation = f"query ($text: String) {{ {holder}(filter: {{ search: $text }}) {{ totalCount }} }}"
    code, message = await Asker(reads).refused(operation, {"text": "x" * 1001})
    assert code == "BAD_USER_INPUT"
    assert message == "filter.search: is 1001 characters long, at most 1000 are taken: shorten it"


async def test_filter_is_read_with_others_and_through_links(reads: Pool) -> None:
    operation = """{ actors(filter: { namePrefix: "guai" }) { nodes {
      articles(filter: { search: "rally -again", languages: ["en"] }) { nodes { headline } }
      quotes(filter: { search: "leave" }) { totalCount }
    } } }"""
    (actor,) = (await Asker(reads).data(operation))["actors"]["nodes"]
    headlines = [node["headline"] for node in actor["articles"]["nodes"]]
    assert headlines == ["Thousands rally 😀 in “Caracas”", "“Let him leave”: the rally"]
    assert actor["quotes"]["totalCount"] == 4


# What is found


async def test_everything_is_found_whatever_its_type(reads: Pool) -> None:
    found = await search(reads, "guaido", first=100)
    assert {edge["node"]["__typename"] for edge in found["edges"]} == {"Article", "Actor", "Event"}
    assert await names(reads, "leave", types=["QUOTE"]) == ["Let him leave, let him leave at last!"] * 4


@pytest.mark.parametrize("query", ["guaido", "GUAIDÓ", "Guaido\u0301", "“guaidó”", "ｇｕａｉｄｏ"])
async def test_case_and_accents_are_ignored_both_ways(reads: Pool, query: str) -> None:
    assert await names(reads, query) == await names(reads, "Guaidó")
    assert await names(reads, query, types=["ACTOR"]) == ["Juan Guaido"]
    articles = (await search(reads, query, types=["ARTICLE"], first=100))["edges"]
    assert {part["text"] for edge in articles for part in edge["excerpt"] if part["matched"]} == {"Guaido", "Guaidó"}


@pytest.mark.parametrize(
    ("query", "events"),
    [
        ("talks fail", ["Talks fail"]),
        ('"fail talks"', []),
        ("fail talks", ["Talks fail"]),
        ('"calls for talks"', ["Norway calls for talks"]),
        ("talks -norway", ["Talks fail"]),
        ('talks -"for talks"', ["Talks fail"]),
        ("norway OR caracas", ["Norway calls for talks"]),
        ("ral*", ["Thousands rally"]),
        ("ral", []),
        ("-talks", []),
        ("-talks OR rally", ["Thousands rally"]),
        ("", []),
        ("… 😀", []),
    ],
)
async def test_words_phrases_without_or(reads: Pool, query: str, events: list[str]) -> None:
    assert sorted(await names(reads, query, types=["EVENT"])) == events


@pytest.mark.parametrize("types", [None, [], ["ARTICLE"], ["QUOTE", "EVENT"], ["EVENT", "EVENT"]])
async def test_types_are_searched_as_asked_for(reads: Pool, types: list[str] | None) -> None:
    asked = {kind.title() for kind in ("ARTICLE", "ACTOR", "QUOTE", "EVENT") if types is None or kind in types}
    found = await search(reads, "guaido OR caracas OR rally OR leave", types=types, first=100)
    assert {edge["node"]["__typename"] for edge in found["edges"]} == asked
    ids = [edge["node"]["id"] for edge in found["edges"]]
    assert len(set(ids)) == len(ids)


async def test_a_literal_type_is_taken(reads: Pool) -> None:
    data = await Asker(reads).data('{ search(query: "rally", types: EVENT) { nodes { __typename } } }')
    assert data["search"]["nodes"] == [{"__typename": "Event"}]


async def test_retracted_articles_stay_findable(reads: Pool) -> None:
    assert await names(reads, "grosse", types=["ARTICLE"]) == ['Größe: "Wir kommen \\ wieder"']


async def test_replaced_text_is_not_found_any_more(reads: Pool) -> None:
    assert await names(reads, '"it begins"') == []
    assert len(await names(reads, '"it has begun"')) == 1


async def test_actors_are_found_by_their_best_alias(reads: Pool) -> None:
    (edge,) = (await search(reads, "márquez", types=["ACTOR"]))["edges"]
    assert (edge["node"]["name"], shown(edge)) == ("Juan Guaido", "Juan Gerardo Guaidó [Márquez]")
    (edge,) = (await search(reads, "mr guaido", types=["ACTOR"]))["edges"]
    assert shown(edge) == "[Mr] [Guaidó]"


@pytest.mark.parametrize(
    "query",
    ["&", "|", "!", ":*", "*", "(", ")", "'", "\\", "<->", "a & | b", "!guaido:*A", "guaido'", "\\'; drop table", "%_"],
)
async def test_operators_are_text(reads: Pool, query: str) -> None:
    operation = """query ($q: String!) {
      search(query: $q) { edges { excerpt { text } } }
      articles(filter: { search: $q }) { totalCount }
      actors(filter: { namePrefix: $q }) { totalCount }
    }"""
    await Asker(reads).data(operation, {"q": query})
    words = re.findall(r"[a-z]+", query.lower())
    assert await names(reads, query) == await names(reads, f'"{" ".join(words)}"' if ":" in query else " ".join(words))


# Rank


async def test_best_match_comes_first(pool: Pool) -> None:
    body = "Nothing of note. " * 30
    await store(
        pool,
        Draft(f"{body} A strike.", url="https://a.example/1", headline="Calm"),
        Draft(f"{body} A strike. The strike, a strike!", url="https://a.example/2", headline="Calm again"),
        Draft(body, url="https://a.example/3", headline="Strike"),
        Draft("No such word.", url="https://a.example/4", headline="None"),
    )
    assert await names(pool, "strike") == ["Strike", "Calm again", "Calm"]


async def test_names_come_before_quotes_and_bodies(reads: Pool) -> None:
    found = await search(reads, "norway", first=100)
    ranks = [edge["rank"] for edge in found["edges"]]
    assert ranks == sorted(ranks, reverse=True)
    assert all(isinstance(rank, float) and rank > 0 for rank in ranks)
    kinds = [edge["node"]["__typename"] for edge in found["edges"]]
    assert list(dict.fromkeys(kinds)) == ["Actor", "Event", "Quote", "Article"]


async def test_newest_matches_alone_are_ranked_where_there_are_too_many(
    pool: Pool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("service.query.search.CANDIDATES", 2)
    drafts = [
        Draft("A strike." + " Strike!" * (4 - year), url=f"https://a.example/{year}", datePublished=f"201{year}")
        for year in range(4)
    ]
    drafts.append(Draft("Strike! A strike, a strike, a strike.", url="https://a.example/undated"))
    for number, draft in enumerate(drafts):
        actor = draft.actor("A strike" if "A strike" in draft.body else "a strike", kind="GROUP", key="group")
        draft.actor(f"Strike {number}", kind="GROUP")
        draft.quote("strike", actor)
    await store(pool, *drafts)
    data = await Asker(pool).data(
        """{ search(query: "strike") { nodes {
          __typename
          ... on Article { datePublished }
          ... on Quote { article { datePublished } }
          ... on Actor { mentionCount }
        } } }"""
    )
    nodes = data["search"]["nodes"]
    dates = [node["datePublished"] for node in nodes if node["__typename"] == "Article"]
    assert dates == ["2012", "2013"]
    assert {node["article"]["datePublished"] for node in nodes if node["__typename"] == "Quote"} == {"2012", "2013"}
    assert sorted(node["mentionCount"] for node in nodes if node["__typename"] == "Actor") == [0, 5]


# Pages


@pytest.mark.parametrize("size", [1, 2, 3, 7])
@pytest.mark.parametrize("types", [None, ["QUOTE", "ARTICLE"]])
async def test_walking_through_all_that_is_found_loses_and_repeats_nothing(
    reads: Pool, size: int, types: list[str] | None
) -> None:
    query = "guaido OR leave OR talks OR caracas OR rally"
    whole = await search(reads, query, types=types, first=100)
    assert not whole["pageInfo"]["hasNextPage"]
    assert len(whole["edges"]) >= 10
    walked: list[Json] = []
    after, more = None, True
    while more:
        page = await search(reads, query, types=types, first=size, after=after)
        info = page["pageInfo"]
        assert info["hasPreviousPage"] == (after is not None)
        assert (info["startCursor"], info["endCursor"]) == (page["edges"][0]["cursor"], page["edges"][-1]["cursor"])
        walked += page["edges"]
        assert walked == whole["edges"][: len(walked)]
        after, more = info["endCursor"], info["hasNextPage"]
        assert len(page["edges"]) == size or not more
    assert walked == whole["edges"]


async def test_empty_page_has_no_cursors(reads: Pool) -> None:
    found = await search(reads, "")
    assert found == {
        "edges": [],
        "nodes": [],
        "pageInfo": {"hasNextPage": False, "hasPreviousPage": False, "startCursor": None, "endCursor": None},
    }


@pytest.mark.parametrize(
    ("query", "types", "after"),
    [
        ("rally", None, ""),
        ("rally", None, "x"),
        ("rally", None, "\ud800"),
        ("rally", None, forged(["0.5", "EVENT", "00000000-0000-0000-0000-000000000000"])),
        ("rally", None, forged(["nan", "EVENT", "00000000-0000-0000-0000-000000000000"])),
        ("rally", None, forged(["0.5"])),
        ("Rally", None, "ITS"),
        ("rally", ["EVENT"], "ITS"),
    ],
)
@pytest.mark.parametrize("selection", ["nodes { __typename }", "pageInfo { endCursor }", "__typename"])
async def test_cursor_of_nothing_or_of_another_search_is_refused(
    reads: Pool, query: str, types: list[str] | None, after: str, selection: str
) -> None:
    own = (await search(reads, "rally", first=1))["pageInfo"]["endCursor"]
    operation = SEARCH.split("edges", maxsplit=1)[0] + selection + "} }"
    variables = {"query": query, "types": types, "after": own if after == "ITS" else after}
    code, message = await Asker(reads).refused(operation, variables)
    assert code == "BAD_USER_INPUT"
    assert message.startswith("after: is ")
    await Asker(reads).data(operation, {"query": "rally", "after": own})


@pytest.mark.parametrize(
    ("variables", "message"),
    [
        ({"query": "x" * 1001}, "query: is 1001 characters long, at most 1000 are taken: shorten it"),
        ({"query": "a " * 65}, "query: has 65 words, at most 64 are taken: shorten it"),
        ({"query": "\x00"}, "query: holds U+0000 or a lone surrogate, which no stored text holds: remove it"),
        (
            {"query": "a", "types": ["QUOTE"] * 101},
            "types: has 101 values, at most 100 are taken: ask in several operations",
        ),
        ({"query": "a", "first": 0}, "first: must be 1 to 100, not 0"),
        ({"query": "a", "first": 101}, "first: must be 1 to 100, not 101"),
    ],
)
@pytest.mark.parametrize("selection", ["nodes { __typename }", "edges { excerpt { text } }", "__typename"])
async def test_what_can_not_be_searched_is_refused(reads: Pool, variables: Json, message: str, selection: str) -> None:
    operation = SEARCH.split("edges", maxsplit=1)[0] + selection + "} }"
    assert await Asker(reads).refused(operation, variables) == ("BAD_USER_INPUT", message)


# Excerpts


async def test_excerpt_is_plain_text_in_parts(pool: Pool) -> None:
    body = f"{'Before. ' * 100}He wrote <script>alert('strike')</script> & \"strike\" <b>{' after.' * 100}"
    await store(pool, Draft(body, url="https://a.example/1", headline="Calm <i>"))
    (edge,) = (await search(pool, "strike"))["edges"]
    assert "He wrote <script>alert('[strike]')</script> & \"[strike]\" <b> after." in shown(edge)
    text = "".join(part["text"] for part in edge["excerpt"])
    assert text in body
    assert 200 < len(text) <= 240


async def test_excerpt_is_cut_from_where_it_matches(reads: Pool) -> None:
    edges = (await search(reads, '"let him leave" OR größe', types=["ARTICLE", "QUOTE"], first=100))["edges"]
    found = {(edge["node"]["__typename"], shown(edge)) for edge in edges}
    assert ("Article", "“[Let him leave]”: the rally") in found
    assert ("Quote", "[Let him leave], [let him leave] at last!") in found
    assert ("Article", '[Größe]: "Wir kommen \\ wieder"') in found
    bodies = [text for kind, text in found if kind == "Article" and "[let him leave] at last" in text]
    assert len(bodies) == 3


async def test_excerpt_answers_by_the_keys_that_are_asked_for(reads: Pool) -> None:
    operation = """{ found: search(query: "márquez") {
      __typename
      edges { __typename x: excerpt { t: text __typename is: matched again: text } of: node { __typename } r: rank }
      pageInfo { __typename }
    } }"""
    found = (await Asker(reads).data(operation))["found"]
    (edge,) = found["edges"]
    assert found["__typename"] == "SearchConnection"
    assert found["pageInfo"] == {"__typename": "PageInfo"}
    assert edge["__typename"] == "SearchEdge"
    assert edge["of"] == {"__typename": "Actor"}
    assert list(edge) == ["__typename", "x", "of", "r"]
    assert edge["x"][1] == {"t": "Márquez", "__typename": "ExcerptPart", "is": True, "again": "Márquez"}


async def test_nodes_answer_whatever_their_type_has(reads: Pool) -> None:
    operation = """{ search(query: "caracas", first: 100) { nodes {
      ... on Article { id source { name } quotes(first: 1) { totalCount } }
      ... on Actor { id aliases { name } }
    } } }"""
    nodes = (await Asker(reads).data(operation))["search"]["nodes"]
    assert {tuple(node) for node in nodes} == {("id", "source", "quotes"), ("id", "aliases"), ()}


async def test_operation_is_one_statement(reads: Pool) -> None:
    operation = """query ($after: String) {
      actors(first: 1) { nodes { name } }
      one: search(query: "rally", first: 2) { edges { excerpt { text } node { __typename } } }
      two: search(query: "größe", after: $after) { nodes { ... on Article { headline } } }
      articles(filter: { search: "rally" }) { totalCount nodes { headline } }
    }"""
    asker = Asker(reads)
    async with recorded(reads) as statements:
        data = await asker.data(operation)
    assert len(statements) == 1
    assert data["actors"]["nodes"] == [{"name": "Juan Guaido"}]
    assert len(data["one"]["edges"]) == 2
    assert data["two"]["nodes"][0] == {"headline": 'Größe: "Wir kommen \\ wieder"'}
    assert data["articles"]["totalCount"] == len(data["articles"]["nodes"]) == 2


# Texts of every kind


@pytest.mark.parametrize(
    ("body", "query", "excerpt"),
    [
        ("北京市长在中国国际会议上说话。", "国际会议", "北京市长在中国[国际会议]上说话。"),
        ("القاهرة: قال مُحَمَّد أمس", "محمد", "القاهرة: قال [مُحَمَّد] أمس"),
        ("서울에서 집회가 열렸다", "집회가", "서울에서 [집회가] 열렸다"),
        ("🇻🇪😀 «Война» и мир 👩‍👩‍👧", "война", "🇻🇪😀 «[Война]» и мир 👩‍👩‍👧"),
        ("Ώρα για ΑΘΉΝΑ!", "αθηνα", "Ώρα για [ΑΘΉΝΑ]!"),
        ("İstanbul’da toplantı", "istanbul", "[İstanbul]’da toplantı"),
        ("नमस्ते दुनिया", "दुनिया", "नमस्ते [दुनिया]"),
        ("สวัสดีชาวโลก", "ชาวโลก", "สวัสดี[ชาวโลก]"),
        ("קריאה: שָׁלוֹם!", "שלום", "קריאה: [שָׁלוֹם]!"),
    ],
)
async def test_texts_of_every_script_are_found(pool: Pool, body: str, query: str, excerpt: str) -> None:
    await store(pool, Draft(body, url="https://a.example/1"))
    (edge,) = (await search(pool, query))["edges"]
    assert shown(edge) == excerpt


async def test_body_is_searched_up_to_its_bound(pool: Pool) -> None:
    start = "needle one. " + "é " * (INDEXED_BYTES // 3 - 10)
    assert len(start.encode()) < INDEXED_BYTES < len(start.encode()) + 40
    await store(pool, Draft(f"{start} last words. {'é ' * 50} beyond it.", url="https://a.example/1"))
    for query, expected in [('"needle one"', 1), ('"last words"', 1), ("beyond", 0)]:
        found = await search(pool, query)
        assert len(found["edges"]) == expected
        assert all("[" in shown(edge) for edge in found["edges"])


async def test_ranks_never_rise(reads: Pool) -> None:
    for query in ("guaido", "rally OR leave", "a* OR l*"):
        edges = (await search(reads, query, first=100))["edges"]
        assert all(one["rank"] >= other["rank"] for one, other in pairwise(edges))
