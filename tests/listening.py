"""Serves an application of the test's own on a free port of this process."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import uvicorn
from starlette.types import ASGIApp

from tests.commands import SECONDS


@asynccontextmanager
async def listening(app: ASGIApp, **options: Any) -> AsyncIterator[int]:
    """The port on 127.0.0.1 at which the application is served; options of uvicorn."""
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="warning", **options))
    task = asyncio.ensure_future(server.serve())
    try:
        async with asyncio.timeout(SECONDS):
            while not server.started:
                assert not task.done()
                await asyncio.sleep(0.01)
        yield server.servers[0].sockets[0].getsockname()[1]
    finally:
        server.should_exit = True
        async with asyncio.timeout(SECONDS):
            await task
