"""`python -m bench`: measures and prints; bench/RESULTS.md keeps what was seen."""

import asyncio
import os
import platform
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

import asyncpg
import click
import uvloop

from bench.contenders import contenders
from bench.databases import Databases
from bench.documents import measure_cold, measure_documents
from bench.growth import SIZES, measure_growth
from bench.ingest import measure_ingest
from bench.node import CACHE, Node, installed_node
from bench.peers.postgraphile import INDEXES
from bench.placement import OTHER_CORE, PLACEMENT
from bench.reads import measure_reads
from bench.rest import measure_rest
from bench.side_by_side import measure, table
from bench.soak import measure_soak
from bench.start import measure_start
from bench.streams import measure_streams
from service.storage.embedded import embedded_postgres

WHAT = ("reads", "rest", "ingest", "streams", "peers", "growth", "cold", "documents", "start")
PACKAGES = ("uvicorn", "starlette", "strawberry-graphql", "graphql-core", "asyncpg")


@click.command()
@click.option("--what", type=click.Choice(["all", *WHAT, "soak"]), default="all", show_default=True)
@click.option("--articles", type=int, help="Articles that are stored; each measurement has a number of its own.")
@click.option("--rounds", default=5, show_default=True, help="Rounds of each measurement.")
@click.option("--seconds", default=5.0, show_default=True, help="Seconds of load in a round.")
@click.option("--lines", default=1_000_000, show_default=True, help="Lines of a stream whose memory is watched.")
@click.option("--minutes", default=15.0, show_default=True, help="Minutes of a soak, which is no part of all.")
@click.option("--data", type=click.Path(file_okay=False, path_type=Path), help="A folder that keeps the data sets.")
@click.option(
    "--node", "folder", type=click.Path(file_okay=False, path_type=Path), default=CACHE, show_default=True,
    help="A folder that keeps node and the peers that run on it.",
)  # fmt: skip
def main(
    what: str,
    articles: int | None,
    rounds: int,
    seconds: float,
    lines: int,
    minutes: float,
    data: Path | None,
    folder: Path,
) -> None:
    """Measure reads beside the peers and the bare statement, REST beside GraphQL, ingest against COPY, streams' memory,
    growth, new documents, the start, and minutes of everything at once.
    """
    # What is started from here, Postgres and the load, stays on this core; servers move to the other.
    os.sched_setaffinity(0, {OTHER_CORE})
    asked = WHAT if what == "all" else (what,)
    node = installed_node(folder) if "peers" in asked else None
    with _folder(data) as kept, embedded_postgres(kept) as url:
        bench = _Bench(Databases(url), node, articles, rounds, seconds, lines, minutes)
        # The loop that loads must not be what is slow.
        with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
            print(runner.run(bench.conditions()), flush=True)
            for name in asked:
                print(f"\n## {name}\n\n{runner.run(bench.measure(name))}", flush=True)
    if bench.errors:
        raise click.ClickException(f"{bench.errors} errors, which are told above")


@contextmanager
def _folder(data: Path | None) -> Iterator[Path]:
    if data:
        data.mkdir(parents=True, exist_ok=True)
        yield data
        return
    with tempfile.TemporaryDirectory(prefix="onrecord-bench-") as folder:
        Path(folder).chmod(0o755)  # Postgres may run as a user of its own
        yield Path(folder)


class _Bench:
    """The measurements and what they are told."""

    def __init__(
        self,
        databases: Databases,
        node: Node | None,
        articles: int | None,
        rounds: int,
        seconds: float,
        lines: int,
        minutes: float,
    ) -> None:
        self._databases = databases
        self._node = node
        self._articles = articles
        self._rounds = rounds
        self._seconds = seconds
        self._lines = lines
        self._minutes = minutes
        self.errors = 0
        """What went wrong where nothing should."""

    async def conditions(self) -> str:
        """What the figures were measured on."""
        await self._databases.settle()
        connection = await asyncpg.connect(self._databases.url)
        try:
            postgres = str(await connection.fetchval("select version()")).split(" on ")[0]
        finally:
            await connection.close()
        parts = [f"{name} {version(name)}" for name in PACKAGES]
        if self._node:
            parts += [f"{name} {self._node.version(name)}" for name in ("node", "postgraphile", "mercurius", "fastify")]
        return (
            f"{datetime.now(UTC):%Y-%m-%d}; {postgres} (embedded), Python {platform.python_version()}, "
            f"{', '.join(parts)}; "
            f"{os.cpu_count()} cores; {PLACEMENT}; {self._rounds} rounds of {self._seconds:g} s in turns; medians"
        )

    async def measure(self, name: str) -> str:
        """The figures of one measurement, for RESULTS.md."""
        databases, rounds, seconds = self._databases, self._rounds, self._seconds
        match name:
            case "reads":
                return await measure_reads(databases, self._articles or 5_000, rounds, seconds)
            case "ingest":
                return await measure_ingest(databases, self._articles or 5_000, rounds)
            case "rest":
                return await measure_rest(databases, self._articles or 5_000, rounds, seconds)
            case "streams":
                return await measure_streams(databases, self._lines, self._articles or 100_000)
            case "growth":
                return await measure_growth(databases, [self._articles] if self._articles else SIZES, rounds, seconds)
            case "cold":
                return await measure_cold(databases, self._articles or 5_000)
            case "documents":
                return await measure_documents(databases, self._articles or 5_000, seconds)
            case "soak":
                told, errors = await measure_soak(databases, self._articles or 5_000, self._minutes)
                self.errors += errors
                return told
            case "start":
                return await measure_start(databases, rounds)
            case _:
                return await self._peers()

    async def _peers(self) -> str:
        articles = self._articles or 100_000
        url = await self._databases.filled(articles)
        connection = await asyncpg.connect(url)
        try:
            for number, index in enumerate(INDEXES):
                await connection.execute(f"create index if not exists postgraphile_{number} on {index}")
            await connection.execute("analyze")
        finally:
            await connection.close()
        sides = contenders(self._node)
        return f"{articles} articles:\n\n{table(await measure(url, sides, self._rounds, self._seconds))}"


if __name__ == "__main__":
    main()
