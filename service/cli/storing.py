"""Stores the articles of files, batch after batch, deletes and merges, and tells what became of each line."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import assert_never

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

from service.cli.reading import STANDARD_INPUT, Entry, read_files, refusal
from service.errors import OnRecordError, ProcessorFailed
from service.processor import Processor, processed
from service.storage.ingest import delete, ingest
from service.storage.lines import ArticleLine, DeleteLine, MergeLine
from service.storage.merging import restore_merge
from service.storage.pool import Pool
from service.storage.submission import Result, Submission

BATCH_ARTICLES = 200
BATCH_BYTES = 8 * 2**20
"""What one transaction stores at the most, so that memory stays bounded; a longer record is a batch of its own."""


class Done(StrEnum):
    """What became of a line that is no article."""

    DELETED = "DELETED"
    MERGED = "MERGED"


class Storing:
    """One run of `ingest`: what was stored so far and how it is shown."""

    def __init__(self, pool: Pool, processor: Processor, *, replace: bool) -> None:
        self.counts: Counter[Result | Done] = Counter()
        self._pool = pool
        self._processor = processor
        self._replaces = "*" if replace else None
        console = Console(stderr=True)
        self._progress = Progress(
            TextColumn("{task.fields[articles]} articles"),
            BarColumn(),
            TimeRemainingColumn(),
            console=console,
            disable=not console.is_terminal,
        )

    async def store(self, names: Sequence[str]) -> None:
        """Store every article of the files. What can't be taken is told at once and harms no other."""
        with self._progress:
            task = self._progress.add_task("", total=_total_bytes(names), articles=0)
            for batch in _batches(read_files(names)):
                await self._store_batch(batch)
                self._progress.update(task, advance=sum(entry.size for entry in batch), articles=self.counts.total())

    async def _store_batch(self, batch: Iterable[Entry]) -> None:
        places: list[str] = []
        submissions: list[Submission] = []
        for entry in batch:
            match entry.line:
                case None:
                    self._refuse(entry.refusals())
                case ArticleLine() as line:
                    try:
                        submissions.append(self._submission(line))
                    except ProcessorFailed as error:
                        self._refuse([refusal(entry.place, str(error))])
                    else:
                        places.append(entry.place)
                case DeleteLine() | MergeLine() as line:
                    await self._change(entry.place, line)
                case _ as never:
                    assert_never(never)
        for place, outcome in zip(places, await ingest(self._pool, submissions), strict=True):
            if outcome.result is Result.REFUSED:
                self._refuse([refusal(place, outcome.reason or "")])
            else:
                self.counts[outcome.result] += 1

    def _submission(self, line: ArticleLine) -> Submission:
        stored = line.stored
        replaces = line.replaces or self._replaces
        article = processed(line.article, self._processor)
        if stored is None:
            return Submission(article, replaces=replaces)
        return Submission(article, stored.sender, replaces, stored=stored)

    async def _change(self, place: str, line: DeleteLine | MergeLine) -> None:
        try:
            if isinstance(line, MergeLine):
                await restore_merge(self._pool, line.merge)
                self.counts[Done.MERGED] += 1
            elif await delete(self._pool, [line.id]):
                self.counts[Done.DELETED] += 1
            else:
                self._refuse([refusal(place, f"delete: article_{line.id} is not stored")])
        except OnRecordError as error:
            self._refuse([refusal(place, str(error))])

    def _refuse(self, lines: Iterable[str]) -> None:
        self.counts[Result.REFUSED] += 1
        for line in lines:
            self._progress.console.out(line, highlight=False)

    def summary(self) -> str:
        """What became of the articles, in one line."""
        words = {
            Result.CREATED: "stored",
            Result.REPLACED: "replaced",
            Result.UNCHANGED: "unchanged",
            Result.REFUSED: "refused",
        }
        told = [f"{self.counts[result]} {word}" for result, word in words.items()]
        told += [f"{self.counts[done]} {done.lower()}" for done in Done if self.counts[done]]
        return ", ".join(told)


def _batches(entries: Iterable[Entry]) -> Iterator[list[Entry]]:
    """Entries that are stored together; a deletion or a merge is alone, as it acts on what came before it."""
    batch: list[Entry] = []
    size = 0
    for entry in entries:
        alone = isinstance(entry.line, DeleteLine | MergeLine)
        if batch and (alone or len(batch) == BATCH_ARTICLES or size + entry.size > BATCH_BYTES):
            yield batch
            batch, size = [], 0
        if alone:
            yield [entry]
            continue
        batch.append(entry)
        size += entry.size
    if batch:
        yield batch


def _total_bytes(names: Iterable[str]) -> int | None:
    """Bytes in the files; None where standard input is among them, whose end nobody knows."""
    if STANDARD_INPUT in names:
        return None
    return sum(path.stat().st_size for name in names if (path := Path(name)).is_file())
