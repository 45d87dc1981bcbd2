"""Walks a list page by page, from either end, as a client does: by the cursors that it is given."""

from collections.abc import AsyncIterator
from typing import Any

from service.catalog.model import Connection
from tests.query.asking import Asker, Json

PLAIN = {
    "Article": "id datePublished",
    "Actor": "id",
    "Quote": "id article { datePublished }",
    "Event": "id startDate",
    "Source": "id",
    "Mention": "actor { id } span { start end }",
    "Change": "kind nodeId at",
    "Report": "event { id } article { id datePublished } span { start end }",
}
"""Node type -> what tells one from another."""


def operation_of(holder: str, field: Connection, order: str) -> str:
    """An operation that asks for one page of a list, by variables for its window and, but on Query, `$id`."""
    arguments = "first: $first, after: $after, last: $last, before: $before"
    arguments += f", orderBy: {order}" if field.order_type else ""
    page = (
        f"page: {field.name}({arguments}) {{ edges {{ cursor node {{ {PLAIN[field.node]} }} }} "
        f"nodes {{ {PLAIN[field.node]} }} {'totalCount' if field.counted else ''} "
        "pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }"
    )
    window = "$first: Int, $after: String, $last: Int, $before: String"
    if holder == "Query":
        return f"query ({window}) {{ {page} }}"
    return f"query ($id: ID!, {window}) {{ page: node(id: $id) {{ ... on {holder} {{ {page} }} }} }}"


class Walk:
    """One list, asked for by an operation of `operation_of`."""

    def __init__(self, asker: Asker, operation: str, **variables: Any) -> None:
        self._asker = asker
        self._operation = operation
        self._variables = variables

    async def page(self, **window: Any) -> Json:
        """One page, whose parts agree with one another."""
        page: Json = (await self._asker.data(self._operation, {**self._variables, **window}))["page"]
        page = page.get("page", page)
        info, cursors = page["pageInfo"], [edge["cursor"] for edge in page["edges"]]
        assert page["nodes"] == [edge["node"] for edge in page["edges"]]
        assert (info["startCursor"], info["endCursor"]) == ((cursors[0], cursors[-1]) if cursors else (None, None))
        return page

    async def forwards(self, size: int) -> AsyncIterator[Json]:
        """The pages from the first to the last."""
        after, more = None, True
        given: set[str | None] = set()
        while more:
            page = await self.page(first=size, after=after)
            assert page["pageInfo"]["hasPreviousPage"] == (after is not None)
            yield page
            after, more = page["pageInfo"]["endCursor"], page["pageInfo"]["hasNextPage"]
            assert after not in given, "the walk goes in a circle"
            given.add(after)

    async def backwards(self, size: int) -> AsyncIterator[Json]:
        """The pages from the last to the first."""
        before, more = None, True
        given: set[str | None] = set()
        while more:
            page = await self.page(last=size, before=before)
            assert page["pageInfo"]["hasNextPage"] == (before is not None)
            yield page
            before, more = page["pageInfo"]["startCursor"], page["pageInfo"]["hasPreviousPage"]
            assert before not in given, "the walk goes in a circle"
            given.add(before)
