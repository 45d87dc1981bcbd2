"""The table of all operations of REST."""

from collections.abc import Mapping

from service.rest.operation import Operation, Schema
from service.rest.reads import ANSWERS, READS
from service.rest.records import RECORDS
from service.rest.writes import WRITES

OPERATIONS: tuple[Operation, ...] = (*READS, *WRITES)

COMPONENTS: Mapping[str, Schema] = {**RECORDS.components, **ANSWERS.components}
"""Name -> schema that operations refer to."""
