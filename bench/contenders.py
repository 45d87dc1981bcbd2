"""Those who answer the operations: ours, the peers, and the limit."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from bench.node import Node
from bench.operations import Operation
from bench.peers.postgraphile import DOCUMENTS, our_shape
from bench.requests import get, post, public_id
from bench.server import Server, serve, serve_ours, start


def _same(data: Any) -> Any:
    return data


def _ours(operation: Operation, key: UUID | None) -> bytes:
    return post(operation.document, public_id(operation, key))


@dataclass(frozen=True)
class Contender:
    """A server that answers every operation.

    request: the bytes that ask it; shape: an answer's data as ours would be.
    """

    name: str
    serve: Callable[[str], AbstractContextManager[Server]]
    request: Callable[[Operation, UUID | None], bytes] = _ours
    shape: Callable[[Any], Any] = _same


def contenders(node: Node | None) -> list[Contender]:
    """Ours first; those on node only where there is one."""
    chosen = [Contender("ours", serve_ours)]
    if node:
        chosen += [
            Contender("PostGraphile", _on_node(node, "postgraphile.mjs"), _postgraphile, our_shape),
            Contender("mercurius", _on_node(node, "mercurius.mjs")),
        ]
    return [
        *chosen,
        Contender("strawberry", lambda url: serve("bench.peers.strawberry_app:build", url)),
        Contender("bare statement", lambda url: serve("bench.bare:build", url), _bare),
    ]


def _on_node(node: Node, script: str) -> Callable[[str], AbstractContextManager[Server]]:
    @contextmanager
    def serving(url: str) -> Iterator[Server]:
        # As its driver reads it: a user before the @, and a host even where the socket's folder is told.
        address = url.replace("postgres:@/", "postgres@localhost/")
        environment = {"NODE_ENV": "production", "GRAPHILE_ENV": "production"}
        with start([node.command, node.script(script), "{port}", address], environment) as server:
            yield server

    return serving


def _postgraphile(operation: Operation, key: UUID | None) -> bytes:
    return post(DOCUMENTS[operation.name], str(key) if key else None)


def _bare(operation: Operation, key: UUID | None) -> bytes:
    return get(f"/{operation.name}?{key}" if key else f"/{operation.name}")
