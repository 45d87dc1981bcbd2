"""The command line."""

import asyncio
import signal
import sys
from contextlib import aclosing
from pathlib import Path
from typing import Any, NoReturn

import click

from service.cli.contracts import differing_contracts
from service.cli.database import database, database_errors, open_database
from service.cli.explaining import open_console, show_article
from service.cli.reading import read_files, refusal
from service.cli.storing import Storing
from service.collector import seldom_collecting
from service.errors import BadSettings, OnRecordError, ProcessorFailed
from service.processor import processed, processor_of
from service.settings import read_settings
from service.storage import export as stored
from service.storage import schema
from service.storage.lines import ArticleLine
from service.storage.pool import open_pool
from service.storage.submission import Result

FILES = click.argument("files", nargs=-1, required=True, metavar="FILE...")


def _interrupt(*_: object) -> NoReturn:
    """Ends what runs at once. asyncio puts a handler that waits for the next await in place of the usual one."""
    raise KeyboardInterrupt


def _end(*_: object) -> NoReturn:
    """Ends what runs at once, with the exit code of who is ended by SIGTERM."""
    sys.exit(128 + signal.SIGTERM)


class Failure(click.ClickException):
    """An error that a user can act on, in one line on standard error."""

    def show(self, file: Any = None) -> None:
        """Print it."""
        click.echo(f"onrecord: {self.message}", file=file, err=True)


class WrongSetting(Failure):
    """A setting is wrong: the same exit code as for a wrong option."""

    exit_code = click.UsageError.exit_code


class Program(click.Group):
    """Commands whose errors end them with one line and exit code 1; 2 where settings are wrong, as options may be."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command."""
        if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
            signal.signal(signal.SIGINT, _interrupt)
        # As process 1, in a container, a signal that is not handled does nothing.
        if signal.getsignal(signal.SIGTERM) is signal.SIG_DFL:
            signal.signal(signal.SIGTERM, _end)
        try:
            return super().invoke(ctx)
        except OnRecordError as error:
            kind = WrongSetting if isinstance(error, BadSettings) else Failure
            raise kind(" ".join(str(error).split())) from error


@click.group(cls=Program, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="onrecord")
def main() -> None:
    """Who said what, in which article, about which event - and where exactly it says so."""


@main.command()
@click.option("--host", help="Where to listen; else where ONRECORD_HOST says.  [default: 127.0.0.1]")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535), help="0: any free one.")
@click.option("--workers", default=1, show_default=True, type=click.IntRange(1, 256), help="Processes that answer.")
def serve(host: str | None, port: int, workers: int) -> None:
    """Serve GraphQL over HTTP until a signal ends it."""
    # uvicorn is for this command alone.
    from service.cli.serving import serve as run_server  # noqa: PLC0415

    settings = read_settings()

    async def check(url: str) -> None:
        async with open_database(url, settings.pool_size):
            pass

    with database(settings) as url:
        asyncio.run(check(url))
        run_server(url, host or settings.host or "127.0.0.1", port, workers)


@main.command()
def migrate() -> None:
    """Bring the database's schema to this program's version."""

    async def bring_up(url: str) -> str:
        # Says what is wrong with an address better than what migrates does.
        async with open_pool(url, 1):
            return await schema.migrate(url)

    with database(read_settings()) as url, database_errors():
        version = asyncio.run(bring_up(url))
    click.echo(f"The database's schema is {version}.")


@main.command()
@FILES
@click.option("--explain", is_flag=True, help="Print them for a person: who says what, and why that is known.")
def process(files: tuple[str, ...], *, explain: bool) -> None:
    """Print the processed article of every text or record in the files, one a line; needs no database.

    FILE is .txt (one article's text), .json (a record, or an array of them), .ndjson or .jsonl (a record a
    line), or - for lines on standard input.
    """
    processor = processor_of(read_settings())
    console = open_console() if explain else None
    refused = False
    with seldom_collecting():
        for entry in read_files(files):
            refusals = list(entry.refusals())
            if isinstance(entry.line, ArticleLine):
                try:
                    article = processed(entry.line.article, processor)
                    if console:
                        show_article(console, entry.place, article)
                    else:
                        click.echo(article.model_dump_json(by_alias=True).encode())
                except ProcessorFailed as error:
                    refusals = [refusal(entry.place, str(error))]
            elif entry.line is not None:
                refusals = [refusal(entry.place, "is no article to process")]
            for line in refusals:
                refused = True
                click.echo(line, err=True)
    sys.exit(1 if refused else 0)


@main.command()
@FILES
@click.option("--replace", is_flag=True, help="Replace what is stored with another record under the same identity.")
def ingest(files: tuple[str, ...], *, replace: bool) -> None:
    """Store every article of the files; raw ones are processed first. Takes what `process` and `export` give.

    An article that is stored already is left as it is. Exit code 1 where anything was refused.
    """
    settings = read_settings()
    processor = processor_of(settings)

    async def store(url: str) -> bool:
        async with open_database(url, settings.pool_size) as pool:
            storing = Storing(pool, processor, replace=replace)
            try:
                await storing.store(files)
            finally:
                click.echo(storing.summary())
            return storing.counts[Result.REFUSED] > 0

    with database(settings) as url, seldom_collecting():
        refused = asyncio.run(store(url))
    sys.exit(1 if refused else 0)


@main.command()
@click.argument("kind", type=click.Choice(list(stored.EXPORTS)))
def export(kind: str) -> None:
    """Print everything stored of one KIND, one JSON object a line.

    `ingest` takes articles back: an empty database gets the same ids, revisions, instants and merges.
    """
    settings = read_settings()

    async def write(url: str) -> None:
        async with open_database(url, settings.pool_size) as pool, aclosing(stored.export(pool, kind)) as lines:
            async for line in lines:
                click.echo(line)

    with database(settings) as url:
        asyncio.run(write(url))


@main.command()
@click.option("--check", is_flag=True, help="Write nothing; exit code 1 where a file differs.")
def contracts(*, check: bool) -> None:
    """Write the published contracts to schema/: of GraphQL, of REST (OpenAPI), and the record's JSON Schema."""
    folder = Path("schema")
    differing = differing_contracts(folder)
    if check:
        for path in differing:
            click.echo(f"{path} differs: run `onrecord contracts`", err=True)
        sys.exit(1 if differing else 0)
    for path, text in differing.items():
        folder.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        click.echo(f"{path} written")


if __name__ == "__main__":
    main()
