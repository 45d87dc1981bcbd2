"""What is sent to be written, as the OpenAPI document tells it: schemas of bodies and of results, and examples."""

from typing import Any

from service.article import ProcessedArticle, RawArticle
from service.http.media import NDJSON
from service.rest.merging import MergeRequest, SplitRequest
from service.rest.operation import Schema
from service.rest.records import RECORDS
from service.rest.schemas import JsonSchema, reference
from service.storage.lines import Merge, StoredState

DIGEST: JsonSchema = {"type": "string", "pattern": "^[0-9a-f]{64}$"}

RAW_EXAMPLE = {
    "externalId": "example-raw",
    "headline": "“I will not resign,” says Perez",
    "body": "“I will not resign,” Maria Perez said in Lima on 2 March 2019.",
    "source": {"name": "Example News", "domain": "news.example"},
    "datePublished": "2019-03-02",
}
PROCESSED_EXAMPLE = {
    "externalId": "example-processed",
    "body": "“The time has come,” General Francisco Yanez said in Caracas.",
    "language": "en",
    "source": {"name": "Example News", "domain": "news.example"},
    "datePublished": "2019-02-02",
    "processor": "my-pipeline/7",
    "actors": [
        {
            "key": "a1",
            "kind": "PERSON",
            "name": "Francisco Yanez",
            "mentions": [{"start": 29, "end": 44, "form": "NAME"}],
        }
    ],
    "quotes": [
        {
            "text": "The time has come,",
            "start": 1,
            "end": 19,
            "quoteKind": "DIRECT",
            "speaker": "a1",
            "attribution": {"cueSpan": {"start": 45, "end": 49}, "method": "CUE", "confidence": 0.98},
        }
    ],
    "events": [],
}
BATCH_EXAMPLE = (
    '{"externalId": "example-1", "body": "“We agree,” Ana Diaz said."}\n'
    '{"delete": "article_00000000-0000-4000-8000-000000000000"}\n'
)

RAW = RECORDS.taken(RawArticle)
PROCESSED = RECORDS.taken(ProcessedArticle)
ARTICLE: JsonSchema = {"anyOf": [PROCESSED, RAW]}
MERGE_REQUEST = RECORDS.taken(MergeRequest)
SPLIT_REQUEST = RECORDS.taken(SplitRequest)


def _line(model: type[RawArticle], described: str, **properties: Schema) -> JsonSchema:
    """A record as a line of a batch, which may have more than the record."""
    schema = RECORDS.components[model.__name__]
    told = {**schema, "description": described, "properties": {**schema["properties"], **properties}}
    return RECORDS.named(f"{model.__name__}Line", told)


def _act(name: str, key: str, described: str, schema: Schema) -> JsonSchema:
    """A line of a batch that is no record, but says what is to be done."""
    told = {"type": "object", "properties": {key: schema}, "required": [key], "additionalProperties": False}
    return RECORDS.named(name, {**told, "description": described})


_REPLACES: JsonSchema = {
    "type": "string",
    "pattern": r"^([0-9a-f]{64}|\*)$",
    "description": "The digest of the stored record that this one replaces, or `*` for any.",
}
_STORED: JsonSchema = {
    **RECORDS.taken(StoredState),
    "description": "How an export tells that it was stored: it is stored so again. Needs the scope `admin`.",
}
_DELETE: JsonSchema = {"type": "string", "description": "The id of the article."}

LINE = RECORDS.named(
    "BatchLine",
    {
        "description": "A line of a batch: an article, raw or processed, or what is to be done with what is stored.",
        "anyOf": [
            _line(ProcessedArticle, "A processed article to be stored.", replaces=_REPLACES, stored=_STORED),
            _line(RawArticle, "A raw article to be processed and stored.", replaces=_REPLACES),
            _act("DeleteLine", "delete", "An article to be deleted.", _DELETE),
            _act("MergeLine", "merge", "Actors to be merged. Needs the scope `admin`.", RECORDS.taken(Merge)),
        ],
    },
)

RESULT = RECORDS.named(
    "BatchResult",
    {
        "type": "object",
        "description": "What became of a line of a batch.",
        "properties": {
            "line": {"type": "integer", "format": "int32", "minimum": 1, "description": "The line, counted from 1."},
            "result": {
                "type": "string",
                "enum": ["CREATED", "REPLACED", "UNCHANGED", "DELETED", "MERGED", "REFUSED", "STOPPED"],
                "description": "What became of it. Behind STOPPED, which is told last if at all, nothing was stored "
                "that is not told: send this line and those that follow again.",
            },
            "id": {"type": "string", "description": "The article, or the actor that two are now."},
            "digest": {**DIGEST, "description": "Of the article's record, as `replaces` and `If-Match` take it."},
            "revision": {
                "type": "integer",
                "format": "int32",
                "minimum": 1,
                "description": "Counts the article's records, from 1.",
            },
            "problem": {**reference("Problem"), "description": "Why it was refused, or where it was stopped."},
        },
        "required": ["line", "result"],
    },
)


def lines_of(schema: Schema | None, described: str) -> dict[str, Schema]:
    """The content of NDJSON, each of whose lines is JSON of this schema; `binary` has generated clients stream it."""
    told: dict[str, Any] = {"type": "string", "format": "binary", "description": described, "contentMediaType": NDJSON}
    return {NDJSON: {**told, "contentSchema": schema} if schema else told}
