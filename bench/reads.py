"""Ours against the limit alone: every operation over GraphQL and as the bare statement, on a small data set."""

from bench.contenders import contenders
from bench.databases import Databases
from bench.side_by_side import measure, table

SIDES = frozenset({"ours", "bare statement"})


async def measure_reads(databases: Databases, articles: int, rounds: int, seconds: float) -> str:
    """A Markdown table."""
    sides = [one for one in contenders(None) if one.name in SIDES]
    return table(await measure(await databases.filled(articles), sides, rounds, seconds))
