"""`python -m bench.extraction FOLDER`: the pipeline's figures, as a table."""

from pathlib import Path

import click

from bench.extraction.evaluation import SCORER, Evaluation, evaluations
from bench.extraction.figures import actor_figures, event_figures, quote_figures
from bench.extraction.speed import compiled_figures, speed_figures

FIGURES = {"polnear": quote_figures, "gum": actor_figures, "plover": event_figures}
"""The beginning of a file's name -> what is measured on it."""


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option(
    "--compiled", metavar="WHEEL", type=click.Path(path_type=Path), help="Measure the speed of its rules too."
)
def main(folder: Path, compiled: Path | None) -> None:
    """Process the evaluation data in FOLDER and print what its scorer says, and how fast it went.

    FOLDER holds score_processed.py and, one article a line, polnear_*.jsonl (quotes), gum_*.jsonl (actors) and
    plover_*.jsonl (events).
    """
    found = evaluations(folder, FIGURES)
    if not found or not (folder / SCORER).is_file():
        raise click.ClickException(
            f"{folder}: holds no evaluation data: {SCORER} and {'_*.jsonl, '.join(FIGURES)}_*.jsonl"
        )
    print("| on | figure | value |\n|---|---|---|")
    for kind, evaluation in found:
        for name, value in FIGURES[kind](evaluation):
            print(f"| {evaluation.name} | {name} | {value} |", flush=True)
    texts = [text for kind, evaluation in found if kind == "polnear" for text in evaluation.texts] or _texts(found)
    for name, value in speed_figures(texts):
        print(f"| speed, plain Python | {name} | {value} |", flush=True)
    for name, value in compiled_figures(compiled, texts) if compiled else ():
        print(f"| speed, compiled | {name} | {value} |", flush=True)


def _texts(found: list[tuple[str, Evaluation]]) -> list[str]:
    return [text for _, evaluation in found for text in evaluation.texts]


if __name__ == "__main__":
    main()
