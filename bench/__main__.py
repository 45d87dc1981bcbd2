"""`python -m bench`: measures and prints; bench/RESULTS.md keeps what was seen."""

import asyncio
import os
import platform
import tempfile
from importlib.metadata import version
from pathlib import Path

import asyncpg
import click

from bench.ingest import measure_ingest
from bench.reads import measure_reads
from bench.server import OTHER_CORE, Databases
from service.storage.embedded import embedded_postgres


@click.command()
@click.option("--what", type=click.Choice(["all", "reads", "ingest"]), default="all", show_default=True)
@click.option("--articles", default=5_000, show_default=True, help="Articles that are made and stored.")
@click.option("--rounds", default=5, show_default=True, help="Rounds of each measurement.")
@click.option("--seconds", default=5.0, show_default=True, help="Seconds of load in a round.")
def main(what: str, articles: int, rounds: int, seconds: float) -> None:
    """Measure reads against the bare statement, and ingest against plain COPY."""
    # What is started from here, Postgres and the load, stays on this core; servers move to the other.
    os.sched_setaffinity(0, {OTHER_CORE})
    with tempfile.TemporaryDirectory(prefix="onrecord-bench-") as folder:
        Path(folder).chmod(0o755)
        with embedded_postgres(Path(folder)) as url:
            asyncio.run(_measure(url, what, articles, rounds, seconds))


async def _measure(url: str, what: str, articles: int, rounds: int, seconds: float) -> None:
    connection = await asyncpg.connect(url)
    postgres = str(await connection.fetchval("select version()")).split(" on ")[0]
    await connection.close()
    parts = ", ".join(f"{name} {version(name)}" for name in ("uvicorn", "starlette", "asyncpg", "strawberry-graphql"))
    print(f"{postgres}, Python {platform.python_version()}, {parts}, {os.cpu_count()} cores")
    databases = Databases(url)
    if what in {"all", "reads"}:
        print(await measure_reads(databases, articles, rounds, seconds))
    if what in {"all", "ingest"}:
        print(await measure_ingest(databases, articles, rounds))


if __name__ == "__main__":
    main()
