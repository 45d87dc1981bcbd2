"""A file of evaluation data, the pipeline's records of its articles, and what the scorer says of them."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from service.article import RawArticle
from service.processing import process

SCORER = "score_processed.py"
"""Called as `score_processed.py quotes|actors|events GOLD PROCESSED`; prints a figure a line."""


@dataclass(frozen=True)
class Evaluation:
    """One file: a JSON object a line, with at least `id` and `text`."""

    path: Path

    @property
    def name(self) -> str:
        """The file's name without its suffix."""
        return self.path.stem

    @cached_property
    def gold(self) -> list[str]:
        """The lines."""
        return [line for line in self.path.read_text(encoding="utf-8").splitlines() if line.strip()]

    @cached_property
    def texts(self) -> list[str]:
        """The articles' texts."""
        return [json.loads(line)["text"] for line in self.gold]

    @cached_property
    def records(self) -> list[str]:
        """What the pipeline makes of each."""
        return [_record(json.loads(line)) for line in self.gold]

    def score(self, what: str, *options: str) -> str:
        """What the scorer prints of all articles."""
        return self._scored(what, self.gold, self.records, options)

    def scores(self, what: str) -> list[str]:
        """What the scorer prints of each article alone."""
        return [self._scored(what, [gold], [record]) for gold, record in zip(self.gold, self.records, strict=True)]

    def _scored(self, what: str, gold: Iterable[str], records: Iterable[str], options: Iterable[str] = ()) -> str:
        with tempfile.TemporaryDirectory(prefix="onrecord-bench-") as folder:
            files = [Path(folder) / name for name in ("gold.jsonl", "processed.ndjson")]
            for file, lines in zip(files, (gold, records), strict=True):
                file.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
            command = [sys.executable, str(self.path.parent / SCORER), what, *map(str, files), *options]
            return subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8").stdout


def evaluations(folder: Path, kinds: Iterable[str]) -> list[tuple[str, Evaluation]]:
    """The files of a folder by kind, the beginning of their names: gum_dev.jsonl is of the kind gum."""
    return [(kind, Evaluation(path)) for kind in kinds for path in sorted(folder.glob(f"{kind}_*.jsonl"))]


def _record(gold: dict[str, Any]) -> str:
    return process(RawArticle(external_id=gold["id"], body=gold["text"])).model_dump_json(by_alias=True)
