"""Requests that schemathesis generates from the OpenAPI document, against a running service on the seeds.

Each campaign has a service of its own: what is written stays.
"""

import json
from pathlib import Path

from tests.commands import ROOT
from tests.contract.campaigns import OPENAPI_OPEN, OPENAPI_WITH_KEY, OPENAPI_WITHOUT_KEY, PHASES
from tests.contract.runs import Report
from tests.contract.seeded import Seeded, seeded
from tests.databases import Server

DOCUMENT = ROOT / "schema" / "openapi.json"
SEED = 2019
UNSURE = {"POST /v1/actors/{id}/merge", "POST /v1/actors/{id}/split"}
"""What can be merged and split depends on what was before: these may refuse most of what fits the schema."""


def _is_good(report: Report, phases: tuple[str, ...]) -> None:
    """No check failed, every phase tested every operation, and no operation only ever failed."""
    assert report.passed, report.text
    warned = {name: set(operations) - UNSURE for name, operations in report.told["warnings"].items()}
    assert not any(warned.values()), warned
    assert {name for name, phase in report.told["phases"].items() if phase["status"] == "success"} == set(phases)
    paths = json.loads(DOCUMENT.read_text(encoding="utf-8"))["paths"]
    assert report.told["operations"]["tested"] == sum(
        len(methods.keys() - {"parameters"}) for methods in paths.values()
    )
    assert report.outcomes("accepted") > report.outcomes("rejected")


def test_generated_requests_with_a_key_are_answered_as_promised(guarded_service: Seeded, tmp_path: Path) -> None:
    report = OPENAPI_WITH_KEY.run(guarded_service.address, guarded_service.stored, tmp_path, examples=3, seed=SEED)
    _is_good(report, PHASES)
    assert report.cases >= 2000


def test_generated_requests_where_no_key_is_asked_for_are_answered(open_service: Seeded, tmp_path: Path) -> None:
    phases = ("examples", "fuzzing", "stateful")
    report = OPENAPI_OPEN.run(open_service.address, open_service.stored, tmp_path, examples=3, seed=SEED, phases=phases)
    _is_good(report, phases)
    assert report.cases >= 70


def test_generated_requests_without_a_key_are_unauthenticated(server: Server, template: str, tmp_path: Path) -> None:
    phases = ("examples", "fuzzing")
    with seeded(server, template, tmp_path, keys=True) as service:
        report = OPENAPI_WITHOUT_KEY.run(
            service.address, service.stored, tmp_path, examples=3, seed=SEED, phases=phases
        )
    assert report.passed, report.text
    assert report.cases >= 70
    assert not report.outcomes("accepted")
