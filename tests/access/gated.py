"""A real server that has nothing but the gate: GET /read, /write and /admin tell who is let in, or why not."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, cast

import httpx
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from service.access.gate import Gate
from service.api_key import KeyScope
from service.errors import OnRecordError
from service.settings import Settings
from tests.listening import listening

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
    async with (
        listening(app, lifespan="off") as port,
        httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", timeout=SECONDS) as client,
    ):
        yield client
