"""The figures of quotes, actors and events, read off what the scorer prints."""

import ast
import random
import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any, NamedTuple

from bench.extraction.evaluation import Evaluation

Figure = tuple[str, str]
"""Name and value."""
KINDS = ("person", "organization", "place")
CONFIDENT = "0.9"
SAMPLES = 10_000
"""Of articles drawn with replacement, for an interval."""


def quote_figures(evaluation: Evaluation) -> Iterator[Figure]:
    """Spans, speakers, both, and the quotes whose attribution is confident."""
    every = read_figures(evaluation.score("quotes"))
    direct = read_figures(evaluation.score("quotes", "--kind", "direct"))
    confident = evaluation.score("quotes", "--min-confidence", CONFIDENT)
    share = re.search(r"\((\d\.\d+)\)", confident)
    yield "quotes: spans, exact, F1", shown(every["spans_exact"]["f1"])
    yield "speaker accuracy, direct", shown(direct["speaker_accuracy"])
    yield "speaker accuracy, all", shown(every["speaker_accuracy"])
    yield "end to end, F1", shown(every["end_to_end"]["f1"])
    yield f"confidence >= {CONFIDENT}: share of quotes", share[1] if share else "-"
    yield f"confidence >= {CONFIDENT}: speaker accuracy", shown(read_figures(confident)["speaker_accuracy"])


def event_figures(evaluation: Evaluation) -> Iterator[Figure]:
    """The type of the first event, and all types."""
    printed = evaluation.score("events")
    yield "first event's type, accuracy", _found(r"accuracy (\d\.\d+)", printed)
    yield "event types, micro F1", _found(r"F1 (\d\.\d+)", printed)


def actor_figures(evaluation: Evaluation) -> Iterator[Figure]:
    """F1 of actors by kind and of clusters of mentions, with intervals over articles."""
    tallies = [tally(printed) for printed in evaluation.scores("actors")]
    for kind in KINDS:
        yield f"{kind}s, F1", with_interval(tallies, partial(actor_f1, kind=kind))
    yield "mention clusters, B-cubed F1", with_interval(tallies, cluster_f1)


class Tally(NamedTuple):
    """What the scorer counts in one article: found, predicted and gold actors by kind, and clusters of mentions."""

    actors: dict[str, tuple[int, int, int]]
    precision: float
    recall: float
    mentions: int


def tally(printed: str) -> Tally:
    """The counts behind what is printed of one article."""
    actors = {}
    for kind, precision, predicted, gold in re.findall(
        r"^(\w+) +P (\S+) R \S+ F1 \S+ \(predicted (\d+), gold (\d+)\)$", printed, re.MULTILINE
    ):
        actors[kind] = (round(float(precision) * int(predicted)), int(predicted), int(gold))
    clusters = re.search(r"B-cubed P (\S+) R (\S+) \((\d+) mentions\)", printed)
    if clusters is None:
        return Tally(actors, 0, 0, 0)
    return Tally(actors, float(clusters[1]), float(clusters[2]), int(clusters[3]))


def actor_f1(tallies: Sequence[Tally], kind: str) -> float:
    """F1 of the actors of a kind in all these articles."""
    counts = [each.actors.get(kind, (0, 0, 0)) for each in tallies]
    found = sum(each for each, _, _ in counts)
    return 2 * found / max(sum(predicted + gold for _, predicted, gold in counts), 1)


def cluster_f1(tallies: Sequence[Tally]) -> float:
    """B-cubed F1 over all mentions of these articles."""
    mentions = max(sum(each.mentions for each in tallies), 1)
    precision = sum(each.precision * each.mentions for each in tallies) / mentions
    recall = sum(each.recall * each.mentions for each in tallies) / mentions
    return 2 * precision * recall / max(precision + recall, 1e-9)


def with_interval(tallies: Sequence[Tally], figure: Callable[[Sequence[Tally]], float]) -> str:
    """A figure and its 95 % interval, by the bootstrap over articles: `0.812 (0.744-0.871)`."""
    drawing = random.Random(1)
    drawn = sorted(figure(drawing.choices(tallies, k=len(tallies))) for _ in range(SAMPLES))
    low, high = drawn[round(0.025 * SAMPLES)], drawn[round(0.975 * SAMPLES) - 1]
    return f"{figure(tallies):.3f} ({low:.3f}-{high:.3f})"


def read_figures(printed: str) -> dict[str, Any]:
    """Figures by name, of lines as `speaker_accuracy 0.92`."""
    return {name: ast.literal_eval(value) for name, value in re.findall(r"^(\w+) +([{\d.N].*)$", printed, re.MULTILINE)}


def shown(figure: float | None) -> str:
    """A figure to three places; one that nothing was there for is a dash."""
    return "-" if figure is None else f"{figure:.3f}"


def _found(pattern: str, printed: str) -> str:
    found = re.search(pattern, printed)
    return found[1] if found else "-"
