"""Writes a connection: the page of rows it stands for, and what is selected of them."""

from collections.abc import Sequence

from service.catalog import TYPES
from service.catalog.model import Connection, Field, ObjectType, Order
from service.query.arguments import Variables
from service.query.cursor import end_keys_sql, fingerprint, keys_sql, read_cursor
from service.query.json_sql import (
    Joins,
    Json,
    Pair,
    columns_of,
    joined,
    json_list,
    json_name,
    json_object,
    json_rows,
    json_value,
    literal,
    written,
)
from service.query.parameters import Binder
from service.query.plan import Selected
from service.query.row_writer import RowWriter
from service.query.sample import write_sample
from service.query.window import Side, read_window


class PageWriter:
    """Writes one connection at one place of a statement."""

    def __init__(self, writer: RowWriter, holder: ObjectType, connection: Field, selected: Selected, row: str) -> None:
        if not isinstance(connection, Connection):
            raise TypeError(f"{holder.name}.{connection.name} is no connection")
        self._writer = writer
        self._holder = holder
        self._connection = connection
        self._selected = selected
        self._row = row
        asked = selected.arguments.value("orderBy") if connection.order_type else None
        self._order_name: str = getattr(asked, "value", None) or connection.default_order
        self._order: Order = connection.orders[self._order_name]
        self._window = read_window(selected.arguments)

    def write(self) -> Json:
        """The JSON of the connection."""
        fields = self._selected.fields
        paged = [field for field in fields if field.name in {"nodes", "edges", "pageInfo"}]
        if not paged:
            for side in self._window.sides:
                self._writer.parameters.check(self._read_cursor(side))
        if any(field.name != "nodes" for field in paged):
            return self._numbered(fields)
        return self._plain(fields)

    def _plain(self, fields: tuple[Selected, ...]) -> Json:
        """Lists of nodes alone need neither numbers nor cursors; a single one is aggregated where it stands."""
        single = [field.name for field in fields].count("nodes") == 1
        pairs: list[Pair] = []
        source = ""
        for field in fields:
            if field.name != "nodes":
                pairs.append((field.key, self._unpaged_member(field)))
                continue
            child, joins = self._writer.row(), Joins()
            node = self._node(field, child, joins)
            page = self._page(child, joins, node.sql)
            if single:
                nodes, rows = json_rows(node, page)
                source = f" from {rows}"
            else:
                nodes = json_list(node, page)
            pairs.append((field.key, nodes))
        built = json_object(pairs)
        return written(f"(select {built.sql}{source})") if source else built

    def _unpaged_member(self, field: Selected) -> Json:
        if field.name == "totalCount":
            source, _, _ = self._source(self._writer.row(), whole=True)
            return written(f"(select count(*) {source})")
        if field.name == "facets":
            return self.sample(TYPES[f"{self._connection.node}Facets"], field)
        return json_name(f"{self._connection.node}Connection")

    def sample(self, counts: ObjectType, selected: Selected | None = None) -> Json:
        """Counts over the newest of the whole list, whatever its order; `selected` of them, or of the field itself."""
        self._writer.parameters.plan_by_value()
        child = self._writer.row()
        newest = self._connection.orders["PUBLISHED_DESC"]
        source, keys, link = self._source(child, order=newest, whole=True, of_child=True)
        names = {"child": child, "link": link, "row": self._row}
        order = _directed(keys, descending=newest.descending)
        return write_sample(self._writer, counts, selected or self._selected, source, order, names)

    def _numbered(self, fields: tuple[Selected, ...]) -> Json:
        """Nodes, edges and page info of one page, told by the rows' numbers; a row more tells of a next page."""
        rows, child = self._writer.row(), self._writer.row()
        page = self._writer.row() if self._connection.link else child
        size, backwards = self._window.size, " desc" if self._window.backwards else ""
        in_page = f'filter (where {rows}."$n" <= {size})'
        joins = Joins()
        columns: list[str] = [f'{page}."$n"', *self._kept_keys(page)]
        pairs: list[Pair] = []
        for i, field in enumerate(fields):
            if field.name in {"nodes", "edges"}:
                edges = field.name == "edges"
                item = self._edge(field, child, page, joins) if edges else self._node(field, child, joins)
                columns.append(f'{item.sql} as "$o{i}"')
                items = f"""string_agg({rows}."$o{i}", ',' order by {rows}."$n"{backwards}) {in_page}"""
                pairs.append((field.key, joined(literal("["), written(items), literal("]"))))
            elif field.name == "pageInfo":
                pairs.append((field.key, json_object((f.key, self._page_info(f, rows)) for f in field.fields)))
            else:
                pairs.append((field.key, self._unpaged_member(field)))
        source = self._page(child, joins, ", ".join(columns), numbered_as=page)
        # One group and so one row, also where nothing that is asked for gathers the rows.
        return written(
            f"(select {json_object(pairs).sql} from (select {', '.join(columns)} {source}) {rows} having true)"
        )

    def _node(self, field: Selected, child: str, joins: Joins) -> Json:
        return self._writer.object(TYPES[self._connection.node], field.fields, child, joins)

    def _edge(self, field: Selected, child: str, page: str, joins: Joins) -> Json:
        return json_object((member.key, self._edge_member(member, child, page, joins)) for member in field.fields)

    def _edge_member(self, member: Selected, child: str, page: str, joins: Joins) -> Json:
        match member.name:
            case "cursor":
                return self._writer.cursor(self._fingerprint(), self._kept_keys(page), of_shown=self._shows_rows())
            case "node":
                return self._node(member, child, joins)
            case _:
                return json_name(f"{self._connection.node}Edge")

    def _page_info(self, field: Selected, rows: str) -> Json:
        window = self._window
        more = json_value(f"count(*) > {window.size}", "Boolean!")
        match field.name:
            case "hasNextPage":
                return literal("true") if window.ahead else literal("false") if window.backwards else more
            case "hasPreviousPage":
                return literal("true") if window.behind else more if window.backwards else literal("false")
            case "startCursor":
                return self._end_cursor(rows, nearest=not window.backwards)
            case "endCursor":
                return self._end_cursor(rows, nearest=window.backwards)
            case _:
                return json_name("PageInfo")

    def _end_cursor(self, rows: str, *, nearest: bool) -> Json:
        window = self._window
        ends = end_keys_sql(rows, self._kept_keys(rows), window.size, nearest=nearest, backwards=window.backwards)
        return self._writer.cursor(self._fingerprint(), ends, present="count(*) > 0", of_shown=self._shows_rows())

    def _shows_rows(self) -> bool:
        """Whether the objects of the page are shown, whose own rows hold the order's keys."""
        if self._connection.link or not TYPES[self._connection.node].key:
            return False
        lists = [field for field in self._selected.fields if field.name in {"nodes", "edges"}]
        return any(field.name == "nodes" or "node" in (member.name for member in field.fields) for field in lists)

    def _kept_keys(self, row: str) -> list[str]:
        """The order's keys as the page's rows keep them."""
        return [f'{row}."${place}"' for place in range(1, len(self._order.keys) + 1)]

    def _page(self, child: str, joins: Joins, selected: str, numbered_as: str | None = None) -> str:
        """The rows of the page as `child`: filtered, sorted and limited before anything is built of them.

        joins: what is joined to them; selected: what is built of both. With `numbered_as`, the name of the row that
        holds them, they are one more, and "$n" is each one's number, counted from the window's end.
        """
        source, keys, link = self._source(child)
        backwards = self._window.backwards
        order = _directed(keys, descending=self._order.descending != backwards)
        limit = self._window.size + (1 if numbered_as else 0)
        chosen = [f"{link}.{self._connection.link_id} as id"] if link else columns_of(child, selected, str(joins))
        chosen += [f'{key} as "${place}"' for place, key in enumerate(keys, 1)]
        page = numbered_as or (self._writer.row() if link else child)
        if numbered_as:
            chosen.append(f'row_number() over (order by {order}) as "$n"')
            sort = ""
        else:
            # A join need not keep an order that it is not told to keep.
            sort = f" order by {_directed(self._kept_keys(page), descending=self._order.descending)}"
        rows = f"select {', '.join(chosen)} {source} order by {order} limit {limit}"
        table = TYPES[self._connection.node].table
        joined = f" join {table} {child} on {child}.id = {page}.id" if link else ""
        return f"from ({rows}) {page}{joined}{joins}{sort}"

    def _source(
        self, child: str, *, order: Order | None = None, whole: bool = False, of_child: bool = False
    ) -> tuple[str, list[str], str]:
        """FROM and WHERE of the list, its order's keys, and the row of the link table, if there is one.

        whole: without what the cursors cut off; of_child: the rows' own table is needed in any case.
        """
        connection = self._connection
        link = self._writer.row() if connection.link else ""
        names = {"child": child, "link": link, "row": self._row}
        keys = [key.sql.format(**names) for key in (order or self._order).keys]
        conditions = [connection.where.format(**names)] if connection.where else []
        conditions += self._writer.filters(connection, self._selected.arguments, names)
        if not whole:
            conditions += [condition for side in self._window.sides for condition in self._keyset(side, keys)]
        table = TYPES[connection.node].table
        if not link:
            source = f"from {table} {child}"
        else:
            source = f"from {connection.link} {link}"
            used = conditions if whole and not order else (*keys, *conditions)
            if of_child or any(f"{child}." in text for text in used):
                source += f" join {table} {child} on {child}.id = {link}.{connection.link_id}"
        where = f" where {' and '.join(conditions)}" if conditions else ""
        return source + where, keys, link

    def _keyset(self, side: Side, keys: list[str]) -> list[str]:
        """The rows on the near side of a cursor, as one comparison of rows that an index answers."""
        cursor = self._writer.parameters.add(self._read_cursor(side), "text[]")
        values = keys_sql(cursor, self._order)
        comparison = "<" if self._order.descending == (side == "after") else ">"
        guard = [self._connection.guard.format(keys=values)] if self._connection.guard else []
        return [*guard, f"({', '.join(keys)}) {comparison} ({values})"]

    def _read_cursor(self, side: Side) -> Binder:
        """What gives the keys in a cursor."""
        fingerprint_of = self._fingerprint()
        cursor = self._selected.arguments.leaf(side)
        return lambda variables: read_cursor(cursor(variables), fingerprint_of(variables), self._order, side)

    def _fingerprint(self) -> Binder:
        arguments = self._selected.arguments
        names = [*(argument.name for argument in self._connection.arguments), "filter"]
        leaves = [arguments.leaf(name) for name in names if arguments.takes(name)]
        place = (self._holder.name, self._connection.name, self._order_name)

        def bind(variables: Variables) -> str:
            return fingerprint(*place, *(leaf(variables) for leaf in leaves))

        if any(arguments.varies(name) for name in names):
            return bind
        same = bind(Variables({}, {}))
        return lambda _: same


def _directed(keys: Sequence[str], *, descending: bool) -> str:
    return ", ".join(f"{key} desc" if descending else key for key in keys)
