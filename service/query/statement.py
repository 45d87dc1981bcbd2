"""Writes a plan as one SQL statement whose JSON Postgres builds.

Rows are t1, t2, … so that equal documents give equal, readable, cacheable text. Relations are correlated
sub-selects; a list is filtered, sorted and limited first, and JSON is built of the rows that are left.
"""

from collections.abc import Mapping, Sequence
from itertools import count

from service.catalog import NODE_TYPES, TYPES
from service.catalog.model import Column, Connection, Embedded, FilterField, Lookup, ObjectType, ToMany, ToOne
from service.query.arguments import Arguments
from service.query.json_sql import EMPTY_LIST, Pair, json_list, json_object, quoted
from service.query.page import PageWriter
from service.query.parameters import Parameters, Statement, convert, id_of, ids_of, page_size
from service.query.plan import Selected


def write_statement(fields: Sequence[Selected]) -> Statement:
    """The statement of a plan: one row, one column, the JSON of `data`."""
    return StatementWriter().write(fields)


class StatementWriter:
    """Writes one statement; holds its parameters and the numbers of its rows."""

    def __init__(self) -> None:
        self.parameters = Parameters()
        self._rows = count(1)

    def write(self, fields: Sequence[Selected]) -> Statement:
        """The statement of these root fields."""
        return self.parameters.statement(json_object(self.pairs(TYPES["Query"], fields, ""))[1:-1])

    def row(self) -> str:
        """A name for a row that no other row of the statement has."""
        return f"t{next(self._rows)}"

    def pairs(self, holder: ObjectType, fields: Sequence[Selected], row: str) -> list[Pair]:
        """The fields of the object in `row`."""
        return [(selected.key, self._expression(holder, selected, row)) for selected in fields]

    def _expression(self, holder: ObjectType, selected: Selected, row: str) -> str:
        if selected.name == "__typename":
            return f"{quoted(holder.name)}::text"
        match holder.by_name[selected.name]:
            case Column(sql=sql):
                return sql.format(row=row)
            case Embedded() as embedded:
                return self._embedded(embedded, selected, row)
            case ToOne() as relation:
                return self._to_one(relation, selected, row)
            case ToMany() as relation:
                return self._to_many(relation, selected, row)
            case Connection():
                return PageWriter(self, holder, selected, row).write()
            case Lookup() as lookup:
                return self._lookup(lookup, selected)

    def _embedded(self, embedded: Embedded, selected: Selected, row: str) -> str:
        type_name = _bare(embedded.type)
        pairs = [
            (f.key, f"{quoted(type_name)}::text" if f.name == "__typename" else f"{row}.{embedded.columns[f.name]}")
            for f in selected.fields
        ]
        built = json_object(pairs)
        return f"case when {embedded.present.format(row=row)} then {built} end" if embedded.present else built

    def _to_one(self, relation: ToOne, selected: Selected, row: str) -> str:
        target = TYPES[_bare(relation.type)]
        child = self.row()
        pairs = self.pairs(target, selected.fields, child)
        return json_object(pairs, f"from {target.table} {child} where {relation.where.format(child=child, row=row)}")

    def _to_many(self, relation: ToMany, selected: Selected, row: str) -> str:
        target = TYPES[_bare(relation.type)]
        child = self.row()
        source = (
            f"select {child}.* from {target.table} {child} where {relation.where.format(child=child, row=row)} "
            f"order by {relation.order.format(child=child)}"
        )
        if relation.first is not None:
            size = page_size("first", selected.arguments.leaf("first"), relation.first)
            source += f" limit {self.parameters.add(size, 'int')}"
        return json_list(self.pairs(target, selected.fields, child), f"from ({source}) {child}")

    def _lookup(self, lookup: Lookup, selected: Selected) -> str:
        if lookup.type == "Node":
            return self._node(selected)
        if lookup.type == "[Node]!":
            return self._nodes(selected)
        target = TYPES[lookup.type]
        child = self.row()
        (condition,) = lookup.argument.conditions
        name = lookup.argument.name
        value = self.parameters.add(convert(name, condition, selected.arguments.leaf(name)), condition.pg_type)
        pairs = self.pairs(target, selected.fields, child)
        return json_object(pairs, f"from {target.table} {child} where {condition.sql.format(child=child, value=value)}")

    def _node(self, selected: Selected) -> str:
        """One of the types has the id, the parameters of the others are null."""
        leaf = selected.arguments.leaf("id")
        ids = {node.name: self.parameters.add(id_of(leaf, node.name), "uuid") for node in NODE_TYPES}
        return self._any_node(selected, ids)

    def _nodes(self, selected: Selected) -> str:
        leaf = selected.arguments.leaf("ids")
        arrays = [self.parameters.add(ids_of("ids", leaf, node.name), "uuid[]") for node in NODE_TYPES]
        asked = self.row()
        columns = ", ".join(node.name.lower() for node in NODE_TYPES)
        built = self._any_node(selected, {node.name: f"{asked}.{node.name.lower()}" for node in NODE_TYPES})
        return (
            f"(select coalesce(json_agg({built} order by {asked}.n), {EMPTY_LIST}) "
            f"from unnest({', '.join(arrays)}) with ordinality {asked} ({columns}, n))"
        )

    def _any_node(self, selected: Selected, ids: dict[str, str]) -> str:
        choices = []
        for node in NODE_TYPES:
            child = self.row()
            pairs = self.pairs(node, selected.of[node.name], child)
            choices.append(json_object(pairs, f"from {node.table} {child} where {child}.id = {ids[node.name]}"))
        return f"coalesce({', '.join(choices)})"

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
                    conditions.append(condition.sql.format(value=value, **names))
        return conditions


def _bare(graphql_type: str) -> str:
    return graphql_type.strip("[]!")
