"""Writes a connection: the page of rows it stands for, and what is selected of them."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from service.catalog import TYPES
from service.catalog.model import Connection, ObjectType, Order
from service.query.arguments import Arguments, Variables
from service.query.cursor import cursor_sql, fingerprint, read_cursor
from service.query.json_sql import EMPTY_LIST, Pair, flat_object, json_list, json_object, quoted
from service.query.parameters import Binder, Parameters, page_size
from service.query.plan import Selected

DEFAULT_SIZE = 20


class RowWriter(Protocol):
    """What a page needs of the statement that it stands in."""

    parameters: Parameters

    def row(self) -> str:
        """A name for a row that no other row of the statement has."""

    def pairs(self, holder: ObjectType, fields: Sequence[Selected], row: str) -> list[Pair]:
        """The fields of the object in `row`."""

    def filters(self, connection: Connection, arguments: Arguments, names: Mapping[str, str]) -> list[str]:
        """The conditions that the arguments of a connection set; `names`: row, child and link."""


class PageWriter:
    """Writes one connection at one place of a statement."""

    def __init__(self, writer: RowWriter, holder: ObjectType, selected: Selected, row: str) -> None:
        connection = holder.by_name[selected.name]
        if not isinstance(connection, Connection):
            raise TypeError(f"{holder.name}.{selected.name} is no connection")
        self._writer = writer
        self._holder = holder
        self._connection = connection
        self._selected = selected
        self._row = row
        asked = selected.arguments.value("orderBy") if connection.order_type else None
        self._order_name: str = getattr(asked, "value", None) or connection.default_order
        self._order: Order = connection.orders[self._order_name]

    def write(self) -> str:
        """The JSON of the connection."""
        fields = self._selected.fields
        paged = [field for field in fields if field.name in {"nodes", "edges", "pageInfo"}]
        plain = all(field.name == "nodes" for field in paged)
        size = page_size("first", self._selected.arguments.leaf("first"), DEFAULT_SIZE)
        if not paged:
            self._writer.parameters.check(size)
            if self._after_given:
                self._writer.parameters.check(self._read_after())
        if plain:
            return json_object([(field.key, self._plain_member(field, size)) for field in fields])
        return self._numbered(fields, self._writer.parameters.add(size, "int"))

    def _plain_member(self, field: Selected, size: Binder) -> str:
        """A list of nodes alone needs neither numbers nor cursors."""
        if field.name != "nodes":
            return self._unpaged_member(field)
        child = self._writer.row()
        pairs = self._writer.pairs(TYPES[self._connection.node], field.fields, child)
        return json_list(pairs, self._page(child, self._writer.parameters.add(size, "int")))

    def _unpaged_member(self, field: Selected) -> str:
        if field.name == "totalCount":
            return self._count()
        return f"{quoted(f'{self._connection.node}Connection')}::text"

    def _numbered(self, fields: tuple[Selected, ...], size: str) -> str:
        """Nodes, edges and page info of one page, told by the rows' numbers; a row more tells of a next page."""
        rows, child = self._writer.row(), self._writer.row()
        page = self._writer.row() if self._connection.link else child
        in_page = f'filter (where {rows}."$n" <= {size})'
        columns: list[str] = [f'{page}."$n"', f'{page}."$c"']
        pairs: list[Pair] = []
        for i, field in enumerate(fields):
            if field.name in {"nodes", "edges"}:
                built = self._edge(field, child, page) if field.name == "edges" else self._node(field, child)
                columns.append(f'{built} as "${i}"')
                aggregate = f'json_agg({rows}."${i}" order by {rows}."$n") {in_page}'
                pairs.append((field.key, f"coalesce({aggregate}, {EMPTY_LIST})"))
            elif field.name == "pageInfo":
                pairs.append((field.key, flat_object([(f.key, self._page_info(f, rows, size)) for f in field.fields])))
            else:
                pairs.append((field.key, self._unpaged_member(field)))
        source = self._page(child, f"{size} + 1", numbered_as=page)
        # One group and so one row, also where nothing that is asked for gathers the rows.
        return json_object(pairs, f"from (select {', '.join(columns)} {source}) {rows} having true")

    def _node(self, field: Selected, child: str) -> str:
        return json_object(self._writer.pairs(TYPES[self._connection.node], field.fields, child))

    def _edge(self, field: Selected, child: str, page: str) -> str:
        return json_object([(member.key, self._edge_member(member, child, page)) for member in field.fields])

    def _edge_member(self, member: Selected, child: str, page: str) -> str:
        match member.name:
            case "cursor":
                return f'{page}."$c"'
            case "node":
                return self._node(member, child)
            case _:
                return f"{quoted(f'{self._connection.node}Edge')}::text"

    def _page_info(self, field: Selected, rows: str, size: str) -> str:
        match field.name:
            case "hasNextPage":
                return f"count(*) > {size}"
            case "hasPreviousPage":
                return "true" if self._after_given else "false"
            case "startCursor":
                return f'min({rows}."$c") filter (where {rows}."$n" = 1)'
            case "endCursor":
                return f'(array_agg({rows}."$c" order by {rows}."$n" desc) filter (where {rows}."$n" <= {size}))[1]'
            case _:
                return "'PageInfo'::text"

    @property
    def _after_given(self) -> bool:
        return self._selected.arguments.value("after") is not None

    def _page(self, child: str, limit: str, numbered_as: str | None = None) -> str:
        """The rows of the page as `child`: filtered, sorted and limited before anything is built of them.

        With `numbered_as`, the name of the row that holds them, "$n" is each one's number and "$c" its cursor.
        """
        source, keys, link = self._source(child)
        direction = " desc" if self._order.descending else ""
        order = ", ".join(f"{key}{direction}" for key in keys)
        chosen = [f"{link}.{self._connection.link_id} as id" if link else f"{child}.*"]
        if link or numbered_as:
            chosen.append(f'row_number() over (order by {order}) as "$n"')
        if numbered_as:
            chosen.append(f'{cursor_sql(self._writer.parameters.add(self._fingerprint(), "text"), keys)} as "$c"')
        rows = f"select {', '.join(chosen)} {source} order by {order} limit {limit}"
        if not link:
            return f"from ({rows}) {child}"
        page, table = numbered_as or self._writer.row(), TYPES[self._connection.node].table
        return f'from ({rows}) {page} join {table} {child} on {child}.id = {page}.id order by {page}."$n"'

    def _source(self, child: str, *, after: bool = True) -> tuple[str, list[str], str]:
        """FROM and WHERE of the list, its order's keys, and the row of the link table, if there is one."""
        connection = self._connection
        link = self._writer.row() if connection.link else ""
        names = {"child": child, "link": link, "row": self._row}
        keys = [key.sql.format(**names) for key in self._order.keys] if after else []
        conditions = [connection.where.format(**names)] if connection.where else []
        conditions += self._writer.filters(connection, self._selected.arguments, names)
        if after and self._after_given:
            conditions.append(self._keyset(keys))
        table = TYPES[connection.node].table
        if not link:
            source = f"from {table} {child}"
        else:
            source = f"from {connection.link} {link}"
            if any(f"{child}." in text for text in (*keys, *conditions)):
                source += f" join {table} {child} on {child}.id = {link}.{connection.link_id}"
        where = f" where {' and '.join(conditions)}" if conditions else ""
        return source + where, keys, link

    def _keyset(self, keys: list[str]) -> str:
        """The rows behind the cursor, as one comparison of rows that an index answers."""
        after = self._writer.parameters.add(self._read_after(), "text[]")
        values = [f"(({after})[{place}])::{key.type}" for place, key in enumerate(self._order.keys, 1)]
        comparison = "<" if self._order.descending else ">"
        return f"({', '.join(keys)}) {comparison} ({', '.join(values)})"

    def _read_after(self) -> Binder:
        """What gives the keys in the cursor."""
        fingerprint_of = self._fingerprint()
        after = self._selected.arguments.leaf("after")
        return lambda variables: read_cursor(after(variables), fingerprint_of(variables), self._order)

    def _count(self) -> str:
        source, _, _ = self._source(self._writer.row(), after=False)
        return f"(select count(*) {source})"

    def _fingerprint(self) -> Binder:
        names = [*(argument.name for argument in self._connection.arguments), "filter"]
        leaves = [self._selected.arguments.leaf(name) for name in names if self._selected.arguments.takes(name)]
        place = (self._holder.name, self._connection.name, self._order_name)

        def bind(variables: Variables) -> str:
            return fingerprint(*place, *(leaf(variables) for leaf in leaves))

        return bind
