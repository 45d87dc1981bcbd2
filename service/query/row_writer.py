"""What pages, samples and searches need of the statement that they stand in."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from service.catalog.model import Connection, ObjectType
from service.query.arguments import Arguments
from service.query.json_sql import Joins, Json
from service.query.parameters import Binder, Parameters
from service.query.plan import Selected


class RowWriter(Protocol):
    """Writes what is selected of a row of the statement."""

    parameters: Parameters

    def row(self) -> str:
        """A name for a row that no other row of the statement has."""

    def object(self, holder: ObjectType, fields: Sequence[Selected], row: str, joins: Joins | None = None) -> Json:
        """The object in `row` with these fields; with `joins`, what can be joined to it is added there."""

    def cursor(
        self, fingerprint: Binder, keys: Sequence[str], present: str | None = None, *, of_shown: bool = False
    ) -> Json:
        """The cursor of a row with these keys; null where `present`, a condition, is false.

        of_shown: whether the keys are of the row of an object that is shown beside the cursor.
        """

    def filters(self, connection: Connection, arguments: Arguments, names: Mapping[str, str]) -> list[str]:
        """The conditions that the arguments of a connection set; `names`: row, child and link."""
