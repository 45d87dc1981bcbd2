"""The database of a command: the configured one, else the embedded one of the data folder."""

from collections.abc import AsyncIterator, Iterator
from contextlib import AbstractContextManager, asynccontextmanager, contextmanager, nullcontext

import asyncpg

from service.causes import first_line
from service.errors import Unavailable
from service.settings import Settings
from service.storage.embedded import embedded_postgres
from service.storage.pool import Pool, open_pool
from service.storage.schema import check_schema


def database(settings: Settings) -> AbstractContextManager[str]:
    """The URL of the database, which runs within the context."""
    if settings.database_url is not None:
        return nullcontext(settings.database_url)
    return embedded_postgres(settings.data_dir)


@asynccontextmanager
async def open_database(url: str, pool_size: int) -> AsyncIterator[Pool]:
    """A pool on a database whose schema is this program's. Raises Unavailable, also where it goes away."""
    with database_errors():
        async with open_pool(url, pool_size) as pool:
            await check_schema(pool)
            yield pool


@contextmanager
def database_errors() -> Iterator[None]:
    """Within it what the driver raises is raised as Unavailable."""
    try:
        yield
    except BrokenPipeError:
        raise  # of standard output: nobody reads on
    except (asyncpg.PostgresError, asyncpg.InterfaceError, OSError) as error:
        raise Unavailable(f"the database fails: {first_line(error)}") from error
