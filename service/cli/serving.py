"""Serves the app: one socket, bound once the database is ready, shared by the workers."""

import os
import signal
import socket
import sys
from typing import NoReturn

import click
import uvicorn
from uvicorn.supervisors import Multiprocess

from service.app import build
from service.errors import BadInput


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens there. Raises BadInput where it can't, saying what to do."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        listening = socket.create_server((host, port), family=family, backlog=2048)
    except OSError as error:
        cause = (error.strerror or str(error)).split(" (")[0].lower()
        raise BadInput(f"can't listen on {host}:{port}: {cause}; give another --port or --host") from None
    listening.set_inheritable(True)
    return listening


def serve(database_url: str, host: str, port: int, workers: int) -> None:
    """Serve until a signal ends it. The workers read their settings from the environment.

    Raises BadInput for settings with which nothing can be served.
    """
    os.environ["ONRECORD_DATABASE_URL"] = database_url
    # What is wrong with a setting is told in one line here, and in a worker as a traceback.
    build()
    # uvicorn hands a signal on when it has shut down: leave by an exception, so that contexts are left too.
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, _leave)
    config = uvicorn.Config(
        "service.app:build",
        factory=True,
        workers=workers,
        loop="uvloop",
        http="httptools",
        access_log=False,
        server_header=False,
    )
    with listen(host, port) as listening:
        shown = f"[{host}]" if ":" in host else host
        click.echo(f"On Record answers at http://{shown}:{listening.getsockname()[1]}/graphql", err=True)
        if workers > 1:
            Multiprocess(config, sockets=[listening]).run()
        else:
            server = uvicorn.Server(config)
            server.run(sockets=[listening])
            if not server.started:
                sys.exit(1)


def _leave(*_: object) -> NoReturn:
    sys.exit(0)
