"""Writes a plan as one SQL statement whose JSON Postgres builds.

Rows are t1, t2, … so that equal documents give equal, readable, cacheable text. Relations are correlated
sub-selects; a list is filtered, sorted and limited first, and JSON is built of the rows that are left.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import count

from service.catalog import NODE_TYPES, TYPES
from service.catalog.model import (
    Column,
    Connection,
    Embedded,
    Facet,
    FilterField,
    Lookup,
    ObjectType,
    Sampled,
    Search,
    Stored,
    ToMany,
    ToNode,
    ToOne,
)
from service.query.arguments import Arguments
from service.query.cursor import cursor_sql, payload_sql
from service.query.json_sql import (
    Joins,
    Json,
    Pair,
    columns_of,
    json_list,
    json_name,
    json_object,
    json_value,
    or_null,
    quoted,
    written,
)
from service.query.page import PageWriter
from service.query.parameters import Binder, Parameters, Statement, convert, id_of, ids_of
from service.query.plan import Selected
from service.query.search import SearchWriter
from service.query.window import page_size


def write_statement(fields: Sequence[Selected]) -> Statement:
    """The statement of a plan: one row, one column, the JSON of `data`."""
    return StatementWriter().write(fields)


class StatementWriter:
    """Writes one statement; holds its parameters and the numbers of its rows.

    of: another writer, of whose statement this one writes parts.
    """

    def __init__(self, of: "StatementWriter | None" = None) -> None:
        self.parameters: Parameters = of.parameters if of else Parameters()
        self._rows: Iterator[int] = of._rows if of else count(1)

    def write(self, fields: Sequence[Selected]) -> Statement:
        """The statement of these root fields: one row with the UTF-8 of the JSON."""
        return self.parameters.statement(f"select convert_to({self.data(fields)}, 'UTF8')")

    def data(self, fields: Sequence[Selected]) -> str:
        """The text of the JSON of these root fields."""
        return self.object(TYPES["Query"], fields, "").sql

    def row(self) -> str:
        """A name for a row that no other row of the statement has."""
        return f"t{next(self._rows)}"

    def search(self, search: Search, selected: Selected) -> SearchWriter:
        """What writes a search of the statement."""
        return SearchWriter(self, search, selected)

    def object(self, holder: ObjectType, fields: Sequence[Selected], row: str, joins: Joins | None = None) -> Json:
        """The object in `row` with these fields; with `joins`, what can be joined to it is added there."""
        return json_object(self.pairs(holder, fields, row, joins), is_row=holder.table is not None)

    def pairs(self, holder: ObjectType, fields: Sequence[Selected], row: str, joins: Joins | None) -> list[Pair]:
        """The fields of the object in `row`."""
        return [(selected.key, self._expression(holder, selected, row, joins)) for selected in fields]

    def cursor(
        self,
        fingerprint: Binder,
        keys: Sequence[str],
        present: str | None = None,
        *,
        of_shown: bool = False,  # noqa: ARG002
    ) -> Json:
        """The cursor of a row with these keys; null where `present`, a condition, is false."""
        built = self.cursor_text(payload_sql(self.parameters.add(fingerprint, "text"), keys))
        return json_value(f"case when {present} then {built} end", "ID") if present else json_value(built, "ID!")

    def cursor_text(self, payload: str) -> str:
        """The expression of a cursor, by that of its payload."""
        return cursor_sql(payload)

    def found_object(
        self,
        target: ObjectType,
        fields: Sequence[Selected],
        child: str,
        where: str,
        joins: Joins | None = None,
    ) -> str:
        """The text of the object in the one row of its table, `child`, that `where` finds; null where it finds none."""
        inner = Joins()
        built = self.object(target, fields, child, inner)
        source = f'select {built.sql} as "$" from {target.table} {child}{inner} where {where}'
        if joins is None or joins.full:
            return f"({source})"
        joins.add(f"left join lateral ({source}) {child} on true")
        return f'{child}."$"'

    def _expression(self, holder: ObjectType, selected: Selected, row: str, joins: Joins | None) -> Json:
        if selected.name == "__typename":
            return json_name(holder.name)
        match holder.by_name[selected.name]:
            case Column() as column:
                return json_value(column.sql.format(row=row), column.type, column.prefix)
            case Embedded() as embedded:
                return self._embedded(embedded, selected, row)
            case ToOne() as relation:
                return self._to_one(relation, selected, row, joins)
            case ToMany() as relation:
                return self._to_many(relation, selected, row)
            case Connection() as connection:
                return PageWriter(self, holder, connection, selected, row).write()
            case Sampled() as sampled:
                page = PageWriter(self, holder, holder.by_name[sampled.of], selected, row)
                return page.sample(TYPES[_bare(sampled.type)])
            case ToNode() as relation:
                return self._to_node(relation, selected, row)
            case Stored(name=name):
                raise TypeError(f"{holder.name}.{name} is told as it happens, and not read")
            case Facet(name=name):
                raise TypeError(f"{holder.name}.{name} stands in a sample alone")
            case Search() as search:
                return self.search(search, selected).write()
            case Lookup() as lookup:
                return self._lookup(lookup, selected)

    def _embedded(self, embedded: Embedded, selected: Selected, row: str) -> Json:
        holder = TYPES[_bare(embedded.type)]
        built = json_object((f.key, self._embedded_member(holder, embedded, f, row)) for f in selected.fields)
        if embedded.present is None:
            return built
        return written(f"case when {embedded.present.format(row=row)} then {built.sql} else 'null' end")

    @staticmethod
    def _embedded_member(holder: ObjectType, embedded: Embedded, member: Selected, row: str) -> Json:
        column = holder.by_name.get(member.name)
        if not isinstance(column, Column):
            return json_name(holder.name)
        return json_value(f"{row}.{embedded.columns[member.name]}", column.type)

    def _to_one(self, relation: ToOne, selected: Selected, row: str, joins: Joins | None) -> Json:
        target = TYPES[_bare(relation.type)]
        if relation.reference and relation.is_told_by(field.name for field in selected.fields):
            return self._referred(relation, target, selected, relation.reference.format(row=row))
        child = self.row()
        where = relation.where.format(child=child, row=row)
        found = self.found_object(target, selected.fields, child, where, joins)
        return written(found) if relation.type.endswith("!") else or_null(found)

    @staticmethod
    def _referred(relation: ToOne, target: ObjectType, selected: Selected, reference: str) -> Json:
        """An object of which nothing but its id is asked for: its row need not be read."""
        found = json_value(reference, "ID!", f"{target.name.lower()}_")
        built = json_object(
            ((field.key, found if field.name == "id" else json_name(target.name)) for field in selected.fields),
            is_row=True,
        )
        return (
            built
            if relation.type.endswith("!")
            else written(f"case when {reference} is null then 'null' else {built.sql} end")
        )

    def _to_many(self, relation: ToMany, selected: Selected, row: str) -> Json:
        target = TYPES[_bare(relation.type)]
        child = self.row()
        joins, order = Joins(), relation.order.format(child=child)
        item = self.object(target, selected.fields, child, joins)
        columns = ", ".join(columns_of(child, item.sql, str(joins), order))
        where = relation.where.format(child=child, row=row)
        source = f"select {columns} from {target.table} {child} where {where} order by {order}"
        if relation.first is not None:
            source += f" limit {page_size(selected.arguments, 'first', relation.first)}"
        # A join need not keep an order that it is not told to keep.
        return json_list(item, f"from ({source}) {child}{joins} order by {order}")

    def _lookup(self, lookup: Lookup, selected: Selected) -> Json:
        if lookup.type == "Node":
            return self._node(selected)
        if lookup.type == "[Node]!":
            return self._nodes(selected)
        target = TYPES[lookup.type]
        child = self.row()
        (condition,) = lookup.argument.conditions
        name = lookup.argument.name
        value = self.parameters.add(convert(name, condition, selected.arguments.leaf(name)), condition.pg_type)
        where = condition.sql.format(child=child, value=value)
        return or_null(self.found_object(target, selected.fields, child, where))

    def _to_node(self, relation: ToNode, selected: Selected, row: str) -> Json:
        type_name, node_id = relation.type_name.format(row=row), relation.node_id.format(row=row)
        return self._any_node(
            selected,
            {node.name: f"case when {type_name} = {quoted(node.name)} then {node_id} end" for node in NODE_TYPES},
        )

    def _node(self, selected: Selected) -> Json:
        """One of the types has the id, the parameters of the others are null."""
        leaf = selected.arguments.leaf("id")
        ids = {node.name: self.parameters.add(id_of(leaf, node.name), "uuid") for node in NODE_TYPES}
        return self._any_node(selected, ids)

    def _nodes(self, selected: Selected) -> Json:
        leaf = selected.arguments.leaf("ids")
        arrays = [self.parameters.add(ids_of("ids", leaf, node.name), "uuid[]") for node in NODE_TYPES]
        asked = self.row()
        columns = ", ".join(node.name.lower() for node in NODE_TYPES)
        built = self._any_node(selected, {node.name: f"{asked}.{node.name.lower()}" for node in NODE_TYPES})
        return json_list(
            built, f"from unnest({', '.join(arrays)}) with ordinality {asked} ({columns}, n) order by {asked}.n"
        )

    def _any_node(self, selected: Selected, ids: dict[str, str]) -> Json:
        choices = []
        for node in NODE_TYPES:
            child = self.row()
            where = f"{child}.id = {node.current_id.format(id=ids[node.name])}"
            choices.append(self.found_object(node, selected.of[node.name], child, where))
        return or_null(", ".join(choices))

    def filters(self, connection: Connection, arguments: Arguments, names: Mapping[str, str]) -> list[str]:
        """The conditions that the arguments of a connection set; `names`: row, child and link."""
        given: list[tuple[tuple[str, ...], FilterField]] = [((a.name,), a) for a in connection.arguments]
        if connection.filter:
            given += [(("filter", field.name), field) for field in connection.filter.fields]
        conditions = []
        for path, field in given:
            for condition in field.conditions:
                place = (*path, *condition.path)
                if arguments.value(*place) is not None:
                    binder = convert(".".join(place), condition, arguments.leaf(*place))
                    value = self.parameters.add(binder, condition.pg_type)
                    self.parameters.plan_by_value()
                    conditions.append(condition.sql.format(value=value, **names))
        return conditions


def _bare(graphql_type: str) -> str:
    return graphql_type.strip("[]!")
