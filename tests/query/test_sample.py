"""Facets and co-actors: what they count, over which objects, and where the sample ends."""

from collections import Counter
from typing import Any

import pytest
from graphql import parse

from service.storage.pool import Pool
from tests.query import resolvers
from tests.query.asking import UNLIMITED, Asker, Json, recorded
from tests.query.resolvers import World, opened
from tests.records import Draft, store

pytestmark = pytest.mark.anyio


async def _facets(asker: Asker, selection: str, list_: str = "articles") -> Json:
    facets: Json = (await asker.data(f"{{ {list_} {{ facets {{ {selection} }} }} }}"))[list_.partition("(")[0]][
        "facets"
    ]
    return facets


def _pairs(counts: list[Json], key: str) -> list[tuple[Any, int]]:
    return [(found["name"] if isinstance(found := count[key], dict) else found, count["count"]) for count in counts]


DATES = [
    ("2018-12-30", 1),  # Sunday of week 52
    ("2018-12-31", 1),  # Monday of the first week of 2019
    ("2019-01-01", 2),
    ("2020-12-31", 1),  # Thursday of week 53
    ("2021-01-03", 1),  # Sunday of week 53
    ("2021-01-04", 1),  # Monday of week 1
    ("2021-01-04T23:30:00-01:00", 1),  # the fifth in UTC
    ("2021-02", 1),
    ("2022", 1),
    (None, 2),
]
BY_INTERVAL = {
    "DAY": [
        ("2018-12-30", 1), ("2018-12-31", 1), ("2019-01-01", 2), ("2020-12-31", 1), ("2021-01-03", 1),
        ("2021-01-04", 1), ("2021-01-05", 1), ("2021-02-01", 1), ("2022-01-01", 1),
    ],
    "WEEK": [
        ("2018-12-24", 1), ("2018-12-31", 3), ("2020-12-28", 2), ("2021-01-04", 2), ("2021-02-01", 1),
        ("2021-12-27", 1),
    ],
    "MONTH": [
        ("2018-12-01", 2), ("2019-01-01", 2), ("2020-12-01", 1), ("2021-01-01", 3), ("2021-02-01", 1),
        ("2022-01-01", 1),
    ],
    "YEAR": [("2018-01-01", 2), ("2019-01-01", 2), ("2020-01-01", 1), ("2021-01-01", 4), ("2022-01-01", 1)],
}  # fmt: skip


async def test_dates_are_counted_by_every_interval_over_the_ends_of_years(pool: Pool) -> None:
    drafts = []
    for number, date in enumerate(date for date, times in DATES for _ in range(times)):
        draft = Draft(f"“We go on with {number},” she said.", **({"datePublished": date} if date else {}))
        draft.quote(f"We go on with {number},")
        drafts.append(draft)
    await store(pool, *drafts)
    asker = Asker(pool)
    selection = " ".join(f"{name}: byDate(interval: {name}) {{ date count }}" for name in BY_INTERVAL)
    for list_ in ("articles", "quotes"):
        facets = await _facets(asker, f"byDate {{ date count }} {selection}", list_)
        assert {name: _pairs(facets[name], "date") for name in BY_INTERVAL} == BY_INTERVAL
        assert facets["byDate"] == facets["DAY"]


async def test_dates_at_the_ends_of_time_are_counted(pool: Pool) -> None:
    dates = ["0001", "0001-01-01T00:00:00.000001Z", "9999-12-31T23:59:59.999999Z"]
    await store(pool, *(Draft(f"Number {n}.", datePublished=date) for n, date in enumerate(dates)))
    selection = " ".join(f"{name}: byDate(interval: {name}) {{ date count }}" for name in BY_INTERVAL)
    facets = await _facets(Asker(pool), selection)
    last_days = {"DAY": "9999-12-31", "WEEK": "9999-12-27", "MONTH": "9999-12-01", "YEAR": "9999-01-01"}
    assert {name: _pairs(counts, "date") for name, counts in facets.items()} == {
        name: [("0001-01-01", 2), (day, 1)] for name, day in last_days.items()
    }


async def test_facets_count_the_whole_list_whatever_page_is_shown(reads: Pool) -> None:
    asker = Asker(reads)
    selection = "sampled byDate { date count } bySource { source { id } count } byActor { actor { id } count }"
    whole = await _facets(asker, selection)
    data = await asker.data("{ articles(first: 3) { pageInfo { endCursor } } }")
    cursor = data["articles"]["pageInfo"]["endCursor"]
    for window in (
        "first: 1",
        "last: 1",
        "orderBy: STORED_ASC",
        f'after: "{cursor}"',
        f'before: "{cursor}", last: 1',
        "filter: {}",
    ):
        assert await _facets(asker, selection, f"articles({window})") == whole
    nothing = await _facets(asker, selection, "articles(filter: { ids: [] })")
    assert nothing == {"sampled": False, "byDate": [], "bySource": [], "byActor": []}


async def test_facets_count_what_the_filter_lets_pass(reads: Pool) -> None:
    asker = Asker(reads)
    assert _pairs(
        (await _facets(asker, "bySource { source { name } count }", 'articles(filter: { languages: ["en"] })'))[
            "bySource"
        ],
        "source",
    ) == [("Reuters", 3), ("BBC", 2)]
    facets = await _facets(
        asker,
        "bySpeaker { actor { name } count } bySource { source { name } count }",
        'quotes(filter: { published: { since: "2019-02-02T00:00:00Z" } })',
    )
    assert _pairs(facets["bySpeaker"], "actor") == [("Juan Guaido", 4), ("John Smith", 1)]
    assert _pairs(facets["bySource"], "source") == [("Reuters", 4), ("The Daily \\ “Planet”", 1)]


async def test_most_counted_come_first_and_equals_by_id(reads: Pool) -> None:
    counts = (await _facets(Asker(reads), "byActor(first: 100) { actor { id } count }"))["byActor"]
    assert counts == sorted(counts, key=lambda count: (-count["count"], count["actor"]["id"]))
    assert len({count["count"] for count in counts}) > 1
    few = (await _facets(Asker(reads), "byActor(first: 2) { actor { id } count }"))["byActor"]
    assert few == counts[:2]
    by_default = (await _facets(Asker(reads), "byActor { actor { id } count }"))["byActor"]
    assert by_default == counts[:10]
    assert len(counts) > 10


async def test_co_actors_are_the_others_of_the_same_articles(reads: Pool) -> None:
    data = await Asker(reads, UNLIMITED).data(
        "{ actors(first: 100) { nodes { id articleCount coActors(first: 100) { sampled items { actor { id } "
        "articleCount } } articles(first: 100) { nodes { actors(first: 100) { nodes { id } } } } } } }"
    )
    lengths = set()
    for actor in data["actors"]["nodes"]:
        named = [node["id"] for article in actor["articles"]["nodes"] for node in article["actors"]["nodes"]]
        counts = Counter(other for other in named if other != actor["id"])
        items = actor["coActors"]["items"]
        assert [(item["actor"]["id"], item["articleCount"]) for item in items] == sorted(
            counts.items(), key=lambda pair: (-pair[1], pair[0])
        )
        assert not actor["coActors"]["sampled"]
        lengths.add(len(items))
    assert min(lengths) < 3 < max(lengths)


EVERY_COUNT = """
{
  articles(orderBy: STORED_ASC, last: 1) { facets { ...A } nodes { id } }
  recent: articles(filter: { statuses: [CURRENT] }) { facets { ...A } pageInfo { endCursor } }
  sources { nodes { name articles { facets { ...A } } } }
  quotes(orderBy: POSITION) { facets { ...Q } }
  actors(first: 100) { nodes { name coActors { sampled items { actor { name } articleCount } }
    quotes { facets { ...Q } } articles { facets { ...A } } } }
  events(first: 100) { nodes { quotes { facets { ...Q } } } }
}
fragment A on ArticleFacets {
  sampled byDate { date count } byYear: byDate(interval: YEAR) { date count } bySource { source { name } count }
  byActor(first: 3) { actor { name } count }
}
fragment Q on QuoteFacets {
  sampled byDate(interval: MONTH) { date count } bySource(first: 1) { source { name } count }
  bySpeaker { actor { name } count }
}
"""


@pytest.mark.parametrize("sample", [1, 2, 3, 5, 8, 10_000])
async def test_newest_of_what_is_more_than_the_sample_are_counted(
    reads: Pool, monkeypatch: pytest.MonkeyPatch, sample: int
) -> None:
    monkeypatch.setattr("service.query.sample.SAMPLE", sample)
    monkeypatch.setattr(resolvers, "SAMPLE", sample)
    data = await Asker(reads, UNLIMITED).data(EVERY_COUNT)
    resolved = (await World.load(reads)).answer(parse(EVERY_COUNT), {})
    assert not resolved.errors
    assert opened(data) == opened(resolved.data)
    total = sum(count["count"] for count in data["articles"]["facets"]["byDate"])
    assert (data["articles"]["facets"]["sampled"], total) == (sample < 8, min(sample, 6))


async def test_three_newest_are_counted_where_the_sample_is_of_three(
    reads: Pool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("service.query.sample.SAMPLE", 3)
    facets = await _facets(Asker(reads), "sampled byDate { date count } bySource { source { name } count }")
    assert facets["sampled"] is True
    assert facets["byDate"] == [{"date": "2019-02-02", "count": 3}]
    assert sorted(_pairs(facets["bySource"], "source")) == [("BBC", 1), ("Reuters", 1), ("The Daily \\ “Planet”", 1)]


TOGETHER = """
query ($id: ID!, $ids: [ID!]!) {
  articles(last: 2) {
    nodes { id }
    facets { byActor(first: 2) { actor { name coActors(first: 1) { items { articleCount } } } } }
  }
  oldest: articles(last: 1, orderBy: PUBLISHED_DESC) { edges { cursor node { id } } pageInfo { hasPreviousPage } }
  quotes { totalCount facets { bySpeaker { actor { quotes(last: 1) { facets { byDate { date } } } } } } }
  node(id: $id) { id ... on Actor { coActors { items { actor { articles(last: 1) { nodes { id } } } } } } }
  nodes(ids: $ids) { __typename id ... on Article { quotes(last: 1) { nodes { id } facets { sampled } } } }
  events(last: 100) { nodes { reports(last: 1) { nodes { modality } } } }
}
"""


async def test_all_of_it_beside_one_another_is_one_statement(reads: Pool) -> None:
    asker = Asker(reads)
    data = await asker.data("{ actors(first: 1) { nodes { id } } articles { nodes { id } } }")
    (actor,), articles = data["actors"]["nodes"], data["articles"]["nodes"]
    ids = [articles[-1]["id"], "nothing", actor["id"]]
    async with recorded(reads) as statements:
        data = await asker.data(TOGETHER, {"id": actor["id"], "ids": ids})
    assert len(statements) == 1
    assert data["articles"]["nodes"] == articles[-2:]
    assert data["oldest"]["edges"][0]["node"] == articles[-1]
    assert data["oldest"]["pageInfo"] == {"hasPreviousPage": True}
    assert data["node"]["id"] == actor["id"]
    assert [node and node["id"] for node in data["nodes"]] == [articles[-1]["id"], None, actor["id"]]
