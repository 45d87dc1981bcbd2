"""Operations that schemathesis generates from the GraphQL schema, against a running service on the seeds."""

from pathlib import Path

from graphql import build_schema

from tests.contract.campaigns import GRAPHQL, GRAPHQL_OPEN, GRAPHQL_WITH_KEY, GRAPHQL_WITHOUT_KEY
from tests.contract.runs import Report
from tests.contract.seeded import Seeded

SEED = 2019


def _is_good(report: Report) -> None:
    """No check failed, every field of Query was tested and gave data, and most of what fits the schema was answered."""
    assert report.passed, report.text
    assert not any(report.told["warnings"].values()), report.told["warnings"]
    query = build_schema(GRAPHQL.read_text(encoding="utf-8")).query_type
    assert query
    assert report.told["valid_rates"].keys() == {f"Query.{field}" for field in query.fields}
    assert report.outcomes("accepted") > report.outcomes("rejected")


def test_generated_operations_are_answered_as_promised(open_service: Seeded, tmp_path: Path) -> None:
    report = GRAPHQL_OPEN.run(open_service.address, open_service.stored, tmp_path, examples=25, seed=SEED)
    _is_good(report)
    assert report.cases >= 350


def test_generated_operations_with_a_key_are_answered_as_promised(guarded_service: Seeded, tmp_path: Path) -> None:
    report = GRAPHQL_WITH_KEY.run(guarded_service.address, guarded_service.stored, tmp_path, examples=12, seed=SEED)
    _is_good(report)
    assert report.cases >= 150


def test_generated_operations_without_a_key_are_unauthenticated(guarded_service: Seeded, tmp_path: Path) -> None:
    report = GRAPHQL_WITHOUT_KEY.run(guarded_service.address, guarded_service.stored, tmp_path, examples=3, seed=SEED)
    assert report.passed, report.text
    assert report.cases >= 40
    assert not report.outcomes("accepted")
