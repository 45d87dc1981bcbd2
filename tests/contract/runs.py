"""Runs schemathesis against a service, in a process of its own, and reads what it reports."""

import json
import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.commands import BIN, ROOT

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Report:
    """What a run did and found."""

    text: str
    """What schemathesis printed: each failure with the request that shows it."""
    told: dict[str, Any]
    """Its report as JSON."""

    @property
    def cases(self) -> int:
        """How many cases were generated and sent."""
        return int(self.told["test_cases"]["generated"])

    @property
    def passed(self) -> bool:
        """Whether no check failed, nothing went wrong, and every operation was tested."""
        operations = self.told["operations"]
        return bool(
            self.told["exit_code"] == 0
            and self.told["complete"]
            and not self.told["errors"]
            and operations["tested"] == operations["total"]
        )

    def outcomes(self, outcome: str) -> int:
        """How many cases that fit the schema were `accepted` or `rejected`."""
        return sum(int(counts[outcome]) for phases in self.told["valid_rates"].values() for counts in phases.values())


def run(
    contract: str,
    address: str,
    folder: Path,
    *arguments: str,
    hooks: str | None = None,
    headers: Mapping[str, str] | None = None,
    **variables: str,
) -> Report:
    """Test the schema at an address by the settings of `<contract>.toml` and the hooks in `<hooks>.py`.

    `folder` takes what the run writes; `arguments` are further ones of `schemathesis run`, `variables` those of the
    environment.
    """
    report = folder / f"{contract}.json"
    done = subprocess.run(
        [
            str(BIN / "schemathesis"),
            *("--config-file", str(HERE / f"{contract}.toml")),
            *("run", address, "--no-color", "--continue-on-failure"),
            *("--report", "json", "--report-json-path", str(report)),
            *(part for name, value in (headers or {}).items() for part in ("--header", f"{name}: {value}")),
            *arguments,
        ],
        check=False,
        capture_output=True,
        cwd=folder,
        env={
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "SCHEMATHESIS_HOOKS": f"tests.contract.{hooks or contract}_hooks",
            **variables,
        },
    )
    text = done.stdout.decode() + done.stderr.decode()
    assert report.exists(), text
    return Report(text, json.loads(report.read_text(encoding="utf-8")))
