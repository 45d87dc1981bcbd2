"""What the OpenAPI document tells of what is written is true of it."""

import json
from typing import Any

import httpx
import jsonschema_rs
import pytest

from service.article import ProcessedArticle, RawArticle, read_article
from service.rest.contract import openapi_text
from service.rest.written import BATCH_EXAMPLE, PROCESSED_EXAMPLE, RAW_EXAMPLE
from service.storage.lines import read_line
from service.storage.pool import Pool
from tests.graphql.serving import SECONDS, serving
from tests.records import Draft, store
from tests.rest.articles import numbered
from tests.rest.duplex import lines_of
from tests.storage.drafts import speech

pytestmark = pytest.mark.anyio

COMPONENTS: dict[str, Any] = json.loads(openapi_text())["components"]


def validator(name: str) -> jsonschema_rs.Draft202012Validator:
    """What holds values to a component."""
    schema = {"$ref": f"#/components/schemas/{name}", "components": COMPONENTS}
    return jsonschema_rs.Draft202012Validator(schema, validate_formats=True)


def test_examples_can_be_taken() -> None:
    assert isinstance(read_article(RAW_EXAMPLE), RawArticle)
    assert isinstance(read_article(PROCESSED_EXAMPLE), ProcessedArticle)
    validator("RawArticle").validate(RAW_EXAMPLE)
    validator("ProcessedArticle").validate(PROCESSED_EXAMPLE)
    for line in BATCH_EXAMPLE.splitlines():
        read_line(json.loads(line))
        validator("BatchLine").validate(json.loads(line))


async def test_exports_and_results_are_of_their_schemas(database_url: str, pool: Pool) -> None:
    drafts = [speech("https://news.example/a"), *(Draft(f"{name} spoke.") for name in ("Ana Diaz", "Anna Diaz"))]
    for draft in drafts[1:]:
        draft.actor(draft.body.removesuffix(" spoke."))
    await store(pool, *drafts)
    await store(pool, speech("https://news.example/a", "I will resign then"), replaces="*")
    async with (
        serving(database_url, host="127.0.0.1") as address,
        httpx.AsyncClient(base_url=f"http://127.0.0.1:{address.port}", timeout=SECONDS) as client,
    ):
        rows = [json.loads(line) for line in (await client.get("/v1/export/actors")).iter_lines()]
        ids = [row["id"] for row in rows if row["name"].endswith("Diaz")]
        assert (await client.post(f"/v1/actors/{ids[0]}/merge", json={"into": ids[1]})).status_code == 200
        lines = [json.loads(line) for line in (await client.get("/v1/export/articles")).iter_lines()]
        assert len(lines) == 4
        for line in lines:
            validator("BatchLine").validate(line)

        stored = next(line for line in lines if line.get("url"))
        sent = [
            *lines,
            {**stored, "replaces": "0" * 64, "headline": "x"},
            numbered(1),
            {**numbered(1, "I may"), "replaces": "*"},
            {"body": "“Raw,” Ana Diaz said."},
            {"delete": stored["stored"]["id"]},
            b"{",
        ]
        headers = {"Content-Type": "application/x-ndjson"}
        answer = await client.post("/v1/articles/batch", content=lines_of(sent), headers=headers)
    results = [json.loads(line) for line in answer.iter_lines()]
    kinds = {"MERGED", "UNCHANGED", "REFUSED", "CREATED", "REPLACED", "DELETED"}
    assert {result["result"] for result in results} == kinds, results
    for result in results:
        validator("BatchResult").validate(result)
