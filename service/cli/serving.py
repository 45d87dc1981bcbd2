"""Serves the app: one socket, bound once the database is ready, shared by the workers."""

import gc
import logging
import os
import signal
import socket
import sys
from tempfile import TemporaryDirectory
from typing import NoReturn

import click
import uvicorn

from service.access.gate import Gate
from service.app import Application, build
from service.causes import WithoutMessages
from service.cli.server import Server
from service.cli.timed_protocol import TimedProtocol
from service.cli.workers import Workers
from service.errors import BadInput
from service.logs import in_json, log_config
from service.operations.metrics import FOLDER
from service.settings import read_settings
from service.stop_signal import SIGNALS

logger = logging.getLogger(__name__)


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
    settings = read_settings()
    if settings.database_url is None:
        os.environ["ONRECORD_DATABASE_URL"] = database_url
    # What is wrong with a setting is told in one line here, and in a worker as a traceback.
    build()
    # Until uvicorn takes them, and when it has shut down and hands them on: contexts must be left too.
    for number in SIGNALS:
        signal.signal(number, _leave)
    config = uvicorn.Config(
        "service.cli.serving:build_to_serve",
        factory=True,
        workers=workers,
        loop="uvloop",
        http=TimedProtocol,
        log_config=log_config(settings),
        access_log=False,
        server_header=False,
        # Only where requests are counted does it matter whom a proxy passes on.
        proxy_headers=settings.rate_limit > 0,
        # No browser may take an answer, which repeats what others wrote, for another type than it says.
        headers=[("X-Content-Type-Options", "nosniff")],
    )
    with listen(host, port) as listening:
        address, port = listening.getsockname()[:2]
        # Who may write hangs on where the socket listens, which the workers don't see.
        os.environ.pop("ONRECORD_HOST_FILE", None)
        os.environ["ONRECORD_HOST"] = address
        shown = f"[{host}]" if ":" in host else host
        told = (f"On Record answers at http://{shown}:{port}/graphql", Gate(read_settings()).summary)
        for line in told:
            if in_json(settings):
                logger.info(line)
            else:
                click.echo(line, err=True)
        if workers > 1:
            with TemporaryDirectory(prefix="onrecord-metrics-") as os.environ[FOLDER]:
                Workers(config, sockets=[listening]).run()
        else:
            server = Server(config)

            def stop(*_: object) -> None:
                server.should_exit = True

            # An exception is lost where the event loop's own code is interrupted, and the service would go on.
            for number in SIGNALS:
                signal.signal(number, stop)
            server.run(sockets=[listening])
            if not server.started:
                sys.exit(1)


def build_to_serve() -> Application:
    """The application of a process that does nothing else.

    What is loaded by now stays: walked by every full garbage collection, it held up all requests for 0.2 s.
    """
    for name in ("uvicorn.error", "asyncio"):
        logging.getLogger(name).addFilter(WithoutMessages())
    app = build()
    gc.collect()
    gc.freeze()
    return app


def _leave(*_: object) -> NoReturn:
    sys.exit(0)
