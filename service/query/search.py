"""Writes a search: what matches of each type, ranked together, and what is selected of a page of it."""

from collections.abc import Sequence

from service.catalog import TYPES
from service.catalog.model import Key, Order, Search, Searched
from service.query.arguments import Variables
from service.query.cursor import end_keys_sql, fingerprint, keys_sql, read_cursor
from service.query.highlight import highlight_pattern
from service.query.json_sql import (
    Json,
    Pair,
    joined,
    json_list,
    json_name,
    json_object,
    json_value,
    literal,
    quoted,
    written,
)
from service.query.parameters import Binder, few
from service.query.plan import Selected
from service.query.row_writer import RowWriter
from service.query.search_terms import read_search, tsquery
from service.query.window import DEFAULT_SIZE, page_size

CANDIDATES = 10_000
"""Matches of one type that are ranked at the most."""

ORDER = Order((Key("rank", "float8"), Key('kind collate "C"', "text"), Key("id", "uuid")), descending=True)


class SearchWriter:
    """Writes one search of a statement."""

    def __init__(self, writer: RowWriter, search: Search, selected: Selected) -> None:
        self._writer = writer
        self._search = search
        self._selected = selected
        self._size = page_size(selected.arguments, "first", DEFAULT_SIZE)
        self._text = selected.arguments.leaf("query")
        self._follows = selected.arguments.value("after") is not None
        writer.parameters.plan_by_value()
        self._query = f"{writer.parameters.add(self._read_query, 'text')}::tsquery"

    def write(self) -> Json:
        """The JSON of the connection."""
        rows, found = self._writer.row(), self._writer.row()
        in_page = f'filter (where {rows}."$n" <= {self._size})'
        columns = [f'{found}."$n"', f"{found}.rank", f"{found}.kind", f"{found}.id"]
        pairs: list[Pair] = []
        for i, field in enumerate(self._selected.fields):
            if field.name == "pageInfo":
                pairs.append((field.key, json_object((f.key, self._page_info(f, rows)) for f in field.fields)))
            elif field.name == "__typename":
                pairs.append((field.key, json_name("SearchConnection")))
            else:
                built = self._edge(field, found) if field.name == "edges" else self._node(field, found)
                columns.append(f'{built.sql} as "${i}"')
                items = f"""string_agg({rows}."${i}", ',' order by {rows}."$n") {in_page}"""
                pairs.append((field.key, joined(literal("["), written(items), literal("]"))))
        # One group and so one row, also where nothing that is asked for gathers the rows.
        source = f"select {', '.join(columns)} from ({self._page()}) {found}"
        return written(f"(select {json_object(pairs).sql} from ({source}) {rows} having true)")

    def _page(self) -> str:
        """The kind, id and rank of each row of the page and of one more, with their numbers "$n"."""
        hits = self._writer.row()
        keys = _keys(hits)
        order = ", ".join(f"{key} desc" for key in keys)
        given = self._types()
        candidates = " union all ".join(self._candidates(searched, given) for searched in self._search.over)
        rows = f"select * from ({candidates}) {hits}{self._keyset(keys)} order by {order} limit {self._size + 1}"
        return f'select {hits}.*, row_number() over (order by {order}) as "$n" from ({rows}) {hits}'

    def _candidates(self, searched: Searched, types: str | None) -> str:
        child = self._writer.row()
        names = {"child": child, "query": self._query}
        conditions = [searched.matches.format(**names)]
        if types:
            conditions.insert(0, f"{quoted(searched.value)} = any({types})")
        order = ", ".join(
            f"{key.sql.format(child=child)}{' desc' if searched.candidates.descending else ''}"
            for key in searched.candidates.keys
        )
        rows = (
            f"select {searched.columns.format(child=child)} from {TYPES[searched.node].table} {child} "
            f"where {' and '.join(conditions)} order by {order} limit {CANDIDATES}"
        )
        return (
            f"select {quoted(searched.value)}::text as kind, {child}.id, "
            f"({searched.rank.format(**names)})::float8 as rank from ({rows}) {child}"
        )

    def _types(self) -> str | None:
        """The types that are searched; None for all."""
        types = self._selected.arguments.leaf("types")
        if self._selected.arguments.value("types") is None:
            return None
        return self._writer.parameters.add(
            lambda variables: [kind.value for kind in few("types", types(variables))], "text[]"
        )

    def _keyset(self, keys: Sequence[str]) -> str:
        if not self._follows:
            return ""
        cursor = self._writer.parameters.add(self._read_cursor(), "text[]")
        return f" where ({', '.join(keys)}) < ({keys_sql(cursor, ORDER)})"

    def _edge(self, field: Selected, found: str) -> Json:
        return json_object((member.key, self._edge_member(member, found)) for member in field.fields)

    def _edge_member(self, member: Selected, found: str) -> Json:
        match member.name:
            case "cursor":
                return self._writer.cursor(self._fingerprint(), _keys(found))
            case "rank":
                return json_value(f"{found}.rank", "Float!")
            case "node":
                return self._node(member, found)
            case "excerpt":
                return self.excerpt(member, found)
            case _:
                return json_name("SearchEdge")

    def _node(self, field: Selected, found: str) -> Json:
        """The object that was found, of whichever type."""
        choices = []
        for searched in self._search.over:
            child, node = self._writer.row(), TYPES[searched.node]
            built = self._writer.object(node, field.of[node.name], child)
            choices.append((searched, f"(select {built.sql} {self.stored(searched, child, found)})"))
        return written(by_kind(choices, found))

    def excerpt(self, field: Selected, found: str) -> Json:
        """The parts of a stretch of the text in which it was found."""
        pattern = self._writer.parameters.add(self._read_pattern, "text")
        choices = []
        for searched in self._search.over:
            child = self._writer.row()
            text = searched.text.format(row=child, query=self._query, pattern=pattern)
            choices.append((searched, f"(select {text} {self.stored(searched, child, found)})"))
        part = self._writer.row()
        item = self._writer.object(TYPES["ExcerptPart"], field.fields, part)
        return json_list(item, f"from excerpt({by_kind(choices, found)}, {pattern}) {part}")

    def stored(self, searched: Searched, child: str, found: str) -> str:
        """The row of what was found."""
        return f"from {TYPES[searched.node].table} {child} where {child}.id = {found}.id"

    def _page_info(self, field: Selected, rows: str) -> Json:
        match field.name:
            case "hasNextPage":
                return json_value(f"count(*) > {self._size}", "Boolean!")
            case "hasPreviousPage":
                return literal("true" if self._follows else "false")
            case "startCursor":
                return self._end_cursor(rows, nearest=True)
            case "endCursor":
                return self._end_cursor(rows, nearest=False)
            case _:
                return json_name("PageInfo")

    def _end_cursor(self, rows: str, *, nearest: bool) -> Json:
        ends = end_keys_sql(rows, _keys(rows), self._size, nearest=nearest)
        return self._writer.cursor(self._fingerprint(), ends, present="count(*) > 0")

    def _read_query(self, variables: Variables) -> str:
        return tsquery(read_search("query", self._text(variables)))

    def _read_pattern(self, variables: Variables) -> str:
        return highlight_pattern(read_search("query", self._text(variables)))

    def _read_cursor(self) -> Binder:
        fingerprint_of = self._fingerprint()
        cursor = self._selected.arguments.leaf("after")
        return lambda variables: read_cursor(cursor(variables), fingerprint_of(variables), ORDER)

    def _fingerprint(self) -> Binder:
        types = self._selected.arguments.leaf("types")
        return lambda variables: fingerprint(self._search.name, self._text(variables), types(variables))


def _keys(row: str) -> list[str]:
    """The order's keys as columns of a row."""
    return [f"{row}.{key.sql}" for key in ORDER.keys]


def by_kind(choices: Sequence[tuple[Searched, str]], found: str) -> str:
    """The expression of the type that was found."""
    cases = " ".join(f"when {quoted(searched.value)} then {sql}" for searched, sql in choices)
    return f"case {found}.kind {cases} end"
