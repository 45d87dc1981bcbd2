"""A batch: lines of NDJSON come in, are checked and stored, and a result for each goes out, in order.

Four steps at once: one reads, one checks in a thread, one stores, one sends. What waits between them is bounded, and
results that a client does not read yet wait in a file.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from tempfile import gettempdir
from typing import TypeVar

import asyncpg
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from service.access.caller import Caller
from service.errors import DiskFull, NotFound, OnRecordError, TimedOut, Unavailable
from service.http.body import Inflater, body_pieces, check_media_type, inflater_of
from service.http.failures import DATABASE_AWAY, answered_error
from service.http.media import NDJSON, negotiated
from service.rest.checking import Checked, check_lines, max_line_bytes
from service.rest.lines import LineCutter, NumberedLine
from service.rest.operation import Call, Services
from service.rest.outcomes import done_line, error_line, outcome_line
from service.rest.spool import Spool
from service.rest.waiting import Waiting
from service.rest.writing import Slot
from service.storage.lines import DeleteLine, MergeLine, public_id
from service.storage.submission import Submission

LINES_AT_ONCE = 200
BYTES_AT_ONCE = 3 * 2**19
"""What is checked or stored at once, at the most; a longer line alone. Four times this is in memory."""
MAX_RESULTS = 2**30
"""Bytes of results that wait in the file before reading stops."""
IDLE_SECONDS = 120.0
"""After which a batch ends of which nothing comes."""
STALLED_SECONDS = 60.0
"""After which a client is given up that reads nothing of what remains to be sent."""
AWAY_SECONDS = 5.0
"""For which the database may be away before a batch ends."""
RETRY_SECONDS = 0.2

Result = TypeVar("Result")

logger = logging.getLogger(__name__)


async def post_batch(call: Call) -> Response:
    """Store the lines of a batch. Raises Busy where as many are at work as may be."""
    request, services = call.request, call.services
    negotiated(request.headers.get("accept", ""), (NDJSON,))
    check_media_type(request, NDJSON)
    inflater = inflater_of(request)
    slot = services.writing.batch_slots.take()
    return BatchResponse(services, call.caller, inflater, slot)


class BatchResponse(Response):
    """Reads a batch and answers it. Sending begins at once; one batch is one slot."""

    def __init__(
        self,
        services: Services,
        caller: Caller,
        inflater: Inflater | None,
        slot: Slot,
    ) -> None:
        super().__init__(media_type=NDJSON, headers={"Cache-Control": "no-store", "X-Accel-Buffering": "no"})
        del self.headers["content-length"]
        self._writing = services.writing
        self._processor = services.processor
        self._caller = caller
        self._max_bytes = max_line_bytes(caller, services.settings.max_request_bytes)
        self._inflater = inflater
        self._slot = slot
        self._unchecked: Waiting[NumberedLine] = Waiting(LINES_AT_ONCE, BYTES_AT_ONCE)
        self._unstored: Waiting[Checked] = Waiting(LINES_AT_ONCE, BYTES_AT_ONCE)
        self._results = Spool(MAX_RESULTS)
        self._cutter = LineCutter(self._max_bytes)
        self._reason: OnRecordError | None = None
        self._all_read = False
        self._next = 1
        self._pieces_sent = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer the request. A client that goes away ends it; what it was told is stored then."""
        request = Request(scope, receive)
        with self._slot:
            try:
                async with asyncio.TaskGroup() as tasks:
                    # First of all, as a client may wait to be told that it may go on (100-continue).
                    reading = tasks.create_task(self._read(request))
                    checking = tasks.create_task(self._check())
                    ending = tasks.create_task(self._end_when_stopped(reading))
                    storing = tasks.create_task(self._store())
                    await asyncio.sleep(0)
                    await self._send(send)
                    for task in (reading, checking, ending, storing):
                        task.cancel()
            except* ClientDisconnect:
                pass
            finally:
                self._results.close()

    async def _read(self, request: Request) -> None:
        """Cut what comes into lines, to its end or to what stops it; then tell whether the client goes away."""
        try:
            await self._read_lines(request)
            self._all_read = True
        except TimeoutError:
            self._reason = TimedOut(f"no line came for {IDLE_SECONDS:.0f} s: send what follows as another batch")
        except OnRecordError as error:
            self._reason = error
        finally:
            self._unchecked.close()
        while (await request.receive())["type"] != "http.disconnect":
            pass
        raise ClientDisconnect

    async def _read_lines(self, request: Request) -> None:
        pieces = body_pieces(request, self._inflater)
        while True:
            async with asyncio.timeout(IDLE_SECONDS):
                piece = await anext(pieces, None)
            for line in self._cutter.finish() if piece is None else self._cutter.cut(piece):
                await self._unchecked.put(line, len(line.data or b""))
            if piece is None:
                return

    async def _end_when_stopped(self, reading: asyncio.Task[None]) -> None:
        await self._writing.stopped.wait()
        if not self._all_read and self._reason is None:
            self._reason = Unavailable("the service stops: send what follows as another batch")
            reading.cancel()

    async def _check(self) -> None:
        while lines := await self._unchecked.take():
            all_checked = await self._writing.check(check_lines, lines, self._caller, self._max_bytes, self._processor)
            await self._writing.prepare([line.content for line in all_checked if isinstance(line.content, Submission)])
            for checked in all_checked:
                await self._unstored.put(checked, checked.size)
        self._unstored.close()

    async def _store(self) -> None:
        """Store what was checked, to its end or to what the database can't do, and tell what became of it."""
        told = b""
        try:
            while lines := await self._unstored.take():
                for run in _runs(lines):
                    told = b"".join(await self._store_run(run))
                    self._next = run[-1].number + 1
                    await self._results.write(told)
                    told = b""
        except _NotStoredError as error:
            self._reason = error.reason
        except OSError as error:
            # What is stored is told all the same: it is little enough to wait in memory.
            self._reason = answered_error(
                DiskFull("the service's disk is full, on which results wait: send what follows as another batch")
            )
            logger.warning("results of a batch can't be kept in %s: %s", gettempdir(), error.strerror)
        self._results.end(told + (_stopped_line(self._next, self._reason) if self._reason else b""))
        while True:
            sent = self._pieces_sent
            await asyncio.sleep(STALLED_SECONDS)
            if sent == self._pieces_sent:
                raise ClientDisconnect

    async def _store_run(self, lines: Sequence[Checked]) -> list[bytes]:
        """Results of lines that are stored together: all to be stored, all to be deleted, or one merge."""
        submissions = [line.content for line in lines if isinstance(line.content, Submission)]
        deletions = [line.content.id for line in lines if isinstance(line.content, DeleteLine)]
        outcomes = iter(await self._persist(lambda: self._writing.ingest(submissions)) if submissions else ())
        deleted = set(await self._persist(lambda: self._writing.delete(deletions)) if deletions else ())
        results = []
        for number, _, content in lines:
            match content:
                case Submission():
                    results.append(outcome_line(number, next(outcomes)))
                case DeleteLine() if content.id in deleted:
                    deleted.remove(content.id)
                    results.append(done_line(number, "DELETED", "article", content.id))
                case DeleteLine():
                    error = NotFound(f"delete: {public_id('article', content.id)} is not stored")
                    results.append(error_line(number, error))
                case MergeLine():
                    results.append(await self._merge(number, content))
                case _:
                    results.append(error_line(number, content))
        return results

    async def _merge(self, number: int, line: MergeLine) -> bytes:
        merge = line.merge
        try:
            actor = await self._persist(lambda: self._writing.restore_merge(merge))
        except OnRecordError as error:
            return error_line(number, error)
        return done_line(number, "MERGED", "actor", actor)

    async def _persist(self, work: Callable[[], Awaitable[Result]]) -> Result:
        """What the database does, tried again while it is away. Raises _NotStoredError where it stays away or can't."""
        clock = asyncio.get_running_loop().time
        until = clock() + AWAY_SECONDS
        while True:
            try:
                return await work()
            except OnRecordError:
                raise
            except Exception as error:
                if isinstance(error, asyncpg.LockNotAvailableError):
                    continue  # others write: they come to an end
                if not _passes(error) or clock() > until:
                    raise _NotStoredError(answered_error(error)) from None
                await asyncio.sleep(RETRY_SECONDS)

    async def _send(self, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": self.raw_headers})
        while data := await self._results.read():
            await send({"type": "http.response.body", "body": data, "more_body": True})
            self._pieces_sent += 1
        await send({"type": "http.response.body", "body": b"", "more_body": False})


def _passes(error: Exception) -> bool:
    """Whether it is of a database that is away for a moment. A full disk is not mended in one."""
    # asyncpg's InterfaceError is also what values of a wrong type raise.
    return isinstance(error, DATABASE_AWAY) and not isinstance(error, ValueError | asyncpg.DiskFullError)


class _NotStoredError(Exception):
    """The database did not take a run of lines; why not is told with where the batch ends."""

    def __init__(self, reason: OnRecordError) -> None:
        super().__init__(str(reason))
        self.reason = reason


def _stopped_line(line: int, reason: OnRecordError) -> bytes:
    """The last result of a batch that ends before its end: this line and what follows were not acknowledged."""
    return error_line(line, reason, "STOPPED")


def _runs(lines: Sequence[Checked]) -> list[list[Checked]]:
    """The lines in runs that are stored one after another; what is wrong goes with either."""
    runs: list[list[Checked]] = []
    kind: type[object] | None = None
    for line in lines:
        other = None if isinstance(line.content, OnRecordError) else type(line.content)
        if not runs or (kind and other and (other is not kind or other is MergeLine)):
            runs.append([])
            kind = None
        runs[-1].append(line)
        kind = other or kind
    return runs
