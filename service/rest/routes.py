"""The routes of REST: each path with its operations, who may call them, and every failure as a problem."""

from collections.abc import Iterable
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from service.errors import MethodNotAllowed, NotFound
from service.rest.contract import PATH, openapi_response
from service.rest.operation import Call, Operation, Services
from service.rest.problem import PAGES, problem_page, problem_response
from service.tally import ANSWER, NOTES, OTHER

BASE = "/v1"
"""Below which all operations are."""


class Resource:
    """What one path takes: method -> its operation."""

    def __init__(self) -> None:
        self.operations: dict[str, Operation] = {}

    def operation(self, method: str) -> Operation:
        """The operation of a method; HEAD is GET without a body. Raises MethodNotAllowed."""
        found = self.operations.get("GET" if method == "HEAD" else method)
        if found is None:
            allowed = {*self.operations, *(["HEAD"] if "GET" in self.operations else [])}
            allow = ", ".join(sorted(allowed))
            raise MethodNotAllowed(f"{method[:20]}: use {allow}", allow=allow)
        return found


class _Step:
    """What a path leads to, segment by segment; the parameter stands for any segment that none is named."""

    def __init__(self) -> None:
        self.named: dict[str, _Step] = {}
        self.parameter: tuple[str, _Step] | None = None
        self.resource: Resource | None = None


class Rest:
    """The ASGI application of all paths below BASE; what it serves is `app.state.rest`, of the running application."""

    def __init__(self, operations: Iterable[Operation]) -> None:
        self._root = _Step()
        for operation in operations:
            self._resource(operation.path).operations[operation.method] = operation

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        request = Request(scope, receive)
        try:
            response = await self._answer(request)
        except Exception as error:
            response = problem_response(error)
        scope[ANSWER] = scope.get("onrecord.operation", OTHER), response.status_code
        await response(scope, receive, send)

    async def _answer(self, request: Request) -> Response:
        scope = request.scope
        services: Services = scope["app"].state.rest
        resource, scope["path_params"] = self._find(scope["path"])
        operation = resource.operation(request.method)
        scope["onrecord.operation"] = operation.id
        if (notes := NOTES.get()) is not None:
            notes.route = operation.path
        caller = services.gate.admit(scope, operation.scope)
        if notes is not None:
            notes.key = caller.key
        return await operation.handle(Call(request, caller, services))

    def _resource(self, path: str) -> Resource:
        """The resource of a path such as /v1/articles/{id}."""
        step = self._root
        for segment in path.split("/"):
            if segment.startswith("{"):
                if step.parameter is None:
                    step.parameter = segment[1:-1], _Step()
                step = step.parameter[1]
            else:
                step = step.named.setdefault(segment, _Step())
        step.resource = step.resource or Resource()
        return step.resource

    def _find(self, path: str) -> tuple[Resource, dict[str, Any]]:
        """The resource at a path, and the path's parameters. Raises NotFound."""
        step, parameters = self._root, {}
        for segment in path.split("/"):
            if (named := step.named.get(segment)) is not None:
                step = named
            elif step.parameter is not None and segment:
                name, step = step.parameter
                parameters[name] = segment
            else:
                raise _no_path(path)
        if step.resource is None:
            raise _no_path(path)
        return step.resource, parameters


def rest_routes(rest: Rest) -> list[Route]:
    """What is to be routed: the operations, the document that tells of them, and the pages of problems."""
    return [
        Route(BASE, rest),
        Route(f"{BASE}/{{path:path}}", rest),
        Route(PATH, openapi_response, methods=["GET"], name="openapi"),
        Route(f"{PAGES}/{{name}}", problem_page, methods=["GET"], name="problem_page"),
    ]


async def http_problem(request: Request, error: Exception) -> Response:
    """The problem that stands for an HTTPException of Starlette: a path that there is not, or a method of a page."""
    path = request.scope["path"]
    if isinstance(error, HTTPException) and error.status_code == MethodNotAllowed.status:
        allow = (error.headers or {}).get("Allow", "GET, HEAD")
        return problem_response(MethodNotAllowed(f"{request.method[:20]}: use {allow}", allow=allow))
    return problem_response(_no_path(path))


def _no_path(path: str) -> NotFound:
    return NotFound(f"{path[:200]}: there is no such path; /openapi.json tells which there are")
