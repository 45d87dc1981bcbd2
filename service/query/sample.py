"""Writes counts over a sample: the newest objects of a list, and how many of them there are by something."""

from collections.abc import Mapping

from service.catalog import TYPES
from service.catalog.model import Facet, ObjectType
from service.query.json_sql import Json, Pair, json_list, json_name, json_object, json_value, written
from service.query.plan import Selected
from service.query.row_writer import RowWriter
from service.query.window import page_size

SAMPLE = 10_000
"""Objects that are counted at the most: counting all of a million takes a second."""


def write_sample(
    writer: RowWriter, sampled: ObjectType, selected: Selected, source: str, order: str, names: Mapping[str, str]
) -> Json:
    """The JSON of an object of `sampled`, over the first rows of `source` (FROM and WHERE) in this order.

    names: the rows of the source, for the templates of what is counted by.
    """
    sample = writer.row()
    columns = [f'row_number() over (order by {order}) as "$n"']
    pairs: list[Pair] = []
    for field in selected.fields:
        if field.name == "__typename":
            pairs.append((field.key, json_name(sampled.name)))
            continue
        facet = sampled.by_name[field.name]
        if isinstance(facet, Facet):
            column = f"k{len(columns)}"
            columns.append(f"{facet.counted.format(**names)} as {column}")
            pairs.append((field.key, _facet(writer, facet, field, selected, sample, column, names)))
        else:
            pairs.append((field.key, json_value(f"select count(*) > {SAMPLE} from {sample}", "Boolean!")))
    rows = f"select {', '.join(columns)} {source} order by {order} limit {SAMPLE + 1}"
    return written(f"(with {sample} as materialized ({rows}) select {json_object(pairs).sql})")


def _facet(
    writer: RowWriter,
    facet: Facet,
    field: Selected,
    holder: Selected,
    sample: str,
    column: str,
    names: Mapping[str, str],
) -> Json:
    source, key = sample, f"{sample}.{column}"
    if facet.through:
        link, table = writer.row(), facet.through
        source += f" join {table.name} {link} on {link}.{table.of} = {key}"
        key = f"{link}.{table.to}"
    conditions = [f'{sample}."$n" <= {SAMPLE}', f"{key} is not null"]
    if facet.but:
        conditions.append(f"{key} <> {facet.but.format(**names)}")
    if facet.first is None:
        interval = field.arguments.value("interval")
        # The first and the last instant that Python has are infinite where they are stored: they have no day.
        day = f"least(greatest({key}, '0001-01-01'), '9999-12-31')"
        grouped = f"to_char(date_trunc('{interval.value.lower()}', {day}), 'YYYY-MM-DD')"
        order = "key"
    else:
        grouped = key
        sized = field if facet.sized else holder
        order = f"count desc, key limit {page_size(sized.arguments, 'first', facet.first)}"
    row = writer.row()
    rows = (
        f"select {grouped} as key, count(*) as count from {source} where {' and '.join(conditions)} "
        f"group by 1 order by {order}"
    )
    counts = TYPES[facet.type.strip("[]!")]
    return json_list(writer.object(counts, field.fields, row), f"from ({rows}) {row}")
