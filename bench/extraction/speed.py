"""How fast articles are processed and written as JSON, on one core, and whether the time grows with the text alone.

`python -m bench.extraction.speed` reads texts as a JSON array and prints the figures of the rules that it finds.
"""

import json
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator, Sequence
from itertools import cycle
from pathlib import Path
from statistics import median

from service.article import MAX_BODY, RawArticle
from service.collector import seldom_collecting
from service.processing import process

RUNS = 5
LENGTHS = (MAX_BODY // 100, MAX_BODY // 10, MAX_BODY)
"""Code points of texts that are put together of many articles."""


def speed_figures(texts: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Articles a second, and microseconds a code point for longer and longer texts: medians of CPU time."""
    seconds = cpu_seconds(texts)
    mean = sum(map(len, texts)) // len(texts)
    yield f"articles a second, of {mean} code points on the average", f"{len(texts) / seconds:.0f}"
    for length in LENGTHS:
        spent = cpu_seconds([text_of(texts, length)])
        yield f"microseconds a code point, text of {length:,}", f"{1e6 * spent / length:.2f}"


def compiled_figures(wheel: Path, texts: Sequence[str]) -> list[tuple[str, str]]:
    """The same of the rules in a wheel."""
    with tempfile.TemporaryDirectory(prefix="onrecord-bench-") as folder, zipfile.ZipFile(wheel) as packed:
        packed.extractall(folder)
        done = subprocess.run(
            [sys.executable, "-m", "bench.extraction.speed"],
            cwd=folder,
            env={"PYTHONPATH": str(Path(__file__).parents[2])},
            input=json.dumps(texts),
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        )
    return [(name, value) for name, value in json.loads(done.stdout)]


def cpu_seconds(texts: Sequence[str]) -> float:
    """What it takes of CPU to process these texts and write their records: the median of several runs."""
    articles = [RawArticle(body=text) for text in texts]
    spent = []
    # As the service runs.
    with seldom_collecting():
        for _ in range(RUNS):
            start = time.process_time()
            for article in articles:
                process(article).model_dump_json(by_alias=True)
            spent.append(time.process_time() - start)
    return median(spent)


def text_of(texts: Sequence[str], length: int) -> str:
    """So many code points of these texts, one after another and again from the first."""
    parts: list[str] = []
    size = 0
    for text in cycle(texts):
        parts.append(text)
        size += len(text) + 2
        if size >= length:
            return "\n\n".join(parts)[:length]
    raise ValueError("there are no texts")


if __name__ == "__main__":
    print(json.dumps(list(speed_figures(json.load(sys.stdin)))))
