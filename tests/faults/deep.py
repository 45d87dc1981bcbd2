"""`python -m tests.faults.deep`: kills the service while clients write, and Postgres under load, many times."""

import asyncio
import os
from collections.abc import Callable
from statistics import median

import click

from service.storage.embedded import embedded_postgres
from service.storage.schema import migrate
from tests.conftest import short_folder
from tests.databases import Server, Spares
from tests.faults.killing import kill_while_writing
from tests.faults.postgres import Postgres, own_postgres
from tests.faults.restarting import fail_under_load, kill_a_backend, kill_the_server, restart

FAILURES: dict[str, Callable[[Postgres], None]] = {
    "a backend of Postgres killed": kill_a_backend,
    "Postgres killed and started again": kill_the_server,
    "Postgres restarted in order": restart,
}


@click.command()
@click.option("--kills", default=100, show_default=True, help="Of the service.")
@click.option("--restarts", default=10, show_default=True, help="Of Postgres, in each of three ways.")
@click.option("--seed", type=int, help="Of the first kill; each has the next one.  [default: drawn]")
def main(kills: int, restarts: int, seed: int | None) -> None:
    """Exit with 1 where what was acknowledged is lost, an article is half stored, or an answer is wrong."""
    bad = kill_services(kills, int.from_bytes(os.urandom(4)) if seed is None else seed) if kills else False
    for name, fail in FAILURES.items():
        if restarts:
            bad |= fail_databases(restarts, name, fail)
    raise SystemExit(1 if bad else 0)


def kill_services(kills: int, first: int) -> bool:
    """Kill so many; whether anything was lost."""
    acknowledged = sent = lost = half = 0
    with short_folder() as folder, embedded_postgres(folder) as url:
        server = Server(url)
        with server.database() as template:
            asyncio.run(migrate(template))
            with Spares(server, Server.name_in(template)) as spares:
                for seed in range(first, first + kills):
                    with spares.database() as database:
                        found = asyncio.run(kill_while_writing(database, seed))
                    acknowledged += found.acknowledged
                    sent += found.sent
                    lost += len(found.lost)
                    half += bool(found.half)
                    if found.lost or found.half:
                        click.echo(f"seed {seed}: lost {found.lost}; {found.half}")
    click.echo(
        f"the service killed {kills} times, from seed {first}: {sent} writes sent, {acknowledged} acknowledged, of "
        f"which {lost} lost; {half} times something half stored"
    )
    return bool(lost or half)


def fail_databases(times: int, name: str, fail: Callable[[Postgres], None]) -> bool:
    """Have so many fail; whether anything was lost or wrong."""
    answered = refused = wrong = lost = 0
    seconds = []
    for _ in range(times):
        with own_postgres() as postgres:
            seen = asyncio.run(fail_under_load(postgres, fail))
        answered += seen.answered
        refused += seen.refused
        wrong += len(seen.wrong)
        lost += len(seen.lost)
        seconds.append(seen.seconds)
        for each in (*seen.wrong, *sorted(seen.lost)):
            click.echo(each)
    click.echo(
        f"{name} {times} times: {answered} answered, {refused} refused, {wrong} wrong; {lost} acknowledged lost; reads "
        f"answered {median(seconds):.2f} s after it accepted connections, at the latest {max(seconds):.2f} s"
    )
    return bool(wrong or lost)


if __name__ == "__main__":
    main()
