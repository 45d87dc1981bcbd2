"""Writes a subscription as the statement that reads a stretch of the feed of changes: what of it is to be told."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from service.catalog import TYPES
from service.catalog.change import CHANGES, FEED_ORDER
from service.catalog.model import Connection, Stored
from service.query.arguments import Leaf, Variables
from service.query.cursor import cursor_sql, fingerprint, payload_sql, read_cursor
from service.query.json_sql import Pair, json_name, json_object, json_value, quoted
from service.query.parameters import Statement
from service.query.plan import Selected
from service.query.statement import StatementWriter

TOLD_AT_ONCE = 25
"""Objects that one statement gives at the most."""
LOOKED_AT_ONCE = 2_000
"""Changes of the type that it looks at, whatever of them passes the filter."""

FEED_FINGERPRINT = fingerprint("Query", CHANGES.name, CHANGES.default_order)
"""A cursor of `changes` and one of a subscription are positions in the same feed: each is taken for the other."""

Position = tuple[int, UUID]


@dataclass(frozen=True)
class Live:
    """A subscription. Its statement takes, behind its own parameters, two positions: after the first, up to the second.

    It gives rows (xid, node_id, data: JSON) in the order of the feed, and at the end one without data: the position
    up to which nothing is left to tell.
    """

    statement: Statement
    after: Leaf

    def start(self, variables: Variables) -> Position | None:
        """The position behind which it begins; None for from now on. Raises BadInput."""
        cursor = self.after(variables)
        if cursor is None:
            return None
        xid, node_id = read_cursor(cursor, FEED_FINGERPRINT, FEED_ORDER)
        return int(xid), UUID(node_id)


def write_live(fields: Sequence[Selected]) -> Live:
    """The subscription of a plan: the validator sees to it that it has one root field, whatever its variables."""
    (selected,) = fields
    stored = TYPES["Subscription"].by_name[selected.name]
    if not isinstance(stored, Stored):
        raise TypeError(f"Subscription.{selected.name} tells of nothing that is stored")
    return _Writer(stored, selected).live()


class _Writer:
    def __init__(self, stored: Stored, selected: Selected) -> None:
        self._stored = stored
        self._selected = selected
        self._node = TYPES[stored.node]
        self._writer = StatementWriter()

    def live(self) -> Live:
        row = self._writer.row()
        told = json_object(self._member(field, row) for field in self._selected.fields)
        data = f"convert_to({json_object([(self._selected.key, told)]).sql}, 'UTF8')"
        conditions = "".join(f" and {each}" for each in self._filters(row))
        own = self._writer.parameters.statement("")
        after, until = self._positions(len(own.binders))
        text = (
            "with looked as materialized (select c.xid, c.node_id from changes c "
            f"where (c.xid, c.node_id) > ({after}) and (c.xid, c.node_id) <= ({until}) "
            f"and c.type_name = {quoted(self._node.name)} and c.kind in ('CREATED', 'UPDATED') "
            f"order by c.xid, c.node_id limit {LOOKED_AT_ONCE}), "
            f'told as (select {row}."$x" as xid, {row}."$i" as node_id, {data} as data from ('
            f'select l.xid as "$x", l.node_id as "$i", {row}.* from looked l '
            f"join {self._node.table} {row} on {row}.id = l.node_id{conditions} "
            f"order by l.xid, l.node_id limit {TOLD_AT_ONCE}) {row}) "
            "select * from (select * from told union all (select e.xid, e.node_id, null from ("
            f"(select xid, node_id from looked order by xid, node_id offset {LOOKED_AT_ONCE - 1}) "
            f"union all (select xid, node_id from told order by xid, node_id offset {TOLD_AT_ONCE - 1}) "
            f"union all select {until}) e (xid, node_id) where in_feed({after}) order by e.xid, e.node_id limit 1)) r "
            "order by data is null, xid, node_id"
        )
        return Live(Statement(text, own.binders, own.checks), self._selected.arguments.leaf("after"))

    def _member(self, member: Selected, row: str) -> Pair:
        match member.name:
            case "cursor":
                cursor = cursor_sql(payload_sql(f"'{FEED_FINGERPRINT}'", [f'{row}."$x"', f'{row}."$i"']))
                return member.key, json_value(cursor, "ID!")
            case "node":
                return member.key, self._writer.object(self._node, member.fields, row)
            case _:
                return member.key, json_name(self._stored.type.rstrip("!"))

    def _filters(self, row: str) -> list[str]:
        listed = Connection(self._stored.name, self._stored.node, "", {}, "", filter=self._stored.filter)
        return self._writer.filters(listed, self._selected.arguments, {"child": row, "link": "", "row": ""})

    @staticmethod
    def _positions(taken: int) -> tuple[str, str]:
        xid, node_id, last_xid, last_node_id = (f"${taken + i}" for i in range(1, 5))
        return f"{xid}::xid8, {node_id}::uuid", f"{last_xid}::xid8, {last_node_id}::uuid"
