"""What the scorer prints is read right, and a folder without data is told."""

import subprocess
import sys
from pathlib import Path

import pytest

from bench.extraction.evaluation import evaluations
from bench.extraction.figures import (
    Tally,
    actor_f1,
    actor_figures,
    cluster_f1,
    event_figures,
    quote_figures,
    read_figures,
    tally,
    with_interval,
)
from bench.extraction.speed import text_of

ACTORS = """person        P 0.667 R 0.500 F1 0.571 (predicted 3, gold 4)
place         P 0.000 R 0.000 F1 0.000 (predicted 0, gold 1)
mention clusters B-cubed P 0.900 R 0.800 (10 mentions)
"""
QUOTES = """confidence >= 0.9: 3 of 4 quotes (0.750); read speaker_accuracy
spans_exact          {'p': 0.5, 'r': 0.5, 'f1': 0.5, 'tp': 1, 'pred': 2, 'gold': 2}
speaker_accuracy     0.92
mention_accuracy     None
end_to_end           {'p': 0.4, 'r': 0.4, 'f1': 0.4, 'tp': 1, 'pred': 2, 'gold': 2}
"""
EVENTS = """types  P 0.591 R 0.950 F1 0.729 (predicted 259, gold 161)
first event's type accuracy 0.938
"""
SCORER = f"""
import json, sys
records = [json.loads(line) for line in open(sys.argv[3], encoding="utf-8")]
assert all(record["externalId"] and record["processor"] for record in records)
print({{"actors": {ACTORS!r}, "quotes": {QUOTES!r}, "events": {EVENTS!r}}}[sys.argv[1]])
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A scorer that always prints the same, and two articles a kind."""
    (tmp_path / "score_processed.py").write_text(SCORER)
    for name in ("polnear_dev", "gum_dev", "plover_dev", "gum_test"):
        lines = (f'{{"id": "{name}/{number}", "text": "Ana Perez left."}}\n' for number in (1, 2))
        (tmp_path / f"{name}.jsonl").write_text("".join(lines))
    return tmp_path


def test_files_are_found_by_their_names(folder: Path) -> None:
    found = evaluations(folder, ("polnear", "gum"))
    assert [(kind, each.name) for kind, each in found] == [
        ("polnear", "polnear_dev"),
        ("gum", "gum_dev"),
        ("gum", "gum_test"),
    ]


def test_figures_are_those_that_the_scorer_prints(folder: Path) -> None:
    ((_, polnear), (_, plover)) = evaluations(folder, ("polnear", "plover"))
    assert [value for _, value in quote_figures(polnear)] == ["0.500", "0.920", "0.920", "0.400", "0.750", "0.920"]
    assert [value for _, value in event_figures(plover)] == ["0.938", "0.729"]


def test_actors_have_intervals_over_articles(folder: Path) -> None:
    ((_, gum), _) = evaluations(folder, ("gum",))
    assert dict(actor_figures(gum)) == {
        "persons, F1": "0.571 (0.571-0.571)",
        "organizations, F1": "0.000 (0.000-0.000)",
        "places, F1": "0.000 (0.000-0.000)",
        "mention clusters, B-cubed F1": "0.847 (0.847-0.847)",
    }


def test_an_articles_tally_is_read() -> None:
    assert tally(ACTORS) == Tally({"person": (2, 3, 4), "place": (0, 0, 1)}, 0.9, 0.8, 10)
    assert read_figures(QUOTES)["mention_accuracy"] is None


def test_articles_are_weighed_by_what_is_in_them() -> None:
    one, other = Tally({"person": (1, 1, 1)}, 1, 1, 30), Tally({"person": (0, 1, 3)}, 0.5, 0.5, 10)
    assert actor_f1([one, other], "person") == pytest.approx(2 / 6)
    assert cluster_f1([one, other]) == pytest.approx(0.875)
    assert with_interval([one, other], cluster_f1) == "0.875 (0.500-1.000)"


def test_a_long_text_is_made_of_many() -> None:
    assert text_of(["ab", "c"], 9) == "ab\n\nc\n\nab"


@pytest.mark.parametrize("place", [".", "nowhere"])
def test_a_folder_without_data_is_told_in_one_line(tmp_path: Path, place: str) -> None:
    command = [sys.executable, "-m", "bench.extraction", str(tmp_path / place)]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (1, "")
    assert "holds no evaluation data" in done.stderr
    assert done.stderr.count("\n") == 1


def test_make_asks_for_the_folder() -> None:
    done = subprocess.run(["make", "bench-extraction", "DATA="], check=False, capture_output=True, text=True)
    assert done.returncode != 0
    assert done.stderr.startswith("bench-extraction: DATA=folder")
