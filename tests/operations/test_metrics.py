"""Metrics tell what happened, of all processes, and clients make no new labels."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import httpx
import pytest
import yaml
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.openmetrics.parser import text_string_to_metric_families as openmetrics
from prometheus_client.parser import text_string_to_metric_families as plain

from service.operations.metrics import Metrics
from tests.commands import ROOT, SECONDS, environment
from tests.faults.program import running
from tests.graphql.serving import Address, eventually, socket, stream

pytestmark = pytest.mark.anyio

QUERY = {"query": "query Mine { articles { totalCount } }"}
FOLLOW = "subscription { articleStored { cursor } }"
RECORD = {"externalId": "a", "body": "“I will not resign,” Maria Perez said in Lima on 2 March 2019."}
OF_OTHERS = ("process_", "python_")
Samples = dict[tuple[str, str], float]
"""Name of a sample and its labels' values, in the order of the labels' names -> value."""


@pytest.fixture
def client(database_url: str) -> Iterator[httpx.Client]:
    with (
        running(environment(database_url)) as program,
        httpx.Client(base_url=program.address, timeout=SECONDS) as client,
    ):
        yield client


def told(client: httpx.Client) -> Samples:
    families = plain(client.get("/metrics").text)
    return {(each.name, ",".join(each.labels.values())): each.value for family in families for each in family.samples}


def labels(samples: Samples) -> set[tuple[str, str]]:
    return {key for key in samples if not key[0].startswith(OF_OTHERS)}


def documented() -> set[str]:
    text = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
    section = text[text.index("## Metrics") : text.index("## The log")]
    return set(re.findall(r"^\| `(\w+)` \|", section, flags=re.MULTILINE))


def test_what_is_told_is_what_is_documented(client: httpx.Client) -> None:
    found = set(re.findall(r"^# TYPE (\w+)", client.get("/metrics").text, flags=re.MULTILINE))
    assert {name for name in found if not name.startswith(OF_OTHERS)} == documented()
    assert {"process_cpu_seconds_total", "process_resident_memory_bytes", "python_gc_collections_total"} <= found


def test_the_dashboard_and_the_alerts_ask_for_what_there_is(client: httpx.Client) -> None:
    dashboard = json.loads((ROOT / "deploy" / "grafana-dashboard.json").read_text(encoding="utf-8"))
    alerts = yaml.safe_load((ROOT / "deploy" / "alerts.yaml").read_text(encoding="utf-8"))
    asked = [target["expr"] for panel in dashboard["panels"] for target in panel["targets"]]
    asked += [rule["expr"] for group in alerts["groups"] for rule in group["rules"]]
    client.post("/graphql", json=QUERY)
    there = {name for name, _ in told(client)} | set(
        re.findall(r"^# TYPE (\w+)", client.get("/metrics").text, flags=re.MULTILINE)
    )
    named = {name for expression in asked for name in re.findall(r"\b(?:onrecord|process)_\w+", expression)}
    assert named <= there, named - there
    assert {re.sub("_bucket$", "", name) for name in named if name.startswith("onrecord_")} == documented() - {
        "onrecord_build_info",
        "onrecord_cache_entries",
    }


def test_either_format_is_answered_to_those_who_take_it(client: httpx.Client) -> None:
    accept = {"Accept": "application/openmetrics-text;version=1.0.0;q=0.8,text/plain;version=0.0.4;q=0.5"}
    answer = client.get("/metrics", headers=accept)
    assert answer.headers["content-type"].startswith("application/openmetrics-text; version=1.0.0")
    parse: Any = openmetrics
    assert {family.name for family in parse(answer.text)} >= {"onrecord_requests", "onrecord_pool_size"}
    answer = client.get("/metrics", headers={"Accept": 'text/plain; version="1;2"'})
    assert answer.headers["content-type"].startswith("text/plain; version=0.0.4")
    assert answer.headers["cache-control"] == "no-store"


def test_it_is_read_alone(client: httpx.Client) -> None:
    answer = client.head("/metrics")
    assert (answer.status_code, answer.content) == (200, b"")
    answer = client.post("/metrics")
    assert (answer.status_code, answer.json()["code"]) == (405, "METHOD_NOT_ALLOWED")


def test_what_happens_is_counted(client: httpx.Client) -> None:
    before = told(client)
    # A rise is seen from the first one on where there was a zero before.
    assert before["onrecord_errors_total", "INTERNAL_SERVER_ERROR"] == 0
    assert before["onrecord_articles_total", "created"] == 0
    for _ in range(3):
        assert client.post("/graphql", json=QUERY).status_code == 200
    assert client.post("/v1/articles", json=RECORD).status_code == 201
    assert client.post("/v1/articles", json=RECORD).status_code == 200
    assert client.post("/v1/articles", json=RECORD | {"body": "Another."}).status_code == 409
    assert client.get("/v1/articles", params={"first": "x"}).status_code == 400
    after = told(client)

    def rise(name: str, labels: str = "") -> float:
        return after[name, labels] - before.get((name, labels), 0)

    assert rise("onrecord_requests_total", "graphql_query,200") == 3
    assert rise("onrecord_requests_total", "createArticle,201") == 1
    assert rise("onrecord_requests_total", "createArticle,409") == 1
    assert rise("onrecord_requests_total", "metrics,200") == 1
    assert rise("onrecord_request_duration_seconds_count", "graphql_query") == 3
    assert rise("onrecord_request_duration_seconds_bucket", "+Inf,graphql_query") == 3
    assert rise("onrecord_request_duration_seconds_sum", "graphql_query") > 0
    assert rise("onrecord_request_stage_seconds_count", "prepare") == 3
    assert rise("onrecord_request_stage_seconds_count", "database") >= 3
    assert rise("onrecord_articles_total", "created") == 1
    assert rise("onrecord_articles_total", "unchanged") == 1
    assert rise("onrecord_articles_total", "differs") == 1
    assert rise("onrecord_errors_total", "CONFLICT") == 1
    assert rise("onrecord_cache_misses_total", "graphql_documents") == 1
    assert rise("onrecord_cache_hits_total", "graphql_documents") >= 2
    assert rise("onrecord_cache_entries", "graphql_statements") == 1
    assert after["onrecord_pool_size", "generic"] + after["onrecord_pool_size", "custom"] == 19
    assert after["onrecord_pool_in_use", "generic"] == 0


async def test_what_is_open_is_told_until_it_is_closed(database_url: str) -> None:
    with (
        running(environment(database_url)) as program,
        httpx.Client(base_url=program.address, timeout=SECONDS) as client,
    ):
        address = Address(program.port)

        async def shows(subscriptions: int, sockets: int) -> bool:
            samples = told(client)
            return (samples["onrecord_subscriptions", ""], samples["onrecord_websockets", ""]) == (
                subscriptions,
                sockets,
            )

        async with socket(address) as following, stream(address, FOLLOW):
            await following.subscribe(FOLLOW)
            await eventually(lambda: shows(2, 1))
        await eventually(lambda: shows(0, 0))
        assert told(client)["onrecord_requests_total", "graphql_subscription,200"] == 1


def test_clients_make_no_labels(client: httpx.Client) -> None:
    def ask(number: int) -> None:
        client.get(f"/nowhere-{number}")
        client.get(f"/v1/nowhere-{number}")
        client.request("DELETE", "/livez")
        client.request("DELETE", "/graphql")
        client.options(f"/nowhere-{number}")
        client.post("/graphql", json={"query": f"query Name{number} {{ articles {{ totalCount }} }}"})
        client.post("/graphql", json={"query": f"{{ nowhere{number} }}"})
        client.get(f"/v1/articles/nowhere-{number}")
        told(client)

    ask(0)
    before = labels(told(client))
    assert ("onrecord_requests_total", "other,404") in before
    for number in range(1, 20):
        ask(number)
    assert labels(told(client)) == before


async def test_whichever_worker_is_asked_tells_of_all(database_url: str) -> None:
    with running(environment(database_url), "--workers", "2") as program:
        # A connection of its own each time: the system hands them to either worker.
        for _ in range(40):
            async with httpx.AsyncClient(base_url=program.address, timeout=SECONDS) as client:
                assert (await client.post("/graphql", json=QUERY)).status_code == 200
        for _ in range(10):

            async def all_told() -> bool:
                with httpx.Client(base_url=program.address, timeout=SECONDS) as other:
                    samples = told(other)
                return (
                    samples.get(("onrecord_requests_total", "graphql_query,200")) == 40
                    and samples["onrecord_pool_size", "feed"] == 4
                    and samples["onrecord_build_info", "0.1.0"] == 1
                )

            await eventually(all_told)


class Counted:
    """What a process tells: one counter and one gauge."""

    def collect(self) -> Iterator[Metric]:
        yield CounterMetricFamily("served", "Served.", value=2)
        yield GaugeMetricFamily("open", "Open.", value=3)


def test_what_a_process_counted_that_ended_stays_and_how_it_stood_does_not(tmp_path: Path) -> None:
    metrics = Metrics(cast("Any", Counted()), tmp_path)
    metrics.leave()
    left = tmp_path / f"{os.getpid()}.json"
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as other:
        left.rename(tmp_path / f"{other.pid}.json")
        (tmp_path / f"{os.getppid()}.json").write_text("{", encoding="utf-8")
        assert [each.samples[0].value for each in metrics.collect()] == [4, 6]
        other.communicate(b"\n")
    assert [each.samples[0].value for each in metrics.collect()] == [4, 3]
