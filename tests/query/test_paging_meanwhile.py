"""Lists that grow while they are walked: what was there is seen once, what arrives where it stands ahead."""

from itertools import count

import pytest

from service.catalog import TYPES
from service.catalog.model import Connection
from service.storage.pool import Pool
from tests.query.asking import Asker
from tests.query.walking import Walk, operation_of
from tests.records import Draft, store

pytestmark = pytest.mark.anyio

SPEAKER = "Maria Perez"
BY_COUNTS = {"SOURCES_DESC"}
"""Orders that move as counts do, and promise less."""

LISTS = [
    pytest.param(holder, field, order, id=f"{holder}.{name}-{order}")
    for holder, name in (
        ("Query", "articles"), ("Actor", "articles"), ("Source", "articles"), ("Query", "quotes"), ("Actor", "quotes"),
        ("Query", "events"), ("Actor", "events"),
    )
    if isinstance(field := TYPES[holder].by_name[name], Connection)
    for order in field.orders
    if order not in BY_COUNTS
]  # fmt: skip


_NUMBERS = count()


def _drafts(days: list[int | None]) -> list[Draft]:
    """An article of each day in May, with two quotes of one speaker and an event that no other has."""
    return [_draft(day, number) for day, number in zip(days, _NUMBERS, strict=False)]


def _draft(day: int | None, number: int) -> Draft:
    date = {} if day is None else {"datePublished": f"2019-05-{day:02}"}
    draft = Draft(
        f"“This is number {number} of them,” {SPEAKER} said. “And {number} has more to it,” she said. Place {number}.",
        url=f"https://news.example/{number}",
        source={"name": "Example News", "domain": "news.example"},
        **date,
    )
    speaker = draft.actor(SPEAKER)
    place = draft.actor(f"Place {number}", kind="PLACE")
    draft.quote(f"This is number {number} of them,", speaker)
    draft.quote(f"And {number} has more to it,", speaker)
    when = {} if day is None else {"startDate": f"2019-05-{day:02}"}
    draft.event("CONSULT", "She speaks", participants=[(speaker, "ACTOR"), (place, "RECIPIENT")], **when)
    return draft


async def _id_of(asker: Asker, holder: str) -> str | None:
    """The id of the speaker or of the outlet."""
    if holder == "Query":
        return None
    lists = {"Actor": f'actors(filter: {{ name: "{SPEAKER}" }})', "Source": "sources"}
    (node,) = (await asker.data(f"{{ found: {lists[holder]} {{ nodes {{ id }} }} }}"))["found"]["nodes"]
    return str(node["id"])


@pytest.mark.parametrize("way", ["forwards", "backwards"])
@pytest.mark.parametrize(("holder", "field", "order"), LISTS)
async def test_articles_that_arrive_between_pages(
    pool: Pool, holder: str, field: Connection, order: str, way: str
) -> None:
    await store(pool, *_drafts([6, None, 2, 10]))
    arriving = _drafts([1, 4, None, 6, 8, 12, 3])
    asker = Asker(pool)
    walk = Walk(asker, operation_of(holder, field, order), id=await _id_of(asker, holder))
    direction = 1 if way == "forwards" else -1
    more = "hasNextPage" if way == "forwards" else "hasPreviousPage"

    async def everything() -> list[str]:
        return [node["id"] for node in (await walk.page(first=100))["nodes"]][::direction]

    walked: list[str] = []
    arrived: dict[str, str] = {}
    async for page in walk.forwards(1) if way == "forwards" else walk.backwards(1):
        walked += [node["id"] for node in page["nodes"]][::direction]
        if arriving and page["pageInfo"][more]:
            before = await everything()
            await store(pool, arriving.pop(0))
            arrived.update(dict.fromkeys(set(await everything()) - set(before), walked[-1]))
    whole = await everything()
    assert len(arrived) >= 3
    assert walked == [node for node in whole if node in walked]
    ahead = {node: whole.index(node) > whole.index(where) for node, where in arrived.items()}
    assert {node: node in walked for node in whole} == {node: ahead.get(node, True) for node in whole}
