"""`python -m tests.processing.compiled WHEEL`: whether compiled rules find what the plain ones do."""

import json
import random
import subprocess
import sys
import sysconfig
import tempfile
import zipfile
from pathlib import Path

from tests.commands import ROOT, SEEDS

TEXTS = 300
"""Made of lines of the seeds, beside the seeds themselves."""
_PROCESS = """
import json, sys
import service.processing.tokens as tokens
from service.article import RawArticle
from service.processing import process

print(tokens.__file__)
for line in sys.stdin:
    print(process(RawArticle(body=json.loads(line))).model_dump_json(by_alias=True))
"""


def texts() -> list[str]:
    """The seeds, and texts of their lines in other orders, half of them cut short."""
    seeds = [path.read_text(encoding="utf-8") for path in SEEDS]
    lines = [line for seed in seeds for line in seed.splitlines() if line]
    chance = random.Random(20)  # noqa: S311  the same texts each time
    made = list(seeds)
    for _ in range(TEXTS):
        chosen = chance.sample(lines, 12)
        cut = [line[: chance.randrange(1, 2 * len(line))] for line in chosen]
        made.append("\n\n".join(cut))
    return [json.dumps(text) for text in made]


def processed(folder: Path, lines: list[str]) -> tuple[Path, list[str]]:
    """The file of the rules that a folder has, and the record of each text."""
    path = [str(folder), sysconfig.get_path("purelib")]
    done = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path[:0] = {path!r}{_PROCESS}"],
        cwd=folder,
        input="\n".join(lines),
        capture_output=True,
        text=True,
        check=True,
    )
    file, *records = done.stdout.splitlines()
    return Path(file), records


def main(wheel: str) -> str | None:
    """Compare; what is wrong, if anything is."""
    lines = texts()
    with tempfile.TemporaryDirectory() as folder, zipfile.ZipFile(wheel) as packed:
        packed.extractall(folder)
        file, compiled = processed(Path(folder), lines)
    plain_file, plain = processed(ROOT, lines)
    if file.suffix == ".py" or plain_file.suffix != ".py":
        return f"compiled: {file} is not compiled, or {plain_file} is"
    differing = [number for number, pair in enumerate(zip(compiled, plain, strict=True)) if pair[0] != pair[1]]
    return f"compiled: texts {differing} differ" if differing else None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
