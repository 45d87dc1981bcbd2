"""docs/security.md names tests that exist and settings that there are."""

import re

from service.settings import Settings
from tests.commands import ROOT

TEXT = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")


def test_the_tests_that_are_named_exist() -> None:
    named = set(re.findall(r"`(tests/[\w/.]+\.py)`", TEXT))
    assert len(named) > 15
    assert [name for name in sorted(named) if not (ROOT / name).is_file()] == []


def test_every_threat_has_a_test_or_a_command() -> None:
    threats = TEXT.partition("## Threats and answers")[2].partition("\n## ")[0]
    rows = [line for line in threats.splitlines() if line.startswith("| ")][1:]
    assert len(rows) > 10
    assert [row for row in rows if "`tests/" not in row and "`make " not in row] == []


def test_every_test_of_security_is_named() -> None:
    ours = {f"tests/security/{path.name}" for path in (ROOT / "tests" / "security").glob("test_*.py")}
    assert {name for name in ours if f"`{name}`" not in TEXT} == {"tests/security/test_docs.py"}


def test_the_settings_that_are_named_are_settings() -> None:
    known = {f"ONRECORD_{name.upper()}" for name in Settings.model_fields}
    assert set(re.findall(r"ONRECORD_[A-Z_]+[A-Z]", TEXT)) - known == set()
