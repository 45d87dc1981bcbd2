"""Reads articles from files: texts, records and lines of records or exports, each checked by itself."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple

from service.article import MAX_BODY
from service.errors import BadInput, InvalidArticle
from service.storage.lines import Line, read_line
from service.strict_json import decode_json, decode_utf8

MAX_RECORD_BYTES = 32 * 2**20
"""Bytes of one record, or of one .json file: the longest body with thousands of annotations fits."""

MAX_REFUSAL = 500
"""Characters of a line that says why a record was refused."""

STANDARD_INPUT = "-"


class Entry(NamedTuple):
    """One record of the input: where it stands, how many bytes it took, and what it says or what is wrong with it."""

    place: str
    size: int
    line: Line | None
    problems: tuple[str, ...] = ()

    def refusals(self) -> Iterator[str]:
        """What is wrong, one line a problem: `articles.ndjson:17: quotes[3].end: 5120 is past …`."""
        return (refusal(self.place, problem) for problem in self.problems)


def refusal(place: str, problem: str) -> str:
    """One line; what a sender wrote can't break it or steer a terminal."""
    line = f"{place}: {problem}"
    shown = "".join(c if c.isprintable() else ascii(c)[1:-1] for c in line)
    return shown if len(shown) <= MAX_REFUSAL else shown[: MAX_REFUSAL - 1] + "…"


def read_files(names: Iterable[str]) -> Iterator[Entry]:
    """Every record of the files in order, one at a time; what can't be read is an entry with problems.

    .txt is one raw article, the text exactly as it stands; .json one record or an array of them; .ndjson and
    .jsonl a record a line, as is standard input, which `-` stands for.
    """
    for name in names:
        try:
            yield from _read_file(name)
        except OSError as error:
            yield _refused(name, 0, f"can't be read: {error.strerror}")


def _read_file(name: str) -> Iterator[Entry]:
    path = Path(name)
    suffix = path.suffix.lower()
    if name == STANDARD_INPUT:
        yield from _lines("standard input", sys.stdin.buffer)
    elif path.is_dir():
        yield _refused(name, 0, "is a folder: name the files in it")
    elif not path.exists():
        yield _refused(name, 0, "there is no such file")
    elif suffix not in {".txt", ".json", ".ndjson", ".jsonl"}:
        yield _refused(name, 0, f"{suffix or 'no suffix'} is not taken: name it .txt, .json, .ndjson or .jsonl")
    else:
        with path.open("rb") as file:
            if not file.peek(1):
                yield _refused(name, 0, "is empty")
            elif suffix == ".txt":
                yield _text(name, file)
            elif suffix == ".json":
                yield from _document(name, file)
            else:
                yield from _lines(name, file)


def _text(name: str, file: BinaryIO) -> Entry:
    data = file.read(4 * MAX_BODY + 1)
    if len(data) > 4 * MAX_BODY:
        return _refused(name, len(data), f"has more than {MAX_BODY} code points: split the article")
    try:
        return _article(name, len(data), {"body": decode_utf8(data)})
    except BadInput as error:
        return _refused(name, len(data), str(error))


def _document(name: str, file: BinaryIO) -> Iterator[Entry]:
    data = file.read(MAX_RECORD_BYTES + 1)
    if len(data) > MAX_RECORD_BYTES:
        yield _refused(name, len(data), f"has more than {MAX_RECORD_BYTES} bytes: make it .ndjson, a record a line")
        return
    try:
        value = decode_json(data)
    except BadInput as error:
        yield _refused(name, len(data), str(error))
        return
    if isinstance(value, list):
        for i, record in enumerate(value):
            yield _article(f"{name}[{i}]", len(data) // len(value), record)
    else:
        yield _article(name, len(data), value)


def _lines(name: str, file: BinaryIO) -> Iterator[Entry]:
    number = 0
    while line := file.readline(MAX_RECORD_BYTES + 1):
        number += 1
        place = f"{name}:{number}"
        if len(line) > MAX_RECORD_BYTES:
            yield _refused(place, _skip_line(line, file), f"has more than {MAX_RECORD_BYTES} bytes: split the article")
        elif line.strip():
            try:
                record = decode_json(line.rstrip(b"\r\n"))
            except BadInput as error:
                yield _refused(place, len(line), str(error))
            else:
                yield _article(place, len(line), record)


def _skip_line(begun: bytes, file: BinaryIO) -> int:
    """Read to the end of the line; the bytes that it has in all."""
    size = len(begun)
    while begun and not begun.endswith(b"\n"):
        begun = file.readline(2**16)
        size += len(begun)
    return size


def _article(place: str, size: int, record: object) -> Entry:
    try:
        return Entry(place, size, read_line(record))
    except InvalidArticle as error:
        return Entry(place, size, None, tuple(map(str, error.problems)))


def _refused(place: str, size: int, problem: str) -> Entry:
    return Entry(place, size, None, (problem,))
