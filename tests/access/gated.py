"""A real server that has nothing but the gate: GET /read, /write and /admin tell who is let in, or why not."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, cast

import httpx
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from service.access.gate import Gate
from service.api_key import KeyScope
from service.errors import OnRecordError
from service.settings import Settings

SECONDS = 30


@asynccontextmanager
async def gated(**variables: Any) -> AsyncIterator[httpx.AsyncClient]:
    """A client of the gate with these settings, bound to 127.0.0.1 whatever they say."""
    gate = Gate(Settings(**variables))

    async def answer(request: Request) -> Response:
        try:
            caller = gate.admit(request.scope, cast("KeyScope", request.path_params["scope"]))
        except OnRecordError as error:
            told = {"code": error.code, "message": str(error)}
            return JSONResponse(told, error.status, headers=dict(error.headers))
        return JSONResponse({"name": caller.name, "scopes": sorted(caller.scopes)})

    app = Starlette(routes=[Route("/{scope}", answer)])
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="warning", lifespan="off"))
    task = asyncio.ensure_future(server.serve())
    try:
        async with asyncio.timeout(SECONDS):
            while not server.started:
                assert not task.done()
                await asyncio.sleep(0.01)
        port = server.servers[0].sockets[0].getsockname()[1]
        async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", timeout=SECONDS) as client:
            yield client
    finally:
        server.should_exit = True
        async with asyncio.timeout(SECONDS):
            await task
