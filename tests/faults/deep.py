"""`python -m tests.faults.deep`: kills the service a hundred times while clients write, and prints what was lost."""

import asyncio
import os

import click

from service.storage.embedded import embedded_postgres
from service.storage.schema import migrate
from tests.conftest import short_folder
from tests.databases import Server, Spares
from tests.faults.killing import kill_while_writing


@click.command()
@click.option("--kills", default=100, show_default=True)
@click.option("--seed", default=None, type=int, help="Of the first kill; each has the next one.  [default: drawn]")
def main(kills: int, seed: int | None) -> None:
    """Exit with 1 where an acknowledged write is lost, or an article is half stored."""
    first = int.from_bytes(os.urandom(4)) if seed is None else seed
    acknowledged = sent = lost = half = 0
    with short_folder() as folder, embedded_postgres(folder) as url:
        server = Server(url)
        with server.database() as template:
            asyncio.run(migrate(template))
            with Spares(server, Server.name_in(template)) as spares:
                for number in range(kills):
                    with spares.database() as database:
                        found = asyncio.run(kill_while_writing(database, first + number))
                    acknowledged += found.acknowledged
                    sent += found.sent
                    lost += len(found.lost)
                    half += bool(found.half)
                    if found.lost or found.half:
                        click.echo(f"seed {first + number}: lost {found.lost}; {found.half}")
    click.echo(
        f"{kills} kills from seed {first}: {sent} writes sent, {acknowledged} acknowledged, of which {lost} lost; "
        f"{half} kills left something half stored"
    )
    raise SystemExit(1 if lost or half else 0)


if __name__ == "__main__":
    main()
