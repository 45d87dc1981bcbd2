"""Checks the lines of a batch, each by itself: an article ready to be stored, a deletion, a merge, or what is wrong."""

from collections.abc import Sequence
from typing import NamedTuple

from service.access.caller import Caller
from service.errors import OnRecordError, PayloadTooLarge
from service.http.failures import known_error
from service.processor import Processor, processed
from service.rest.lines import NumberedLine
from service.storage.lines import ArticleLine, DeleteLine, MergeLine, read_line
from service.storage.submission import Submission
from service.strict_json import decode_json

MAX_RESTORED_BYTES = 32 * 2**20
"""Bytes of a line of one who may restore: an export has the odd record that is larger than a request."""


class Checked(NamedTuple):
    """A line, how many bytes it took, and what it comes to."""

    number: int
    size: int
    content: Submission | DeleteLine | MergeLine | OnRecordError


def max_line_bytes(caller: Caller, max_request_bytes: int) -> int:
    """Bytes that a line may have."""
    return max(MAX_RESTORED_BYTES, max_request_bytes) if "admin" in caller.scopes else max_request_bytes


def check_lines(lines: Sequence[NumberedLine], caller: Caller, max_bytes: int, processor: Processor) -> list[Checked]:
    """The lines, checked in order and processed. Long at work: not for the thread of an event loop."""
    return [Checked(line.number, len(line.data or b""), _content(line, caller, max_bytes, processor)) for line in lines]


def _content(
    line: NumberedLine, caller: Caller, max_bytes: int, processor: Processor
) -> Submission | DeleteLine | MergeLine | OnRecordError:
    try:
        if line.data is None:
            raise PayloadTooLarge(f"the line: has more than {max_bytes} bytes: split the article")
        read = read_line(decode_json(line.data))
        if isinstance(read, DeleteLine):
            return read
        if isinstance(read, MergeLine):
            caller.require("admin", "a line with `merge`")
            return read
        return _submission(read, caller, processor)
    except Exception as error:
        return known_error(error)


def _submission(line: ArticleLine, caller: Caller, processor: Processor) -> Submission:
    sender = caller.name
    if line.stored:
        caller.require("admin", "a line with `stored`")
        sender = line.stored.sender
    submission = Submission(processed(line.article, processor), sender, line.replaces, stored=line.stored)
    # Both are kept once they are told: here, and not in the thread that stores.
    _ = submission.keys, submission.digest
    return submission
