"""docs/faults.md names the tests that there are."""

import re
from pathlib import Path

from tests.commands import ROOT

HERE = Path(__file__).parent


def test_every_fault_is_documented_with_its_test() -> None:
    named = set(re.findall(r"`((?:tests/)?[a-z_/]+\.py)`", (ROOT / "docs" / "faults.md").read_text(encoding="utf-8")))
    files = {name if name.startswith("tests/") else f"tests/faults/{name}" for name in named}
    assert {name for name in files if not (ROOT / name).exists()} == set()
    here = {f"tests/faults/{path.name}" for path in HERE.glob("test_*.py")} - {"tests/faults/test_docs.py"}
    assert here - files == set()
